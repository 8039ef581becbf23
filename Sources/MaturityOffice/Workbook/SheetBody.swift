/// One sheet being written: the XML of its cells, from the top.
struct SheetBody {
  let name: String
  var xml = XMLOutput.declared
  /// The rows that every printed page begins with.
  private(set) var titleRows: ClosedRange<Int>?

  let layout: SheetLayout
  /// By column: the letters of its places, and the styles of cells of text and of numbers as attributes.
  private let letters: [[UInt8]]
  private let attributes: [[UInt8]]
  private let plain: [UInt8]
  var row = 1
  private var rowDigits: [UInt8] = [UInt8(ascii: "1")]
  private var column = 0
  var isRowOpen = false
  /// Where the row's tag ends in ``xml``, for its height; nil once that is written out.
  private var rowTagEnd: Int?
  /// How many lines the row's longest text takes.
  private var lines = 1
  /// What the tag of the next row says besides its number.
  private var rowAttributes = ""
  var headingRow: Int?
  /// Whether the title and notes are written, which go on over the columns beside them.
  private var isUnderNotes = false
  /// Whether the row of headings is being written: they wrap.
  private var isHeadings = false
  var headings: [String] = []
  var links: [(place: CellReference, target: String)] = []

  init(_ layout: SheetLayout, name: String, styles: inout CellStyles) {
    self.layout = layout
    self.name = name
    letters = (1...max(1, layout.columns.count)).map { Array(CellReference.letters(ofColumn: $0).utf8) }
    func attribute(_ style: CellStyle) -> [UInt8] { Array(" s=\"\(styles[style])\"".utf8) }
    let columnStyles = layout.columns.map {
      CellStyle(format: $0.format, alignment: $0.alignment, wraps: $0.wraps)
    }
    attributes = columnStyles.map(attribute)
    plain = []
    begin(columnStyles.map { styles[$0] })

    var problems: [WorkbookProblem] = []
    if let title = layout.title {
      rowAttributes = " ht=\"26\" customHeight=\"1\""
      text(title, style: attribute(CellStyle(role: .title)), &problems)
      endRow()
    }
    for note in layout.notes {
      text(note, style: attribute(CellStyle(role: .note)), &problems)
      endRow()
    }
    isUnderNotes = true
    guard layout.columns.contains(where: { $0.heading != nil }) else { return }
    let all = layout.columns.map { $0.heading ?? "" }
    headings = layout.isTable ? SheetTable.distinct(all) : all
    isHeadings = true
    for (heading, column) in zip(headings, layout.columns) {
      text(heading, style: attribute(CellStyle(role: .heading, alignment: column.alignment, wraps: true)), &problems)
    }
    headingRow = row
    titleRows = row...row
    endRow()
    isHeadings = false
  }

  mutating func text(_ text: String, link: (target: String, style: Int)?, _ problems: inout [WorkbookProblem]) {
    if let link {
      links.append((CellReference(column: column + 1, row: row), link.target))
      self.text(text, style: Array(" s=\"\(link.style)\"".utf8), &problems)
    } else {
      self.text(text, style: column < attributes.count ? attributes[column] : plain, &problems)
    }
  }

  mutating func number(_ number: Double, _ problems: inout [WorkbookProblem]) {
    guard number.isFinite else { return blank() }
    guard beginCell(style: column < attributes.count ? attributes[column] : plain, &problems) else { return }
    xml.markup("><v>")
    xml.number(number)
    xml.markup("</v></c>")
  }

  mutating func number(_ number: Int, _ problems: inout [WorkbookProblem]) {
    // Spreadsheets hold numbers of 53 bits, as is all there is to show.
    guard beginCell(style: column < attributes.count ? attributes[column] : plain, &problems) else { return }
    xml.markup("><v>")
    xml.number(number)
    xml.markup("</v></c>")
  }

  mutating func boolean(_ value: Bool, _ problems: inout [WorkbookProblem]) {
    guard beginCell(style: column < attributes.count ? attributes[column] : plain, &problems) else { return }
    xml.markup(value ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>")
  }

  mutating func blank() { column += 1 }

  /// Takes what is written so far.
  mutating func removeWritten() {
    xml.removeAll()
    rowTagEnd = nil
  }

  mutating func endRow() {
    if isRowOpen {
      // Not every program fits rows to their text; none minds being told.
      if lines > 1, let rowTagEnd, rowAttributes.isEmpty {
        xml.insert(" ht=\"\(min(lines * 15, 409))\"", at: rowTagEnd)
      }
      xml.markup("</row>")
    }
    isRowOpen = false
    lines = 1
    rowTagEnd = nil
    rowAttributes = ""
    column = 0
    row += 1
    rowDigits = Array(String(row).utf8)
  }

  private mutating func text(_ text: String, style: [UInt8], _ problems: inout [WorkbookProblem]) {
    let place = CellReference(column: column + 1, row: row)
    guard beginCell(style: style, &problems) else { return }
    if isUnderNotes, column <= layout.columns.count {
      let own = layout.columns[column - 1]
      if own.wraps || isHeadings { lines = max(lines, Self.lines(of: text, in: own.width)) }
    }
    xml.markup(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    // No text has more UTF-16 units than bytes.
    if text.utf8.count > 32_767, text.utf16.count > 32_767 {
      xml.cellText(SheetNames.prefix(text, units: 32_767))
      problems.append(
        WorkbookProblem(
          code: .doesNotFit, sheet: name, row: place.row, column: place.column,
          message: "A cell holds at most 32,767 characters; the rest of this text was left out."))
    } else {
      xml.cellText(text)
    }
    xml.markup("</t></is></c>")
  }

  /// About how many lines a text takes in a column: words that wrap leave some of a line blank.
  private static func lines(of text: String, in width: Double) -> Int {
    let room = max(1, width.isFinite ? min(width, 255) - 1 : 11)
    if Double(text.utf8.count) <= room, !text.utf8.contains(UInt8(ascii: "\n")) { return 1 }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) { sum, line in
      // Characters of East Asian scripts are about as wide as two digits.
      let length = line.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x1100 ? 0.9 : 2) }
      return sum + max(1, Int((length / room).rounded(.up)))
    }
  }

  private mutating func beginCell(style: [UInt8], _ problems: inout [WorkbookProblem]) -> Bool {
    column += 1
    if column > CellReference.lastColumn || row > CellReference.lastRow {
      // Told once for a row or sheet that is too long, not for each cell of it.
      if column == CellReference.lastColumn + 1 || column == 1 && row == CellReference.lastRow + 1 {
        problems.append(
          WorkbookProblem(
            code: .doesNotFit, sheet: name, row: row, column: column,
            message: """
              A sheet has at most \(CellReference.lastRow) rows and \(CellReference.lastColumn) columns; \
              what comes from here on was left out.
              """))
      }
      return false
    }
    if !isRowOpen {
      xml.markup("<row r=\"")
      xml.markup(rowDigits)
      xml.markup("\"\(rowAttributes)")
      rowTagEnd = xml.bytes.count
      xml.markup(">")
      isRowOpen = true
    }
    xml.markup("<c r=\"")
    xml.markup(column <= letters.count ? letters[column - 1] : Array(CellReference.letters(ofColumn: column).utf8))
    xml.markup(rowDigits)
    xml.markup("\"")
    xml.markup(style)
    return true
  }
}
