public import DigitalMaturity

extension ResultPage {
  /// The page as an .xlsx workbook in its own words: a cover, a list of its sheets, notes, and each table on a sheet of its own,
  /// the data for a spreadsheet last. A table without rows has none. A notice is the first line of every sheet. O(cells).
  public func workbook() -> [UInt8] { withoutDirectionMarks.written }

  /// Its words with the direction of their letters alone.
  private var withoutDirectionMarks: ResultPage {
    var page = self
    page.notice = notice?.withoutDirectionMarks
    page.title = title.withoutDirectionMarks
    page.introduction = introduction.map(\.withoutDirectionMarks)
    page.tables = tables.map(\.withoutDirectionMarks)
    page.notes = notes.map(\.withoutDirectionMarks)
    page.data = data?.withoutDirectionMarks
    return page
  }

  private var written: [UInt8] {
    // The English words are British ones.
    let language = words.language == MessageCatalogue.english.language ? "en-GB" : words.language
    var workbook = WorkbookWriter(OfficeProperties(title: title, language: language))
    let own = data.flatMap { tables.contains($0) ? nil : $0 }
    let shown = (tables + (own.map { [$0] } ?? [])).filter { !$0.rows.isEmpty }
    // Names as the workbook will have them, so that links lead where they should.
    var names = SheetNames()
    let ownSheets = [OfficeMessage.cover, .contents, .notes].map { names.unique(words.office($0)) }
    let sheets = shown.map { names.unique($0.name ?? $0.title) }

    workbook.beginSheet(SheetLayout(ownSheets[0], title: notice ?? title, columns: [SheetColumn(width: 90)]))
    for sentence in (notice == nil ? [] : [title]) + introduction + words.draftNote.map(\.text) {
      workbook.text(sentence)
      workbook.endRow()
    }
    for sheet in ownSheets.dropFirst() {
      workbook.text(sheet, linkedTo: sheet)
      workbook.endRow()
    }

    workbook.beginSheet(
      SheetLayout(
        ownSheets[1], title: notice ?? words.office(.contents), notes: lines(words.office(.contents)),
        columns: [SheetColumn(words.office(.sheet), width: 28), SheetColumn(words.office(.holds), width: 80)],
        isTable: true))
    for (name, title) in [(ownSheets[2], words.office(.notes))] + zip(sheets, shown.map(\.title)) {
      workbook.text(name, linkedTo: name)
      workbook.text(title)
      workbook.endRow()
    }

    writeNotes(to: &workbook, ownSheets[2])
    for (table, name) in zip(shown, sheets) {
      table.write(to: &workbook, name, title: notice ?? table.title, notes: lines(table.title) + table.notes)
    }
    return workbook.finish()
  }

  /// The lines under the first of a sheet: behind a notice what the sheet is about.
  private func lines(_ title: String) -> [String] { (notice == nil ? [] : [title]) + [words.office(.oneTable)] }

  private func writeNotes(to workbook: inout WorkbookWriter, _ name: String) {
    workbook.beginSheet(
      SheetLayout(
        name, title: notice ?? words.office(.notes), notes: lines(words.office(.notes)),
        columns: [SheetColumn(words.office(.mark), width: 14), SheetColumn(words.office(.meaning), width: 95)],
        isTable: true))
    let numbered = notes.enumerated().map { (words.office(.note, ["number": $0.offset + 1]), $0.element) }
    for (mark, meaning) in [(Self.withheld, words.office(.withheld)), (Self.none, words.office(.noFigure))] + numbered {
      workbook.text(mark)
      workbook.text(meaning)
      workbook.endRow()
    }
  }

  fileprivate static let withheld = "[c]"
  fileprivate static let none = "[x]"
}

extension ResultTable {
  /// Its titles and headings; cells are written so.
  fileprivate var withoutDirectionMarks: ResultTable {
    var table = self
    table.title = title.withoutDirectionMarks
    table.name = name?.withoutDirectionMarks
    table.notes = notes.map(\.withoutDirectionMarks)
    for index in columns.indices { table.columns[index].heading = columns[index].heading.withoutDirectionMarks }
    return table
  }

  fileprivate func write(to workbook: inout WorkbookWriter, _ sheet: String, title: String, notes: [String]) {
    let columns = self.columns.enumerated().map { index, column in
      let cells = rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      return SheetColumn(
        column.heading, width: Self.width(of: cells, heading: column.heading, isNumber: column.isNumber),
        format: Self.format(of: cells), alignment: column.isNumber ? .right : .general)
    }
    let width = columns.reduce(0) { $0 + $1.width }
    workbook.beginSheet(
      SheetLayout(
        sheet, title: title, notes: notes.flatMap { Self.lines($0, width: width) }, columns: columns, isTable: true,
        freezesHeadings: true,
        frozenColumns: columns.count > 6 ? 1 : 0, isLandscape: width > 90))
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): workbook.text(text.isEmpty ? ResultPage.none : text.withoutDirectionMarks)
        case .count(let count): workbook.number(count)
        case .number(let number, _), .share(let number), .shade(let number): workbook.number(number)
        case .none: workbook.text(ResultPage.none)
        case .withheld: workbook.text(ResultPage.withheld)
        }
      }
      workbook.endRow()
    }
  }

  /// A note that is wider than its table goes on in rows of its own, a sentence each: a printed page would shrink to it.
  private static func lines(_ note: String, width: Double) -> [String] {
    if Double(note.count) <= width { return [note] }
    var lines: [String] = []
    var rest = note[...]
    while let end = rest.firstRange(of: ". ") {
      lines.append(String(rest[..<end.lowerBound]) + ".")
      rest = rest[end.upperBound...]
    }
    return lines + [String(rest)]
  }

  /// As all numbers of the column are shown: with the most decimals that one of them needs.
  private static func format(of cells: [Cell]) -> NumberFormat {
    var decimals: Int?
    var (hasCounts, hasShares) = (false, false)
    for cell in cells {
      switch cell {
      case .count: hasCounts = true
      case .number(_, let count): decimals = max(decimals ?? 0, count)
      case .share, .shade: hasShares = true
      case .text, .none, .withheld: break
      }
    }
    if hasShares { return decimals == nil && !hasCounts ? .percent() : .general }
    if let decimals { return hasCounts ? .general : .decimals(decimals) }
    return hasCounts ? .whole : .general
  }

  /// Wide enough for most of its cells; long text goes on in a next line. In digits of the font.
  private static func width(of cells: [Cell], heading: String, isNumber: Bool) -> Double {
    let word = heading.split(separator: " ").map(\.count).max() ?? 0
    if isNumber { return Double(max(word + 3, 11)) }
    let lengths = cells.map { cell -> Int in
      if case .text(let text) = cell { text.count } else { 4 }
    }.sorted()
    // A few long ones may wrap.
    let longest = lengths.last ?? 0
    let most = longest <= 30 ? longest : lengths[lengths.count * 9 / 10]
    return Double(min(max(most + 2, word + 3, 12), 60))
  }
}
