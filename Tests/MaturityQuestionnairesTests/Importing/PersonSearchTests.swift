import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("finding a person") struct PersonSearchTests {
  private func search(
    _ text: String, file: String = "a.csv", _ names: String..., mentions: Bool = false
  ) throws -> PersonSearch {
    var search = PersonSearch(names, mentions: mentions)
    try search.read(.bytes(Array(text.utf8)), file: file)
    return search
  }

  private func places(_ search: PersonSearch) -> [String] {
    search.places.map { "\($0.line) \($0.column)\($0.isMention ? " ~" : "")" }
  }

  @Test("whole cells, however written, by line and column")
  func cells() throws {
    let text =
      "respondent;note\r\np1;so\r\n\r\n\" P1 \";\"two\nlines\"\r\n'=p;x\r\np12;p1 said so\r\nx;ann@town.example"
    #expect(places(try search(text, "p1")) == ["2 respondent", "4 respondent"])
    #expect(
      places(try search(text, "p1", mentions: true)) == ["2 respondent", "4 respondent", "7 respondent ~", "7 note ~"])
    #expect(places(try search(text, "=p", "ANN@town.example")) == ["6 respondent", "8 note"])
    let all = try search(text, "nobody", "")
    #expect(all.places.isEmpty && all.rows == 5)
    // The first row may be a person's.
    #expect(places(try search("p1,x\np2,y\n", "p1", "p2")) == ["1 1", "2 p1"])
  }

  @Test("what is wrong in a file is told, since a name may be missed; an open quotation mark ends the search")
  func wrong() throws {
    var found = PersonSearch(["p1"])
    let problem = Diagnostic(Diagnostic.Code(rawValue: "no-result"), severity: .warning, "a formula without its result")
    var rows = [FormRow(["name"], line: 1), FormRow(["x"], line: 2, problems: [problem])].makeIterator()
    try found.read(file: "book.xlsx") { rows.next() }
    #expect(found.problems.list == [problem])
    let error = #expect(throws: DocumentError.self) { try search("a,b\np1,\"x\np1,y\n", "p1") }
    #expect(error?.diagnostics.map(\.code.rawValue) == ["unterminated-quote"])
  }

  @Test("JSON Lines, their lists too, and what cannot be read has its place")
  func lines() throws {
    let text = "{\"respondent\": \"p1\", \"a\": [\"x\", \"p2\"]}\n\n{\"respondent\": \"p2\", \"n\": 5}\n"
    #expect(places(try search(text, file: "a.jsonl", "P2")) == ["1 a", "3 respondent"])
    #expect(places(try search(text, file: "a.jsonl", "5")) == ["3 n"])
    let error = #expect(throws: DocumentError.self) { try search(text + "{\"a\": \n", file: "a.jsonl", "p2") }
    #expect(error?.diagnostics.first?.location?.line == 4)
  }

  @Test(
    "a person's rows are taken out, and every other byte stays",
    arguments: [
      ("respondent,x\np1,a\np2,b\np1,c\n", "respondent,x\np2,b\n"),
      ("respondent,x\r\np1,\"a\r\nb\"\r\np2,b\r\np1,c", "respondent,x\r\np2,b\r\n"),
      ("respondent,x\rp2,b\r\r\np1,a\r", "respondent,x\rp2,b\r\r\n"),
      ("sep=;\nrespondent;x\np1;\"\"\"p1\"\"\"\np2;é", "sep=;\nrespondent;x\np2;é"),
      ("respondent,x\np2,p1 said\n", "respondent,x\np2,p1 said\n"),
      ("\u{FEFF}respondent,x\np1,a\n", "\u{FEFF}respondent,x\n"),
    ])
  func removing(_ text: String, _ left: String) throws {
    let search = try search(text, "p1", mentions: true)
    #expect(String(decoding: search.removing(from: Array(text.utf8), file: "a.csv"), as: UTF8.self) == left)
    #expect(search.removing(from: Array(text.utf8), file: "b.csv") == Array(text.utf8))
  }

  @Test("lines of JSON Lines are taken out")
  func removingLines() throws {
    let text = "{\"respondent\": \"p1\"}\r\n{\"respondent\": \"p2\"}\r\n{\"respondent\": \"p1\"}"
    let search = try search(text, file: "a.jsonl", "p1")
    #expect(
      String(decoding: search.removing(from: Array(text.utf8), file: "a.jsonl"), as: UTF8.self)
        == "{\"respondent\": \"p2\"}\r\n")
  }

  @Test("after taking out nothing is found, and the others are as they were", arguments: 0..<40)
  func law(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let cells = ["p1", "p2", " P1", "", "a\nb", "\"q\"", "p1,", "é", "x\r\ny"]
    let ends = ["\n", "\r\n", "\r", "\n\n"]
    var text = "respondent,x"
    var kept: [[String]] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let row = (0..<2).map { _ in cells.randomElement(using: &generator) ?? "" }
      text += ends.randomElement(using: &generator) ?? ""
      text += row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      if !row.contains(where: { Spelling.folded($0) == "p1" }) { kept.append(row) }
    }
    let found = try search(text, "p1")
    let left = found.removing(from: Array(text.utf8), file: "a.csv")
    #expect(try search(String(decoding: left, as: UTF8.self), "p1").places.isEmpty)
    var reader = CSVReader(.bytes(left))
    var rows: [[String]] = []
    while let block = try reader.next() {
      for row in 0..<block.count { rows.append(block.cells(in: row).map(block.text(of:))) }
    }
    #expect(Array(rows.dropFirst()) == kept)
  }
}
