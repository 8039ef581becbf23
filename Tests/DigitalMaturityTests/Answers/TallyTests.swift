import DigitalMaturity
import Testing

struct TallyTests {
  /// tally(a + b) = merge(tally a, tally b), for any split and order, with breakdowns, open numbers and branching.
  @Test(arguments: UInt64(1)...30)
  func splittingAndMergingChangesNothing(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: Int(seed) * 7)
    let scorer = try workshop.sample.scorer(by: workshop.breakdowns)
    var whole = scorer.makeTally()
    scorer.tally(try workshop.sample.sheet(workshop.people), into: &whole)
    #expect(whole.respondents == workshop.people.count)

    var generator = SeededGenerator(seed: seed + 1_000)
    let people = workshop.people.shuffled(using: &generator)
    var parts: [Tally] = []
    var start = 0
    while start < people.count {
      let end = min(start + Int.random(in: 0...40, using: &generator), people.count)
      var part = scorer.makeTally()
      scorer.tally(try workshop.sample.sheet(Array(people[start..<end])), into: &part)
      parts.append(part)
      start = end
    }
    parts.shuffle(using: &generator)
    // Merged as a tree, not one after the other.
    while parts.count > 1 {
      let last = parts.removeLast()
      let isMerged = parts[Int.random(in: parts.indices, using: &generator)].merge(last)
      #expect(isMerged)
    }
    let merged = parts[0]
    #expect(merged == whole)
    #expect(Set([merged, whole]).count == 1)
    #expect(scorer.scorecard(merged, intervals: .none) == scorer.scorecard(whole, intervals: .none))
    #expect(
      PublishableScorecard.json([scorer.scorecard(merged, intervals: .none).published()]).bytes
        == PublishableScorecard.json([scorer.scorecard(whole, intervals: .none).published()]).bytes)
  }

  @Test func blocksLongerThanTheCacheAreCountedLikeShortOnes() throws {
    let workshop = RandomWorkshop(seed: 5, people: 300)
    let scorer = try workshop.sample.scorer(by: workshop.breakdowns)
    let sheet = try workshop.sample.sheet(workshop.people)
    var long = sheet
    for _ in 0..<28 { long.append(sheet) }
    var once = scorer.makeTally()
    scorer.tally(long, into: &once)
    var often = scorer.makeTally()
    for _ in 0..<29 { scorer.tally(sheet, into: &often) }
    #expect(long.count == 8_700)
    #expect(once == often)
  }

  @Test func anEmptyTallyAddsNothing() throws {
    let workshop = RandomWorkshop(seed: 3, people: 20)
    let scorer = try workshop.sample.scorer(by: workshop.breakdowns)
    var tally = scorer.makeTally()
    scorer.tally(try workshop.sample.sheet(workshop.people), into: &tally)
    let before = tally
    let isMerged = tally.merge(scorer.makeTally())
    #expect(isMerged)
    #expect(tally == before)
  }

  @Test func talliesOfAnotherShapeAreRefused() throws {
    let workshop = RandomWorkshop(seed: 3, people: 20)
    let scorer = try workshop.sample.scorer(by: [["part"]])
    var tally = scorer.makeTally()
    scorer.tally(try workshop.sample.sheet(workshop.people), into: &tally)
    let before = tally
    // The groups mean something else.
    var others = [
      try workshop.sample.scorer(by: [["role"]]).makeTally(),
      try workshop.sample.scorer(by: [["part", "role"]]).makeTally(),
    ]
    // One option fewer.
    var other = workshop.sample
    other.questions[0] = .closed("q-1", scores: [1, 3, 4, 5], areas: ["area-1": 1])
    others.append(try other.scorer(by: [["part"]]).makeTally())
    // One thing fewer to score.
    other = workshop.sample
    other.literacies = []
    for index in other.questions.indices { other.questions[index].measures.literacies = [:] }
    others.append(try other.scorer(by: [["part"]]).makeTally())
    for other in others {
      let isMerged = tally.merge(other)
      #expect(!isMerged)
    }
    #expect(tally == before)
  }

  @Test func aDifferentAnswerMakesADifferentTally() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q")]
    let scorer = try sample.scorer()
    func tally(_ option: Identifier<AnswerOption>) throws -> Tally {
      var tally = scorer.makeTally()
      scorer.tally(try sample.sheet([(["q": .option(option)], [:])]), into: &tally)
      return tally
    }
    #expect(try tally("a") != tally("b"))
    #expect(try tally("a") == tally("a"))
  }

  /// Codes that no option has come only from a faulty importer; they must not be counted as someone's answer.
  @Test func codesWithoutAMeaningCountAsUnanswered() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q"), .number("n")]
    let scorer = try sample.scorer()
    var sheet = AnswerSheet(for: sample.questionnaire)
    sheet.addRespondent(notStated: [])
    sheet.set(AnswerCode(rawValue: 200), question: 0)
    sheet.set(AnswerCode(rawValue: 0), question: 1)
    sheet.addRespondent(notStated: [])
    sheet.set(.number(5), question: 0)
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let everyone = scorer.scorecard(tally).groups[0]
    #expect(everyone.questions[0].statuses?[.unanswered] == 2)
    #expect(everyone.questions[0].statuses?[.answered] == 0)
    #expect(everyone.questions[1].statuses?[.unanswered] == 2)
    #expect(everyone.areas[0].score.reason?.code == .noneAnswered)
  }
}
