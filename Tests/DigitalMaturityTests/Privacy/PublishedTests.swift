import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import Testing

struct PublishedTests {
  /// People who answer `q-1` and `q-2` with letters (`-` is a blank), so many of each kind in each part.
  private func people(_ kinds: [(part: String, q1: String, q2: String, count: Int)]) -> [ScoringSample.Person] {
    kinds.flatMap { kind -> [ScoringSample.Person] in
      var answers: [Identifier<Question>: Answer] = [:]
      if kind.q1 != "-" { answers["q-1"] = .option(Identifier(kind.q1)) }
      if kind.q2 != "-" { answers["q-2"] = .option(Identifier(kind.q2)) }
      return Array(repeating: (answers, ["part": kind.part]), count: kind.count)
    }
  }

  private var sample: ScoringSample {
    var sample = ScoringSample()
    sample.areas = [
      Area(id: "one", name: "One", themes: ["t"], target: 4), Area(id: "two", name: "Two", themes: ["t", "u"]),
    ]
    sample.themes = [Theme(id: "t", name: "T"), Theme(id: "u", name: "U")]
    sample.principles = [Principle(id: "p", set: "set", name: "P", statement: "P")]
    sample.questions = [.closed("q-1", principles: ["p": 1]), .closed("q-2", areas: ["two": 1])]
    sample.attributes = [Attribute("part", values: ["x", "y", "z"])]
    sample.plan.overall = ScoringDefinition(rule: WeightedMean())
    return sample
  }

  private func published(
    _ kinds: [(part: String, q1: String, q2: String, count: Int)], _ sample: ScoringSample, threshold: Int = 10
  ) throws -> [GroupResult] {
    try sample.scorecard(people(kinds), by: [["part"]]).published(under: DisclosurePolicy(threshold: threshold)).groups
  }

  private func expectNothing(_ score: SubjectScore, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    #expect(score.score == .undefined(.withheld), sourceLocation: sourceLocation)
    #expect(score.isWithheld, sourceLocation: sourceLocation)
    #expect(score.level == nil && score.gap == nil && score.people == nil, sourceLocation: sourceLocation)
    #expect(score.statuses == nil && score.distribution.isEmpty, sourceLocation: sourceLocation)
    #expect(score.coverage == .undefined(.withheld) && !score.isUnanimous, sourceLocation: sourceLocation)
  }

  @Test func aSmallGroupKeepsNothingButItsPlace() throws {
    let groups = try published([("x", "a", "b", 9), ("y", "c", "d", 20), ("z", "e", "e", 30)], sample)
    #expect(groups.map(\.isSuppressed) == [false, true, true, false])
    #expect(groups.map(\.respondents) == [59, nil, nil, 30])
    for group in groups where group.isSuppressed {
      for score in group.areas + group.themes + group.principles + [group.overall].compactMap({ $0 }) {
        expectNothing(score)
      }
      for question in group.questions {
        #expect(question.isWithheld && question.statuses == nil)
        #expect(question.options.isEmpty && question.distribution.isEmpty)
      }
      #expect(group.areas.withheldCount == group.areas.count && group.questions.withheldCount == group.questions.count)
    }
    #expect(groups[1].areas[0].target == 4)
    #expect(groups[3].areas[0].score == .value(5))
    #expect(groups[3].areas[0].isUnanimous)
  }

  @Test func aFigureCountsThePeopleBehindItNotItsGroup() throws {
    // Group x has 20 people, of whom 9 answered q-1: hidden there and in the next smallest.
    let groups = try published(
      [("x", "a", "b", 9), ("x", "-", "b", 11), ("y", "c", "d", 20), ("z", "e", "e", 30)], sample)
    #expect(groups.map(\.isSuppressed) == [false, false, false, false])
    #expect(groups.map { $0.questions[0].isWithheld } == [false, true, true, false])
    #expect(groups.map { $0.questions[1].isWithheld } == [false, false, false, false])
    // The area and the principle are that question's score.
    #expect(groups.map { $0.areas[0].isWithheld } == [false, true, true, false])
    #expect(groups.map { $0.principles[0].isWithheld } == [false, true, true, false])
    // Themes and the overall score are sums of areas: “u” has only the area that is shown.
    #expect(groups.map { $0.themes[0].isWithheld } == [false, true, true, false])
    #expect(groups.map { $0.themes[1].isWithheld } == [false, false, false, false])
    #expect(groups.map { $0.overall?.isWithheld } == [false, true, true, false])
    for group in groups {
      #expect(group.areas.withheldCount == group.areas.count(where: \.isWithheld))
      #expect(group.questions.withheldCount == group.questions.count(where: \.isWithheld))
    }
    for group in groups[1...2] {
      expectNothing(group.areas[0])
      expectNothing(group.themes[0])
    }
    #expect(groups[1].areas[1].score == .value(2))
    #expect(groups[1].respondents == 20)
  }

  /// The groups x and y hide each other, but eight answers of theirs would be everyone's less those of z and w.
  @Test func withheldGroupsTogetherHideAFigureOnlyWithEnoughAnswers() throws {
    var sample = sample
    sample.attributes = [Attribute("part", values: ["x", "y", "z", "w"])]
    let groups = try published(
      [
        ("x", "a", "b", 4), ("x", "-", "b", 5), ("y", "c", "d", 4), ("y", "-", "d", 8), ("z", "e", "e", 20),
        ("w", "e", "e", 30),
      ], sample)
    #expect(groups.map(\.isSuppressed) == [false, true, true, false, false])
    #expect(groups.map { $0.questions[0].isWithheld } == [false, true, true, true, false])
    #expect(groups.map { $0.areas[0].isWithheld } == [false, true, true, true, false])
    #expect(groups.map { $0.questions[1].isWithheld } == [false, true, true, false, false])
  }

  /// The pooled answers of an area, less those of the question that is shown, are the withheld ones.
  @Test func anAreaOfAWithheldQuestionShowsItsScoreAndNotItsAnswers() throws {
    var sample = sample
    sample.areas = [Area(id: "one", name: "One", themes: ["t", "u"])]
    sample.questions = [.closed("q-1"), .closed("q-2")]
    sample.principles = []
    let groups = try published(
      [("x", "a", "c", 9), ("x", "-", "c", 11), ("y", "c", "d", 20), ("z", "e", "e", 30)], sample)
    #expect(groups.map { $0.questions[0].isWithheld } == [false, true, true, false])
    for group in groups[1...2] {
      let area = group.areas[0]
      #expect(area.score.value != nil && area.people == 20)
      #expect(area.statuses == nil && area.distribution.isEmpty && area.coverage == .undefined(.withheld))
      // What is made of the area is no less careful.
      #expect(group.themes[0].score.value != nil)
      #expect(group.themes[0].statuses == nil && group.themes[0].coverage == .undefined(.withheld))
      #expect(group.overall?.statuses == nil)
    }
    #expect(groups[3].areas[0].coverage == .value(1))
  }

  /// With `unit: question` the score is a weighted sum of means that are shown beside it.
  @Test func aScoreOfQuestionsMeansIsWithheldWithAnyOfThem() throws {
    var sample = sample
    sample.areas = [Area(id: "one", name: "One")]
    sample.themes = []
    sample.principles = []
    sample.questions = [.closed("q-1"), .closed("q-2")]
    sample.plan.areas.unit = .question
    // q-1 is withheld in x and, as the next smallest by q-1, in z; the area's own next smallest would be y.
    let groups = try published(
      [("x", "a", "c", 9), ("x", "-", "c", 21), ("y", "c", "d", 11), ("y", "c", "-", 9), ("z", "e", "e", 15)], sample)
    #expect(groups.map { $0.questions[0].isWithheld } == [false, true, false, true])
    #expect(groups.map { $0.questions[1].isWithheld } == [false, false, false, false])
    #expect(groups.map { $0.areas[0].isWithheld } == [false, true, false, true])
  }

  /// Nine of x answered a question with several choices: hidden there and in y. By role nothing of it is hidden, but its
  /// counts by option would be sums over both parts, and are left out: everyone's and those by part stay.
  @Test func countsOfSeveralChoicesAreShownOfBreakdownsWithinEachOther() throws {
    var sample = sample
    let options = ["u", "v"].map { AnswerOption(id: Identifier($0), label: LocalizedText($0), score: nil) }
    sample.questions.append(
      Question(
        id: "several", kind: "choices", text: "several", answers: .open(ChoicesAnswers(options: options)),
        measures: Measures()))
    sample.attributes.append(Attribute("role", values: ["front", "office"]))
    var people: [ScoringSample.Person] = []
    for (part, count, answered) in [("x", 20, 9), ("y", 24, 24), ("z", 30, 30)] {
      for person in 0..<count {
        var answers: [Identifier<Question>: Answer] = ["q-1": .option("c"), "q-2": .option("d")]
        if person < answered { answers["several"] = .options(person % 3 == 0 ? ["u"] : ["u", "v"]) }
        people.append((answers, ["part": part, "role": person % 2 == 0 ? "front" : "office"]))
      }
    }
    let groups = try sample.scorecard(people, by: [["part"], ["role"]]).published().groups
    let results = groups.map { $0.questions[2] }
    #expect(results.map(\.isWithheld) == [false, true, true, false, false, false])
    #expect(results.map { $0.statuses?[.answered] } == [63, nil, nil, 30, 32, 31])
    #expect(results.map { $0.options.map(\.count) } == [[63, 42], [], [], [30, 20], [], []])
    // Of closed questions every answer is one category, and nothing is left out.
    #expect(groups.allSatisfy { $0.questions[0].options.count == 5 })
    let alone = try sample.scorecard(people, by: [["role"]]).published().groups
    #expect(alone.map { $0.questions[2].options.count } == [2, 2, 2])
  }

  @Test func nobodysAnswersGiveNobodyAway() throws {
    let groups = try published([("x", "-", "b", 20), ("y", "c", "d", 20)], sample)
    #expect(groups[1].areas[0].score == .undefined(.noneAnswered))
    #expect(groups[1].areas[0].coverage == .value(0))
    #expect(groups[1].questions[0].statuses?[.unanswered] == 20)
    #expect(!groups[2].areas[0].isWithheld)
  }

  /// A theme in which one area is not asked about and the other has no score, in a group that is withheld.
  @Test func aReasonOfItsOwnDoesNotKeepAnswersInAWithheldGroup() throws {
    var draft = AssessmentDraft(id: "two", version: "1.0.0", title: "Two")
    draft.levels = sample.levels
    draft.themes = [Theme(id: "t", name: "T")]
    draft.areas = [
      Area(id: "elsewhere", name: "Elsewhere", themes: ["t"]), Area(id: "one", name: "One", themes: ["t"]),
    ]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean()))
    let questionnaire = Questionnaire(
      id: "all", title: "All", sections: [.init(id: "s", title: "S", questions: [.closed("q-1")])])
    draft.questionnaires = [
      questionnaire,
      Questionnaire(
        id: "other", title: "Other",
        sections: [.init(id: "s", title: "S", questions: [.closed("z", areas: ["elsewhere": 1])])]),
    ]
    let scorer = try Scorer(Assessment(draft), questionnaire: "all")
    var tally = scorer.makeTally()
    var sheet = AnswerSheet(for: questionnaire)
    for _ in 0..<3 { try sheet.add(["q-1": .status(.dontKnow)], to: questionnaire) }
    scorer.tally(sheet, into: &tally)
    let everyone = scorer.scorecard(tally, intervals: .none).published().groups[0]
    #expect(everyone.isSuppressed)
    #expect(everyone.areas[0].score == .undefined(.notAsked))
    #expect(everyone.areas[0].statuses?.total ?? 0 == 0)
    expectNothing(everyone.areas[1])
    expectNothing(everyone.themes[0])
  }

  @Test func whatAGroupAgreedIsShown() throws {
    var sample = sample
    sample.mode = .consensus
    let groups = try published([("x", "b", "c", 1), ("y", "d", "e", 1)], sample)
    #expect(groups.map(\.isSuppressed) == [false, false, false])
    #expect(groups[1].areas[0].score == .value(2))
    #expect(groups[0].respondents == 2)
  }

  @Test func theThresholdIsThePolicys() throws {
    let kinds = [(part: "x", q1: "a", q2: "b", count: 9), ("y", "c", "d", 20), ("z", "e", "e", 30)]
    #expect(try published(kinds, sample, threshold: 9).map(\.isSuppressed) == [false, false, false, false])
    #expect(try published(kinds, sample, threshold: 31).map(\.isSuppressed) == [false, true, true, true])
    #expect(try published(kinds, sample, threshold: 60).map(\.isSuppressed) == [true, true, true, true])
  }

  /// In any workshop: what is shown is what was calculated, and nothing is shown of too few people.
  @Test(arguments: UInt64(1)...40)
  func aFigureIsShownAsItIsOrNotAtAll(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: 12 + Int(seed) * 3)
    let scorecard = try workshop.scorecard()
    let published = scorecard.published()
    #expect(published.groups.map(\.key) == scorecard.groups.map(\.key))
    for (own, shown) in zip(scorecard.groups, published.groups) {
      #expect(shown.respondents == nil || shown.respondents == own.respondents)
      #expect(shown.isSuppressed == (shown.respondents == nil))
      #expect((shown.respondents ?? 10) >= 10)
      let scores = zip(
        own.areas + own.themes + own.principles + own.literacies + [own.overall].compactMap { $0 },
        shown.areas + shown.themes + shown.principles + shown.literacies + [shown.overall].compactMap { $0 })
      for (own, shown) in scores {
        if shown.isWithheld { continue }
        #expect(shown.score == own.score && shown.people == own.people)
        #expect(shown.statuses == own.statuses || shown.statuses == nil)
        if shown.score.value != nil { #expect(shown.people ?? 0 >= 10) }
        if shown.statuses == nil { #expect(shown.distribution.isEmpty) }
      }
      for (own, shown) in zip(own.questions, shown.questions) where !shown.isWithheld {
        // Counts of several choices may be left out of a breakdown that crosses another.
        #expect(shown.options == own.options || shown.options.isEmpty && ["c-1", "r-1"].contains(own.id))
        #expect(shown.statuses == own.statuses && shown.statistics == own.statistics)
        #expect(shown.distribution == own.distribution)
        let answered = shown.statuses?[.answered] ?? 0
        #expect(answered == 0 || answered >= 10)
      }
      let hidden = Set(shown.questions.filter(\.isWithheld).map(\.id.rawValue))
      for score in shown.areas + shown.principles + shown.literacies
      where score.provenance.items.contains(where: { hidden.contains($0.id) }) {
        #expect(score.statuses == nil && score.coverage.value == nil && score.distribution.isEmpty)
        if score.provenance.unit == .question { #expect(score.isWithheld) }
      }
    }
  }

  @Test func breakdownsAreFoundByTheirAttributes() throws {
    let workshop = RandomWorkshop(seed: 1, people: 60)
    let published = try workshop.sample.scorecard(workshop.people, by: [["part"], ["part", "role"]]).published()
    #expect(published.breakdowns == [["part"], ["part", "role"]])
    #expect(published.everyone?.key == [])
    #expect(published.groups(by: ["part"]).allSatisfy { $0.key.count == 1 })
    #expect(
      published.groups(by: ["part"]).count + published.groups(by: ["part", "role"]).count + 1
        == published.groups.count)
    #expect(published.groups(by: ["role"]).isEmpty)
  }
}
