public import DigitalMaturity

extension Paper {
  /// The paper as a .docx document, with real headings, lists and tables. Headings and paragraphs are numbered by the
  /// document itself where their numbers are in order, so that they count on when somebody adds one. O(text).
  /// - Parameters:
  ///   - author: Who made it, such as the council's name.
  ///   - words: The words around a page's number.
  public func document(author: String? = nil, words: MessageCatalogue = .english) -> [UInt8] {
    let layout = DocumentLayout(
      pageWord: words.office(.page), ofWord: words.office(.ofPages),
      margin: extent == .oneSide ? 18 : DocumentLayout.usualMargin)
    var document = DocumentWriter(OfficeProperties(title: title, language: language, author: author), layout: layout)
    if let notice { document.paragraph(DocumentText(.bold(notice))) }
    document.title(DocumentText(title))
    if !fields.isEmpty {
      document.table(
        DocumentTable(
          summary: title, columns: [.init(width: 1), .init(width: 3)], hasRowHeadings: true,
          rows: fields.map { [DocumentText($0.label), DocumentText($0.value)] }))
    }
    let isAutomatic = isNumberedInOrder
    var heading = title
    for (index, block) in blocks.enumerated() {
      var introducesTable = false
      if index + 1 < blocks.count, case .table = blocks[index + 1] { introducesTable = true }
      switch block {
      case .heading(let text, let level, let number):
        heading = text.plain
        let isNumbered = number != nil && isAutomatic
        let literal = isAutomatic ? nil : number
        document.heading(DocumentText(text, after: literal), level: level, isNumbered: isNumbered)
      case .paragraph(let text, nil): document.paragraph(DocumentText(text), keepsWithNext: introducesTable)
      case .paragraph(let text, let number?):
        if isAutomatic {
          document.numberedParagraph(DocumentText(text), keepsWithNext: introducesTable)
        } else {
          document.paragraph(DocumentText(text, after: number), keepsWithNext: introducesTable)
        }
      case .quote(let text):
        document.paragraph(DocumentText(text.runs.map { .init($0.text, isBold: $0.isBold, isItalic: true) }))
      case .list(let items, let isNumbered):
        let list = document.makeList(isNumbered ? .numbers : .bullets)
        let inner = document.makeList(.bullets)
        for item in items {
          document.item(DocumentText(item.text), of: item.level == 0 ? list : inner, level: item.level)
        }
      case .table(let table):
        if !table.caption.isEmpty { document.heading(DocumentText(table.caption), level: 3) }
        document.table(DocumentTable(table, summary: table.caption.isEmpty ? heading : table.caption))
      }
    }
    return document.finish()
  }
}

extension DocumentText {
  /// - Parameter number: What stands before the text, with a tab between.
  fileprivate init(_ text: PaperText, after number: String? = nil) {
    self.init(
      (number.map { [Run($0 + "\t")] } ?? [])
        + text.runs.map { Run($0.text, isBold: $0.isBold, isItalic: $0.isItalic) })
  }
}

extension DocumentTable {
  fileprivate init(_ table: PaperTable, summary: String) {
    let widths = Self.widths(of: table)
    let columns = zip(table.columns, widths).map { column, width in
      Column(DocumentText(column.heading), width: width, alignsRight: column.isNumber)
    }
    // Where first cells have words in bold of their own, not all of them is bold.
    let hasBold = table.rows.contains { $0.first?.runs.contains { $0.isBold } == true }
    self.init(
      summary: summary, columns: columns, hasRowHeadings: !hasBold,
      rows: table.rows.map { $0.map { DocumentText($0) } })
  }

  /// How wide columns are, in characters of a line: in proportion to what they hold, and no word is cut.
  private static func widths(of table: PaperTable) -> [Double] {
    let line = 76.0
    var wanted: [Double] = []
    var least: [Double] = []
    for (index, column) in table.columns.enumerated() {
      let cells = table.rows.compactMap { $0.indices.contains(index) ? $0[index].plain : nil }
      let words = ([column.heading.plain] + cells).flatMap { $0.split(whereSeparator: \.isWhitespace) }
      least.append(min(Double(words.map(\.count).max() ?? 0) + 3, 30))
      let mean = Double(cells.reduce(0) { $0 + $1.count }) / Double(max(cells.count, 1))
      wanted.append(column.isNumber ? least[index] : min(max(mean, least[index]), 60))
    }
    let sum = wanted.reduce(0, +)
    let scaled = wanted.map { sum > 0 ? $0 * line / sum : 1 }
    let tight = zip(scaled, least).map { $0 < $1 }
    let taken = zip(tight, least).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    let free = zip(tight, scaled).reduce(0) { $0 + ($1.0 ? 0 : $1.1) }
    return zip(tight, zip(scaled, least)).map { isTight, width in
      isTight || free <= 0 ? width.1 : max(width.0 * max(line - taken, 0) / free, 1)
    }
  }
}
