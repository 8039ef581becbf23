/// Tables of Microsoft Forms, as the workbook has them or as it was saved again as CSV.
///
/// They have columns such as ID, Start time, Completion time, Email and Name; then one for each question, headed by its
/// text, and for each statement of a Likert question, headed by the statement alone. Answers are the labels of options; of
/// several choices each ends with a semicolon. A text that heads a column already gets a number behind it. Quizzes add
/// columns of points and feedback.
public struct MicrosoftForms: ResponseImporter {
  /// `Microsoft Forms`.
  public let name = "Microsoft Forms"

  /// Makes the importer.
  public init() {}

  private static let roles: [String: FormColumn.Role] = [
    "id": .response, "start time": .detail(.started), "completion time": .detail(.completed),
    "email": .detail(.email), "name": .detail(.name), "last modified time": .unused, "language": .unused,
    "total points": .unused, "quiz feedback": .unused, "grade posted time": .unused,
  ]

  /// The columns of a table that has the times of Microsoft Forms.
  public func layout(of head: [FormRow]) -> FormLayout? {
    let names = Set((head.first?.cells ?? []).map(LooseText.folded))
    guard names.isSuperset(of: ["start time", "completion time"]) else { return nil }
    return FormLayout(
      columns: FormColumns.named(head[0].cells, Self.roles, unusedPrefixes: ["points - ", "feedback - "]))
  }
}

/// Columns whose roles follow from their names.
enum FormColumns {
  /// The columns of a row of names: those with a known role, and questions.
  /// - Parameters:
  ///   - roles: The roles by name, folded. The first column of a name has it; another may be a question.
  ///   - unusedPrefixes: How the names of columns begin that hold nothing wanted, folded.
  static func named(
    _ names: [String], _ roles: [String: FormColumn.Role], unusedPrefixes: [String] = []
  ) -> [FormColumn] {
    var met: Set<String> = []
    return names.map { name in
      let folded = LooseText.folded(name)
      if let role = roles[folded], met.insert(folded).inserted { return FormColumn(role, name) }
      return FormColumn(unusedPrefixes.contains(where: folded.hasPrefix) ? .unused : .question, name)
    }
  }
}
