import MaturityStatistics
import Testing

@Suite struct TiesTests {
  /// 0.6 in three ways of rounding.
  static let six = [0.6, 0.1 + 0.7 - 0.2, 0.3 + 0.3]

  @Test func whatDiffersByRoundingIsOneNumber() throws {
    let lowest = try #require(Self.six.min())
    #expect(Set(Self.six + [0.1 + 0.2, 0.3]).count > 2, "the sample differs in the last bit")
    let ties = Ties(Self.six + [0.1 + 0.2, 0.3])
    #expect(ties.values == [0.3, lowest])
    for number in Self.six { #expect(ties.value(of: number) == lowest) }
  }

  @Test func whatIsNearAnAnchorCountsAsThat() {
    let ties = Ties(Self.six + [0.9], anchors: [0.6, 2])
    #expect(ties.values == [0.6, 0.9, 2])
    for number in Self.six { #expect(ties.value(of: number) == 0.6) }
  }

  @Test func whatIsFurtherApartStaysApart() {
    #expect(Ties([1, 1 + 1e-8, 1.1]).values == [1, 1 + 1e-8, 1.1])
    #expect(Ties([1, 1 + 1e-10]).values == [1])
    // Large numbers by their size.
    #expect(Ties([1e9, 1e9 + 1]).values.count == 2)
    #expect(Ties([1e9, 1e9 + 1e-4]).values.count == 1)
    // A chain does not draw its end to its beginning.
    #expect(Ties([0, 0.9e-9, 1.8e-9]).values == [0, 1.8e-9])
    #expect(Ties([1]).value(of: 7) == 7)
  }

  @Test func whatIsNotFiniteIsPassedOver() {
    #expect(Ties([Double.nan, 1, .infinity, -.infinity]).values == [1])
    #expect(Ties([1]).value(of: .nan).isNaN)
    #expect(Ties([Double]()).values.isEmpty)
  }

  @Test(arguments: UInt64(1)...30)
  func theOrderNeverMattersAndNoTwoAreTied(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let numbers = (0..<200).map { _ in
      Double(Int.random(in: -5...5, using: &generator)) / 3 + Double(Int.random(in: -12...12, using: &generator))
        * 1e-10
    }
    let anchors = [Double(Int.random(in: -5...5, using: &generator)) / 3]
    let ties = Ties(numbers, anchors: anchors)
    #expect(Ties(numbers.shuffled(using: &generator), anchors: anchors) == ties)
    for (low, high) in zip(ties.values, ties.values.dropFirst()) { #expect(high - low > Ties.tolerance(at: high)) }
    for number in numbers {
      let value = ties.value(of: number)
      #expect(ties.values.contains(value) && abs(value - number) <= Ties.tolerance(at: number))
    }
  }
}
