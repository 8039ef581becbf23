import Foundation
import Testing

@Suite("Tables on a terminal, colour, --quiet") struct TerminalTests {
  private static let data = CommandLineRun.root.appendingPathComponent("Examples/data").path
  private static let score = [
    "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
  ]
  private static let council = [
    "digital-literacies", "--people", "\(data)/council/people.csv", "--teams", "\(data)/council/teams.csv", "--ratings",
    "\(data)/council/ratings-2025.csv", "--on", "2025-11-30",
  ]

  /// The cells that a line takes: two for each of the characters of this file that are wide.
  private func width(_ line: Substring) -> Int { line.reduce(0) { $0 + ("情報部門".contains($1) ? 2 : 1) } }

  /// Lines that are no blank ones, with how wide they are.
  private func widths(_ output: String) -> [(line: Substring, width: Int)] {
    output.split(separator: "\n").map { ($0, width($0)) }
  }

  @Test(
    "every table shrinks to the terminal",
    arguments: [
      ["list"], ["show", "digital-first"], ["show", "digital-first", "--coverage"], score + ["--by", "directorate"],
      score + ["--questionnaire", "members-individual", "--responses", CommandLineRun.members],
      ["skills", "score"] + council + ["--by", "team"], ["skills", "heatmap"] + council,
      ["skills", "demand"] + council,
      ["skills", "compare"] + council + ["--since", "2024-11-30"],
      ["skills", "person"] + council + ["--person", "p8517"],
      ["roadmap", "digital-first"], ["roadmap", "digital-first", "--status", "2019-11"],
      ["invite", "\(data)/headcounts-synthetic.csv", "--expect", "0.3"], ["indicators", "measures"],
      ["statistics", "\(data)/shrout-fleiss-1979.csv"], ["rules"],
    ], [60, 100])
  func shrinks(_ arguments: [String], _ columns: UInt16) throws {
    let run = try CommandLineRun.onTerminal(arguments: arguments, columns: columns)
    #expect(run.status == 0, "\(run.errors)")
    let widths = widths(run.output)
    #expect(!widths.isEmpty)
    for (line, width) in widths { #expect(width <= Int(columns), "\(line)") }
  }

  @Test("results of results shrink to the terminal too: actions, comparisons, sessions")
  func shrinksResults() throws {
    let folder = try TemporaryFolder()
    let result = folder.url.appendingPathComponent("2026.json").path
    #expect(try CommandLineRun(arguments: Self.score + ["--output", result]).status == 0)
    let session = folder.url.appendingPathComponent("session")
    try FileManager.default.createDirectory(at: session, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: CommandLineRun.employees, toPath: session.appendingPathComponent("employees-synthetic.csv").path)
    for arguments in [
      ["actions", "digital-first", "--result", result, "--budget", "60"],
      ["roadmap", "digital-first", "--result", result, "--budget", "60"],
      ["compare", "digital-first", result, result],
      ["session", "session", "--questionnaire", "employees-short"],
    ] {
      let run = try CommandLineRun.onTerminal(arguments: arguments, columns: 60, in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      for (line, width) in widths(run.output) { #expect(width <= 60, "\(arguments[0]): \(line)") }
    }
  }

  @Test("columns are aligned by what characters take on the screen, on a terminal and in a pipe")
  func wideCharacters() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      format: 1
      id: wide
      version: 1.0.0
      title: Wide
      levels: [{id: low, value: 1, name: Low}, {id: high, value: 3, name: High}]
      areas: [{id: people, name: 情報部門}, {id: place, name: Place}]
      scoring: {areas: {rule: weighted-mean}}
      questionnaires:
        - id: staff
          title: Staff
          attributes: [{id: site, text: Where?, values: [{id: a, label: 部門}, {id: b, label: Depot}]}]
          sections:
            - id: all
              questions:
                - {id: one, kind: yes-no, text: One?, measures: {areas: [people, place]}}
      """, to: "assessment.yaml")
    let rows = (1...40).map { "r\($0),\($0 % 2 == 0 ? "a" : "b"),\($0 % 3 == 0 ? "yes" : "no")\n" }.joined()
    let answers = try folder.write("respondent,site,one\n" + rows, to: "answers.csv")
    let headcounts = try folder.write("site,headcount\na,40\nb,12\n", to: "headcounts.csv")
    for arguments in [
      ["score", folder.url.path, "--questionnaire", "staff", "--responses", answers],
      ["invite", headcounts, "--assessment", folder.url.path, "--questionnaire", "staff"],
    ] {
      let piped = try CommandLineRun(arguments: arguments)
      let shown = try CommandLineRun.onTerminal(arguments: arguments, columns: 70)
      #expect(piped.status == 0 && shown.status == 0, "\(piped.errors)")
      for output in [piped.output, shown.output] {
        // The rule under the headings says where the first column ends; a cell of the second must not begin before.
        let lines = output.split(separator: "\n")
        let rule = try #require(lines.firstIndex { $0.hasPrefix("---") })
        let first = try #require(lines[rule].split(separator: " ").first).count
        let table = lines[(rule + 1)...].prefix(2)
        #expect(table.count == 2)
        for line in table {
          var (cells, start) = (0, line.startIndex)
          while start < line.endIndex, cells < first {
            cells += width(line[start...start])
            start = line.index(after: start)
          }
          #expect(cells == first && line[start...].hasPrefix("  "), "\(line)")
        }
      }
    }
  }

  @Test(
    "messages have colour on a terminal only, unless NO_COLOR or CLICOLOR_FORCE say otherwise",
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
      (["CLICOLOR_FORCE": "1"], false, true), (["CLICOLOR_FORCE": "0"], false, false),
      (["CLICOLOR_FORCE": ""], false, false), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false),
      (["TERM": "dumb"], true, false), (["TERM": "dumb", "CLICOLOR_FORCE": "1"], true, true),
    ] as [([String: String], Bool, Bool)])
  func colour(_ variables: [String: String], _ onTerminal: Bool, _ isColoured: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("format: 1\nid: wrong\n", to: "assessment.yaml")
    // Both ways in which problems are told: those of a document, and a single sentence.
    for arguments in [["check", folder.url.path], ["check", "nowhere"]] {
      let environment = ["NO_COLOR": "", "CLICOLOR_FORCE": "", "TERM": "xterm"].merging(variables) { $1 }
      let text =
        onTerminal
        ? try CommandLineRun.onTerminal(arguments: arguments, errorsToo: true, environment: environment).output
        : try CommandLineRun(arguments: arguments, environment: environment).errors
      #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m") == isColoured, "\(arguments) \(text)")
      #expect(text.contains("\u{1B}") == isColoured)
    }
    let table = try CommandLineRun.onTerminal(arguments: Self.score, environment: ["CLICOLOR_FORCE": "1"])
    #expect(!table.output.contains("\u{1B}"))
  }

  @Test(
    "--quiet leaves out notes, and -q says the same",
    arguments: [
      ["simulate", "digital-first", "--questionnaire", "members", "--people", "3", "--output", "out.csv", "--force"],
      ["form", "digital-first", "--questionnaire", "members", "--language", "cy", "--output", "form.md", "--force"],
      ["show", "digital-first", "--language", "cy"], ["find-person", "people.csv", "--respondent", "a"],
      [
        "import", "digital-first", CommandLineRun.members, "--questionnaire", "members-individual", "--output",
        "in.csv",
        "--force",
      ],
      ["pseudonymise", "people.csv", "--key", "safe/key.csv", "--output", "coded.csv", "--force"],
      ["code", "people.csv", "--coding", "coding.csv", "--column", "comment", "--output", "sheet.csv", "--force"],
      [
        "upgrade", "digital-first", "--from", "digital-first", "--questionnaire", "employees-short", "--responses",
        CommandLineRun.employees, "--output", "up.csv", "--force",
      ],
      score + ["--language", "cy"], ["roadmap", "digital-first", "--language", "cy"],
      ["indicators", "measures", "--language", "cy"],
    ])
  func quiet(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("respondent,comment\na,Slow\n", to: "people.csv")
    try folder.write("code,label,words\nslow,Slow,slow\n", to: "coding.csv")
    try folder.write("", to: "safe/empty")
    let loud = try CommandLineRun(arguments: arguments, in: folder.url)
    #expect(loud.status == 0 && !loud.errors.isEmpty, "\(loud.errors)")
    for flag in ["--quiet", "-q"] {
      let run = try CommandLineRun(arguments: arguments + [flag], in: folder.url)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(run.output == loud.output)
    }
  }

  @Test("what is made of results has --quiet too")
  func quietResults() throws {
    let folder = try TemporaryFolder()
    #expect(try CommandLineRun(arguments: Self.score + ["--output", "now.json"], in: folder.url).status == 0)
    for arguments in [
      ["compare", "now.json", "now.json"], ["actions", "digital-first", "--result", "now.json", "--language", "cy"],
    ] {
      let loud = try CommandLineRun(arguments: arguments, in: folder.url)
      #expect(loud.status == 0 && !loud.errors.isEmpty, "\(loud.errors)")
      let run = try CommandLineRun(arguments: arguments + ["--quiet"], in: folder.url)
      #expect(run.status == 0 && run.errors.isEmpty && run.output == loud.output, "\(run.errors)")
    }
  }

  @Test("--quiet never leaves out errors, what was lost, and what protects people")
  func neverQuiet() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("respondent,leadership-now\na,zz\nb,most-teams\nc,some-teams\n", to: "answers.csv")
    let start = ["score", "digital-first", "--questionnaire", "employees-short", "--quiet", "--responses"]
    let lost = try CommandLineRun(arguments: start + [file])
    #expect(
      lost.status == 0 && lost.errors.contains("21 problems (20 missing-column, 1 unknown-answer)")
        && !lost.errors.contains("answers.csv:2:"))
    #expect(lost.output.contains("withheld") || lost.output.contains("Withheld"))
    let missing = try CommandLineRun(arguments: start + ["nowhere.csv"])
    #expect(missing.status == 66 && missing.errors.contains("nowhere.csv"))
    let sparse = try CommandLineRun(arguments: start + [CommandLineRun.employees, "--by", "session,role"])
    #expect(sparse.status == 65 && sparse.errors.contains("--accept-sparse"), "\(sparse.errors)")
  }

  @Test(
    "an error says what to do next",
    arguments: [
      (["skills", "scor"], 64, "of “skills”; did you mean “score”?"),
      (["skills", "scor"], 64, "See 'maturity skills --help'"),
      (["skills", "compare"] + council + ["--since", "2030-01-01"], 64, "See 'maturity skills compare --help'"),
      (
        [
          "score", "digital-first", "--questionnaire", "members-individual", "--responses", CommandLineRun.members,
          "--output",
          ".", "--format", "json",
        ],
        73, "“.” is a folder; name a file in it"
      ),
      (
        [
          "score", "digital-first", "--questionnaire", "members-individual", "--responses", CommandLineRun.members,
          "--output",
          "nowhere/out.html",
        ], 73, "make its folder first"
      ),
      (["actions", "digital-first", "--result", CommandLineRun.members], 65, "maturity score … --output results.json"),
      (["paper", "you-said", "--now", CommandLineRun.members], 65, "maturity score … --output results.json"),
      (
        [
          "upgrade", "digital-first", "--from", "digital-first", "--questionnaire", "members", "--responses",
          "README.md",
        ], 65, "check that it is the right file and questionnaire"
      ),
      (["session", "/nowhere"], 66, "name the folder that the files of the session are in"),
      (["session", "Sources"], 66, "--dry-run"),
      (["indicators", "digital-first"], 65, "as the starter “measures” has"),
      (["init", "/nowhere/else"], 73, "make the folder around it first"),
    ] as [([String], Int32, String)])
  func next(_ arguments: [String], _ status: Int32, _ mend: String) throws {
    let run = try CommandLineRun(arguments: arguments)
    #expect(run.status == status && run.errors.contains(mend), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("a mix that the results were not broken down by is refused, not left out")
  func mix() throws {
    let folder = try TemporaryFolder()
    let result = folder.url.appendingPathComponent("r.json").path
    #expect(
      try CommandLineRun(arguments: Self.score + ["--by", "directorate", "--interval", "none", "--output", result])
        .status == 0)
    let run = try CommandLineRun("compare", "digital-first", result, result, "--same-mix", "directorat")
    #expect(run.status == 65 && run.errors.contains("did you mean “directorate”?"), "\(run.errors)")
    let other = try CommandLineRun("compare", "digital-first", result, result, "--same-mix", "role")
    #expect(other.status == 65 && other.errors.contains("score it again with --by role"), "\(other.errors)")
    #expect(try CommandLineRun("compare", "digital-first", result, result, "--same-mix", "directorate").status == 0)
  }
}
