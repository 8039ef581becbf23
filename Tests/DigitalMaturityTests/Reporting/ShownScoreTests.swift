import DigitalMaturity
import Testing

@Suite("shown scores") struct ShownScoreTests {
  private static func levels(_ starts: [Double]) -> [MaturityLevel] {
    starts.enumerated().map { MaturityLevel(id: Identifier("level-\($0)"), value: $1, name: "Level") }
  }
  private static let five = levels([1, 2, 3, 4, 5])

  // By hand.
  @Test(
    "one decimal, and more where it would mislead",
    arguments: [
      (2.97, nil, "2.97"), (2.94, nil, "2.9"), (3.0, nil, "3.0"), (3.02, nil, "3.0"), (2.9999, nil, "2.9999"),
      (2.995, nil, "2.995"), (2.996, nil, "2.996"), (1.9512345, nil, "1.95"), (2.9999999999, nil, "3.0"),
      (3.98, 4, "3.98"), (4.02, 4, "4.02"), (4, 4, "4.0"), (3.46, 3.5, "3.46"), (3.54, 3.5, "3.54"), (3.5, 3.5, "3.5"),
      (3.25, 3.25, "3.25"), (2.4, 3.25, "2.4"), (0.96, nil, "0.96"), (-0.04, nil, "0.0"),
    ] as [(Double, Double?, String)])
  func examples(_ score: Double, _ target: Double?, _ text: String) {
    #expect(ShownScore.text(score, levels: Self.five, target: target) == text)
  }

  @Test(
    "gaps add up with what is shown",
    arguments: [
      (2.97, 3, "0.03"), (2.35, 4, "1.6"), (3.98, 4, "0.02"), (4.02, 4, "0.02"), (5, 4, "1.0"), (4, 4, nil),
      (2.4, 3.25, "0.85"), (3.999, 4, "0.001"),
    ] as [(Double, Double, String?)])
  func gaps(_ score: Double, _ target: Double, _ text: String?) {
    #expect(ShownScore.gap(score, levels: Self.five, target: target) == text)
  }

  @Test("the fewest decimals are kept, and what is not finite is a dash")
  func edges() {
    #expect(ShownScore.text(2.97, levels: [], decimals: 0) == "3")
    #expect(ShownScore.text(2.97, levels: Self.five, decimals: 0) == "2.97")
    #expect(ShownScore.text(2, levels: Self.five, decimals: 3) == "2.000")
    #expect(ShownScore.text(.nan, levels: Self.five, target: 3) == "–")
    #expect(ShownScore.text(.infinity, levels: Self.five, target: 3) == "–")
    #expect(ShownScore.gap(.infinity, levels: Self.five, target: 3) == nil)
  }

  @Test("the shown number never contradicts the level or the gap", arguments: 0..<200)
  func law(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func number(_ decimals: Int) -> Double {
      let unit = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
      return (Double.random(in: 0...6, using: &random) * unit).rounded() / unit
    }
    let starts = Set((0..<5).map { _ in number(Int.random(in: 0...3, using: &random)) }).sorted()
    let levels = Self.levels(starts)
    for _ in 0..<50 {
      let target = Bool.random(using: &random) ? number(Int.random(in: 0...3, using: &random)) : nil
      // Anywhere, or a little beside a level's start or the target.
      let anywhere = number(Int.random(in: 0...9, using: &random))
      var edges = starts
      if let target { edges.append(target) }
      let edge = edges.randomElement(using: &random) ?? 0
      let distance: Double = [0.3, 0.04, 0.003, 1e-5, 1e-8, 0].randomElement(using: &random) ?? 0
      let score = Bool.random(using: &random) ? anywhere : edge + Double.random(in: -1...1, using: &random) * distance

      let text = ShownScore.text(score, levels: levels, target: target)
      let shown = try #require(Double(text))
      #expect(levels.level(for: shown) == levels.level(for: score), "\(score) shown as \(text)")
      #expect(abs(shown - score) <= 0.05 + 1e-12)
      guard let target else { continue }
      let gap = ShownScore.gap(score, levels: levels, target: target)
      #expect((gap == nil) == (abs(target - score) <= 1e-9), "\(score) of \(target)")
      #expect((shown - target > 1e-9) == (score - target > 1e-9), "\(score) of \(target) shown as \(text)")
      #expect((target - shown > 1e-9) == (target - score > 1e-9), "\(score) of \(target) shown as \(text)")
      if let gap { #expect(abs((Double(gap) ?? .nan) - abs(target - shown)) <= 1e-9, "\(text), \(gap) to \(target)") }
    }
  }
}
