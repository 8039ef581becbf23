/// Tables of Google Forms: the first column is `Timestamp`, then one for each question, headed by its text, and for each
/// row of a grid, headed `Question [Row]`. Several choices of a checkbox question are joined by `, `.
public struct GoogleForms: ResponseImporter {
  /// `Google Forms`.
  public let name = "Google Forms"

  /// Makes the importer.
  public init() {}

  private static let roles: [String: FormColumn.Role] = [
    "timestamp": .detail(.completed), "email address": .detail(.email), "username": .detail(.email), "score": .unused,
  ]

  /// The columns of a table that begins with a timestamp.
  public func layout(of head: [FormRow]) -> FormLayout? {
    guard let names = head.first?.cells, names.first.map(LooseText.folded) == "timestamp" else { return nil }
    let columns = FormColumns.named(names, Self.roles).map { column in
      guard column.role == .question, let grid = Self.grid(column.title) else { return column }
      // The columns of a quiz.
      if grid.row == "Score" || grid.row == "Feedback" { return FormColumn(.unused, column.title) }
      return FormColumn(.question, column.title, grid.row, grid.question)
    }
    return FormLayout(columns: columns, choiceSeparator: ", ")
  }

  /// The question and the row of a grid in a name such as `Question [Row]`.
  private static func grid(_ name: String) -> (question: String, row: String)? {
    var text = name[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.last == "]", let bracket = text.lastIndex(of: "["), bracket > text.startIndex else { return nil }
    return (String(text[..<bracket]), String(text[text.index(after: bracket)...].dropLast()))
  }
}
