import MaturityStatistics

/// What is to be expected before anybody has answered: which groups would be withheld, and how many more to invite.
///
/// Every group is expected to answer at the same rate. A group then has the threshold's number of answers where at least
/// ``needed`` people of it are invited; what is withheld beside that to protect others is decided on the same numbers, by
/// the rule that results are published under.
///
/// What it cannot know: who comes; who leaves an attribute blank, who then is a group of their own; and which figures of a
/// group that is shown are withheld because few answered that question, or because its answers would give others away.
public struct InvitationForecast: Sendable, Hashable {
  /// What is to be expected of a group.
  public enum Outlook: String, Sendable, Hashable, CaseIterable {
    /// Its results can be shown.
    case shown
    /// Fewer than the threshold are expected to answer.
    case tooFew = "too-few"
    /// It is withheld so that a smaller group does not follow by subtraction.
    case protectsOthers = "protects-others"
    /// Nobody is invited.
    case nobody
  }

  /// One group, or everyone.
  public struct Group: Sendable, Hashable {
    /// What its people have in common; empty for everyone.
    public let key: [GroupAttribute]
    /// How many are invited.
    public let invited: Int
    /// How many are expected to answer, rounded down.
    public let expected: Int
    /// What is to be expected.
    public let outlook: Outlook
    /// How many more to invite, so that it is not too small; 0 where nobody is.
    public let more: Int
    /// How likely at least the threshold's number answers, if each person decides alone: 0 to 1.
    public let chance: Double
  }

  /// Everyone, then the groups of each breakdown in the order of values; crossed ones as far as the headcounts have them.
  public let groups: [Group]
  /// How many of those invited are expected to answer: above 0, at most 1.
  public let rate: Double
  /// The policy that results would be published under.
  public let policy: DisclosurePolicy
  /// How many must be invited so that the threshold's number answers.
  public let needed: Int
  /// How likely that should be; nil where it is expected on average.
  public let likelihood: Double?

  /// Makes a forecast. O(cells × breakdowns²), and more where much is withheld.
  /// - Parameters:
  ///   - invited: How many people are invited in each group.
  ///   - questionnaire: Their questionnaire.
  ///   - breakdowns: Attributes of the headcounts by which results would be broken down, together; each by itself when nil.
  ///   - rate: How many of those invited are expected to answer: above 0, at most 1.
  ///   - likelihood: How likely a group should reach the threshold, above 0 and below 1; when nil, it is enough that it
  ///     does on average.
  ///   - policy: The policy that results would be published under.
  /// - Throws: ``DocumentError`` with all problems of the parameters.
  public init(
    _ invited: Headcounts, of questionnaire: Questionnaire, by breakdowns: [[Identifier<Attribute>]]? = nil,
    rate: Double,
    likelihood: Double? = nil, policy: DisclosurePolicy = .standard
  ) throws(DocumentError) {
    let breakdowns = breakdowns ?? invited.attributes.map { [$0] }
    try Self.check(invited, breakdowns, rate, likelihood)
    self.rate = rate
    self.likelihood = likelihood
    self.policy = policy
    let needed = Self.needed(for: policy.threshold, rate, likelihood)
    self.needed = needed

    let attributes = invited.attributes.compactMap { id in questionnaire.attributes.first { $0.id == id } }
    let cells = invited.groups.map { group in
      (
        values: attributes.indices.map { place in attributes[place].values.firstIndex { $0.id == group.values[place] }
        },
        people: group.people
      )
    }
    let places = breakdowns.map { $0.compactMap { id in invited.attributes.firstIndex(of: id) } }
    let groups = CellGroups(cells: cells.map(\.values), by: places)
    var counts = CategoryCounts(width: 1, rows: cells.count)
    for (row, cell) in cells.enumerated() { counts[row, 0] = Int32(clamping: cell.people) }
    var rule = Suppression(groups, counts, policy: DisclosurePolicy(threshold: needed))
    let hidden = rule.withheld([]).groups

    func group(_ member: Int, of breakdown: CellGroups.Breakdown, _ places: [Int]) -> Group {
      let own = breakdown.groupOf.indices.filter { breakdown.groupOf[$0] == member }
      let people = own.reduce(0) { $0 + cells[$1].people }
      let key = places.map { place in
        let value = own.first.flatMap { cells[$0].values[place] }
        return GroupAttribute(
          attribute: attributes[place].id, value: value.map { attributes[place].values[$0].id })
      }
      let outlook: Outlook =
        people == 0 ? .nobody : people < needed ? .tooFew : hidden[member] ? .protectsOthers : .shown
      return Group(
        key: key, invited: people, expected: Self.expected(people, rate), outlook: outlook,
        more: people == 0 ? 0 : max(0, needed - people),
        chance: binomialTail(atLeast: policy.threshold, of: people, chance: rate).value ?? 0)
    }
    var all: [Group] = []
    for (breakdown, places) in zip(groups.breakdowns, [[]] + places) {
      for member in breakdown.members { all.append(group(member, of: breakdown, places)) }
    }
    self.groups = all
  }

  /// Everyone.
  public var everyone: Group? { groups.first { $0.key.isEmpty } }

  private static func check(
    _ invited: Headcounts, _ breakdowns: [[Identifier<Attribute>]], _ rate: Double, _ likelihood: Double?
  ) throws(DocumentError) {
    var problems: [Diagnostic] = []
    if !(rate > 0 && rate <= 1) {
      problems.append(Diagnostic(.invalidValue, "the expected rate lies above 0 and is at most 1, such as 0.6"))
    }
    if let likelihood, !(likelihood > 0 && likelihood < 1) {
      problems.append(Diagnostic(.invalidValue, "how likely it should be lies between 0 and 1, such as 0.9"))
    }
    let known = invited.attributes.map(\.rawValue)
    for attribute in Set(breakdowns.joined()).sorted(by: { $0.rawValue < $1.rawValue })
    where !invited.attributes.contains(attribute) {
      problems.append(
        Diagnostic(
          .unknownReference,
          "the headcounts have no column “\(attribute)” to break down by\(NearestName.hint(attribute.rawValue, in: known))"
        ))
    }
    if breakdowns.contains(where: { Set($0).count < $0.count || $0.isEmpty }) {
      problems.append(Diagnostic(.invalidValue, "a breakdown names at least one attribute, each once"))
    }
    if !problems.isEmpty { throw DocumentError(problems) }
  }

  /// The people expected to answer, rounded down; a product that is a whole number in decimal is one.
  private static func expected(_ people: Int, _ rate: Double) -> Int {
    let product = Double(people) * rate
    return Int((product + product.magnitude * 1e-12).rounded(.down))
  }

  /// The least number of people that are invited so that as many answer as the threshold asks.
  static func needed(for threshold: Int, _ rate: Double, _ likelihood: Double?) -> Int {
    func isEnough(_ people: Int) -> Bool {
      guard let likelihood else { return expected(people, rate) >= threshold }
      return binomialTail(atLeast: threshold, of: people, chance: rate).value ?? 0 >= likelihood - 1e-9
    }
    // More people never make it less likely.
    var (low, high) = (threshold - 1, threshold)
    while !isEnough(high), high < Headcounts.largest { (low, high) = (high, min(high * 2, Headcounts.largest)) }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
