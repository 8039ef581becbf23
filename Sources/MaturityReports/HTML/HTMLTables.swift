import DigitalMaturity

extension HTMLWriter {
  /// Writes a table in a box of its own: where the page is narrow the box scrolls, by touch, wheel and keyboard, and
  /// the page does not. A line above it says so where there is more to see.
  /// - Parameter least: The width, in ems of the page, below which the table probably scrolls.
  mutating func table(
    _ caption: Phrase, _ words: ReportWords, id wish: String, class name: StaticString = "figures", least: Double = 0,
    content: (inout HTMLWriter) -> Void
  ) {
    let id = makeID(wish)
    element("div", .class("table")) { writer in
      if let hint = Self.hint(least) {
        writer.element("p", hint, .fixed("aria-hidden", "true"), phrase: words(.swipe))
      }
      writer.element(
        "div", .class("scroll"), .fixed("role", "region"), .labelled(by: id), .fixed("tabindex", "0")
      ) { writer in
        writer.element("table", .class(name)) { writer in
          writer.element("caption", .id(id)) { $0.element("span", phrase: caption) }
          content(&writer)
        }
      }
    }
  }

  /// The hint's class: the style sheet shows it in boxes that are narrower.
  private static func hint(_ least: Double) -> HTMLAttribute? {
    switch least {
    case ..<20: nil
    case ..<26: .class("swipe under-26")
    case ..<34: .class("swipe under-34")
    case ..<42: .class("swipe under-42")
    default: .class("swipe under-50")
    }
  }

  /// Writes the head of a table: one row of column headings.
  mutating func tableHead(_ columns: [(heading: Phrase, isNumber: Bool)]) {
    element("thead") { writer in
      writer.element("tr") { writer in
        for column in columns {
          if column.isNumber {
            writer.element("th", .fixed("scope", "col"), .class("number"), phrase: column.heading)
          } else {
            writer.element("th", .fixed("scope", "col"), phrase: column.heading)
          }
        }
      }
    }
  }

  /// Writes the heading of a row.
  mutating func rowHeading(_ phrase: Phrase) { element("th", .fixed("scope", "row"), phrase: phrase) }

  /// Writes a cell with a number in words.
  mutating func numberCell(_ number: String) { element("td", .class("number")) { $0.text(number) } }

  /// Writes a cell of words.
  mutating func cell(_ phrase: Phrase) { element("td", phrase: phrase) }

  /// Writes a list of phrases, unless there are none.
  mutating func list(_ phrases: [Phrase]) {
    if phrases.isEmpty { return }
    element("ul") { writer in
      for phrase in phrases { writer.element("li", phrase: phrase) }
    }
  }
}

extension ResultTable {
  /// Whether some of its cells are shades.
  var isShaded: Bool {
    rows.contains { $0.contains { if case .shade = $0 { true } else { false } } }
  }
}

extension HTMLWriter {
  /// Writes a table of a result page.
  mutating func table(_ table: ResultTable, _ words: ReportWords) {
    let width = table.columns.reduce(0.0) { $0 + ($1.isNumber ? 5.0 : 9.0) }
    self.table(Phrase(Content(table.title)), words, id: table.title, least: width) { writer in
      writer.tableHead(table.columns.map { (Phrase(Content($0.heading)), $0.isNumber) })
      writer.element("tbody") { writer in
        for row in table.rows {
          writer.element("tr") { writer in
            for (index, cell) in row.enumerated() {
              let isNumber = table.columns.indices.contains(index) && table.columns[index].isNumber
              if index == 0 {
                writer.element("th", .fixed("scope", "row")) { $0.text(Content(cell.words(words))) }
              } else {
                writer.cell(cell, isNumber: isNumber, words)
              }
            }
          }
        }
      }
    }
  }

  private mutating func cell(_ cell: ResultTable.Cell, isNumber: Bool, _ words: ReportWords) {
    if case .number(let number, let decimals) = cell, isNumber, words.hasDecimalPoint {
      return numberCell(number, decimals: decimals)
    }
    let phrase = Phrase(Content(cell.words(words)))
    if case .shade(let share) = cell {
      element("td", .class(Self.shade(share)), phrase: phrase)
    } else if isNumber {
      element("td", .class("number"), phrase: phrase)
    } else if DisplayWidth.of(phrase.plain) <= 24 {
      element("td", .class("short"), phrase: phrase)
    } else {
      self.cell(phrase)
    }
  }

  /// Writes what the shades of tables mean.
  mutating func shadeKey(_ words: ReportWords) {
    element("p", .class("small key")) { writer in
      writer.text(words(.shadeKey))
      for (index, shade) in Self.shades.enumerated() {
        writer.text(" ")
        let share = words.percent(Double(max(1, index)) / 5)
        writer.element(
          "span", .class(shade), phrase: words(index == 0 ? ReportMessage.shadeUnder : .shadeFrom, ["share": share]))
      }
    }
  }

  private static let shades: [StaticString] = ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4"]

  /// The class of a share's shade: a fifth of the shares each.
  private static func shade(_ share: Double) -> StaticString {
    // As it is shown, so that equal figures have equal shades.
    switch (share * 100).rounded() {
    case ..<20: "number heat-0"
    case ..<40: "number heat-1"
    case ..<60: "number heat-2"
    case ..<80: "number heat-3"
    default: "number heat-4"
    }
  }
}
