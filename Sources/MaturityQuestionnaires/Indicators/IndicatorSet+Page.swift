public import DigitalMaturity

extension IndicatorSet {
  /// The indicators as a table: baseline, last value, target, how much of the way is done, the score by the bands; then
  /// every value with its day, how it is printed and where.
  /// - Parameters:
  ///   - day: The day of the figures; of the last of each when not given.
  ///   - levels: The levels whose names stand beside scores.
  ///   - language: The language of the assessment's texts.
  ///   - words: The words of the page itself.
  public func page(
    on day: Day? = nil, levels: [MaturityLevel], language: String? = nil, words: MessageCatalogue = .english
  ) -> ResultPage {
    ResultPage(
      title: title.text(in: language),
      introduction: day.map { [words.text(IndicatorMessage.knownOn, ["day": $0.words(in: words)])] } ?? [],
      tables: [progressTable(on: day, levels, language, words), sourceTable(on: day, language, words)],
      notes: [words.text(IndicatorMessage.doneNote)], data: dataTable(on: day, levels, language), words: words)
  }

  /// The figures for a spreadsheet: numbers as numbers, with their unit beside them.
  private func dataTable(on day: Day?, _ levels: [MaturityLevel], _ language: String?) -> ResultTable {
    func number(_ value: Double?) -> ResultTable.Cell {
      value.map { .number($0, decimals: 2) } ?? ResultTable.Cell.none
    }
    return ResultTable(
      title: "Indicators",
      columns: [
        .words("id"), .words("indicator"), .words("unit"), .words("direction"), .number("baseline"), .number("latest"),
        .words("date"), .number("target"), .number("done"), .number("score"), .words("level"), .words("as-printed"),
        .words("source"),
      ],
      rows: indicators.map { indicator -> [ResultTable.Cell] in
        let latest = indicator.latest(on: day)
        let score = indicator.score(on: day).value
        return [
          .text(indicator.id.rawValue), .text(indicator.name.text(in: language)), .text(indicator.unit),
          .text(indicator.direction.rawValue), number(indicator.baseline?.value), number(latest?.value),
          .text(latest?.date.description ?? ""), number(indicator.target?.value),
          number(indicator.progress(on: day).value), number(score),
          .text(score.flatMap { levels.level(for: $0) }?.id.rawValue ?? ""),
          .text(latest?.said?.text(in: language) ?? ""), .text(latest?.source.text(in: language) ?? ""),
        ]
      })
  }

  private func progressTable(
    on day: Day?, _ levels: [MaturityLevel], _ language: String?, _ words: MessageCatalogue
  ) -> ResultTable {
    func say(_ message: IndicatorMessage) -> String { words.text(message) }
    return ResultTable(
      title: say(.whereWeAre),
      columns: [
        .words(say(.indicator)), .number(say(.baseline)), .number(say(.latest)), .words(say(.of)),
        .number(say(.target)), .number(say(.done)), .number(say(.score)), .words(say(.level)),
      ],
      rows: indicators.map { indicator -> [ResultTable.Cell] in
        let latest = indicator.latest(on: day)
        let score = indicator.score(on: day)
        let level = score.value.flatMap { levels.level(for: $0) }
        return [
          .text(indicator.name.text(in: language)), indicator.cell(indicator.baseline?.value, words),
          indicator.cell(latest?.value, words), latest.map { .text($0.date.words(in: words)) } ?? ResultTable.Cell.none,
          indicator.cell(indicator.target?.value, words), .share(indicator.progress(on: day)),
          .number(score, decimals: 1),
          level.map { .text($0.name.text(in: language)) } ?? ResultTable.Cell.none,
        ]
      })
  }

  private func sourceTable(on day: Day?, _ language: String?, _ words: MessageCatalogue) -> ResultTable {
    func say(_ message: IndicatorMessage) -> String { words.text(message) }
    return ResultTable(
      title: say(.sources),
      columns: [
        .words(say(.indicator)), .words(say(.figure)), .words(say(.of)), .number(say(.value)), .words(say(.asPrinted)),
        .words(say(.source)),
      ],
      rows: indicators.flatMap { indicator -> [[ResultTable.Cell]] in
        let baseline = indicator.baseline.map { [(say(.baseline), $0)] } ?? []
        let values = indicator.values.filter { value in day.map { value.date <= $0 } ?? true }.map { (say(.value), $0) }
        let measured = (baseline + values).map { what, measurement -> [ResultTable.Cell] in
          [
            .text(indicator.name.text(in: language)), .text(what), .text(measurement.date.words(in: words)),
            indicator.cell(measurement.value, words),
            measurement.said.map { .text($0.text(in: language)) } ?? ResultTable.Cell.none,
            .text(measurement.source.text(in: language)),
          ]
        }
        let target = indicator.target.map { target -> [ResultTable.Cell] in
          [
            .text(indicator.name.text(in: language)), .text(say(.target)),
            target.date.map { .text($0.words(in: words)) } ?? ResultTable.Cell.none,
            indicator.cell(target.value, words), .none,
            target.source.map { .text($0.text(in: language)) } ?? ResultTable.Cell.none,
          ]
        }
        return measured + (target.map { [$0] } ?? [])
      })
  }

  /// The same for programs. Format 1 only gains keys; what is undefined is null, with the reason where it is a figure.
  public func json(on day: Day? = nil, levels: [MaturityLevel]) -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.member("questionnaire", id.rawValue)
      writer.member("on", day?.description)
      writer.key("indicators")
      writer.array { writer in
        for indicator in indicators {
          writer.object { writer in
            writer.member("id", indicator.id.rawValue)
            writer.member("name", indicator.name.text)
            writer.member("unit", indicator.unit)
            writer.member("direction", indicator.direction.rawValue)
            write("baseline", indicator.baseline, to: &writer)
            write("latest", indicator.latest(on: day), to: &writer)
            writer.member("target", indicator.target?.value)
            writer.member("progress", indicator.progress(on: day).value)
            writer.member("progressReason", indicator.progress(on: day).reason?.sentence)
            writer.member("score", indicator.score(on: day).value)
            writer.member("scoreReason", indicator.score(on: day).reason?.sentence)
            writer.member("level", indicator.score(on: day).value.flatMap { levels.level(for: $0)?.id.rawValue })
          }
        }
      }
    }
    return writer.finish()
  }

  private func write(_ key: String, _ measurement: Indicator.Measurement?, to writer: inout JSONWriter) {
    writer.key(key)
    guard let measurement else { return writer.null() }
    writer.object { writer in
      writer.member("date", measurement.date.description)
      writer.member("value", measurement.value)
      writer.member("said", measurement.said?.text)
      writer.member("source", measurement.source.text)
    }
  }
}

extension Indicator {
  /// A value with its unit, in the fewest digits, those of thousands set apart.
  fileprivate func cell(_ value: Double?, _ words: MessageCatalogue) -> ResultTable.Cell {
    guard let value else { return .none }
    let digits = Self.grouped(DecimalText.exact(value), words)
    return .text(unit.isEmpty ? digits : "\(digits)\u{A0}\(unit)")
  }

  /// `1234567.5` as `1,234,567.5`; a number in another notation as it is.
  private static func grouped(_ number: String, _ words: MessageCatalogue) -> String {
    let whole = number.drop { $0 == "-" }.prefix { ("0"..."9").contains($0) }
    guard whole.count > 3, number[whole.endIndex...].allSatisfy({ $0 == "." || ("0"..."9").contains($0) }) else {
      return words.decimal(number)
    }
    let mark: Character = words.decimalSeparator == "," ? "." : ","
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(mark) }
      grouped.append(digit)
    }
    return String(number[..<whole.startIndex]) + grouped + words.decimal(String(number[whole.endIndex...]))
  }
}
