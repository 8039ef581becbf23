/// Sees at a glance that options are sound, as nearly all are: without the dictionaries, Strings and places of
/// ``AssessmentChecks/checkOptions(_:at:)``.
///
/// Errs on one side: what it calls sound, that check has nothing to say of; all else is for that check to look at.
struct OptionGlance {
  /// The labels of the options; kept from question to question for their room.
  private var labels = FoldedTexts()
  /// The option of each label.
  private var owners: [Int] = []
  /// The ids of the options that were looked at last and are sound: most questions of a questionnaire have the same.
  private var soundIDs: [Identifier<AnswerOption>] = []

  /// Whether nothing is wrong with these options. O(labels² · length of a label), for at most 32 labels.
  mutating func findsSound(_ options: [AnswerOption]) -> Bool {
    guard !options.isEmpty, options.count <= 32 else { return false }
    labels.removeAll()
    owners.removeAll(keepingCapacity: true)
    guard areIDsSound(options) else { return false }
    var longestID = 0
    for index in options.indices {
      guard !options[index].label.isEmpty, abs(options[index].score ?? 0) <= 1e12 else { return false }
      longestID = max(longestID, options[index].id.rawValue.utf8.count)
      add(options[index].label, of: index)
    }
    guard owners.count <= 32 else { return false }
    for label in owners.indices {
      let mayBeID = labels.length(of: label) <= longestID
      if labels.status(label) != nil || mayBeID && isID(label, ofOther: options) { return false }
      for other in 0..<label where owners[other] != owners[label] && mayBeTaken(label, for: other) { return false }
    }
    return true
  }

  /// Whether all ids are ids, each stands once, and none says why there is no answer.
  private mutating func areIDsSound(_ options: [AnswerOption]) -> Bool {
    let areKnown = soundIDs.count == options.count && options.indices.allSatisfy { options[$0].id == soundIDs[$0] }
    if areKnown { return true }
    let areSound = options.indices.allSatisfy { index in
      let id = options[index].id
      return id.isValid && AnswerStatus(spelling: id.rawValue) == nil && !options[..<index].contains { $0.id == id }
    }
    if areSound { soundIDs = options.map(\.id) }
    return areSound
  }

  private mutating func add(_ label: LocalizedText, of option: Int) {
    // Most labels are plain strings, and need no list.
    if label.translations.isEmpty { return add(label.text, of: option) }
    for text in label.all { add(text, of: option) }
  }

  private mutating func add(_ text: String, of option: Int) {
    labels.append(text)
    owners.append(option)
  }

  private func isID(_ label: Int, ofOther options: [AnswerOption]) -> Bool {
    options.indices.contains { $0 != owners[label] && labels.isAlike(label, options[$0].id.rawValue) }
  }

  /// Whether two labels are spelled alike, or one is a statement that stands inside the other.
  private func mayBeTaken(_ first: Int, for second: Int) -> Bool {
    let isFirstShorter = labels.length(of: first) < labels.length(of: second)
    let (inner, outer) = isFirstShorter ? (first, second) : (second, first)
    return labels.areAlike(inner, outer) || labels.isStatement(inner, inside: outer)
  }
}
