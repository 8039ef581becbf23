import Foundation
import Testing

/// The starters' synthetic samples, scored as somebody would who has just built the program.
@Suite("starters with their samples") struct StarterTests {
  private static func score(_ starter: String, _ questionnaire: String, _ sample: String, _ more: String...) throws
    -> CommandLineRun
  {
    let file = CommandLineRun.root.appendingPathComponent("Examples/data/\(starter)/\(sample)-synthetic.csv").path
    return try CommandLineRun(
      arguments: ["score", starter, "--questionnaire", questionnaire, "--responses", file] + more)
  }

  @Test("every command of the article runs, in its order")
  func article() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("Assessments"),
      withDestinationURL: CommandLineRun.root.appendingPathComponent("Assessments"))
    #expect(try Tutorial("SmallerAssessments").run(in: folder) == 11)
  }

  @Test("proposals stand side by side")
  func proposals() throws {
    let run = try Self.score("solution-check", "proposal", "proposals", "--by", "proposal")
    #expect(run.status == 0)
    #expect(run.errors == "")
    // As the generator has them: A may go ahead, B falls short, C has no reason, D is done, E left a statement blank.
    #expect(
      run.output.contains(
        "May it go ahead?                1.0         0.0         0.0         2.0           –\n"),
      "\(run.output)")
    // Each is about something else: no average leads or stands beside, and nothing is recommended by one.
    #expect(!run.output.contains("Everyone"))
    #expect(run.output.contains("5 agreed answers stand side by side below") && !run.output.contains("Strongest"))
    for format in ["html", "markdown"] {
      let report = try Self.score("solution-check", "proposal", "proposals", "--by", "proposal", "--format", format)
      #expect(report.status == 0 && !report.output.contains("Send the proposal back"), "\(format)")
      // Neither does a view by statement average over proposals.
      #expect(!report.output.contains("Everyone"), "\(format)")
      let all = try Self.score("solution-check", "proposal", "proposals", "--format", format)
      #expect(all.output.contains("Send the proposal back"), "\(format)")
    }
    #expect(run.output.contains("  Proposal D: Two other councils sent us their figures.\n"))
    #expect(
      run.output.contains(
        "A reason that was shown         2.0         2.0         0.0         2.0         2.0\n"),
      "\(run.output)")
  }

  @Test("no average over proposals calls for actions, is compared, or fills a note; one proposal's scores do")
  func noAverageOverProposals() throws {
    let folder = try TemporaryFolder()
    let data = CommandLineRun.root.appendingPathComponent("Examples/data/solution-check/proposals-synthetic.csv").path
    let scored = try CommandLineRun(
      "score", "solution-check", "--questionnaire", "proposal", "--by", "proposal", "--responses", data, "--output",
      "all.json", in: folder.url)
    #expect(scored.status == 0, "\(scored.errors)")
    let actions = ["actions", "solution-check", "--result", "all.json"]
    let all = try CommandLineRun(arguments: actions, in: folder.url)
    #expect(all.status == 0 && all.output.contains("name one with --group"), "\(all.output)")
    let one = try CommandLineRun(arguments: actions + ["--group", "Proposal B"], in: folder.url)
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output.contains("3 of 10 open actions are called for by the scores of Proposal B"), "\(one.output)")
    #expect(one.output.contains("Test it with disabled people"))
    let none = try CommandLineRun(arguments: actions + ["--group", "Proposal X"], in: folder.url)
    #expect(none.status == 64 && none.errors.contains("there is no group “Proposal X”; known here: "))
    let compared = try CommandLineRun("compare", "solution-check", "all.json", "all.json", in: folder.url)
    #expect(compared.status == 65 && compared.errors.contains("stand side by side"))
    let chart = ["chart", "solution-check", "all.json", "--output", "all.svg", "--kind"]
    let scores = try CommandLineRun(arguments: chart + ["scores"], in: folder.url)
    #expect(scores.status != 0 && scores.errors.contains("--kind heatmap shows each"), "\(scores.errors)")
    let heatmap = try CommandLineRun(arguments: chart + ["heatmap"], in: folder.url)
    #expect(heatmap.status == 0, "\(heatmap.errors)")
    let drawing = try String(contentsOf: folder.url.appendingPathComponent("all.svg"), encoding: .utf8)
    #expect(drawing.contains("Proposal B") && !drawing.contains("Everyone"))
    for (field, status) in [("weakest.score", 65), ("area.once.score", 65), ("headline", 0)] {
      try folder.write("# T\n\n{{\(field)}}\n", to: "note.md")
      let note = try CommandLineRun("note", "note.md", "--now", "all.json", in: folder.url)
      #expect(note.status == status, "\(field): \(note.errors)")
    }
    for format in ["csv", "xlsx"] {
      let run = try CommandLineRun(
        "score", "solution-check", "--questionnaire", "proposal", "--by", "proposal", "--responses", data, "--output",
        "all.\(format)", in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
    }
    let rows = try String(contentsOf: folder.url.appendingPathComponent("all.csv"), encoding: .utf8)
    #expect(!rows.contains("proposal,Everyone,,area,") && rows.contains("proposal,Proposal A,proposal-a,area,"))
  }

  @Test("services stand side by side, though each is one form")
  func services() throws {
    let run = try Self.score("digital-declaration", "evidence", "services", "--by", "service")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(!run.output.contains("[c]"))
    #expect(run.output.contains("Services: 5 agreed answers"))
    // The links, each by its service, in every report.
    #expect(run.output.contains("  Adult care and health: https://example.org/care/foundations\n"))
    for format in ["html", "markdown"] {
      let report = try Self.score("digital-declaration", "evidence", "services", "--format", format)
      #expect(report.output.contains("example.org/care/foundations"), "\(format)")
      #expect(report.output.contains("Homes and neighbourhoods"), "\(format)")
    }
  }

  @Test("directorates stand side by side")
  func directorates() throws {
    let run = try Self.score("digital-culture", "staff", "staff", "--by", "directorate")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("Employees: 162 people"))
    #expect(run.output.contains("By directorate"))
  }

  /// Cronbach's alpha of those who answered all five statements, worked out from the file in Python.
  @Test("how reliably the areas of culture are measured stands in the annex", arguments: ["markdown", "html"])
  func reliability(_ format: String) throws {
    let run = try Self.score("digital-culture", "staff", "staff", "--format", format)
    #expect(run.status == 0)
    let marks: Set<Character> = ["|", "<", ">", " "]
    let words = run.output.split { marks.contains($0) || $0.isNewline }.joined(separator: " ")
    #expect(words.contains("Annex: how reliably areas are measured"))
    guard format == "markdown" else { return }
    for row in [
      "Open to change 5 136 0.82 –", "Trying and learning 5 132 0.83 –", "Working together 5 130 0.77 –",
      "Example from the top 5 130 0.83 –", "Residents in mind 5 121 0.77 –",
    ] { #expect(words.contains(row), "\(row)") }
  }

  /// The published shape: three quarters did not try, one quarter gave up, and of the reasons stated 35, 20, 19 and 9 %.
  @Test("180 customers have the shape of the published results")
  func customers() throws {
    let run = try Self.score("customer-engagement", "counter", "customers")
    #expect(run.status == 0)
    #expect(run.errors == "")
    for row in [
      "Tries online first        25.0  Some              50  25.0 below     100\u{A0}%     180",
      // Whoever tried and stands at the counter did not get it done.
      "Gets it done online      0.0 †  Few               75  75.0 below     100\u{A0}%      45",
    ] { #expect(run.output.contains(row), "\(row)") }
    #expect(
      run.output.contains(
        "What was the main reason that it was not done online? 160 people answered; 20 preferred not to say."))
    // Likely ranges by Wilson's formula of 56, 32, 30 and 14 of 160, worked out in Python.
    for (reason, share, range) in [
      ("I would rather talk to somebody", 35, "28 to 43"), ("The website was hard to use", 20, "15 to 27"),
      ("I lack the skills", 19, "13 to 26"), ("I did not know that I could", 9, "5 to 14"),
    ] {
      let line = run.output.split(separator: "\n").first { $0.hasPrefix(reason) }
      #expect(line?.contains(" \(share)\u{A0}%  ") == true, "\(reason)")
      #expect(line?.contains(" \(range)\u{A0}%") == true, "\(reason)")
    }
  }
}
