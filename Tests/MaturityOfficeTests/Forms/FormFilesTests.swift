import DigitalMaturity
import MaturityTables
import Testing

@testable import MaturityOffice

@Suite("Forms as office files")
struct FormFilesTests {
  private let questionnaire = Questionnaire(
    id: "staff", title: "How we work", introduction: "Two questions.",
    attributes: [
      Attribute(id: "session", text: "Which session?", values: [.init(id: "tue", label: "Tuesday")])
    ],
    sections: [
      .init(
        id: "s", title: "S",
        questions: [
          Question(
            id: "now", kind: "level", text: "How is it?",
            answers: .closed([
              AnswerOption(id: "low", label: "=Low", score: 1), AnswerOption(id: "high", label: "High & dry", score: 5),
            ]), allowed: [.dontKnow])
        ])
    ])

  private func assessment() throws -> Assessment {
    var draft = AssessmentDraft(id: "a", version: "1.0.0", title: "A")
    draft.levels = [MaturityLevel(id: "l", value: 1, name: "L"), MaturityLevel(id: "m", value: 5, name: "M")]
    return try Assessment(draft)
  }

  private func cells(_ bytes: [UInt8], _ sheet: String) throws -> [[String]] {
    let workbook = try WorkbookReader(.bytes(bytes))
    var reader = try workbook.rows(ofSheet: sheet)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.texts()) }
    return rows
  }

  @Test("an entry sheet has a row a booklet and the columns of a response file")
  func entrySheet() throws {
    let bytes = EntryWorkbook.write(questionnaire, of: try assessment(), serials: 7...9, session: "tue")
    let answers = try cells(bytes, "Answers")
    #expect(answers[0] == ["respondent", "session", "now"])
    #expect(answers.dropFirst().map { Array($0.prefix(2)) } == [["7", "tue"], ["8", "tue"], ["9", "tue"]])
    let key = try cells(bytes, "Key")
    #expect(key.contains(["session", "tue", "Tuesday"]) && key.contains(["now", "A", "=Low"]))
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<dataValidation"))
    #expect(sheet.contains("A,B,C") && key.contains(["now", "C", "dont-know"]))
    let labelled = EntryWorkbook.write(questionnaire, of: try assessment(), statuses: [(.dontKnow, "Don’t know")])
    #expect(try cells(labelled, "Key").contains(["now", "C", "Don’t know"]))
    #expect(!sheet.contains("<f>"))
  }

  @Test("a quick-import document numbers questions, letters options, and carries codes")
  func quickImport() throws {
    let bytes = QuickImportForm.write(
      questionnaire, of: try assessment(), notice: ["Kept until: May"], statuses: [(.dontKnow, "Don’t know")])
    let text = try part("word/document.xml", of: bytes)
    for words in [
      "How we work", "Kept until: May", "Two questions.", "1. Which session? [session]", "A. Tuesday",
      "2. How is it? [now]", "A. =Low", "B. High &amp; dry", "C. Don’t know",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test("a quick-import document asks first whose answers they are, where they are somebody's")
  func quickImportOfNamed() throws {
    let bytes = QuickImportForm.write(
      questionnaire, of: try assessment(), rows: [("respondent", "Your code"), ("date", "Date")], statuses: [])
    let text = try part("word/document.xml", of: bytes)
    #expect(text.contains("1. Your code [respondent]") && text.contains("2. Date [date]"))
    #expect(text.contains("3. Which session? [session]"))
  }

  @Test("an entry sheet of ratings has a row a person, with who rates filled in")
  func entrySheetOfNamed() throws {
    var named = questionnaire
    named.isNamed = true
    named.audience = "manager"
    let answers = try cells(EntryWorkbook.write(named, of: try assessment()), "Answers")
    #expect(answers[0] == ["person", "rater", "date", "session", "now"])
    #expect(answers.count == 51 && answers.dropFirst().allSatisfy { $0.filter { !$0.isEmpty } == ["manager"] })
    #expect(try cells(EntryWorkbook.write(named, of: try assessment(), serials: 1...3), "Answers").count == 4)
    // Whoever rates reads first what the printed form says first.
    named.introduction = "Two questions.\nWho sees it: you."
    let bytes = EntryWorkbook.write(named, of: try assessment(), notice: ["Taking part: It is up to you."])
    #expect(try WorkbookReader(.bytes(bytes)).sheets.map(\.name) == ["Answers", "Before you start", "Key"])
    #expect(
      try cells(bytes, "Before you start")
        == [["How we work"], ["Two questions."], ["Who sees it: you."], ["Taking part: It is up to you."]])
  }

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, limits: .standard)
    var reader = try ZipPartReader(try #require(archive.part(named: name)), of: archive)
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = try reader.read(into: &chunk), count > 0 { content += chunk[..<count] }
    return String(decoding: content, as: UTF8.self)
  }
}
