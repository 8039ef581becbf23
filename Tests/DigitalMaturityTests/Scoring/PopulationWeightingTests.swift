import DigitalMaturity
import MaturityScoringRules
import Testing

struct PopulationWeightingTests {
  private func sample(_ unit: ScoringUnit = .respondent) -> ScoringSample {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2")]
    sample.attributes = [Attribute("team", values: ["x", "y", "z"]), Attribute("role", values: ["a", "b"])]
    sample.plan = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean(), unit: unit))
    return sample
  }

  /// So many people of a team, who all answer with one letter.
  private typealias Kind = (team: String?, answer: String, count: Int)

  private func people(_ kinds: [Kind]) -> [ScoringSample.Person] {
    kinds.flatMap { kind -> [ScoringSample.Person] in
      let answers: [Identifier<Question>: Answer] =
        kind.answer == "-" ? [:] : ["q-1": .option(Identifier(kind.answer)), "q-2": .option(Identifier(kind.answer))]
      return Array(repeating: (answers, kind.team.map { ["team": $0] } ?? [:]), count: kind.count)
    }
  }

  private func scorecard(
    _ kinds: [Kind], _ counts: [Int], unit: ScoringUnit = .respondent,
    intervals: IntervalOptions = .none, fewest: Int = 10, effectsOn subject: Subject? = nil
  ) throws -> Scorecard {
    let sample = sample(unit)
    let headcounts = try Headcounts(
      attributes: ["team"], groups: zip(["x", "y", "z"], counts).map { Headcounts.Group([$0], people: $1) },
      of: sample.questionnaire)
    let scorer = try Scorer(
      sample.assessment(), questionnaire: "all", effectsOn: subject, population: headcounts)
    var tally = scorer.makeTally()
    scorer.tally(try sample.sheet(people(kinds)), into: &tally)
    return scorer.scorecard(tally, intervals: intervals, smallestStratum: fewest)
  }

  private func expectNear(
    _ figure: Figure<Double>, _ expected: Double, within tolerance: Double = 1e-9,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    guard let value = figure.value else {
      Issue.record("there is no value: \(figure)", sourceLocation: sourceLocation)
      return
    }
    #expect(abs(value - expected) < tolerance, sourceLocation: sourceLocation)
  }

  private func area(_ scorecard: Scorecard) throws -> SubjectScore { try #require(scorecard.everyone?.areas.first) }

  /// Weights 30/10, 40/20 and 180/30: (30·1 + 40·2 + 180·4)/250, by hand.
  @Test(arguments: ScoringUnit.allCases) func everyoneIsAsThePopulation(_ unit: ScoringUnit) throws {
    let scorecard = try scorecard([("x", "a", 10), ("y", "b", 20), ("z", "d", 30)], [30, 40, 180], unit: unit)
    let area = try area(scorecard)
    expectNear(area.score, 830.0 / 250)
    let question = try #require(scorecard.everyone?.questions.first)
    expectNear(question.mean, 830.0 / 250)
    let weighting = try #require(question.weighting)
    expectNear(weighting.unweighted, 170.0 / 60)
    // Σ w² = 10·9 + 20·4 + 30·36.
    expectNear(.value(weighting.designEffect), 60 * 1250 / 62_500)
    expectNear(.value(weighting.effectivePeople), 62_500 / 1250)
    // Counts and groups stay those of the people who answered.
    #expect(question.distribution.map(\.count) == [10, 20, 30])
    #expect(scorecard.groups.map(\.respondents) == [60, 10, 20, 30])
    #expect(scorecard.groups.dropFirst().compactMap { $0.areas[0].score.value } == [1, 2, 4])
    #expect(scorecard.population?.groups.map(\.weight) == [3, 2, 6])
  }

  /// A sample with the population's own shares has the scores, statistics and design effect of no weighting.
  @Test func sharesThatAreRightChangeNothing() throws {
    let kinds: [Kind] = [("x", "a", 11), ("x", "c", 9), ("y", "b", 13), ("y", "e", 27)]
    let weighted = try area(scorecard(kinds, [200, 400, 0], intervals: .standard))
    let plain = try sample().scorecard(people(kinds), intervals: .standard).groups[0].areas[0]
    let (one, other) = try (#require(weighted.statistics.value), #require(plain.statistics.value))
    for path in [\ScoreStatistics.mean, \.median, \.standardDeviation, \.consensus, \.agreement, \.rwg] {
      expectNear(one[keyPath: path], try #require(other[keyPath: path].value))
    }
    #expect(weighted.weighting?.designEffect == 1)
    #expect(weighted.statistics.value?.interval.value != nil)
  }

  /// Team x has 4 people of 400: alone each would count 100. With y, the next smallest, each of 24 counts 800/24.
  @Test func smallGroupsShareAWeight() throws {
    let card = try scorecard([("x", "a", 4), ("y", "b", 20), ("z", "d", 30)], [400, 400, 300])
    let weights = try #require(card.population).groups.compactMap(\.weight)
    #expect(weights[0] == weights[1])
    expectNear(.value(weights[0]), 800.0 / 24, within: 1e-6)
    #expect(weights[2] == 10)
    let shared: Double = 800 / 24
    expectNear(try area(card).score, (shared * 44 + 1200) / 1100, within: 1e-6)
  }

  @Test func peopleWithoutAHeadcountCountAsPeopleDoOnAverage() throws {
    let card = try scorecard([("x", "a", 20), ("y", "b", 20), (nil, "e", 10)], [100, 300, 0])
    let told = try #require(card.population)
    #expect(told.groups.map(\.headcount) == [100, 300, 0, nil])
    #expect(told.groups.map(\.weight) == [5, 15, nil, 10])
    expectNear(try area(card).score, 1200.0 / 500)
  }

  @Test func onePersonIsOneAnswerHoweverManyTimesItCounts() throws {
    let statistics = try #require(area(scorecard([("x", "a", 1)], [500, 0, 0])).statistics.value)
    for path in [\ScoreStatistics.standardDeviation, \.consensus, \.agreement, \.rwg] {
      #expect(statistics[keyPath: path].value == nil)
    }
    #expect(statistics.mean == .value(1))
  }

  @Test func nobodyHasAReasonAndNoWeight() throws {
    let area = try area(scorecard([("x", "-", 12)], [10, 10, 10]))
    #expect(area.score.value == nil && area.score.reason != nil)
    #expect(area.weighting == nil)
  }

  @Test func effectsAreWeightedToo() throws {
    let score = try area(
      scorecard(
        [("x", "a", 10), ("y", "b", 20), ("z", "d", 30)], [30, 40, 180], effectsOn: Subject(.area, "one")))
    #expect(score.effects.count == 2)
    for effect in score.effects { expectNear(effect.without, 830.0 / 250) }
  }

  // MARK: Published

  /// What is known of the withheld groups x and y is one sum: their weights are equal, so the weighted mean says no more
  /// than the unweighted one.
  @Test func withheldGroupsShareAWeightWhereverFewPeopleAnswered() throws {
    // All of x are enough, but only four of them have a score.
    let kinds: [Kind] = [
      ("x", "a", 4), ("x", "-", 16), ("y", "b", 20), ("z", "d", 30),
    ]
    let card = try scorecard(kinds, [400, 100, 300])
    let published = card.published(under: .standard)
    #expect(published.groups.map { $0.areas[0].isWithheld } == [false, true, true, false])
    let shared: Double = 500 / 40
    let score = try #require(published.everyone).areas[0].score
    expectNear(score, (shared * 44 + 1200) / (shared * 24 + 300), within: 1e-6)
  }

  /// Weighted for a lower threshold than it is published under, the mean would be a second equation: it is withheld.
  @Test func aMeanThatTellsWithheldGroupsApartIsWithheld() throws {
    let card = try scorecard([("x", "a", 8), ("y", "b", 20), ("z", "d", 30)], [400, 100, 300], fewest: 5)
    let published = card.published(under: .standard)
    #expect(published.groups.map { $0.areas[0].isWithheld } == [true, true, true, false])
    #expect(published.everyone?.questions[0].isWithheld == true)
    #expect(card.published(under: DisclosurePolicy(threshold: 5)).groups.allSatisfy { !$0.areas[0].isWithheld })
  }

  @Test func howManyAnsweredInWithheldGroupsIsNotTold() throws {
    let card = try scorecard([("x", "a", 4), ("y", "b", 20), ("z", "d", 30)], [400, 400, 300])
    let published = card.published(under: .standard)
    let groups = try #require(published.population).groups
    #expect(groups.map(\.respondents) == [nil, nil, 30])
    #expect(groups.map(\.weight) == [nil, nil, 10])
    let read = try PublishableScorecard.read(PublishableScorecard.json([published]).bytes, file: "r.json")
    #expect(read.first?.population == published.population)
    #expect(
      read.first?.everyone?.areas[0].weighting?.designEffect == published.everyone?.areas[0].weighting?.designEffect)
  }

  @Test func theExplanationAddsUp() throws {
    let card = try scorecard([("x", "a", 4), ("y", "b", 20), ("z", "d", 30)], [400, 400, 300])
    let published = card.published(under: .standard)
    let context = ReportContext(assessment: try sample().assessment(), scorecards: [published])
    let text = try #require(context.explanation(of: Subject(.area, "one"), in: published)).text
    #expect(text.contains("z: 30 people × weight 10 (300 ÷ 30) × mean 4"))
    #expect(text.contains("Withheld groups together: 24 people × weight 33.333333 × mean 1.8333"))
    #expect(text.contains("Sum of people × weight × mean 2666.6667, divided by the sum of people × weight 1100"))
    #expect(text.contains("would be 3.037. Shown to four decimals, added up unrounded."))
    #expect(!text.contains("x: ") && !text.contains("on average"))
  }

  @Test func theExplanationSaysWhatOthersCount() throws {
    let card = try scorecard([("x", "a", 20), ("y", "b", 20), (nil, "e", 10)], [100, 300, 0])
    let published = card.published(under: .standard)
    let context = ReportContext(assessment: try sample().assessment(), scorecards: [published])
    let text = try #require(context.explanation(of: Subject(.area, "one"), in: published)).text
    #expect(text.contains("y: 20 people × weight 15 (300 ÷ 20) × mean 2"))
    #expect(text.contains("10 people × weight 10 × mean 5"))
    #expect(text.contains("People of no group with a headcount count as people do on average."))
    #expect(text.contains("would be 2.2.\n"))
  }
}
