import DigitalMaturity
import MaturityTables

/// What the cells of one column mean: spellings, folded, with the code of each.
///
/// Found without making a String for a cell: one character through a table of 256, more through a hash table over
/// folded bytes.
struct CellCodes: Sendable {
  private var single = Array(repeating: Self.unknown, count: 256)
  /// The spellings in the order they were added, and their bytes one after the other.
  private var spellings: [Spelled] = []
  private var arena: [UInt8] = []
  /// A hash table: the numbers of spellings, from 1; 0 in a slot without one.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  /// Short spellings as they were added, for cells that have them so.
  private var written: [(bytes: [UInt8], code: UInt16)] = []
  /// Many cells and their codes, for a reader that looks them up at once: folded or as they were added.
  private(set) var table = CellTable([])

  private struct Spelled: Sendable {
    var hash: UInt64
    var bytes: Range<Int>
    var code: UInt16
  }

  private static let unknown = UInt16.max

  /// Adds a spelling; the first of two alike stays.
  /// - Parameter isBeforeStatuses: Whether it means this even where it is how a status is spelled.
  mutating func add(_ spelling: String, code: UInt16, isBeforeStatuses: Bool = false) {
    let start = arena.count
    Spelling.append(spelling, to: &arena)
    let bytes = start..<arena.count
    if bytes.isEmpty { return }
    let (hash, slot) = find(arena.span.extracting(bytes))
    if slots[slot] == 0 {
      spellings.append(Spelled(hash: hash, bytes: bytes, code: code))
      slots[slot] = UInt32(truncatingIfNeeded: spellings.count)
    } else {
      arena.removeSubrange(bytes)
      let known = Int(slots[slot]) - 1
      if spellings[known].code != code {
        guard isBeforeStatuses, spellings[known].code >= AnswerCode.maximumOptions else { return }
        spellings[known].code = code
        for index in written.indices {
          let cell = written[index].bytes
          if Self.folded(cell.span).elementsEqual(arena[spellings[known].bytes]) { written[index].code = code }
        }
      }
    }
    let folded = spellings[Int(slots[slot]) - 1].bytes
    if spelling.utf8.count <= CellTable.longestSpelling, !spelling.utf8.elementsEqual(arena[folded]) {
      let own = Array(spelling.utf8)
      if !written.contains(where: { $0.bytes == own }) { written.append((own, code)) }
    }
    if folded.count == 1 {
      let byte = arena[folded.lowerBound]
      single[Int(byte)] = code
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { single[Int(byte) - 32] = code }
    }
    if spellings.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, spelling) in spellings.enumerated() {
      var slot = Int(truncatingIfNeeded: spelling.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// The hash of a folded spelling, and its slot, or the empty one where it would stand.
  private func find(_ spelling: Span<UInt8>) -> (hash: UInt64, slot: Int) {
    // FNV-1a (Fowler, Noll and Vo), a byte at a time.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in spelling.indices { hash = (hash ^ UInt64(spelling[index])) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = spellings[Int(slots[slot]) - 1]
      if known.hash == hash, known.bytes.count == spelling.count,
        spelling.indices.allSatisfy({ arena[known.bytes.lowerBound + $0] == spelling[$0] })
      {
        break
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (hash, slot)
  }

  /// Fills the table with the codes that are allowed, each spelling once, in an order that is the same for columns with the
  /// same answers.
  private mutating func makeTable(where isAllowed: (UInt16) -> Bool = { _ in true }) {
    var known: [(bytes: [UInt8], code: UInt16)] = []
    for byte in single.indices where single[byte] != Self.unknown && isAllowed(single[byte]) {
      known.append(([UInt8(byte)], single[byte]))
    }
    for spelling in spellings where spelling.bytes.count > 1 && spelling.bytes.count <= CellTable.longestSpelling {
      if isAllowed(spelling.code) { known.append((Array(arena[spelling.bytes]), spelling.code)) }
    }
    for spelling in written where spelling.bytes.count > 1 && isAllowed(spelling.code) { known.append(spelling) }
    table = CellTable(known)
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
    let number = slots[find(spelling).slot]
    return number == 0 ? nil : spellings[Int(number) - 1].code
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
}

extension CellCodes {
  /// The spellings of a closed question's answers and of the statuses.
  init(_ question: Question) {
    self = .statuses
    let options = question.answers.options
    for (index, option) in options.enumerated() {
      add(option.id.rawValue, code: UInt16(index), isBeforeStatuses: true)
    }
    for (index, option) in options.enumerated() {
      for label in option.label.all { add(label, code: UInt16(index), isBeforeStatuses: true) }
    }
    if question.kind == LevelKind.name {
      for (index, option) in options.enumerated() {
        // A value that two options have says nothing.
        guard let score = option.score, options.count(where: { $0.score == score }) == 1 else { continue }
        add(DecimalText.exact(score), code: UInt16(index), isBeforeStatuses: true)
      }
    }
    // What forms print, and ids as people type them: the names of levels are mostly their ids with spaces.
    let keys = question.formKeys
    for (index, key) in keys.options.enumerated() { add(key, code: UInt16(index)) }
    for (status, key) in keys.statuses { add(key, code: UInt16(AnswerCode(status).rawValue)) }
    for (index, option) in options.enumerated() where option.id.rawValue.utf8.contains(UInt8(ascii: "-")) {
      add(String(option.id.rawValue.map { $0 == "-" ? " " : $0 }), code: UInt16(index))
    }
    makeTable { question.offers(AnswerCode(rawValue: UInt8(truncatingIfNeeded: $0))) }
  }

  /// The spellings of an attribute's values.
  init(_ attribute: Attribute) {
    self.init()
    for (index, value) in attribute.values.enumerated() { add(value.id.rawValue, code: UInt16(index)) }
    for (index, value) in attribute.values.enumerated() {
      for label in value.label.all { add(label, code: UInt16(index)) }
    }
    makeTable()
  }

  /// The spellings of statuses alone, for open questions.
  static let statuses: CellCodes = {
    var codes = CellCodes()
    codes.addStatuses()
    return codes
  }()

  private mutating func addStatuses() {
    for (spelling, status) in AnswerStatus.spellings { add(spelling, code: UInt16(AnswerCode(status).rawValue)) }
    // As forms print them: found at once by readers that do not fold.
    for word in ["Don't know", "Don’t know"] { add(word, code: UInt16(AnswerCode(.dontKnow).rawValue)) }
    for word in ["Not applicable", "N/A"] { add(word, code: UInt16(AnswerCode(.notApplicable).rawValue)) }
    // Files of ratings have a word of their own.
    for word in ["not-needed", "not needed"] { add(word, code: UInt16(AnswerCode(.notApplicable).rawValue)) }
    // A dash is how people mark what they leave out.
    for dash in ["-", "–", "—"] { add(dash, code: UInt16(AnswerCode.unanswered.rawValue)) }
  }
}

extension Question {
  /// Whether a code is an answer or a status that the question offers; branching's own needs no offer.
  func offers(_ code: AnswerCode) -> Bool {
    code.rawValue < AnswerCode.maximumOptions || code == .notShown || allowed.contains(code.status)
  }
}
