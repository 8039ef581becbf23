/// Reads a chunk of JSON Lines (one flat object a line) into rows of codes.
///
/// Keys are columns, in any order; a key that is missing leaves its cell empty, and so does `null`. Text, numbers and
/// `true` and `false` are cells with that text; a list is one where the column takes lists. What is wrong is one of the
/// rows' problems: a line that is not JSON is
/// left out; a list or an object inside is left empty; of a key that stands twice the first counts. Lines count from the
/// chunk's start, and columns are bytes of the line from 1.
package struct JSONLinesReader: ~Copyable {
  /// A key that is no column, where it was first met.
  package struct UnknownKey: Sendable {
    package let key: String
    package let line: Int
    package let column: Int
  }

  /// The 1-based line after the rows read so far.
  package private(set) var line = 1
  /// The keys met that are no column.
  package private(set) var unknown: [UnknownKey] = []
  /// The bytes that cells are ranges of: the chunk's, where text has lost its escapes in its place.
  package private(set) var bytes: [UInt8]
  /// The keys to expect, for the reader of the next chunk.
  package private(set) var order: JSONKeyOrder

  private let keys: JSONKeys
  private let limits: TableLimits
  private var at: Int
  private var lineStart = 0
  private var records = 0
  private var unknownKeys: Set<[UInt8]> = []
  /// For each column, the line that had its key last.
  private var met: [Int]
  /// Whether the line that is being read has anything in it.
  private var hasText = false

  /// Where a line stops being JSON, and why.
  private typealias Fault = JSONText.Fault

  /// Reads a chunk.
  /// - Parameter order: The keys to expect, from the reader of a chunk before. Of those that are no column that reader has
  ///   told.
  package init(
    _ chunk: TableChunk, keys: JSONKeys, limits: TableLimits = .standard, order: JSONKeyOrder = JSONKeyOrder()
  ) {
    self.keys = keys
    self.limits = limits
    self.order = order
    bytes = chunk.bytes
    at = chunk.start
    met = Array(repeating: 0, count: keys.count)
  }

  /// The next rows, in place of those given last, and perhaps none but problems; false at the end.
  /// - Parameter rows: Rows whose columns are the keys.
  /// - Throws: `TableError` at a line over the limits, after all rows before it.
  package mutating func next(into rows: inout CodedRows) throws(TableError) -> Bool {
    rows.removeAll()
    while rows.count < CodedRows.capacity, at < bytes.count {
      // What is expected has no line end in it, so that the search for that can start after it.
      let begun = begin(at, &rows)
      let end = bytes.span.place(of: ASCII.lineFeed, from: begun?.at ?? at)
      guard end - at <= limits.bytesPerRecord else {
        rows.abandonRow()
        if rows.hasAnything { return true }
        throw TableError(
          code: .recordTooLarge, record: records, line: line,
          message: "This line is longer than \(limits.bytesPerRecord) bytes. Check that each line is one object.")
      }
      readLine(at..<end, begun, into: &rows)
      at = end + 1
      line += 1
    }
    return rows.hasAnything
  }

  /// Reads what is expected of the line at a place; nil when that is not how it begins.
  private func begin(_ start: Int, _ rows: inout CodedRows) -> Expected? {
    guard bytes[start] == UInt8(ascii: "{") else { return nil }
    let read = Self.readExpected(
      bytes.span, start + 1, order, 0, rows.columns, row: rows.count, into: &rows.codes, &rows.kept)
    return read.at > start + 1 ? read : nil
  }

  private mutating func readLine(_ range: Range<Int>, _ begun: Expected?, into rows: inout CodedRows) {
    let problemsBefore = rows.problems.count
    lineStart = range.lowerBound
    hasText = begun != nil
    do throws(Fault) {
      guard try readObject(range, begun, into: &rows) else { return }
      records += 1
      if hasText {
        rows.endRow(line: line, start: range.lowerBound)
      } else {
        rows.emptyLines.append(line)
        rows.abandonRow()
      }
    } catch {
      rows.abandonRow()
      rows.problems.removeSubrange(problemsBefore...)
      order = JSONKeyOrder()
      problem(.badJSON, error.place, "\(error.message); the line is left out.", &rows)
    }
  }

  private func problem(_ code: TableProblem.Code, _ place: Int, _ message: String, _ rows: inout CodedRows) {
    rows.problems.append(
      TableProblem(code: code, record: records, line: line, column: place - lineStart + 1, message: message))
  }

  // MARK: Lines

  /// Reads one line; false for a blank one.
  /// - Parameter begun: What was read of it already.
  private mutating func readObject(
    _ range: Range<Int>, _ begun: Expected?, into rows: inout CodedRows
  ) throws(Fault) -> Bool {
    let end = range.upperBound
    var (at, number, hasEnded) = (begun?.at ?? range.lowerBound, begun?.number ?? 0, begun?.hasEnded ?? false)
    if begun == nil {
      at = blanksEnd(at, end)
      if at == end { return false }
      guard bytes[at] == UInt8(ascii: "{") else { throw Fault(place: at, message: "An object { } belongs here") }
      at = blanksEnd(at + 1, end)
      hasEnded = at < end && bytes[at] == UInt8(ascii: "}")
      if hasEnded { at += 1 }
    }
    while !hasEnded {
      let read = Self.readExpected(
        bytes.span, at, order, number, rows.columns, row: rows.count, into: &rows.codes, &rows.kept)
      if read.at > at { hasText = true }
      if read.hasEnded {
        at = read.at
        break
      }
      (at, number) = (blanksEnd(read.at, end), read.number)
      let keyStart = at
      let column: Int
      if let place = order.find(bytes.span.extracting(..<end), at, from: number) {
        column = Int(order.keys[place].column)
        at += Int(order.keys[place].length)
        number = place + 1
      } else {
        column = try readKey(&at, end)
        // Lines whose keys come in ever other orders are not expected to end.
        if order.count > 2 * keys.count + 16 { (order, number) = (JSONKeyOrder(), 0) }
        let text = Array(bytes[keyStart..<at])
        number = order.insert(text.span, column: column, of: rows.columns, at: number) ? number + 1 : 0
      }
      at = blanksEnd(at, end)
      try readValue(&at, end, column, keyStart, into: &rows)
      guard at < end else { throw Fault(place: at, message: "The line ends inside an object") }
      if bytes[at] != ASCII.comma { at = blanksEnd(at, end) }
      guard at < end else { throw Fault(place: at, message: "The line ends inside an object") }
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "}") { break }
      guard byte == ASCII.comma else { throw Fault(place: at - 1, message: "A comma or } belongs here") }
      at = blanksEnd(at, end)
    }
    at = blanksEnd(at, end)
    guard at == end else { throw Fault(place: at, message: "Nothing belongs after the object of a line") }
    return true
  }

  /// What was read of members that are expected.
  private struct Expected {
    /// Where the next member starts.
    var at: Int
    /// The number of the key expected there.
    var number: Int
    /// Whether there is no next member, but the end of the object.
    var hasEnded = false
  }

  /// Reads members whose keys are expected and whose values are codes of one character or plain text, as far as there are.
  /// - Parameter bytes: They may go on after the line: no key goes on there, and no value that is read here.
  // Not among all else that reads a line, so that what it looks at stays in registers.
  @inline(never)
  private static func readExpected(
    _ bytes: Span<UInt8>, _ start: Int, _ order: JSONKeyOrder, _ first: Int, _ columns: CodedColumns,
    row: Int, into codes: inout [UInt8], _ kept: inout [CSVBlock.Cell]
  ) -> Expected {
    let keys = order.keys.span
    let (singles, digits, width) = (columns.singles.span, columns.digits.span, columns.codeWidth)
    var codes = codes.mutableSpan
    var (at, number) = (start, first)
    while number < keys.count, bytes.count &- at >= 8 {
      guard order.isThere(number, bytes, at) else {
        guard let place = order.find(bytes, at, from: number) else { break }
        number = place
        continue
      }
      let key = keys[number]
      let value = at &+ Int(key.length)
      guard bytes.count &- value >= 8 else { break }
      guard key.singles >= 0 else {
        guard key.kept >= 0, let end = plainTextEnd(bytes, value) else { break }
        kept[row &* columns.keptCount &+ Int(key.kept)] = CSVBlock.Cell(start: value &+ 1, end: end)
        (at, number) = (end &+ 2, number &+ 1)
        continue
      }
      let word = WordScan.word(bytes, at: value)
      let mark = word & 0xFF00
      var (code, length) = (ByteCodes.none, 2)
      if mark == 0x2C00 || mark == 0x7D00 {
        code = digits[Int(key.singles) &+ Int(word & 0xFF)]
      } else {
        let (byte, spaced) = spacedValue(word)
        code = singles[Int(key.singles) &+ Int(byte)]
        length = spaced
      }
      guard code != ByteCodes.none else { break }
      codes[row &* width &+ Int(key.output)] = code
      (at, number) = (value &+ length, number &+ 1)
      if mark == 0x7D00 { return Expected(at: at, number: number, hasEnded: true) }
      if mark == 0x2C00 { (at, number) = order.read(bytes, at, from: number, columns, row: row, into: &codes) }
    }
    return Expected(at: at, number: number)
  }

  /// Where plain text ends that is a value, with a comma after its quotation marks; nil for anything else, and for text
  /// that may be blank.
  @inline(never)
  private static func plainTextEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard bytes[start] == ASCII.quote, bytes[start &+ 1] > ASCII.quote else { return nil }
    var at = start &+ 1
    while bytes.count &- at >= 8 {
      let word = WordScan.word(bytes, at: at)
      let quotes = WordScan.firstZeroByte(word ^ WordScan.eight(ASCII.quote))
      let slashes = WordScan.firstZeroByte(word ^ WordScan.eight(UInt8(ascii: "\\")))
      let hits = quotes | slashes | WordScan.firstByte(below: 0x20, word) | word & WordScan.highBits
      if hits != 0 {
        at &+= WordScan.firstPlace(hits)
        return bytes[at] == ASCII.quote && at &+ 1 < bytes.count && bytes[at &+ 1] == ASCII.comma ? at : nil
      }
      at &+= 8
    }
    return nil
  }

  /// The character of a value in quotation marks, or with a space before it and after its comma, or both, and how many
  /// bytes there are to the next key; for anything else a byte that is no code.
  @inline(never)
  private static func spacedValue(_ word: UInt64) -> (byte: UInt64, length: Int) {
    if word & 0xFFFF_00FF == 0x202C_0020, word &>> 8 & 0xFF &- 0x30 <= 9 { return (word &>> 8 & 0xFF, 4) }
    if word & 0xFFFF_00FF == 0x2C22_0022 { return (word &>> 8 & 0xFF, 4) }
    if word & 0xFFFF_FF00_FFFF == 0x202C_2200_2220 { return (word &>> 16 & 0xFF, 6) }
    return (0, 2)
  }

  private func blanksEnd(_ start: Int, _ end: Int) -> Int {
    var at = start
    let bytes = bytes.span
    while at < end, bytes[at] == 0x20 || bytes[at] == ASCII.tab || bytes[at] == ASCII.carriageReturn { at += 1 }
    return at
  }

  /// Reads a key and its colon.
  /// - Returns: The column; −1 for none.
  private mutating func readKey(_ at: inout Int, _ end: Int) throws(Fault) -> Int {
    let start = at
    guard at < end, bytes[at] == ASCII.quote else {
      throw Fault(place: at, message: "A key in quotation marks belongs here")
    }
    let text = try JSONText(bytes.span, at: at, end: end)
    let key = text.unescaped.map { $0[...] } ?? bytes[text.range]
    at = text.range.upperBound + 1
    at = blanksEnd(at, end)
    guard at < end, bytes[at] == UInt8(ascii: ":") else {
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
    _ at: inout Int, _ end: Int, _ column: Int, _ keyStart: Int, into rows: inout CodedRows
  ) throws(Fault) {
    guard at < end else { throw Fault(place: at, message: "The line ends before a value") }
    let start = at
    // Empty, unless there is a value that is text.
    var cell = start..<start
    switch bytes[at] {
    case ASCII.quote:
      let text = try JSONText(bytes.span, at: at, end: end)
      at = text.range.upperBound + 1
      cell = text.range
      if let unescaped = text.unescaped {
        // Without its escapes a text is shorter, so it fits where it stood.
        cell = cell.lowerBound..<cell.lowerBound + unescaped.count
        bytes.replaceSubrange(cell, with: unescaped)
      }
      if text.isOdd, column >= 0 { cell = inspect(cell, &rows) }
    case UInt8(ascii: "[") where column >= 0 && keys.takesList[column]:
      cell = try readList(&at, end, &rows)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard let next = try JSONScalar.nestedEnd(bytes.span, at, end) else {
        throw Fault(place: start, message: "This list or object is not closed in its line")
      }
      at = next
      if column >= 0 {
        problem(
          .nestedValue, start, "A list or an object stands here, where text or a number belongs; it is left out.", &rows
        )
      }
    default:
      at = JSONScalar.end(bytes.span, at, end)
      guard JSONScalar.isValid(bytes.span.extracting(start..<at)) else {
        throw Fault(
          place: start, message: "A value belongs here: text in quotation marks, a number, true, false or null")
      }
      if bytes[start] != UInt8(ascii: "n") { cell = start..<at }
    }
    guard column >= 0 else { return }
    if met[column] == line || rows.hasCell(column) {
      return problem(.repeatedKey, keyStart, "The key stands twice in this line; the first counts.", &rows)
    }
    met[column] = line
    rows.put(bytes.span, cell, column: column)
    hasText = hasText || !CodedRows.isBlank(bytes.span, cell)
  }

  /// Reads a list as one cell, which stands where the list stood.
  private mutating func readList(_ at: inout Int, _ end: Int, _ rows: inout CodedRows) throws(Fault) -> Range<Int> {
    let start = at
    let list = try JSONList(bytes.span, at: start, end: end)
    at = list.end
    guard let text = list.text else {
      problem(
        .nestedValue, start,
        "A list or an object stands inside this list, where text or a number belongs; the list is left out.", &rows)
      return start..<start
    }
    if text.isEmpty { return start..<start }
    let range = start..<start + text.count
    bytes.replaceSubrange(range, with: text)
    return inspect(range, &rows)
  }

  /// Tells what is wrong with the text of a cell; returns where it is without NULs.
  private mutating func inspect(_ cell: Range<Int>, _ rows: inout CodedRows) -> Range<Int> {
    let column = cell.lowerBound - lineStart + 1
    let text = bytes.removeNULs(cell)
    if text != nil { rows.problems.append(.nulByte(record: records, line: line, column: column)) }
    let cell = text ?? cell
    if !bytes.span.extracting(cell).isValidUTF8 {
      rows.problems.append(.invalidUTF8(record: records, line: line, column: column))
    }
    return cell
  }
}
