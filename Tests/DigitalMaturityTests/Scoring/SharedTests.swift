import Testing

@testable import DigitalMaturity

struct SharedTests {
  /// Copies share what they hold, and one that is given something else leaves the others as they were.
  @Test func aCopyIsGivenAnotherValueAlone() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    let everyone = try sample.everyone([["q-1": .option("a")], ["q-1": .option("c")]])
    let (question, area) = (everyone.questions[0], everyone.areas[0])
    var (otherQuestion, otherArea) = (question, area)
    otherQuestion.statistics = .undefined(.withheld)
    otherArea.statistics = .undefined(.withheld)
    #expect(question.statistics.then(\.mean).value == 2 && area.statistics.then(\.mean).value == 2)
    #expect(otherQuestion != question && otherArea != area)
    otherQuestion.statistics = question.statistics
    otherArea.statistics = area.statistics
    #expect(otherQuestion == question && otherArea == area)
    #expect(Set([question, otherQuestion]).count == 1 && Set([area, otherArea]).count == 1)
  }
}
