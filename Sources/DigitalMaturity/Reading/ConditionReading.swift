extension DocumentNode {
  /// Reads a condition: `all`, `any` or `not`, or a test of one question, area, principle or literacy.
  public func readCondition(into log: DiagnosticLog) -> Condition? {
    let condition: Condition?? = readTable(into: log) { table in
      let parts = ["all", "any", "not", "question", "area", "principle", "literacy"].compactMap { key in
        table.value(DocumentKey(key)).map { (key, $0) }
      }
      let tests = readTests(&table)
      // More than was read: a misspelt key or a wrong value, which is reported as such.
      let isReported = members.count { !$0.value.isNull } > parts.count + tests.count
      guard parts.count == 1, let (key, node) = parts.first else {
        if parts.isEmpty, isReported { return nil }
        log.error(
          .invalidValue,
          parts.isEmpty
            ? "a condition begins with all, any, not, question, area, principle or literacy"
            : "a condition is one thing, not “\(parts.map(\.0).joined(separator: "” and “"))” together; use all or any",
          at: location)
        return nil
      }
      switch key {
      case "all", "any":
        // What cannot be read has been reported; a stand-in keeps the places of those after it.
        let conditions = node.readList(into: log).map { $0.readCondition(into: log) ?? .all([]) }
        requireNoTests(tests, log)
        return key == "all" ? .all(conditions) : .any(conditions)
      case "not":
        requireNoTests(tests, log)
        return node.readCondition(into: log).map { .not($0) }
      default:
        guard let id = node.readText(into: log), let subject = Self.subject(key, id) else { return nil }
        guard tests.count == 1, let test = tests.first else {
          if tests.isEmpty, isReported { return nil }
          log.error(
            .invalidValue,
            tests.isEmpty
              ? "say what is asked of “\(Self.short(id))”: is, at-least, at-most, above, below or answered"
              : "a test asks one thing; join two with all",
            at: location)
          return nil
        }
        return .test(subject, test)
      }
    }
    return condition ?? nil
  }

  private static func subject(_ key: String, _ id: String) -> Condition.Subject? {
    switch key {
    case "question": .question(Identifier(id))
    case "area": .area(Identifier(id))
    case "principle": .principle(Identifier(id))
    case "literacy": .literacy(Identifier(id))
    default: nil
    }
  }

  private func requireNoTests(_ tests: [Condition.Test], _ log: DiagnosticLog) {
    guard !tests.isEmpty else { return }
    log.error(.invalidValue, "a test belongs with what it tests, inside the list", at: location)
  }

  private func readTests(_ table: inout TableReader) -> [Condition.Test] {
    var tests: [Condition.Test] = []
    if let node = table.value("is") {
      let nodes = node.kind == .sequence ? Array(node.elements) : [node]
      tests.append(.isOption(nodes.compactMap { $0.readText(into: table.log).map { Identifier($0) } }))
    }
    if let bound = table.number("at-least") { tests.append(.atLeast(bound)) }
    if let bound = table.number("at-most") { tests.append(.atMost(bound)) }
    if let bound = table.number("above") { tests.append(.above(bound)) }
    if let bound = table.number("below") { tests.append(.below(bound)) }
    if let expected = table.boolean("answered") { tests.append(.answered(expected)) }
    return tests
  }
}
