import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityTables

/// Measures scoring from CSV: cells split, answers in columns, a scorecard.
///
/// Usage: `scoring [RESPONDENTS [ROUNDS]]`. A respondent has 54 closed questions in nine areas and two attributes; 7 % of
/// the cells are blank or a status. The table has medians. Trust the ratios, not the milliseconds.
@main
struct Scoring {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let (respondents, rounds) = (arguments.first ?? 100_000, arguments.dropFirst().first ?? 5)
    let sample = try SampleWorkshop()
    let csv = sample.csv(respondents: respondents)
    print("\(respondents) respondents × 54 questions, \(csv.count / 1_000_000) MB of CSV, medians of \(rounds) runs")

    var sheet = AnswerSheet(for: sample.questionnaire)
    let split = try median(rounds) {
      var reader = CSVReader(.bytes(csv))
      var cells = 0
      while let block = try reader.next() { cells += block.count }
      return cells
    }
    let read = try median(rounds) {
      sheet = AnswerSheet(for: sample.questionnaire)
      var reader = try ResponseReader(.bytes(csv), file: "sample.csv", questionnaire: sample.questionnaire)
      while let block = try reader.next() { sheet.append(block) }
      return reader.respondents
    }
    let scorer = try Scorer(
      sample.assessment, questionnaire: sample.questionnaire.id, breakdowns: [["directorate"], ["role"]])
    let tallied = try median(rounds) {
      var tally = scorer.makeTally()
      scorer.tally(sheet, into: &tally)
      return tally.respondents
    }
    let whole = try median(rounds) {
      var tally = scorer.makeTally()
      var reader = try ResponseReader(.bytes(csv), file: "sample.csv", questionnaire: sample.questionnaire)
      while let block = try reader.next() { scorer.tally(block, into: &tally) }
      return scorer.scorecard(tally).groups.count
    }
    for (name, time) in [
      ("rows and cells", split), ("answers in columns", read), ("tally of the columns", tallied),
      ("CSV to scorecard", whole),
    ] {
      let perSecond = Double(respondents) / time / 1_000_000
      let columns = [
        name.padded(to: 24), DecimalText.rounded(time * 1_000, decimals: 1).leading(8) + " ms",
        DecimalText.rounded(perSecond, decimals: 2).leading(8) + " M rows/s",
      ]
      print(columns.joined(separator: " "))
    }
  }

  /// The median time in seconds.
  private static func median(_ rounds: Int, _ run: () throws -> Int) throws -> Double {
    var times: [Double] = []
    for _ in 0..<max(rounds, 1) {
      var result = 0
      let time = try ContinuousClock().measure { result = try run() }
      guard result > 0 else { fatalError("nothing was read") }
      times.append(time / .seconds(1))
    }
    return times.sorted()[times.count / 2]
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func leading(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
