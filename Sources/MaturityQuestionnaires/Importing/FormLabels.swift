import DigitalMaturity

/// What the cells of a form mean where one of a list is chosen: labels as people and programs retype them.
struct FormLabels: Sendable {
  /// What a cell means.
  enum Meaning: Sendable, Hashable {
    case blank
    case code(UInt16)
    case unknown
  }

  /// Codes by spelling, folded; nil where two have it.
  private var codes: [String: UInt16?] = [:]
  /// Codes of ids and labels as they are written; nil where two have the same.
  private var exact: [String: UInt16?] = [:]
  /// What a form prints beside each, folded, and the scores of options.
  private var keys: [String: UInt16] = [:]
  private var longest = 0

  /// The meaning of a closed question's cells.
  init(_ question: Question) {
    let options = question.answers.options
    for (index, option) in options.enumerated() {
      let code = UInt16(index)
      for text in [option.id.rawValue] + option.label.all + [option.id.rawValue.replacingHyphens] { add(text, code) }
    }
    for (index, key) in question.optionKeys.enumerated() { addKey(key, UInt16(index)) }
    for (status, key) in question.statusKeys { addKey(key, UInt16(AnswerCode(status).rawValue)) }
    for (index, option) in options.enumerated() {
      guard let score = option.score, options.count(where: { $0.score == score }) == 1 else { continue }
      let text = DecimalText.exact(score)
      addKey(text, UInt16(index))
      if question.kind == LevelKind.name, codes[text] == nil { add(text, UInt16(index)) }
    }
    addStatuses()
  }

  /// The meaning of an attribute's cells.
  init(_ attribute: Attribute) {
    for (index, value) in attribute.values.enumerated() {
      for text in [value.id.rawValue] + value.label.all + [value.id.rawValue.replacingHyphens] {
        add(text, UInt16(index))
      }
    }
  }

  /// The statuses alone, for open questions.
  static let statuses: FormLabels = {
    var labels = FormLabels()
    labels.addStatuses()
    return labels
  }()

  private init() {}

  private mutating func addStatuses() {
    for (spelling, folded, status) in Self.foldedStatuses where codes[folded] == nil {
      add(spelling, UInt16(AnswerCode(status).rawValue))
    }
  }

  /// What forms say beside what response files say.
  private static let statusWords: [(String, AnswerStatus)] = [
    ("I don't know", .dontKnow), ("I do not know", .dontKnow), ("Not sure", .dontKnow), ("Cannot say", .dontKnow),
    ("Does not apply", .notApplicable), ("Doesn't apply", .notApplicable), ("Not applicable to me", .notApplicable),
    ("Not needed in this work", .notApplicable), ("not-needed", .notApplicable), ("Not needed", .notApplicable),
    ("I prefer not to say", .preferNotToSay), ("I'd rather not say", .preferNotToSay), ("–", .unanswered),
  ]

  private static let foldedStatuses = (AnswerStatus.spellings + statusWords).map { spelling, status in
    (spelling, LooseText.folded(spelling), status)
  }

  private mutating func add(_ text: String, _ code: UInt16) {
    let folded = LooseText.folded(text)
    guard !folded.isEmpty else { return }
    if let known = exact[text], known != code { exact[text] = .some(nil) } else { exact[text] = code }
    longest = max(longest, text.utf8.count)
    if let known = codes[folded] {
      if known != code { codes[folded] = .some(nil) }
    } else {
      codes[folded] = code
    }
  }

  private mutating func addKey(_ key: String, _ code: UInt16) {
    let folded = LooseText.folded(key)
    if keys[folded] == nil { keys[folded] = code }
    if codes[folded] == nil { codes[folded] = code }
  }

  /// What a cell means. O(its length).
  func meaning(of cell: String) -> Meaning {
    if cell.isEmpty { return .blank }
    // Typographic characters have up to three bytes, and a key may stand in front.
    guard cell.utf8.count <= 3 * longest + 64 else { return .unknown }
    let folded = LooseText.folded(cell)
    if folded.isEmpty { return .blank }
    // Of two that differ in marks or capitals alone, the one that is written so.
    if let code = codes[folded] { return (code ?? exact[cell] ?? nil).map { .code($0) } ?? .unknown }
    if let (key, label) = Self.keyed(folded), let code = codes[label] ?? nil {
      // A key that is another option's says that something is wrong.
      return keys[key].map { $0 == code } ?? true ? .code(code) : .unknown
    }
    if let number = Double(folded), let code = codes[DecimalText.exact(number)] ?? nil { return .code(code) }
    return .unknown
  }

  /// A key and a label in a text such as “a. label”, “b) label”, “(c) label” or “4 - label”.
  private static func keyed(_ folded: String) -> (key: String, label: String)? {
    var rest = folded[...]
    if rest.first == "(" { rest = rest.dropFirst() }
    let key = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !key.isEmpty, key.count <= 2 else { return nil }
    rest = rest.dropFirst(key.count).drop { $0 == " " }
    guard let mark = rest.first, ".):-=".contains(mark) else { return nil }
    let label = LooseText.folded(String(rest.dropFirst()))
    return label.isEmpty ? nil : (String(key), label)
  }
}

extension String {
  /// The text with blanks in place of hyphens.
  fileprivate var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
