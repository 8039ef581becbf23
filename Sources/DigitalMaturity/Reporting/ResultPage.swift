/// Results laid out as tables, for whatever shows them: a terminal, a web page, a spreadsheet.
///
/// A page is data. What may be shown is decided by the types that pages are made of; `MaturityReports` writes them.
public struct ResultPage: Sendable, Hashable {
  /// What stands above all else, in every format's first line: a warning that the content is personal.
  public var notice: String?
  /// The title.
  public var title: String
  /// Sentences under the title.
  public var introduction: [String]
  /// The tables, in order.
  public var tables: [ResultTable]
  /// Sentences at the end: how to read the figures.
  public var notes: [String]
  /// The table that a spreadsheet gets, which has one: tidy and unrounded. The first of ``tables`` when not set.
  public var data: ResultTable?
  /// The words that it is written with.
  public var words: MessageCatalogue

  /// Makes a page.
  public init(
    notice: String? = nil, title: String, introduction: [String] = [], tables: [ResultTable], notes: [String] = [],
    data: ResultTable? = nil, words: MessageCatalogue = .english
  ) {
    self.notice = notice
    self.title = title
    self.introduction = introduction
    self.tables = tables
    self.notes = notes
    self.data = data
    self.words = words
  }
}

/// One table of a page.
public struct ResultTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// What stands above it.
    public var heading: String
    /// Whether it holds numbers, which stand to the right.
    public var isNumber: Bool

    /// A column of words.
    public static func words(_ heading: String) -> Column { Column(heading: heading, isNumber: false) }
    /// A column of numbers.
    public static func number(_ heading: String) -> Column { Column(heading: heading, isNumber: true) }
  }

  /// A cell.
  public enum Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    /// Words; text from outside is escaped by whatever writes it.
    case text(String)
    /// A whole number.
    case count(Int)
    /// A number that is shown with so many decimals, and unrounded in a spreadsheet.
    case number(Double, decimals: Int)
    /// A share from 0 to 1, shown in whole per cent.
    case share(Double)
    /// A share that is also shown as a shade: the more, the darker.
    case shade(Double)
    /// There is no figure.
    case none
    /// The figure is withheld.
    case withheld

    /// Words.
    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// What it shows, in a line.
  public var title: String
  /// What it shows in a word or two, for a tab; the start of the title when not set.
  public var name: String?
  /// Sentences that belong to it alone.
  public var notes: [String]
  /// The columns, of which the first names the rows.
  public var columns: [Column]
  /// The rows, each with a cell a column.
  public var rows: [[Cell]]
  /// Whether the first column names groups of rows that follow each other: a page writes each name once, above its rows, and the
  /// second column names the rows.
  public var isGrouped: Bool

  /// Makes a table.
  public init(
    title: String, name: String? = nil, notes: [String] = [], columns: [Column], rows: [[Cell]], isGrouped: Bool = false
  ) {
    self.title = title
    self.name = name
    self.notes = notes
    self.columns = columns
    self.rows = rows
    self.isGrouped = isGrouped
  }
}

extension ResultTable.Cell {
  /// A count, or the mark of what is withheld.
  public static func count(_ count: Int?) -> Self { count.map { .count($0) } ?? .withheld }

  /// A figure with so many decimals, or the mark of why there is none.
  public static func number(_ figure: Figure<Double>, decimals: Int) -> Self {
    switch figure {
    case .value(let value): .number(value, decimals: decimals)
    case .undefined(let reason): reason.code == .withheld ? .withheld : .none
    }
  }

  /// A share, or the mark of why there is none.
  public static func share(_ figure: Figure<Double>, isShaded: Bool = false) -> Self {
    switch figure {
    case .value(let value): isShaded ? .shade(value) : .share(value)
    case .undefined(let reason): reason.code == .withheld ? .withheld : .none
    }
  }
}
