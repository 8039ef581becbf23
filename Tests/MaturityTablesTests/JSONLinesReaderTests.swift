import Foundation
import Testing

@testable import MaturityTables

@Suite("JSON Lines")
struct JSONLinesReaderTests {
  struct Lines: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    /// The lines that have nothing in them.
    var empty: [Int] = []
    var problems: [String] = []
    var unknown: [String] = []
    var error: TableError.Code?
  }

  private static let keys = JSONKeys(["a", "b", "c", "x\"y"]) {
    String(decoding: $0, as: UTF8.self).lowercased().utf8.map { $0 }
  }

  /// Digits as codes in the columns a and c, whose other cells are read as they stand.
  private static let columns: CodedColumns = {
    var columns = CodedColumns(codeCount: 2, blank: 99)
    let digits = CellTable((0...9).map { (Array("\($0)".utf8), UInt16($0)) })
    columns.addCodes(digits, index: 0)
    _ = columns.addKept()
    columns.addCodes(digits, index: 1)
    _ = columns.addKept()
    return columns
  }()

  private static func cells(_ rows: CodedRows, _ row: Int, _ bytes: [UInt8]) -> [String] {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (0..<4).map { column in
      if column % 2 == 1 { return text(rows.kept[row * 2 + column / 2].range) }
      if let other = rows.others.first(where: { $0.row == row && $0.column == column }) { return text(other.bytes) }
      let code = rows.codes[rows.place(row, column / 2)]
      return code == 99 ? "" : "\(code)"
    }
  }

  private static func read(
    _ bytes: [UInt8], bytesPerChunk: Int = 1 << 18, limits: TableLimits = .standard
  ) -> Lines {
    var result = Lines()
    var chunks = ChunkReader(.bytes(bytes), format: .jsonLines, limits: limits, bytesPerChunk: bytesPerChunk)
    var before = 0
    var rows = CodedRows(columns)
    var order = JSONKeyOrder()
    do throws(TableError) {
      while let chunk = try chunks.next() {
        var reader = JSONLinesReader(chunk, keys: keys, limits: limits, order: order)
        while try reader.next(into: &rows) {
          for row in 0..<rows.count {
            result.rows.append(cells(rows, row, reader.bytes))
            result.lines.append(before + Int(rows.lines[row]))
          }
          result.empty += rows.emptyLines.map { before + $0 }
          result.problems += rows.problems.map { "\(before + $0.line):\($0.column) \($0.code.rawValue)" }
        }
        result.unknown += reader.unknown.map { "\(before + $0.line):\($0.column) \($0.key)" }
        before += reader.line - 1
        order = reader.order
      }
    } catch {
      result.error = error.code
    }
    return result
  }

  @Test(
    "values become cells under their keys, in any order",
    arguments: [
      (#"{"a":"1","b":"2","c":"3"}"#, ["1", "2", "3", ""]), (#"{"c":3,"a":1.5e2}"#, ["1.5e2", "", "3", ""]),
      (#" { "b" : true , "a" : false , "c" : null } "#, ["false", "true", "", ""]),
      (#"{"c":"7","a":5,"b":6}"#, ["5", "6", "7", ""]), (#"{"a":5,"b":"","c":"12"}"#, ["5", "", "12", ""]),
      (#"{"A":"","B":" x "}"#, ["", " x ", "", ""]), (#"{"x\"y":"é"}"#, ["", "", "", "é"]),
      (#"{"a":"\"\\\/\b\f\n\r\té","b":"\ud83d\ude00","\u0063":"z"}"#, ["\"\\/\u{8}\u{C}\n\r\té", "😀", "z", ""]),
      (#"{"a":"\ud83d","b":"\ude00x"}"#, ["\u{FFFD}", "\u{FFFD}x", "", ""]),
      (
        #"{"a":-0,"b":0.5,"c":"a long text of more than a word, 12345678"}"#,
        ["-0", "0.5", "a long text of more than a word, 12345678", ""]
      ),
    ])
  func reads(line: String, cells: [String]) {
    let read = Self.read(Array(line.utf8))
    #expect(read == Lines(rows: [cells], lines: [1]), "\(read)")
    // The same again below a line with the same keys, and with other ends of lines.
    let twice = Self.read(Array("\(line)\r\n\n\(line)\n".utf8))
    #expect(twice == Lines(rows: [cells, cells], lines: [1, 3]), "\(twice)")
  }

  @Test(
    "a line that is no flat object is left out or mended, with its place",
    arguments: [
      ("[1]", "2:1 bad-json", false), ("x", "2:1 bad-json", false), (#"{"a":1"#, "2:7 bad-json", false),
      (#"{"a" 1}"#, "2:6 bad-json", false), (#"{"a":}"#, "2:6 bad-json", false), (#"{"a":01}"#, "2:6 bad-json", false),
      (#"{"a":1,}"#, "2:8 bad-json", false), (#"{"a":1} x"#, "2:9 bad-json", false), (#"{a:1}"#, "2:2 bad-json", false),
      (#"{"a":"x}"#, "2:6 bad-json", false), (#"{"a":"\q"}"#, "2:7 bad-json", false),
      (#"{"a":"\u12g4"}"#, "2:7 bad-json", false), ("{\"a\":\"\t\"}", "2:7 bad-json", false),
      (#"{"a":tru}"#, "2:6 bad-json", false), (#"{"a":+1}"#, "2:6 bad-json", false),
      (#"{"a":1.}"#, "2:6 bad-json", false),
      (#"{"a":1e}"#, "2:6 bad-json", false), (#"{"a":[1,{"b":"]"}]"#, "2:19 bad-json", false),
      (#"{"a":[1"#, "2:6 bad-json", false),
      (#"{"a":[1,{"b":"]}"}],"b":1}"#, "2:6 nested-value", true), (#"{"a":{"b":2}}"#, "2:6 nested-value", true),
      (#"{"a":1,"a":2}"#, "2:8 repeated-key", true), (#"{"a":null,"A":2}"#, "2:11 repeated-key", true),
      (#"{"a":"\u0000"}"#, "2:7 nul-byte", true),
    ])
  func problems(line: String, problem: String, isKept: Bool) {
    let read = Self.read(Array("{\"a\":7}\n\(line)\n{\"a\":8}\n".utf8))
    #expect(read.problems == [problem])
    #expect((read.lines + read.empty).sorted() == (isKept ? [1, 2, 3] : [1, 3]))
    #expect(read.rows.first?[0] == "7")
    #expect(read.rows.last?[0] == "8")
  }

  @Test("invalid UTF-8 is kept and named; a key that is no column is named once")
  func oddBytes() {
    let read = Self.read(
      Array(#"{"a":""#.utf8) + [0xC3, 0x28] + Array("\"}\n{\"zz\":[1]}\n{\"zz\":1,\"b\":\"1\"}".utf8))
    #expect(read.problems == ["1:7 invalid-utf-8"])
    #expect(read.unknown == ["2:2 zz"])
    #expect(read.rows.map { $0[1] } == ["", "1"])
    #expect(read.empty == [2])
  }

  /// Foundation's parser says which lines are JSON.
  @Test("random lines are read as an independent parser reads them, in any chunks and blocks", arguments: 0..<8)
  func fuzz(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 9_000)
    let pieces = [
      "\"a\"", "\"b\"", "\"c\"", "\"q\"", ":", ":", ",", ",", "{", "}", "1", "-2.5", "true", "null", "\"x\"", "\"\\n\"",
      " ", "[]", "0", "\"é\"",
    ]
    for _ in 0..<300 {
      let lines = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        if Int.random(in: 0..<4, using: &generator) > 0 { return Self.members(&generator) }
        return (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
      }
      let bytes = Array(lines.joined(separator: "\n").utf8)
      let whole = Self.read(bytes)
      var objects: [(line: Int, cells: [String])] = []
      for (number, line) in lines.enumerated() {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
        let cells = ["a", "b", "c"].map { key in
          // True is a number there.
          object[key] as? String ?? (line.contains("true") ? nil : object[key] as? Int).map { "\($0)" } ?? ""
        }
        objects.append((number + 1, cells))
      }
      // Of a repeated key the one parser takes the first and the other the last.
      if !whole.problems.contains(where: { $0.hasSuffix("repeated-key") }) {
        #expect((whole.lines + whole.empty).sorted() == objects.map(\.line), "\(lines)")
        for object in objects {
          let row = whole.lines.firstIndex(of: object.line).map { whole.rows[$0] } ?? ["", "", "", ""]
          for (mine, its) in zip(row, object.cells) where !its.isEmpty { #expect(mine == its, "\(lines)") }
        }
      }
      #expect(Self.read(bytes, bytesPerChunk: Int.random(in: 1...40, using: &generator)) == whole, "\(lines)")
    }
  }

  /// A line as programs write them: mostly the same keys in the same order.
  private static func members(_ generator: inout SeededGenerator) -> String {
    func isRare() -> Bool { Int.random(in: 0..<5, using: &generator) == 0 }
    var names = ["a", "b", "c"].filter { _ in !isRare() }
    if isRare() { names.shuffle(using: &generator) }
    let space = isRare() ? " " : ""
    let members = names.map { name in
      let number = Int.random(in: 0...12, using: &generator)
      return "\"\(name)\":\(space)"
        + (isRare() ? "null" : Bool.random(using: &generator) ? "\(number)" : "\"\(number)\"")
    }
    return "{" + members.joined(separator: ",\(space)") + "}"
  }

  @Test("nothing traps on garbage", arguments: 0..<4)
  func garbage(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 77)
    let marks = Array("{}[]\":,\\u0aé\n\r\t n1-.e".utf8) + [0x00, 0xFF, 0xC3]
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        marks[Int.random(in: 0..<marks.count, using: &generator)]
      }
      let read = Self.read(Array("{\"a\":\"".utf8) + bytes, limits: TableLimits(bytesPerRecord: 30))
      #expect(read.rows.allSatisfy { $0.count == 4 })
    }
  }

  @Test("a value of ten megabytes is read, a line over the limit ends the reading")
  func large() {
    let text = String(repeating: "x", count: 10 << 20)
    let line = Array("{\"a\":1}\n{\"a\":\"\(text)\"}\n{\"b\":2}".utf8)
    #expect(Self.read(line).rows.map { $0[0].utf8.count } == [1, 10 << 20, 0])
    let cut = Self.read(line, limits: TableLimits(bytesPerRecord: 1_000))
    #expect(cut.rows.count == 1)
    #expect(cut.error == .recordTooLarge)
    // Nor is what was read of it before it was found to be too long.
    let known = Array("{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4,\"c\":\"\(text)\"}\n{\"b\":5}".utf8)
    let stopped = Self.read(known, limits: TableLimits(bytesPerRecord: 1_000))
    #expect(stopped.rows.map { $0.prefix(2) } == [["1", "2"]] && stopped.error == .recordTooLarge)
  }

  @Test(
    "the name says the format",
    arguments: [("a.csv", TableFormat.csv), ("b.jsonl", .jsonLines), ("c.NDJSON", .jsonLines), ("json", .csv)])
  func formats(path: String, format: TableFormat) {
    #expect(TableFormat(path: path) == format)
  }
}
