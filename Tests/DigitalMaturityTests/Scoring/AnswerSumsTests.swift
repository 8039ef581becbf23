@testable import DigitalMaturity
import MaturityScoringRules
import Testing

/// Counts and sums by their definitions, one answer at a time.
struct AnswerSumsTests {
  /// Questions of which some have their scores in fractions, some none for an option; the last is of no area.
  private static func sample(_ generator: inout SeededGenerator) -> ScoringSample {
    var sample = ScoringSample()
    sample.areas = ["one", "two"].map { Area(id: Identifier($0), name: LocalizedText($0)) }
    sample.attributes = [Attribute("part", values: ["x", "y", "z"])]
    let scales: [[Double?]] = [[1, 2, 3, 4, 5], [1, 1.7, 3.3, 4.1, 5], [2, nil, 4.9], [5, 1]]
    sample.questions = (1...Int.random(in: 3...11, using: &generator)).map { number in
      .closed(
        "q-\(number)", scores: scales[Int.random(in: 0..<scales.count, using: &generator)],
        areas: number % 4 == 0 ? ["one": 1, "two": 0.5] : number % 2 == 0 ? ["two": 1] : ["one": 1],
        isReversed: Bool.random(using: &generator))
    }
    sample.questions.append(.closed("none", areas: [:]))
    return sample
  }

  /// Any codes at all, even those that no option has.
  private static func sheet(_ sample: ScoringSample, rows: Int, _ generator: inout SeededGenerator) -> AnswerSheet {
    var sheet = AnswerSheet(for: sample.questionnaire)
    for _ in 0..<rows {
      sheet.addRespondent(notStated: [3])
      sheet.set(attribute: 0, value: UInt16.random(in: 0...4, using: &generator))
      for question in sample.questions.indices {
        let isOdd = Int.random(in: 0..<8, using: &generator) == 0
        let raw = isOdd ? UInt8.random(in: 0...255, using: &generator) : UInt8.random(in: 0..<3, using: &generator)
        sheet.set(AnswerCode(rawValue: raw), question: question)
      }
    }
    return sheet
  }

  @Test(arguments: UInt64(1)...20)
  func countsAndSumsAreThoseOfOneAnswerAtATime(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sample = Self.sample(&generator)
    let scorer = try sample.scorer(by: [["part"]])
    let sheet = Self.sheet(sample, rows: seed == 1 ? 5_000 : 200, &generator)
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)

    for (key, group) in zip(tally.keys, tally.groups) {
      let rows = (0..<sheet.count).filter { min(sheet.attributes[0][$0], 3) == key }
      #expect(group.respondents == rows.count)
      var counts = Array(repeating: 0, count: group.counts.count)
      for (question, column) in sheet.columns.enumerated() {
        for row in rows {
          // What has no option counts as unanswered.
          let code = AnswerCode(rawValue: column.codes[row])
          let isOption = code.option.map { $0 < sample.questions[question].answers.options.count } ?? (code != .open)
          let counted = isOption ? code : .unanswered
          counts[tally.shape.offsets[question] + tally.shape.index(of: counted.rawValue, question: question)] += 1
        }
      }
      #expect(group.counts == counts)
      for (index, subject) in scorer.subjects.enumerated() {
        guard let steps = subject.itemSums?.steps else { continue }
        var moments = MomentSums(items: subject.itemCount)
        for row in rows {
          let scores = subject.items.enumerated().map { number, item in
            let options = item.question.answers.options.count
            let code = sheet.columns[item.column].codes[row]
            return Int(code) < options ? steps[number][Int(code)] : nil
          }
          let known = scores.compactMap { $0 }
          guard known.count == scores.count else { continue }
          moments.n += 1
          for (number, score) in known.enumerated() {
            moments.sums[3 * number] += score
            moments.sums[3 * number + 1] += score * score
            moments.sums[3 * number + 2] += score * known.reduce(0, +)
          }
        }
        #expect(group.moments[index] == moments)
      }
    }
    #expect(tally.respondents == sheet.count)
  }
}
