import MaturityStatistics
import Testing

@Suite struct DistributionTests {
  @Test func isTheSameFromAnswersInAnyOrder() throws {
    let counted = try Distribution(values: [1, 2, 3], counts: [2, 0, 1])
    #expect(counted.n == 3)
    #expect(try Distribution(of: [3, 1, 1], scale: [1, 2, 3]) == counted)
    let pairs = [(value: 3.0, count: 1), (value: 1.0, count: 1), (value: 2.0, count: 0), (value: 1.0, count: 1)]
    #expect(try Distribution(pairs) == counted)
    let parts = try (Distribution(of: [1.0], scale: [2]), Distribution(of: [3.0, 1.0]))
    #expect(try parts.0.merged(with: parts.1) == counted)
    #expect(try parts.1.merged(with: parts.0) == counted)
  }

  @Test func zeroAndMinusZeroAreOneValue() throws {
    #expect(try Distribution(of: [0.0, -0.0]) == Distribution(values: [0], counts: [2]))
    #expect(try Distribution(values: [-0.0], counts: [1]).hashValue == Distribution(values: [0], counts: [1]).hashValue)
  }

  static let refused: [(values: [Double], counts: [Int], code: Undefined.Code)] = [
    ([1, 2], [1], .invalidShape), ([2, 1], [1, 1], .invalidShape), ([1, 1], [1, 1], .invalidShape),
    ([.nan], [1], .notFinite), ([-.infinity], [1], .notFinite), ([1e308], [1], .tooLarge), ([1], [-1], .invalidCount),
    ([1, 2], [.max, 1], .invalidCount), ([1, 2], [.max, -1], .invalidCount),
  ]

  @Test(arguments: refused) func refusesWhatIsNoDistribution(values: [Double], counts: [Int], code: Undefined.Code) {
    let figure = Figure { () throws(Undefined) in try Distribution(values: values, counts: counts) }
    #expect(figure.reason?.code == code)
  }

  @Test func refusesPairsThatOverflow() {
    let pairs = [(value: 1.0, count: Int.max), (value: 1.0, count: 1)]
    #expect(Figure { () throws(Undefined) in try Distribution(pairs) }.reason?.code == .invalidCount)
    let negative = [(value: 1.0, count: 3), (value: 1.0, count: -1)]
    #expect(Figure { () throws(Undefined) in try Distribution(negative) }.reason?.code == .invalidCount)
    let unordered = [(value: 1.0, count: 1), (value: .nan, count: 1), (value: 0.0, count: 1)]
    #expect(Figure { () throws(Undefined) in try Distribution(unordered) }.reason?.code == .notFinite)
  }

  @Test func movesToTheNearestPoint() throws {
    let scores = try Distribution(of: [0.2, 1.4, 1.5, 2.5, 2.4, 3, 9])
    #expect(try scores.moved(to: [1, 2, 3]) == Distribution(values: [1, 2, 3], counts: [2, 2, 3]))
    #expect(Figure { () throws(Undefined) in try scores.moved(to: []) }.reason?.code == .invalidShape)
    #expect(Figure { () throws(Undefined) in try scores.moved(to: [2, 1]) }.reason?.code == .invalidShape)
  }
}
