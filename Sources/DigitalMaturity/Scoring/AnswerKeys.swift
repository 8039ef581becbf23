/// Packs one person's answers to a subject's questions into a number, so that a score is calculated once for each
/// number and not once for each person: people with the same number have the same score.
///
/// Each question adds to the number what a table holds for the answer.
struct AnswerKeys: Sendable {
  /// For each item and each ``AnswerPlace``, what the answer adds.
  let parts: [[UInt64]]
  /// How many of the lowest bits hold a sum, of which a score is a function once the bits above are known; 0 for none, and
  /// where they are too many to be told apart from the rest.
  let sumBits: Int
  /// For each item, what an answer without a score adds to the sum.
  private let offsets: [UInt64]

  /// A number for every combination of answers. Nil when an item is open, or the combinations outgrow 64 bits.
  init?(_ items: [BoundItem]) {
    var parts: [[UInt64]] = []
    var step: UInt64 = 1
    for item in items {
      guard case .closed = item.question.answers else { return nil }
      var numbers: [ItemAnswer: UInt64] = [:]
      parts.append(
        item.answers.map { answer in
          let next = UInt64(numbers.count)
          let number = numbers[answer, default: next]
          numbers[answer] = number
          return number &* step
        })
      let (product, overflow) = step.multipliedReportingOverflow(by: UInt64(numbers.count))
      if overflow { return nil }
      step = product
    }
    self.parts = parts
    sumBits = 0
    offsets = []
  }

  /// A number for which questions are answered and the weighted sum of the answers: all that a linear rule looks at, and
  /// far fewer than combinations of answers.
  ///
  /// The weights are those that the rule gives when everything is answered. A rule that weighs an answer differently when
  /// others are missing is not served by this: ``LinearScorer`` finds out. Nil when sums of such weights and scores
  /// would be rounded, so that two people with the same sum could differ in the last bit.
  init?(linear items: [BoundItem], weights: [Double]) {
    var step = 0
    var farthest = 0.0
    // Each item's answers in whole steps: scores in 1,024ths times whole weights.
    var whole: [[Int]] = []
    var offsets: [UInt64] = []
    for (item, weight) in zip(items, weights) {
      guard case .closed = item.question.answers, weight == weight.rounded() else { return nil }
      // The lowest score stands in for an answer that is missing.
      let values = (item.answers.map { $0.score ?? 0 } + [item.item.minimum]).map { weight * $0 * 1024 }
      guard values.allSatisfy({ $0.magnitude < 0x1p52 && $0 == $0.rounded() }) else { return nil }
      let steps = values.map { Int($0) }
      whole.append(steps.dropLast())
      farthest += values.map(\.magnitude).max() ?? 0
      step = steps.reduce(step, Self.greatestCommonDivisor)
    }
    // Then every sum of some of them, in any order, is exact.
    guard farthest < 0x1p53 else { return nil }
    var shift = 0
    var largest = 0
    for (index, steps) in whole.enumerated() {
      let least = steps.min() ?? 0
      whole[index] = steps.map { ($0 - least) / max(step, 1) }
      offsets.append(UInt64((0 - least) / max(step, 1)))
      largest += whole[index].max() ?? 0
      guard largest < 1 << 52 else { return nil }
    }
    while largest >> shift > 0 { shift += 1 }
    guard shift + 3 * items.count <= 64 else { return nil }
    sumBits = shift <= ScoreCache.mostSumBits ? shift : 0
    self.offsets = offsets
    parts = items.enumerated().map { index, item in
      zip(item.answers, whole[index]).map { answer, steps in
        UInt64(LinearScorer.state(of: answer)) << UInt64(shift + 3 * index) | UInt64(steps)
      }
    }
  }

  /// What the answers without a score add to the sum.
  func offset(of answers: [ItemAnswer]) -> UInt64 {
    zip(answers, offsets).reduce(0) { $1.0.score == nil ? $0 + $1.1 : $0 }
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first.magnitude, second.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    return Int(a)
  }
}
