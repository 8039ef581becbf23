/// Tables of SurveyMonkey, which have two rows of names: questions, then what is asked in each of their columns.
public struct SurveyMonkey: ResponseImporter {
  /// `SurveyMonkey`.
  public let name = "SurveyMonkey"

  /// Makes the importer.
  public init() {}

  private static let roles: [String: FormColumn.Role] = [
    "respondent id": .response, "collector id": .unused, "start date": .detail(.started),
    "end date": .detail(.completed), "ip address": .unused, "email address": .detail(.email),
    "first name": .detail(.name), "last name": .unused, "custom data 1": .unused,
  ]

  /// What the second row has where the question itself is asked.
  private static let plainParts: Set<String> = ["", "response", "open-ended response"]

  /// The columns of a table with the ids of respondents and collectors.
  public func layout(of head: [FormRow]) -> FormLayout? {
    guard let names = head.first?.cells,
      Set(names.map(LooseText.folded)).isSuperset(of: ["respondent id", "collector id"])
    else { return nil }
    let columns = FormColumns.named(names, Self.roles)
    // The second row says nothing of respondents; where their ids stand, it is the first of the answers.
    let id = columns.firstIndex { $0.role == .response } ?? 0
    guard head.count > 1, !head[1].cells.indices.contains(id) || LooseText.folded(head[1].cells[id]).isEmpty else {
      return FormLayout(columns: columns)
    }
    var question = ""
    let both = columns.enumerated().map { number, column in
      guard column.role == .question else { return column }
      if !column.title.isEmpty { question = column.title }
      let part = head[1].cells.indices.contains(number) ? head[1].cells[number] : ""
      if Self.plainParts.contains(LooseText.folded(part)) { return FormColumn(.question, question) }
      return FormColumn(.question, "\(question) [\(part)]", part, question)
    }
    return FormLayout(headerRows: 2, columns: both)
  }
}
