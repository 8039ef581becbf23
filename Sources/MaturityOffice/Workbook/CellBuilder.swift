/// Makes a cell of what the file says about it.
struct CellBuilder {
  /// What the file says a cell holds.
  enum CellType {
    case number, shared, inline, formulaText, boolean, error, date, unknown

    init(_ text: Span<UInt8>) {
      switch text.count {
      case 1:
        switch text[0] {
        case UInt8(ascii: "n"): self = .number
        case UInt8(ascii: "s"): self = .shared
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "d"): self = .date
        default: self = .unknown
        }
      default:
        self = text.equals("str") ? .formulaText : text.equals("inlineStr") ? .inline : .unknown
      }
    }
  }

  typealias Problem = (code: WorkbookProblem.Code, message: String)

  var column = 0
  var type = CellType.number
  var style = 0
  private var value: [UInt8] = []
  private var hasValue = false
  private var isInValue = false
  private var hasFormula = false
  private var isInline = false
  private var hasInline = false
  private var inline = TextReader()

  /// Begins a cell; its column, type and style are for the caller to set.
  mutating func begin() {
    value.removeAll(keepingCapacity: true)
    hasValue = false
    isInValue = false
    hasFormula = false
    isInline = false
    hasInline = false
  }

  /// The number of bytes so far.
  var count: Int { hasInline ? inline.count : value.count }

  mutating func take(_ event: XMLBatch.Event, of xml: borrowing XMLReader) {
    switch (event.kind, event.name) {
    case (.start, .v):
      isInValue = true
      hasValue = true
    case (.end, .v): isInValue = false
    case (.start, .f): hasFormula = true
    case (.start, .inlineString):
      inline.begin()
      isInline = true
      hasInline = true
    case (.end, .inlineString): isInline = false
    default:
      if isInValue {
        if event.kind == .text { xml.append(event, to: &value) }
      } else if isInline {
        inline.take(event, of: xml)
      }
    }
  }

  /// Adds the cell to `row` if it holds something.
  mutating func end(onto row: inout SheetRow, _ context: SheetContext) -> Problem? {
    let start = row.bytes.count
    if type == .inline || hasInline && !hasValue {
      guard hasInline else { return nil }
      inline.end(onto: &row.bytes)
      add(.text, from: start, to: &row)
      return nil
    }
    // An empty value is none, as spreadsheets take it; that of a formula can be a text without letters.
    guard hasValue, !value.isEmpty || type == .formulaText else {
      return hasFormula
        ? (
          .noResult,
          """
          The result of this cell's formula was not saved, so the cell is read as blank. Open the workbook in Excel or \
          LibreOffice and save it again there, or replace formulas by their values (copy, then paste values).
          """
        ) : nil
    }
    switch type {
    case .formulaText, .inline:
      EscapedText.decode(value, onto: &row.bytes)
      add(.text, from: start, to: &row)
    case .shared:
      guard let index = NumberText.index(value.span), let range = context.strings[index] else {
        return (
          .noSuchText,
          """
          This cell refers to text “\(shown)”, but the workbook holds \(context.strings.count) texts. \
          The cell is read as blank. Open the workbook in a spreadsheet and save it again.
          """
        )
      }
      row.bytes.append(contentsOf: context.strings.bytes[range])
      add(.text, from: start, to: &row)
    case .boolean:
      row.bytes.append(
        contentsOf: (value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8) ? "TRUE" : "FALSE").utf8)
      add(.boolean, from: start, to: &row)
    case .error:
      row.bytes.append(contentsOf: value)
      add(.error, from: start, to: &row)
    case .date:
      row.bytes.append(contentsOf: value)
      add(.date, from: start, to: &row)
    case .number:
      return addNumber(from: start, to: &row, context)
    case .unknown:
      EscapedText.decode(value, onto: &row.bytes)
      add(.text, from: start, to: &row)
      return (.unknownKind, "This cell is of a kind that is not known, and is read as text.")
    }
    return nil
  }

  private func addNumber(from start: Int, to row: inout SheetRow, _ context: SheetContext) -> Problem? {
    guard let number = NumberText.value(value.span) else {
      row.bytes.append(contentsOf: value)
      add(.text, from: start, to: &row)
      return (.badNumber, "This cell should hold a number, but holds “\(shown)”, which is read as text.")
    }
    let kind = context.formats.kind(ofStyle: style)
    if kind == .date, DateSerial.write(number, from1904: context.datesFrom1904, onto: &row.bytes) {
      add(.date, number: number, from: start, to: &row)
      return nil
    }
    if kind == .percentage {
      NumberText.writePercentage(number, onto: &row.bytes)
    } else {
      NumberText.write(number, onto: &row.bytes)
    }
    add(.number, number: number, from: start, to: &row)
    return nil
  }

  private func add(_ kind: SheetCell.Kind, number: Double? = nil, from start: Int, to row: inout SheetRow) {
    row.cells.append(SheetCell(column: column, kind: kind, number: number, range: start..<row.bytes.count))
  }

  /// The value as a message shows it.
  private var shown: String {
    value.count <= 40 ? String(decoding: value, as: UTF8.self) : String(decoding: value.prefix(40), as: UTF8.self) + "…"
  }
}
