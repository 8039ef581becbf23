import DigitalMaturity
import Testing

@testable import MaturitySkills

@Suite("Patterns of codes") struct CodePatternsTests {
  /// A few codes make a key of numbers; more are kept as they are.
  @Test("are told apart by the codes in their competences alone", arguments: [0, 1, 3, 7, 12, 15], [1, 3, 300])
  func numbers(_ count: Int, _ values: Int) {
    var generator = SeededGenerator(seed: UInt64(count * 1_000 + values))
    let competences = Array((0..<20).shuffled(using: &generator).prefix(count))
    let codes = (0..<values).prefix(3).map { UInt16($0) } + NoLevel.allCases.map { CombinedRatings.code(of: $0) }
    var patterns = CodePatterns(competences, values: values)
    var known: [[UInt16]: Int] = [:]
    for _ in 0..<1_000 {
      let own = (0..<20).map { _ in codes[Int.random(in: 0..<codes.count, using: &generator)] }
      let pattern = competences.map { own[$0] }
      let number = patterns.number(of: own.span)
      #expect(number == known[pattern])
      if known[pattern] == nil {
        let new = known.count * 3
        known[pattern] = new
        patterns.add(own.span, number: new)
      }
    }
  }
}
