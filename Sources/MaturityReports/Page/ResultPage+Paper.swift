public import DigitalMaturity

extension ResultPage {
  /// The page as a paper, for a document to send round: its sentences as paragraphs, its tables with their titles. O(cells).
  public func paper() -> Paper {
    let reportWords = ReportWords(catalogue: words)
    func paragraph(_ text: String) -> Paper.Block { .paragraph(PaperText(PlainText.clean(text))) }
    let english = MessageCatalogue.english.language
    var paper = Paper(
      notice: notice.map { PlainText.clean($0) }, title: PlainText.clean(title),
      language: words.language == english ? "en-GB" : words.language)
    paper.blocks += introduction.map(paragraph)
    for table in tables where !table.rows.isEmpty {
      paper.blocks.append(
        .table(
          PaperTable(
            caption: PlainText.clean(table.title),
            columns: table.columns.map { .init(PaperText(PlainText.clean($0.heading)), isNumber: $0.isNumber) },
            rows: table.rows.map { $0.map { PaperText(PlainText.clean($0.words(reportWords))) } })))
      paper.blocks += table.notes.map(paragraph)
    }
    paper.blocks += (notes + words.draftNote.map(\.text)).map(paragraph)
    return paper
  }
}
