import Testing

@testable import MaturitySkills

@Suite("What follows from sums that are told") struct ToldSumsTests {
  private func terms(_ factors: Int...) -> [ToldSums.Term] {
    factors.enumerated().filter { $0.element != 0 }.map { ToldSums.Term(unknown: $0.offset, factor: $0.element) }
  }

  @Test("is what they make by adding and subtracting, with the sums that it takes") func follows() {
    var sums = ToldSums(unknowns: 4)
    sums.tell(7, terms(1, 1, 1, 1))
    sums.tell(8, terms(1, 1, 0, 0))
    sums.tell(9, terms(0, 0, 1, 0))
    #expect(sums.sources(of: terms(0, 0, 0, 1)) == [7, 8, 9])
    #expect(sums.sources(of: terms(0, 0, 1, 1)) == [7, 8])
    #expect(sums.sources(of: terms(0, 0, 2, 0)) == [9])
    #expect(sums.sources(of: terms(1, -1, 0, 0)) == nil && sums.sources(of: terms(1, 0, 0, 0)) == nil)
    #expect(sums.sources(of: []) == [], "nothing follows from nothing")
    // What is told once more changes nothing.
    sums.tell(10, terms(0, 0, 1, 1))
    #expect(sums.sources(of: terms(0, 0, 1, 1)) == [7, 8])
  }

  @Test("is found where no whole number of times of one sum would do") func fractions() {
    // Of three people every two are told together: a + b, b + c, a + c.
    var sums = ToldSums(unknowns: 3)
    sums.tell(0, terms(1, 1, 0))
    sums.tell(1, terms(0, 1, 1))
    #expect(sums.sources(of: terms(1, 0, 0)) == nil)
    sums.tell(2, terms(1, 0, 1))
    for own in [terms(1, 0, 0), terms(0, 1, 0), terms(0, 0, 1), terms(3, -5, 7)] {
      #expect(sums.sources(of: own) == [0, 1, 2])
    }
  }
}
