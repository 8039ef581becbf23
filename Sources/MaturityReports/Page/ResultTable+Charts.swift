public import DigitalMaturity

extension ResultTable {
  /// Two of its columns of numbers beside each other, with the table's own title, headings and figures; nil without a number.
  /// - Parameters:
  ///   - first: The column of the dots.
  ///   - second: The column of the rings.
  ///   - more: The column of what is written beside both where there is room, such as their difference.
  ///   - scale: The lowest and the highest number possible.
  ///   - ticks: Where lines stand, with what is written at their ends.
  ///   - words: The words of the chart itself.
  public func pairs(
    _ first: Int, _ second: Int, more: Int? = nil, scale: ClosedRange<Double>, ticks: [ChartTick],
    words: MessageCatalogue = .english
  ) -> PairedChart? {
    guard columns.indices.contains(first), columns.indices.contains(second) else { return nil }
    let reportWords = ReportWords(catalogue: words)
    func text(_ row: [Cell], _ column: Int?) -> String {
      guard let column, row.indices.contains(column) else { return "" }
      return row[column].words(reportWords)
    }
    let shown = rows.map { row in
      PairedChart.Row(
        label: text(row, 0), first: Self.number(row, first), second: Self.number(row, second),
        note: reportWords.text(.bothFigures, ["first": text(row, first), "second": text(row, second)]),
        more: text(row, more))
    }
    guard shown.contains(where: { $0.first != nil || $0.second != nil }) else { return nil }
    return PairedChart(
      title: title, names: (columns[first].heading, columns[second].heading), scale: scale, ticks: ticks, rows: shown)
  }

  /// A line a row through columns of numbers that follow each other in time, with the table's own headings and figures; nil without
  /// two numbers that follow each other.
  /// - Parameters:
  ///   - places: The columns, the earliest first.
  ///   - isClear: For each row, whether each step is more than chance may have made; nil where that is not known.
  ///   - words: The words of the chart itself.
  public func slope(
    _ places: [Int], isClear: [[Bool?]] = [], words: MessageCatalogue = .english
  ) -> SlopeChart? {
    guard places.allSatisfy(columns.indices.contains) else { return nil }
    let reportWords = ReportWords(catalogue: words)
    let chart = SlopeChart(
      names: places.map { columns[$0].heading },
      rows: rows.enumerated().map { index, row in
        SlopeChart.Row(
          label: row.first?.words(reportWords) ?? "",
          points: places.map { place in
            let text = row.indices.contains(place) ? row[place].words(reportWords) : NumberWords.none
            return Self.number(row, place).map { .number($0, text: text) } ?? .none(text)
          }, isClear: isClear.indices.contains(index) ? isClear[index] : [])
      }, words: words)
    return chart.hasLines ? chart : nil
  }

  private static func number(_ row: [Cell], _ place: Int) -> Double? {
    guard row.indices.contains(place) else { return nil }
    return if case .number(let number, _) = row[place], number.isFinite { number } else { nil }
  }
}
