/// Packs one person's answers to a subject's questions into a number, so that a score is calculated once for each
/// number and not once for each person: people with the same number have the same score.
///
/// Each question adds to the number what a table holds for the answer's code.
struct AnswerKeys: Sendable {
  /// For each item a table of 256: what each answer code adds.
  let parts: [[UInt64]]

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
    for (item, weight) in zip(items, weights) {
      guard case .closed = item.question.answers, weight == weight.rounded() else { return nil }
      var steps: [Int] = []
      var largest = 0.0
      for answer in item.answers {
        let value = weight * (answer.score ?? 0) * 1024
        guard value.magnitude < 0x1p52, value == value.rounded() else { return nil }
        steps.append(Int(value))
        largest = max(largest, value.magnitude)
        step = Self.greatestCommonDivisor(step, Int(value))
      }
      whole.append(steps)
      farthest += largest
    }
    // Then every sum of some of them, in any order, is exact.
    guard farthest < 0x1p53 else { return nil }
    var shift = 0
    var largest = 0
    for (index, steps) in whole.enumerated() {
      let least = steps.min() ?? 0
      whole[index] = steps.map { ($0 - least) / max(step, 1) }
      largest += whole[index].max() ?? 0
      guard largest < 1 << 52 else { return nil }
    }
    while largest >> shift > 0 { shift += 1 }
    guard shift + 3 * items.count <= 64 else { return nil }
    parts = items.enumerated().map { index, item in
      zip(item.answers, whole[index]).map { answer, steps in
        UInt64(LinearScorer.state(of: answer)) << UInt64(shift + 3 * index) | UInt64(steps)
      }
    }
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first.magnitude, second.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    return Int(a)
  }
}
