import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("products whose tables are recognised") struct ImporterTests {
  private func layout(_ names: [String], _ second: [String]? = nil) -> (name: String, layout: FormLayout)? {
    let head = [FormRow(names, line: 1)] + (second.map { [FormRow($0, line: 2)] } ?? [])
    return [any ResponseImporter].standard.lazy.compactMap { importer in
      importer.layout(of: head).map { (importer.name, $0) }
    }.first
  }

  @Test("Microsoft Forms, in any order of columns, with ID or Id")
  func microsoft() throws {
    for id in ["ID", "Id", "id"] {
      let found = try #require(
        layout([
          "How\u{A0}often?", id, "Start time", "Completion time", "Email", "Name", "Last modified time", "Name2",
          "Points - How often?", "Feedback - How often?", "Total points",
        ]))
      #expect(found.name == "Microsoft Forms")
      #expect(
        found.layout.columns.map(\.role) == [
          .question, .response, .detail(.started), .detail(.completed), .detail(.email), .detail(.name), .unused,
          .question, .unused, .unused, .unused,
        ])
      #expect(found.layout.choiceSeparator == ";")
    }
  }

  @Test("Google Forms, with rows of grids and the columns of quizzes")
  func google() throws {
    let found = try #require(
      layout(["Timestamp", "Email Address", "How far? [We share data]", "Why?", "Why? [Score]", "Score", "[odd]"]))
    #expect(found.name == "Google Forms")
    #expect(
      found.layout.columns.map(\.role) == [
        .detail(.completed), .detail(.email), .question, .question, .unused, .unused, .question,
      ])
    #expect(found.layout.columns[2].texts == ["How far? [We share data]", "We share data", "How far? "])
    #expect(found.layout.choiceSeparator == ", ")
  }

  @Test("SurveyMonkey, with two rows of names")
  func surveyMonkey() throws {
    let names = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "How far?", "", "Why?"]
    let found = try #require(layout(names, ["", "", "", "", "", "We share", "We learn", "Open-Ended Response"]))
    #expect(found.name == "SurveyMonkey")
    #expect(found.layout.headerRows == 2)
    #expect(
      found.layout.columns.map(\.role) == [
        .response, .unused, .detail(.started), .detail(.completed), .unused, .question, .question, .question,
      ])
    #expect(found.layout.columns[6].texts == ["How far? [We learn]", "We learn", "How far?"])
    #expect(found.layout.columns[7].texts == ["Why?"])
    // Where the second row has an id, it is an answer.
    #expect(layout(names, ["1", "9", "", "", "", "4", "5", "x"])?.layout.headerRows == 1)
  }

  @Test("LimeSurvey, by codes")
  func limeSurvey() throws {
    let found = try #require(layout(["id", "submitdate", "lastpage", "startlanguage", "leadership1", "M3[other]"]))
    #expect(found.name == "LimeSurvey")
    #expect(
      found.layout.columns.map(\.role) == [.response, .detail(.completed), .unused, .unused, .question, .question])
    #expect(
      ["Y", "N", "-oth-", "A1"].map { LimeSurvey().translate($0, in: found.layout.columns[4]) } == [
        "yes", "no", "other", "A1",
      ])
  }

  @Test("LimeSurvey’s rows of arrays are found by both codes, or by that of the row")
  func limeSurveyArrays() throws {
    let read = try FormExample.read(
      "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"LEADERSHIP_1\",\"ALL_data1\",\"ALL[people]\",\"ALL_other\"\n"
        + "\"7\",\"2026-01-02 00:00:00\",\"5\",\"en\",\"c\",\"agree\",\"Agree\",\"x\"\n")
    #expect(read.files.first?.importer == "LimeSurvey")
    #expect(
      read.outcomes.dropFirst(4) == [
        .mapped("leadership-1", by: .code), .mapped("data-1", by: .code), .mapped("people", by: .code),
        .unmapped(nearest: nil),
      ])
    #expect(read.rows.map { Array($0[0...4]) } == [["form-7", "", "c", "agree", "agree"]])
  }

  @Test("any other table is read by the names of its columns")
  func plain() throws {
    let found = try #require(layout(["respondent", "E-mail", "leadership-1"]))
    #expect(found.name == "table")
    #expect(found.layout.columns.map(\.role) == [.question, .detail(.email), .question])
  }

  /// An importer as a host writes it.
  private struct TownHallForms: ResponseImporter {
    let name = "Town hall forms"

    func layout(of head: [FormRow]) -> FormLayout? {
      guard head.count > 1, head[0].cells.first == "Town hall" else { return nil }
      return FormLayout(
        headerRows: 2,
        columns: head[1].cells.enumerated().map { number, title in
          FormColumn(number == 0 ? .response : .question, title)
        })
    }

    func translate(_ cell: String, in column: FormColumn) -> String { cell == "++" ? "Agree" : cell }
  }

  @Test("a host's own importer is asked first, maps columns and translates cells")
  func own() throws {
    var responses = ResponseImport(
      to: FormExample.questionnaire, importers: [TownHallForms()] + .standard, options: ImportOptions(prefix: "th"))
    try responses.read(
      .bytes(Array("Town hall,\nNumber,We share data safely\n7,++\n8,Disagree\n".utf8)), file: "t.csv")
    #expect(responses.files.first?.importer == "Town hall forms")
    #expect(responses.sheet.respondents == ["th-7", "th-8"])
    #expect(responses.rows.map { $0[3] } == ["agree", "disagree"])
    #expect(responses.problems.counts.keys.allSatisfy { $0 == .missingColumn })
  }
}
