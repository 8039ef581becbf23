import DigitalMaturity

extension ResultPage {
  /// Makes a page that is written with the words of skills pages.
  init(
    _ words: LevelWords, notice: String? = nil, title: String, introduction: [String] = [], tables: [ResultTable],
    notes: [String] = [], data: ResultTable? = nil
  ) {
    self.init(
      notice: notice, title: title, introduction: introduction, tables: tables, notes: notes, data: data,
      words: words.catalogue)
  }
}
