import DigitalMaturity

/// How the cell of a response file names several of a question's options: `a;b`, with or without a semicolon at the end.
///
/// A part is an option's id, its label in any language, or the letter that a form prints. Labels that have semicolons in
/// them are found, and so are parts in double quotes, where a quote of the text is doubled. Where there is no semicolon,
/// parts may be separated by commas.
struct OptionCells: Sendable {
  private let codes: CellCodes
  /// For semicolons and for commas, the most parts that one spelling falls into.
  private let mostParts: (semicolon: Int, comma: Int)

  init(_ options: [AnswerOption]) {
    codes = CellCodes(options)
    func most(_ separator: Character) -> Int {
      1 + (options.flatMap(\.label.all).map { label in label.count { $0 == separator } }.max() ?? 0)
    }
    mostParts = (most(";"), most(","))
  }

  /// What comes next in a cell.
  enum Part {
    /// An option, by its position.
    case option(Int)
    /// Something that is none of them: where it stands.
    case unknown(Range<Int>)
    case end
  }

  /// The byte that separates parts of a cell.
  func separator(of cell: Span<UInt8>) -> UInt8 {
    let semicolon = UInt8(ascii: ";")
    for index in cell.indices where cell[index] == semicolon { return semicolon }
    // A label alone may have commas in it: it is found as the longest part.
    return UInt8(ascii: ",")
  }

  /// The next part of a cell from `at` on, which moves behind it. O(bytes · separators in a label).
  func next(in cell: Span<UInt8>, _ separator: UInt8, at: inout Int) -> Part {
    while at < cell.count, cell[at] == separator || Self.isBlank(cell[at]) { at += 1 }
    guard at < cell.count else { return .end }
    let start = at
    if cell[start] == UInt8(ascii: "\""), let part = quoted(in: cell, separator, at: &at) { return part }
    let most = separator == UInt8(ascii: ";") ? mostParts.semicolon : mostParts.comma
    for parts in stride(from: most, through: 1, by: -1) {
      let end = Self.end(of: parts, in: cell, separator, from: start)
      if let option = option(cell.extracting(start..<end)) {
        at = end
        return .option(option)
      }
    }
    at = Self.end(of: 1, in: cell, separator, from: start)
    return .unknown(start..<at)
  }

  /// A part in double quotes; nil where what begins with a quote is no such part.
  private func quoted(in cell: Span<UInt8>, _ separator: UInt8, at: inout Int) -> Part? {
    let quote = UInt8(ascii: "\"")
    let start = at
    var text: [UInt8] = []
    var place = start + 1
    while place < cell.count {
      if cell[place] == quote {
        guard place + 1 < cell.count, cell[place + 1] == quote else { break }
        place += 1
      }
      text.append(cell[place])
      place += 1
    }
    guard place < cell.count else { return nil }
    place += 1
    while place < cell.count, Self.isBlank(cell[place]) { place += 1 }
    guard place == cell.count || cell[place] == separator, let option = option(text.span) else { return nil }
    at = place
    return .option(option)
  }

  private func option(_ part: Span<UInt8>) -> Int? {
    if case .code(let code) = codes.meaning(of: part) { Int(code) } else { nil }
  }

  /// Where the first of so many parts end: at a separator, or with the cell.
  private static func end(of parts: Int, in cell: Span<UInt8>, _ separator: UInt8, from start: Int) -> Int {
    var place = start
    var left = parts
    while place < cell.count {
      if cell[place] == separator {
        left -= 1
        if left == 0 { break }
      }
      place += 1
    }
    return place
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}

extension OptionCells {
  /// The options a cell names, in order; nil where a part is none of them. Repeats are kept.
  func positions(in cell: Span<UInt8>) -> [Int]? {
    let separator = separator(of: cell)
    var positions: [Int] = []
    var at = 0
    while true {
      switch next(in: cell, separator, at: &at) {
      case .option(let option): positions.append(option)
      case .unknown: return nil
      case .end: return positions
      }
    }
  }

  /// What is said of a cell that names something else, or nothing; nil where every part is an option.
  func mismatch(of cell: Span<UInt8>, known: [String]) -> String? {
    let separator = separator(of: cell)
    var at = 0
    var isNothing = true
    while true {
      switch next(in: cell, separator, at: &at) {
      case .option: isNothing = false
      case .unknown(let range):
        let text = String(decoding: range.prefix(200).map { cell[$0] }, as: UTF8.self)
        let shown = text.count <= 40 ? text : "\(text.prefix(39))…"
        return
          "has “\(shown)” in it, which is none of its options; the whole cell counts as blank\(NearestName.hint(text, in: known))"
      case .end: return isNothing ? "names no option; it counts as blank" : nil
      }
    }
  }
}

extension CellCodes {
  /// The spellings of options alone.
  fileprivate init(_ options: [AnswerOption]) {
    self.init()
    for (index, option) in options.enumerated() { add(option.id.rawValue, code: UInt16(clamping: index)) }
    for (index, option) in options.enumerated() {
      for label in option.label.all { add(label, code: UInt16(clamping: index)) }
    }
    for (index, key) in AnswerOption.keys(of: options).enumerated() { add(key, code: UInt16(clamping: index)) }
    for (index, option) in options.enumerated() {
      add(String(option.id.rawValue.map { $0 == "-" ? " " : $0 }), code: UInt16(clamping: index))
    }
  }
}
