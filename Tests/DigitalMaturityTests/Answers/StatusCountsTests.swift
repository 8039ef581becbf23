import DigitalMaturity
import Testing

struct StatusCountsTests {
  private func counts(_ numbers: [Int]) -> StatusCounts {
    var counts = StatusCounts()
    for (status, number) in zip(AnswerStatus.allCases, numbers) { counts[status] = number }
    return counts
  }

  @Test func statusesAreCountedApart() {
    let counts = counts([1, 2, 4, 8, 16, 32])
    #expect(AnswerStatus.allCases.map { counts[$0] } == [1, 2, 4, 8, 16, 32])
    #expect(counts.total == 63)
  }

  @Test func hiddenAndInapplicableAnswersLeaveTheDenominator() {
    // Answered, unanswered, don't know, prefer not to say.
    #expect(counts([1, 2, 4, 8, 16, 32]).applicable == 1 + 2 + 4 + 16)
    #expect(AnswerStatus.allCases.filter { !$0.isApplicable } == [.notApplicable, .notShown])
  }

  @Test func addingAddsEachStatus() {
    var sum = counts([1, 2, 3, 4, 5, 6])
    sum += counts([10, 20, 30, 40, 50, 60])
    #expect(sum == counts([11, 22, 33, 44, 55, 66]))
    #expect(StatusCounts().total == 0)
  }
}
