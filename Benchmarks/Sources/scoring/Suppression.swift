import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// Times what is withheld of a crossed table of 50 × 20 groups, most of them near the threshold.
struct Suppression {
  private let scorecards: [(name: String, scorecard: Scorecard)]

  init(respondents: Int) throws {
    let sample = try SampleWorkshop(directorates: 50, roles: 20)
    let ways: [(String, [[Identifier<Attribute>]])] = [
      ("crossed", [["directorate", "role"]]), ("margins", [["directorate"], ["role"], ["directorate", "role"]]),
    ]
    scorecards = try ways.map { name, breakdowns in
      let scorer = try Scorer(sample.assessment, questionnaire: sample.questionnaire.id, breakdowns: breakdowns)
      var reader = try ResponseReader(
        .bytes(sample.csv(respondents: respondents)), file: "sample", questionnaire: sample.questionnaire)
      var tally = scorer.makeTally()
      while let sheet = try reader.next() { scorer.tally(sheet, into: &tally) }
      return (name, scorer.scorecard(tally, intervals: .none))
    }
  }

  /// For each table the median seconds, its groups, and how many of their area scores are withheld.
  func timed(rounds: Int) -> String {
    scorecards.map { name, scorecard in
      var seconds: [Double] = []
      var withheld = 0
      for _ in 0..<max(rounds, 1) {
        let clock = ContinuousClock()
        let start = clock.now
        let published = scorecard.published(under: .standard)
        seconds.append((clock.now - start) / .seconds(1))
        withheld = published.groups.reduce(0) { $0 + $1.areas.count { $0.score.value == nil } }
      }
      return """
        seconds/\(name)\t\(seconds.sorted()[seconds.count / 2])
        groups/\(name)\t\(scorecard.groups.count)
        withheld/\(name)\t\(withheld)
        """
    }.joined(separator: "\n")
  }
}
