import DigitalMaturity
import Testing

@Suite("Conditions have two values, and compare within 1e-9") struct ConditionTests {
  private typealias Known = Condition.Known

  private func holds(_ test: Condition.Test, _ known: Condition.Known) -> Bool {
    Condition.test(.question("q"), test).holds { _ in known }
  }

  private static let comparisons: [(Condition.Test, Double, Bool)] = [
    (.atLeast(3), 2.999_999_999_5, true), (.atLeast(3), 2.999_999_998, false), (.atLeast(3), 3.0, true),
    (.atMost(3), 3.000_000_000_5, true), (.atMost(3), 3.000_000_002, false), (.atMost(3), 3.0, true),
    (.above(3), 3.000_000_000_5, false), (.above(3), 3.000_000_002, true), (.above(3), 3.0, false),
    (.below(3), 2.999_999_999_5, false), (.below(3), 2.999_999_998, true), (.below(3), 3.0, false),
  ]

  /// Twice the tolerance and half of it, on either side of the bound.
  @Test(arguments: comparisons)
  func comparesWithinTheTolerance(_ test: Condition.Test, _ score: Double, _ expected: Bool) {
    #expect(holds(test, Known(score: score, isAnswered: true)) == expected)
    #expect(Condition.not(.test(.area("a"), test)).holds { _ in Known(score: score, isAnswered: true) } != expected)
  }

  @Test(arguments: [Condition.Test.atLeast(-9), .atMost(9), .above(-9), .below(9), .isOption(["a"]), .answered(true)])
  func withoutAnAnswerEveryTestIsFalseAndItsOppositeTrue(_ test: Condition.Test) {
    #expect(!holds(test, .nothing))
    #expect(Condition.not(.test(.question("q"), test)).holds { _ in .nothing })
  }

  @Test func answeredAsksForAnAnswer() {
    #expect(holds(.answered(false), .nothing))
    #expect(holds(.answered(true), Known(isAnswered: true)))
    #expect(!holds(.answered(false), Known(isAnswered: true)))
  }

  @Test func isOptionAsksForOneOfThem() {
    let known = Known(options: ["b"], isAnswered: true)
    #expect(holds(.isOption(["a", "b"]), known))
    #expect(!holds(.isOption(["a"]), known))
    #expect(!holds(.isOption([]), known))
    #expect(!holds(.isOption(["b"]), Known(score: 3, isAnswered: true)), "a score is no option")
  }

  @Test func aScoreThatIsNoNumberMeetsNoBound() {
    for test in [Condition.Test.atLeast(0), .atMost(0), .above(0), .below(0)] {
      #expect(!holds(test, Known(score: .nan, isAnswered: true)))
    }
  }

  @Test func ofNothingAllIsTrueAndAnyIsFalse() {
    #expect(Condition.all([]).holds { _ in .nothing })
    #expect(!Condition.any([]).holds { _ in .nothing })
    #expect(Condition.not(.any([])).holds { _ in .nothing })
  }

  /// De Morgan's laws, the excluded middle and double negation, for every pair of answers.
  @Test func followsTwoValuedLogic() {
    let values = [
      Known.nothing, Known(options: ["yes"], score: 1, isAnswered: true),
      Known(options: ["no"], score: 0, isAnswered: true),
    ]
    let a = Condition.test(.question("a"), .isOption(["yes"]))
    let b = Condition.test(.question("b"), .above(0))
    for first in values {
      for second in values {
        func holds(_ condition: Condition) -> Bool { condition.holds { $0.id == "a" ? first : second } }
        #expect(holds(.not(.all([a, b]))) == holds(.any([.not(a), .not(b)])))
        #expect(holds(.not(.any([a, b]))) == holds(.all([.not(a), .not(b)])))
        #expect(holds(.any([a, .not(a)])))
        #expect(!holds(.all([b, .not(b)])))
        #expect(holds(.not(.not(a))) == holds(a))
        #expect(holds(.all([a, b])) == (holds(a) && holds(b)))
        #expect(holds(.any([a, b])) == (holds(a) || holds(b)))
      }
    }
  }

  @Test func subjectsAreAllThatIsTested() {
    let condition = Condition.all([
      .test(.question("q"), .answered(true)),
      .not(.any([.test(.area("a"), .below(2)), .test(.literacy("l"), .above(1))])),
      .test(.principle("p"), .atMost(1)), .test(.question("q"), .isOption(["x"])),
    ])
    #expect(condition.subjects == [.question("q"), .area("a"), .literacy("l"), .principle("p"), .question("q")])
    #expect(condition.questions == ["q", "q"])
    #expect(condition.subjects.map(\.kind) == ["question", "area", "literacy", "principle", "question"])
    #expect(condition.subjects.map(\.id) == ["q", "a", "l", "p", "q"])
  }

  @Test func isReadAloud() {
    let condition = Condition.all([
      .test(.area("leadership"), .below(3)),
      .any([.test(.question("q"), .isOption(["a", "b"])), .not(.test(.question("r"), .answered(true)))]),
    ])
    #expect(condition.text == "leadership below 3 and (q is a or b or not (r answered))")
  }
}
