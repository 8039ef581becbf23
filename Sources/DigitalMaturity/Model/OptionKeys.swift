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
    let further = options.count..<options.count + offered.count
    let areClear = letters.areKeys && further.allSatisfy { letters.isFree($0) }
    return (letters.keys, zip(offered, further).map { ($0, areClear ? OptionLetters.letter($1) : $0.rawValue) })
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
  /// The last option that each short spelling means, packed: no letter is longer.
  private var owners: [UInt64: Int] = [:]
  /// Whether no letter is how another option is spelled.
  private(set) var areKeys = true

  init(_ options: [AnswerOption]) {
    self.options = options
    var folded: [UInt8] = []
    for (index, option) in options.enumerated() {
      note(option.id.rawValue, index, &folded)
      for label in option.label.all { note(label, index, &folded) }
    }
    areKeys = options.indices.allSatisfy { index in
      let letter = Self.bytes(index)
      return (owners[Self.packed(letter)] ?? index) == index && !Self.isStatus(letter)
    }
  }

  /// - Parameter folded: Memory for the folded text.
  private mutating func note(_ text: String, _ index: Int, _ folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    Spelling.append(text, to: &folded)
    if folded.count <= 4 { owners[Self.packed(folded)] = index }
  }

  /// The letters where they can be keys, else the ids.
  var keys: [String] { areKeys ? options.indices.map(Self.letter) : options.map(\.id.rawValue) }

  /// Whether no option is spelled like the letter of this number.
  func isFree(_ index: Int) -> Bool {
    let letter = Self.bytes(index)
    return owners[Self.packed(letter)] == nil && !Self.isStatus(letter)
  }

  private static func isStatus(_ letter: [UInt8]) -> Bool {
    AnswerStatus.spellingLengths.contains(letter.count)
      && AnswerStatus(spelling: String(decoding: letter, as: UTF8.self)) != nil
  }

  /// A text of up to seven bytes as a number, which no other text has.
  private static func packed(_ text: [UInt8]) -> UInt64 {
    text.reduce(UInt64(text.count)) { $0 << 8 | UInt64($1) }
  }

  /// The letter of an option: A to Z, then AA, AB …
  static func letter(_ index: Int) -> String { String(decoding: bytes(index).map { $0 - 32 }, as: UTF8.self) }

  /// The same folded.
  private static func bytes(_ index: Int) -> [UInt8] {
    var index = index
    var letters: [UInt8] = []
    repeat {
      letters.insert(UInt8(ascii: "a") + UInt8(index % 26), at: 0)
      index = index / 26 - 1
    } while index >= 0
    return letters
  }
}
