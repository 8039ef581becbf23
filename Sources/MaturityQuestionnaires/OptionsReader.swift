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
    for node in nodes {
      // What is no mapping has been reported; an empty stand-in keeps the places of those after it.
      if let option = option(node) ?? OptionsReader(log: DiagnosticLog()).option(.emptyMapping) {
        options.append(option)
      }
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
