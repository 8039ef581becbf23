import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("tables with codes for names") struct PseudonymTableTests {
  private static let table =
    "Name;Mail;led;count\r\nAnn;ann@x;\"a;b\";-3\r\nBob;bob@x;=1+1;2.50\r\n ann;;\"two\nlines\";1e3\r\n;;-x;\r\nCid\r\n"

  private func replaced(
    _ text: String = Self.table, columns: [String] = ["name"], leavingOut: [String] = [], sorts: Bool = false,
    by pseudonyms: inout Pseudonyms
  ) throws -> (rows: [[String]], result: PseudonymTable.Coded) {
    let result = try PseudonymTable.replacingNames(
      in: .bytes(Array(text.utf8)), file: "t.csv", columns: columns, leavingOut: leavingOut, sorts: sorts,
      by: &pseudonyms)
    var reader = CSVReader(.bytes(result.csv.bytes))
    var rows: [[String]] = []
    while let block = try reader.next() {
      for row in 0..<block.count { rows.append(block.cells(in: row).map(block.text(of:))) }
    }
    return (rows, result)
  }

  @Test("names become codes, and every other cell stays, formulas made harmless")
  func replace() throws {
    var pseudonyms = Pseudonyms()
    let (rows, result) = try replaced(by: &pseudonyms)
    let (ann, bob, cid) = (
      pseudonyms.code(of: "Ann") ?? "", pseudonyms.code(of: "Bob") ?? "", pseudonyms.code(of: "Cid") ?? ""
    )
    #expect(
      rows == [
        ["Name", "Mail", "led", "count"], [ann, "ann@x", "a;b", "-3"], [bob, "bob@x", "'=1+1", "2.50"],
        [ann, "", "two\nlines", "1e3"], ["", "", "'-x", ""], [cid],
      ])
    #expect(result.rows == 5 && result.blanks == 1 && pseudonyms.count == 3)
    // Once more: nothing changes.
    let again = try replaced(result.csv.text, by: &pseudonyms)
    #expect(again.rows == rows && pseudonyms.count == 3)
  }

  @Test("what still says who somebody is, is told with its place; so is what is wrong with the table")
  func traces() throws {
    var pseudonyms = Pseudonyms()
    let text =
      "name,mail,note\nAnn Example,ann@x.org,\"I, ANN  Example, said\"\nAnn,,planning\nBob,bob@x.org,\"ask\nbob!\"\nX,,x\0y\n"
    let (_, result) = try replaced(text, by: &pseudonyms)
    let places = result.problems.list.map {
      "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue)"
    }
    #expect(places == ["2:3 name-left", "4:3 name-left", "6:3 nul-byte", "1:2 name-left"])
    #expect(result.problems.list.last?.message.contains("“mail” has e-mail addresses (2)") == true)
    #expect(result.problems.list.allSatisfy { !$0.message.lowercased().contains("ann") })
    #expect(try replaced(text, leavingOut: ["mail", "note"], by: &pseudonyms).result.problems.counts[.nameLeft] == nil)
  }

  @Test("columns can be left out, and several have names")
  func columns() throws {
    var pseudonyms = Pseudonyms()
    let (rows, _) = try replaced(columns: ["mail", "NAME"], leavingOut: ["count", "led"], by: &pseudonyms)
    #expect(rows[0] == ["Name", "Mail"])
    #expect(rows[1].map(Optional.some) == [pseudonyms.code(of: "ann"), pseudonyms.code(of: "ann@x")])
  }

  @Test("sorted by code, rows of nobody last, those of one person in their order")
  func sorted() throws {
    var pseudonyms = Pseudonyms()
    let names = (1...40).map { "person \($0)" }
    let text = "respondent,n\n,z\n,a\n" + (names + names).enumerated().map { "\($0.element),\($0.offset)\n" }.joined()
    let (rows, _) = try replaced(text, columns: ["respondent"], sorts: true, by: &pseudonyms)
    let codes = rows.dropFirst().map { $0[0] }
    #expect(codes == pseudonyms.key.flatMap { [$0.code, $0.code] } + ["", ""])
    #expect(rows.suffix(2).map { $0[1] } == ["a", "z"])
    for name in names {
      let own = rows.filter { $0[0] == pseudonyms.code(of: name) }.compactMap { Int($0[1]) }
      #expect(own.count == 2 && own[0] + 40 == own[1])
    }
  }

  @Test("columns that are not there or stand twice are all listed, and then no code is made")
  func wrong() {
    var pseudonyms = Pseudonyms()
    let error = #expect(throws: DocumentError.self) {
      try replaced("name,x,x\nAnn,1,2\n", columns: ["nane"], leavingOut: ["x"], by: &pseudonyms)
    }
    #expect(error?.diagnostics.map(\.code) == [.missingColumn, .repeatedColumn])
    #expect(error?.diagnostics.first?.message.contains("did you mean “name”?") == true)
    #expect(throws: DocumentError.self) { try replaced("", by: &pseudonyms) }
    #expect(pseudonyms.count == 0)
  }

  @Test("a key is read back as it was written, names that look like formulas too")
  func key() throws {
    var pseudonyms = Pseudonyms()
    for name in ["=Ann", "-Bob, the \"second\"", "@cid", "O'Neil"] { _ = pseudonyms.code(for: name) }
    let bytes = pseudonyms.csv.bytes
    #expect(bytes.starts(with: "code,name\r\n".utf8))
    let read = try Pseudonyms.read(.bytes(bytes), file: "k.csv")
    #expect(read.key == pseudonyms.key)
    var again = read
    // A table that we have written has the apostrophe in front.
    _ = try replaced("name\n'=Ann\n=ann\n", by: &again)
    #expect(again.count == 4)
  }

  @Test("a key with mistakes is refused, each with its line")
  func wrongKey() {
    let error = #expect(throws: DocumentError.self) {
      try Pseudonyms.read(.bytes(Array("code,name\nx1,Ann\n\nx1,Bob\nx2,ann\n".utf8)), file: "k.csv")
    }
    #expect(error?.diagnostics.map { $0.location?.line } == [4, 5])
    #expect(throws: DocumentError.self) { try Pseudonyms.read(.bytes(Array("respondent,led\n".utf8)), file: "k.csv") }
    #expect(throws: DocumentError.self) { try Pseudonyms.read(.bytes([]), file: "k.csv") }
  }
}
