import Foundation
import MaturityTables
import Testing

@testable import MaturityOffice

/// Workbooks of other programs read by us, and ours read by other programs. They need Python packages and run where
/// MATURITY_PYTHON names a Python that has them, as in `scripts/test`; LibreOffice takes part where it is installed.
@Suite("Office oracle", .enabled(if: ProcessInfo.processInfo.environment["MATURITY_PYTHON"] != nil))
struct OfficeOracleTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Oracles/check_office.py")

  private static func run(_ command: String, _ folder: URL) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ProcessInfo.processInfo.environment["MATURITY_PYTHON"] ?? "")
    process.arguments = [script.path, command, folder.path]
    let file = folder.appendingPathComponent("\(command).txt")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test("openpyxl, XlsxWriter, python-docx and LibreOffice agree with us")
  func agreement() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sample = OfficeSample()
    try Data(sample.workbook).write(to: folder.appendingPathComponent("ours.xlsx"))
    try Data(sample.document).write(to: folder.appendingPathComponent("ours.docx"))
    try JSONSerialization.data(withJSONObject: sample.description)
      .write(to: folder.appendingPathComponent("ours.json"))

    let made = try Self.run("make", folder)
    try #require(made.status == 0, "\(made.output)")
    print(made.output, terminator: "")
    let expected = try JSONDecoder().decode(
      [String: [String: [String: [String]]]].self,
      from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
    #expect(expected.count >= 6)
    for (name, rows) in expected {
      try Self.compare(folder.appendingPathComponent(name).path, with: rows, name)
    }

    let checked = try Self.run("check", folder)
    print(checked.output, terminator: "")
    #expect(checked.status == 0, "\(checked.output)")
  }

  /// - Parameter expected: By row and column, the kind of a cell and its text.
  private static func compare(_ path: String, with expected: [String: [String: [String]]], _ name: String) throws {
    var rest = expected
    let workbook = try WorkbookReader(.file(path))
    var rows = try workbook.rows()
    while let row = try rows.next() {
      #expect(row.problems.isEmpty, "\(name)")
      var cells = rest.removeValue(forKey: String(row.number)) ?? [:]
      for cell in row.cells {
        let found = [String(describing: cell.kind), row.text(of: cell)]
        let wanted = cells.removeValue(forKey: String(cell.column)) ?? ["nothing", ""]
        // openpyxl reads a cell with an empty text as a blank one.
        if wanted[0] == "nothing", found == ["text", ""] { continue }
        #expect(isSame(found, wanted), "\(name), row \(row.number), column \(cell.column)")
      }
      #expect(cells.isEmpty, "\(name), row \(row.number)")
    }
    #expect(rest.isEmpty, "\(name)")
  }

  private static func isSame(_ found: [String], _ wanted: [String]) -> Bool {
    if found[0] != wanted[0] { return false }
    switch found[0] {
    case "number": return Double(found[1]) == Double(wanted[1])
    case "date":
      // Python writes midnight of a date, and microseconds.
      func trimmed(_ text: String) -> String {
        text.hasSuffix("T00:00:00")
          ? String(text.dropLast(9))
          : text.contains(".")
            ? String(text.prefix { $0 != "." }) + "." + text.drop { $0 != "." }.dropFirst().prefix(3) : text
      }
      return trimmed(found[1]) == trimmed(wanted[1])
    // LibreOffice and Python keep line ends apart in different ways.
    default: return found[1].replacing("\r\n", with: "\n") == wanted[1].replacing("\r\n", with: "\n")
    }
  }
}

/// A workbook and a document of ours, with what is in them.
struct OfficeSample {
  static let texts = [
    "Leadership and direction", "=SUM(A1:A9)", "+44 24", "-1", "@x", "<script>&\"' ]]>", "‏שלום עולם", "عربي",
    "Teams 👩‍💻😀",
    "_x0041_ kept", "two\nlines", "\ttab", " spaces ", "007", "TRUE", "1e5", "'quoted'", "50%", "12/03/2026", "{=1}",
  ]
  let title = "Digital maturity <2026> & more"
  let workbook: [UInt8]
  let document: [UInt8]
  private let rows: [[Any]]

  init() {
    var generator = SystemRandomNumberGenerator()
    var rows: [[Any]] = []
    for index in 0..<300 {
      rows.append([
        Self.texts[index % Self.texts.count], Double.random(in: -1e6...1e6, using: &generator), index,
        Bool.random(using: &generator), NSNull(), "row \(index)",
      ])
    }
    self.rows = rows
    workbook = Self.workbook(OfficeProperties(title: title), rows)
    document = Self.document(OfficeProperties(title: title))
  }

  private static let long = (1...12).map { "A statement about level \($0), with a comma" }

  private static func workbook(_ properties: OfficeProperties, _ rows: [[Any]]) -> [UInt8] {
    var workbook = WorkbookWriter(properties)
    workbook.beginSheet(
      SheetLayout(
        "Scores by area", title: "Scores", notes: ["[c] means withheld."],
        columns: [
          SheetColumn("Area", width: 30), SheetColumn("Score", format: .decimals(1)),
          SheetColumn("People", format: .whole),
          SheetColumn("On target"), SheetColumn("Blank"), SheetColumn("Note", format: .text),
        ], isTable: true, freezesHeadings: true))
    for row in rows {
      for cell in row {
        switch cell {
        case let value as Bool: workbook.boolean(value)
        case let value as Int: workbook.number(value)
        case let value as Double: workbook.number(value)
        case let value as String: workbook.text(value)
        default: workbook.blank()
        }
      }
      workbook.endRow()
    }
    workbook.beginSheet(
      SheetLayout(
        "Entry",
        columns: [
          SheetColumn("session", format: .text, prompt: "From the booklet"),
          SheetColumn("q1", values: ["A", "B", "dont-know"]), SheetColumn("q2", values: long),
        ], freezesHeadings: true, frozenColumns: 1, rowsToFill: 200))
    return workbook.finish()
  }

  private static func document(_ properties: OfficeProperties) -> [UInt8] {
    var document = DocumentWriter(properties)
    document.title("Briefing note")
    document.heading("Purpose of the note", level: 1, isNumbered: true)
    document.numberedParagraph("To tell the \(bold: "board") about \(italic: "nine") areas.")
    document.heading("Recommendations", level: 1, isNumbered: true)
    document.numberedParagraph("The board is recommended to:")
    document.list(.letters, ["note the scores; and", "ask again."])
    document.heading("Details", level: 2)
    document.heading("More", level: 3)
    for text in texts where !text.hasPrefix("\t") { document.paragraph(DocumentText(text)) }
    let questions = document.makeList(.numbers)
    for question in ["Which is closest?", "And next year?"] {
      document.item(DocumentText(question), of: questions)
      document.list(.capitals, ["Just starting", "Some teams"], level: 1)
    }
    document.list(.bullets, ["a bullet"])
    document.table(
      DocumentTable(
        summary: "Areas", columns: [.init("Area", width: 2), .init("Score", alignsRight: true)], hasRowHeadings: true,
        rows: texts.map { [DocumentText($0), "3.4"] }))
    return document.finish()
  }

  /// What the oracle is told.
  var description: [String: Any] {
    let headings = ["Area", "Score", "People", "On target", "Blank", "Note"]
    let top: [[Any]] = [["Scores"], ["[c] means withheld."], headings]
    let paragraphs: [[String]] =
      [
        ["Title", "Briefing note"], ["Heading 1", "Purpose of the note"],
        ["Numbered Paragraph", "To tell the board about nine areas."], ["Heading 1", "Recommendations"],
        ["Numbered Paragraph", "The board is recommended to:"], ["List Number", "note the scores; and"],
        ["List Number", "ask again."], ["Heading 2", "Details"], ["Heading 3", "More"],
      ] + Self.texts.filter { !$0.hasPrefix("\t") }.map { ["Normal", $0] }
      + ["Which is closest?", "Just starting", "Some teams", "And next year?", "Just starting", "Some teams"].map {
        ["List Number", $0]
      } + [["List Bullet", "a bullet"], ["Normal", ""]]
    return [
      "title": title, "language": "en-GB",
      "sheets": [
        [
          "name": "Scores by area", "hidden": false, "frozen": "A4", "titles": "$3:$3", "rows": top + rows,
          "tables": ["Table_Scores_by_area": "A3:F303"],
          "formats": ["B4": "0.0", "C4": "#,##0", "F4": "@", "A4": "General"],
        ],
        [
          "name": "Entry", "hidden": false, "frozen": "B2", "titles": "$1:$1", "rows": [["session", "q1", "q2"]],
          "lists": [
            "A2:A201": NSNull(), "B2:B201": "\"A,B,dont-know\"", "C2:C201": "'Lists'!$A$1:$A$12",
          ],
        ],
        ["name": "Lists", "hidden": true, "rows": Self.long.map { [$0] }],
      ] as [[String: Any]],
      "document": [
        "paragraphs": paragraphs, "bold": ["board"], "italic": ["nine"],
        "tables": [[["Area", "Score"]] + Self.texts.map { [$0, "3.4"] }],
        "lines": [
          "1 Purpose of the note", "1.1 To tell the board", "2.1 The board", "(a) note", "(b) ask", "1. Which",
          "A. Just",
          "2. And", "B. Some", "• a bullet",
        ],
      ] as [String: Any],
    ]
  }
}
