import DigitalMaturity
import Foundation
import Testing

@Suite("maturity actions, roadmap and compare") struct PlanningTests {
  private static let next = CommandLineRun.root.appendingPathComponent("Examples/data/employees-next-synthetic.csv")
    .path

  /// The results of the sample council's two assessments.
  private static func results(in folder: TemporaryFolder) throws -> (base: String, now: String) {
    let files = [(CommandLineRun.employees, "2026.json"), (next, "2027.json")]
    for (answers, name) in files {
      let run = try CommandLineRun(
        "score", "digital-first", "--questionnaire", "employees-short", "--responses", answers, "--by", "directorate",
        "--output", name, in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
    }
    return (folder.url.appendingPathComponent("2026.json").path, folder.url.appendingPathComponent("2027.json").path)
  }

  private static func json(_ run: CommandLineRun) throws -> DocumentNode {
    #expect(run.status == 0, "\(run.errors)")
    return try JSONReader.read(Array(run.output.utf8), file: "output.json").root
  }

  @Test("actions ranks what the results call for, and spends no more than the budget")
  func actions() throws {
    let folder = try TemporaryFolder()
    let base = try Self.results(in: folder).base
    let root = try Self.json(
      try CommandLineRun("actions", "digital-first", "--result", base, "--budget", "100", "--format", "json"))
    let ranked = try #require(root.member("ranked")?.elements.map { $0.member("benefitPerDay")?.number ?? .infinity })
    #expect(ranked.count > 10)
    #expect(ranked == ranked.sorted(by: >))
    let selection = try #require(root.member("selection"))
    #expect(try #require(selection.member("effort")?.number) <= 100)
    #expect(selection.member("proven")?.boolean == true)
    let table = try CommandLineRun("actions", "digital-first", "--result", base, "--budget", "100")
    #expect(table.output.contains("Within 100 officer-days"))
    #expect(!table.output.contains("Estimate:"))
    let expected = try CommandLineRun("actions", "digital-first", "--result", base, "--budget", "100", "--expected")
    #expect(expected.output.contains("Estimate:"))
  }

  @Test("compare says what moved by more than noise, and who took part")
  func compare() throws {
    let folder = try TemporaryFolder()
    let (base, now) = try Self.results(in: folder)
    let root = try Self.json(
      try CommandLineRun("compare", "digital-first", base, now, "--format", "json"))
    let areas = try #require(root.member("changes")?.elements.filter { $0.member("kind")?.text == "area" })
    #expect(areas.count == 9)
    let information = try #require(areas.first { $0.member("id")?.text == "information" })
    #expect(information.member("moreThanNoise")?.boolean == true)
    #expect(root.member("participation")?.member("base")?.integer == 104)
    let page = try CommandLineRun(
      "compare", "digital-first", base, now, "--same-mix", "directorate", "--common-questions", "--output", "c.html",
      in: folder.url)
    #expect(page.status == 0, "\(page.errors)")
    let text = try String(contentsOf: folder.url.appendingPathComponent("c.html"), encoding: .utf8)
    for part in ["2027 beside 2026", "the same mix of people", "asked both times", "Who took part"] {
      #expect(text.contains(part), "\(part)")
    }
    // What moved is drawn once, above the table of areas.
    #expect(text.components(separatedBy: "role=\"img\"").count == 2)
    let drawing = try #require(text.range(of: "role=\"img\""))
    #expect(drawing.lowerBound < (try #require(text.range(of: "<table"))).lowerBound)
    #expect(text.contains("Information and insight: 2026 1.83, 2027 2.78"))
    // Results of a starter say what they are of.
    let alone = try CommandLineRun("compare", base, now)
    #expect(try alone.output == CommandLineRun("compare", "digital-first", base, now).output && alone.status == 0)
    #expect(try CommandLineRun("compare", base).status == 64)
    let missing = try CommandLineRun("compare", "no.json", now)
    #expect(missing.status == 66 && missing.errors.contains("there is no file “no.json”"), "\(missing.errors)")
    let ofOurs = try String(contentsOf: URL(fileURLWithPath: base), encoding: .utf8)
      .replacing("\"digital-first\"", with: "\"our-own\"")
    try ofOurs.write(to: folder.url.appendingPathComponent("own.json"), atomically: true, encoding: .utf8)
    let own = try CommandLineRun("compare", "own.json", "own.json", in: folder.url)
    #expect(own.status == 66 && own.errors.contains("no folder, file or starter assessment “our-own”"), "\(own.errors)")
    #expect(own.errors.contains("name the assessment in front of the results"))
    let paper = try CommandLineRun("paper", "questions", "--now", "own.json", in: folder.url)
    #expect(paper.status == 66 && paper.errors.contains("say where it is with --assessment"), "\(paper.errors)")
    let trend = try CommandLineRun("compare", "digital-first", base, now, base)
    #expect(trend.output.contains("3 assessments"))
    let correction = try CommandLineRun("compare", "digital-first", base, base, "--correction")
    #expect(correction.output.contains("No figure of 2026 differs"))
    let year = try CommandLineRun("compare", "digital-first", base, now, "--correction")
    #expect(year.status == 0)
    #expect(year.output.replacing("\n", with: " ").contains("compare them without --correction"))
    #expect(!year.output.contains("were wrong"))
  }

  @Test("roadmap shows the programme, how it stands, and a drawing")
  func roadmap() throws {
    let folder = try TemporaryFolder()
    let base = try Self.results(in: folder).base
    let plan = try CommandLineRun("roadmap", "digital-first", "--result", base, "--budget", "100")
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.contains("Workstream"))
    #expect(plan.output.contains("Below target and not served within 100 officer-days: Leadership and direction, "))
    #expect(plan.output.contains("Officer-days"))
    let status = try CommandLineRun(
      "roadmap", "digital-first", "--result", base, "--budget", "100", "--status", "2027-06", "--format", "csv")
    // No action says how far it has come.
    #expect(status.output.contains("Nothing recorded") && !status.output.contains("months late"))
    let old = try CommandLineRun("roadmap", "Assessments/digital-first/programme-2019.yaml", "--status", "2019-11")
    #expect(old.output.contains("In November 2019: nothing recorded of 15."))
    #expect(old.output.contains("Source: From the Digital First Programme briefing note"))
    for words in [["--output", "g.png"], ["--format", "html"]] {
      let run = try CommandLineRun(arguments: ["roadmap", "digital-first", "--gantt"] + words, in: folder.url)
      #expect(run.status == 64)
      #expect(run.errors.contains("--gantt writes SVG"))
    }
    let drawing = try CommandLineRun(
      "roadmap", "digital-first", "--result", base, "--budget", "100", "--gantt", "--output", "plan.svg", in: folder.url
    )
    #expect(drawing.status == 0, "\(drawing.errors)")
    let svg = try String(contentsOf: folder.url.appendingPathComponent("plan.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""))
    let page = try CommandLineRun(
      "roadmap", "digital-first", "--result", base, "--budget", "100", "--output", "plan.html", in: folder.url)
    #expect(page.status == 0, "\(page.errors)")
    let html = try String(contentsOf: folder.url.appendingPathComponent("plan.html"), encoding: .utf8)
    // A tall drawing is in parts, all above the first table.
    let parts = html.components(separatedBy: "role=\"img\"")
    #expect(parts.count > 1 && parts.dropLast().allSatisfy { !$0.contains("<table") })
  }

  @Test("a title and a date are kept in results and shown; dates that run backwards are refused wherever two are read")
  func occasions() throws {
    let folder = try TemporaryFolder()
    func score(_ answers: String, _ more: [String]) throws -> CommandLineRun {
      try CommandLineRun(
        arguments: ["score", "digital-first", "--questionnaire", "employees-short", "--responses", answers] + more,
        in: folder.url)
    }
    for (answers, year) in [(CommandLineRun.employees, "2026"), (Self.next, "2027")] {
      let words = ["--title", "\(year) assessment", "--date", "\(year)-05-03"]
      let run = try score(answers, words + ["--output", "\(year).json"])
      #expect(run.status == 0, "\(run.errors)")
      // Analysts put the years' tables under each other.
      let rows = try score(answers, words + ["--format", "csv"]).output.split(separator: "\r\n")
      #expect(rows.first?.hasSuffix(",unanimous,title,date") == true)
      #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",\(year) assessment,\(year)-05-03") })
      #expect(try score(answers, words + ["--format", "csvw", "--output", "w\(year)"]).status == 0)
      for (file, part) in [("scores", "unanimous,title,date"), ("metadata", "\"dc:date\": \"\(year)-05-03\"")] {
        let name = file == "metadata" ? "csv-metadata.json" : "scores.csv"
        let text = try String(
          contentsOf: folder.url.appendingPathComponent("w\(year)/\(name)"), encoding: .utf8)
        #expect(text.contains(part), "\(name)")
      }
      for format in ["table", "markdown", "html"] {
        let page = try score(answers, words + ["--format", format])
        #expect(page.output.contains("\(year) assessment"), "\(format)")
        #expect(page.output.replacing("\u{A0}", with: " ").contains("3 May \(year)"), "\(format)")
      }
    }
    let page = try CommandLineRun("compare", "digital-first", "2026.json", "2027.json", in: folder.url)
    #expect(page.status == 0 && page.errors.isEmpty, "\(page.errors)")
    #expect(page.output.contains("2027 assessment beside 2026 assessment"))
    let json = try Self.json(
      try CommandLineRun("compare", "digital-first", "2026.json", "2027.json", "--format", "json", in: folder.url))
    #expect(json.member("base")?.member("date")?.text == "2026-05-03")
    #expect(json.member("now")?.member("title")?.text == "2027 assessment")
    let paper = ["paper", "questions", "--assessment", "digital-first"]
    let told = try CommandLineRun(arguments: paper + ["--now", "2027.json", "--base", "2026.json"], in: folder.url)
    #expect(
      told.output.replacing("\u{A0}", with: " ").replacing("\n", with: " ").contains(
        "Results of: 2027 assessment, 3 May 2027. Set beside: 2026 assessment, 3 May 2026."),
      "\(told.output.prefix(900))")
    #expect(try CommandLineRun("note", "--template", "briefing-note", "--output", "n.md", in: folder.url).status == 0)
    for (more, sentence) in [
      ([], "Results of: 2027 assessment, 3 May 2027.\n"),
      (["--base", "2026.json"], "Results of: 2027 assessment, 3 May 2027. Set beside: 2026 assessment, 3 May 2026.\n"),
    ] {
      let note = try CommandLineRun(arguments: ["note", "n.md", "--now", "2027.json"] + more, in: folder.url)
      #expect(note.output.replacing("\u{A0}", with: " ").contains(sentence), "\(note.errors)")
    }
    for words in [
      ["compare", "digital-first", "2027.json", "2026.json"], paper + ["--now", "2026.json", "--base", "2027.json"],
      ["compare", "digital-first", "2026.json", "2027.json", "2026.json"],
      ["chart", "digital-first", "2027.json", "2026.json", "--kind", "change"],
    ] {
      let run = try CommandLineRun(arguments: words, in: folder.url)
      #expect(run.status == 65, "\(words)")
      #expect(run.errors.contains("name the earlier one first"), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    #expect(try score(Self.next, ["--output", "undated.json"]).status == 0)
    let undated = try CommandLineRun("compare", "digital-first", "2026.json", "undated.json", in: folder.url)
    #expect(undated.status == 0)
    #expect(undated.errors.contains("no date in “undated.json”"))
    for wrong in [["--date", "3 May"], ["--title", " "]] { #expect(try score(Self.next, wrong).status == 64) }
  }

  @Test("upgrade carries what still fits and names the rest")
  func upgrade() throws {
    let folder = try TemporaryFolder()
    for version in ["old", "new"] {
      try FileManager.default.copyItem(
        at: CommandLineRun.root.appendingPathComponent("Assessments/digital-first"),
        to: folder.url.appendingPathComponent(version))
    }
    let areas = folder.url.appendingPathComponent("new/questionnaires/members.yaml")
    let text = try String(contentsOf: areas, encoding: .utf8)
    let agreed = CommandLineRun.root.appendingPathComponent("Examples/data/members-synthetic.csv").path
    try text.replacing("id: leadership-reason", with: "id: leadership-why")
      .write(to: areas, atomically: true, encoding: .utf8)
    let run = try CommandLineRun(
      "upgrade", "new", "--from", "old", "--questionnaire", "members", "--responses", agreed, "--output",
      "c.csv",
      in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("leadership-why: ask: new\n"))
    #expect(run.errors.contains("leadership-reason: not asked any more; its answers are left out\n"))
    let same = try CommandLineRun(
      "upgrade", "old", "--from", "old", "--questionnaire", "members", "--responses", agreed, in: folder.url)
    #expect(same.output == (try String(contentsOfFile: agreed, encoding: .utf8)))
    #expect(same.errors.contains(" 0 to ask"))
    let plan = try Self.json(
      try CommandLineRun(
        "upgrade", "new", "--from", "old", "--questionnaire", "members", "--plan", in: folder.url))
    let fates = plan.member("columns")?.elements.map { $0.member("fate")?.text } ?? []
    #expect(fates.filter { $0 == "new" }.count == 1 && fates.filter { $0 == "removed" }.count == 1)
    let both = try CommandLineRun(
      "upgrade", "old", "--from", "old", "--questionnaire", "members", "--plan", "--responses", agreed,
      in: folder.url)
    #expect(both.status == 64)
  }

  @Test(
    "every command of the pages runs, in its order",
    arguments: [
      ("Sources/DigitalMaturity/DigitalMaturity.docc/PlanWhatHappensNext.md", "## Rank it", 7),
      ("README.md", "## From a score to what happens next", 11),
    ])
  func pages(_ path: String, _ heading: String, _ count: Int) throws {
    let folder = try TemporaryFolder()
    let page = try String(contentsOf: CommandLineRun.root.appendingPathComponent(path), encoding: .utf8)
    let part = try #require(page.components(separatedBy: heading + "\n").last)
    let chapter = path == "README.md" ? part.components(separatedBy: "\n## ")[0] : part
    let blocks = chapter.components(separatedBy: "```sh\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let lines = blocks.flatMap { $0.replacing("\\\n", with: "").split(separator: "\n") }.filter { !$0.hasPrefix("#") }
    #expect(lines.count == count)
    for line in lines {
      // What stands in quotation marks is one word.
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
        index % 2 == 1 ? [part] : part.split(separator: " ")
      }
      let words = parts.map { word in
        ["Examples/", "Assessments/"].contains { word.hasPrefix($0) }
          ? "\(CommandLineRun.root.path)/\(word)" : String(word)
      }
      #expect(words[0] == "maturity")
      let run = try CommandLineRun(arguments: Array(words.dropFirst()), in: folder.url)
      #expect(run.status == 0, "\(line)\n\(run.errors)")
    }
  }

  @Test("what cannot be compared or chosen is refused, and nothing is overwritten")
  func refused() throws {
    let folder = try TemporaryFolder()
    let (base, now) = try Self.results(in: folder)
    let nothing = try CommandLineRun("actions", "digital-first", "--result", base, "--budget", "0")
    #expect(nothing.status == 64)
    #expect(nothing.errors.contains("--budget is a number of officer-days above 0"))
    for words in [["actions", "digital-first", "--result", base], ["roadmap", "digital-first", "--result", base]] {
      let run = try CommandLineRun(arguments: words + ["--budget", "-5"], in: folder.url)
      #expect(run.status == 64)
      #expect(run.errors.contains("--budget is a number of officer-days above 0"))
    }
    let month = try CommandLineRun("roadmap", "digital-first", "--status", "2027-13")
    #expect(month.status == 64)
    #expect(month.errors.contains("a month is its year and its number from 01 to 12, such as 2027-06"))
    let otherCulture = try CommandLineRun("compare", "digital-culture", base, now)
    #expect(otherCulture.status == 65)
    #expect(otherCulture.errors.contains("is a result of “digital-first”, not of “digital-culture”"))
    let other = try CommandLineRun("actions", "digital-literacies", "--result", base)
    #expect(other.status == 65)
    #expect(other.errors.contains("is a result of “digital-first”, not of “digital-literacies”"))
    let whole = try String(contentsOfFile: base, encoding: .utf8)
    let cut = try folder.write(String(whole.prefix(whole.count / 2)), to: "cut.json")
    let truncated = try CommandLineRun("compare", "digital-first", cut, now)
    #expect(truncated.status == 65)
    #expect(truncated.errors.contains("cut.json: the file ends in the middle; was it copied whole?"))
    let later = try folder.write(
      "{\"format\": 2" + whole.dropFirst("{\n  \"format\": 1".count), to: "later.json")
    let newer = try CommandLineRun("compare", "digital-first", later, now)
    #expect(newer.status == 65, "\(newer.errors)")
    #expect(newer.errors.contains("later.json:1:12: error: this file has format 2; this version reads format 1"))
    let stranger = try folder.write(
      whole.replacing("\"id\": \"digital-first\"", with: "\"id\": \"another\""), to: "another.json")
    let page = try folder.write("mine", to: "page.html")
    for (wrong, reason) in [
      (stranger, "another.json” is a result of “another”, not of “digital-first”"), (later, "later.json:1:12: error"),
      (cut, "cut.json:"),
    ] {
      for more in [[], ["--correction"]] {
        let run = try CommandLineRun(
          arguments: ["compare", "digital-first", base, wrong, "--output", page, "--force"] + more)
        #expect(run.status == 65 && run.errors.contains(reason), "\(run.errors)")
      }
      let plan = try CommandLineRun("roadmap", "digital-first", "--result", wrong, "--output", page, "--force")
      #expect(plan.status == 65 && plan.errors.contains(reason), "\(plan.errors)")
    }
    #expect(try String(contentsOfFile: page, encoding: .utf8) == "mine")
    let missing = try CommandLineRun("compare", "digital-first", "nowhere.json", now)
    #expect(missing.status == 66)
    let questionnaires = try CommandLineRun("compare", "digital-first", base, now, "--questionnaire", "members")
    #expect(questionnaires.status == 65)
    #expect(
      questionnaires.errors.contains("not every result is of the questionnaire “members”; all have “employees-short”"))
    let overwrite = try CommandLineRun("compare", "digital-first", base, now, "--output", now)
    #expect(overwrite.status == 73)
    #expect(try String(contentsOfFile: now, encoding: .utf8).count > 1000)
  }
}
