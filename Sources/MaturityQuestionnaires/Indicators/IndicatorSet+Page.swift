public import DigitalMaturity

extension IndicatorSet {
  /// The indicators as a table: baseline, last value, target, how much of the way is done, the score by the bands; then
  /// every value with its day, how it is printed and where.
  /// - Parameters:
  ///   - day: The day of the figures; of the last of each when not given.
  ///   - levels: The levels whose names stand beside scores.
  ///   - language: The language of texts.
  public func page(on day: Day? = nil, levels: [MaturityLevel], language: String? = nil) -> ResultPage {
    ResultPage(
      title: title.text(in: language),
      introduction: day.map { ["As known on \($0)."] } ?? [],
      tables: [progressTable(on: day, levels, language), sourceTable(on: day, language)],
      notes: [
        "Done is how much of the way from the baseline to the target is behind us; without a baseline there is no figure. "
          + "Figures of different things are never one trend."
      ], data: dataTable(on: day, levels, language))
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

  private func progressTable(on day: Day?, _ levels: [MaturityLevel], _ language: String?) -> ResultTable {
    ResultTable(
      title: "Where we are",
      columns: [
        .words("Indicator"), .number("Baseline"), .number("Latest"), .words("Of"), .number("Target"), .number("Done"),
        .number("Score"), .words("Level"),
      ],
      rows: indicators.map { indicator -> [ResultTable.Cell] in
        let latest = indicator.latest(on: day)
        let score = indicator.score(on: day)
        let level = score.value.flatMap { levels.level(for: $0) }
        return [
          .text(indicator.name.text(in: language)), indicator.cell(indicator.baseline?.value),
          indicator.cell(latest?.value), latest.map { .text($0.date.description) } ?? ResultTable.Cell.none,
          indicator.cell(indicator.target?.value), .share(indicator.progress(on: day)), .number(score, decimals: 1),
          level.map { .text($0.name.text(in: language)) } ?? ResultTable.Cell.none,
        ]
      })
  }

  private func sourceTable(on day: Day?, _ language: String?) -> ResultTable {
    ResultTable(
      title: "Where the figures come from",
      columns: [
        .words("Indicator"), .words("Figure"), .words("Of"), .number("Value"), .words("As printed"), .words("Source"),
      ],
      rows: indicators.flatMap { indicator -> [[ResultTable.Cell]] in
        let baseline = indicator.baseline.map { [("Baseline", $0)] } ?? []
        let values = indicator.values.filter { value in day.map { value.date <= $0 } ?? true }.map { ("Value", $0) }
        let measured = (baseline + values).map { what, measurement -> [ResultTable.Cell] in
          [
            .text(indicator.name.text(in: language)), .text(what), .text(measurement.date.description),
            indicator.cell(measurement.value),
            measurement.said.map { .text($0.text(in: language)) } ?? ResultTable.Cell.none,
            .text(measurement.source.text(in: language)),
          ]
        }
        let target = indicator.target.map { target -> [ResultTable.Cell] in
          [
            .text(indicator.name.text(in: language)), "Target",
            target.date.map { .text($0.description) } ?? ResultTable.Cell.none,
            indicator.cell(target.value), .none,
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
  fileprivate func cell(_ value: Double?) -> ResultTable.Cell {
    guard let value else { return .none }
    let digits = Self.grouped(DecimalText.exact(value))
    return .text(unit.isEmpty ? digits : "\(digits)\u{A0}\(unit)")
  }

  /// `1234567.5` as `1,234,567.5`; a number in another notation as it is.
  private static func grouped(_ number: String) -> String {
    let whole = number.drop { $0 == "-" }.prefix { ("0"..."9").contains($0) }
    guard whole.count > 3, number[whole.endIndex...].allSatisfy({ $0 == "." || ("0"..."9").contains($0) }) else {
      return number
    }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return String(number[..<whole.startIndex]) + grouped + number[whole.endIndex...]
  }
}
