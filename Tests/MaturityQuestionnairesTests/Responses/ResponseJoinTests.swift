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

  @Test("however answers are shared among files of any shape, together they are the whole", arguments: 0..<40)
  func law(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let names = ["team", "led", "helped", "share", "why"]
    let people = Int.random(in: 1...20, using: &generator)
    let rows = (0..<people).map { person in
      [
        ["", "north", "south"].randomElement(using: &generator) ?? "",
        ["", "low", "high", "dont-know"].randomElement(using: &generator) ?? "",
        ["", "no", "yes"].randomElement(using: &generator) ?? "",
        // Nobody else's, so that rows are told apart.
        "\(person)",
        ["", "as \(person)"].randomElement(using: &generator) ?? "",
      ]
    }
    // Which file asks which column: wide CSV, JSON Lines, long CSV.
    let owners = names.map { _ in Int.random(in: 0..<3, using: &generator) }
    func text(_ owner: Int) -> String {
      let columns = names.indices.filter { owners[$0] == owner }
      let order = rows.indices.shuffled(using: &generator)
      switch owner {
      case 0:
        return (["respondent"] + columns.map { names[$0] }).joined(separator: ",") + "\n"
          + order.map { row in (["p\(row)"] + columns.map { rows[row][$0] }).joined(separator: ",") + "\n" }.joined()
      case 1:
        return order.map { row in
          "{\"respondent\": \"P\(row)\"" + columns.map { ", \"\(names[$0])\": \"\(rows[row][$0])\"" }.joined() + "}\n"
        }.joined()
      default:
        return "respondent,question,answer\n"
          + order.flatMap { row in columns.map { "p\(row),\(names[$0]),\(rows[row][$0])\n" } }.shuffled(
            using: &generator
          )
          .joined()
      }
    }
    let texts = [text(0), text(1), text(2)]
    // A wide file must ask something.
    let files = [
      owners.contains { $0 == 0 } && owners.enumerated().contains { $0 > 0 && $1 == 0 } ? file(texts[0]) : nil,
      file(texts[1], name: "r.jsonl"), file(texts[2]),
    ].compactMap(\.self)
    let asked = names.indices.filter { files.count == 3 || owners[$0] != 0 }
    let whole =
      "respondent,team,led,helped,share,why\n"
      + rows.enumerated().map { row, cells in
        "p\(row)," + cells.indices.map { asked.contains($0) ? cells[$0] : "" }.joined(separator: ",") + "\n"
      }.joined()
    let expected = try readFile(whole).cells(Example.questionnaire)
    let joined = try join(files)
    #expect(
      joined.cells.sorted { $0.lexicographicallyPrecedes($1) } == expected.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(joined.files.flatMap(\.problems.list).allSatisfy { $0.code == .missingColumn })
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
