/// How many people there are in each group that answers are to stand for, such as the staff of each directorate.
public struct Headcounts: Sendable, Hashable {
  /// One group: a value of each attribute, and how many people there are.
  public struct Group: Sendable, Hashable {
    /// A value of each of the attributes, in their order.
    public var values: [Identifier<Attribute.Value>]
    /// How many people there are, whether they answered or not.
    public var people: Int

    /// Makes a group.
    public init(_ values: [Identifier<Attribute.Value>], people: Int) {
      self.values = values
      self.people = people
    }
  }

  /// The attributes, in the questionnaire's order.
  public let attributes: [Identifier<Attribute>]
  /// The groups, each once, their values in the order of the attributes.
  public let groups: [Group]

  /// The most people that a group may have.
  public static let largest = 1_000_000_000

  /// Checks headcounts against a questionnaire.
  /// - Parameters:
  ///   - attributes: Attributes of the questionnaire, in any order.
  ///   - groups: The groups. Of a single attribute every value must be there, with 0 where there is nobody.
  ///   - questionnaire: The questionnaire.
  /// - Throws: ``DocumentError`` with all problems; the path of a group's problem is its position, `groups[3]`.
  public init(
    attributes: [Identifier<Attribute>], groups: [Group], of questionnaire: Questionnaire
  ) throws(DocumentError) {
    var problems: [Diagnostic] = []
    let known = questionnaire.attributes.map(\.id.rawValue)
    for attribute in attributes where !known.contains(attribute.rawValue) {
      problems.append(
        Diagnostic(
          .unknownReference,
          "the questionnaire “\(questionnaire.id)” has no attribute “\(DocumentNode.short(attribute.rawValue))”\(NearestName.hint(attribute.rawValue, in: known))"
        ))
    }
    if attributes.isEmpty {
      problems.append(
        Diagnostic(.missingKey, "headcounts name at least one attribute, such as “\(known.first ?? "directorate")”"))
    }
    if Set(attributes).count < attributes.count {
      problems.append(Diagnostic(.duplicateID, "headcounts name an attribute twice; take one out"))
    }
    if !problems.isEmpty { throw DocumentError(problems) }
    let own = questionnaire.attributes.filter { attributes.contains($0.id) }
    let places = own.compactMap { attributes.firstIndex(of: $0.id) }
    var seen: Set<[Identifier<Attribute.Value>]> = []
    var checked: [Group] = []
    for (index, group) in groups.enumerated() {
      let found = problems.count
      if let problem = Self.problem(of: group, index, places: places, own: own, seen: &seen) { problems += problem }
      if problems.count == found { checked.append(Group(places.map { group.values[$0] }, people: group.people)) }
    }
    if own.count == 1, problems.isEmpty {
      let missing = own[0].values.filter { value in !checked.contains { $0.values == [value.id] } }
      for value in missing {
        problems.append(
          Diagnostic(
            .missingKey, "there is no headcount for \(own[0].id) “\(value.id)”; add it, with 0 where there is nobody"))
      }
    }
    if problems.isEmpty, !checked.contains(where: { $0.people > 0 }) {
      problems.append(Diagnostic(.invalidValue, "all headcounts are 0; give the number of people in each group"))
    }
    if !problems.isEmpty { throw DocumentError(problems) }
    self.attributes = own.map(\.id)
    self.groups = checked
  }

  /// What is wrong with a group; nil when nothing is.
  private static func problem(
    of group: Group, _ index: Int, places: [Int], own: [Attribute], seen: inout Set<[Identifier<Attribute.Value>]>
  ) -> [Diagnostic]? {
    let path = ModelPath.root["groups"][index]
    guard group.values.count == own.count else {
      return [
        Diagnostic(
          .invalidValue, "a headcount has \(own.count) values, one for each attribute, not \(group.values.count)",
          path: path)
      ]
    }
    var problems: [Diagnostic] = []
    for (attribute, place) in zip(own, places) where !attribute.values.contains(where: { $0.id == group.values[place] })
    {
      let value = group.values[place].rawValue
      problems.append(
        Diagnostic(
          .unknownReference,
          "\(attribute.id) has no value “\(DocumentNode.short(value))”\(NearestName.hint(value, in: attribute.values.map(\.id.rawValue)))",
          path: path))
    }
    if !seen.insert(group.values).inserted {
      problems.append(Diagnostic(.duplicateID, "the group's headcount is given twice; keep one", path: path))
    }
    if !(0...largest).contains(group.people) {
      problems.append(
        Diagnostic(.invalidValue, "a headcount is a whole number from 0 to \(largest)", path: path))
    }
    return problems
  }
}
