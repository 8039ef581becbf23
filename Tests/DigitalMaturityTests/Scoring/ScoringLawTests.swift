import DigitalMaturity
import MaturityScoringRules
import Testing

/// What holds for every assessment and every set of answers.
struct ScoringLawTests {
  private func scores(_ group: GroupResult) -> [SubjectScore] {
    group.areas + group.themes + group.principles + group.literacies + [group.overall].compactMap { $0 }
  }

  @Test(arguments: UInt64(1)...20)
  func theOrderOfRowsNeverMatters(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: 80)
    var generator = SeededGenerator(seed: seed)
    let shuffled = workshop.people.shuffled(using: &generator)
    #expect(try workshop.scorecard() == workshop.sample.scorecard(shuffled, by: workshop.breakdowns))
  }

  /// The questions of a questionnaire in another order. Sums of whole scores are exact, those of questions' means are not.
  @Test(arguments: UInt64(1)...20)
  func theOrderOfQuestionsNeverMatters(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: 80, isWhole: true)
    var other = workshop.sample
    other.questions.reverse()
    let left = try workshop.scorecard()
    let right = try other.scorecard(workshop.people, by: workshop.breakdowns)
    for (left, right) in zip(left.groups, right.groups) {
      #expect(left.key == right.key)
      #expect(left.questions == right.questions.reversed())
      for (left, right) in zip(scores(left), scores(right)) {
        if left.provenance.unit == .respondent {
          #expect(left.score == right.score)
        } else {
          #expect(abs((left.score.value ?? 0) - (right.score.value ?? 0)) < 1e-12)
          #expect(left.score.reason == right.score.reason)
        }
        #expect(left.distribution == right.distribution)
        #expect(left.statuses == right.statuses)
      }
    }
  }

  @Test(arguments: UInt64(1)...40)
  func scoresStayWithinTheScaleAndAreNeverAbsentWithoutAReason(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: Int(seed % 13) * 9)
    for group in try workshop.scorecard().groups {
      for score in scores(group) {
        switch score.score {
        case .value(let value):
          // A mean of fractions may be a last bit off.
          #expect(value >= 1 - 1e-12 && value <= 5 + 1e-12, "\(score.subject) \(value)")
          #expect(score.people ?? 0 > 0)
          #expect(score.level != nil)
        case .undefined(let reason):
          #expect(!reason.sentence.isEmpty && !reason.code.rawValue.isEmpty)
          #expect(score.level == nil && score.gap == nil)
        }
        if let coverage = score.coverage.value { #expect((0...1).contains(coverage)) }
        if score.provenance.source == .questions, score.provenance.unit == .respondent {
          #expect(score.distribution.reduce(0) { $0 + $1.count } == score.people)
        }
      }
      for (question, result) in zip(workshop.sample.questions, group.questions) {
        #expect(result.statuses?.total == group.respondents)
        #expect(result.id == question.id)
        if let mean = result.mean.value { #expect((1.0...5).contains(mean)) }
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func raisingAnAnswerNeverLowersAMean(_ seed: UInt64) throws {
    var workshop = RandomWorkshop(seed: seed, people: 25)
    // Without branching: another answer may show another question.
    for index in workshop.sample.questions.indices { workshop.sample.questions[index].showWhen = nil }
    var generator = SeededGenerator(seed: seed + 99)
    var before = try workshop.scorecard().groups[0]
    for _ in 0..<30 {
      let person = Int.random(in: workshop.people.indices, using: &generator)
      let question = workshop.sample.questions[Int.random(in: 0..<9, using: &generator)]
      guard case .option(let option)? = workshop.people[person].answers[question.id],
        let score = question.answers.options.first(where: { $0.id == option })?.score,
        let higher = question.answers.options.filter({ option in
          option.score.map { question.effective($0) > question.effective(score) } ?? false
        }).randomElement(using: &generator)
      else { continue }
      workshop.people[person].answers[question.id] = .option(higher.id)
      let after = try workshop.scorecard().groups[0]
      for (before, after) in zip(scores(before), scores(after)) {
        guard let low = before.score.value, let high = after.score.value else {
          #expect(before.score == after.score)
          continue
        }
        #expect(high >= low, "\(after.subject)")
      }
      before = after
    }
  }

  /// Not a bit changes. Areas and shares weigh whole numbers here, since a product of fractions is rounded to six decimals.
  @Test(arguments: UInt64(1)...20)
  func doublingAllWeightsChangesNothing(_ seed: UInt64) throws {
    var workshop = RandomWorkshop(seed: seed, people: 60)
    for index in workshop.sample.areas.indices { workshop.sample.areas[index].weight = Double(index + 1) }
    for index in workshop.sample.questions.indices {
      for id in workshop.sample.questions[index].measures.areas.ids {
        workshop.sample.questions[index].measures.areas[id] = 1
      }
    }
    var doubled = workshop.sample
    for index in doubled.areas.indices { doubled.areas[index].weight *= 2 }
    for index in doubled.questions.indices { doubled.questions[index].weight *= 2 }
    let left = try workshop.scorecard()
    let right = try doubled.scorecard(workshop.people, by: workshop.breakdowns)
    for (left, right) in zip(left.groups, right.groups) {
      #expect(scores(left).map(\.score) == scores(right).map(\.score))
      #expect(scores(left).map(\.distribution) == scores(right).map(\.distribution))
    }
  }
}
