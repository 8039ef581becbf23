/// Reads a chunk of JSON Lines (one flat object a line) in blocks of records with the same cells each.
///
/// Keys are columns, in any order; a key that is missing leaves its cell empty, and so does `null`. Text, numbers and
/// `true` and `false` are cells with that text; a list is one where the column takes lists. What is wrong is one of the block's problems: a line that is not JSON is
/// left out; a list or an object inside is left empty; of a key that stands twice the first counts. Lines count from the
/// chunk's start, and columns are bytes of the line from 1.
package struct JSONLinesReader: ~Copyable {
  /// A key that is no column, where it was first met.
  package struct UnknownKey: Sendable {
    package let key: String
    package let line: Int
    package let column: Int
  }

  /// The 1-based line after the records read so far.
  package private(set) var line = 1
  /// The keys met that are no column.
  package private(set) var unknown: [UnknownKey] = []

  private let keys: JSONKeys
  private let limits: TableLimits
  private var last: CSVBlock
  private var at: Int
  private var records = 0
  private var unknownKeys: Set<[UInt8]> = []
  /// The keys of the lines before, in the order to expect: each with its quotation marks and its colon as they stand
  /// there.
  private var expected: [Expected] = []

  private struct Expected: Sendable {
    var start: Int
    var count: Int
    /// The column; −1 for none.
    var column: Int
  }

  /// Where a line stops being JSON, and why.
  private typealias Fault = JSONText.Fault

  /// Reads a chunk.
  package init(
    _ chunk: TableChunk, keys: JSONKeys, limits: TableLimits = .standard,
    reusing memory: consuming CSVBlock = CSVBlock()
  ) {
    self.keys = keys
    self.limits = limits
    last = memory
    last.removeAll()
    last.bytes = chunk.bytes
    at = chunk.start
  }

  /// Gives up the block given last, whose memory another reader can use again.
  package consuming func memory() -> CSVBlock {
    last.removeAll()
    last.bytes = []
    return last
  }

  /// The next block of at most `rows` lines that can be read; nil at the end. Its bytes are those of the whole chunk.
  /// - Throws: `TableError` at a line over the limits.
  package mutating func next(rows: Int) throws(TableError) -> CSVBlock? {
    last.cellList.removeAll(keepingCapacity: true)
    last.rowList.removeAll(keepingCapacity: true)
    last.problems = []
    last.firstRecord = records
    last.firstLine = 1
    while last.rowList.count < max(1, rows), at < last.bytes.count {
      let end = WordScan.first(ASCII.lineFeed, in: last.bytes.span, at..<last.bytes.count)
      guard end - at <= limits.bytesPerRecord else {
        throw TableError(
          code: .recordTooLarge, record: records, line: line,
          message: "This line is longer than \(limits.bytesPerRecord) bytes. Check that each line is one object.")
      }
      readLine(at..<end)
      at = end + 1
      line += 1
    }
    records += last.rowList.count
    return last.rowList.isEmpty && last.problems.isEmpty ? nil : last
  }

  private mutating func readLine(_ range: Range<Int>) {
    let firstCell = last.cellList.count
    let problemsBefore = last.problems.count
    last.cellList.append(contentsOf: repeatElement(Self.none, count: keys.count))
    do throws(Fault) {
      guard try readObject(range, firstCell) else {
        last.cellList.removeLast(keys.count)
        return
      }
      last.rowList.append(CSVBlock.Row(endCell: last.cellList.count, line: UInt32(line - 1)))
    } catch {
      last.cellList.removeLast(keys.count)
      last.problems.removeSubrange(problemsBefore...)
      expected = []
      problem(.badJSON, range.lowerBound, error.place, "\(error.message); the line is left out.")
    }
  }

  /// A cell without a value.
  private static let none = CSVBlock.Cell(start: 0, end: 0)

  private mutating func problem(_ code: TableProblem.Code, _ lineStart: Int, _ place: Int, _ message: String) {
    last.problems.append(
      TableProblem(
        code: code, record: records + last.rowList.count, line: line, column: place - lineStart + 1, message: message))
  }

  // MARK: Lines

  /// Reads one line; false for a blank one.
  private mutating func readObject(_ range: Range<Int>, _ firstCell: Int) throws(Fault) -> Bool {
    var at = blanksEnd(range.lowerBound, range.upperBound)
    let end = range.upperBound
    if at == end { return false }
    guard last.bytes[at] == UInt8(ascii: "{") else { throw Fault(place: at, message: "An object { } belongs here") }
    at = blanksEnd(at + 1, end)
    var number = 0
    if at < end, last.bytes[at] == UInt8(ascii: "}") {
      at += 1
    } else {
      while true {
        let keyStart = at
        let column: Int
        if let place = place(at, end, from: number) {
          column = expected[place].column
          at += expected[place].count
          number = place + 1
        } else {
          column = try readKey(&at, end, range.lowerBound)
          // Lines whose keys come in ever other orders are not expected to end.
          if expected.count > 2 * keys.count + 16 { (expected, number) = ([], 0) }
          expected.insert(Expected(start: keyStart, count: at - keyStart, column: column), at: number)
          number += 1
        }
        at = blanksEnd(at, end)
        try readValue(&at, end, column, keyStart, firstCell, range.lowerBound)
        guard at < end else { throw Fault(place: at, message: "The line ends inside an object") }
        if last.bytes[at] != ASCII.comma { at = blanksEnd(at, end) }
        guard at < end else { throw Fault(place: at, message: "The line ends inside an object") }
        let byte = last.bytes[at]
        at += 1
        if byte == UInt8(ascii: "}") { break }
        guard byte == ASCII.comma else { throw Fault(place: at - 1, message: "A comma or } belongs here") }
        at = blanksEnd(at, end)
      }
    }
    at = blanksEnd(at, end)
    guard at == end else { throw Fault(place: at, message: "Nothing belongs after the object of a line") }
    return true
  }

  /// Which of the next keys expected stands here: some may be missing from a line.
  private func place(_ at: Int, _ end: Int, from number: Int) -> Int? {
    var place = number
    let last = min(number + 6, expected.count)
    while place < last {
      if matches(expected[place], at, end) { return place }
      place += 1
    }
    return nil
  }

  /// Whether a key of the lines before stands here again.
  private func matches(_ key: Expected, _ at: Int, _ end: Int) -> Bool {
    guard end - at >= key.count else { return false }
    let bytes = last.bytes.span
    var offset = 0
    while key.count - offset >= 8 {
      if WordScan.word(bytes, at: key.start + offset) != WordScan.word(bytes, at: at + offset) { return false }
      offset += 8
    }
    while offset < key.count {
      if bytes[key.start + offset] != bytes[at + offset] { return false }
      offset += 1
    }
    return true
  }

  private func blanksEnd(_ start: Int, _ end: Int) -> Int {
    var at = start
    let bytes = last.bytes.span
    while at < end, bytes[at] == 0x20 || bytes[at] == ASCII.tab || bytes[at] == ASCII.carriageReturn { at += 1 }
    return at
  }

  /// Reads a key and its colon.
  /// - Returns: The column; −1 for none.
  private mutating func readKey(_ at: inout Int, _ end: Int, _ lineStart: Int) throws(Fault) -> Int {
    let start = at
    guard at < end, last.bytes[at] == ASCII.quote else {
      throw Fault(place: at, message: "A key in quotation marks belongs here")
    }
    let text = try JSONText(last.bytes.span, at: at, end: end)
    let key = text.unescaped.map { $0[...] } ?? last.bytes[text.range]
    at = text.range.upperBound + 1
    at = blanksEnd(at, end)
    guard at < end, last.bytes[at] == UInt8(ascii: ":") else {
      throw Fault(place: at, message: "A colon belongs after the key")
    }
    at += 1
    if let column = keys.column(key) { return column }
    if unknownKeys.insert(Array(key)).inserted {
      unknown.append(
        UnknownKey(key: String(decoding: key, as: UTF8.self), line: line, column: start - lineStart + 1))
    }
    return -1
  }

  // MARK: Values

  private mutating func readValue(
    _ at: inout Int, _ end: Int, _ column: Int, _ keyStart: Int, _ firstCell: Int, _ lineStart: Int
  ) throws(Fault) {
    guard at < end else { throw Fault(place: at, message: "The line ends before a value") }
    let start = at
    var cell = Self.none
    switch last.bytes[at] {
    case ASCII.quote:
      let text = try JSONText(last.bytes.span, at: at, end: end)
      at = text.range.upperBound + 1
      var range = text.range
      if let unescaped = text.unescaped {
        // Without its escapes a text is shorter, so it fits where it stood.
        range = range.lowerBound..<range.lowerBound + unescaped.count
        last.bytes.replaceSubrange(range, with: unescaped)
      }
      cell = CSVBlock.Cell(start: range.lowerBound, end: range.upperBound)
      if text.isOdd, column >= 0 { inspect(range, lineStart) }
    case UInt8(ascii: "[") where column >= 0 && keys.takesList[column]:
      cell = try readList(&at, end, lineStart)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard let next = try JSONScalar.nestedEnd(last.bytes.span, at, end) else {
        throw Fault(place: start, message: "This list or object is not closed in its line")
      }
      at = next
      if column >= 0 {
        problem(
          .nestedValue, lineStart, start,
          "A list or an object stands here, where text or a number belongs; it is left out.")
      }
    default:
      at = JSONScalar.end(last.bytes.span, at, end)
      guard JSONScalar.isValid(last.bytes.span.extracting(start..<at)) else {
        throw Fault(
          place: start, message: "A value belongs here: text in quotation marks, a number, true, false or null")
      }
      if last.bytes[start] != UInt8(ascii: "n") { cell = CSVBlock.Cell(start: start, end: at) }
    }
    guard column >= 0 else { return }
    if last.cellList[firstCell + column].start != 0 {
      problem(.repeatedKey, lineStart, keyStart, "The key stands twice in this line; the first counts.")
    } else if cell.start != 0 {
      last.cellList[firstCell + column] = cell
    } else {
      // Met, but empty: no cell of a value starts where its line does.
      last.cellList[firstCell + column] = CSVBlock.Cell(start: start, end: start)
    }
  }

  /// Reads a list as one cell, which stands where the list stood.
  private mutating func readList(_ at: inout Int, _ end: Int, _ lineStart: Int) throws(Fault) -> CSVBlock.Cell {
    let start = at
    let list = try JSONList(last.bytes.span, at: start, end: end)
    at = list.end
    guard let text = list.text else {
      problem(
        .nestedValue, lineStart, start,
        "A list or an object stands inside this list, where text or a number belongs; the list is left out.")
      return Self.none
    }
    if text.isEmpty { return Self.none }
    let range = start..<start + text.count
    last.bytes.replaceSubrange(range, with: text)
    inspect(range, lineStart)
    return CSVBlock.Cell(start: range.lowerBound, end: range.upperBound)
  }

  private mutating func inspect(_ cell: Range<Int>, _ lineStart: Int) {
    let (hasNUL, isValid) = Self.inspected(last.bytes.span.extracting(cell))
    let (record, line, column) = (records + last.rowList.count, line, cell.lowerBound - lineStart + 1)
    if hasNUL { last.problems.append(.nulByte(record: record, line: line, column: column)) }
    if !isValid { last.problems.append(.invalidUTF8(record: record, line: line, column: column)) }
  }

  private static func inspected(_ text: Span<UInt8>) -> (hasNUL: Bool, isValid: Bool) {
    (WordScan.first(0, in: text, 0..<text.count) < text.count, text.isValidUTF8)
  }
}
