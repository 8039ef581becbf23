public import DigitalMaturity

/// What every question kind promises, checked on a question of that kind.
public enum QuestionKindContract {
  /// The promises that a kind breaks, each as a sentence; empty when it keeps them all.
  ///
  /// Checked: the name is a slug; the question can be read without problems; it reports a misspelt key; options are
  /// within the limit and their scores finite; an open kind gives finite scores within its range, says what is wrong with
  /// cells it does not understand, and never traps whatever the cell; numbers lie within their bounds; packed answers
  /// name their options again, and fit their rules.
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
      "", " ", "\0", "nan", "inf", "-1e999", "9999999999999999999", "é", String(repeating: "9", count: 5_000), ";",
      ";;",
      "\"", "\"\"", "\";", "a;\"", ",,", "a;a", "a,", "A;B;C;D;E", String(repeating: "a;", count: 300),
    ]
    var violations: [String] = []
    if kind.expectation.isEmpty {
      violations.append("the kind does not say what belongs in a cell; write “expectation”")
    }
    for cell in cells + hostile {
      let bytes = Array(cell.utf8)
      guard let answer = kind.encode(bytes.span) else {
        if cells.contains(cell) { violations.append("the cell “\(cell)” is not understood") }
        if kind.mismatch(of: bytes.span).isEmpty {
          violations.append("nothing is said of the cell “\(cell.prefix(20))”, which is not understood")
        }
        continue
      }
      if let kind = kind as? any NumberAnswerKind { violations += numberViolations(kind, answer, cell) }
      if let kind = kind as? any OptionAnswerKind { violations += namedViolations(kind, answer, cell) }
      violations += scoreViolations(kind, answer, "the cell “\(cell.prefix(20))”")
    }
    if let kind = kind as? any OptionAnswerKind { violations += optionKindViolations(kind) }
    return violations
  }

  private static func scoreViolations(_ kind: any OpenAnswerKind, _ answer: OpenAnswer, _ what: String) -> [String] {
    guard let score = kind.score(answer) else { return [] }
    guard score.isFinite, let range = kind.range, range.contains(score) else {
      return ["\(what) scores \(score), outside the declared range"]
    }
    return []
  }

  private static func numberViolations(
    _ kind: any NumberAnswerKind, _ answer: OpenAnswer, _ cell: String
  ) -> [String] {
    guard case .number(let number) = answer, number.isFinite else {
      return ["the cell “\(cell.prefix(20))” is no finite number"]
    }
    let isWithin = number >= kind.least ?? -.infinity && number <= kind.greatest ?? .infinity
    return isWithin ? [] : ["the cell “\(cell.prefix(20))” lies outside the bounds"]
  }

  // MARK: Kinds made of options

  /// An answer names options that exist, no more than it may, and can be given again by their positions.
  private static func namedViolations(_ kind: any OptionAnswerKind, _ answer: OpenAnswer, _ what: String) -> [String] {
    guard case .word(let word) = answer else { return ["“\(what.prefix(20))” is not packed into a word"] }
    var violations: [String] = []
    let positions = kind.positions(in: word)
    if positions.isEmpty || positions.count > kind.most {
      violations.append("“\(what.prefix(20))” names \(positions.count) options, and 1 to \(kind.most) may be named")
    }
    if kind.encode(positions) != answer {
      violations.append("“\(what.prefix(20))” is another answer when its options are named by their positions")
    }
    let places = positions.compactMap { kind.place(of: $0, in: word) }
    if places != (kind.isRanked ? Array(1..<places.count + 1) : places.map { _ in 1 }) {
      violations.append("“\(what.prefix(20))” has the places \(places)")
    }
    if let exclusive = kind.exclusive, positions.contains(exclusive), positions.count > 1 {
      violations.append("“\(what.prefix(20))” names other options with the one that goes with none")
    }
    return violations
  }

  private static func optionKindViolations(_ kind: any OptionAnswerKind) -> [String] {
    var violations = optionViolations(kind.options)
    if kind.options.count > 64 { violations.append("there are over 64 options, and an answer has 64 bits") }
    if !(1...max(kind.options.count, 1)).contains(kind.most) {
      violations.append("an answer may name \(kind.most) of \(kind.options.count) options")
    }
    for wrong in [[], [-1], [kind.options.count], [.max], [.min]] where kind.encode(wrong) != nil {
      violations.append("the positions \(wrong) are an answer, and they are none")
    }
    if kind.isRanked, !kind.options.isEmpty, kind.encode([0, 0]) != nil {
      violations.append("an option can be ranked twice")
    }
    // Single options, neighbours, and as many as may be named.
    let count = kind.options.count
    for first in 0..<count {
      for length in Set([1, min(2, kind.most), kind.most]) {
        let positions = (0..<length).map { (first + $0) % count }
        guard let answer = kind.encode(positions) else {
          let mayBe = kind.exclusive.map { positions.contains($0) && length > 1 } ?? false
          if !mayBe { violations.append("the positions \(positions) are no answer") }
          continue
        }
        violations += namedViolations(kind, answer, "\(positions)")
        violations += scoreViolations(kind, answer, "\(positions)")
        if case .word(let word) = answer, kind.isRanked, kind.place(of: positions[0], in: word) != 1 {
          violations.append("the first of \(positions) has no first place")
        }
      }
    }
    return violations
  }
}
