public import DigitalMaturity

/// How many people have answered so far, group by group, against how many there are.
///
/// For the person who runs the session, who knows who is in the room. It is no result and goes into no report: small counts
/// are counted like any other.
public struct Attendance: Sendable, Hashable {
  /// One value of an attribute.
  public struct Group: Sendable, Hashable {
    /// The value; nil for those who did not state it.
    public let value: Attribute.Value?
    /// How many answered.
    public let responses: Int
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
  public static func counts(
    of sheet: AnswerSheet, _ questionnaire: Questionnaire, against headcounts: Headcounts? = nil
  ) -> [Attendance] {
    questionnaire.attributes.enumerated().compactMap { index, attribute in
      guard attribute.values.count > 1, sheet.attributes.indices.contains(index) else { return nil }
      var counts = Array(repeating: 0, count: attribute.values.count + 1)
      for value in sheet.attributes[index] { counts[min(Int(value), attribute.values.count)] += 1 }
      let place = headcounts?.attributes.firstIndex(of: attribute.id)
      func people(_ value: Attribute.Value) -> Int? {
        guard let place, let headcounts else { return nil }
        return headcounts.groups.reduce(0) { $0 + ($1.values[place] == value.id ? $1.people : 0) }
      }
      var groups = zip(attribute.values, counts).map { Group(value: $0, responses: $1, people: people($0)) }
      if let unknown = counts.last, unknown > 0 { groups.append(Group(value: nil, responses: unknown, people: nil)) }
      return Attendance(attribute: attribute, groups: groups)
    }
  }
}
