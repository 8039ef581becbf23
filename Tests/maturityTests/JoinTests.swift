import DigitalMaturity
import Foundation
import Testing

@Suite("maturity score --join") struct JoinTests {
  private static func data(_ name: String) -> String {
    CommandLineRun.root.appendingPathComponent("Examples/data/\(name)-synthetic.csv").path
  }

  private func score(_ files: [String], _ more: String...) throws -> CommandLineRun {
    try CommandLineRun(
      arguments: ["score", "digital-first", "--questionnaire", "employees", "--responses"] + files
        + ["--by", "directorate", "--format", "json", "--quiet"] + more)
  }

  /// The rows and columns of a table without quotes.
  private func table(_ name: String) throws -> [[String]] {
    try String(contentsOfFile: Self.data(name), encoding: .utf8).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("a short questionnaire and the rest, answered by the same people, are the whole one")
  func whole() throws {
    let folder = try TemporaryFolder()
    let full = try table("employees-in-full")
    let isRest = full[0].map { ["2", "3", "4", "5"].contains($0.split(separator: "-").last ?? "") }
    func write(_ name: String, _ rows: [[String]], _ keeps: (Int) -> Bool) throws -> String {
      try folder.write(
        rows.map { row in row.indices.filter(keeps).map { row[$0] }.joined(separator: ",") }.joined(separator: "\n"),
        to: name)
    }
    let short = try write("short.csv", full) { !isRest[$0] }
    // In another order, and who they are is said once.
    let rest = try write("rest.csv", [full[0]] + full.dropFirst().reversed()) { $0 == 0 || isRest[$0] }
    let joined = try score([short, rest], "--join")
    #expect(joined.status == 0 && joined.errors == "", "\(joined.errors)")
    #expect(joined.output == (try score([Self.data("employees-in-full")]).output))
    // Without it the second row of each is a repeat.
    let apart = try score([short, rest])
    #expect(apart.errors.contains("104 duplicate-respondent") && apart.output != joined.output)
  }

  @Test("who did not send in the rest counts with what they answered")
  func sample() throws {
    let run = try score([Self.data("employees"), Self.data("employees-rest")], "--join")
    #expect(run.status == 0, "\(run.errors)")
    let scorecard = try #require(try PublishableScorecard.read(Array(run.output.utf8), file: "r.json").first)
    #expect(scorecard.everyone?.respondents == 104)
    let answered = Dictionary(
      uniqueKeysWithValues: try #require(scorecard.everyone).questions.map { ($0.id, $0.statuses?[.answered] ?? 0) })
    let (short, rest) = (try table("employees"), try table("employees-rest"))
    let said: (String) -> Bool = { !["", "dont-know", "not-applicable"].contains($0) }
    for (index, name) in short[0].enumerated().dropFirst(4) {
      #expect(answered[Identifier(name)] == short.dropFirst().count { said($0[index]) }, "\(name)")
    }
    for (index, name) in rest[0].enumerated().dropFirst(6) {
      #expect(answered[Identifier(name)] == rest.dropFirst().count { said($0[index]) }, "\(name)")
    }
    // Each attribute and question is asked in one of the two, and in both is what the two share.
    let strict = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees", "--join", "--strict", "--by", "role", "--responses",
      Self.data("employees"), Self.data("employees-rest"))
    #expect(strict.status == 0 && strict.errors == "", "\(strict.errors)")
  }

  @Test("a code that stands in files of different questionnaires is told with the way to put them together")
  func hint() throws {
    let apart = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees", "--responses", Self.data("employees"),
      Self.data("employees-rest"))
    #expect(
      apart.errors.contains("one number over all files; where files ask different things of the same people, --join"))
    let twice = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", Self.data("employees"),
      Self.data("employees-next"))
    #expect(twice.errors.contains("duplicate-respondent") && !twice.errors.contains("--join"))
    let folder = try TemporaryFolder()
    let imported = try CommandLineRun(
      "import", "digital-first", "--questionnaire", "employees", Self.data("employees"), Self.data("employees-rest"),
      "--output", folder.url.appendingPathComponent("all.csv").path)
    #expect(imported.errors.contains("it asks other things: import it on its own, and “maturity score --join”"))
  }

  @Test("a score that is explained is of the files together; one file alone is refused, as is one without codes")
  func other() throws {
    let files = [Self.data("employees"), Self.data("employees-rest")]
    let explained = try CommandLineRun(
      arguments: [
        "explain", "digital-first", "--questionnaire", "employees", "--join", "--area", "people", "--responses",
      ]
        + files)
    #expect(explained.status == 0 && explained.output.contains("people-5") && explained.output.contains("people-1"))
    let one = try score([files[0]], "--join")
    #expect(one.status == 64 && one.errors.contains("--join puts several files together"))
    let apart = try CommandLineRun(
      "score", "digital-first", "--join", "--questionnaire", "employees-short", "--responses", files[0],
      "--questionnaire", "employees-rest", "--responses", files[1])
    #expect(apart.status == 64 && apart.errors.contains("“employees-short” has one; name the whole questionnaire once"))
    let folder = try TemporaryFolder()
    let file = try folder.write("directorate,leadership-2\ncare,a\n", to: "rest.csv")
    let without = try score([files[0], file], "--join")
    #expect(without.status == 65 && without.errors.contains("no column “respondent”"), "\(without.errors)")
  }

  @Test("what a person says otherwise in the second file is left out and told, or counts when that is wanted")
  func otherwise() throws {
    let folder = try TemporaryFolder()
    let short = try folder.write("respondent,directorate,leadership-1\na,care,b\n", to: "short.csv")
    let rest = try folder.write("respondent,directorate,leadership-1,leadership-2\nA,homes,c,d\n", to: "rest.csv")
    let arguments = [
      "score", "digital-first", "--questionnaire", "employees", "--join", "--responses", short, rest,
    ]
    let run = try CommandLineRun(arguments: arguments)
    #expect(run.errors.contains("says something else about “directorate”, “leadership-1” in an earlier row or file"))
    let last = try CommandLineRun(arguments: arguments + ["--duplicates", "last"])
    #expect(last.errors.contains("1 answer is left out, since the last of a respondent counts"), "\(last.errors)")
  }
}
