extension AssessmentChecks {
  /// Whether there is nothing to say of options: what nearly all are, found without looking for places.
  /// - Parameter spellings: Takes those of the options; kept from question to question for its room.
  func isSound(_ options: [AnswerOption], _ spellings: inout OptionSpellings) -> Bool {
    guard !options.isEmpty || document != nil, options.count <= AnswerCode.maximumOptions else { return false }
    for option in options {
      guard option.id.isValid, !option.label.isEmpty, abs(option.score ?? 0) <= 1e12 else { return false }
    }
    spellings.read(options)
    return spellings.clash == nil && spellings.status == nil && spellings.statementInside == nil
      && !spellings.hasRepeatedIDs
  }

  func checkOptions(_ options: [AnswerOption], at path: ModelPath) {
    if options.isEmpty, document == nil {
      error(.missingKey, "a question of this kind lists its options; add them", path)
    }
    if options.count > AnswerCode.maximumOptions {
      error(.limit, "a question has at most \(AnswerCode.maximumOptions) options; this one has \(options.count)", path)
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
        error(.invalidValue, "a score lies between -1e12 and 1e12, unlike \(shown(score))", place["score"])
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

/// How the cells of a file may spell the options of one question: ids and labels, folded, in one array of bytes.
struct OptionSpellings {
  /// One spelling.
  struct Text {
    let text: String
    let option: Int
    let isLabel: Bool
    let bytes: Range<Int>
  }

  /// The ids of all options, then their labels.
  private(set) var texts: [Text] = []
  private var bytes: [UInt8] = []

  init(_ options: [AnswerOption] = []) { read(options) }

  init(_ values: [Attribute.Value]) {
    for (index, value) in values.enumerated() { add(value.id.rawValue, of: index, isLabel: false) }
    for (index, value) in values.enumerated() { add(value.label, of: index) }
  }

  /// Takes the spellings of these options in place of those before, in the same room.
  mutating func read(_ options: [AnswerOption]) {
    texts.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    for (index, option) in options.enumerated() { add(option.id.rawValue, of: index, isLabel: false) }
    for (index, option) in options.enumerated() { add(option.label, of: index) }
  }

  private mutating func add(_ label: LocalizedText, of option: Int) {
    if label.translations.isEmpty {
      add(label.text, of: option, isLabel: true)
    } else {
      for text in label.all { add(text, of: option, isLabel: true) }
    }
  }

  private mutating func add(_ text: String, of option: Int, isLabel: Bool) {
    let start = bytes.count
    Spelling.append(text, to: &bytes)
    texts.append(Text(text: text, option: option, isLabel: isLabel, bytes: start..<bytes.count))
  }

  func id(of index: Int) -> String { texts[texts[index].option].text }

  // MARK: Alike

  /// Labels that are spelled like the id or label of an earlier option, or like the id of a later one.
  var clashes: [(earlier: Int, later: Int)] {
    var clashes: [(earlier: Int, later: Int)] = []
    var owners: [ArraySlice<UInt8>: Int] = [:]
    for (index, text) in texts.enumerated() where !text.bytes.isEmpty {
      let spelling = bytes[text.bytes]
      if text.isLabel, let owner = owners[spelling], texts[owner].option != text.option {
        clashes.append((owner, index))
      } else {
        owners[spelling] = index
      }
    }
    return clashes
  }

  /// Whether there are any ``clashes``: few options are compared each with each.
  var clash: Bool? {
    guard texts.count <= 32 else { return clashes.isEmpty ? nil : true }
    for (index, text) in texts.enumerated() where text.isLabel && !text.bytes.isEmpty {
      for earlier in texts[..<index] where earlier.option != text.option && isSame(earlier.bytes, text.bytes) {
        return true
      }
    }
    return nil
  }

  var hasRepeatedIDs: Bool {
    let ids = texts.prefix { !$0.isLabel }
    guard ids.count <= 16 else { return Set(ids.map(\.text)).count < ids.count }
    return ids.indices.contains { index in ids[..<index].contains { isSame($0.bytes, ids[index].bytes) } }
  }

  private func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count && bytes[first].elementsEqual(bytes[second])
  }

  // MARK: Statuses

  /// Spellings that say why there is no answer, the first of each option.
  var statuses: [(index: Int, status: AnswerStatus)] {
    var met: Set<Int> = []
    return texts.enumerated().compactMap { index, text in
      guard text.bytes.count <= AnswerStatus.longestSpelling,
        let status = AnswerStatus(spelling: String(decoding: bytes[text.bytes], as: UTF8.self)),
        met.insert(text.option).inserted
      else { return nil }
      return (index, status)
    }
  }

  var status: AnswerStatus? {
    for text in texts where text.bytes.count > 2 && text.bytes.count <= AnswerStatus.longestSpelling {
      if let status = AnswerStatus(spelling: String(decoding: bytes[text.bytes], as: UTF8.self)) { return status }
    }
    return nil
  }

  // MARK: Statements

  /// Options whose statement stands inside another's: exports that join answers could not tell them apart, and people
  /// hardly can. Short labels are left alone: “Agree” stands inside “Strongly agree” as it should.
  var statementsInside: [(inner: Int, outer: Int)] {
    var pairs: [(inner: Int, outer: Int)] = []
    forEachStatementInside { inner, outer in
      pairs.append((inner, outer))
      return true
    }
    return pairs
  }

  var statementInside: Bool? {
    var found: Bool?
    forEachStatementInside { _, _ in
      found = true
      return false
    }
    return found
  }

  private func forEachStatementInside(_ body: (Int, Int) -> Bool) {
    // The serving label of each option, when there are few enough to compare.
    var labels: [Range<Int>] = []
    labels.reserveCapacity(texts.count / 2)
    for text in texts where text.isLabel && text.option == labels.count { labels.append(text.bytes) }
    guard labels.count <= 64 else { return }
    for (inner, statement) in labels.enumerated() where statement.count > 24 {
      for (outer, longer) in labels.enumerated() where longer.count > statement.count && longer.count <= 2_000 {
        if contains(longer, statement), !body(inner, outer) { return }
      }
    }
  }

  /// Whether a text stands inside one that is not shorter.
  private func contains(_ text: Range<Int>, _ part: Range<Int>) -> Bool {
    let bytes = bytes.span
    for start in text.lowerBound...text.upperBound - part.count {
      var length = 0
      while length < part.count, bytes[start + length] == bytes[part.lowerBound + length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
