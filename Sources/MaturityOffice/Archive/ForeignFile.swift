/// What a file is that is no .xlsx workbook, so that the reader can be told what to do.
enum ForeignFile {
  /// The problem with a file that is no ZIP.
  static func problem(_ bytes: [UInt8]) -> WorkbookProblem {
    if bytes.isEmpty {
      return WorkbookProblem(code: .notAWorkbook, message: "The file is empty. Download or copy it again.")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return compoundFile(bytes) }
    return WorkbookProblem(
      code: .notAWorkbook,
      message: """
        The file is no .xlsx workbook, whatever its name says. If it is a text table, name it .csv; \
        otherwise open it in a spreadsheet and save it as .xlsx.
        """)
  }

  /// The old container of Microsoft's: encrypted workbooks, and workbooks of before 2007.
  private static func compoundFile(_ bytes: [UInt8]) -> WorkbookProblem {
    if holds("EncryptedPackage", bytes) {
      return WorkbookProblem(
        code: .encrypted,
        message: """
          The workbook is protected with a password. Open it, take the password away \
          (File, Info, Protect Workbook in Excel), and save it again.
          """)
    }
    return WorkbookProblem(
      code: .notAWorkbook,
      message: """
        The file is in an old format of before 2007 (.xls), or protected with a password. \
        Open it in a spreadsheet and save it as .xlsx without a password.
        """)
  }

  /// The problem with a ZIP that has no .xlsx workbook in it.
  static func problem(_ archive: ZipArchive) -> WorkbookProblem {
    let kind: String
    if archive.part(named: "xl/workbook.bin") != nil {
      kind = "a binary workbook (.xlsb)"
    } else if archive.part(named: "mimetype") != nil {
      kind = "an OpenDocument file (such as .ods)"
    } else if archive.part(named: "word/document.xml") != nil {
      kind = "a text document (.docx)"
    } else {
      kind = "a ZIP file without a workbook in it"
    }
    return WorkbookProblem(
      code: .notAWorkbook, message: "The file is \(kind). Open it in a spreadsheet and save it as .xlsx.")
  }

  /// Whether a name stands in a file's directory, where names are UTF-16.
  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    let wanted: [UInt8] = name.utf8.flatMap { [$0, 0] as [UInt8] }
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    // Entries of a directory begin at multiples of 128 bytes.
    var place = 0
    while place + wanted.count <= bytes.count {
      if bytes[place] == first, bytes[place..<place + wanted.count].elementsEqual(wanted) { return true }
      place += 128
    }
    return false
  }
}
