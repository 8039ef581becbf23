extension Question {
  /// What a form prints beside each option, and what a response file may hold in its place. See
  /// ``AnswerOption/keys(of:)``. O(options · labels).
  public var optionKeys: [String] { AnswerOption.keys(of: answers.options) }

  /// The statuses that a form offers behind the options, in the order of forms, each with what it prints beside it, and
  /// what a response file may hold in its place: the letters after the options', or the status's own name where such a
  /// letter is how an option is spelled. An open question has none: what is written there may be any text.
  /// O(options · labels).
  public var statusKeys: [(status: AnswerStatus, key: String)] { formKeys.statuses }

  /// The ``optionKeys`` and the ``statusKeys``, found together.
  package var formKeys: (options: [String], statuses: [(status: AnswerStatus, key: String)]) {
    let offered = AnswerStatus.offered.filter(allowed.contains)
    let letters = OptionLetters(answers.options)
    guard case .closed(let options) = answers else { return (letters.keys, offered.map { ($0, "") }) }
    let further = offered.indices.map { OptionLetters.letter(options.count + $0) }
    let areClear = letters.areKeys && further.allSatisfy { letters.isFree($0) }
    return (letters.keys, zip(offered, further).map { ($0, areClear ? $1 : $0.rawValue) })
  }
}

extension AnswerOption {
  /// What a form prints beside each of a question's options, and what a response file may hold in its place: A, B, C and
  /// so on.
  ///
  /// Where a letter is how another option is spelled, by its id, its label or its level's value, all keys of the
  /// question are ids: a form never prints what would be read as something else. O(options · labels).
  public static func keys(of options: [AnswerOption]) -> [String] { OptionLetters(options).keys }
}

/// The letters of a question's options, and whether they can be their keys.
private struct OptionLetters {
  private let options: [AnswerOption]
  /// The last option that each short spelling means: no letter is longer.
  private var owners: [String: Int] = [:]
  /// Whether no letter is how another option is spelled.
  private(set) var areKeys = true

  init(_ options: [AnswerOption]) {
    self.options = options
    var texts = FoldedTexts()
    for (index, option) in options.enumerated() {
      for text in [option.id.rawValue] + option.label.all {
        texts.append(text)
        let last = texts.count - 1
        if texts.length(of: last) > 4 { continue }
        owners[String(decoding: texts[last], as: UTF8.self)] = index
      }
    }
    areKeys = options.indices.allSatisfy { index in
      let letter = Self.letter(index)
      return (owners[Spelling.folded(letter)] ?? index) == index && !Self.isStatus(letter)
    }
  }

  /// The letters where they can be keys, else the ids.
  var keys: [String] { areKeys ? options.indices.map(Self.letter) : options.map(\.id.rawValue) }

  /// Whether no option is spelled so.
  func isFree(_ letter: String) -> Bool { owners[Spelling.folded(letter)] == nil && !Self.isStatus(letter) }

  private static func isStatus(_ letter: String) -> Bool { AnswerStatus(spelling: Spelling.folded(letter)) != nil }

  /// The letter of an option: A to Z, then AA, AB …
  static func letter(_ index: Int) -> String {
    var index = index
    var text = ""
    repeat {
      text.insert(Character(UnicodeScalar(UInt8(65 + index % 26))), at: text.startIndex)
      index = index / 26 - 1
    } while index >= 0
    return text
  }
}
