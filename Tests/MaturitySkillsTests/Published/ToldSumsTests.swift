import MaturityStatistics
import Testing

@testable import MaturitySkills

@Suite("What follows from sums that are told") struct ToldSumsTests {
  private func terms(_ factors: Int...) -> [ToldSums.Term] { terms(factors) }

  private func terms(_ factors: [Int]) -> [ToldSums.Term] {
    factors.enumerated().filter { $0.element != 0 }.map { ToldSums.Term(unknown: $0.offset, factor: $0.element) }
  }

  @Test("is what they make by adding and subtracting, with the sums that it takes") func follows() {
    // What is told once more changes nothing.
    var sums = ToldSums(
      unknowns: 4, told: [terms(1, 1, 1, 1), terms(1, 1, 0, 0), terms(0, 0, 1, 0), terms(0, 0, 1, 1)])
    #expect(sums.sources(of: terms(0, 0, 0, 1)) == [0, 1, 2])
    #expect(sums.sources(of: terms(0, 0, 1, 1)) == [0, 1])
    #expect(sums.sources(of: terms(0, 0, 2, 0)) == [2])
    #expect(sums.sources(of: terms(1, -1, 0, 0)) == nil && sums.sources(of: terms(1, 0, 0, 0)) == nil)
    #expect(sums.sources(of: []) == [], "nothing follows from nothing")
  }

  /// Everyone, parts of them, and what cuts across: small sums with random ones that make the rest.
  @Test("takes the first of sums that follow from each other", arguments: UInt64(1)...20) func first(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = (0..<10).map { part in (0..<30).map { $0 / 3 == part ? 1 : 0 } }
    let others = (0..<3).map { role in (0..<30).map { $0 % 3 == role ? 1 : 0 } }
    let all = ([Array(repeating: 1, count: 30)] + parts + others).shuffled(using: &generator)
    var sums = ToldSums(unknowns: 30, told: all.map { terms($0) })
    // Parts make everyone, and so do the others: of each such twelve or five the last is not needed.
    for (place, sum) in all.enumerated() {
      var before = ToldSums(unknowns: 30, told: all[..<place].map { terms($0) })
      let follows = before.sources(of: terms(sum))
      #expect(sums.sources(of: terms(sum)) == follows ?? [place])
    }
  }

  @Test("is found where no whole number of times of one sum would do") func fractions() {
    // Of three people every two are told together: a + b, b + c, a + c.
    let pairs = [terms(1, 1, 0), terms(0, 1, 1), terms(1, 0, 1)]
    var two = ToldSums(unknowns: 3, told: Array(pairs[..<2]))
    #expect(two.sources(of: terms(1, 0, 0)) == nil)
    var sums = ToldSums(unknowns: 3, told: pairs)
    for own in [terms(1, 0, 0), terms(0, 1, 0), terms(0, 0, 1), terms(3, -5, 7)] {
      #expect(sums.sources(of: own) == [0, 1, 2])
    }
  }
}
