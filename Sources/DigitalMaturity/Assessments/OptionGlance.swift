/// Sees at a glance that options are sound, as nearly all are: without the dictionaries, Strings and places of
/// ``AssessmentChecks/checkOptions(_:at:)``.
///
/// Errs on one side: what it calls sound, that check has nothing to say of; all else is for that check to look at.
struct OptionGlance {
  /// The labels of the options; kept from question to question for their room.
  private var labels = FoldedTexts()
  /// The option of each label.
  private var owners: [Int] = []

  /// Whether nothing is wrong with these options. O(labels² · length of a label), for at most 32 labels.
  mutating func findsSound(_ options: [AnswerOption]) -> Bool {
    guard !options.isEmpty, options.count <= 32 else { return false }
    labels.removeAll()
    owners.removeAll(keepingCapacity: true)
    for index in options.indices {
      guard isSound(options[index]), !(0..<index).contains(where: { options[$0].id == options[index].id }) else {
        return false
      }
      add(options[index].label, of: index)
    }
    guard owners.count <= 32 else { return false }
    for label in owners.indices {
      if labels.status(label) != nil || isID(label, ofOther: options) { return false }
      for other in 0..<label where owners[other] != owners[label] && mayBeTaken(label, for: other) { return false }
    }
    return true
  }

  private func isSound(_ option: AnswerOption) -> Bool {
    option.id.isValid && AnswerStatus(spelling: option.id.rawValue) == nil && !option.label.isEmpty
      && abs(option.score ?? 0) <= 1e12
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
