extension AssessmentChecks {
  func checkOptions(_ options: [AnswerOption], at path: ModelPath) {
    if options.isEmpty, document == nil {
      error(.missingKey, "a question of this kind lists its options; add them", path)
    }
    if options.count > AnswerCode.maximumOptions {
      error(
        .limit,
        "a question has at most \(AnswerCode.maximumOptions) options; this one has \(options.count): take some out",
        path)
    }
    var seen: Set<String> = []
    for (index, option) in options.enumerated() {
      let place = path[index]
      checkID(option.id, place)
      if !option.id.rawValue.isEmpty, !seen.insert(option.id.rawValue).inserted {
        error(.duplicateID, "the id “\(option.id)” stands twice among these options; give one another id", place["id"])
      }
      checkText(option.label, "the option's label", place["label"])
      // Not a number, in a document: a level's value that could not be read, and was reported.
      if let score = option.score, !(abs(score) <= 1e12), document == nil || !score.isNaN {
        error(
          .invalidValue, "a score lies between -1e12 and 1e12, unlike \(shown(score)); write a smaller one",
          place["score"])
      }
    }
    let spellings = OptionSpellings(options)
    checkNoStatus(spellings, at: path)
    checkSpellings(spellings, at: path)
    for (inner, outer) in spellings.statementsInside {
      warning(
        .similarStatements,
        "the statement of “\(options[inner].id)” stands inside that of “\(options[outer].id)”; word it differently",
        path[inner]["label"])
    }
  }

  /// A cell is spelled by an id or a label: no label may be another option's id or label.
  func checkSpellings(_ spellings: OptionSpellings, at path: ModelPath) {
    for clash in spellings.clashes {
      let label = spellings.texts[clash.later].text
      error(
        .ambiguousOption,
        "“\(DocumentNode.short(label))” could mean “\(spellings.id(of: clash.later))” or "
          + "“\(spellings.id(of: clash.earlier))”; word one differently",
        path[spellings.texts[clash.later].option]["label"])
    }
  }

  /// A cell that says “don't know” is never an option.
  private func checkNoStatus(_ spellings: OptionSpellings, at path: ModelPath) {
    for (index, status) in spellings.statuses {
      let text = spellings.texts[index]
      error(
        .ambiguousOption,
        "“\(DocumentNode.short(text.text))” is not an answer but says why there is none; take the option out and add "
          + "“\(status.rawValue)” to the question's “allow”", path[text.option][text.isLabel ? "label" : "id"])
    }
  }
}

/// How the cells of a file may spell the options of one question: ids and labels, folded.
struct OptionSpellings {
  /// One spelling.
  struct Text {
    let text: String
    let option: Int
    let isLabel: Bool
  }

  /// The ids of all options, then their labels.
  private(set) var texts: [Text] = []
  /// The same, folded.
  private var folded = FoldedTexts()

  init(_ options: [AnswerOption]) {
    for (index, option) in options.enumerated() { add(option.id.rawValue, of: index, isLabel: false) }
    for (index, option) in options.enumerated() { add(option.label, of: index) }
  }

  init(_ values: [Attribute.Value]) {
    for (index, value) in values.enumerated() { add(value.id.rawValue, of: index, isLabel: false) }
    for (index, value) in values.enumerated() { add(value.label, of: index) }
  }

  private mutating func add(_ label: LocalizedText, of option: Int) {
    for text in label.all { add(text, of: option, isLabel: true) }
  }

  private mutating func add(_ text: String, of option: Int, isLabel: Bool) {
    folded.append(text)
    texts.append(Text(text: text, option: option, isLabel: isLabel))
  }

  func id(of index: Int) -> String { texts[texts[index].option].text }

  /// Labels that are spelled like the id or label of an earlier option, or like the id of a later one.
  var clashes: [(earlier: Int, later: Int)] {
    // Nearly always there are none; whoever has a spelling first is told with those that have it later.
    let repeats = folded.repeats.filter { folded.length(of: $0.later) > 0 }
    if repeats.isEmpty { return [] }
    let alike = Dictionary(repeats.map { ($0.later, $0.first) }, uniquingKeysWith: { first, _ in first })
    var clashes: [(earlier: Int, later: Int)] = []
    var owners: [Int: Int] = [:]
    for (index, text) in texts.enumerated() where folded.length(of: index) > 0 {
      let first = alike[index] ?? index
      if text.isLabel, let owner = owners[first], texts[owner].option != text.option {
        clashes.append((owner, index))
      } else {
        owners[first] = index
      }
    }
    return clashes
  }

  /// Spellings that say why there is no answer, the first of each option.
  var statuses: [(index: Int, status: AnswerStatus)] {
    var met: Set<Int> = []
    return texts.enumerated().compactMap { index, text in
      guard let status = folded.status(index), met.insert(text.option).inserted else { return nil }
      return (index, status)
    }
  }

  /// Options whose statement stands inside another's: exports that join answers could not tell them apart, and people
  /// hardly can. Short labels are left alone: “Agree” stands inside “Strongly agree” as it should.
  var statementsInside: [(inner: Int, outer: Int)] {
    // The serving label of each option, when there are few enough to compare.
    var labels: [Int] = []
    for (index, text) in texts.enumerated() where text.isLabel && text.option == labels.count { labels.append(index) }
    guard labels.count <= 64 else { return [] }
    var pairs: [(inner: Int, outer: Int)] = []
    for inner in labels.indices {
      for outer in labels.indices where folded.isStatement(labels[inner], inside: labels[outer]) {
        pairs.append((inner, outer))
      }
    }
    return pairs
  }
}

extension FoldedTexts {
  /// The status that a text says.
  func status(_ index: Int) -> AnswerStatus? {
    guard AnswerStatus.spellingLengths.contains(length(of: index)) else { return nil }
    return AnswerStatus(spelling: String(decoding: self[index], as: UTF8.self))
  }

  /// Whether a text is long enough to be a statement, and stands inside a longer one.
  func isStatement(_ inner: Int, inside outer: Int) -> Bool {
    let (part, whole) = (length(of: inner), length(of: outer))
    return part > 24 && part < whole && whole <= 2_000 && stands(inner, in: outer)
  }
}
