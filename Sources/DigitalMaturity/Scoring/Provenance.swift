/// How a score is calculated: the rule with its settings, what is done about missing answers, and the items.
///
/// The same for every group of a scorecard.
public struct Provenance: Sendable, Hashable {
  /// One question or area that the score is made of.
  public struct Item: Sendable, Hashable {
    /// The question's or area's id.
    public let id: String
    /// Its weight in this score.
    public let weight: Double
    /// Whether its scores are reversed.
    public let isReversed: Bool

    /// Makes an item.
    public init(id: String, weight: Double, isReversed: Bool = false) {
      self.id = id
      self.weight = weight
      self.isReversed = isReversed
    }
  }

  /// The rule's name in documents, such as `weighted-mean`.
  public let rule: String
  /// The rule's options as set, in words.
  public let settings: [String]
  /// Whether the items are questions or areas.
  public let source: ScoringPlan.Source
  /// Whether people or questions are summarised first.
  public let unit: ScoringUnit
  /// How questions are summarised over people, with ``ScoringUnit/question``.
  public let questionSummary: ScoringDefinition.QuestionSummary
  /// What is done about a blank.
  public let missing: ScoringDefinition.MissingPolicy
  /// What is done about a don't know.
  public let dontKnow: ScoringDefinition.DontKnowPolicy
  /// The share of applicable items, 0 to 1, that must be answered.
  public let minimumAnswered: Double
  /// What the score is made of.
  public let items: [Item]

  init(_ definition: ScoringDefinition, source: ScoringPlan.Source, items: [Item]) {
    self.init(
      rule: type(of: definition.rule).name, settings: definition.rule.settings.description, source: source,
      unit: definition.unit, questionSummary: definition.questionSummary, missing: definition.missing,
      dontKnow: definition.dontKnow,
      minimumAnswered: definition.minimumAnswered, items: items)
  }

  init(
    rule: String, settings: [String], source: ScoringPlan.Source, unit: ScoringUnit,
    questionSummary: ScoringDefinition.QuestionSummary, missing: ScoringDefinition.MissingPolicy,
    dontKnow: ScoringDefinition.DontKnowPolicy, minimumAnswered: Double,
    items: [Item]
  ) {
    self.rule = rule
    self.settings = settings
    self.source = source
    self.unit = unit
    self.questionSummary = questionSummary
    self.missing = missing
    self.dontKnow = dontKnow
    self.minimumAnswered = minimumAnswered
    self.items = items
  }
}
