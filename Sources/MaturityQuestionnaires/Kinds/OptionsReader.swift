import DigitalMaturity

/// Reads the options of closed questions: written out, or the name of an answer set.
struct OptionsReader {
  let log: DiagnosticLog

  /// The `options` of a question; nil when it has none.
  func options(of table: inout TableReader, in context: QuestionContext) -> [AnswerOption]? {
    guard let node = table.value("options") else { return nil }
    guard node.kind == .scalar, let name = node.text else { return options(node) }
    if let set = context.answerSets[name] { return set }
    let known = context.answerSets.keys.sorted()
    log.error(
      .unknownReference, "there is no answer set “\(name)” under “answers”\(NearestName.hint(name, in: known))",
      at: node.location)
    return []
  }

  /// A list of options.
  func options(_ node: DocumentNode) -> [AnswerOption] {
    let nodes = node.readList(into: log)
    if nodes.isEmpty, node.kind == .sequence {
      log.error(.missingKey, "this list of options is empty; add at least one", at: node.location)
    }
    var options: [AnswerOption] = []
    options.reserveCapacity(node.count)
    var pattern: OptionPattern?
    for node in nodes {
      if let pattern, let option = pattern.option(node, log) {
        options.append(option)
        continue
      }
      // What is no mapping has been reported; an empty stand-in keeps the places of those after it.
      if let option = option(node) ?? OptionsReader(log: DiagnosticLog()).option(.emptyMapping) {
        options.append(option)
      }
      pattern = OptionPattern(node)
    }
    return options
  }

  private func option(_ node: DocumentNode) -> AnswerOption? {
    node.readTable(into: log) { table in
      AnswerOption(
        id: table.requiredIdentifier("id") ?? "", label: table.requiredLocalized("label") ?? "",
        score: table.number("score"))
    }
  }

  /// Reports options without a score, for kinds whose answers all have one.
  func requireScores(_ options: [AnswerOption], of kind: String, at table: TableReader) {
    let missing = options.filter { $0.score == nil && !$0.id.rawValue.isEmpty }.map(\.id.rawValue)
    guard !missing.isEmpty else { return }
    log.error(
      .missingKey, "every option of a “\(kind)” question has a score; add one to \(missing.joined(separator: ", "))",
      at: table.node.member("options")?.location ?? table.node.location)
  }
}

/// Reads options that are written like one before, without looking for their keys again.
private struct OptionPattern {
  /// An option as it is written.
  let node: DocumentNode
  /// The positions of its keys.
  let id: Int
  let label: Int
  let score: Int?

  /// Nil where the option lacks a key, or has another.
  init?(_ node: DocumentNode) {
    guard let id = node.position(of: "id"), let label = node.position(of: "label") else { return nil }
    let score = node.position(of: "score")
    guard node.count == (score == nil ? 2 : 3) else { return nil }
    (self.node, self.id, self.label, self.score) = (node, id, label, score)
  }

  /// An option of the same keys; nil for another, and where a value is missing, with nothing reported.
  func option(_ other: DocumentNode, _ log: DiagnosticLog) -> AnswerOption? {
    guard other.hasKeys(of: node) else { return nil }
    let (id, label, score) = (other.value(at: id), other.value(at: label), score.map { other.value(at: $0) })
    guard !id.isNull, !label.isNull, score?.isNull != true else { return nil }
    return AnswerOption(
      id: Identifier(id.readText(into: log) ?? ""), label: label.readLocalizedText(into: log) ?? "",
      score: score?.readNumber(into: log))
  }
}
