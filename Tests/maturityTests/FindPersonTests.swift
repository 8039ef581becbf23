import Foundation
import MaturityOffice
import Testing

@Suite("maturity find-person") struct FindPersonTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("respondent,led,why\nkd4t,b,\nx2,c,kd4t told me\n", to: "a.csv")
    try folder.write("{\"respondent\": \"x2\"}\n{\"respondent\": \"KD4T\"}\n", to: "b.jsonl")
    try folder.write("respondent,led\nx2,b\n", to: "c.csv")
    try folder.write("code,name\nkd4t,Ann\nx2,Bob\n", to: "safe/key.csv")
  }

  private func find(_ more: String...) throws -> CommandLineRun {
    try CommandLineRun(arguments: ["find-person", "a.csv", "b.jsonl", "c.csv"] + more, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("a code, and a name by way of the key, lead to files and rows")
  func find() throws {
    let run = try find("--respondent", "kd4t")
    #expect(run.status == 0)
    #expect(run.output == "a.csv:2: in column “respondent”\nb.jsonl:2: in column “respondent”\n")
    #expect(run.errors == "“kd4t”: 2 rows in 2 of 3 files\n")
    let name = try find("--respondent", "ann", "--key", "safe/key.csv", "--mentions")
    #expect(name.output.contains("a.csv:3: mentioned in column “why”\n"))
    #expect(name.errors == "“ann” or “kd4t”: 3 rows in 2 of 3 files\n")
    let nobody = try find("--respondent", "ann")
    #expect(nobody.status == 0 && nobody.output == "" && nobody.errors == "“ann”: 0 rows in 0 of 3 files\n")
  }

  @Test("rows are taken out, and then the person is not found")
  func remove() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.url.appendingPathComponent("a.csv").path)
    let run = try find("--respondent", "kd4t", "--remove")
    #expect(run.status == 0)
    #expect(run.errors.hasSuffix("a.csv: 1 row taken out\nb.jsonl: 1 row taken out\n"))
    #expect(try text("a.csv") == "respondent,led,why\nx2,c,kd4t told me\n")
    #expect(try text("b.jsonl") == "{\"respondent\": \"x2\"}\n")
    #expect(try text("c.csv") == "respondent,led\nx2,b\n")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent("a.csv").path)[
      .posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    #expect(try find("--respondent", "kd4t").output == "")
  }

  @Test("a workbook is looked through on every sheet, and never changed: then nothing is taken out anywhere")
  func workbook() throws {
    var workbook = WorkbookWriter(OfficeProperties(title: "Answers", language: "en-GB"))
    for (sheet, rows) in [
      ("First", [["respondent", "led"], ["x2", "b"]]), ("Second", [["code", "why"], ["x2", "-"], ["kd4t", "c"]]),
    ] {
      workbook.beginSheet(SheetLayout(sheet, columns: []))
      for row in rows {
        for cell in row { workbook.text(cell) }
        workbook.endRow()
      }
    }
    let bytes = Data(workbook.finish())
    let place = folder.url.appendingPathComponent("book.xlsx")
    try bytes.write(to: place)
    let before = try text("a.csv")
    let found = try find("book.xlsx", "--respondent", "kd4t")
    #expect(found.output.hasSuffix("book.xlsx, sheet “Second”:3: in column “code”\n"), "\(found.output)")
    #expect(found.errors == "“kd4t”: 3 rows in 3 of 4 files\n")
    let run = try find("book.xlsx", "--respondent", "kd4t", "--remove")
    #expect(run.status == 65)
    #expect(
      run.errors.contains("error: book.xlsx: a row of a file that is not changed here; delete it in a spreadsheet, or"))
    #expect(run.errors.hasSuffix("Nothing was taken out of any file.\n"))
    #expect(try text("a.csv") == before)
    #expect(try Data(contentsOf: place) == bytes)
    // Of a workbook that she is not in, nothing needs to be done.
    #expect(try find("book.xlsx", "--respondent", "KD4T", "--mentions", "--remove").status == 65)
    try folder.write("respondent,why\nzz,kd4t\n", to: "d.csv")
    let other = try CommandLineRun(
      "find-person", "book.xlsx", "a.csv", "--respondent", "nobody", "--remove", in: folder.url)
    #expect(other.status == 0 && other.output.isEmpty)
  }

  @Test("a file that cannot be read is told, and then nothing is taken out")
  func wrong() throws {
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("c.csv"))
    let run = try find("--respondent", "kd4t", "--remove")
    #expect(run.status == 66 && run.output.contains("a.csv:2:"))
    #expect(try text("a.csv").contains("kd4t,b"))
    #expect(try find("--respondent", " ").status == 64)
    #expect(try CommandLineRun("find-person", "-", "--respondent", "x").status == 64)
    // UTF-16, in which a line is no row of bytes.
    var wide = Data([0xFF, 0xFE])
    for unit in "respondent\nkd4t\n".utf16 { wide.append(contentsOf: [UInt8(unit & 255), UInt8(unit >> 8)]) }
    try wide.write(to: folder.url.appendingPathComponent("c.csv"))
    let coded = try CommandLineRun("find-person", "c.csv", "--respondent", "kd4t", "--remove", in: folder.url)
    #expect(coded.output == "c.csv:2: in column “respondent”\n")
    #expect(coded.status == 65 && coded.errors.contains("save it as CSV in UTF-8"))
  }
}
