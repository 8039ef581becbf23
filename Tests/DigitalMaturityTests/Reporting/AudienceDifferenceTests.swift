import DigitalMaturity
import MaturityScoringRules
import Testing

@Suite("The difference of two audiences") struct AudienceDifferenceTests {
  /// So many people of each score, from 1.
  private func side(_ counts: [Int], _ mode: Questionnaire.Mode = .individual) throws -> AudienceDifference.Side {
    var sample = ScoringSample()
    sample.questions = [.closed("q")]
    sample.mode = mode
    let people = counts.enumerated().flatMap { index, count in
      Array(
        repeating: (answers: ["q": Answer.option(Identifier(["a", "b", "c", "d", "e"][index]))], attributes: [:]),
        count: count) as [ScoringSample.Person]
    }
    let scorecard = try sample.scorecard(people).published(under: DisclosurePolicy(threshold: 5))
    let score = try #require(scorecard.everyone?.areas.first)
    return .init(score, mode: mode)
  }

  private func expect(_ difference: AudienceDifference, _ value: Double, _ low: Double, _ high: Double) throws {
    #expect(abs((difference.value.value ?? .nan) - value) < 1e-12)
    let interval = try #require(difference.interval.value)
    #expect(abs(interval.low - low) < 1e-9 && abs(interval.high - high) < 1e-9, "\(interval)")
  }

  /// By scipy 1.17: `ttest_1samp(…).confidence_interval()` less 4, and `ttest_ind(…, equal_var=False)`.
  @Test func whatIsFixedHasNoRangeOfItsOwn() throws {
    let (people, others) = (try side([0, 4, 5, 0, 3]), try side([2, 0, 0, 6, 4]))
    let fixed = try side([0, 0, 0, 1], .consensus)
    let toPeople = AudienceDifference(from: fixed, to: people)
    try expect(toPeople, -0.8333333333333335, -1.5915938638419087, -0.07507280282475826)
    #expect(toPeople.interval.value?.method == .student)
    try expect(
      AudienceDifference(from: people, to: fixed), 0.8333333333333335, 0.07507280282475826, 1.5915938638419087)
    let both = AudienceDifference(from: people, to: others)
    try expect(both, 0.666666666666667, -0.43790628197130843, 1.7712396153046424)
    #expect(both.interval.value?.method == .welch)
  }

  @Test func whereThereIsNoRangeItIsSaidWhy() throws {
    let fixed = try side([0, 0, 0, 1], .consensus)
    let two = AudienceDifference(from: fixed, to: try side([1], .consensus))
    #expect(two.value == .value(-3))
    #expect(two.interval.reason?.code == .agreedAnswer)
    #expect(AudienceDifference(from: fixed, to: try side([0, 12])).interval.reason?.code == .noVariation)
    let withheld = AudienceDifference(from: fixed, to: try side([2, 2]))
    #expect(withheld.value == .undefined(.withheld) && withheld.interval == .undefined(.withheld))
  }
}
