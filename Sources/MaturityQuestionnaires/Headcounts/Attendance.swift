public import DigitalMaturity

/// How many people have answered so far, group by group, against how many there are.
///
/// Under a policy, small counts are withheld as those of results are, with as many others as protect them: then the table
/// may be seen by everyone in the room. Without one all are counted, for the eyes of the person who runs the session.
public struct Attendance: Sendable, Hashable {
  /// One value of an attribute.
  public struct Group: Sendable, Hashable {
    /// The value; nil for those who did not state it.
    public let value: Attribute.Value?
    /// How many answered; nil when that is withheld.
    public let responses: Int?
    /// How many there are, by the headcounts; nil where those do not say.
    public let people: Int?
  }

  /// The attribute.
  public let attribute: Attribute
  /// Its values, in order; those who did not state it last, where there are any.
  public let groups: [Group]

  /// Counts a sheet by each attribute of its questionnaire that has several values. O(respondents × attributes).
  /// - Parameters:
  ///   - sheet: The answers.
  ///   - questionnaire: Their questionnaire.
  ///   - headcounts: How many people there are. Those of several attributes are added up for each.
  ///   - policy: What is withheld; nil for nothing.
  public static func counts(
    of sheet: AnswerSheet, _ questionnaire: Questionnaire, against headcounts: Headcounts? = nil,
    under policy: DisclosurePolicy? = nil
  ) -> [Attendance] {
    let withheld = policy.map { Self.withheld(sheet, questionnaire, $0) } ?? []
    return questionnaire.attributes.enumerated().compactMap { index, attribute in
      guard attribute.values.count > 1, sheet.attributes.indices.contains(index) else { return nil }
      var counts = Array(repeating: 0, count: attribute.values.count + 1)
      for value in sheet.attributes[index] { counts[min(Int(value), attribute.values.count)] += 1 }
      let place = headcounts?.attributes.firstIndex(of: attribute.id)
      func people(_ value: Attribute.Value) -> Int? {
        guard let place, let headcounts else { return nil }
        return headcounts.groups.reduce(0) { $0 + ($1.values[place] == value.id ? $1.people : 0) }
      }
      func responses(_ count: Int, _ value: Attribute.Value?) -> Int? {
        withheld.contains(GroupAttribute(attribute: attribute.id, value: value?.id)) ? nil : count
      }
      var groups = zip(attribute.values, counts).map {
        Group(value: $0, responses: responses($1, $0), people: people($0))
      }
      if let unknown = counts.last, unknown > 0 {
        groups.append(Group(value: nil, responses: responses(unknown, nil), people: nil))
      }
      return Attendance(attribute: attribute, groups: groups)
    }
  }

  /// The values whose counts are withheld, those of all attributes taken together.
  private static func withheld(
    _ sheet: AnswerSheet, _ questionnaire: Questionnaire, _ policy: DisclosurePolicy
  ) -> Set<GroupAttribute> {
    let columns = questionnaire.attributes.indices.filter {
      questionnaire.attributes[$0].values.count > 1 && sheet.attributes.indices.contains($0)
    }
    let attributes = columns.map { questionnaire.attributes[$0] }
    var people: [[UInt16]: Int] = [:]
    for row in 0..<sheet.count { people[columns.map { UInt16(sheet.attributes[$0][row]) }, default: 0] += 1 }
    let cells = people.map { key, count in
      TableSuppression.Cell(
        zip(key, attributes).map { Int($0) < $1.values.count ? $1.values[Int($0)].id : nil }, people: count)
    }
    let table = TableSuppression(
      attributes: attributes.map(\.id), cells: cells, by: attributes.map { [$0.id] }, policy: policy)
    return Set(zip(table.groups, table.withheld().groups).filter { $1 }.flatMap(\.0))
  }
}
