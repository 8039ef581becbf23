public import DigitalMaturity
import MaturityTables

extension ResultPage {
  /// The page for a terminal.
  /// - Parameter width: How many characters a line may have; no limit when nil.
  public func text(width: Int? = nil) -> ByteOutput {
    var output = ByteOutput()
    func lines(_ texts: [String]) {
      for text in texts {
        for line in DisplayWidth.wrap(PlainText.clean(text), to: min(width ?? 100, 100)) { output.write(line + "\n") }
      }
    }
    let reportWords = ReportWords(catalogue: words)
    if let notice { lines([notice, ""]) }
    lines([title])
    if !introduction.isEmpty { lines(introduction) }
    for table in tables where !table.rows.isEmpty {
      output.write("\n")
      if tables.count > 1 { lines([table.title]) }
      let columns = table.columns.map { TextTable.Column(heading: $0.heading, isNumber: $0.isNumber) }
      var shown = TextTable(columns)
      for row in table.rows { shown.add(row.map { $0.words(reportWords) }) }
      if table.isGrouped, columns.count > 2, let width, shown.naturalWidth > width {
        // There is no room for the groups' names beside the rows: each stands once, above its own.
        shown = TextTable(Array(columns.dropFirst()))
        var group: ResultTable.Cell?
        for row in table.rows {
          if row.first != group { shown.addGroup(row.first?.words(reportWords) ?? "") }
          group = row.first
          shown.add(row.dropFirst().map { $0.words(reportWords) })
        }
      }
      shown.write(width: width, to: &output)
      if !table.notes.isEmpty {
        output.write("\n")
        lines(table.notes)
      }
    }
    let end = notes + words.draftNote.map(\.text)
    if !end.isEmpty {
      output.write("\n")
      lines(end)
    }
    return output
  }

  /// The page's data as CSV, for a spreadsheet: numbers unrounded, withheld figures as `[c]`. A notice is the first line,
  /// before the headings.
  public func csv() -> ByteOutput {
    var csv = CSVWriter()
    if let notice {
      csv.text(notice.withoutDirectionMarks)
      csv.endRow()
    }
    if let table = data ?? tables.first {
      for column in table.columns { csv.text(column.heading.withoutDirectionMarks) }
      csv.endRow()
      for row in table.rows {
        for cell in row {
          switch cell {
          case .text(let text): csv.text(text.withoutDirectionMarks)
          case .count(let count): csv.number(count)
          case .number(let number, _), .share(let number), .shade(let number): csv.number(NumberWords.exact(number))
          case .none: csv.text("")
          case .withheld: csv.text(NumberWords.withheld)
          }
        }
        csv.endRow()
      }
    }
    var output = ByteOutput()
    output.write(bytes: csv.bytes)
    return output
  }

  /// The page as HTML: one file, without scripts, that prints well.
  /// - Parameter charts: Drawings of what tables hold: above the first table, under each other.
  public func html(charts: [PageChart] = []) -> ByteOutput {
    let reportWords = ReportWords(catalogue: words)
    var writer = HTMLWriter()
    writer.documentType(comment: notice)
    writer.element("html", .language(words.language)) { writer in
      writer.element("head") { writer in
        writer.void("meta", .fixed("charset", "utf-8"))
        writer.void("meta", .fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1"))
        // A title holds text alone: an element in it would be shown as it is written.
        writer.element("title") { $0.text(PlainText.clean(title)) }
        if charts.isEmpty {
          writer.style(ReportStyle.base, Self.style)
        } else {
          writer.style(ReportStyle.base, Self.style, ReportStyle.charts)
        }
      }
      writer.element("body") { writer in
        writer.element("main") { writer in
          if let notice { writer.element("p", .class("note"), phrase: Phrase(Content(notice))) }
          writer.element("h1", phrase: Phrase(Content(title)))
          for sentence in introduction { writer.element("p", phrase: Phrase(Content(sentence))) }
          for (index, table) in tables.enumerated() where !table.rows.isEmpty {
            // The first drawing opens the page; others stand under the name and figures of their table.
            let own = charts.filter { $0.table == index }
            if index == 0 { for chart in own { chart.chart.write(to: &writer, id: table.title) } }
            writer.table(table, reportWords)
            if index > 0 { for chart in own { chart.chart.write(to: &writer, id: table.title) } }
            for sentence in table.notes { writer.element("p", .class("small"), phrase: Phrase(Content(sentence))) }
          }
          if tables.contains(where: \.isShaded) { writer.shadeKey(reportWords) }
          for sentence in notes { writer.element("p", .class("small"), phrase: Phrase(Content(sentence))) }
          for phrase in reportWords.draftNote { writer.element("p", .class("small"), phrase: phrase) }
        }
      }
    }
    return writer.output
  }

  private static let style: StaticString = """

    main { max-width: 76rem; margin: 0 auto; padding: 2rem 0; }
    h1 { margin-bottom: 0.75rem; font-size: clamp(1.45rem, 1rem + 2.4vw, 2.5rem); }
    .table { margin-top: 1.75rem; }
    .small { margin-bottom: 0.5rem; max-width: 92ch; }
    .table + .small { margin-top: 2rem; }
    .table + .small:has(~ .table) { margin-top: 1rem; }
    .chart { margin-top: 1.75rem; }
    caption { font-size: 1.2rem; padding-bottom: 0.25rem; }
    tbody th { min-width: 8rem; overflow-wrap: break-word; }
    /* A word as long as a page is broken here, where words that are read are whole. */
    @media (min-width: 34.01rem) { tbody th { max-width: min(22rem, 36vw); } }
    @media screen and (max-width: 34rem) { tbody th { overflow-wrap: anywhere; } }
    @media screen and (min-width: 64rem) { tbody th { min-width: 12rem; } }
    td { min-width: 4.5rem; }
    td.number { min-width: 0; }
    @media print, (min-width: 46rem) { .short { white-space: nowrap; } }
    .heat-0 { background: var(--heat-0); } .heat-1 { background: var(--heat-1); } .heat-2 { background: var(--heat-2); }
    .heat-3 { background: var(--heat-3); } .heat-4 { background: var(--heat-4); }
    .key span { display: inline-block; padding: 0 0.5rem; margin: 0 0.25rem 0.25rem 0; border: 1px solid var(--line); color: var(--ink); white-space: nowrap; }
    td[class*="heat-"] { padding-right: 0.5rem; border-left: 2px solid var(--paper); }
    @media print, (min-width: 34.01rem) { tbody tr:last-child :is(td, th) { border-bottom: 1px solid var(--rule); } }
    .group th { font-weight: 600; padding-top: 1.25rem; }
    @page { size: A4; margin: 13mm 14mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
    @media print {
      html { font-size: 9pt; line-height: 1.4; }
      body { padding: 0; }
      main { padding: 0; max-width: none; }
      h1 { font-size: 18pt; }
      .swipe { display: none; }
      .table { container-type: normal; margin-top: 1rem; }
      .table + .small { margin-top: 1rem; }
      .small { margin-bottom: 0.3rem; }
      .scroll { overflow: visible; background: none; margin-bottom: 0.75rem; }
      th, td { padding: 0.25rem 0.65rem 0.25rem 0; }
      th:last-child, td:last-child { padding-right: 0.25rem; }
      td { min-width: 0; }
      tbody th { min-width: 8rem; max-width: 22rem; }
      /* Names have room beside numbers alone. Eight columns fill the paper: were they wider than it, the whole page would be made smaller. */
      table:not(:has(td:not(.number, .short), thead th:nth-child(8))) tbody th { min-width: 11.75rem; }
      table:has(thead th:nth-child(8)) :is(th, td):not(:last-child) { padding-right: 0.4rem; }
      table:has(thead th:nth-child(8)) tbody th { min-width: 6.75rem; }
      table:has(thead th:nth-child(9)) tbody th { min-width: 6rem; }
      table:has(thead th:nth-child(9)) { font-size: 0.9em; }
      table:has(thead th:nth-child(9)) thead th { font-size: 0.85em; }
      .group th { padding-top: 0.75rem; }
      caption, thead, .group { break-after: avoid; }
      tr, p { break-inside: avoid; }
      /* Where a table begins there is room for its headings and two rows. */
      .table::before { content: ""; display: block; height: 8rem; margin-bottom: -8rem; break-inside: avoid; break-after: avoid; }
      /* A table of five rows stays whole; a longer one may go on on the next page, with two rows or more. Rows of many lines may part
         after the first. */
      table:not(:has(td:not(.number, .short), tbody tr:nth-child(6))) { break-inside: avoid; }
      table:not(:has(td:not(.number, .short))) tbody tr:first-child { break-after: avoid; }
      tbody tr:last-child { break-before: avoid; }
      /* Beside sentences, and in many columns, short words give way. */
      table:is(:has(td:not(.number, .short)), :has(thead th:nth-child(8))) .short { white-space: normal; }
      td[class*="heat-"], .key span, .note { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }

    """
}

extension ResultTable.Cell {
  /// The cell as people read it.
  func words(_ words: ReportWords) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number, let decimals): words.rounded(number, decimals: decimals)
    case .share(let share), .shade(let share): words.percent(share)
    case .none: NumberWords.none
    case .withheld: NumberWords.withheld
    }
  }
}
