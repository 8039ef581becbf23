public import DigitalMaturity

/// What a host's own section of the HTML report is written with. All text is escaped; there is no way to write markup.
public struct SectionWriter {
  var writer: HTMLWriter
  let words: ReportWords
  let id: String

  /// Writes a heading inside the section.
  public mutating func heading(_ text: String) { writer.element("h3", phrase: Phrase(Content(text))) }

  /// Writes a paragraph.
  public mutating func paragraph(_ text: String) { writer.element("p", phrase: Phrase(Content(text))) }

  /// Writes a list, unless there is nothing in it.
  public mutating func list(_ items: [String]) { writer.list(items.map { Phrase(Content($0)) }) }

  /// Writes a table; its title is the caption.
  public mutating func table(_ table: ResultTable) { writer.table(table, words) }

  /// Writes a chart. Put a table with the same numbers beside it.
  public mutating func chart(_ chart: LollipopChart) { chart.write(to: &writer, id: id) }

  /// Writes a chart. Put a table with the same numbers beside it.
  public mutating func chart(_ chart: StackedBars) { chart.write(to: &writer, id: id) }

  /// Writes a chart. Put a table with the same numbers beside it.
  public mutating func chart(_ chart: PairedChart) { chart.write(to: &writer, id: id) }
}
