/// How one kind of subject is scored: the rule, and what is done about answers that are missing.
public struct ScoringDefinition: Sendable {
  /// What is done about a blank and a “prefer not to say”.
  public enum MissingPolicy: String, Sendable, Hashable, CaseIterable {
    /// The item is left out.
    case omit
    /// The item counts with its lowest score; it is still not answered.
    case lowest
    /// There is no score.
    case block
  }

  /// What is done about a don't know.
  public enum DontKnowPolicy: String, Sendable, Hashable, CaseIterable {
    /// The same as about a blank.
    case missing
    /// The item counts with its lowest score; it is still not answered.
    case lowest
  }

  /// How a question is summarised over people, with `unit: question`.
  public enum QuestionSummary: String, Sendable, Hashable, CaseIterable {
    /// The mean of the answers.
    case mean
    /// The middle answer.
    case median
    /// Where the middle lies within the answers that share it.
    case interpolatedMedian = "interpolated-median"
  }

  /// The rule, with its options set.
  public var rule: any ScoringRule
  /// What is done about a blank.
  public var missing: MissingPolicy
  /// What is done about a don't know.
  public var dontKnow: DontKnowPolicy
  /// The share of applicable items, 0 to 1, that must be answered: answered ≥ ⌈share · applicable⌉.
  public var minimumAnswered: Double
  /// Whether people or questions are summarised first.
  public var unit: ScoringUnit
  /// How a question is summarised over people, with ``ScoringUnit/question``.
  public var questionSummary: QuestionSummary

  /// Makes a definition; what is done about blanks is the rule's own choice where it is not given.
  public init(
    rule: any ScoringRule, missing: MissingPolicy? = nil, dontKnow: DontKnowPolicy = .missing,
    minimumAnswered: Double = 0, unit: ScoringUnit = .respondent, questionSummary: QuestionSummary = .mean
  ) {
    self.rule = rule
    self.missing = missing ?? rule.defaultMissing
    self.questionSummary = questionSummary
    self.dontKnow = dontKnow
    self.minimumAnswered = minimumAnswered
    self.unit = unit
  }

  /// How many of so many applicable items must be answered.
  ///
  /// A share such as 0.07 is not exact in binary: 0.07 · 100 is a little over 7, and must not ask for 8.
  public func answersNeeded(of applicable: Int) -> Int {
    guard (0...1).contains(minimumAnswered) else { return applicable }
    return Int((minimumAnswered * Double(applicable) - 1e-9).rounded(.up))
  }
}

/// How everything in an assessment is scored.
public struct ScoringPlan: Sendable {
  /// What a theme or an overall score is made of.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// The group's area scores, so that a page adds up.
    case areas
    /// The questions of its areas.
    case questions
  }

  /// How areas are scored.
  public var areas: ScoringDefinition
  /// Areas that are scored in another way.
  public var areasByID: [Identifier<Area>: ScoringDefinition]
  /// How themes are scored; when not set, by the areas' rule, and with `themeSource: questions` by all that areas are.
  public var themes: ScoringDefinition {
    get { ownThemes ?? (themeSource == .questions ? areas : ScoringDefinition(rule: areas.rule)) }
    set { ownThemes = newValue }
  }
  /// What themes are scored from.
  public var themeSource: Source
  /// How principles are scored from the questions that measure them; as areas are, when not set.
  public var principles: ScoringDefinition {
    get { ownPrinciples ?? areas }
    set { ownPrinciples = newValue }
  }
  /// How literacies are scored from the questions that measure them; as areas are, when not set.
  public var literacies: ScoringDefinition {
    get { ownLiteracies ?? areas }
    set { ownLiteracies = newValue }
  }
  /// How one overall score is made of the areas; none, when there is no definition.
  public var overall: ScoringDefinition?
  /// What each questionnaire counts where areas are scored over several audiences together; empty when they never are.
  public var cohorts: [CohortWeight]

  // What the plan says itself; nil where things are scored as areas are.
  private(set) var ownThemes: ScoringDefinition?
  private(set) var ownPrinciples: ScoringDefinition?
  private(set) var ownLiteracies: ScoringDefinition?

  /// Makes a plan; what is not given is scored as areas are.
  public init(
    areas: ScoringDefinition, areasByID: [Identifier<Area>: ScoringDefinition] = [:],
    themes: ScoringDefinition? = nil, themeSource: Source = .areas, principles: ScoringDefinition? = nil,
    literacies: ScoringDefinition? = nil, overall: ScoringDefinition? = nil, cohorts: [CohortWeight] = []
  ) {
    self.areas = areas
    self.areasByID = areasByID
    ownThemes = themes
    self.themeSource = themeSource
    ownPrinciples = principles
    ownLiteracies = literacies
    self.overall = overall
    self.cohorts = cohorts
  }

  /// How an area is scored: in its own way, else as all areas are.
  public func definition(for area: Identifier<Area>) -> ScoringDefinition { areasByID[area] ?? areas }
}

/// What the audience of one questionnaire counts beside others.
public struct CohortWeight: Sendable, Hashable {
  /// The questionnaire.
  public var questionnaire: Identifier<Questionnaire>
  /// What it counts: finite and above 0.
  public var weight: Double

  /// Makes a weight.
  public init(_ questionnaire: Identifier<Questionnaire>, weight: Double) {
    self.questionnaire = questionnaire
    self.weight = weight
  }
}
