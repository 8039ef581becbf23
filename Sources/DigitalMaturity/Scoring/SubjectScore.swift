/// The score of an area, theme, principle, literacy or of everything, for one group.
public struct SubjectScore: Sendable, Hashable {
  /// What is scored: an area, a theme, a principle, a literacy or everything.
  public let subject: Subject
  /// Its name, in the assessment's language.
  public let name: String
  /// The score, unrounded, or why there is none.
  public internal(set) var score: Figure<Double>
  /// The level the score falls in; nil without a score or when scores are not on the levels' scale.
  public internal(set) var level: Identifier<MaturityLevel>?
  /// The score aimed for.
  public let target: Double?
  /// Target − score, unrounded: above 0 is below target. Nil when either is missing.
  public internal(set) var gap: Double?
  /// How many people stand behind the score; for `unit: question` and for scores made of areas the fewest behind any
  /// part of it. Nil when withheld.
  public internal(set) var people: Int?
  /// The share answered, 0 to 1: answered / (shown − not applicable).
  public internal(set) var coverage: Figure<Double>
  /// What became of its questions, over all people; nil when withheld.
  public internal(set) var statuses: StatusCounts?
  /// People by their score, or with `unit: question` answers by theirs, lowest first; empty when withheld and for a
  /// score made of areas.
  public internal(set) var distribution: [ScoreCount]
  /// Whether everyone scored the same: a finding to handle with care, since it tells what each person answered.
  public internal(set) var isUnanimous: Bool
  /// What people's scores say beyond their mean; undefined for a score that is not made of people's.
  public internal(set) var statistics: Figure<ScoreStatistics> {
    get { sharedStatistics.value }
    set { sharedStatistics = .of(newValue) }
  }
  private var sharedStatistics: Shared<Figure<ScoreStatistics>>
  /// How reliably its questions measure one thing, for an area of two or more questions; nil otherwise.
  public internal(set) var reliability: Reliability?
  /// How the group differs from everybody else; nil for everyone, and where either is withheld. O(scores) each time.
  public var difference: ScoreDifference? { comparison.difference }
  var comparison = GroupComparison.none
  /// What each question or area does to the score, in the order of the provenance; empty unless asked for. Not kept in
  /// result files.
  public internal(set) var effects: [ItemEffect] = []
  /// Why people have no score, the commonest reason first; empty unless ``effects`` were asked for. Not kept in result files.
  public internal(set) var reasonsWithout: [Undefined] = []
  /// How the score is calculated.
  public let provenance: Provenance
  /// What weighting by the population does to it, for everyone's scores that sum up people; nil without a population.
  public internal(set) var weighting: FigureWeighting?

  init(
    subject: Subject, name: String, score: Figure<Double>, level: Identifier<MaturityLevel>?, target: Double?,
    gap: Double?, people: Int?, coverage: Figure<Double>, statuses: StatusCounts?, distribution: [ScoreCount],
    isUnanimous: Bool, statistics: Figure<ScoreStatistics>, reliability: Reliability?,
    comparison: GroupComparison = .none, provenance: Provenance, weighting: FigureWeighting? = nil
  ) {
    self.subject = subject
    self.name = name
    self.score = score
    self.level = level
    self.target = target
    self.gap = gap
    self.people = people
    self.coverage = coverage
    self.statuses = statuses
    self.distribution = distribution
    self.isUnanimous = isUnanimous
    sharedStatistics = .of(statistics)
    self.reliability = reliability
    self.comparison = comparison
    self.provenance = provenance
    self.weighting = weighting
  }
}

/// How many have a score.
public struct ScoreCount: Sendable, Hashable {
  /// The score, unrounded.
  public let score: Double
  /// How many have it.
  public let count: Int

  /// Makes a count.
  public init(score: Double, count: Int) {
    self.score = score
    self.count = count
  }
}

/// What was answered to one question, by one group.
public struct QuestionResult: Sendable, Hashable {
  /// The question.
  public let id: Identifier<Question>
  /// What became of it; nil when withheld.
  public internal(set) var statuses: StatusCounts?
  /// What the answers say; reversed where the question is.
  public internal(set) var statistics: Figure<ScoreStatistics> {
    get { sharedStatistics.value }
    set { sharedStatistics = .of(newValue) }
  }
  private var sharedStatistics: Shared<Figure<ScoreStatistics>>
  /// Answers by option, in the order of the options; empty when withheld, and for a question without options. Where an
  /// answer names several, the counts may add up to more than the answers.
  public internal(set) var options: [OptionCount]
  /// Answers by score as it counts, lowest first; by number, for numbers that are not scored. Empty when withheld.
  public internal(set) var distribution: [ScoreCount]
  /// What weighting by the population does to the mean; nil without a population.
  public internal(set) var weighting: FigureWeighting?

  init(
    id: Identifier<Question>, statuses: StatusCounts?, statistics: Figure<ScoreStatistics>, options: [OptionCount],
    distribution: [ScoreCount], weighting: FigureWeighting?
  ) {
    self.id = id
    self.statuses = statuses
    sharedStatistics = .of(statistics)
    self.options = options
    self.distribution = distribution
    self.weighting = weighting
  }

  /// The mean score of those who answered, reversed where the question is; the mean number, where numbers are not scored.
  public var mean: Figure<Double> { statistics.then(\.mean) }
}

extension [ScoreCount] {
  /// The counts as a distribution. Undefined where scores are too large to calculate with.
  ///
  /// Scores that differ by rounding alone are one value: see `Ties`.
  public var asDistribution: Figure<Distribution> {
    Figure { () throws(Undefined) in
      guard haveTies else { return try Distribution(map { (value: $0.score, count: $0.count) }) }
      let ties = Ties(map(\.score))
      return try Distribution(map { (value: ties.value(of: $0.score), count: $0.count) })
    }
  }

  /// Whether scores may tie with their neighbours: they are near each other, or in no order.
  var haveTies: Bool { zip(self, dropFirst()).contains { !($1.score - $0.score > Ties.tolerance(at: $1.score)) } }
}

/// How many chose an option.
public struct OptionCount: Sendable, Hashable {
  /// The option.
  public let option: Identifier<AnswerOption>
  /// How many chose it; of a ranking, how many put it first.
  public let count: Int
  /// Of a ranking, its mean place over all who answered, from 1; what somebody left out has the mean of the places that
  /// were left. Nil otherwise.
  public let meanPlace: Double?

  /// Makes a count.
  public init(option: Identifier<AnswerOption>, count: Int, meanPlace: Double? = nil) {
    self.option = option
    self.count = count
    self.meanPlace = meanPlace
  }
}
