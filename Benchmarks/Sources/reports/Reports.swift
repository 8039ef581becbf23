import DigitalMaturity
import Foundation
import MaturityQuestionnaires
import MaturityReports
import MaturityScoringRules
import MaturitySkills
import MaturityYAML
import StarterAssessments

/// Times how long pages take to write: prints the median seconds and the bytes, a name, a tab and a number a line.
///
/// usage: reports report ROUNDS       the HTML report of the starter: nine areas, twelve directorates, three audiences
///        reports table FILE ROWS ROUNDS   a page of one table, also written to FILE for a peer to write the same
@main
struct Reports {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("report", 2): try report(rounds: Int(arguments[1]) ?? 1)
    case ("table", 4): try table(arguments[1], rows: Int(arguments[2]) ?? 1, rounds: Int(arguments[3]) ?? 1)
    default: print("usage: reports report ROUNDS | reports table FILE ROWS ROUNDS")
    }
  }

  private static func report(rounds: Int) throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    guard let starter = StarterAssessment.named("digital-first") else { fatalError("the starter is not there") }
    let assessment = try vocabulary.readAssessment(from: MoreDirectorates(starter.source))
    let scorecards = try [("employees", 600), ("employees-short", 600), ("members-individual", 40)].map { id, people in
      guard let questionnaire = assessment.questionnaire(Identifier(id)) else { fatalError("there is no “\(id)”") }
      let hasDirectorates = questionnaire.attributes.contains { $0.id == "directorate" }
      let scorer = try Scorer(
        assessment, questionnaire: questionnaire.id, breakdowns: hasDirectorates ? [["directorate"]] : [])
      var tally = scorer.makeTally()
      scorer.tally(SyntheticResponses(questionnaire, seed: 1).sheet(people: people), into: &tally)
      return scorer.scorecard(tally, intervals: .none).published(under: .standard)
    }
    let context = ReportContext(assessment: assessment, scorecards: scorecards)
    let groups = scorecards.map { $0.groups.count - 1 }.max() ?? 0
    print("areas\t\(assessment.areas.count)\ngroups\t\(groups)\naudiences\t\(scorecards.count)")
    time(rounds) {
      var output = ByteOutput()
      HTMLReportFormat().write(context, to: &output)
      return output.bytes
    }
  }

  private static func table(_ path: String, rows: Int, rounds: Int) throws {
    var columns: [ResultTable.Column] = [.words("Group")]
    for area in 0..<12 { columns.append(.number("Area \(area)")) }
    var lines: [[ResultTable.Cell]] = []
    for row in 0..<rows {
      var cells: [ResultTable.Cell] = [.text("Group \(row) & <others>")]
      for area in 0..<12 {
        let tenths = (row * 37 + area * 11) % 41 + 10
        cells.append(.number(Double(tenths) / 10, decimals: 1))
      }
      lines.append(cells)
    }
    let page = ResultPage(
      title: "Results", tables: [ResultTable(title: "Groups", columns: columns, rows: lines)])
    let bytes = time(rounds) { page.html().bytes }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Makes bytes again and again, after once untimed, and prints the median seconds and how many bytes they are.
  @discardableResult
  private static func time(_ rounds: Int, _ make: () -> [UInt8]) -> [UInt8] {
    let bytes = make()
    var seconds: [Double] = []
    for _ in 0..<max(rounds, 1) {
      let clock = ContinuousClock()
      let start = clock.now
      guard make().count == bytes.count else { fatalError("a page is not the same twice") }
      seconds.append((clock.now - start) / .seconds(1))
    }
    print("seconds\t\(seconds.sorted()[seconds.count / 2])\nbytes\t\(bytes.count)")
    return bytes
  }
}

/// The starter with twelve directorates in place of six.
private struct MoreDirectorates: DocumentSource {
  let source: any DocumentSource

  init(_ source: any DocumentSource) { self.source = source }

  func bytes(at path: String, limit: Int) throws(DocumentError) -> [UInt8] {
    let bytes = try source.bytes(at: path, limit: limit)
    guard path.hasSuffix("employees.yaml") else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let place = text.range(of: "      - id: care\n        label: Adult care and health\n") else {
      fatalError("the directorates of the starter are called something else")
    }
    let more = (1...6).map { "      - id: more-\($0)\n        label: Directorate \($0) of six more\n" }.joined()
    return Array((text[..<place.upperBound] + more + text[place.upperBound...]).utf8)
  }
}
