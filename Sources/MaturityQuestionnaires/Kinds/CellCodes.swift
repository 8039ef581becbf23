import DigitalMaturity

/// What the cells of one column mean: spellings, folded, with the code of each.
///
/// Found without making a String for a cell: one character through a table of 256, more through a hash table over
/// folded bytes.
struct CellCodes: Sendable {
  private var single = Array(repeating: Self.unknown, count: 256)
  private var slots: [Slot] = []
  private var arena: [UInt8] = []
  private var spellings: [[UInt8]: UInt16] = [:]
  /// Spellings as they were added, for cells that have them so.
  private var written: [[UInt8]] = []

  private struct Slot: Sendable {
    var hash: UInt64
    var start: Int
    var count: Int
    var code: UInt16
  }

  private static let unknown = UInt16.max

  /// Adds a spelling; the first of two alike stays.
  mutating func add(_ spelling: String, code: UInt16) {
    let folded = Array(Spelling.folded(spelling).utf8)
    guard !folded.isEmpty, spellings[folded] == nil else { return }
    spellings[folded] = code
    let own = Array(spelling.utf8)
    if own != folded { written.append(own) }
  }

  /// Many cells and their codes: the spellings folded, and as they were added, and all cells of one byte. Each stands once,
  /// in an order that is the same for columns with the same answers.
  var known: [(bytes: [UInt8], code: UInt16)] {
    let singles = single.enumerated().compactMap { byte, code in
      code == Self.unknown ? nil : (bytes: [UInt8(byte)], code: code)
    }
    let folded = spellings.filter { $0.key.count > 1 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let others = written.filter { $0.count > 1 }.compactMap { bytes in
      if case .code(let code) = meaning(of: bytes.span) { (bytes: bytes, code: code) } else { nil }
    }
    return singles + folded.map { (bytes: $0.key, code: $0.value) } + others
  }

  /// Builds the tables; to be called when all spellings have been added.
  mutating func build() {
    let size = Self.tableSize(for: spellings.count)
    slots = Array(repeating: Slot(hash: 0, start: 0, count: 0, code: Self.unknown), count: size)
    for (folded, code) in spellings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      if folded.count == 1 {
        single[Int(folded[0])] = code
        let byte = folded[0]
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { single[Int(byte) - 32] = code }
      }
      let hash = folded.reduce(Self.hashStart, Self.hash)
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index].code != Self.unknown { index = (index + 1) & (size - 1) }
      slots[index] = Slot(hash: hash, start: arena.count, count: folded.count, code: code)
      arena.append(contentsOf: folded)
    }
  }

  /// The meaning of a cell.
  enum Meaning {
    case blank
    case code(UInt16)
    case unknown
  }

  /// Finds what a cell means.
  func meaning(of cell: Span<UInt8>) -> Meaning {
    if cell.isEmpty { return .blank }
    if cell.count == 1, single[Int(cell[0])] != Self.unknown { return .code(single[Int(cell[0])]) }
    // Ids are folded already, so most cells are found as they are.
    if let code = code(of: cell) { return .code(code) }
    let folded = Self.folded(cell)
    if folded.isEmpty { return .blank }
    return code(of: folded.span).map { .code($0) } ?? .unknown
  }

  /// The code of a spelling that is folded already.
  private func code(of spelling: Span<UInt8>) -> UInt16? {
    var hash = Self.hashStart
    for index in spelling.indices { hash = Self.hash(hash, spelling[index]) }
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].code != Self.unknown {
      let slot = slots[index]
      if slot.hash == hash, slot.count == spelling.count,
        spelling.indices.allSatisfy({ arena[slot.start + $0] == spelling[$0] })
      {
        return slot.code
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// ``Spelling/folded(_:)`` over bytes.
  private static func folded(_ cell: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(cell.count)
    fold(cell, into: &folded)
    return folded
  }

  /// Appends a cell folded as ``Spelling/folded(_:)`` does; only text beyond ASCII goes by way of a String.
  static func fold(_ cell: Span<UInt8>, into folded: inout [UInt8]) {
    let start = folded.count
    var isASCII = true
    folded.append(addingCapacity: cell.count) { output in
      var pendingSpace = false
      for index in cell.indices {
        let byte = cell[index]
        switch byte {
        case 0x80...:
          isASCII = false
          return
        case 0x20, 0x09, 0x0A, 0x0D: pendingSpace = output.count > 0
        default:
          if pendingSpace { output.append(0x20) }
          pendingSpace = false
          output.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte)
        }
      }
    }
    guard !isASCII else { return }
    folded.removeLast(folded.count - start)
    folded += Spelling.folded(String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)).utf8
  }

  /// A power of two, at least twice the number of spellings.
  private static func tableSize(for count: Int) -> Int {
    var size = 8
    while size < count * 2 { size *= 2 }
    return size
  }

  /// FNV-1a (Fowler, Noll and Vo), a byte at a time.
  private static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

extension CellCodes {
  /// The spellings of a closed question's answers and of the statuses.
  init(_ question: Question) {
    self.init()
    for (index, option) in question.answers.options.enumerated() {
      add(option.id.rawValue, code: UInt16(index))
    }
    for (index, option) in question.answers.options.enumerated() {
      for label in option.label.all { add(label, code: UInt16(index)) }
    }
    if question.kind == LevelKind.name {
      let options = question.answers.options
      for (index, option) in options.enumerated() {
        // A value that two options have says nothing.
        guard let score = option.score, options.count(where: { $0.score == score }) == 1 else { continue }
        add(DecimalText.exact(score), code: UInt16(index))
      }
    }
    addStatuses()
    // What forms print, and ids as people type them: the names of levels are mostly their ids with spaces.
    for (index, key) in question.optionKeys.enumerated() { add(key, code: UInt16(index)) }
    for (index, option) in question.answers.options.enumerated() {
      add(String(option.id.rawValue.map { $0 == "-" ? " " : $0 }), code: UInt16(index))
    }
    build()
  }

  /// The spellings of an attribute's values.
  init(_ attribute: Attribute) {
    self.init()
    for (index, value) in attribute.values.enumerated() { add(value.id.rawValue, code: UInt16(index)) }
    for (index, value) in attribute.values.enumerated() {
      for label in value.label.all { add(label, code: UInt16(index)) }
    }
    build()
  }

  /// The spellings of statuses alone, for open questions.
  static let statuses: CellCodes = {
    var codes = CellCodes()
    codes.addStatuses()
    codes.build()
    return codes
  }()

  private mutating func addStatuses() {
    for (spelling, status) in AnswerStatus.spellings { add(spelling, code: UInt16(AnswerCode(status).rawValue)) }
    // A dash is how people mark what they leave out.
    for dash in ["-", "–", "—"] { add(dash, code: UInt16(AnswerCode.unanswered.rawValue)) }
  }
}
