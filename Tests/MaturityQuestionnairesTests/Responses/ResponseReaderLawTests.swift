import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import Testing

@Suite("Laws of reading responses") struct ResponseReaderLawTests {
  private let questionnaire = Example.questionnaire

  /// Rows of cells for the columns of the example, some of them wrong.
  private func rows(_ count: Int, _ generator: inout Seeded) -> [[String]] {
    let choices = [
      ["north", "Team South", "", "nowhere"], ["low", "2", "All lead", "", "dont-know", "n/a", "?"],
      ["yes", "no", "Yes, often", "", "not-shown"], ["0", "99.5", "7%", "", "n/a", "-3"],
      ["", "Because", "a,b", "\"q\"", "x\ny"],
    ]
    return (0..<count).map { number in
      ["p\(number)"] + choices.map { $0.randomElement(using: &generator) ?? "" }
    }
  }

  private let names = ["respondent", "team", "led", "helped", "share", "why"]

  private func csv(_ rows: [[String]], _ order: [Int]) -> [UInt8] {
    func cell(_ text: String) -> String {
      text.contains { ",\"\n\r".contains($0) }
        ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : text
    }
    let lines = ([names] + rows).map { row in order.map { cell(row[$0]) }.joined(separator: ",") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test(arguments: 0..<10) func anyOrderOfColumnsGivesTheSameSheet(seed: Int) throws {
    var generator = Seeded(seed: UInt64(seed))
    let rows = rows(40, &generator)
    let straight = try readFile(csv(rows, Array(0..<6)))
    let shuffled = try readFile(csv(rows, Array(0..<6).shuffled(using: &generator)))
    #expect(straight.cells(questionnaire) == shuffled.cells(questionnaire))
    #expect(straight.problems.counts == shuffled.problems.counts)
    #expect(straight.respondents == shuffled.respondents)
  }

  /// Wherever a file is split in two, both halves give the same tally as the whole.
  @Test(arguments: 0..<6) func splittingAFileGivesTheSameTally(seed: Int) throws {
    var generator = Seeded(seed: UInt64(seed) + 100)
    let rows = rows(60, &generator)
    let split = Int.random(in: 0...60, using: &generator)
    let order = Array(0..<6)
    var draft = AssessmentDraft(id: "a", version: "1.0.0", title: "A")
    draft.levels = [MaturityLevel(id: "low", value: 1, name: "Low"), MaturityLevel(id: "high", value: 2, name: "High")]
    draft.areas = [Area(id: "area", name: "Area")]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean()))
    var questionnaire = questionnaire
    questionnaire.sections[0].questions[0].measures = Measures(areas: ["area"])
    draft.questionnaires = [questionnaire]
    let assessment = try Assessment(draft)
    let scorer = try Scorer(assessment, questionnaire: "staff", breakdowns: [["team"]])

    func tally(_ rows: [[String]]) throws -> Tally {
      var tally = scorer.makeTally()
      scorer.tally(try readFile(csv(rows, order)).sheet, into: &tally)
      return tally
    }
    let whole = try tally(rows)
    var halves = try tally(Array(rows.prefix(split)))
    #expect(halves.merge(try tally(Array(rows.dropFirst(split)))))
    #expect(whole == halves)
    #expect(whole != scorer.makeTally())
  }

  /// Whatever the bytes, the reader gives a sheet whose columns fit one another, or an error with a sentence.
  @Test(arguments: 0..<10) func nothingTrapsOnGarbage(seed: Int) {
    var generator = Seeded(seed: UInt64(seed) + 1_000)
    let pieces =
      [
        "respondent", "led", "share", "why", "team", ",", ",", ",", "\n", "\n", "\r", "\"", "\"\"", "low", "2", "n/a",
        " ",
        "é", "\u{FEFF}", "north", "-1", "1e400", "\t", "\u{A0}", "’",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xFE, 0xFF]]
    for round in 0..<400 {
      var bytes = round.isMultiple(of: 2) ? Array(Example.header.utf8) : []
      for _ in 0..<Int.random(in: 0..<60, using: &generator) { bytes += pieces.randomElement(using: &generator) ?? [] }
      do throws(DocumentError) {
        let read = try readFile(bytes)
        #expect(read.sheet.count == read.respondents)
        #expect(read.sheet.columns.allSatisfy { $0.codes.count == read.respondents })
        #expect(read.sheet.attributes.allSatisfy { $0.count == read.respondents })
        #expect(read.problems.list.allSatisfy { ($0.location?.line ?? 0) >= 1 && ($0.location?.column ?? 0) >= 1 })
        #expect(read.problems.list.count == min(read.problems.count, ResponseProblems.listed))
      } catch {
        #expect(error.diagnostics.contains { $0.severity == .error && !$0.message.isEmpty })
      }
    }
  }
}
