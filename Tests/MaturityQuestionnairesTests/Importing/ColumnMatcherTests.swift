import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("which column asks which question") struct ColumnMatcherTests {
  /// What the question columns of a table with these names are taken for.
  private func outcomes(_ names: String..., map: ColumnMap = ColumnMap()) -> [ImportedColumn.Outcome] {
    var responses = ResponseImport(to: FormExample.questionnaire, options: ImportOptions(map: map))
    let rows = [FormRow(["Id", "Start time", "Completion time"] + names, line: 1)]
    var next = rows.makeIterator()
    try? responses.read(file: "f") { next.next() }
    return Array(responses.outcomes.dropFirst(3))
  }

  @Test(
    "by the code in its text, wherever it stands",
    arguments: [
      "leadership-1", "LEADERSHIP-1", "leadership-1. How do you find out?", "[leadership-1] Other words",
      "Other (leadership-1)",
      "12. Other words leadership-1", "leadership–1: with a dash of a word processor", "3) leadership-1 Other words",
      "Other words? [leadership-1] *",
    ])
  func codes(_ name: String) {
    #expect(outcomes(name) == [.mapped("leadership-1", by: .code)])
  }

  @Test(
    "by a code with other marks between its words, as LimeSurvey and others have them",
    arguments: [
      "leadership_1", "LEADERSHIP_1", "Leadership.1", "leadership1", "LEADERSHIP[1]", "leadership_1: Other words",
      "Other words [leadership_1]", "Other words | leadership_1",
    ])
  func otherMarks(_ name: String) {
    #expect(outcomes(name) == [.mapped("leadership-1", by: .code)])
  }

  @Test("an exact code comes first, and other marks alone beside a text are words of it")
  func exactCodes() {
    #expect(
      outcomes("leadership_1", "leadership-1") == [
        .repeated("leadership-1", of: 5), .mapped("leadership-1", by: .code),
      ])
    #expect(outcomes("peo-ple who work here") == outcomes("persons who work here"))
    #expect(outcomes("leadership_12") != [.mapped("leadership-1", by: .code)])
  }

  @Test("codes that are alike but for marks are told apart by these")
  func alikeCodes() throws {
    func question(_ id: Identifier<Question>) -> Question {
      Question(id: id, kind: "text", text: LocalizedText("Why \(id)?"), answers: .open(TextAnswers()))
    }
    let questionnaire = Questionnaire(
      id: "q", title: "Q",
      sections: [.init(id: "s", title: "S", questions: [question("a-11"), question("a-1-1"), question("b-1")])])
    var responses = ResponseImport(to: questionnaire)
    try responses.read(.bytes(Array("a-11,a_11,a-1-1,b_1\n1,2,3,4\n".utf8)), file: "f.csv")
    #expect(responses.outcomes[0] == .mapped("a-11", by: .code))
    guard case .unmapped = responses.outcomes[1] else { return #expect(Bool(false), "\(responses.outcomes)") }
    #expect(responses.outcomes.dropFirst(2) == [.mapped("a-1-1", by: .code), .mapped("b-1", by: .code)])
  }

  @Test("a word of the text is no code")
  func words() {
    #expect(outcomes("How do people find out about visits") != [.mapped("people", by: .code)])
    #expect(
      outcomes("people who work here") == [.unmapped(nearest: nil)]
        || outcomes("people who work here") != [.mapped("people", by: .code)])
    #expect(outcomes("people: have they time?") == [.mapped("people", by: .code)])
    #expect(outcomes("Have they time? [people]") == [.mapped("people", by: .code)])
    #expect(outcomes("leadership-12") != [.mapped("leadership-1", by: .code)])
  }

  @Test(
    "by its text, however it is typed",
    arguments: [
      "How do you find out what’s planned?", "HOW DO YOU FIND OUT WHAT'S PLANNED",
      " How do you\u{A0}find out what‘s planned ?",
      "1. How do you find out what’s planned?",
    ])
  func texts(_ name: String) {
    #expect(outcomes(name) == [.mapped("leadership-1", by: .text)])
  }

  @Test("as many columns as questions of one text are they, in the order of their numbers")
  func repeated() {
    #expect(
      outcomes("Anything else?2", "Anything else?") == [
        .mapped("second-comment", by: .text), .mapped("first-comment", by: .text),
      ])
    #expect(
      outcomes("Anything else?", "Anything else?") == [
        .mapped("first-comment", by: .text), .mapped("second-comment", by: .text),
      ])
  }

  @Test("where columns and questions of one text differ in number, none is guessed")
  func ambiguous() {
    let both = ["first-comment", "second-comment"]
    #expect(outcomes("Anything else?") == [.ambiguous(both)])
    #expect(
      outcomes("Anything else?", "Anything else?2", "Anything else?3") == [
        .ambiguous(both), .ambiguous(both), .ambiguous(both),
      ])
    // One that its code tells leaves the other to the text.
    #expect(
      outcomes("Anything else? [first-comment]", "Anything else?") == [
        .mapped("first-comment", by: .code), .mapped("second-comment", by: .text),
      ])
  }

  @Test("a question asked by two columns is the first")
  func twice() {
    #expect(
      outcomes("We share data safely", "We share data safely2") == [
        .mapped("data-1", by: .text), .repeated("data-1", of: 4),
      ])
    #expect(outcomes("data-1", "We share data safely") == [.mapped("data-1", by: .code), .repeated("data-1", of: 4)])
  }

  @Test("what is not matched comes with the nearest question")
  func nearest() {
    #expect(outcomes("How do you learn what is planned?") == [.unmapped(nearest: "leadership-1")])
    #expect(outcomes("leadershp-1") == [.unmapped(nearest: "leadership-1")])
    #expect(outcomes("Xyzzy") == [.unmapped(nearest: nil)])
  }

  @Test("a map comes before codes and texts, names columns by text or number, and leaves columns out")
  func map() {
    let map = ColumnMap([
      .init(column: "Job place", target: "directorate"), .init(column: "data-1", target: "people"),
      .init(column: "6", target: "visits"), .init(column: "Anything else", target: nil),
    ])
    #expect(
      outcomes("JOB  place", "data-1", "How many", "Anything else?", map: map) == [
        .mapped("directorate", by: .map), .mapped("people", by: .map), .mapped("visits", by: .map), .unused,
      ])
  }

  @Test("a map that names no question is an error with the nearest name")
  func unknownTarget() throws {
    let map = ColumnMap([
      .init(column: "a", target: "leadershp-1", location: SourceLocation(file: "m.csv", line: 2, column: 1))
    ])
    let responses = ResponseImport(to: FormExample.questionnaire, options: ImportOptions(map: map))
    let problem = try #require(responses.problems.list.first)
    #expect(problem.severity == .error)
    #expect(problem.message.contains("“leadership-1”"))
    #expect(problem.location?.line == 2)
  }

  @Test("sixteen thousand columns are looked at")
  func manyColumns() {
    var responses = ResponseImport(to: FormExample.questionnaire)
    var row: FormRow? = FormRow((0..<16_000).map { "Column \($0) of a sheet" } + ["data-1"], line: 1)
    try? responses.read(file: "f") { row.take() }
    #expect(responses.outcomes.count == 16_001)
    #expect(responses.outcomes.last == .mapped("data-1", by: .code))
    #expect(responses.problems.counts[.unknownColumn] == 16_000)
    #expect(responses.problems.list.count == ResponseProblems.listed)
  }
}
