extension Question {
  /// What a form prints beside each option, and what a response file may hold in its place. See
  /// ``AnswerOption/keys(of:)``. O(options · labels).
  public var optionKeys: [String] { AnswerOption.keys(of: answers.options) }
}

extension AnswerOption {
  /// What a form prints beside each of a question's options, and what a response file may hold in its place: A, B, C and
  /// so on.
  ///
  /// Where a letter is how another option is spelled, by its id, its label or its level's value, all keys of the
  /// question are ids: a form never prints what would be read as something else. O(options · labels).
  public static func keys(of options: [AnswerOption]) -> [String] {
    let letters = options.indices.map(letter)
    var owners: [String: Int] = [:]
    for (index, option) in options.enumerated() {
      for text in [option.id.rawValue] + option.label.all { owners[Spelling.folded(text)] = index }
    }
    let isClear = letters.enumerated().allSatisfy { index, letter in
      let folded = Spelling.folded(letter)
      return (owners[folded] ?? index) == index && AnswerStatus(spelling: folded) == nil
    }
    return isClear ? letters : options.map(\.id.rawValue)
  }

  /// The letter of an option: A to Z, then AA, AB …
  private static func letter(_ index: Int) -> String {
    var index = index
    var text = ""
    repeat {
      text.insert(Character(UnicodeScalar(UInt8(65 + index % 26))), at: text.startIndex)
      index = index / 26 - 1
    } while index >= 0
    return text
  }
}
