import DigitalMaturity
import MaturityScoringRules
import Testing

@Suite struct LinearFormTests {
  @Test func isAWeightedSumByADivisorPlusAConstant() {
    let form = LinearForm(weights: [1, 2, 4], divisor: 7, constant: 10)
    let answers = [ItemAnswer(score: 3), ItemAnswer(.notApplicable), ItemAnswer(score: 1)]
    #expect(form.score(answers) == 11)
  }

  @Test func weightsWithoutAnswersAndAnswersWithoutWeightsArePassedOver() {
    #expect(LinearForm(weights: [2, 5], divisor: 2).score([ItemAnswer(score: 3)]) == 3)
    #expect(LinearForm(weights: [2], divisor: 2).score([ItemAnswer(score: 3), ItemAnswer(score: 9)]) == 3)
  }

  @Test func ofWholeNumbersItIsExact() {
    // 0.1 + 0.2 + 0.3 in tenths: exact as whole numbers, not as binary fractions.
    let form = LinearForm(weights: [100_000, 200_000, 300_000], divisor: 600_000)
    #expect(form.score([ItemAnswer(score: 3), ItemAnswer(score: 3), ItemAnswer(score: 3)]) == 3)
  }
}
