import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import Testing

/// Equal scores that arithmetic rounds in two ways are one score, wherever scores are told apart.
struct ScoreTiesTests {
  /// The lower of two answers: 0.6 is an option of the first question, and what 0.2 is on the second, reversed.
  private var sample: ScoringSample {
    var sample = ScoringSample()
    sample.levels = [
      MaturityLevel(id: "low", value: 0, name: "Low"), MaturityLevel(id: "high", value: 1, name: "High"),
    ]
    sample.attributes = [Attribute("part", values: ["x", "y"])]
    sample.questions = [
      .closed("q-1", scores: [0.1, 0.6, 0.7]), .closed("q-2", scores: [0.1, 0.2, 0.7], isReversed: true),
    ]
    sample.plan = ScoringPlan(areas: ScoringDefinition(rule: Minimum()))
    return sample
  }

  private func people(
    _ count: Int, _ question: Identifier<Question>, _ option: Identifier<AnswerOption>, _ part: String
  ) -> [ScoringSample.Person] {
    Array(repeating: ([question: .option(option)], ["part": part]), count: count)
  }

  @Test func reversedScoresAreTheDecimalsThatSomebodyWouldWrite() {
    let question = Question.closed("q", scores: [0.1, 0.2, 0.7], isReversed: true)
    #expect(0.1 + 0.7 - 0.2 != 0.6 && question.effective(0.2) == 0.6)
    // The mirror of an option is the option that it meets.
    let thirds = Question.closed("q", scores: [0, 1.0 / 3, 2.0 / 3, 1], isReversed: true)
    #expect(1 - 1.0 / 3 != 2.0 / 3 && thirds.effective(1.0 / 3) == 2.0 / 3)
    // What is no decimal stays what it is.
    let other = Question.closed("q", scores: [0, 1.0 / 7, 1], isReversed: true)
    #expect(other.effective(1.0 / 7) == 1 - 1.0 / 7)
  }

  @Test func twoGroupsThatAllScoreTheSameDoNotDiffer() throws {
    let card = try sample.scorecard(
      people(10, "q-1", "b", "x") + people(10, "q-2", "b", "y"), by: [["part"]], intervals: .standard)
    for group in card.groups {
      let area = try #require(group.areas.first)
      #expect(area.isUnanimous && area.score == .value(0.6))
      #expect(area.distribution == [ScoreCount(score: 0.6, count: try #require(group.respondents))])
      let statistics = try area.statistics.get()
      #expect(statistics.median == .value(0.6) && statistics.interpolatedMedian == .value(0.6))
      #expect(statistics.interval.reason?.code == .noVariation)
      if !group.key.isEmpty { #expect(area.difference?.cliffsDelta == .value(0)) }
    }
  }

  /// Of 30 people 20 score 0.6 and 10 score 0.1: the likely range is that of any two values, which another test has
  /// checked against the binomial distribution.
  @Test func theLikelyRangeIsThatOfTheScores() throws {
    let people = people(10, "q-1", "b", "x") + people(10, "q-2", "b", "y") + people(10, "q-1", "a", "y")
    for method in Bootstrap.Method.allCases {
      let area = try #require(
        try sample.scorecard(people, intervals: IntervalOptions(bootstrap: Bootstrap(method: method))).everyone?
          .areas.first)
      let expected = try Bootstrap(method: method).interval(ofMean: Distribution(values: [1, 6], counts: [10, 20]))
        .get()
      let interval = try area.statistics.then(\.interval).get()
      #expect(abs(interval.low - expected.low / 10) < 1e-9 && abs(interval.high - expected.high / 10) < 1e-9)
      #expect(interval.low < 0.43 && interval.high > 0.44)
    }
  }

  @Test func equalScoresOfTwoAssessmentsDoNotDiffer() throws {
    let difference = ScoreDifference(
      of: try Distribution(of: [0.6, 0.6]), minus: try Distribution(of: [0.1 + 0.7 - 0.2, 0.1 + 0.7 - 0.2]))
    #expect(difference.cliffsDelta == .value(0))
  }

  /// The means of choices, and band scores that are reversed, are answers to open questions.
  @Test func openAnswersTieToo() throws {
    var sample = sample
    let options = zip(["x", "y", "z"], [0.1, 0.2, 0.3]).map { id, score in
      AnswerOption(id: Identifier(id), label: LocalizedText(id), score: score)
    }
    sample.questions = [
      Question(
        id: "c-1", kind: "choices", text: "c-1", answers: .open(ChoicesAnswers(options: options, scoring: .mean)),
        measures: Measures(areas: ["one"]))
    ]
    let chosen: [[Identifier<AnswerOption>]] = [["y"], ["x", "y", "z"], ["x", "z"]]
    #expect((0.1 + 0.2 + 0.3) / 3 != 0.2)
    let everyone = try sample.everyone(chosen.map { ["c-1": .options($0)] })
    #expect(everyone.questions[0].distribution.map(\.count) == [3])
    #expect(everyone.areas[0].isUnanimous)
  }

  // MARK: Laws

  /// Six questions of random tenths, some reversed, on two levels: a score is a whole number of thirtieths.
  private struct Random {
    var sample = ScoringSample()
    var people: [ScoringSample.Person] = []
    /// Each person's score in thirtieths, worked out in whole numbers.
    var thirtieths: [Int] = []

    init(seed: UInt64, people count: Int) {
      var generator = SeededGenerator(seed: seed)
      sample.levels = (0...2).map {
        MaturityLevel(id: Identifier("l-\($0)"), value: Double($0), name: LocalizedText("\($0)"))
      }
      sample.attributes = [Attribute("part", values: ["x", "y"])]
      sample.plan = ScoringPlan(areas: ScoringDefinition(rule: AdditiveLevels(), missing: .omit))
      var tenths: [[Int]] = []
      for number in 0..<6 {
        let scores = (0...9).shuffled(using: &generator).prefix(4).sorted()
        let isReversed = Bool.random(using: &generator)
        var question = Question.closed(
          "q-\(number)", scores: scores.map { Double($0) / 10 }, isReversed: isReversed)
        question.level = Double(number % 2 + 1)
        sample.questions.append(question)
        tenths.append(isReversed ? scores.map { scores[0] + scores[scores.count - 1] - $0 } : scores)
      }
      for _ in 0..<count {
        var answers: [Identifier<Question>: Answer] = [:]
        var sum = 0
        for (question, tenths) in zip(sample.questions, tenths) {
          let option = Int.random(in: tenths.indices, using: &generator)
          answers[question.id] = .option(question.answers.options[option].id)
          sum += tenths[option]
        }
        people.append((answers, ["part": Bool.random(using: &generator) ? "x" : "y"]))
        thirtieths.append(sum)
      }
    }
  }

  @Test(arguments: UInt64(1)...40)
  func scoresAreCountedAsInWholeNumbers(_ seed: UInt64) throws {
    let random = Random(seed: seed, people: 200)
    let card = try random.sample.scorecard(random.people, by: [["part"]], intervals: .standard)
    let area = try #require(card.everyone?.areas.first)
    let expected = Dictionary(random.thirtieths.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
    #expect(area.distribution.map(\.count) == expected.map(\.value))
    for (entry, expected) in zip(area.distribution, expected) {
      #expect(abs(entry.score - Double(expected.key) / 30) < 1e-12)
    }
    let whole = try Distribution(expected.map { (value: Double($0.key), count: $0.value) })
    let statistics = try area.statistics.get()
    #expect(abs(try statistics.median.get() - whole.median.get() / 30) < 1e-12)
    let interval = try statistics.interval.get()
    let likely = try Bootstrap().interval(ofMean: whole).get()
    #expect(abs(interval.low - likely.low / 30) < 1e-9 && abs(interval.high - likely.high / 30) < 1e-9)
    // Cliff's delta, pair by pair.
    for group in card.groups where !group.key.isEmpty {
      let part = group.key[0].value?.rawValue
      let scores = zip(random.people, random.thirtieths)
      let own = scores.filter { $0.0.attributes["part"] == part }.map(\.1)
      let others = scores.filter { $0.0.attributes["part"] != part }.map(\.1)
      let pairs = own.flatMap { own in others.map { (own - $0).signum() } }
      let delta = try #require(group.areas[0].difference).cliffsDelta.get()
      #expect(abs(delta - Double(pairs.reduce(0, +)) / Double(pairs.count)) < 1e-12)
    }
  }

  /// The limits are those of all nⁿ resamples, drawn one by one in whole numbers.
  @Test(arguments: UInt64(1)...24)
  func theLikelyRangeIsThatOfEveryResample(_ seed: UInt64) throws {
    let random = Random(seed: seed, people: 2 + Int(seed % 5))
    let area = try #require(
      try random.sample.scorecard(random.people, intervals: .standard).everyone?.areas.first)
    #expect(area.isUnanimous == (Set(random.thirtieths).count == 1))
    guard let interval = area.statistics.then(\.interval).value else {
      #expect(Set(random.thirtieths).count == 1)
      return
    }
    let scores = random.thirtieths
    let sums = scores.reduce([0]) { sums, _ in sums.flatMap { sum in scores.map { sum + $0 } } }.sorted()
    func quantile(_ p: Double) -> Double {
      let place = Double(sums.count - 1) * p
      let low = Int(place)
      let (first, second) = (Double(sums[low]), Double(sums[min(low + 1, sums.count - 1)]))
      return (first + (second - first) * (place - Double(low))) / Double(30 * scores.count)
    }
    #expect(abs(interval.low - quantile(0.025)) < 1e-9 && abs(interval.high - quantile(0.975)) < 1e-9)
  }

  @Test(arguments: UInt64(1)...20)
  func neitherOrderNorSplitMatters(_ seed: UInt64) throws {
    let random = Random(seed: seed, people: 60)
    let scorer = try random.sample.scorer(by: [["part"]])
    func tally(_ people: some Sequence<ScoringSample.Person>) throws -> Tally {
      var tally = scorer.makeTally()
      scorer.tally(try random.sample.sheet(Array(people)), into: &tally)
      return tally
    }
    let whole = try tally(random.people)
    let parts = [try tally(random.people.prefix(17)), try tally(random.people.dropFirst(17))]
    for order in [[0, 1], [1, 0]] {
      var merged = parts[order[0]]
      let isMerged = merged.merge(parts[order[1]])
      #expect(isMerged)
      #expect(merged == whole)
      #expect(scorer.scorecard(merged) == scorer.scorecard(whole))
    }
    #expect(scorer.scorecard(try tally(random.people.reversed())) == scorer.scorecard(whole))
  }
}
