import Foundation
import Testing

@Suite("maturity list, show, rules, form, explain") struct OtherCommandTests {
  @Test("list names the starters with their questionnaires")
  func list() throws {
    let run = try CommandLineRun("list")
    #expect(run.status == 0)
    #expect(run.output.contains("digital-first  1.0.0  Digital First maturity assessment"))
    #expect(run.output.contains("members"))
  }

  @Test("every command that the help lists is found by that name")
  func commandsByName() throws {
    let help = try CommandLineRun("--help").output
    let list = try #require(help.range(of: "SUBCOMMANDS:\n"))
    let names = help[list.upperBound...].split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
    }.filter { $0 != "See" }
    #expect(names.count > 20 && names.contains("score") && names.contains("skills"))
    for name in names {
      let own = try CommandLineRun(name, "--help")
      #expect(own.status == 0 && own.output.contains("USAGE: maturity \(name)"), "\(name): \(own.errors)")
    }
  }

  @Test("show prints what an assessment holds")
  func show() throws {
    let run = try CommandLineRun("show", "digital-first")
    #expect(run.status == 0)
    for part in ["Information and insight", "Digital workforce", "communicating", "Innovate", "27 recommended actions"]
    {
      #expect(run.output.contains(part), "\(part)")
    }
    // Who answers how is seen before anybody is asked.
    #expect(run.output.contains("27 questions for elected-members, answered as a group, by session, present\n"))
    #expect(run.output.contains("18 questions for elected-members, by session\n"))
    #expect(run.output.contains("36 questions for employees, by directorate, service, session, role, grade-band\n"))
  }

  @Test("show --coverage says what no question measures, for all questionnaires and for each")
  func coverage() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      format: 1
      id: gaps
      version: 1.0.0
      title: Gaps
      levels: [{id: low, value: 1, name: Low}, {id: high, value: 3, name: High}]
      principle-sets: [{id: set, name: Set}]
      principles:
        - {id: open, set: set, name: Work in the open, statement: We work in the open.}
        - {id: kept, set: set, name: Keep our word, statement: We keep our word.}
      areas: [{id: people, name: People}, {id: place, name: Place}]
      scoring: {areas: {rule: weighted-mean}}
      questionnaires:
        - id: staff
          title: Staff
          sections:
            - id: all
              questions: [{id: one, kind: yes-no, text: One?, measures: {areas: [people], principles: [open]}}]
        - id: members
          title: Members
          sections:
            - id: all
              questions:
                - {id: two, kind: yes-no, text: Two?, measures: {areas: [people, place], principles: [open]}}
      """, to: "assessment.yaml")
    let run = try CommandLineRun("show", folder.url.path, "--coverage")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        """
        All questionnaires: 2 questions

        Statement              questions  people  place
        ---------------------  ---------  ------  -----
        open                           2       2      1
        kept                           .       .      .
        questions of the area                  2      1

        Blind spots, measured by no question: kept (Keep our word).

        staff: 1 question

        Statement              questions  people  place
        ---------------------  ---------  ------  -----
        open                           1       1      .
        kept                           .       .      .
        questions of the area                  1      .

        Blind spots, measured by no question: place (Place); kept (Keep our word).
        Measured by one question only: open.
        """), "\(run.output)")
    let json = try CommandLineRun("show", folder.url.path, "--coverage", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["assessment", "version", "all", "questionnaires"])
    #expect((object["questionnaires"] as? [String: Any]).map { Set($0.keys) } == ["staff", "members"])
    let alone = try CommandLineRun("show", folder.url.path, "--format", "json")
    #expect(alone.status == 64 && alone.errors.contains("--format belongs to --coverage"))
    #expect(try CommandLineRun("show", "digital-first", "--coverage").output.contains("\nNo blind spots.\n"))
    // Every competence that is rated belongs to a literacy, though its question measures no area.
    let literacies = try CommandLineRun("show", "digital-literacies", "--coverage")
    #expect(literacies.output.contains("\nNo blind spots.\n") && !literacies.output.contains("Blind spots"))
  }

  @Test("show says first what an assessment is for, and last where it comes from")
  func showsTheSummaryFirst() throws {
    let lines = try CommandLineRun("show", "digital-first").output.split(separator: "\n")
    let summary = try #require(lines.firstIndex { $0.hasPrefix("Asks staff and councillors") })
    let source = try #require(lines.firstIndex { $0 == "Where the wording comes from" })
    #expect(summary == 2)
    #expect(source == lines.count - 2)
  }

  @Test("a misspelt command names the nearest; exit 64", arguments: [("scor", "score"), ("chekc", "check")])
  func misspeltCommand(_ word: String, _ meant: String) throws {
    let run = try CommandLineRun(word, "digital-first")
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no command “\(word)”; did you mean “\(meant)”?"))
    #expect(try CommandLineRun("help", meant).status == 0)
    #expect(try CommandLineRun().status == 0)
  }

  @Test("the usage of a wrong argument is that of the command")
  func usageNamesTheCommand() throws {
    let run = try CommandLineRun("form", "digital-first", "--questionnaire", "member")
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no questionnaire “member”; did you mean “members”?"))
    #expect(run.errors.contains("Usage: maturity form "))
    #expect(run.errors.contains("See 'maturity form --help'"))
  }

  @Test("the format of a form follows the ending of its file")
  func formEndings() throws {
    let folder = try TemporaryFolder()
    for (name, start) in [("form.html", "<!DOCTYPE html>"), ("answers.csv", "respondent,")] {
      let file = folder.url.appendingPathComponent(name)
      let form = ["form", "digital-first", "--questionnaire", "members", "--output", file.path]
      #expect(try CommandLineRun(arguments: form).status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(start), "\(name)")
    }
    let other = ["form", "digital-first", "--questionnaire", "members", "--output", folder.url.path + "/form.pdf"]
    #expect(try CommandLineRun(arguments: other).status == 64)
    #expect(try CommandLineRun(arguments: other + ["--format", "html"]).status == 0)
  }

  @Test("an option that changes nothing in the format of a form is told")
  func formOptions() throws {
    func errors(_ format: String, _ options: String...) throws -> String {
      try CommandLineRun(
        arguments: ["form", "digital-first", "--questionnaire", "members", "--format", format] + options
      ).errors
    }
    #expect(
      try errors("docx", "--session", "members-session", "--seen-by", "Us", "--copies", "2")
        == "docx: --copies, --session changes nothing there\n")
    #expect(
      try errors("xlsx", "--session", "members-session", "--large-type") == "xlsx: --large-type changes nothing there\n"
    )
    #expect(try errors("html", "--session", "members-session", "--large-type", "--copies", "2") == "")
    #expect(try errors("csv", "--copies", "3") == "")
  }

  @Test("a web page is not printed to a terminal; a table is")
  func terminals() throws {
    let form = try CommandLineRun.onTerminal("form", "digital-first", "--questionnaire", "members")
    #expect(form.status == 64)
    #expect(form.errors.contains("--output report.html"))
    let score = [
      "score", "digital-first", "--questionnaire", "members-individual", "--responses", CommandLineRun.members,
    ]
    #expect(try CommandLineRun.onTerminal(arguments: score + ["--format", "html"]).status == 64)
    #expect(try CommandLineRun.onTerminal(arguments: score).status == 0)
  }

  @Test("rules lists every rule with its options, from their declarations")
  func rules() throws {
    let run = try CommandLineRun("rules")
    #expect(run.status == 0)
    for part in [
      "weighted-mean\n", "median\n", "minimum\n", "capped\n", "  ceilings: a list of, required", "missing: omit",
      "question-summary: mean | median | interpolated-median", "  share: a number from 0 to 1", "  met-at: a number\n",
      "when not set omit, and lowest for additive-levels.",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    // An example each; these scores were worked by hand.
    for line in [
      "q1: 2, q2: 4, q3 (weight 2): 5; (1 × 2 + 1 × 4 + 2 × 5) / 4 = 4",
      "q1: 1, q2: 2, q3: 4, q4: 4, q5: 5 = 4",
      "q1: 1, q2: 2, q3: 2, q4: 4, q5: 5 = 2.25",
      "q1: 4, q2: 2, q3: 5 = 2",
      "q1: 3, q2: 4, q3 (weight 2): 2; (1 × 3 + 1 × 4 + 2 × 2) / 1 = 11",
      "q1: 3, q2: 5; (100 × 3 + 100 × 5) / 8 − 25 = 75",
      "q1 (level 2): 1, q2 (level 2): 1, q3 (level 3): 1, q4 (level 3): 0 = 2.5",
      "q1 (level 1): 1, q2 (level 1): 1, q3 (level 2): 0.5, q4 (level 2): 0.5, q5 (level 3): 0.5, q6 (level 3): 0 = 1.75",
      "q1: 2, q2: 3, q3: 4 = 1",
      "q1: 1, q2: 5, q3: 5, q4: 5 = 2",
    ] {
      #expect(run.output.contains("    \(line)\n"), "\(line)")
    }
    #expect(run.output.split(separator: "\n  Example: ").count == 11)
  }

  @Test("an empty response file is one that score takes")
  func emptyResponseFile() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("empty.csv").path
    #expect(
      try CommandLineRun(
        "form", "digital-first", "--questionnaire", "employees-short", "--format", "csv", "--output", file
      ).status == 0)
    let run = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", file, "--format", "json")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("\"respondents\": 0"))
    #expect(run.output.contains("\"reasonCode\": \"no-respondents\""))
  }

  @Test("a form to print holds every question and option")
  func printableForm() throws {
    let run = try CommandLineRun("form", "digital-first", "--questionnaire", "members-individual", "--format", "html")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<!DOCTYPE html>"))
    #expect(run.output.contains("information-member"))
    #expect(!run.output.contains("<script"))
    #expect(try CommandLineRun("form", "digital-first", "--questionnaire", "member").status == 64)
  }

  @Test("explain shows a calculation that adds up")
  func explain() throws {
    let run = try CommandLineRun(
      "explain", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
      "--area", "information")
    #expect(run.status == 0)
    let counts = try #require(run.output.firstMatch(of: /People by their score: (.+)\./)).output.1
    var sum = 0.0
    var people = 0.0
    for product in counts.split(separator: ", ") {
      let parts = product.split(separator: " × ").compactMap { Double($0) }
      sum += parts[0] * parts[1]
      people += parts[0]
    }
    let result = try #require(run.output.firstMatch(of: /Score ([0-9.]+);/)).output.1
    #expect(abs((Double(result) ?? 0) - sum / people) < 0.00005)
    let unknown = try CommandLineRun(
      "explain", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
      "--area", "informaton")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean “information”?"))
  }

  @Test("nothing small is explained")
  func explainWithheld() throws {
    let run = try CommandLineRun(
      "explain", "digital-first", "--questionnaire", "members-individual", "--responses", CommandLineRun.members,
      "--area",
      "information")
    #expect(run.status == 0)
    #expect(run.output.contains("Withheld"))
    #expect(!run.output.contains("×"))
  }

  @Test("version and help")
  func version() throws {
    #expect(try CommandLineRun("--version").output == "0.1.0\n")
    #expect(try CommandLineRun("--help").status == 0)
  }

  /// Proposal C plans or meets all seven statements, and shows no reason.
  @Test("explain shows the ceiling of a score as a step, in every format", arguments: ["text", "markdown", "json"])
  func explainCeiling(_ format: String) throws {
    let run = try CommandLineRun(
      "explain", "solution-check", "--questionnaire", "proposal", "--responses",
      CommandLineRun.root.appendingPathComponent("Examples/data/solution-check/proposals-synthetic.csv").path, "--by",
      "proposal", "--group", "Proposal C", "--area", "go-ahead", "--format", format)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("The rule “minimum” makes of the answers 1, which is then held under ceilings:"))
    #expect(run.output.contains("reason-income is shown)): so it is, 1 → 0"))
  }

  @Test("explain takes any subject, one group, and other formats; wrong names exit 64")
  func explainAnything() throws {
    let answers = CommandLineRun.employees
    func explain(_ arguments: String...) throws -> CommandLineRun {
      try CommandLineRun(
        arguments: ["explain", "digital-first", "--questionnaire", "employees-short", "--responses", answers]
          + arguments)
    }
    #expect(try explain("--theme", "digital-place").output.contains("What each area does to the score"))
    #expect(try explain("--principle", "reason-1").output.contains("principle “reason-1”"))
    #expect(try explain("--question", "inclusion-1", "--format", "markdown").output.hasPrefix("# A resident asks"))
    let json = try explain(
      "--area", "people", "--by", "directorate", "--group", "directorate=homes", "--format", "json")
    #expect(json.output.hasPrefix("[") && json.output.split(separator: "\"title\"").count == 2)
    for name in ["Homes and neighbourhoods", "directorate=homes and neighbourhoods"] {
      #expect(
        try explain("--area", "people", "--by", "directorate", "--group", name, "--format", "json").output
          == json.output)
    }
    let unknown = try explain("--area", "people", "--by", "directorate", "--group", "house")
    #expect(unknown.status == 64 && unknown.errors.contains("directorate=homes (Homes and neighbourhoods)"))
    #expect(try explain("--area", "peple").errors.contains("did you mean “people”?"))
    #expect(try explain("--area", "peple").status == 64)
    #expect(try explain().status == 64)
    #expect(try explain("--area", "people", "--theme", "digital-place").status == 64)
    #expect(try explain("--overall").errors.contains("has no overall score"))
    #expect(try explain("--area", "people", "--group", "directorate=homes").errors.contains("--group needs --by"))
  }

  @Test("likely ranges stand in the JSON, the same for the same seed on any number of threads")
  func likelyRanges() throws {
    func score(_ arguments: String...) throws -> String {
      let run = try CommandLineRun(
        arguments: [
          "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
          "--format",
          "json", "--resamples", "100",
        ] + arguments)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    let plain = try score("--threads", "1")
    #expect(plain.contains("\"method\": \"percentile-bootstrap\""))
    #expect(try score("--threads", "3") == plain)
    // So few people's answers are all counted; whole sessions are drawn.
    #expect(try score("--seed", "2") == plain)
    #expect(try score("--cluster", "session", "--seed", "2") != score("--cluster", "session"))
    #expect(try score("--interval", "bca").contains("\"bca-bootstrap\""))
    #expect(try !score("--interval", "none").contains("-bootstrap"))
    #expect(try score("--cluster", "session") != plain)
    let wrong = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
      "--cluster",
      "sesion")
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean “session”?"))
  }
}
