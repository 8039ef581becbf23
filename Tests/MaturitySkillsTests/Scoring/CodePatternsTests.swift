import DigitalMaturity
import Testing

@testable import MaturitySkills

@Suite("Patterns of codes") struct CodePatternsTests {
  /// Up to seven codes make a key of numbers; more are kept as they are.
  @Test("are told apart by the codes in their competences alone", arguments: [0, 1, 3, 7, 8, 12])
  func numbers(_ count: Int) {
    var generator = SeededGenerator(seed: UInt64(count) + 1)
    let competences = Array((0..<15).shuffled(using: &generator).prefix(count))
    var patterns = CodePatterns(competences)
    var known: [[UInt16]: Int] = [:]
    for _ in 0..<2_000 {
      let own = (0..<15).map { _ in [0, 1, 2, 0x100, 0xFFFB, 0xFFFF].randomElement(using: &generator) ?? UInt16(0) }
      let pattern = competences.map { own[$0] }
      let number = patterns.number(of: own.span)
      #expect(number == known[pattern])
      if known[pattern] == nil {
        known[pattern] = known.count * 3
        patterns.add(own.span, number: known[pattern] ?? -1)
      }
    }
  }
}
