import MaturityTables
import Testing

@testable import MaturityOffice

@Suite("Files that are no workbook")
struct ForeignFileTests {
  private static func problem(_ bytes: [UInt8]) -> WorkbookProblem? {
    do throws(WorkbookProblem) {
      _ = try WorkbookReader(.bytes(bytes))
      return nil
    } catch {
      return error
    }
  }

  /// The start of an OLE compound file whose directory has this name.
  private static func compound(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
    for unit in name.utf16 { bytes.append(littleEndian: Int(unit), width: 2) }
    return bytes + [UInt8](repeating: 0, count: 512)
  }

  @Test(
    "are told from each other, with the mend",
    arguments: [
      ([], WorkbookProblem.Code.notAWorkbook, "empty"),
      (Array("ID,Name\r\n1,a\r\n".utf8), .notAWorkbook, "name it .csv"),
      (compound("EncryptedPackage"), .encrypted, "password"), (compound("Workbook"), .notAWorkbook, ".xls"),
      (zip([("xl/workbook.bin", "")]), .notAWorkbook, ".xlsb"), (zip([("mimetype", "")]), .notAWorkbook, ".ods"),
      (zip([("word/document.xml", "")]), .notAWorkbook, ".docx"),
      (zip([("a", "")]), .notAWorkbook, "without a workbook"),
    ] as [([UInt8], WorkbookProblem.Code, String)])
  func kinds(bytes: [UInt8], code: WorkbookProblem.Code, words: String) throws {
    let problem = try #require(Self.problem(bytes))
    #expect(problem.code == code)
    #expect(problem.message.contains(words))
  }

  @Test("files that are not there, and files over the limit")
  func sources() throws {
    #expect(throws: WorkbookProblem.self) { try WorkbookReader(.file("/no/such/file.xlsx")) }
    var limits = WorkbookLimits.standard
    limits.bytesPerFile = 100
    do throws(WorkbookProblem) {
      _ = try WorkbookReader(.bytes(TestWorkbook(rows: "").bytes), limits: limits)
      Issue.record("a file over the limit was read")
    } catch {
      #expect(error.code == .limit)
    }
  }
}
