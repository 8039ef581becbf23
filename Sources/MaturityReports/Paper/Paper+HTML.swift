public import DigitalMaturity

extension Paper {
  /// The paper as a web page: one file, without scripts, that reads on a telephone and prints well. O(text).
  public func html() -> ByteOutput {
    var writer = HTMLWriter(reserving: 1 << 15)
    writer.documentType(comment: notice)
    writer.element("html", .language(language)) { writer in
      writer.pageHead(title: Phrase(title), sheets: ReportStyle.base, extent == .oneSide ? Self.oneSide : Self.style)
      writer.element("body", .class(extent == .oneSide ? "one-side" : "pages")) { writer in
        writer.element("main") { writer in
          if let notice { writer.element("p") { $0.text(.bold(notice)) } }
          writer.element("h1", phrase: Phrase(title))
          if !fields.isEmpty { front(to: &writer) }
          var heading = title
          for block in blocks {
            if case .heading(let text, _, _) = block { heading = text.plain }
            write(block, under: heading, to: &writer)
          }
        }
      }
    }
    return writer.output
  }

  private func front(to writer: inout HTMLWriter) {
    writer.element("dl", .class("front")) { writer in
      for field in fields {
        writer.element("div") { writer in
          writer.element("dt", phrase: Phrase(field.label))
          writer.element("dd") { $0.text(field.value) }
        }
      }
    }
  }

  private func write(_ block: Block, under heading: String, to writer: inout HTMLWriter) {
    switch block {
    case .heading(let text, let level, let number):
      func content(_ writer: inout HTMLWriter) {
        if let number { writer.element("span", .class("no"), phrase: Phrase(number)) }
        if number != nil { writer.text(" ") }
        writer.element("span") { $0.text(text) }
      }
      let name: HTMLAttribute = number == nil ? .class("plain") : .class("numbered")
      switch level {
      case ...1: writer.element("h2", name) { content(&$0) }
      case 2: writer.element("h3", name) { content(&$0) }
      default: writer.element("h4", name) { content(&$0) }
      }
    case .paragraph(let text, let number?):
      writer.element("p", .class("numbered")) { writer in
        writer.element("span", .class("no"), phrase: Phrase(number))
        writer.text(" ")
        writer.element("span") { $0.text(text) }
      }
    case .paragraph(let text, nil): writer.element("p") { $0.text(text) }
    case .quote(let text): writer.element("blockquote") { writer in writer.element("p") { $0.text(text) } }
    case .list(let items, let isNumbered): write(items[...], isNumbered: isNumbered, to: &writer)
    case .table(let table):
      let caption = table.caption.isEmpty ? heading : table.caption
      writer.table(
        Phrase(caption), ReportWords(catalogue: .english), id: "table",
        class: table.caption.isEmpty ? "paper titled" : "paper",
        least: table.columns.reduce(0) { $0 + ($1.isNumber ? 5 : 8) },
        headings: table.columns.map { Phrase($0.heading.plain) }
      ) { write(table, to: &$0) }
    }
  }

  /// Items that are set in stand in a list of their own, in the item before them.
  private func write(_ items: ArraySlice<Item>, isNumbered: Bool, to writer: inout HTMLWriter) {
    guard let level = items.first?.level else { return }
    func content(_ writer: inout HTMLWriter) {
      var rest = items
      while let item = rest.popFirst() {
        let inner = rest.prefix { $0.level > level }
        rest = rest.dropFirst(inner.count)
        writer.element("li") { writer in
          writer.text(item.text)
          write(inner, isNumbered: false, to: &writer)
        }
      }
    }
    if isNumbered { writer.element("ol") { content(&$0) } } else { writer.element("ul") { content(&$0) } }
  }

  private func write(_ table: PaperTable, to writer: inout HTMLWriter) {
    writer.element("thead") { writer in
      writer.element("tr") { writer in
        for column in table.columns {
          writer.element("th", .fixed("scope", "col"), column.isNumber ? .class("number") : .class("words")) {
            $0.text(column.heading)
          }
        }
      }
    }
    // Columns of which every cell stays on one line of a narrow page, at the edge where numbers stand.
    let isShort = table.columns.indices.map { index in
      table.rows.allSatisfy { !$0.indices.contains(index) || DisplayWidth.of($0[index].plain) <= 24 }
    }
    writer.element("tbody") { writer in
      for row in table.rows {
        writer.element("tr") { writer in
          for (index, cell) in row.enumerated() {
            let isNumber = table.columns.indices.contains(index) && table.columns[index].isNumber
            let isWords = !isNumber && isShort.indices.contains(index) && isShort[index]
            if index == 0 {
              writer.element("th", .fixed("scope", "row")) { $0.text(cell) }
            } else {
              writer.element("td", isNumber ? .class("number") : isWords ? .class("words short") : .class("words")) {
                $0.text(cell)
              }
            }
          }
        }
      }
    }
  }

  private static let style: StaticString = """

    main { max-width: 50rem; margin: 0 auto; padding: 2.5rem 0 4rem; }
    h1 { margin-bottom: 0.75rem; }
    .front { margin: 1.25rem 0 2rem; border-top: 2px solid var(--rule); border-bottom: 2px solid var(--rule); padding: 0.5rem 0; }
    .front div { display: grid; grid-template-columns: minmax(5rem, 11rem) minmax(0, 1fr); gap: 0 1rem; padding: 0.3rem 0; }
    .front dt { font-weight: 600; }
    .front dd { margin: 0; }
    h2 { font-size: 1.3rem; margin: 2.25rem 0 0.75rem; }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; }
    .numbered { display: grid; grid-template-columns: 3rem minmax(0, 1fr); }
    .no { font-variant-numeric: tabular-nums; }
    ul, ol { margin-left: 3rem; padding-left: 1.2rem; }
    li > ul, li > ol { margin: 0.3rem 0; margin-left: 0; }
    blockquote { margin: 0 0 0.75rem 3rem; padding-left: 1rem; border-left: 3px solid var(--mark); font-style: italic; }
    .table { margin: 1rem 0 1.5rem; }
    .paper.titled caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .paper tbody th { font-weight: 600; min-width: 6rem; overflow-wrap: break-word; }
    .paper td.words { min-width: 7rem; }
    /* A word as long as a page is broken here, where words that are read are whole. */
    @media (min-width: 34.01rem) { .paper tbody th { max-width: min(16rem, 36vw); } .paper td.words { max-width: min(26rem, 40vw); } }
    @media (max-width: 34rem) { .paper tbody th, .paper td.words { overflow-wrap: anywhere; } }
    @media (max-width: 30rem) {
      .numbered { grid-template-columns: 2.25rem minmax(0, 1fr); }
      ul, ol { margin-left: 1.25rem; }
      .front div { grid-template-columns: minmax(0, 1fr); }
    }
    @page { size: A4; margin: 16mm 20mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
    @media print {
      html { font-size: 10.5pt; line-height: 1.4; }
      body, main { padding: 0; max-width: none; }
      h1 { font-size: 20pt; }
      h2 { font-size: 13pt; margin-top: 1rem; margin-bottom: 0.5rem; }
      p, ul, ol { max-width: none; margin-bottom: 0.5rem; }
      h2, h3, h4, caption, thead { break-after: avoid; }
      tr, li, p { break-inside: avoid; }
      /* The last words are not alone on a page, nor under a heading that is on the page before. */
      main > :nth-last-child(-n + 2):not(h2, h3, h4) { break-before: avoid; }
      /* Where a table begins there is room for its headings and two rows. */
      .table::before { content: ""; display: block; height: 7rem; margin-bottom: -7rem; break-inside: avoid; break-after: avoid; }
      /* A table of five rows stays whole; a longer one may go on on the next page, with two rows or more. Rows of many lines may part. */
      table:not(:has(td.words:not(.short), tbody tr:nth-child(6))) { break-inside: avoid; }
      table:not(:has(td.words:not(.short))) tbody tr:first-child { break-after: avoid; }
      table:not(:has(td.words:not(.short))) tbody tr:last-child { break-before: avoid; }
      .paper { font-size: 0.93em; }
      th, td { padding-top: 0.28rem; padding-bottom: 0.28rem; }
      .table { margin: 0.6rem 0 0.9rem; }
      .scroll { margin: 0; }
      .scroll { overflow: visible; background: none; }
      .table { container-type: normal; }
      .swipe { display: none; }
      .paper tbody th { min-width: 6rem; max-width: 16rem; }
      .paper td.words { min-width: 0; }
    }

    """

  private static let oneSide: StaticString = """

    main { max-width: 50rem; margin: 0 auto; padding: 2rem 0 3rem; }
    h1 { color: var(--mark); margin-bottom: 0.6rem; }
    h2 { font-size: 1.2rem; margin: 1.75rem 0 0.5rem; border-top: 2px solid var(--mark); padding-top: 0.5rem; }
    h3 { font-size: 1.05rem; margin: 1.25rem 0 0.35rem; }
    .front { margin: 0.75rem 0 1rem; }
    .front div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
    .front dt { font-weight: 600; }
    .front dd { margin: 0; }
    blockquote { margin: 0 0 0.75rem; padding-left: 1rem; border-left: 3px solid var(--mark); font-style: italic; }
    .table { margin: 0.5rem 0 1rem; }
    .paper { table-layout: fixed; }
    .paper.titled caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .paper thead th { font-size: 1rem; color: var(--mark); }
    .paper tbody th, .paper td.words { overflow-wrap: break-word; }
    @media (max-width: 30rem) { ul, ol { padding-left: 1.2rem; } .paper thead th { font-size: 0.875rem; } }
    @page { size: A4; margin: 14mm 16mm 12mm; }
    @media print {
      html { font-size: 9.75pt; line-height: 1.32; }
      body, main { padding: 0; max-width: none; }
      h1 { font-size: 19pt; }
      h2 { font-size: 12pt; margin-top: 0.85rem; padding-top: 0.3rem; }
      h2, h3, thead { break-after: avoid; }
      p, ul, ol { max-width: none; margin-bottom: 0.4rem; }
      li { margin-bottom: 0.1rem; }
      th, td { padding-top: 0.25rem; padding-bottom: 0.25rem; }
      .table { container-type: normal; margin: 0.25rem 0 0.4rem; }
      .scroll { overflow: visible; background: none; margin: 0; }
      .swipe { display: none; }
    }

    """
}

extension HTMLWriter {
  /// Writes text of a paper: each line in its own, emphasis as such.
  mutating func text(_ text: PaperText) {
    for run in text.runs {
      func lines(_ writer: inout HTMLWriter) {
        for (index, line) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { writer.void("br") }
          writer.text(String(line))
        }
      }
      switch (run.isBold, run.isItalic) {
      case (false, false): lines(&self)
      case (true, false): element("strong") { lines(&$0) }
      case (false, true): element("em") { lines(&$0) }
      case (true, true): element("strong") { writer in writer.element("em") { lines(&$0) } }
      }
    }
  }
}
