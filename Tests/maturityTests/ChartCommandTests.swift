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

  /// Results of answers, as a file of a folder.
  private static func score(
    _ assessment: String, _ words: [String], in folder: TemporaryFolder, to name: String
  ) throws {
    let run = try CommandLineRun(
      arguments: ["score", assessment] + words + ["--resamples", "100", "--output", name], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
  }

  private static func data(_ path: String) -> String {
    CommandLineRun.root.appendingPathComponent("Examples/data/\(path)").path
  }

  @Test("what is withheld is withheld in charts too")
  func withheld() throws {
    let folder = try Self.results()
    let members = ["--questionnaire", "members-individual", "--responses", CommandLineRun.members]
    try Self.score("digital-first", members, in: folder, to: "members.json")
    let withheld = try Self.chart(["--kind", "scores", "members.json"], in: folder)
    #expect(withheld.status == 65)
    #expect(withheld.errors.contains("no area has a score that may be shown"))
    try Self.score(
      "digital-first",
      ["--questionnaire", "employees-short", "--responses", CommandLineRun.employees] + members, in: folder,
      to: "hidden.json")
    let hidden = try Self.chart(["--kind", "cohorts", "hidden.json"], in: folder)
    #expect(hidden.status == 65)
    #expect(
      hidden.errors.contains("the results of “members-individual” are withheld: fewer than 10 people"),
      "\(hidden.errors)")
    let change = try Self.chart(["--kind", "change", "members.json", "members.json"], in: folder)
    #expect(change.status == 65)
    #expect(change.errors.contains("no area has a figure that may be shown in two results"))
    let heatmap = try Self.chart(["--kind", "heatmap", "2026.json"], in: folder)
    #expect(heatmap.output.contains("[c]: withheld, because too few people stand behind it."))
  }

  @Test("two audiences, and statements")
  func others() throws {
    let folder = try TemporaryFolder()
    try Self.score(
      "digital-first",
      [
        "--questionnaire", "employees-short", "--responses", CommandLineRun.employees, "--questionnaire",
        "members", "--responses", Self.data("members-synthetic.csv"),
      ], in: folder, to: "both.json")
    let both = try Self.chart(["--kind", "cohorts", "both.json"], in: folder)
    #expect(both.status == 0, "\(both.errors)")
    #expect(both.output.contains("average answer to the same question"))
    try Self.score(
      "digital-culture",
      ["--questionnaire", "staff", "--responses", Self.data("digital-culture/staff-synthetic.csv")], in: folder,
      to: "culture.json")
    let statements = try CommandLineRun(
      "chart", "digital-culture", "--kind", "agreement", "culture.json", in: folder.url)
    #expect(statements.status == 0, "\(statements.errors)")
    #expect(statements.output.contains("how far people agree with statements"))
    #expect(statements.output.contains("(agreeing speaks against the area)"))
    let second = try CommandLineRun(
      "chart", "digital-culture", "--kind", "agreement", "--set", "9", "culture.json", in: folder.url)
    #expect(second.status == 65)
    #expect(second.errors.contains("--set lies between 1 and"))
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
      (["--kind", "scores", "2026.json", "--output", "chart.png"], 64, "a chart is written as .svg"),
      (["--kind", "scores", "2026.json", "--by", "directorate"], 64, "--by belongs to --kind heatmap"),
      (["--kind", "roadmap", "--questionnaire", "members"], 64, "--questionnaire belongs to --kind scores"),
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
    let folder = try TemporaryFolder()
    try Self.score(
      "customer-engagement",
      ["--questionnaire", "counter", "--responses", Self.data("customer-engagement/customers-synthetic.csv")],
      in: folder, to: "customers.json")
    func chart(_ kind: String) throws -> CommandLineRun {
      try CommandLineRun("chart", "customer-engagement", "--kind", kind, "customers.json", in: folder.url)
    }
    let heatmap = try chart("heatmap")
    #expect(heatmap.status == 65)
    #expect(heatmap.errors.contains("score them again with --by, such as --by "))
    let statements = try chart("agreement")
    #expect(statements.status == 65)
    #expect(statements.errors.contains("no question is of the kind “agreement”"))
  }
}
