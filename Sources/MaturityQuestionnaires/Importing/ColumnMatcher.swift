import DigitalMaturity

/// What a column can be.
enum ColumnTarget: Sendable, Hashable {
  case question(Int)
  /// One option of a question with several choices, or what it offers instead.
  case option(OptionColumns.Mark, of: Int)
  case attribute(Int)
  case respondent
  /// Who rates, in a table of a named questionnaire, which says it itself.
  case rater
  /// The day of the answers, of a named questionnaire.
  case date
}

extension ColumnTarget {
  /// The position of the question that is asked, or one of whose options is.
  var question: Int? {
    switch self {
    case .question(let index), .option(_, of: let index): index
    case .attribute, .respondent, .rater, .date: nil
    }
  }
}

/// Finds which question of a questionnaire a column of a form asks: by the question's code in its text, then by the text.
struct ColumnMatcher: Sendable {
  private let codes: [String: ColumnTarget]
  /// Codes without the marks between their words, where no two codes are the same then.
  private let bareCodes: [String: ColumnTarget]
  private let texts: [String: [ColumnTarget]]
  private let targets: [(id: String, texts: [String])]
  /// Whether answers are about people, whose code a question asks for.
  private let isNamed: Bool
  /// The names of columns that are no question or attribute: a word beside a text is none of them.
  private let aboutRows: Set<String>
  /// The name of each target but single options.
  let names: [ColumnTarget: String]
  let options: OptionColumns

  init(_ questionnaire: Questionnaire) {
    isNamed = questionnaire.isNamed
    options = OptionColumns(questionnaire)
    var targets: [(target: ColumnTarget, id: String, texts: [String])] = []
    for (index, question) in questionnaire.questions.enumerated() {
      targets.append((.question(index), question.id.rawValue, question.text.all))
    }
    for (index, attribute) in questionnaire.attributes.enumerated() {
      targets.append((.attribute(index), attribute.id.rawValue, attribute.text.all))
    }
    var codes: [String: ColumnTarget] = [:]
    var texts: [String: [ColumnTarget]] = [:]
    for (target, id, all) in targets {
      codes[id] = target
      for text in Set(all.map(LooseText.folded)) where !text.isEmpty { texts[text, default: []].append(target) }
    }
    // Some products allow no hyphens in codes, or have other marks.
    bareCodes = Dictionary(grouping: targets) { Self.bare($0.id) ?? "" }
      .filter { !$0.key.isEmpty && $0.value.count == 1 }.compactMapValues(\.first?.target)
    var rows: [(String, ColumnTarget)] = [(RowColumns.respondent, .respondent)]
    if questionnaire.isNamed {
      rows += [(RowColumns.person, .respondent), (RowColumns.rater, .rater), (RowColumns.date, .date)]
    }
    for (name, target) in rows where codes[name] == nil { codes[name] = target }
    aboutRows = Set(rows.map(\.0))
    self.codes = codes
    self.texts = texts
    names = Dictionary(
      targets.map { ($0.target, $0.id) } + rows.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.targets = targets.map { ($0.id, [$0.id] + $0.texts) }
  }

  /// The target with an id; an option's is such as `channels[phone]`.
  func target(named id: String) -> ColumnTarget? {
    if let target = codes[id] { return target }
    for part in options.isEmpty ? [] : OptionColumns.parts(of: id) where id.hasSuffix("]") {
      if case .question(let index) = codes[part.question], let mark = options.mark(part.option, of: index) {
        return .option(mark, of: index)
      }
    }
    return nil
  }

  /// The name of a target.
  func name(of target: ColumnTarget) -> String {
    if case .option(let mark, of: let index) = target { return options.name(mark, of: index) }
    return names[target] ?? ""
  }

  /// The only target whose id differs from a code in the marks between words alone.
  private func target(like code: String) -> ColumnTarget? { Self.bare(code).flatMap { bareCodes[$0] } }

  /// A code without hyphens, underscores, full stops and brackets; nil for what is none.
  private static func bare(_ code: String) -> String? {
    let letters = code.filter { !"-_.[]".contains($0) }
    return letters.isEmpty || letters.contains(where: { !isOfCode($0) }) ? nil : letters
  }

  /// The ids that a map may name, and keys of JSON Lines.
  var ids: [String] { aboutRows.union(names.values).sorted() }

  /// Finds the question whose text is most like a column's. O(letters of all questions) to make.
  var nearest: NearestQuestion { NearestQuestion(targets) }

  // MARK: Codes

  /// The target whose id stands in a text: as the whole of it, in brackets, or at its beginning or end.
  /// - Parameter exactly: Whether only an id counts that is written as it is; else one with other marks between its words
  ///   does too, such as `leadership_now` or `leadership[now]`, unless it stands unmarked beside a text.
  func code(in texts: [String], exactly: Bool) -> ColumnTarget? {
    for text in texts {
      let folded = LooseText.folded(text)
      if let target = code(in: folded, { target(named: $0) }) { return target }
      if !exactly, let target = code(in: folded, { target(like: $0) }, needsMark: true) { return target }
    }
    return nil
  }

  private func code(
    in folded: String, _ find: (String) -> ColumnTarget?, needsMark: Bool = false
  ) -> ColumnTarget? {
    if let whole = find(folded) { return whole }
    for part in Self.bracketed(folded) {
      if let target = find(part), target != .respondent || isNamed { return target }
    }
    for text in [folded] + (LooseText.withoutOrdinal(folded).map { [$0] } ?? []) {
      let start = text.prefix(while: Self.isOfCode)
      let after = text.dropFirst(start.count).first
      if isCode(start, isMarked: after.map { ".:)]|-".contains($0) } ?? false, at: after, needsMark),
        let target = find(String(start))
      {
        return target
      }
    }
    let end = String(folded.reversed().prefix(while: Self.isOfCode).reversed())
    let before = folded.dropLast(end.count)
    let isMarked = before.last { $0 != " " } == "|"
    return isCode(end[...], isMarked: isMarked, at: before.last, needsMark) ? find(end) : nil
  }

  /// Whether a word beside a text is meant as a code. A plain word such as “people” may be a word of the text, so it needs
  /// a mark; one with a hyphen or digit does not.
  private func isCode(_ word: Substring, isMarked: Bool, at neighbour: Character?, _ needsMark: Bool) -> Bool {
    guard !word.isEmpty, !aboutRows.contains(String(word)), let neighbour else { return false }
    return isMarked || !needsMark && neighbour == " " && word.contains { $0 == "-" || $0.isNumber }
  }

  private static func isOfCode(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
  }

  /// What stands in brackets of a text.
  private static func bracketed(_ text: String) -> [String] {
    var parts: [String] = []
    var open: String.Index?
    for index in text.indices {
      switch text[index] {
      case "[", "(": open = text.index(after: index)
      case "]", ")":
        if let start = open.take() { parts.append(LooseText.folded(String(text[start..<index]))) }
      default: continue
      }
    }
    return parts
  }

  // MARK: Options

  /// The option that a column alone is of, and how its question was found; without a mark where no option is called so.
  func option(of title: String) -> (question: Int, mark: OptionColumns.Mark?, match: ImportedColumn.Match)? {
    if options.isEmpty || title.utf8.count > options.longestName { return nil }
    var unknown: (question: Int, mark: OptionColumns.Mark?, match: ImportedColumn.Match)?
    for part in OptionColumns.parts(of: title) {
      guard let (target, match) = choicesTarget(part.question) else { continue }
      if let mark = options.mark(part.option, of: target) { return (target, mark, match) }
      if unknown == nil { unknown = (target, nil, match) }
    }
    return unknown
  }

  /// The question with several choices that a text names by its code or is.
  private func choicesTarget(_ text: String) -> (Int, ImportedColumn.Match)? {
    let target = code(in: [text], exactly: true) ?? code(in: [text], exactly: false)
    if case .question(let index) = target { return options.has(index) ? (index, .code) : nil }
    guard let found = self.text(of: FormColumn(.question, text)), found.targets.count == 1,
      case .question(let index) = found.targets[0], options.has(index)
    else { return nil }
    return (index, .text)
  }

  // MARK: Texts

  /// The targets whose text is a column's, and which of several columns of that text it is, from 1.
  func text(of column: FormColumn) -> (key: String, targets: [ColumnTarget], number: Int)? {
    let folded = column.texts.map(LooseText.folded).filter { !$0.isEmpty }
    for text in folded {
      for variant in [text] + (LooseText.withoutOrdinal(text).map { [$0] } ?? []) {
        if let targets = texts[variant] { return (variant, targets, 1) }
      }
    }
    for text in folded {
      for variant in [text] + (LooseText.withoutOrdinal(text).map { [$0] } ?? []) {
        if let repeated = LooseText.withoutRepeat(variant), let targets = texts[repeated.text] {
          return (repeated.text, targets, repeated.number)
        }
      }
    }
    return nil
  }
}
