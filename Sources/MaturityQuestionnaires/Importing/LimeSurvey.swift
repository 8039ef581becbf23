/// Tables of LimeSurvey, whose columns are headed by the codes of questions, in which there are no hyphens, or by their
/// texts. A row of an array is headed `CODE_row` or `CODE[row]`: `leadership-now` may be the question `LEADERSHIP` with a row
/// `now`, the question `leadershipnow`, or a row of that name.
public struct LimeSurvey: ResponseImporter {
  /// `LimeSurvey`.
  public let name = "LimeSurvey"

  /// Makes the importer.
  public init() {}

  private static let roles: [String: FormColumn.Role] = [
    "id": .response, "response id": .response, "submitdate": .detail(.completed), "date submitted": .detail(.completed),
    "startdate": .detail(.started), "date started": .detail(.started), "lastpage": .unused, "last page": .unused,
    "startlanguage": .unused, "start language": .unused, "datestamp": .unused, "date last action": .unused,
    "seed": .unused, "token": .unused, "ipaddr": .unused, "ip address": .unused, "refurl": .unused,
    "firstname": .detail(.name), "lastname": .unused, "email": .detail(.email),
  ]

  /// The columns of a table that has the last page and the language of each response.
  public func layout(of head: [FormRow]) -> FormLayout? {
    guard let cells = head.first?.cells else { return nil }
    let names = Set(cells.map(LooseText.folded))
    guard names.isSuperset(of: ["lastpage", "startlanguage"]) || names.isSuperset(of: ["last page", "start language"])
    else { return nil }
    return FormLayout(
      columns: FormColumns.named(cells, Self.roles).map { column in
        guard column.role == .question, let row = Self.row(column.title) else { return column }
        return FormColumn(.question, column.title, row)
      })
  }

  /// The code of a row in a name such as `CODE_row`; those in brackets are found as any code is.
  private static func row(_ name: String) -> String? {
    guard let mark = name.lastIndex(of: "_"), !name.contains(where: \.isWhitespace) else { return nil }
    return String(name[name.index(after: mark)...])
  }

  /// `Y` and `N`, which stand for yes and no, and `-oth-`, which stands for an answer in one's own words.
  public func translate(_ cell: String, in column: FormColumn) -> String {
    switch cell {
    case "Y": "yes"
    case "N": "no"
    case "-oth-": "other"
    default: cell
    }
  }
}
