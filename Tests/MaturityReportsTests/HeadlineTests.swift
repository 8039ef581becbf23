import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite struct HeadlineTests {
  private func headline(_ sample: Sample) throws -> String {
    let facts = ReportFacts(try sample.makeContext())
    return Headline(try #require(facts.cohorts.first), facts).phrase.plain
  }

  /// Each area's people all choose one option, so that its score is known.
  private func sample(_ scores: [Int?], target: Double? = 4) -> Sample {
    var sample = Sample()
    sample.areaNames = scores.indices.map { String(Array("ABCDEFGHIJ")[$0]) }
    sample.people = [12]
    sample.target = target
    sample.choice = { _, area in scores[area].map { $0 - 1 } }
    return sample
  }

  @Test(arguments: [
    ([1, 2, 5], "Strongest: C (5.0). Weakest: A (1.0). Two of three areas are below target."),
    ([5, 2, 5], "Strongest: A and C (5.0). Weakest: B (2.0). One of three areas is below target."),
    ([3, 3, 3], "All three areas with a score have the same, 3.0. All three areas are below target."),
    ([4, 5], "Strongest: B (5.0). Weakest: A (4.0). All two areas reach their target."),
    ([2], "A scores 2.0. It is below its target."),
    ([4], "A scores 4.0. It reaches its target."),
    (
      [2, nil, 5],
      "Strongest: C (5.0). Weakest: A (2.0). One of two areas with a score and a target is below target. One area has no score."
    ),
    ([nil, nil], "No area has a score."),
    ([1, 2], "Strongest: B (2.0). Weakest: A (1.0). Both areas are below target."),
    ([4, 5], "Strongest: B (5.0). Weakest: A (4.0). Both areas reach their target."),
    (
      [1, nil, 2],
      "Strongest: C (2.0). Weakest: A (1.0). Both areas with a score and a target are below target. One area has no score."
    ),
    (
      [4, nil, 5],
      "Strongest: C (5.0). Weakest: A (4.0). Both areas with a score and a target reach their target. One area has no score."
    ),
    (
      [1, 1, 1, 1, 1, 5],
      "Strongest: F (5.0). Weakest: A, B, C and two more (1.0). Five of six areas are below target."
    ),
  ])
  func isTrueOfTheData(scores: [Int?], expected: String) throws {
    #expect(try headline(sample(scores)) == expected)
  }

  @Test func saysNothingOfTargetsThereAreNone() throws {
    #expect(try headline(sample([1, 2], target: nil)) == "Strongest: B (2.0). Weakest: A (1.0).")
  }

  @Test func saysWhenAllIsWithheld() throws {
    var few = sample([1, 2])
    few.people = [9]
    #expect(try headline(few) == "All results of this group are withheld, because too few people stand behind them.")
  }

  /// Scores that look alike when rounded are still put in order by what they are.
  @Test func comparesUnroundedScores() throws {
    var sample = sample([4, 4])
    sample.people = [100]
    sample.choice = { person, area in area == 0 && person == 0 ? 2 : 3 }
    #expect(
      try headline(sample)
        == "Strongest: B (4.0). Weakest: A (3.99). One of two areas is below target.")
    let facts = ReportFacts(try sample.makeContext())
    let area = try #require(facts.cohorts.first?.everyone?.areas.first)
    #expect(facts.gap(of: area).plain == "0.01 below")
    #expect(facts.levelWords(of: area).plain == "Most teams")
  }
}
