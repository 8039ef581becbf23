import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("files put together by respondent") struct ResponseJoinTests {
  private func file(_ text: String, name: String = "r.csv") -> ResponseFile {
    ResponseFile(name: name, place: .bytes(Array(text.utf8)))
  }

  private func join(
    _ files: [ResponseFile], _ duplicates: DuplicatePolicy = .reject
  ) throws(DocumentError) -> (cells: [[String]], files: [ResponseFileReport]) {
    let joined = try ResponseReader.join(files: files, questionnaire: Example.questionnaire, duplicates: duplicates)
    let read = ReadFile(sheet: joined.sheet, problems: ResponseProblems(), respondents: joined.sheet.count)
    return (read.cells(Example.questionnaire), joined.files)
  }

  @Test("what a person answered in either file is one row; what neither asks is told once")
  func parts() throws {
    let joined = try join([
      file("respondent,team,led,share\np1,north,low,40\np2,south,high,\n"),
      file("respondent,team,why\nP2,Team south,Because\np3,north,So\np1,,\n"),
    ])
    #expect(
      joined.cells == [
        ["low", "unanswered", "40.0", "unanswered", "north"],
        ["high", "unanswered", "unanswered", "Because", "south"],
        ["unanswered", "unanswered", "unanswered", "So", "north"],
      ])
    #expect(joined.files.map(\.respondents) == [2, 3])
    #expect(joined.files.map(\.repeats) == [0, 0])
    #expect(
      joined.files.flatMap(\.problems.list).map(\.message) == [
        "no file has a column “helped”; it counts as blank for everyone"
      ])
  }

  /// A table of these columns, in an order of its own.
  private func table(
    _ rows: [[String]], _ columns: [Int], _ shape: Int, _ generator: inout Seeded
  ) -> String {
    let names = Self.names
    let order = rows.indices.shuffled(using: &generator)
    var lines: [String] = []
    for row in order {
      let cells = rows[row]
      switch shape {
      case 0:
        let own: [String] = columns.map { cells[$0] }
        lines.append((["p\(row)"] + own).joined(separator: ","))
      case 1:
        let own: [String] = columns.map { ", \"\(names[$0])\": \"\(cells[$0])\"" }
        lines.append("{\"respondent\": \"P\(row)\"" + own.joined() + "}")
      default:
        for column in columns { lines.append("p\(row),\(names[column]),\(cells[column])") }
      }
    }
    if shape == 2 { lines.shuffle(using: &generator) }
    let own: [String] = columns.map { names[$0] }
    let head = shape == 0 ? (["respondent"] + own).joined(separator: ",") + "\n" : ""
    return (shape == 2 ? "respondent,question,answer\n" : head) + lines.map { $0 + "\n" }.joined()
  }

  private static let names = ["team", "led", "helped", "share", "why"]

  @Test("however answers are shared among files of any shape, together they are the whole", arguments: 0..<40)
  func law(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    var rows: [[String]] = []
    for person in 0..<Int.random(in: 1...20, using: &generator) {
      let team = ["", "north", "south"].randomElement(using: &generator) ?? ""
      let led = ["", "low", "high", "dont-know"].randomElement(using: &generator) ?? ""
      let helped = ["", "no", "yes"].randomElement(using: &generator) ?? ""
      let why = ["", "as \(person)"].randomElement(using: &generator) ?? ""
      // Nobody else's share, so that rows are told apart.
      rows.append([team, led, helped, "\(person)", why])
    }
    // Which file asks which column: wide CSV, which must ask a question, JSON Lines, long CSV.
    var owners: [Int] = Self.names.map { _ in Int.random(in: 0..<3, using: &generator) }
    owners[1] = 0
    let texts: [String] = (0..<3).map { shape in
      table(rows, owners.indices.filter { owners[$0] == shape }, shape, &generator)
    }
    let whole = table(rows, Array(Self.names.indices), 0, &generator)
    let expected = try readFile(whole).cells(Example.questionnaire).sorted { $0[2] < $1[2] }
    let joined = try join([file(texts[0]), file(texts[1], name: "r.jsonl"), file(texts[2])])
    #expect(joined.cells.sorted { $0[2] < $1[2] } == expected)
    #expect(joined.files.allSatisfy { $0.problems.count == 0 && $0.repeats == 0 })
  }

  @Test(
    "of answers that differ the first counts, or the last; each row with such is a problem until somebody decides",
    arguments: [
      (DuplicatePolicy.reject, ["low", "unanswered", "1.0", "unanswered", "north"], 2),
      (.first, ["low", "unanswered", "1.0", "unanswered", "north"], 0),
      (.last, ["dont-know", "unanswered", "2.0", "unanswered", "south"], 0),
    ])
  func conflicts(_ policy: DuplicatePolicy, _ cells: [String], _ problems: Int) throws {
    let joined = try join(
      [
        file("respondent,team,led,share\na,north,low,1\na,north,low,1\n"),
        file("respondent,team,led,share,helped,why\na,south,high,2,,\n"),
        file("respondent,question,answer\nA,led,don't know\n"),
      ], policy)
    #expect(joined.cells == [cells])
    #expect(joined.files.map(\.repeats) == [0, 2, 1])
    let repeats = joined.files.flatMap(\.problems.list).filter { $0.code == .duplicateRespondent }
    #expect(repeats.count == problems)
    if policy == .reject {
      #expect(repeats[0].message.hasPrefix("the respondent “a” says something else about “team”, “led”, “share” in an"))
      #expect(repeats.map { $0.location?.line } == [2, 2])
    }
  }

  @Test("a row without a code is one more person and a problem; a file without codes is refused, with what was found")
  func codes() throws {
    let joined = try join([file("respondent,led\na,low\n,high\n"), file("respondent,why\n,So\na,\n")])
    #expect(
      joined.cells.map { [$0[0], $0[3]] } == [["low", "unanswered"], ["high", "unanswered"], ["unanswered", "So"]])
    #expect(joined.files.map { $0.problems.counts[.emptyRespondent] } == [1, 1])
    #expect(joined.files.map(\.damagedRows) == [1, 1])
    let error = #expect(throws: DocumentError.self) {
      try join([file("respondent,led\na,lowest\n"), file("led,why\nlow,So\n", name: "second.csv")])
    }
    #expect(error?.diagnostics.contains { $0.code == .unknownAnswer } == true)
    #expect(error?.diagnostics.last?.location?.file == "second.csv")
    #expect(error?.diagnostics.last?.message.contains("no column “respondent”") == true)
  }
}
