import DigitalMaturity
import MaturityQuestionnaires
import StarterAssessments
import Testing

@Suite("The starter measures") struct MeasuresTests {
  private static func indicators() throws -> (assessment: Assessment, set: IndicatorSet) {
    let assessment = try Starter.read("measures")
    return (assessment, try #require(assessment.section(IndicatorSet.self)))
  }

  @Test(
    "every value has a day and one of the two papers as its source, or says that it is made up; every target says whose it is"
  )
  func sources() throws {
    let set = try Self.indicators().set
    #expect(set.indicators.count == 14)
    for indicator in set.indicators {
      #expect(!indicator.values.isEmpty)
      for value in indicator.values + (indicator.baseline.map { [$0] } ?? []) {
        if indicator.measures.areas["place"] != nil {
          #expect(value.source.text.hasPrefix("Made up"), "\(indicator.id)")
          continue
        }
        let paper = value.date.description == "2017-02-21" ? "21 February 2017" : "13 November 2019"
        #expect(value.source.text.contains(paper), "\(indicator.id)")
      }
      #expect(indicator.target?.source?.text.contains("own") == true, "\(indicator.id)")
    }
    #expect(set.indicators.contains { $0.direction == .down })
  }

  @Test(
    "figures and staff speak of the same areas but for connections, which staff cannot judge, in the words of digital-first"
  )
  func areas() throws {
    let (assessment, set) = try Self.indicators()
    let first = try Starter.read("digital-first")
    let staff = try #require(assessment.questionnaire("staff"))
    for area in assessment.areas {
      let same = try #require(first.areas.first { $0.id == area.id })
      #expect(area.levels == same.levels && area.name == same.name && area.target == same.target, "\(area.id)")
      #expect(set.indicators.contains { $0.measures.areas[area.id] != nil }, "\(area.id)")
      #expect(staff.questions.contains { $0.snapshot == area.id } == (area.id != "place"), "\(area.id)")
    }
    #expect(assessment.levels == first.levels)
    #expect(assessment.scoring?.cohorts.map(\.weight) == [2, 1])
  }

  /// By hand, of what stands in indicators.yaml: 4, 3, half of 4, 3 and 3 of online services; 3 and 3; 3, half of 2 and
  /// half of 3; 3; 3, 3 and half of 2 of connections.
  @Test("the figures' own scores")
  func scores() throws {
    let (assessment, set) = try Self.indicators()
    let questionnaire = try #require(assessment.questionnaire(set.id))
    let scorer = try Scorer(assessment, questionnaire: questionnaire.id)
    var sheet = AnswerSheet(for: questionnaire)
    try sheet.add(set.answers(), to: questionnaire)
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let scorecard = scorer.scorecard(tally).published(under: .standard)
    let everyone = try #require(scorecard.everyone)
    // They are explained as figures: nobody agreed on them, and nothing is averaged over one.
    let context = ReportContext(assessment: assessment, scorecards: [scorecard])
    let explanation = try #require(context.explanation(of: Subject(.area, "inclusion"), in: scorecard))
    #expect(explanation.text.contains(": 3.\n"))
    #expect(!explanation.text.contains("agreed answer"))
    for (area, expected) in [
      ("online-services", (4 + 3 + 0.5 * 4 + 3 + 3) / 4.5), ("inclusion", 3), ("people", (3 + 0.5 * 2 + 0.5 * 3) / 2),
      ("delivery", 3), ("place", (3 + 3 + 0.5 * 2) / 2.5),
    ] {
      let score = try #require(everyone.score(of: Subject(.area, area))?.score.value)
      #expect(abs(score - expected) < 1e-9, "\(area)")
    }
  }
}
