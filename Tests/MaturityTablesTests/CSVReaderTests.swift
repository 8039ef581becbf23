import MaturityTables
import Testing

@Suite("CSV reader")
struct CSVReaderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let rows: [[String]]

    init(_ name: String, _ text: String, _ rows: [[String]]) {
      self.name = name
      self.text = text
      self.rows = rows
    }

    var testDescription: String { name }
  }

  @Test(
    "reads what RFC 4180 describes, and its common variants, without a problem",
    arguments: [
      // RFC 4180, section 2, rules 1 to 7.
      Case("rule 1", "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      Case("rule 2, no last line end", "aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      Case("rule 4, spaces are kept", "aaa, bbb ,ccc", [["aaa", " bbb ", "ccc"]]),
      Case("rule 5", "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      Case(
        "rule 6", "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      Case("rule 7", "\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
      Case("comma in quotes", "\"a,b\",c", [["a,b", "c"]]),
      Case("empty source", "", []),
      Case("only a byte order mark", "\u{FEFF}", []),
      Case("byte order mark", "\u{FEFF}id,role\n1,2\n", [["id", "role"], ["1", "2"]]),
      Case("byte order mark before a quotation mark", "\u{FEFF}\"i,d\"", [["i,d"]]),
      Case("byte order mark elsewhere is text", "a\n\u{FEFF}b", [["a"], ["\u{FEFF}b"]]),
      Case("LF", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      Case("lone CR", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      Case("mixed line ends", "a\rb\nc\r\nd\n\re", [["a"], ["b"], ["c"], ["d"], ["e"]]),
      Case("line end after a quoted cell", "\"a\"\r\"b\"\n\"c\"\r\n\"d\"", [["a"], ["b"], ["c"], ["d"]]),
      Case("line ends in a cell are kept", "\"\r\n\",\"\n\",\"\r\"", [["\r\n", "\n", "\r"]]),
      Case("blank lines", "\n\r\n\ra\n\n\nb\r\r", [["a"], ["b"]]),
      Case("nothing but blank lines", "\r\n\n\r\r", []),
      Case("a line of a space is a record", " \n", [[" "]]),
      Case("an empty quoted cell is a record", "\"\"\n\"\"", [[""], [""]]),
      Case("empty cells", ",\n,,\na,", [["", ""], ["", "", ""], ["a", ""]]),
      Case("empty quoted cells", "\"\",\"\",a\n\"\",", [["", "", "a"], ["", ""]]),
      Case("ragged", "a\nb,c\nd,e,f", [["a"], ["b", "c"], ["d", "e", "f"]]),
      Case("only quotation marks", "\"\"\"\",\"\"\"\"\"\"", [["\"", "\"\""]]),
      Case("quotation mark in a plain cell", "5\" disk,a\"b\"c, \"d\"\n", [["5\" disk", "a\"b\"c", " \"d\""]]),
      Case("plain quotation mark does not swallow commas", "a\"b,c\"d\n1,2", [["a\"b", "c\"d"], ["1", "2"]]),
      Case("comma, then closing quotation mark", "\"a,\",\",\"", [["a,", ","]]),
      Case("letters beyond ASCII", "naïve,\"Ysgol, Gŵyl\",日本,🏛\n", [["naïve", "Ysgol, Gŵyl", "日本", "🏛"]]),
      Case("a tab is text", "a\tb,\t", [["a\tb", "\t"]]),
      Case(
        "cells longer than a word", "abcdefghijklmnop,\"abcdefgh\"\"ijklmnop, q\",r\n0123456789",
        [["abcdefghijklmnop", "abcdefgh\"ijklmnop, q", "r"], ["0123456789"]]),
      Case(
        "bytes next to the comma in value", "-,+,-,\u{01},,-\n--------,,,,,,,,",
        [["-", "+", "-", "\u{01}", "", "-"], ["--------", "", "", "", "", "", "", "", ""]]),
    ])
  func reads(_ example: Case) {
    let reading = Reading(example.text)
    #expect(reading.text == example.rows)
    #expect(reading.problems.isEmpty)
    #expect(reading.error == nil)
  }

  struct ProblemCase: Sendable {
    let bytes: [UInt8]
    let rows: [[String]]
    let code: TableProblem.Code
    let record: Int
    let line: Int
    let column: Int

    init(
      _ text: String, _ rows: [[String]], _ code: TableProblem.Code, record: Int, line: Int, column: Int
    ) {
      self.init(Array(text.utf8), rows, code, record: record, line: line, column: column)
    }

    init(
      _ bytes: [UInt8], _ rows: [[String]], _ code: TableProblem.Code, record: Int, line: Int, column: Int
    ) {
      self.bytes = bytes
      self.rows = rows
      self.code = code
      self.record = record
      self.line = line
      self.column = column
    }
  }

  @Test(
    "keeps the cell and names the place of a problem",
    arguments: [
      ProblemCase("\"a\"b,c", [["ab", "c"]], .textAfterQuote, record: 0, line: 1, column: 1),
      ProblemCase("x,\"a\" ,c\n", [["x", "a ", "c"]], .textAfterQuote, record: 0, line: 1, column: 2),
      ProblemCase("\"a\"b\"c,d\"", [["ab\"c", "d\""]], .textAfterQuote, record: 0, line: 1, column: 1),
      ProblemCase(
        "\"one\r\ntwo\",\"a\"\"b\"c\n", [["one\r\ntwo", "a\"bc"]], .textAfterQuote, record: 0, line: 2, column: 2),
      ProblemCase("a\r\rb,c\u{0}d\r", [["a"], ["b", "cd"]], .nulByte, record: 1, line: 3, column: 2),
      ProblemCase("\"p\r\rq\",\"\u{0}\"", [["p\r\rq", ""]], .nulByte, record: 0, line: 3, column: 2),
      ProblemCase("12345678,\u{0}", [["12345678", ""]], .nulByte, record: 0, line: 1, column: 2),
      ProblemCase([0x61, 0x2C, 0xE9, 0x0A], [["a", "\u{FFFD}"]], .invalidUTF8, record: 0, line: 1, column: 2),
      ProblemCase(
        [0x22, 0x0A, 0x22, 0x2C, 0x22, 0xC3, 0x22], [["\n", "\u{FFFD}"]], .invalidUTF8, record: 0, line: 2, column: 2),
    ])
  func reports(_ example: ProblemCase) throws {
    let reading = Reading(example.bytes)
    #expect(reading.text == example.rows)
    #expect(reading.error == nil)
    #expect(reading.problems.count == 1)
    let problem = try #require(reading.problems.first)
    #expect(problem.code == example.code)
    #expect(problem.record == example.record)
    #expect(problem.line == example.line)
    #expect(problem.column == example.column)
    #expect(problem.message.hasSuffix("."))
  }

  @Test("reports several problems in the order of the file")
  func order() {
    let reading = Reading("\"a\"b,\u{0}\n\"c\u{0}\"d,e,\"\"")
    #expect(reading.text == [["ab", ""], ["cd", "e", ""]])
    #expect(reading.problems.map(\.code) == [.textAfterQuote, .nulByte, .textAfterQuote, .nulByte])
    #expect(reading.problems.map(\.column) == [1, 2, 1, 1])
    #expect(reading.problems.map(\.record) == [0, 0, 1, 1])
  }

  @Test(
    "a quotation mark that is never closed ends the reading with its place, after the records before it",
    arguments: [
      ("a,b\n1,\"x,y\nz\n", [["a", "b"]], 1, 2, 2), ("a\n\n\"1\n2\",3,\"x\"\"", [["a"]], 1, 4, 3),
      ("\"", [], 0, 1, 1), ("a,\"", [], 0, 1, 2), ("a\n\"b\"c,\u{0},\"d\n", [["a"]], 1, 2, 3),
    ] as [(String, [[String]], Int, Int, Int)])
  func unterminated(_ text: String, _ rows: [[String]], _ record: Int, _ line: Int, _ column: Int) {
    for wanted in [1, 4096] {
      let reading = Reading(text, rows: wanted)
      #expect(reading.text == rows)
      #expect(reading.problems.isEmpty)
      #expect(reading.error?.code == .unterminatedQuote)
      #expect(reading.error?.record == record)
      #expect(reading.error?.line == line)
      #expect(reading.error?.column == column)
      #expect(reading.error?.message.contains("Put a quotation mark where the cell ends") == true)
    }
  }

  @Test(
    "a cell of several lines that closes in front of text ends the reading, since rows may be missing",
    arguments: [
      ("id,why\n1,\"open\n2,x\n3,\"good\"\n4,y\n", [["id", "why"]], 2, 2),
      ("id,why\n1,a\n2,\"open\r\n3,x\r\n4,say \"hi\"\r\n", [["id", "why"], ["1", "a"]], 3, 2),
    ] as [(String, [[String]], Int, Int)])
  func closedLate(_ text: String, _ rows: [[String]], _ line: Int, _ column: Int) {
    let reading = Reading(text)
    #expect(reading.text == rows)
    #expect(reading.error?.code == .unterminatedQuote)
    #expect(reading.error?.line == line && reading.error?.column == column)
    #expect(reading.error?.message.contains("is closed 2 lines further down") == true)
    // Blanks behind a cell are no text, and text behind a cell of one line swallows no row.
    #expect(Reading("\"two\nlines\" \t,b\n\"one\" line,c\n").error == nil)
  }

  @Test("counts lines over blank lines and cells of several lines", arguments: [1, 2, 4096])
  func lines(rows: Int) {
    let reading = Reading("\na\r\n\r\n\"b\r\nb\rb\nb\",c\r\rd\n\"e\n\n\"\nf", rows: rows)
    #expect(reading.text == [["a"], ["b\r\nb\rb\nb", "c"], ["d"], ["e\n\n"], ["f"]])
    #expect(reading.lines == [2, 4, 9, 10, 13])
  }

  @Test("gives at most the rows asked for, and one if fewer than one is asked for", arguments: [-3, 0, 1])
  func rowsWanted(rows: Int) throws {
    var reader = CSVReader(.bytes(Array("a\nb\nc\n".utf8)))
    let header = try #require(try reader.next(rows: rows))
    #expect(header.count == 1)
    #expect(header.firstRecord == 0)
    let rest = try #require(try reader.next())
    #expect(rest.count == 2)
    #expect(rest.firstRecord == 1)
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test("a block that is kept does not change when the next is read")
  func keptBlock() throws {
    var reader = CSVReader(.bytes(Array("a,\"b\"x\nc,d\n".utf8)))
    let first = try #require(try reader.next(rows: 1))
    let second = try #require(try reader.next(rows: 1))
    #expect(first.cells(in: 0).map(first.text) == ["a", "bx"])
    #expect(first.problems.count == 1)
    #expect(second.cells(in: 0).map(second.text) == ["c", "d"])
    #expect(second.problems.isEmpty)
  }

  @Test("a cell's bytes can be read without a copy")
  func cellBytes() throws {
    var reader = CSVReader(.bytes(Array("ab,\"c\"\"d\"\n".utf8)))
    let block = try #require(try reader.next())
    let cells = block.cells(in: 0)
    #expect(cells.map { block.withCell($0) { $0.count } } == [2, 3])
    #expect(block.withCell(cells.lowerBound + 1) { $0[1] } == UInt8(ascii: "\""))
  }
}

extension CSVReaderTests.ProblemCase: CustomTestStringConvertible {
  var testDescription: String { "\(code.rawValue): \(String(decoding: bytes, as: UTF8.self).debugDescription)" }
}
