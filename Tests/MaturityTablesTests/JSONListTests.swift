import Testing

@testable import MaturityTables

@Suite("Lists in JSON Lines") struct JSONListTests {
  private static func read(_ text: String) -> (cell: String?, end: Int)? {
    let bytes = Array(text.utf8)
    guard let list = try? JSONList(bytes.span, at: 0, end: bytes.count) else { return nil }
    return (list.text.map { String(decoding: $0, as: UTF8.self) }, list.end)
  }

  @Test(arguments: [
    ("[]", ""), ("[ ]", ""), (#"["a"]"#, "a;"), (#"["a","b"]"#, "a;b;"),
    (#" ["a" , "b" ] "#.dropFirst().description, "a;b;"),
    (#"["x; y","b"]"#, #""x; y";b;"#), (#"["say \"so\""]"#, #""say ""so""";"#), (#"["é","\u00e9"]"#, "é;é;"),
    ("[1,2.5,true,null]", "1;2.5;true;"), ("[null]", ""), (#"[""]"#, ";"), (#"["a, b"]"#, "a, b;"),
  ])
  func elementsBecomeOneCell(_ list: String, _ cell: String) throws {
    let read = try #require(Self.read(list))
    #expect(read.cell == cell)
    #expect(cell.utf8.count <= read.end, "it fits where the list stood")
  }

  @Test(arguments: [#"[["a"]]"#, #"[{"a":1}]"#, #"["a",["b"]]"#]) func listsInsideHaveNoCell(_ list: String) throws {
    let read = try #require(Self.read(list))
    #expect(read.cell == nil)
    #expect(read.end == list.utf8.count)
  }

  @Test(arguments: ["[", #"["a""#, #"["a" "b"]"#, #"["a",]"#, "[x]", #"["a"}"#, "[[]", "[,]", #"["a"#])
  func whatIsNoListIsRefused(_ list: String) {
    #expect(Self.read(list) == nil)
  }

  /// In a file: where a column takes lists, where it takes none, and after what stands behind.
  @Test func aColumnTakesListsOrNot() throws {
    let keys = JSONKeys(["several", "one"], lists: [0]) { $0 }
    let text = """
      {"several":["a","b"],"one":"x"}
      {"several":[["a"]],"one":["x"]}
      {"several":[],"one":"y"}
      {"several":["a" "b"],"one":"z"}

      """
    var chunks = ChunkReader(.bytes(Array(text.utf8)), format: .jsonLines)
    let chunk = try #require(try chunks.next())
    var reader = JSONLinesReader(chunk, keys: keys)
    var columns = CodedColumns(codeCount: 0, blank: 0)
    for _ in 0..<2 { _ = columns.addKept() }
    var coded = CodedRows(columns)
    #expect(try reader.next(into: &coded))
    let rows = (0..<coded.count).map { row in
      (0..<2).map { String(decoding: reader.bytes[coded.kept[row * 2 + $0].range], as: UTF8.self) }
    }
    // A line with nothing left in it is no row.
    #expect(rows == [["a;b;", "x"], ["", "y"]])
    #expect(coded.emptyLines == [2])
    #expect(
      coded.problems.map { "\($0.line):\($0.column) \($0.code.rawValue)" } == [
        "2:12 nested-value", "2:26 nested-value", "4:17 bad-json",
      ])
  }
}
