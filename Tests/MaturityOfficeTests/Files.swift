@testable import MaturityOffice
import MaturityTables

/// A ZIP file of parts, made for a test. Parts are stored as they are unless `isPacked`.
func zip(_ parts: [(name: String, content: String)], isPacked: Bool = true) -> [UInt8] {
  if !isPacked { return storedZip(parts.map { ($0.name, Array($0.content.utf8)) }) }
  var writer = ZipWriter()
  for part in parts { writer.add(part.name, Array(part.content.utf8)) }
  return writer.finish()
}

/// A ZIP file written byte by byte, without zlib.
/// - Parameter flags: The general purpose flags of every part; with 8, sizes stand after the data.
func storedZip(_ parts: [(name: String, content: [UInt8])], flags: Int = 0) -> [UInt8] {
  var bytes: [UInt8] = []
  var directory: [UInt8] = []
  for part in parts {
    let header = bytes.count
    let name = Array(part.name.utf8)
    var sizes: [UInt8] = []
    sizes.append(littleEndian: Int(checksum(part.content)), width: 4)
    sizes.append(littleEndian: part.content.count, width: 4)
    sizes.append(littleEndian: part.content.count, width: 4)
    for (signature, target) in [(0x0403_4B50, 0), (0x0201_4B50, 1)] {
      var record: [UInt8] = []
      record.append(littleEndian: signature, width: 4)
      if target == 1 { record.append(littleEndian: 20, width: 2) }
      record.append(littleEndian: 20, width: 2)
      record.append(littleEndian: flags, width: 2)
      record.append(littleEndian: 0, width: 6)
      record += target == 0 && flags & 8 != 0 ? [UInt8](repeating: 0, count: 12) : sizes
      record.append(littleEndian: name.count, width: 2)
      record.append(littleEndian: 0, width: 2)
      if target == 0 {
        bytes += record + name + part.content
        if flags & 8 != 0 {
          bytes.append(littleEndian: 0x0807_4B50, width: 4)
          bytes += sizes
        }
      } else {
        record.append(littleEndian: 0, width: 10)
        record.append(littleEndian: header, width: 4)
        directory += record + name
      }
    }
  }
  let start = bytes.count
  bytes += directory
  bytes.append(littleEndian: 0x0605_4B50, width: 4)
  bytes.append(littleEndian: 0, width: 4)
  bytes.append(littleEndian: parts.count, width: 2)
  bytes.append(littleEndian: parts.count, width: 2)
  bytes.append(littleEndian: directory.count, width: 4)
  bytes.append(littleEndian: start, width: 4)
  bytes.append(littleEndian: 0, width: 2)
  return bytes
}

/// CRC-32 bit by bit (ISO 3309), so that a test does not depend on zlib's.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  var register: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    register ^= UInt32(byte)
    for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
  }
  return ~register
}

/// The parts of a workbook of one sheet.
struct TestWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var sheet: String
  var sharedStrings: String?
  var styles: String?
  var workbookProperties = ""
  var sheets = #"<sheet name="Form1" sheetId="1" r:id="rId1"/>"#
  var more: [(name: String, content: String)] = []

  /// - Parameter rows: What stands in the sheet's data.
  init(rows: String) {
    sheet = "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  var parts: [(name: String, content: String)] {
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
      let list = list.map {
        #"<Relationship Id="\#($0.id)" Type="\#(Self.documents)/\#($0.type)" Target="\#($0.target)"/>"#
      }
      return "<Relationships xmlns=\"\(packages)\">\(list.joined())</Relationships>"
    }
    var parts = [
      ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.documents)">\(workbookProperties)<sheets>\(sheets)</sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships([
          ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
          ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "styles.xml"),
          ("rId5", "chartsheet", "chartsheets/sheet1.xml"),
        ])
      ),
      ("xl/worksheets/sheet1.xml", sheet),
    ]
    if let sharedStrings {
      parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(sharedStrings)</sst>"))
    }
    if let styles { parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>")) }
    return parts + more
  }

  var bytes: [UInt8] { zip(parts) }

  /// The rows of a sheet.
  func rows(ofSheet name: String? = nil, limits: WorkbookLimits = .standard) throws(WorkbookProblem) -> [SheetRow] {
    try MaturityOfficeTests.rows(bytes, ofSheet: name, limits: limits)
  }

  /// The problem that ends the reading, and how many rows were read before.
  func failure(limits: WorkbookLimits = .standard) -> WorkbookProblem? {
    do throws(WorkbookProblem) {
      _ = try rows(limits: limits)
      return nil
    } catch {
      return error
    }
  }
}

/// The rows of a sheet of a workbook.
func rows(
  _ bytes: [UInt8], ofSheet name: String? = nil, limits: WorkbookLimits = .standard
) throws(WorkbookProblem) -> [SheetRow] {
  let workbook = try WorkbookReader(.bytes(bytes), limits: limits)
  var reader = try workbook.rows(ofSheet: name)
  var rows: [SheetRow] = []
  while let row = try reader.next() { rows.append(row) }
  return rows
}

extension SheetRow {
  /// The cells as text that is easy to compare, such as `B text yes`.
  var shown: [String] {
    cells.map { "\(CellReference.letters(ofColumn: $0.column)) \($0.kind) \(text(of: $0))" }
  }
}
