import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import Testing

struct ScoreStatisticsTests {
  /// People who answer one question with the options a, b, c …, so many each.
  private func people(_ counts: [Int], attributes: [String: String] = [:]) -> [ScoringSample.Person] {
    counts.enumerated().flatMap { index, count -> [ScoringSample.Person] in
      let option = Identifier<AnswerOption>(String(UnicodeScalar(UInt8(97 + index))))
      return Array(repeating: (["q-1": .option(option)], attributes), count: count)
    }
  }

  private func isNear(_ figure: Figure<Double>?, _ expected: Double, within tolerance: Double = 1e-7) -> Bool {
    figure?.value.map { abs($0 - expected) <= tolerance } ?? false
  }

  /// The published example of both papers: seven options, 30, 40, 210, 130, 530, 50 and 10 answers.
  @Test func agreementIsAsPublished() throws {
    var sample = ScoringSample()
    sample.levels = (1...7).map {
      MaturityLevel(id: Identifier("level-\($0)"), value: Double($0), name: LocalizedText("\($0)"))
    }
    sample.questions = [.closed("q-1", scores: [1, 2, 3, 4, 5, 6, 7])]
    let result = try #require(try sample.scorecard(people([30, 40, 210, 130, 530, 50, 10])).everyone)
    for statistics in [result.questions[0].statistics.value, result.areas[0].statistics.value] {
      let statistics = try #require(statistics)
      #expect(isNear(statistics.consensus, 0.7256876))
      #expect(isNear(statistics.agreement, 0.6113333))
      #expect(isNear(statistics.mean, 4.28, within: 1e-12))
      #expect(statistics.median == .value(5))
      #expect(statistics.interval == .undefined(.notAskedFor))
    }
  }

  @Test func oneAnswerIsNoAgreementAndHasNoLikelyRange() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    let statistics = try #require(
      try sample.scorecard(people([0, 0, 1]), intervals: .standard).everyone?.areas[0].statistics.value)
    #expect(statistics.mean == .value(3) && statistics.median == .value(3))
    for figure in [statistics.standardDeviation, statistics.consensus, statistics.agreement, statistics.rwg] {
      #expect(figure.reason?.code == .tooFewValues)
    }
    #expect(statistics.interval.reason?.code == .tooFewValues)
  }

  @Test func fewPeopleAreSaidToBeFew() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    #expect(ScoreStatistics.note(on: 10) == nil && ScoreStatistics.note(on: nil) == nil)
    let note = "Only 7 people: take this as a hint, not as a finding."
    let published = try sample.scorecard(people([3, 4])).published(under: DisclosurePolicy(threshold: 5))
    #expect(
      PublishableScorecard.json([published]).text.split(separator: note).count == 3, "of the area, and the question")
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [published])
    #expect(context.explanation(of: Subject(.area, "one"), in: published)?.steps.last?.text == note)
    let enough = try sample.scorecard(people([5, 5])).published()
    #expect(!PublishableScorecard.json([enough]).text.contains("Only"))
  }

  @Test func likelyRangesAreTheBootstrapOfPeople() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    let bootstrap = Bootstrap(method: .bca, resamples: 200, seed: 7)
    let statistics = try #require(
      try sample.scorecard(people([3, 5, 9, 2, 1]), intervals: IntervalOptions(bootstrap: bootstrap)).everyone?
        .areas[0].statistics.value)
    let distribution = try Distribution(values: [1, 2, 3, 4, 5], counts: [3, 5, 9, 2, 1])
    #expect(statistics.interval == bootstrap.interval(ofMean: distribution))
    #expect(statistics.interval.value != nil)
  }

  /// The scores of bands are the points of a scale: nobody in the third, and half in each of the others as the first.
  @Test func bandsAreAScaleToAgreeOn() throws {
    var sample = ScoringSample()
    let bands = [1.0, 2, 3, 4, 5].map { ScoreBand(from: 10 * ($0 - 1), score: $0) }
    sample.questions = [
      Question(
        id: "n", kind: "number", text: "N", answers: .open(NumberAnswers(bands: bands)),
        measures: Measures(areas: ["one": 1]))
    ]
    let numbers: [Double] = [0, 3, 12, 12, 35, 48]
    let everyone = try #require(try sample.scorecard(numbers.map { (["n": .number($0)], [:]) }).everyone)
    let statistics = try #require(everyone.questions[0].statistics.value)
    let distribution = try Distribution(values: [1, 2, 3, 4, 5], counts: [2, 2, 0, 1, 1])
    #expect(statistics.agreement == distribution.agreement && distribution.agreement.value != nil)
    #expect(statistics.rwg == distribution.rwg())
    #expect(statistics.interpolatedMedian == distribution.interpolatedMedian(on: [1, 2, 3, 4, 5]))
  }

  /// A theme that is made of questions keeps people's scores; other scores that do have no range, and say so.
  @Test func themesOfQuestionsHaveLikelyRangesToo() throws {
    var sample = ScoringSample()
    sample.areas = [Area(id: "one", name: "One", themes: ["t"])]
    sample.themes = [Theme(id: "t", name: "T")]
    sample.literacies = [Literacy(id: "l", name: "L")]
    sample.questions = [.closed("q-1")]
    sample.questions[0].measures.literacies = ["l": 1]
    sample.plan.themeSource = .questions
    let everyone = try #require(try sample.scorecard(people([3, 5, 9, 2, 1]), intervals: .standard).everyone)
    let expected = Bootstrap().interval(ofMean: try Distribution(values: [1, 2, 3, 4, 5], counts: [3, 5, 9, 2, 1]))
    #expect(expected.value != nil)
    #expect(everyone.themes[0].statistics.then(\.interval) == expected)
    #expect(everyone.literacies[0].statistics.then(\.interval) == .undefined(.withoutRange))
    let none = try #require(try sample.scorecard(people([3, 5, 9, 2, 1]), intervals: .none).everyone)
    #expect(none.literacies[0].statistics.then(\.interval) == .undefined(.notAskedFor))
  }

  @Test func likelyRangesOverClustersResampleThem() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    sample.areas[0].themes = ["t"]
    sample.themes = [Theme(id: "t", name: "T")]
    sample.plan.themeSource = .questions
    sample.attributes = [Attribute("session", values: ["s-1", "s-2", "s-3", "s-4", "s-5"])]
    let sessions = [[9, 2, 0, 1, 0], [1, 4, 6, 1, 0], [0, 0, 3, 4, 5], [2, 2, 8, 1, 1], [0, 5, 5, 3, 0]]
    let everybody = sessions.enumerated().flatMap { people($0.element, attributes: ["session": "s-\($0.offset + 1)"]) }
    let bootstrap = Bootstrap(resamples: 300)
    func results(_ threshold: Int) throws -> (Figure<Interval>, Figure<Interval>) {
      let scorer = try Scorer(sample.assessment(), questionnaire: "all", clusters: "session")
      var tally = scorer.makeTally()
      scorer.tally(try sample.sheet(everybody), into: &tally)
      let scorecard = scorer.scorecard(tally, intervals: IntervalOptions(bootstrap: bootstrap))
      #expect(scorecard.groups.count == 1, "clusters are no breakdown")
      let everyone = try #require(scorecard.published(under: DisclosurePolicy(threshold: threshold)).everyone)
      #expect(everyone.themes[0].statistics.then(\.interval) == everyone.areas[0].statistics.then(\.interval))
      return (
        everyone.areas[0].statistics.then(\.interval), everyone.questions[0].statistics.then(\.interval)
      )
    }
    let expected = bootstrap.interval(
      ofMeanOver: try sessions.map { try Distribution(values: [1, 2, 3, 4, 5], counts: $0) })
    #expect(expected.value != nil)
    #expect(try results(10) == (expected, expected))
    // The limits could be the mean of one session, so a session of twelve is too small for a threshold of 13.
    let (area, question) = try results(13)
    #expect(area.reason?.code == .withheld && question.reason?.code == .withheld)
    #expect(area.reason?.sentence.contains("of 5 clusters or more") == true)
  }

  /// Of three clusters the limits are the mean of one; and a group's clusters are crossed groups that nothing protects.
  @Test func rangesOverFewClustersOrWithinAGroupAreWithheld() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    sample.attributes = [
      Attribute("session", values: (1...5).map { "s-\($0)" }), Attribute("part", values: ["x", "y"]),
    ]
    func interval(_ sessions: Int, _ group: Int) throws -> Figure<Interval>? {
      let everybody = (1...sessions).flatMap { session in
        ["x", "y"].flatMap { people([6, session, 10 - session], attributes: ["session": "s-\(session)", "part": $0]) }
      }
      let scorer = try Scorer(
        sample.assessment(), questionnaire: "all", breakdowns: [["part"]], clusters: "session")
      var tally = scorer.makeTally()
      scorer.tally(try sample.sheet(everybody), into: &tally)
      let options = IntervalOptions(bootstrap: Bootstrap(resamples: 100))
      let published = scorer.scorecard(tally, intervals: options).published()
      return published.groups[group].areas[0].statistics.then(\.interval)
    }
    #expect(try interval(5, 0)?.value != nil)
    #expect(try interval(4, 0)?.reason?.code == .withheld)
    #expect(try interval(5, 1)?.reason?.code == .withheld)
  }

  @Test func aShareOfPeopleHasWilsonsInterval() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    sample.plan.areas = ScoringDefinition(rule: ShareAtLeast(WeightedMean(), atLeast: 3))
    sample.areas[0].target = nil
    let area = try #require(
      try sample.scorecard(people([3, 4, 6, 5, 2]), intervals: .standard).everyone?.areas.first)
    #expect(area.score == .value(13.0 / 20))
    #expect(area.level == nil && area.gap == nil)
    #expect(area.statistics.then(\.interval) == wilsonInterval(successes: 13, of: 20))
  }

  @Test func anAgreedAnswerIsNoSample() throws {
    var sample = ScoringSample()
    sample.mode = .consensus
    sample.questions = [.closed("q-1")]
    let area = try #require(try sample.scorecard(people([1, 2, 1]), intervals: .standard).everyone?.areas.first)
    #expect(area.statistics.then(\.interval) == .undefined(.agreedAnswer))
  }

  @Test func scoresThatAreNotPeoplesSaySo() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2")]
    sample.areas = [Area(id: "one", name: "One", themes: ["t"])]
    sample.themes = [Theme(id: "t", name: "T")]
    sample.plan.areas.unit = .question
    let everyone = try #require(try sample.scorecard(people([2, 2])).everyone)
    #expect(everyone.areas[0].statistics.reason?.code == .notOfPeople)
    #expect(everyone.themes[0].statistics.reason?.code == .notOfPeople)
  }

  @Test(arguments: [
    (ScoringDefinition.QuestionSummary.mean, 2.0), (.median, 1), (.interpolatedMedian, 1.0 - 0.5 + (5.0 / 2) / 3),
  ]) func questionsAreSummarisedAsAsked(_ summary: ScoringDefinition.QuestionSummary, _ expected: Double) throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    sample.plan.areas = ScoringDefinition(rule: WeightedMean(), unit: .question, questionSummary: summary)
    let area = try #require(try sample.scorecard(people([3, 1, 0, 0, 1])).everyone?.areas.first)
    #expect(isNear(area.score, expected, within: 1e-12))
    #expect(area.provenance.questionSummary == summary)
  }

  // MARK: Reliability

  /// The running sums of the tally give what the answers themselves give, which another implementation has checked.
  @Test(arguments: UInt64(1)...20)
  func alphaIsThatOfTheAnswers(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var sample = ScoringSample()
    let scores: [[Double?]] = [[1, 2, 3, 4, 5], [0, 0.25, 0.5, 1], [1, nil, 5]]
    sample.questions = (1...4).map {
      .closed("q-\($0)", scores: scores[Int.random(in: 0..<3, using: &generator)], weight: Double($0))
    }
    // Levels that hold every score.
    sample.levels[0] = MaturityLevel(id: "level-0", value: 0, name: "0")
    var people: [ScoringSample.Person] = []
    var rows: [[Double?]] = []
    for _ in 0..<60 {
      var answers: [Identifier<Question>: Answer] = [:]
      var row: [Double?] = []
      for question in sample.questions {
        let option =
          Int.random(in: 0...8, using: &generator) > 0
          ? question.answers.options.randomElement(using: &generator) : nil
        if let option { answers[question.id] = .option(option.id) }
        row.append(option?.score)
      }
      people.append((answers, [:]))
      rows.append(row)
    }
    let area = try #require(try sample.scorecard(people).everyone?.areas.first)
    let reliability = try #require(area.reliability)
    let expected = CronbachAlpha(try ItemMoments(rows: rows))
    #expect(reliability.people == expected.n)
    #expect(isNear(reliability.alpha, try #require(expected.alpha.value), within: 1e-9))
    for (item, (rest, dropped)) in zip(reliability.items, zip(expected.itemRest, expected.ifDropped)) {
      #expect(isNear(item.itemRest, try #require(rest.value), within: 1e-9))
      #expect(isNear(item.ifDropped, try #require(dropped.value), within: 1e-9))
    }
  }

  @Test func alphaNeedsTwoClosedQuestionsAndPeopleWhoAnsweredThem() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    #expect(try sample.scorecard(people([3, 3])).everyone?.areas[0].reliability == nil)
    sample.questions = [.closed("q-1"), .closed("q-2")]
    let nobody = try #require(try sample.scorecard(people([3, 3])).everyone?.areas[0].reliability)
    #expect(nobody.alpha.reason != nil && nobody.people == 0 && nobody.items.isEmpty)
    sample.questions = [.closed("q-1"), .number("n-1", areas: ["one": 1])]
    #expect(try sample.scorecard(people([3, 3])).everyone?.areas[0].reliability?.alpha == .undefined(.scoresTooFine))
    // Thirds are no decimals.
    sample.questions = [.closed("q-1", scores: [1, 4.0 / 3, 5]), .closed("q-2")]
    #expect(try sample.scorecard(people([3, 3])).everyone?.areas[0].reliability?.alpha == .undefined(.scoresTooFine))
  }

  @Test func alphaOfFewerPeopleThanTheThresholdIsWithheld() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2")]
    var both = people([4, 5])
    for index in both.indices { both[index].answers["q-2"] = .option(index.isMultiple(of: 3) ? "a" : "d") }
    let scorecard = try sample.scorecard(both + people([6, 0]))
    #expect(scorecard.everyone?.areas[0].reliability?.people == 9)
    // q-2 has nine answers too, and is withheld with all that follows from it.
    let area = try #require(scorecard.published().everyone?.areas.first)
    #expect(area.reliability?.alpha == .undefined(.withheld) && area.reliability?.people == nil)
    #expect(
      scorecard.published(under: DisclosurePolicy(threshold: 9)).everyone?.areas[0].reliability?.alpha.value != nil)
  }

  /// One person of a group answered both questions: the others' alpha beside everyone's would give those answers away.
  @Test func noAlphaFollowsFromTheOthers() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2")]
    sample.attributes = [Attribute("part", values: ["x", "y", "z"])]
    var everybody = people([5, 8, 7], attributes: ["part": "x"])
    for index in everybody.indices { everybody[index].answers["q-2"] = .option(index.isMultiple(of: 3) ? "b" : "d") }
    everybody += people([9, 9, 5], attributes: ["part": "y"])
    everybody[20].answers["q-2"] = .option("e")
    everybody += (0..<20).map { _ in (["q-2": .option("c")], ["part": "y"]) }
    let scorecard = try sample.scorecard(everybody, by: [["part"]])
    #expect(scorecard.groups.map { $0.areas[0].reliability?.people } == [21, 20, 1])
    let published = scorecard.published().groups
    #expect(published.map { $0.areas[0].isWithheld } == [false, false, false])
    #expect(published.map { $0.areas[0].reliability?.alpha.value == nil } == [false, true, true])
    #expect(published[1].areas[0].reliability?.people == nil && published[1].areas[0].reliability?.items == [])
  }

  /// A large common part changes nothing: alpha is the same for 0, 0.4, 0.6 and 1 and for a thousand million more.
  @Test(arguments: [0, 1e6, 1e9]) func alphaSeesFractionsBesideLargeNumbers(_ base: Double) throws {
    var sample = ScoringSample()
    sample.levels = [
      MaturityLevel(id: "low", value: base, name: "Low"), MaturityLevel(id: "high", value: base + 1, name: "High"),
    ]
    sample.questions = (1...2).map { .closed("q-\($0)", scores: [base, base + 0.4, base + 0.6, base + 1]) }
    let pairs = [("a", "b"), ("b", "b"), ("c", "d"), ("d", "c"), ("d", "d"), ("a", "a"), ("c", "b")]
    let people: [ScoringSample.Person] = pairs.map {
      (["q-1": .option(Identifier($0.0)), "q-2": .option(Identifier($0.1))], [:])
    }
    let scores = ["a": 0, "b": 0.4, "c": 0.6, "d": 1]
    let expected = CronbachAlpha(try ItemMoments(rows: pairs.map { [scores[$0.0], scores[$0.1]] }))
    let alpha = try sample.scorecard(people).everyone?.areas[0].reliability?.alpha
    #expect(isNear(alpha, try #require(expected.alpha.value), within: 1e-9))
  }

  // MARK: Differences

  @Test func groupsAreComparedWithEverybodyElse() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    sample.attributes = [Attribute("part", values: ["x", "y"])]
    let everybody = people([6, 4, 2], attributes: ["part": "x"]) + people([1, 3, 9, 4], attributes: ["part": "y"])
    let published = try sample.scorecard(everybody, by: [["part"]]).published()
    let first = try Distribution(values: [1, 2, 3], counts: [6, 4, 2])
    let second = try Distribution(values: [1, 2, 3, 4], counts: [1, 3, 9, 4])
    #expect(published.groups[0].areas[0].difference == nil)
    #expect(published.groups[1].areas[0].difference == ScoreDifference(of: first, minus: second))
    #expect(published.groups[2].areas[0].difference == ScoreDifference(of: second, minus: first))
    #expect(
      try sample.scorecard(people([6, 4, 2], attributes: ["part": "x"]), by: [["part"]]).published().groups[1].areas[0]
        .difference == nil, "there is nobody else")
  }

  // MARK: In result files

  @Test(arguments: UInt64(1)...8)
  func statisticsAreWrittenAndReadBackEqual(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: 90)
    let options = IntervalOptions(bootstrap: Bootstrap(resamples: 20))
    let published = try workshop.sample.scorecard(workshop.people, by: workshop.breakdowns, intervals: options)
      .published()
    let bytes = PublishableScorecard.json([published]).bytes
    #expect(try PublishableScorecard.read(bytes, file: "result.json") == [published])
  }
}
