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
        var cells = (0..<6).map { "\(rows.codes[$0 * CodedRows.capacity + row])" }
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
}
