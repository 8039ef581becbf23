import DigitalMaturity
import Foundation
import Testing

@Suite("maturity chart") struct ChartCommandTests {
  private static let next = CommandLineRun.root.appendingPathComponent("Examples/data/employees-next-synthetic.csv")
    .path

  /// Results of the sample council's two assessments.
  private static func results() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (answers, name) in [(CommandLineRun.employees, "2026.json"), (next, "2027.json")] {
      let run = try CommandLineRun(
        "score", "digital-first", "--questionnaire", "employees-short", "--responses", answers, "--by", "directorate",
        "--resamples", "100", "--output", name, in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
    }
    return folder
  }

  private static func chart(_ words: [String], in folder: TemporaryFolder) throws -> CommandLineRun {
    try CommandLineRun(arguments: ["chart", "digital-first"] + words, in: folder.url)
  }

  @Test(
    "each kind is a file of its own",
    arguments: [
      (["--kind", "scores", "2026.json"], "Employees: scores and targets by area"),
      (["--kind", "levels", "2026.json"], "Employees: how people are spread over the levels"),
      (["--kind", "heatmap", "2026.json"], "Employees: scores by area and directorate"),
      (["--kind", "heatmap", "--by", "directorate", "2026.json"], "Employees: scores by area and directorate"),
      (["--kind", "change", "2026.json", "2027.json"], "Information and insight: 2026 1.8, 2027 2.8"),
      (["--kind", "change", "2026.json", "2027.json", "2026.json"], "2026 1.8, 2027 2.8, 2026 1.8"),
      (["--kind", "roadmap", "2026.json", "--budget", "100"], "Programme: "), (["--kind", "roadmap"], "Programme: "),
    ])
  func kinds(_ words: [String], _ part: String) throws {
    let folder = try Self.results()
    let run = try Self.chart(words + ["--output", "chart.svg"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let svg = try String(contentsOf: folder.url.appendingPathComponent("chart.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""))
    #expect(svg.contains("<style>") && svg.contains("<title id=") && svg.contains("<desc id="))
    #expect(svg.contains(part))
  }

  @Test("answers are scored on the way, and withheld as everywhere")
  func answers() throws {
    let folder = try TemporaryFolder()
    let run = try Self.chart(
      ["--kind", "scores", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Leadership and direction 3.0, target 4, likely range "))
    let members = ["--questionnaire", "members", "--responses", CommandLineRun.members]
    let withheld = try Self.chart(["--kind", "scores"] + members, in: folder)
    #expect(withheld.status == 65)
    #expect(withheld.errors.contains("no area has a score that may be shown"))
    let agreed = CommandLineRun.root.appendingPathComponent("Examples/data/members-agreed-synthetic.csv").path
    let both = try Self.chart(
      [
        "--kind", "cohorts", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
        "--questionnaire", "members-agreed", "--responses", agreed,
      ], in: folder)
    #expect(both.status == 0, "\(both.errors)")
    #expect(both.output.contains("average answer to the same question"))
    let culture = CommandLineRun.root.appendingPathComponent("Examples/data/digital-culture/staff-synthetic.csv").path
    let statements = try CommandLineRun(
      "chart", "digital-culture", "--kind", "agreement", "--questionnaire", "staff", "--responses", culture)
    #expect(statements.status == 0, "\(statements.errors)")
    #expect(statements.output.contains("how far people agree with statements"))
  }

  @Test(
    "what cannot be drawn says what to do",
    arguments: [
      (["--kind", "scores"], 64, "--kind scores draws results: name a file that “score --output result.json” wrote"),
      (["--kind", "change", "2026.json"], 64, "name two results or more, the earliest first"),
      (["--kind", "scores", "2026.json", "2027.json"], 64, "name one, or use --kind change"),
      (["--kind", "cohorts", "2026.json"], 65, "score two with --questionnaire and --responses for each"),
      (
        ["--kind", "heatmap", "--by", "role", "2026.json"], 65,
        "these results have groups by directorate, not by “role”"
      ),
      (["--kind", "scores", "--questionnaire", "employees-shrt", "2026.json"], 64, "did you mean “employees-short”?"),
      (["--kind", "roadmap", "--budget", "10"], 64, "--budget chooses by results; name a result"),
      (["--kind", "pie", "2026.json"], 64, "scores, levels, agreement, heatmap, cohorts, change"),
      (["--kind", "scores", "none.json"], 66, "none.json"),
    ])
  func wrong(_ words: [String], _ status: Int32, _ message: String) throws {
    let run = try Self.chart(words, in: try Self.results())
    #expect(run.status == status)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("a heatmap needs groups, and agreement statements")
  func without() throws {
    let run = try Self.chart(
      ["--kind", "heatmap", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees],
      in: try TemporaryFolder())
    #expect(run.status == 65)
    #expect(run.errors.contains("score them again with --by, such as --by directorate"))
    let customers = CommandLineRun.root.appendingPathComponent(
      "Examples/data/customer-engagement/customers-synthetic.csv"
    ).path
    let statements = try CommandLineRun(
      "chart", "customer-engagement", "--kind", "agreement", "--questionnaire", "counter", "--responses", customers)
    #expect(statements.status == 65)
    #expect(statements.errors.contains("no question is of the kind “agreement”"))
  }
}
