/// How the texts of forms are compared: people retype them, and word processors and spreadsheets change their characters.
enum LooseText {
  /// A text for comparison: lower case, runs of blanks as one, typographic marks as plain ones, nothing invisible, no
  /// full stop, colon, asterisk or the like at its end.
  static func folded(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    func add(_ bytes: some Sequence<UInt8>) {
      if pendingSpace { folded.append(0x20) }
      pendingSpace = false
      folded.append(contentsOf: bytes)
    }
    var isASCII = true
    // Most texts are plain.
    bytes: for byte in text.utf8 {
      switch byte {
      case 0: continue
      case 0x09...0x0D, 0x20: pendingSpace = !folded.isEmpty
      case 0x80...:
        isASCII = false
        break bytes
      case 0x41...0x5A: add(CollectionOfOne(byte + 32))
      default: add(CollectionOfOne(byte))
      }
    }
    if !isASCII {
      folded.removeAll(keepingCapacity: true)
      pendingSpace = false
      for scalar in text.unicodeScalars where !isInvisible(scalar) {
        if scalar.properties.isWhitespace { pendingSpace = !folded.isEmpty } else { add(plain(scalar).utf8) }
      }
    }
    while let last = folded.last, last == 0x20 || endings.contains(last) { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }

  private static let endings = Set(".:;?!*,".utf8)

  /// A character in lower case, a typographic mark as a plain one.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2018...0x201B, 0x2032, 0x00B4, 0x02BC: "'"
    case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2026: "..."
    default: scalar.properties.lowercaseMapping
    }
  }

  /// Soft hyphens, joiners, marks of direction and of byte order, and what is no character at all.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// A text without a number and a mark in front of it, as in “12. ” or “Q3) ”; nil when there is none.
  static func withoutOrdinal(_ folded: String) -> String? {
    var rest = folded[...]
    if rest.first == "q" { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    guard let mark = rest.first, mark == "." || mark == ")" || mark == ":" else { return nil }
    rest = rest.dropFirst().drop { $0 == " " }
    return rest.isEmpty ? nil : String(rest)
  }

  /// A text without the digits at its end, with their number: how exports tell questions of the same text apart.
  static func withoutRepeat(_ folded: String) -> (text: String, number: Int)? {
    let digits = folded.reversed().prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 4, digits.count < folded.count,
      let number = Int(String(digits.reversed())), number >= 2
    else { return nil }
    // What stood before the digit ends as any text may.
    return (Self.folded(String(folded.dropLast(digits.count))), number)
  }
}

extension LooseText {
  /// A text without blanks and invisible characters around it, and without NUL.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || isInvisible(scalar) }
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    if text.utf8.contains(0) { return String(String.UnicodeScalarView(scalars.filter { $0.value != 0 })) }
    return String(scalars)
  }

  /// A number as people write it, without a sign of money and marks between thousands; nil for other text.
  static func number(_ text: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    var rest = folded(text)[...]
    while let first = rest.first, "£$€".contains(first) || first == " " { rest = rest.dropFirst() }
    let groups = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.count == 1 || (1...3).contains(first.count) else { return nil }
    for (index, group) in groups.enumerated().dropFirst() {
      // The last group may have a fraction or a sign behind it.
      let digits = index + 1 < groups.count ? group[...] : group.prefix { $0.isNumber }
      guard digits.count == 3, digits.allSatisfy(\.isNumber) else { return nil }
    }
    let number = groups.joined()
    return number.isEmpty ? nil : number
  }
}
