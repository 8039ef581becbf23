import DigitalMaturity
import Testing

@Suite struct MaturityLevelTests {
  /// Bands [0, 1.5), [1.5, 2.5), [2.5, 3]: values 1, 2, 3.
  private let levels = [
    MaturityLevel(id: "low", value: 1, from: 0, name: "Low"),
    MaturityLevel(id: "middle", value: 2, from: 1.5, name: "Middle"),
    MaturityLevel(id: "high", value: 3, from: 2.5, name: "High"),
  ]

  @Test(
    arguments: [
      (-0.1, nil), (-0.5e-9, "low"), (0, "low"), (1.49, "low"), (1.5 - 2e-9, "low"), (1.5 - 0.5e-9, "middle"),
      (1.5, "middle"), (2.4999, "middle"), (2.5, "high"), (3, "high"), (99, "high"),
    ] as [(Double, String?)])
  func isTheLastBandThatBeginsAtOrBelow(_ score: Double, _ expected: String?) {
    #expect(levels.level(for: score)?.id.rawValue == expected)
  }

  @Test func aSumInBinaryReachesItsLevel() {
    let level = MaturityLevel(id: "exact", value: 0.8, name: "Exact")
    #expect(0.7 + 0.1 < 0.8)
    #expect([level].level(for: 0.7 + 0.1)?.id == "exact")
  }

  @Test func withoutLevelsThereIsNone() {
    #expect([MaturityLevel]().level(for: 1) == nil)
    #expect([MaturityLevel]().scale == nil)
    #expect(levels.level(for: .nan) == nil)
  }

  @Test func theScaleGoesFromTheFirstBandToTheLastValue() {
    #expect(levels.scale == 0...3)
    #expect(Array(levels.reversed()).scale == nil || Array(levels.reversed()).scale == 2.5...2.5)
    #expect([MaturityLevel(id: "x", value: .nan, name: "X")].scale == nil)
  }

  @Test func aLevelBeginsAtItsValueUnlessItSaysOtherwise() {
    #expect(MaturityLevel(id: "x", value: 2, name: "X").from == 2)
  }
}
