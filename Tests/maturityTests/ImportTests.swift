import Foundation
@testable import MaturityOffice
import Testing

@Suite("maturity import") struct ImportTests {
  /// An export of Microsoft Forms with three people, of the starter's short questionnaire.
  static let export = """
    ID,Start time,Completion time,Email,Name,Which part of the council do you work in?,\
    Which is closest to how the council decides on digital work today?,Something else
    1,10/9/24 11:02:00,10/9/24 11:03:00,ann@town.example,Ann,Streets and parks,Don't know,x
    2,10/9/24 11:02:00,10/9/24 11:03:00,bob@town.example,Bob,Homes and neighbourhoods,Don\u{2019}t know,
    3,10/9/24 11:02:00,10/9/24 11:03:00,Ann@town.example,Ann,Streets and parks,dont-know,
    """ + "\n"

  private func run(_ more: String..., input: String? = nil, in folder: URL? = nil) throws -> CommandLineRun {
    try CommandLineRun(
      arguments: ["import", "digital-first", "--questionnaire", "employees-short"] + more, input: input, in: folder)
  }

  @Test("what a form exports becomes a response file that scores")
  func scores() throws {
    let folder = try TemporaryFolder()
    let form = try folder.write(Self.export, to: "How we work(1-3).csv")
    let output = folder.url.appendingPathComponent("answers.csv").path
    let run = try run(form, "--output", output)
    #expect(run.status == 0)
    #expect(run.errors.contains("1 duplicate-respondent"))
    let answers = try String(contentsOfFile: output, encoding: .utf8)
    #expect(answers.contains("\r\nhow-we-work-1,streets,,,dont-know,"))
    #expect(answers.contains("\r\nhow-we-work-2,homes,,,dont-know,"))
    #expect(!answers.contains("Ann") && !answers.contains("@") && !answers.contains("how-we-work-3"))
    let score = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", output, "--format", "json")
    #expect(score.status == 0)
    #expect(score.errors == "")
  }

  @Test("a workbook is read as its CSV is, and refused with the place where it is none")
  func workbook() throws {
    let folder = try TemporaryFolder()
    let rows = Self.export.split(separator: "\n").enumerated().map { number, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map { column, text in
        // Times are numbers, as Microsoft Forms has them.
        let isTime = number > 0 && (column == 1 || column == 2)
        return isTime
          ? "<c t=\"n\"><v>45574.4597222222</v></c>"
          : "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    let book = folder.url.appendingPathComponent("How we work(1-3).xlsx")
    try Data(Self.book(rows.joined())).write(to: book)
    let csv = try folder.write(Self.export, to: "How we work(1-3).csv")
    let fromBook = try run(book.path, "--keep-identity")
    let fromCSV = try run(csv, "--keep-identity", "--dates", "month-day")
    #expect(fromBook.status == 0)
    #expect(fromBook.output.contains(",2024-10-09T11:02:00,2024-10-09T11:02:00\r\n"))
    func answers(_ run: CommandLineRun) -> [String] {
      run.output.split(separator: "\r\n").map { $0.split(separator: ",2024-").first.map(String.init) ?? "" }
    }
    #expect(answers(fromBook) == answers(fromCSV))
    #expect(fromBook.errors.contains("\(book.path):4:4: warning:"))
    // What is no workbook at all is read as CSV.
    try Data(Self.book(rows.joined()).prefix(300)).write(to: book)
    let broken = try run(book.path)
    #expect(broken.status == 65)
    #expect(broken.errors.contains("\(book.path):1:1: error:"))
  }

  /// The smallest workbook that holds rows.
  private static func book(_ rows: String) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    func related(_ type: String, _ target: String) -> String {
      "<Relationships xmlns=\"\(packages)\"><Relationship Id=\"rId1\" Type=\"\(documents)/\(type)\" Target=\"\(target)\"/>"
        + "</Relationships>"
    }
    var writer = ZipWriter()
    for (name, text) in [
      ("_rels/.rels", related("officeDocument", "xl/workbook.xml")),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(documents)\"><sheets><sheet name=\"Form1\" sheetId=\"1\" r:id=\"rId1\"/>"
          + "</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", related("worksheet", "worksheets/sheet1.xml")),
      ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"),
    ] { writer.add(name, Array(text.utf8)) }
    return writer.finish()
  }

  @Test("a dry run shows every column, what is not understood, and writes nothing")
  func dryRun() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appendingPathComponent("answers.csv")
    let run = try run("-", "--dry-run", "--output", output.path, input: Self.export + "4,,,,,Moon,,\n")
    #expect(run.status == 0)
    #expect(run.output.contains("standard input: Microsoft Forms, 4 rows"))
    #expect(run.output.contains("  4. Email → email, discarded"))
    #expect(
      run.output.contains(
        "  7. Which is closest to how the council decides on digital work… → leadership-now (by its text)"))
    #expect(run.output.contains("  8. Something else → NOT MAPPED"))
    #expect(run.output.contains("not understood: “Moon” (1)"))
    #expect(run.output.contains("No column: session, role, leadership-1"))
    #expect(!FileManager.default.fileExists(atPath: output.path))
  }

  @Test("a map says which question a column is", arguments: ["map.csv", "map.yaml", "map.json"])
  func map(_ name: String) throws {
    let folder = try TemporaryFolder()
    let texts = [
      "map.csv": "column,question\nSomething else,leadership-1\n", "map.yaml": "Something else: leadership-1\n",
      "map.json": "{\"Something else\": \"leadership-1\"}",
    ]
    let map = try folder.write(try #require(texts[name]), to: name)
    let run = try run(
      "-", "--map", map, "--duplicates", "last", input: Self.export.replacingOccurrences(of: ",x", with: ",B"))
    #expect(run.status == 0)
    // Ann's last answer counts.
    #expect(run.output.contains("\r\nstandard-input-3,streets,,,dont-know,,"))
    #expect(!run.output.contains("standard-input-1"))
    #expect(!run.errors.contains("unknown-column"))
    let wrong = try self.run(
      "-", "--map", try folder.write("Something else: leadership-11\n", to: "w.yaml"), input: Self.export)
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("w.yaml:1:17: error:") && wrong.errors.contains("did you mean “leadership-1”"))
    #expect(wrong.output == "")
  }

  @Test("names and times are kept only when asked for")
  func identity() throws {
    let run = try run("-", "--keep-identity", "--dates", "day-month", "--prefix", "s1", input: Self.export)
    #expect(run.output.contains(",name,email,started,completed\r\n"))
    #expect(run.output.contains("\r\ns1-1,streets,"))
    #expect(run.output.contains(",Ann,ann@town.example,2024-09-10T11:02:00,2024-09-10T11:03:00\r\n"))
  }

  @Test("a file where most rows are not understood is refused, unless it is accepted")
  func damaged() throws {
    let text =
      "Timestamp,Which part of the council do you work in?,leadership-now\nt,Moon,x\nt,Mars,y\nt,Streets and parks,\n"
    let run = try run("-", input: text)
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.contains("2 of 3 rows have problems"))
    #expect(run.errors.contains("standard input:3:2: warning:"))
    #expect(try self.run("-", "--accept-damaged", input: text).status == 0)
  }

  @Test("files that cannot be read are told with the others' problems")
  func unreadable() throws {
    let run = try run("no-such.csv", "-", input: "a,b\n1,2\n")
    #expect(run.status == 66)
    #expect(run.errors.contains("no-such.csv"))
    #expect(run.errors.contains("no column of the first row asks a question"))
    #expect(try self.run().status == 64)
    #expect(try self.run("-", "-").status == 64)
    #expect(try CommandLineRun("import", "digital-first", "--questionnaire", "employes", "-", input: "").status == 64)
  }

  @Test("with --strict any problem stops it")
  func strict() throws {
    #expect(try run("-", "--strict", input: Self.export).status == 65)
  }
}
