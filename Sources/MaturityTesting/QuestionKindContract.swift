public import DigitalMaturity

/// What every question kind promises, checked on a question of that kind.
public enum QuestionKindContract {
  /// The promises that a kind breaks, each as a sentence; empty when it keeps them all.
  ///
  /// Checked: the name is a slug; the question can be read without problems; it reports a misspelt key; options are
  /// within the limit and their scores finite; an open kind gives finite scores within its range, and never traps
  /// whatever the cell.
  /// - Parameters:
  ///   - kind: The kind.
  ///   - question: A valid question of the kind, as JSON, without the keys that every question has.
  ///   - context: What the kind may look at, such as levels; nothing, when not given.
  ///   - cells: Cells to try on an open kind, beside some that are never valid.
  public static func violations<Kind: QuestionKind>(
    of _: Kind.Type, question: String, in context: QuestionContext = QuestionContext(levels: []), cells: [String] = []
  ) -> [String] {
    var violations: [String] = []
    if !Identifier<Kind>(Kind.name).isValid {
      violations.append("the name “\(Kind.name)” is not small letters, digits and hyphens")
    }
    if Kind.summary.isEmpty { violations.append("the kind does not say what it asks; write a summary") }
    let log = DiagnosticLog()
    guard let model = read(Kind.self, question, context, log) else {
      return violations + ["the question cannot be read"] + log.diagnostics.map(\.description)
    }
    violations += log.diagnostics.map { "a valid question has a problem: \($0)" }
    let misspelt = DiagnosticLog()
    _ = read(Kind.self, withUnknownKey(question), context, misspelt)
    if !misspelt.diagnostics.contains(where: { $0.code == .unknownKey }) {
      violations.append("a misspelt key goes unreported; ask for each key by name")
    }
    switch model {
    case .closed(let options): violations += optionViolations(options)
    case .open(let kind): violations += openViolations(kind, cells)
    }
    return violations
  }

  private static func read<Kind: QuestionKind>(
    _: Kind.Type, _ question: String, _ context: QuestionContext, _ log: DiagnosticLog
  ) -> AnswerModel? {
    do {
      let document = try JSONReader.read(Array(question.utf8), file: "question.json")
      let model: AnswerModel?? = document.root.readTable(into: log) { Kind.read(&$0, in: context) }
      return model ?? nil
    } catch {
      for diagnostic in error.diagnostics { log.add(diagnostic) }
      return nil
    }
  }

  /// The question with one key more.
  private static func withUnknownKey(_ question: String) -> String {
    let members = question.drop { $0 != "{" }.dropFirst()
    let isEmpty = members.drop(while: \.isWhitespace).hasPrefix("}")
    return "{\"no-such-key\": 1\(isEmpty ? "" : ",")\(members)"
  }

  private static func optionViolations(_ options: [AnswerOption]) -> [String] {
    var violations: [String] = []
    if options.isEmpty { violations.append("a closed question has no options") }
    if options.count > AnswerCode.maximumOptions {
      violations.append("there are over \(AnswerCode.maximumOptions) options")
    }
    if Set(options.map(\.id)).count != options.count { violations.append("two options have the same id") }
    for option in options {
      if let score = option.score, !score.isFinite { violations.append("the option “\(option.id)” scores \(score)") }
    }
    return violations
  }

  private static func openViolations(_ kind: any OpenAnswerKind, _ cells: [String]) -> [String] {
    let hostile = [
      "", " ", "\0", "nan", "inf", "-1e999", "9999999999999999999", "é", String(repeating: "9", count: 5_000),
    ]
    var violations: [String] = []
    for cell in cells + hostile {
      let bytes = Array(cell.utf8)
      guard let answer = kind.encode(bytes.span) else {
        if cells.contains(cell) { violations.append("the cell “\(cell)” is not understood") }
        continue
      }
      guard let score = kind.score(answer) else { continue }
      guard score.isFinite, let range = kind.range, range.contains(score) else {
        violations.append("the cell “\(cell.prefix(20))” scores \(score), outside the declared range")
        continue
      }
    }
    return violations
  }
}
