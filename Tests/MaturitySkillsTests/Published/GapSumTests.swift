import MaturityStatistics
import Testing

@testable import MaturitySkills

@Suite("Sums of gaps") struct GapSumTests {
  /// The library's sum without rounding is another way to the same number.
  @Test("are exact, whatever the order", arguments: UInt64(1)...20) func exact(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let levels = (0..<6).map { _ in Double.random(in: -4...4, using: &generator) }
    let gaps = (0..<500).map { index -> Double in
      let gap = levels.randomElement(using: &generator)! - levels.randomElement(using: &generator)!
      return index % 3 == 0 ? gap.rounded() : index % 3 == 1 ? gap / Double(index % 7 + 1) : gap
    }
    // What is finer than a step is cut; an eighth of a step a term is far below what a sum of numbers to 4 can show.
    var exact = ExactSum()
    var (sum, parts) = (GapSum(), [GapSum(), GapSum(), GapSum()])
    for (index, gap) in gaps.enumerated() {
      exact.add(gap)
      sum.add(gap)
      parts[index % 3].add(gap)
    }
    #expect(abs(sum.value - exact.value) <= exact.value.magnitude.ulp + 500 * 0x1p-74)
    var joined = GapSum()
    for part in parts.reversed() { joined.add(part) }
    #expect(joined == sum)
    var other = GapSum()
    for gap in gaps.shuffled(using: &generator) { other.add(gap) }
    #expect(other == sum)
  }

  @Test(
    "round once, when they are asked for",
    arguments: [
      ([], 0), ([0.1, 0.2, -0.1, -0.2], 0), ([1e6, 0.25, -1e6], 0.25), ([2e6, 2e6, -0.5], 3_999_999.5),
      (Array(repeating: 0.1, count: 10), 1), ([-1, -0.5], -1.5), ([0x1p-52, 1, -1], 0x1p-52),
    ] as [([Double], Double)]) func value(_ gaps: [Double], _ expected: Double)
  {
    var sum = GapSum()
    for gap in gaps { sum.add(gap) }
    #expect(sum.value == expected)
  }
}
