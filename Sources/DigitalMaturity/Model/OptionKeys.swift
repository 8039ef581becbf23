extension Question {
  /// What a form prints beside each option, and what a response file may hold in its place. See
  /// ``AnswerOption/keys(of:)``. O(options · labels).
  public var optionKeys: [String] { AnswerOption.keys(of: answers.options) }

  /// The statuses that a form offers behind the options, in the order of forms, each with what it prints beside it, and
  /// what a response file may hold in its place: the letters after the options', or the status's own name where such a
  /// letter is how an option is spelled. An open question has none: what is written there may be any text.
  /// O(options · labels).
  public var statusKeys: [(status: AnswerStatus, key: String)] {
    let offered = AnswerStatus.offered.filter(allowed.contains)
    guard case .closed(let options) = answers else { return offered.map { ($0, "") } }
    let letters = offered.indices.map { AnswerOption.letter(options.count + $0) }
    let taken = Set(options.flatMap { [$0.id.rawValue] + $0.label.all }.map { Spelling.folded($0) })
    let isClear = letters.allSatisfy { letter in
      !taken.contains(Spelling.folded(letter)) && AnswerStatus(spelling: Spelling.folded(letter)) == nil
    }
    return zip(offered, letters).map { ($0, isClear && AnswerOption.areLetters(options) ? $1 : $0.rawValue) }
  }
}

extension AnswerOption {
  /// What a form prints beside each of a question's options, and what a response file may hold in its place: A, B, C and
  /// so on.
  ///
  /// Where a letter is how another option is spelled, by its id, its label or its level's value, all keys of the
  /// question are ids: a form never prints what would be read as something else. O(options · labels).
  public static func keys(of options: [AnswerOption]) -> [String] {
    areLetters(options) ? options.indices.map(letter) : options.map(\.id.rawValue)
  }

  /// Whether the keys of options are letters.
  fileprivate static func areLetters(_ options: [AnswerOption]) -> Bool {
    let letters = options.indices.map(letter)
    var owners: [String: Int] = [:]
    for (index, option) in options.enumerated() {
      for text in [option.id.rawValue] + option.label.all { owners[Spelling.folded(text)] = index }
    }
    return letters.enumerated().allSatisfy { index, letter in
      let folded = Spelling.folded(letter)
      return (owners[folded] ?? index) == index && AnswerStatus(spelling: folded) == nil
    }
  }

  /// The letter of an option: A to Z, then AA, AB …
  fileprivate static func letter(_ index: Int) -> String {
    var index = index
    var text = ""
    repeat {
      text.insert(Character(UnicodeScalar(UInt8(65 + index % 26))), at: text.startIndex)
      index = index / 26 - 1
    } while index >= 0
    return text
  }
}
