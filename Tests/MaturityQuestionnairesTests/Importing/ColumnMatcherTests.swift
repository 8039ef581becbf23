import DigitalMaturity
import MaturityQuestionnaires
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
