import Foundation
import Testing

@testable import MaturityTables

@Suite("Keys that are expected")
struct JSONKeyOrderTests {
  private static let names = [
    "a", "question", "a-question-of-some-length-1-of-all", "a-question-of-other-length-1-of-all", "note", "q-1", "q-2",
  ]
  private static let columns: CodedColumns = {
    var columns = CodedColumns(codeCount: 6, blank: 99)
    let answers = CellTable((0...9).map { (Array("\($0)".utf8), UInt16($0)) } + [(Array("k".utf8), 10)])
    for index in 0..<6 {
      if index == 4 { _ = columns.addKept() }
      columns.addCodes(answers, index: index)
    }
    return columns
  }()

  /// The codes and the note of each row, and what is wrong.
  private static func read(_ text: String) throws -> (rows: [[String]], problems: [String]) {
    var reader = JSONLinesReader(
      TableChunk(number: 0, bytes: Array(text.utf8), start: 0), keys: JSONKeys(names) { $0 })
    var rows = CodedRows(columns)
    var result: [[String]] = []
    var problems: [String] = []
    while try reader.next(into: &rows) {
      problems += rows.problems.map { "\($0.line) \($0.code.rawValue)" }
      for row in 0..<rows.count {
        var cells = (0..<6).map { "\(rows.codes[rows.place(row, $0)])" }
        cells.insert(String(decoding: reader.bytes[rows.kept[row].range], as: UTF8.self), at: 4)
        result.append(cells)
      }
    }
    return (result, problems)
  }

  private static func line(_ values: [String?], before: String, after: String) -> String {
    let members = zip(names, values).compactMap { name, value in value.map { "\"\(name)\":\(before)\($0)" } }
    return "{\(members.joined(separator: ",\(after)"))}"
  }

  @Test(
    "lines like those before are read as the first was, with spaces or without, with some keys missing",
    arguments: ["", " "], ["", " "])
  func alike(before: String, after: String) throws {
    let values: [[String?]] = [
      ["1", "2", "3", "4", "\"x\"", "5", "6"], ["7", "8", "9", "0", "\"y\"", "1", "2"],
      ["\"1\"", "\"k\"", nil, "4", "\"\"", nil, "\"6\""], [nil, nil, nil, "4", nil, nil, nil],
      ["1", "null", "3", "true", "\"z\"", "5", "12"], ["1", "2", "3", "4", "\"x\"", "5", "6"],
    ]
    let text = values.map { Self.line($0, before: before, after: after) }.joined(separator: "\n") + "\n"
    let read = try Self.read(text)
    #expect(read.problems.isEmpty)
    #expect(
      read.rows == [
        ["1", "2", "3", "4", "x", "5", "6"], ["7", "8", "9", "0", "y", "1", "2"],
        ["1", "10", "99", "4", "", "99", "6"], ["99", "99", "99", "4", "", "99", "99"],
        ["1", "99", "3", "99", "z", "5", "99"], ["1", "2", "3", "4", "x", "5", "6"],
      ])
  }

  @Test("a letter without quotation marks is no answer, though it is a code with them")
  func bare() throws {
    let read = try Self.read("{\"a\":1,\"question\":2}\n{\"a\":k,\"question\":2}\n{\"a\":\"k\",\"question\":3}\n")
    #expect(read.problems == ["2 bad-json"])
    #expect(read.rows.map { $0[0] } == ["1", "10"])
  }

  @Test(
    "of a key that stands twice the first counts, wherever it was expected",
    arguments: [
      "{\"a\":3,\"question\":2,\"a\":4,\"q-1\":1}", "{\"a\":3,\"a\":4,\"question\":2,\"q-1\":1}",
      "{\"question\":2,\"a\":3,\"a\":4,\"q-1\":1}", "{\"question\":2,\"q-1\":1,\"a\":3,\"a\":4}",
      "{\"a\":3,\"question\":2,\"q-1\":1,\"a\":4}", "{\"q-1\":1,\"a\":3,\"question\":2,\"a\":4,\"a\":5}",
    ])
  func twice(line: String) throws {
    let plain = "{\"a\":1,\"question\":2,\"q-1\":1}\n"
    let read = try Self.read(plain + plain + line + "\n" + plain)
    #expect(Set(read.problems) == ["3 repeated-key"])
    #expect(read.rows.map { $0[0] } == ["1", "1", "3", "1"])
    #expect(read.rows.map { $0[1] } == ["2", "2", "2", "2"])
    #expect(read.rows.map { $0[5] } == ["1", "1", "1", "1"])
  }

  @Test("keys that are alike at both ends are told apart")
  func alikeAtBothEnds() throws {
    let (first, second) = (Self.names[2], Self.names[3])
    let read = try Self.read(
      "{\"\(first)\":1,\"\(second)\":2,\"a\":3}\n{\"\(second)\":4,\"a\":5}\n{\"\(first)\":6,\"\(second)\":7,\"a\":8}\n")
    #expect(read.rows.map { [$0[2], $0[3], $0[0]] } == [["1", "2", "3"], ["99", "4", "5"], ["6", "7", "8"]])
  }

  // MARK: Long lines

  /// Sixteen questions of one to five, with texts before and among them, then sixteen of other answers; one has a name
  /// that no other is near in length.
  private static let longNames: [String] = {
    let questions = (1...32).map { $0 == 5 ? "a-question-of-some-length-\($0)" : "q-\($0)" }
    return ["who"] + questions[..<8] + ["note"] + questions[8...]
  }()

  private static let longColumns: CodedColumns = {
    var columns = CodedColumns(codeCount: 32, blank: 99)
    let scale = CellTable((1...5).map { (Array("\($0)".utf8), UInt16($0)) })
    let others = CellTable((0...9).map { (Array("\($0)".utf8), UInt16($0)) } + [(Array("k".utf8), 10)])
    _ = columns.addKept()
    for index in 0..<32 {
      if index == 8 { _ = columns.addKept() }
      columns.addCodes(index < 16 ? scale : others, index: index)
    }
    return columns
  }()

  /// A line as a program would write it: mostly all members, in order and alike.
  private static func longLine(_ generator: inout SeededGenerator) -> String {
    func isRare(_ among: Int) -> Bool { Int.random(in: 0..<among, using: &generator) == 0 }
    var names = longNames.filter { _ in !isRare(12) }
    if isRare(12) { names.shuffle(using: &generator) }
    let space = isRare(8) ? " " : ""
    let texts = [
      "\"plain\"", "\"\"", "\" \"", "\"é\"", "\"a \\\"b\\\"\"", "null", "7", "\"\\u0041\"",
      "\"of more than eight bytes\"",
    ]
    let odd = ["null", "\"4\"", "12", "true", "\"k\"", "7", "0", "\"\"", "-1", "\"x\"", "1.5"]
    let members = names.map { name in
      let isText = name == "who" || name == "note"
      let digit = "\(Int.random(in: 1...5, using: &generator))"
      let value =
        isText ? texts.randomElement(using: &generator) : isRare(40) ? odd.randomElement(using: &generator) : digit
      return "\"\(name)\":\(space)\(value ?? digit)"
    }
    return "{" + members.joined(separator: ",\(space)") + "}" + (isRare(10) ? "\r" : "")
  }

  /// What is read of each line, by key.
  private static func readLong(_ text: String) throws -> [[String: String]] {
    var reader = JSONLinesReader(
      TableChunk(number: 0, bytes: Array(text.utf8), start: 0), keys: JSONKeys(longNames) { $0 })
    var rows = CodedRows(longColumns)
    var result: [[String: String]] = []
    while try reader.next(into: &rows) {
      #expect(rows.problems.isEmpty)
      for row in 0..<rows.count {
        var cells: [String: String] = [:]
        for (column, name) in longNames.enumerated() {
          switch longColumns.uses[column] {
          case .ignored: break
          case .kept(let index):
            cells[name] = String(decoding: reader.bytes[rows.kept[row * 2 + index].range], as: UTF8.self)
          case .codes(_, let index):
            let code = rows.codes[rows.place(row, index)]
            let other = rows.others.first { $0.row == row && $0.column == column }
            #expect(code == 99 || other == nil)
            cells[name] =
              other.map { String(decoding: reader.bytes[$0.bytes], as: UTF8.self) }
              ?? (code == 99 ? "" : code == 10 ? "k" : "\(code)")
          }
        }
        result.append(cells)
      }
    }
    return result
  }

  @Test(
    "long lines are read as an independent parser reads them, wherever they depart from those before", arguments: 0..<6)
  func long(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 500)
    let lines = (0..<400).map { _ in Self.longLine(&generator) }
    let read = try Self.readLong(lines.joined(separator: "\n"))
    #expect(read.count == lines.count)
    for (cells, line) in zip(read, lines) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      for name in Self.longNames {
        // True is a number there.
        let isTrue = line.contains("\"\(name)\":true") || line.contains("\"\(name)\": true")
        let expected = isTrue ? "true" : object[name] as? String ?? (object[name] as? NSNumber).map { "\($0)" } ?? ""
        #expect(cells[name] == expected, "\(name) in \(line)")
      }
    }
  }

  @Test("members looked up together are those looked up one by one", arguments: 0..<4)
  func together(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 900)
    let lines = (0..<100).map { _ in Self.longLine(&generator) }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    var reader = JSONLinesReader(
      TableChunk(number: 0, bytes: bytes, start: 0), keys: JSONKeys(Self.longNames) { $0 })
    var rows = CodedRows(Self.longColumns)
    while try reader.next(into: &rows) {}
    var wereSome = false
    for start in bytes.indices where bytes[start] == UInt8(ascii: "\"") {
      let number = Int.random(in: 0..<Self.longNames.count, using: &generator)
      let read = [true, false].map { together in
        var codes = rows.codes
        var span = codes.mutableSpan
        let end = reader.order.read(
          bytes.span, start, from: number, Self.longColumns, row: 3, into: &span, together: together)
        wereSome = wereSome || end.at > start
        return (end.at, end.number, codes)
      }
      #expect(read[0] == read[1])
    }
    #expect(wereSome)
  }
}
