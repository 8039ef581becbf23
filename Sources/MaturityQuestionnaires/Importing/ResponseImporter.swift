public import DigitalMaturity

/// Knows the tables that one product exports: recognises them, and says what each column holds.
///
/// A host adds its own by giving ``ResponseImport`` a list:
///
/// ```swift
/// struct TownHallForms: ResponseImporter {
///   let name = "Town hall forms"
///
///   func layout(of head: [FormRow]) -> FormLayout? {
///     guard head.first?.cells.first == "Town hall response" else { return nil }
///     return FormLayout(columns: head[0].cells.enumerated().map { number, title in
///       number == 0 ? FormColumn(.response, title) : FormColumn(.question, title)
///     })
///   }
/// }
///
/// ResponseImport(to: questionnaire, importers: [TownHallForms()] + .standard)
/// ```
public protocol ResponseImporter: Sendable {
  /// The product's name, for people.
  var name: String { get }
  /// What the columns of a table are; nil for a table that the product does not write.
  /// - Parameter head: The first rows, at most three and at least one.
  func layout(of head: [FormRow]) -> FormLayout?
  /// A cell in the words of the form, where the product writes something else. By default the cell as it is.
  func translate(_ cell: String, in column: FormColumn) -> String
}

extension ResponseImporter {
  /// The cell as it is.
  public func translate(_ cell: String, in column: FormColumn) -> String { cell }
}

extension Array where Element == any ResponseImporter {
  /// Microsoft Forms, Google Forms, SurveyMonkey, LimeSurvey, and any other table with a row of names. The first that
  /// recognises a table reads it.
  public static var standard: [any ResponseImporter] {
    [MicrosoftForms(), GoogleForms(), SurveyMonkey(), LimeSurvey(), PlainTable()]
  }
}

/// A row of a table that a form exported.
public struct FormRow: Sendable, Hashable {
  /// The texts of its cells.
  public var cells: [String]
  /// The line of the file, or the number of the row in a workbook, from 1.
  public var line: Int
  /// What the table has wrong in this row, such as a quotation mark that is never closed.
  public var problems: [Diagnostic]

  /// Makes a row.
  public init(_ cells: [String], line: Int, problems: [Diagnostic] = []) {
    self.cells = cells
    self.line = line
    self.problems = problems
  }
}

/// What the columns of a table are.
public struct FormLayout: Sendable, Hashable {
  /// The rows before the first answers.
  public var headerRows: Int
  /// The columns, in the order of the table.
  public var columns: [FormColumn]
  /// What stands between several choices in one cell, and perhaps after the last.
  public var choiceSeparator: String

  /// Makes a layout.
  public init(headerRows: Int = 1, columns: [FormColumn], choiceSeparator: String = ";") {
    self.headerRows = headerRows
    self.columns = columns
    self.choiceSeparator = choiceSeparator
  }
}

/// One column of a table.
public struct FormColumn: Sendable, Hashable {
  /// What a column holds.
  public enum Role: Sendable, Hashable {
    /// Answers, to the question that one of ``FormColumn/texts`` names.
    case question
    /// The number or id of a response.
    case response
    /// Who answered, or when: discarded unless it is asked for.
    case detail(FormDetail)
    /// Nothing that is wanted, such as the language of the form.
    case unused
  }

  /// What it holds.
  public var role: Role
  /// What may name the question, the likeliest first.
  public var texts: [String]

  /// The column's name for messages.
  public var title: String { texts.first ?? "" }

  /// Makes a column.
  public init(_ role: Role, _ texts: String...) { self.init(role, texts: texts) }

  /// Makes a column.
  public init(_ role: Role, texts: [String]) {
    self.role = role
    self.texts = texts
  }
}

/// What a form's export says of the person who answered, beside the answers.
public enum FormDetail: String, Sendable, Hashable, CaseIterable {
  /// The person's name.
  case name
  /// The e-mail address.
  case email
  /// When the person began.
  case started
  /// When the person sent the answers.
  case completed
}
