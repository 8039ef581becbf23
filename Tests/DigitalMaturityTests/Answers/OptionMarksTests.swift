import MaturityQuestionnaires
import Testing

@testable import DigitalMaturity

@Suite("Counts by option") struct OptionMarksTests {
  private static func options(_ count: Int) -> [AnswerOption] {
    (0..<count).map { AnswerOption(id: Identifier("o\($0)"), label: LocalizedText("O \($0)"), score: nil) }
  }

  /// Of five options two are ranked; the others share place 4.
  @Test func whatIsLeftOutSharesThePlacesThatAreLeft() throws {
    let kind = RankingAnswers(options: Self.options(5))
    let marks = OptionMarks(kind)
    var counts = Array(repeating: 0, count: marks.count)
    guard case .word(let answer)? = kind.encode([3, 1]) else {
      Issue.record("no answer")
      return
    }
    marks.add(answer, of: kind, to: &counts)
    #expect(Array(counts.prefix(5)) == [0, 0, 0, 1, 0])
    #expect((0..<5).map { marks.meanPlace(of: $0, in: counts, answers: 1) } == [4, 2, 4, 1, 4])
    #expect(marks.meanPlace(of: 0, in: counts, answers: 0) == nil)
  }

  /// Places add up to 1 + 2 + … for every person, however few options they ranked.
  @Test(arguments: [2, 3, 7, 16], UInt64(1)...10)
  func placesAddUp(_ size: Int, _ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let kind = RankingAnswers(options: Self.options(size))
    let marks = OptionMarks(kind)
    var counts = Array(repeating: 0, count: marks.count)
    var firsts = Array(repeating: 0, count: size)
    var places = Array(repeating: 0.0, count: size)
    let people = 30
    for _ in 0..<people {
      let order = Array(0..<size).shuffled(using: &generator).prefix(Int.random(in: 1...size, using: &generator))
      guard case .word(let answer)? = kind.encode(Array(order)) else {
        Issue.record("\(order)")
        continue
      }
      marks.add(answer, of: kind, to: &counts)
      firsts[order[0]] += 1
      let left = (order.count + 1..<size + 1).map(Double.init)
      for option in 0..<size {
        places[option] += order.firstIndex(of: option).map { Double($0 + 1) } ?? left.reduce(0, +) / Double(left.count)
      }
    }
    #expect(Array(counts.prefix(size)) == firsts)
    let means = (0..<size).compactMap { marks.meanPlace(of: $0, in: counts, answers: people) }
    for (mean, sum) in zip(means, places) { #expect(abs(mean - sum / Double(people)) < 1e-9) }
    #expect(abs(means.reduce(0, +) - Double(size * (size + 1)) / 2) < 1e-9)
  }

  @Test func choicesAreCountedByOptionAndHaveNoPlace() {
    let kind = ChoicesAnswers(options: Self.options(3))
    let marks = OptionMarks(kind)
    var counts = Array(repeating: 0, count: marks.count)
    for chosen in [[0, 2], [2], [0, 1, 2]] {
      if case .word(let answer)? = kind.encode(chosen) { marks.add(answer, of: kind, to: &counts) }
    }
    #expect(counts == [2, 1, 3])
    #expect(marks.meanPlace(of: 0, in: counts, answers: 3) == nil)
  }
}
