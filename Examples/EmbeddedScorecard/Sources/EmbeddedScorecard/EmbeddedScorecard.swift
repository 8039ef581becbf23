import DigitalMaturity

/// Scores a dozen answers that the host holds in memory, and prints what may be shown.
@main
enum EmbeddedScorecard {
  static func main() throws {
    let assessment = try HelpDeskAssessment.make()
    let questionnaire = HelpDeskAssessment.questionnaire

    var sheet = AnswerSheet(for: questionnaire)
    for person in 0..<12 {
      try sheet.add(
        [
          "quick": .option(Identifier("a\(person % 3 + 3)")),
          "clear": person == 7 ? .status(.dontKnow) : .option("a4"),
          "kit": .option(Identifier("a\(person % 5 + 1)")),
          "slow": .option("a2"),
        ],
        attributes: ["site": person < 10 ? "town-hall" : "depot"], to: questionnaire)
    }

    let scorer = try Scorer(assessment, questionnaire: "help-desk", breakdowns: [["site"]])
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let results = scorer.scorecard(tally).published(under: .standard)

    for group in results.groups {
      let name = group.key.first.map { $0.value?.rawValue ?? "not stated" } ?? "everyone"
      for area in group.areas {
        switch area.score {
        case .value(let score): print("\(name): \(area.name) \(DecimalText.rounded(score, decimals: 1))")
        case .undefined(let reason): print("\(name): \(area.name) – \(reason.sentence)")
        }
      }
    }
    print(PublishableScorecard.json([results]).text, terminator: "")
  }
}
