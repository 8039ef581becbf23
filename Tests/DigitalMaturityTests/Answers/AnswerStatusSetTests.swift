import DigitalMaturity
import Testing

@Suite struct AnswerStatusSetTests {
  @Test func holdsWhatWasPutIn() {
    var set: AnswerStatusSet = [.notApplicable, .dontKnow, .dontKnow]
    #expect(set.contains(.dontKnow) && !set.contains(.unanswered) && !set.isEmpty)
    #expect(set.statuses == [.dontKnow, .notApplicable])
    #expect(set.description == "dont-know, not-applicable")
    set.remove(.dontKnow)
    set.remove(.answered)
    #expect(set == [.notApplicable])
    set.remove(.notApplicable)
    #expect(set.isEmpty && set == [])
  }

  /// The laws of sets, against Swift's own.
  @Test func isLikeASetOfStatuses() {
    var random = SeededGenerator(seed: 46)
    for _ in 0..<200 {
      let statuses = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        AnswerStatus.allCases.randomElement(using: &random)!
      }
      let (set, like) = (AnswerStatusSet(statuses), Set(statuses))
      #expect(AnswerStatus.allCases.allSatisfy { set.contains($0) == like.contains($0) })
      #expect(Set(set.statuses) == like && set.isEmpty == like.isEmpty && set == AnswerStatusSet(like))
    }
  }
}
