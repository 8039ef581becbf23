/// What people's scores, or the answers to a question, say beyond their mean: where the middle lies, how far people agree,
/// and how far the mean may be from that of everybody who could have been asked.
///
/// The formulas are those of MaturityStatistics; each figure may be undefined for a reason of its own.
public struct ScoreStatistics: Sendable, Hashable {
  /// The mean, in points of the scale.
  public internal(set) var mean: Figure<Double>
  /// The middle score; of an even number halfway between the middle two.
  public internal(set) var median: Figure<Double>
  /// Where the middle lies within the scores that share it. See `Distribution.interpolatedMedian(on:)`.
  public internal(set) var interpolatedMedian: Figure<Double>
  /// The sample standard deviation, in points of the scale.
  public internal(set) var standardDeviation: Figure<Double>
  /// Consensus (Tastle and Wierman), 0 to 1, over the scale. See `Distribution.consensus(over:)`.
  public internal(set) var consensus: Figure<Double>
  /// Agreement A (van der Eijk), −1 to 1; people's scores are moved to the nearest point of the scale.
  public internal(set) var agreement: Figure<Double>
  /// Within-group agreement r_wg (James, Demaree and Wolf), unfloored, at most 1.
  public internal(set) var rwg: Figure<Double>
  /// The likely range of the mean.
  public internal(set) var interval: Figure<Interval>
  /// For a likely range over clusters, how many people there are in each that has any.
  var clusters: [Int]?

  /// Fewer people than this make a figure a hint rather than a finding.
  public static let smallSample = 10

  /// What to say of figures that few people stand behind; nil for enough people, and where their number is not known.
  public static func note(on people: Int?, in words: MessageCatalogue = .english) -> String? {
    guard let people, people > 0, people < smallSample else { return nil }
    return words.text(ExplanationMessage.hint, ["count": people])
  }

  /// The statistics of a distribution.
  /// - Parameters:
  ///   - distribution: The scores.
  ///   - scale: The points of the scale; nil where it has none.
  ///   - range: From the lowest to the highest score possible; nil where that is not known.
  init(_ distribution: Distribution, scale: [Double]?, range: ClosedRange<Double>?) {
    mean = distribution.mean
    median = distribution.median
    let variance = distribution.variance(about: mean)
    standardDeviation = variance.map { $0.squareRoot() }
    consensus = range.map { distribution.consensus(over: $0) } ?? .undefined(.noScale)
    interval = .undefined(.notAskedFor)
    guard let scale, scale.count > 1 else {
      let reason = scale == nil ? Undefined.noScale : .onePoint
      (interpolatedMedian, agreement, rwg) = (.undefined(reason), .undefined(reason), .undefined(reason))
      return
    }
    interpolatedMedian = distribution.interpolatedMedian(on: scale)
    agreement = Figure { () throws(Undefined) in try distribution.moved(to: scale) }.then(\.agreement)
    rwg = distribution.rwg(scale: scale, variance: variance)
  }

  /// Corrects what depends on the number of people, for a distribution that counts each of them many times: the sample
  /// variance Σ w(x − x̄)²/Σ w · n/(n − 1), and r_wg = 1 − variance/(that of a uniform distribution).
  mutating func correct(forPeople n: Int, countedAs total: Int) {
    guard n > 1 else {
      // One person's answer counted many times is still one answer: nothing varies and nobody agrees.
      for path in [\ScoreStatistics.standardDeviation, \.consensus, \.agreement, \.rwg] {
        if self[keyPath: path].value != nil { self[keyPath: path] = .undefined(.onePerson) }
      }
      return
    }
    let factor = Double(n) / Double(n - 1) * (Double(total - 1) / Double(total))
    standardDeviation = standardDeviation.map { $0 * factor.squareRoot() }
    rwg = rwg.map { 1 - (1 - $0) * factor }
  }

  init(
    mean: Figure<Double>, median: Figure<Double>, interpolatedMedian: Figure<Double>,
    standardDeviation: Figure<Double>, consensus: Figure<Double>, agreement: Figure<Double>, rwg: Figure<Double>,
    interval: Figure<Interval>
  ) {
    self.mean = mean
    self.median = median
    self.interpolatedMedian = interpolatedMedian
    self.standardDeviation = standardDeviation
    self.consensus = consensus
    self.agreement = agreement
    self.rwg = rwg
    self.interval = interval
  }
}

/// How reliably the questions of an area measure one thing, over the people who answered all of them.
public struct Reliability: Sendable, Hashable {
  /// What one question does to it.
  public struct Item: Sendable, Hashable {
    /// The question.
    public let question: Identifier<Question>
    /// Its correlation with the sum of the others, −1 to 1.
    public let itemRest: Figure<Double>
    /// Alpha of the others.
    public let ifDropped: Figure<Double>
  }

  /// Cronbach's alpha, at most 1.
  public internal(set) var alpha: Figure<Double>
  /// How many people answered every question; nil when withheld.
  public internal(set) var people: Int?
  /// The questions, in order; empty when there is no alpha.
  public internal(set) var items: [Item]

  /// Alpha of running sums.
  init(_ sums: MomentSums, of questions: [Identifier<Question>]) {
    people = sums.n
    switch sums.moments {
    case .undefined(let reason):
      alpha = .undefined(reason)
      items = []
    case .value(let moments):
      let result = CronbachAlpha(moments)
      alpha = result.alpha
      items = zip(questions, zip(result.itemRest, result.ifDropped)).map {
        Item(question: $0, itemRest: $1.0, ifDropped: $1.1)
      }
    }
  }

  init(alpha: Figure<Double>, people: Int?, items: [Item]) {
    self.alpha = alpha
    self.people = people
    self.items = items
  }
}

/// How a group differs from everybody else, for one score.
public struct ScoreDifference: Sendable, Hashable {
  /// The group's mean less that of the others, in points, with Welch's interval.
  public let mean: MeanDifference
  /// Cliff's delta, −1 to 1: how often somebody of the group scores above somebody else, less how often below.
  public let cliffsDelta: Figure<Double>

  /// How the people of one distribution differ from those of another.
  public init(of first: Distribution, minus second: Distribution) {
    mean = MeanDifference(of: first, minus: second)
    // Equal scores of two assessments may have been rounded in two ways.
    let ties = Ties(first.values + second.values)
    cliffsDelta = Figure { () throws(Undefined) in
      func joined(_ distribution: Distribution) throws(Undefined) -> Distribution {
        try Distribution(
          zip(distribution.values, distribution.counts).map { (value: ties.value(of: $0), count: $1) })
      }
      return try DigitalMaturity.cliffsDelta(joined(first), joined(second)).get()
    }
  }

  init(mean: MeanDifference, cliffsDelta: Figure<Double>) {
    self.mean = mean
    self.cliffsDelta = cliffsDelta
  }
}

/// How likely ranges are found.
public struct IntervalOptions: Sendable, Hashable {
  /// How people are resampled; nil for no likely ranges.
  public var bootstrap: Bootstrap?

  /// Makes options.
  public init(bootstrap: Bootstrap?) { self.bootstrap = bootstrap }

  /// 2,000 resamples, 95 %, percentiles, seed 1.
  public static let standard = IntervalOptions(bootstrap: Bootstrap())
  /// No likely ranges.
  public static let none = IntervalOptions(bootstrap: nil)
}

extension Undefined.Code {
  /// There is nothing else that the score could be made of.
  public static let onlyItem = Self(rawValue: "only-item")
  /// An open question has no next higher answer.
  public static let openItem = Self(rawValue: "open-item")
  /// The scores have no scale that is known.
  public static let noScale = Self(rawValue: "no-scale")
  /// The figure is about people's scores, and this score is made of something else.
  public static let notOfPeople = Self(rawValue: "not-of-people")
  /// Likely ranges were not asked for.
  public static let notAskedFor = Self(rawValue: "not-asked-for")
  /// Likely ranges are not found for scores of this kind.
  public static let withoutRange = Self(rawValue: "without-range")
  /// Both clusters and a population were asked for.
  public static let clustersAndWeights = Self(rawValue: "clusters-and-weights")
  /// A group agreed one answer.
  public static let agreedAnswer = Self(rawValue: "agreed-answer")
  /// Questions are open, or scores too fine to be added up exactly.
  public static let scoresTooFine = Self(rawValue: "scores-too-fine")
}

extension Undefined {
  /// There is nothing else that the score could be made of.
  public static let onlyItem = Undefined(.onlyItem, "It is all that the score is made of.")
  /// An open question has no next higher answer.
  public static let openItem = Undefined(.openItem, "An open question has no next higher answer.")
  /// The scores have no scale that is known.
  public static let noScale = Undefined(.noScale, "The scores have no scale with points to compare with.")
  /// The scale has a single point.
  public static let onePoint = Undefined(.scaleOfOnePoint, "The scale has a single point, so answers could not differ.")
  /// A single person stands behind the figure.
  static let onePerson = Undefined(.tooFewValues, "There is one person; at least 2 are needed.")
  /// The score is made of areas.
  public static let madeOfAreas = Undefined(
    .notOfPeople, "It is made of areas' scores, and people's own are not kept; “of: questions” keeps them.")
  /// The score is made of questions summarised over people.
  public static let madeOfQuestions = Undefined(
    .notOfPeople, "It is made of questions summarised over people; see the questions.")
  /// Likely ranges were not asked for.
  public static let notAskedFor = Undefined(.notAskedFor, "Likely ranges were not asked for.")
  /// Likely ranges are not found for scores of this kind.
  public static let withoutRange = Undefined(
    .withoutRange, "Likely ranges are found for areas, for questions, and for themes that are made of questions.")
  /// Both clusters and a population were asked for.
  public static let clustersAndWeights = Undefined(
    .clustersAndWeights, "No likely range is found over clusters of weighted people; leave out one of the two.")
  /// A group agreed one answer.
  public static let agreedAnswer = Undefined(
    .agreedAnswer, "A group agreed one answer, which is no sample to have a likely range.")
  /// Questions are open, or scores too fine to be added up exactly.
  public static let scoresTooFine = Undefined(
    .scoresTooFine, "Its questions are open, or their scores too fine to be added up exactly.")
}
