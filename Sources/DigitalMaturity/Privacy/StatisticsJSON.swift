/// The statistics of a score in a result file, written and read.
///
/// An undefined figure is `null`, and stands in `reasons` by its key with a code and a sentence. Where all are undefined
/// for one reason, it stands there once, as `statistics`.
enum StatisticsJSON {
  private typealias Member = (key: String, path: WritableKeyPath<ScoreStatistics, Figure<Double>>)

  private static var members: [Member] {
    [
      ("mean", \.mean), ("median", \.median), ("interpolatedMedian", \.interpolatedMedian),
      ("sd", \.standardDeviation), ("consensus", \.consensus), ("agreement", \.agreement), ("rwg", \.rwg),
    ]
  }

  // MARK: Writing

  /// - Parameters:
  ///   - isBrief: Whether statistics that are undefined as a whole are no more than their reason.
  ///   - people: How many people stand behind them: of few it is said.
  static func write(
    _ figure: Figure<ScoreStatistics>, people: Int?, isBrief: Bool = false, to writer: inout JSONWriter
  ) {
    if isBrief, let reason = figure.reason { return write([("statistics", reason)], to: &writer) }
    var reasons: [(key: String, reason: Undefined)] = []
    for member in members {
      let value = figure.then { $0[keyPath: member.path] }
      writer.member(member.key, value.value)
      if let reason = value.reason { reasons.append((member.key, reason)) }
    }
    let interval = figure.then(\.interval)
    writer.key("interval")
    write(interval.value, to: &writer)
    if let reason = interval.reason { reasons.append(("interval", reason)) }
    if let reason = figure.reason { reasons = [("statistics", reason)] }
    write(reasons, to: &writer)
    if let note = figure.value.flatMap({ _ in ScoreStatistics.note(on: people) }) { writer.member("note", note) }
  }

  static func write(_ reliability: Reliability, to writer: inout JSONWriter) {
    var reasons: [(key: String, reason: Undefined)] = []
    writer.key("alpha")
    writer.object { writer in
      writer.member("value", reliability.alpha.value)
      if let reason = reliability.alpha.reason { reasons.append(("value", reason)) }
      writer.member("n", reliability.people)
      for (key, path) in [("itemRest", \Reliability.Item.itemRest), ("ifDropped", \.ifDropped)] {
        writer.key(key)
        writer.object { writer in
          for item in reliability.items {
            writer.member(item.question.rawValue, item[keyPath: path].value)
            if let reason = item[keyPath: path].reason { reasons.append(("\(key).\(item.question)", reason)) }
          }
        }
      }
      write(reasons, to: &writer)
    }
  }

  static func write(_ difference: ScoreDifference, to writer: inout JSONWriter) {
    var reasons: [(key: String, reason: Undefined)] = []
    writer.key("difference")
    writer.object { writer in
      writer.member("mean", difference.mean.difference.value)
      if let reason = difference.mean.difference.reason { reasons.append(("mean", reason)) }
      writer.key("interval")
      write(difference.mean.interval.value, to: &writer)
      if let reason = difference.mean.interval.reason { reasons.append(("interval", reason)) }
      writer.member("cliffsDelta", difference.cliffsDelta.value)
      if let reason = difference.cliffsDelta.reason { reasons.append(("cliffsDelta", reason)) }
      write(reasons, to: &writer)
    }
  }

  private static func write(_ interval: Interval?, to writer: inout JSONWriter) {
    guard let interval else { return writer.null() }
    writer.object { writer in
      writer.member("low", interval.low)
      writer.member("high", interval.high)
      writer.member("confidence", interval.confidence)
      writer.member("method", interval.method.rawValue)
    }
  }

  private static func write(_ reasons: [(key: String, reason: Undefined)], to writer: inout JSONWriter) {
    guard !reasons.isEmpty else { return }
    writer.key("reasons")
    writer.object { writer in
      for (key, reason) in reasons {
        writer.key(key)
        writer.object { writer in
          writer.member("code", reason.code.rawValue)
          writer.member("sentence", reason.sentence)
        }
      }
    }
  }

  // MARK: Reading

  /// The statistics that a table holds; withheld where it says nothing of them, as files of earlier versions do.
  static func statistics(_ table: inout TableReader) -> Figure<ScoreStatistics> {
    let reasons = reasons(&table)
    if let reason = reasons["statistics"] { return .undefined(reason) }
    var statistics = ScoreStatistics(
      mean: .undefined(.unread), median: .undefined(.unread), interpolatedMedian: .undefined(.unread),
      standardDeviation: .undefined(.unread), consensus: .undefined(.unread), agreement: .undefined(.unread),
      rwg: .undefined(.unread), interval: .undefined(.unread))
    var isThere = false
    for member in members {
      let figure = figure(member.key, reasons, &table)
      isThere = isThere || figure.value != nil
      statistics[keyPath: member.path] = figure
    }
    statistics.interval = interval(reasons, &table)
    return isThere ? .value(statistics) : .undefined(.unread)
  }

  static func reliability(_ table: inout TableReader) -> Reliability? {
    guard let node = table.value("alpha") else { return nil }
    return node.readTable(into: table.log) { table in
      table.acceptAllKeys()
      let reasons = reasons(&table)
      let rest = table.value("itemRest")
      let dropped = table.value("ifDropped")
      let items = (rest?.members).map { members in
        members.compactMap { key, value -> Reliability.Item? in
          guard let question = key.text else { return nil }
          func figure(_ node: DocumentNode?, _ list: String) -> Figure<Double> {
            node?.number.map { .value($0) } ?? .undefined(reasons["\(list).\(question)"] ?? .unread)
          }
          return Reliability.Item(
            question: Identifier(question), itemRest: figure(value, "itemRest"),
            ifDropped: figure(dropped?.member(question), "ifDropped"))
        }
      }
      let alpha: Figure<Double> = table.number("value").map { .value($0) } ?? .undefined(reasons["value"] ?? .unread)
      return Reliability(alpha: alpha, people: table.integer("n"), items: items ?? [])
    }
  }

  static func difference(_ table: inout TableReader) -> ScoreDifference? {
    guard let node = table.value("difference") else { return nil }
    return node.readTable(into: table.log) { table in
      table.acceptAllKeys()
      let reasons = reasons(&table)
      return ScoreDifference(
        mean: MeanDifference(difference: figure("mean", reasons, &table), interval: interval(reasons, &table)),
        cliffsDelta: figure("cliffsDelta", reasons, &table))
    }
  }

  private static func figure(
    _ key: String, _ reasons: [String: Undefined], _ table: inout TableReader
  ) -> Figure<Double> {
    table.number(DocumentKey(key)).map { .value($0) } ?? .undefined(reasons[key] ?? .unread)
  }

  private static func interval(_ reasons: [String: Undefined], _ table: inout TableReader) -> Figure<Interval> {
    let interval: Interval?? = table.value("interval").flatMap { node in
      node.readTable(into: table.log) { table in
        table.acceptAllKeys()
        guard let low = table.number("low"), let high = table.number("high") else { return nil }
        guard low <= high else {
          table.log.error(
            .invalidValue, "an interval goes from “low” up to “high”; here “low” is the higher one",
            at: table.node.location)
          return nil
        }
        return Interval(
          low: low, high: high, confidence: table.number("confidence") ?? 0.95,
          method: Interval.Method(rawValue: table.text("method") ?? ""))
      }
    }
    return (interval ?? nil).map { .value($0) } ?? .undefined(reasons["interval"] ?? .unread)
  }

  private static func reasons(_ table: inout TableReader) -> [String: Undefined] {
    guard let node = table.value("reasons") else { return [:] }
    var reasons: [String: Undefined] = [:]
    for (key, value) in node.members {
      guard let key = key.text else { continue }
      let code = value.member("code")?.text ?? ""
      reasons[key] = Undefined(Undefined.Code(rawValue: code), value.member("sentence")?.text ?? "No reason is given.")
    }
    return reasons
  }
}

extension Undefined {
  /// A result of an earlier version does not say.
  fileprivate static let unread = Undefined(.notInFile, "The result file does not say.")
}

extension Undefined.Code {
  /// A result file does not hold the figure.
  public static let notInFile = Self(rawValue: "not-in-file")
}
