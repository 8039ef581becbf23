/// A paper to read, such as a briefing note for a board: a front sheet and blocks, for whatever writes it. `MaturityReports`
/// writes it as a web page and as Markdown, `MaturityOffice` as a text document.
///
/// ```swift
/// var paper = Paper(title: "Briefing note", fields: [Paper.Field("To", "Scrutiny board")])
/// paper.blocks.append(.heading("Purpose of the note", level: 1, number: "1"))
/// paper.blocks.append(.paragraph("To tell the board how digital the council is.", number: "1.1"))
/// ```
public struct Paper: Sendable, Hashable {
  /// How much room a paper may take.
  public enum Extent: Sendable, Hashable {
    /// As many pages as it needs.
    case pages
    /// One side of A4: small margins, and type that is smaller in print.
    case oneSide
  }

  /// A line of the front sheet.
  public struct Field: Sendable, Hashable {
    /// What the line is about, such as `To`.
    public var label: String
    /// What it says.
    public var value: PaperText

    /// Makes a line.
    public init(_ label: String, _ value: PaperText) {
      self.label = label
      self.value = value
    }
  }

  /// One item of a list.
  public struct Item: Sendable, Hashable {
    /// What it says.
    public var text: PaperText
    /// How deep it is set in: 0 to 2.
    public var level: Int

    /// Makes an item.
    public init(_ text: PaperText, level: Int = 0) {
      self.text = text
      self.level = level
    }
  }

  /// A part of a paper.
  public enum Block: Sendable, Hashable {
    /// A heading of level 1 to 3, with its number, such as `6.1`.
    case heading(PaperText, level: Int, number: String? = nil)
    /// A paragraph, with its number, such as `3.2`.
    case paragraph(PaperText, number: String? = nil)
    /// Somebody's words.
    case quote(PaperText)
    /// A list.
    case list([Item], isNumbered: Bool = false)
    /// A table.
    case table(PaperTable)
  }

  /// What stands above the title, in every format's first line: a warning that the content is personal.
  public var notice: String?
  /// The title.
  public var title: String
  /// The language of its words, as a tag.
  public var language: String
  /// The front sheet.
  public var fields: [Field]
  /// What follows.
  public var blocks: [Block]
  /// How much room it may take.
  public var extent: Extent

  /// Makes a paper.
  public init(
    notice: String? = nil, title: String, language: String = "en-GB", fields: [Field] = [], blocks: [Block] = [],
    extent: Extent = .pages
  ) {
    self.notice = notice
    self.title = title
    self.language = language
    self.fields = fields
    self.blocks = blocks
    self.extent = extent
  }

  /// Whether headings and paragraphs are numbered as a writer that numbers by itself would: 1, 1.1, 1.2, 2, …; a heading
  /// of level 2 and a paragraph count alike. O(blocks).
  public var isNumberedInOrder: Bool {
    var (section, part) = (0, 0)
    for block in blocks {
      switch block {
      case .heading(_, level: 1, let number?):
        (section, part) = (section + 1, 0)
        if number != "\(section)" { return false }
      case .heading(_, level: 2, let number?), .paragraph(_, let number?):
        part += 1
        if section == 0 || number != "\(section).\(part)" { return false }
      case .heading(_, _, .some): return false
      default: continue
      }
    }
    return true
  }
}

/// A table of a paper.
public struct PaperTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// What stands above it.
    public var heading: PaperText
    /// Whether its cells stand to the right, as numbers do.
    public var isNumber: Bool

    /// Makes a column.
    public init(_ heading: PaperText, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// What it shows, in a line; empty where a heading right above says so.
  public var caption: String
  /// The columns, of which the first names the rows.
  public var columns: [Column]
  /// The rows, each with a cell a column.
  public var rows: [[PaperText]]

  /// Makes a table.
  public init(caption: String = "", columns: [Column], rows: [[PaperText]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// Text of a paper in runs, some bold or in italics. A line feed begins a new line.
public struct PaperText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Text in one style.
  public struct Run: Sendable, Hashable {
    /// The text, in which nothing is markup.
    public var text: String
    /// Whether it is bold.
    public var isBold: Bool
    /// Whether it is in italics.
    public var isItalic: Bool

    /// Makes a run.
    public init(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
      self.text = text
      self.isBold = isBold
      self.isItalic = isItalic
    }
  }

  /// The runs, in order.
  public var runs: [Run]

  /// Makes text of runs.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Makes text in the usual style.
  public init(_ text: String) { runs = text.isEmpty ? [] : [Run(text)] }

  /// Makes text in the usual style.
  public init(stringLiteral text: String) { self.init(text) }

  /// Bold text.
  public static func bold(_ text: String) -> PaperText { PaperText([Run(text, isBold: true)]) }

  /// One text after another.
  public static func + (first: PaperText, second: PaperText) -> PaperText { PaperText(first.runs + second.runs) }

  /// The words alone.
  public var plain: String { runs.map(\.text).joined() }
}
