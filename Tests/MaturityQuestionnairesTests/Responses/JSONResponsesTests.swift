import DigitalMaturity
@testable import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("Responses in JSON Lines") struct JSONResponsesTests {
  private func read(_ text: String) throws(DocumentError) -> ReadFile {
    var reader = try ResponseReader(
      .bytes(Array(text.utf8)), file: "r.jsonl", questionnaire: Example.questionnaire)
    var sheet = AnswerSheet(for: Example.questionnaire)
    while let block = try reader.next() { sheet.append(block) }
    return ReadFile(sheet: sheet, problems: reader.problems, respondents: reader.respondents)
  }

  @Test func aLineIsARespondentAndAKeyAQuestion() throws {
    let read = try read(
      """
      {"respondent":"1","team":"north","led":"low","helped":"no","share":12.5,"why":"Because"}
      {"why":"A \\"quoted\\"\\nline","share":"50 %","helped":"Yes, often","led":2,"team":"Team South","respondent":2}

      {"respondent":"3","led":null,"share":"n/a"}
      """)
    #expect(read.problems.count == 0, "\(read.problems.list)")
    #expect(
      read.cells(Example.questionnaire) == [
        ["low", "no", "12.5", "Because", "north"], ["high", "yes", "50.0", "A \"quoted\"\nline", "south"],
        ["unanswered", "unanswered", "not-applicable", "unanswered", "not stated"],
      ])
  }

  @Test func whatIsWrongHasItsLineAndByte() throws {
    let read = try read(
      """
      {"respondent":"1","led":"hgih","helpde":"no"}
      {"respondent":"1","led":"low"}
      {"respondent":"2","led":[1],"helpde":1}
      {"respondent":"3","led":"low"
      {}
      """)
    #expect(read.respondents == 2)
    #expect(
      read.places == [
        "1:26 unknown-answer", "1:32 unknown-column", "2:1 duplicate-respondent", "3:25 nested-value", "4:30 bad-json",
        "5:1 empty-row",
      ])
  }

  @Test func escapedLineEndsMoveNoPlace() throws {
    let read = try read(
      #"{"respondent":"1","why":"a\nb\u000Ac","led":"hgih"}"# + "\n" + #"{"why":"\n","helped":"?","led":"low"}"#)
    #expect(read.places == ["1:46 unknown-answer", "2:23 unknown-answer"])
  }

  @Test(arguments: ["", "\u{FEFF}"]) func anEmptyFileIsAnError(text: String) {
    #expect(throws: DocumentError.self) { _ = try read(text) }
  }

  /// The same answers in CSV and in JSON Lines give the same sheet, on any number of workers.
  @Test(arguments: 0..<6) func bothFormatsGiveTheSame(seed: Int) async throws {
    var generator = Seeded(seed: UInt64(seed) + 40)
    let names = ["respondent", "team", "led", "helped", "share", "why"]
    let choices = [
      ["north", "Team South", "", "nowhere"], ["low", "2", "All lead", "", "dont-know", "n/a", "?"],
      ["yes", "no", "Yes, often", "", "not-shown"], ["0", "99.5", "7%", "", "n/a", "-3"], ["", "Because", "x y"],
    ]
    var csv = names.joined(separator: ",") + "\n"
    var json = ""
    for number in 0..<200 {
      let row = ["p\(number - number % 7 / 6)"] + choices.map { $0.randomElement(using: &generator) ?? "" }
      csv += row.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
      let members = zip(names, row).filter { !$1.isEmpty || Bool.random(using: &generator) }.shuffled(using: &generator)
      json += "{" + members.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}\n"
    }
    let fromCSV = try readFile(Array(csv.utf8))
    let fromJSON = try read(json)
    #expect(fromCSV.cells(Example.questionnaire) == fromJSON.cells(Example.questionnaire))
    #expect(fromCSV.problems.counts == fromJSON.problems.counts)
    for workers in [1, 2, 3, 8] {
      let folded = try await ResponseReader.fold(
        .bytes(Array(json.utf8)), format: .jsonLines, file: "r.jsonl", questionnaire: Example.questionnaire, met: nil,
        workers: workers, bytesPerChunk: Int.random(in: 1...3_000, using: &generator), bytesForOne: 0,
        progress: { _ in }, into: { 0 }, { sheet, count in count += sheet.count })
      #expect(folded.problems == fromJSON.problems)
      #expect(folded.respondents == fromJSON.respondents)
      #expect(folded.states.reduce(0, +) == fromJSON.respondents)
    }
  }
}
