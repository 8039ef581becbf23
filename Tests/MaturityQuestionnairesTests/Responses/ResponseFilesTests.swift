import DigitalMaturity
@testable import MaturityQuestionnaires
import MaturityTables
import Synchronization
import Testing

@Suite("several response files") struct ResponseFilesTests {
  /// Reads files as one sheet, by one worker, so that rows keep their order.
  private func read(
    _ files: [ResponseFile], _ duplicates: DuplicatePolicy = .reject, workers: Int = 1
  ) async throws -> (sheet: AnswerSheet, files: [ResponseFileReport]) {
    let read = try await ResponseReader.fold(
      files: files, questionnaire: Example.questionnaire, duplicates: duplicates, workers: workers,
      into: { AnswerSheet(for: Example.questionnaire) }, { sheet, all in all.append(sheet) })
    var sheet = AnswerSheet(for: Example.questionnaire)
    for state in read.states { sheet.append(state) }
    return (sheet, read.files)
  }

  private func file(_ text: String, name: String = "r.csv") -> ResponseFile {
    ResponseFile(name: name, place: .bytes(Array(text.utf8)))
  }

  /// The answers to “led” and “why”, and the team.
  private func cells(_ sheet: AnswerSheet) -> [[String]] {
    ReadFile(sheet: sheet, problems: ResponseProblems(), respondents: 0).cells(Example.questionnaire).map {
      [$0[0], $0[3], $0[4]]
    }
  }

  static let long = """
    question,respondent,answer
    led,p1,low
    team,p1,Team north
    led,p2,All lead
    why,p1,"Because, so"
    led,P3,don't know
    """

  @Test("a repeat in a file that asks other things is told with --join, and no other is")
  func hints() async throws {
    func hints(_ files: [ResponseFile]) async throws -> [Bool] {
      try await read(files).files.flatMap(\.problems.list).filter { $0.code == .duplicateRespondent }
        .map { $0.message.contains("--join puts the answers together") }
    }
    let short = file("respondent,led\na,low\n")
    #expect(try await hints([short, file("respondent,led\na,high\n")]) == [false])
    #expect(try await hints([file("respondent,led\na,low\na,high\n")]) == [false])
    #expect(try await hints([short, file("respondent,why\na,So\n")]) == [true])
    #expect(try await hints([file("respondent,led,why\na,low,So\n"), short]) == [false])
    #expect(try await hints([short, file("respondent,question,answer\na,why,So\n")]) == [true])
    #expect(try await hints([short, file("respondent,question,answer\na,led,low\n")]) == [false])
    // Which keys other lines have is not known.
    #expect(try await hints([short, file(#"{"respondent":"a","why":"So"}"#, name: "r.jsonl")]) == [true])
  }

  // MARK: Long files

  @Test("a file with a row an answer is known by its header, in any order of columns")
  func long() async throws {
    let read = try await read([file(Self.long)])
    #expect(
      cells(read.sheet) == [
        ["low", "Because, so", "north"], ["high", "unanswered", "not stated"],
        ["dont-know", "unanswered", "not stated"],
      ])
    #expect(read.files.map(\.respondents) == [3])
    #expect(read.files.map(\.rows) == [5])
    #expect(read.files.allSatisfy { $0.problems.count == 0 })
  }

  @Test("long, wide and JSON Lines say the same")
  func formats() async throws {
    let wide = file(
      "respondent,team,led,helped,share,why\np1,north,low,,,\"Because, so\"\np2,,high,,,\nP3,,dont-know,,,\n")
    let lines = file(
      """
      {"respondent": "p1", "team": "north", "led": "low", "why": "Because, so"}
      {"respondent": "p2", "led": "All lead"}
      {"respondent": "P3", "led": "don't know"}
      """, name: "r.jsonl")
    let expected = try await cells(read([file(Self.long)]).sheet)
    #expect(try await cells(read([wide]).sheet) == expected)
    #expect(try await cells(read([lines]).sheet) == expected)
  }

  @Test("answers of one respondent may stand in several long files")
  func severalLong() async throws {
    let read = try await read([
      file("respondent,question,answer\np1,led,low\n"), file(Self.long.replacing("led,p1,low\n", with: "")),
    ])
    #expect(cells(read.sheet)[0] == ["low", "Because, so", "north"])
    #expect(read.files.map(\.respondents) == [1, 2])
  }

  @Test("what is wrong in a long file is told with its place, and the rest is kept")
  func wrong() async throws {
    let read = try await read([
      file(
        """
        respondent,question,answer,when
        p1,led,loww,x
        p1,lead,low,x
        ,led,low,x
        p1,helped,don't know,x
        p1,share,many,x

        p2,led,,x
        p2,led,low,x,more
        """)
    ])
    let report = try #require(read.files.first)
    #expect(
      report.problems.list.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue)" } == [
        "1:4 unknown-column", "2:3 unknown-answer", "3:2 unknown-column", "4:1 empty-respondent",
        "5:3 status-not-allowed", "6:3 unknown-answer", "9:5 ragged-row",
      ])
    #expect(report.problems.list[1].message.contains("did you mean “low”?"))
    #expect(report.problems.list[2].message.contains("did you mean “led”?"))
    #expect(report.rows == 7)
    #expect(report.damagedRows == 5)
    #expect(report.isDamaged)
    #expect(cells(read.sheet) == [["unanswered", "unanswered", "not stated"], ["low", "unanswered", "not stated"]])
  }

  @Test(
    "an answer that is given twice, by which counts",
    arguments: [(DuplicatePolicy.first, "low", 0), (.last, "high", 0), (.reject, "low", 2)])
  func repeatedAnswers(_ policy: DuplicatePolicy, _ answer: String, _ problems: Int) async throws {
    let read = try await read([file("respondent,question,answer\np1,led,low\np1,led,low\nP1,led,high\n")], policy)
    #expect(cells(read.sheet) == [[answer, "unanswered", "not stated"]])
    #expect(read.files[0].repeats == 2)
    #expect(read.files[0].problems.count == problems)
  }

  @Test("a wide file of a questionnaire that has a question called “answer” is not taken for a long one")
  func namedAlike() throws {
    var questionnaire = Example.questionnaire
    questionnaire.sections[0].questions[0].id = "answer"
    var source = ByteSource.bytes(Array("respondent,question,answer\n".utf8))
    #expect(try !LongResponses.isLong(&source, file(""), questionnaire))
    #expect(try LongResponses.isLong(&source, file(""), Example.questionnaire))
    #expect(try !LongResponses.isLong(&source, file("", name: "x.jsonl"), Example.questionnaire))
  }

  // MARK: Repeats

  static let first = "respondent,led\na,low\nb,low\nc,low\nb,high\n"
  static let second = "respondent,led\nd,low\nA,high\nc,high\nc,dont-know\n"

  @Test(
    "rows of respondents who stand in several, within files and between them",
    arguments: [
      (DuplicatePolicy.first, ["low", "low", "low", "low"], [1, 3], 0),
      (.reject, ["low", "low", "low", "low"], [1, 3], 4),
      (.last, ["high", "low", "high", "dont-know"], [3, 1], 0),
    ])
  func repeats(_ policy: DuplicatePolicy, _ led: [String], _ left: [Int], _ problems: Int) async throws {
    for workers in 1...3 {
      let read = try await read([file(Self.first), file(Self.second)], policy, workers: workers)
      #expect(cells(read.sheet).map { $0[0] } == led)
      #expect(read.files.map(\.repeats) == left)
      #expect(repeatProblems(read.files) == problems)
      #expect(read.files.map(\.rows) == [4, 4])
    }
  }

  @Test("by the plainest means the same, for one file and two, ascending or not", arguments: 0..<40)
  func repeatsLaw(seed: UInt64) async throws {
    var generator = Seeded(seed: seed)
    let isAscending = seed.isMultiple(of: 3)
    var ids = (0..<60).map { _ in Int.random(in: 1...40, using: &generator) }
    if isAscending { ids.sort() }
    let rows = ids.map {
      (id: "p\(100 + $0)", answer: ["low", "high", "dont-know"].randomElement(using: &generator) ?? "")
    }
    let cut = Int.random(in: 0...60, using: &generator)
    func text(_ rows: some Sequence<(id: String, answer: String)>) -> String {
      "respondent,led\n" + rows.map { "\($0.id),\($0.answer)\n" }.joined()
    }
    let files = seed.isMultiple(of: 2) ? [file(text(rows))] : [file(text(rows[..<cut])), file(text(rows[cut...]))]
    for policy in DuplicatePolicy.allCases {
      let kept = rows.indices.filter { index in
        policy == .last
          ? !rows[(index + 1)...].contains { $0.id == rows[index].id }
          : !rows[..<index].contains { $0.id == rows[index].id }
      }
      let read = try await read(files, policy)
      #expect(cells(read.sheet).map { $0[0] } == kept.map { rows[$0].answer }, "\(policy)")
      #expect(read.files.map(\.repeats).reduce(0, +) == rows.count - kept.count)
    }
  }

  @Test(
    "a respondent of a long file who stands in a wide one",
    arguments: [(DuplicatePolicy.first, ["low", "high"]), (.reject, ["low", "high"]), (.last, ["low", "dont-know"])])
  func longAndWide(_ policy: DuplicatePolicy, _ led: [String]) async throws {
    // Long files count after all others, wherever they are named.
    let read = try await read(
      [file("respondent,question,answer\nb,led,don't know\n"), file("respondent,led\na,low\nB,high\n")], policy)
    #expect(cells(read.sheet).map { $0[0] } == led)
    #expect(repeatProblems(read.files) == (policy == .reject ? 1 : 0))
  }

  @Test("what was found before a file that cannot be read comes with it")
  func failure() async throws {
    let error = await #expect(throws: DocumentError.self) {
      _ = try await read([file("respondent,led\na,lowest\n"), file("x,y\n1,2\n", name: "second.csv")])
    }
    #expect(error?.diagnostics.contains { $0.code == .unknownAnswer && $0.severity == .warning } == true)
    #expect(error?.diagnostics.contains { $0.location?.file == "second.csv" && $0.severity == .error } == true)
  }

  private func repeatProblems(_ files: [ResponseFileReport]) -> Int {
    files.reduce(0) { $0 + ($1.problems.counts[.duplicateRespondent] ?? 0) }
  }

  // MARK: Damage

  @Test(
    "rows that could not be read as they were meant are counted",
    arguments: [
      ("respondent,led\na,low\nb,x\nc,\n", 3, 1, false), ("respondent,led\na,y\nb,x\nc,\n", 3, 2, true),
      ("respondent,led\n", 0, 0, false),
      // A repeat, a row that ends early, an empty one and a status that is not offered are no damage.
      ("respondent,led,helped\na,low\na,low\n,,\nb,low,n/a\n", 3, 0, false),
      ("respondent,led\na,low,surplus\nb,\"low\"x\n", 2, 2, true),
      ("respondent,led\na,lo\u{0}w\nb,low\n", 2, 1, false),
    ])
  func damage(_ text: String, _ rows: Int, _ damaged: Int, _ isDamaged: Bool) async throws {
    let report = try #require(await read([file(text)]).files.first)
    #expect(report.rows == rows)
    #expect(report.damagedRows == damaged)
    #expect(report.isDamaged == isDamaged)
  }

  @Test(
    "a quotation mark that is never closed refuses a file with a row an answer too, with what was found before")
  func openQuotationMark() async throws {
    let wide = file("respondent,led\na,lowest\n")
    let long = file("respondent,question,answer\nb,led,low\nb,\"helped,yes\n", name: "long.csv")
    let error = await #expect(throws: DocumentError.self) { _ = try await read([wide, long]) }
    #expect(error?.diagnostics.contains { $0.code == .unknownAnswer && $0.severity == .warning } == true)
    #expect(error?.diagnostics.last?.code.rawValue == "unterminated-quote")
    #expect(error?.diagnostics.last?.location == SourceLocation(file: "long.csv", line: 3, column: 2))
  }

  @Test("lines of JSON Lines that cannot be read are damaged rows")
  func damagedLines() async throws {
    let report = try #require(
      await read([file("{\"led\": \"low\"}\nnot JSON\n{\"led\": \"low\", \"led\": \"x\"}\n[1]\n", name: "r.jsonl")])
        .files.first)
    #expect(report.rows == 4)
    #expect(report.damagedRows == 3)
  }
}
