import Testing

@testable import MaturityStatistics

@Suite struct ExactSumTests {
  private func sum(_ terms: [Double]) -> Double { terms.exactSum }

  @Test func keepsWhatRoundingLoses() {
    #expect(sum([]) == 0)
    #expect(sum([1e50, 1, -1e50]) == 1)
    #expect(sum(Array(repeating: 0.1, count: 10)) == 1)  // as Python's fsum
    #expect(sum([0x1p53, -0.5, -0x1p-54]) == 0x1p53 - 1)  // half a step, decided by the next part
    var product = ExactSum()
    product.add(0.1, times: 10)
    product.add(-1)
    #expect(product.value == 0x1p-54)  // 0.1 as a double is 2⁻⁵⁴/10 above a tenth
  }

  @Test func orderNeverMatters() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let terms = (0..<40).map { _ in
        Double.random(in: -1...1, using: &generator) * exponential(Double.random(in: -60...60, using: &generator))
      }
      #expect(sum(terms) == sum(terms.shuffled(using: &generator)))
      #expect(sum(terms + terms.map { -$0 }.shuffled(using: &generator)) == 0)
    }
  }
}
