/// Tables of LimeSurvey, whose columns are headed by the codes of questions, in which there are no hyphens, or by their
/// texts.
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
    return FormLayout(columns: FormColumns.named(cells, Self.roles))
  }

  /// `Y` and `N`, which stand for yes and no.
  public func translate(_ cell: String, in column: FormColumn) -> String {
    switch cell {
    case "Y": "yes"
    case "N": "no"
    default: cell
    }
  }
}
