/// Any table whose first row names its columns, such as a file keyed in by hand.
public struct PlainTable: ResponseImporter {
  /// `table`.
  public let name = "table"

  /// Makes the importer.
  public init() {}

  private static let roles: [String: FormColumn.Role] = [
    "id": .response, "response id": .response, "respondent id": .response, "email": .detail(.email),
    "e-mail": .detail(.email), "email address": .detail(.email), "e-mail address": .detail(.email),
    "name": .detail(.name), "full name": .detail(.name), "timestamp": .detail(.completed),
    "start time": .detail(.started), "completion time": .detail(.completed), "ip address": .unused,
  ]

  /// The columns of any table.
  public func layout(of head: [FormRow]) -> FormLayout? {
    guard let names = head.first?.cells else { return nil }
    return FormLayout(columns: FormColumns.named(names, Self.roles))
  }
}
