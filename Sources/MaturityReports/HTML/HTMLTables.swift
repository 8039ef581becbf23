import DigitalMaturity

extension HTMLWriter {
  /// Writes a table in a box of its own: where the page is narrow the box scrolls, by touch, wheel and keyboard, and
  /// the page does not. A line above it says so where there is more to see.
  /// - Parameters:
  ///   - least: The width, in ems of the page, below which the table probably scrolls.
  ///   - headings: Its columns' headings, where a row's cells stand under its name on a narrow page, each behind its heading. Up to
  ///     ``mostStacked``; a table of more scrolls.
  mutating func table(
    _ caption: Phrase, _ words: ReportWords, id wish: String, class name: StaticString = "figures", least: Double = 0,
    headings: [Phrase] = [], content: (inout HTMLWriter) -> Void
  ) {
    let id = makeID(wish)
    element("div", .class("table")) { writer in
      if let hint = Self.hint(least) {
        writer.element("p", hint, .fixed("aria-hidden", "true"), phrase: words(.swipe))
      }
      writer.element(
        "div", .class("scroll"), .fixed("role", "region"), .labelled(by: id), .fixed("tabindex", "0")
      ) { writer in
        func inside(_ writer: inout HTMLWriter) {
          writer.element("caption", .id(id)) { $0.element("span", phrase: caption) }
          content(&writer)
        }
        if (3...Self.mostStacked).contains(headings.count) {
          let attribute = HTMLAttribute.columnHeadings(headings.dropFirst().map(\.plain))
          writer.element("table", .classes([name, "stacks"]), attribute) { inside(&$0) }
        } else {
          writer.element("table", .class(name)) { inside(&$0) }
        }
      }
    }
  }

  /// The most columns of which the style sheet knows the headings.
  static let mostStacked = 16

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
  /// Writes a table of a result page. Where it has three columns or more, a row's cells stand under its name on a narrow page, each
  /// behind its column's heading.
  mutating func table(_ table: ResultTable, _ words: ReportWords) {
    let first = table.isGrouped && table.columns.count > 2 ? 1 : 0
    let columns = Array(table.columns.dropFirst(first))
    let width = columns.reduce(0.0) { $0 + ($1.isNumber ? 5.0 : 9.0) }
    // Two numbers behind short headings have room beside each other there.
    let isPair =
      columns.count == 3 && columns.dropFirst().allSatisfy(\.isNumber)
      && columns.dropFirst().reduce(0) { $0 + DisplayWidth.of($1.heading) } <= 20
    self.table(
      Phrase(Content(table.title)), words, id: table.title, class: isPair ? "figures beside" : "figures", least: width,
      headings: columns.map { Phrase($0.heading) }
    ) { writer in
      writer.tableHead(columns.map { (Phrase(Content($0.heading)), $0.isNumber) })
      let isNumber = columns.map(\.isNumber)
      writer.reserve(table.rows.count * (60 + 40 * columns.count))
      var rows = table.rows[...]
      repeat {
        let name = first > 0 ? rows.first?.first : nil
        let group = name == nil ? rows : rows.prefix { $0.first == name }
        rows = rows.dropFirst(group.count)
        writer.element("tbody") { writer in
          if let name {
            writer.element("tr", .class("group")) { writer in
              writer.element(
                "th", .fixed("scope", "rowgroup"), .number("colspan", columns.count),
                phrase: Phrase(Content(name.words(words))))
            }
          }
          for row in group { writer.row(row.dropFirst(first), isNumber, words) }
        }
      } while !rows.isEmpty
    }
  }

  /// Whether words stay on one line.
  private static func isShort(_ words: String) -> Bool { DisplayWidth.of(words) <= 24 }

  private mutating func row(_ row: ArraySlice<ResultTable.Cell>, _ isNumber: [Bool], _ words: ReportWords) {
    // Where another mark stands before decimals, the catalogue writes them.
    let hasDecimalPoint = words.hasDecimalPoint
    self.row { writer in
      for (index, cell) in row.enumerated() {
        if index == 0 {
          writer.rowHeading(Content(cell.words(words)))
          continue
        }
        // A cell behind the last column is words.
        let isNumber = isNumber.indices.contains(index) && isNumber[index]
        if case .number(let number, let decimals) = cell, isNumber, hasDecimalPoint {
          writer.numberCell(number, decimals: decimals)
          continue
        }
        let phrase = Phrase(Content(cell.words(words)))
        if case .shade(let share) = cell {
          writer.element("td", .class(Self.shade(share)), phrase: phrase)
        } else if isNumber {
          writer.element("td", .class("number"), phrase: phrase)
        } else if Self.isShort(phrase.plain) {
          writer.element("td", .class("short"), phrase: phrase)
        } else {
          writer.cell(phrase)
        }
      }
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
