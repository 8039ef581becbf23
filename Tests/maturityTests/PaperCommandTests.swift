import Foundation
import Testing

@Suite("maturity note and paper") struct PaperCommandTests {
  /// A folder with results of the sample workshop.
  static func results() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let run = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees, "--by",
      "directorate", "--resamples", "100", "--output", folder.url.appendingPathComponent("now.json").path)
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test("a template is filled, and written in each format")
  func template() throws {
    let folder = try Self.results()
    for template in ["briefing-note", "cabinet-report"] {
      #expect(
        try CommandLineRun("note", "--template", template, "--output", "\(template).md", in: folder.url).status == 0)
      for ending in ["docx", "html", "md"] {
        let run = try CommandLineRun(
          "note", "\(template).md", "--now", "now.json", "--output", "\(template)-out.\(ending)", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("is still to be written [unfinished]"))
        let bytes = try Data(contentsOf: folder.url.appendingPathComponent("\(template)-out.\(ending)"))
        if ending == "docx" {
          #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        } else {
          #expect(String(decoding: bytes, as: UTF8.self).contains("104 people answered"))
        }
      }
    }
  }

  @Test("fields that cannot be filled are listed, and nothing is written")
  func unknown() throws {
    let folder = try Self.results()
    try folder.write("{{area.leadership.scor}}\n{{area.leadership.score}} {{x}}\n", to: "note.md")
    let run = try CommandLineRun("note", "note.md", "--now", "now.json", "--output", "out.html", in: folder.url)
    #expect(run.status == 65)
    #expect(run.errors.contains("note.md:1:1: error: ") && run.errors.contains("{{area.leadership.score}}”?"))
    #expect(
      run.errors.contains("note.md:2:27: error: ") && run.errors.contains("note.md: 2 errors; nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out.html").path))
  }

  @Test("the paper itself is never replaced, whatever its name and with --force")
  func source() throws {
    let folder = try Self.results()
    try folder.write("{{respondents}}\n", to: "note.md")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("link.md"), withDestinationURL: folder.url.appendingPathComponent("note.md")
    )
    for output in ["note.md", "./note.md", "link.md"] {
      let run = try CommandLineRun(
        "note", "note.md", "--now", "now.json", "--output", output, "--force", in: folder.url)
      #expect(run.status == 64)
      #expect(run.errors.contains("is the paper itself"))
    }
    #expect(
      try String(contentsOf: folder.url.appendingPathComponent("note.md"), encoding: .utf8) == "{{respondents}}\n")
  }

  @Test("wrong usage and wrong files are told")
  func wrong() throws {
    let folder = try Self.results()
    try folder.write("x\n", to: "note.md")
    try folder.write("{}", to: "empty.json")
    for (arguments, status, words) in [
      (["note"], 64, "name the paper to fill"), (["note", "note.md"], 64, "with --now, such as"),
      (["note", "note.md", "--template", "briefing-note"], 64, "name the paper to fill"),
      (["note", "none.md", "--now", "now.json"], 66, "no file “none.md”"),
      (["note", "note.md", "--now", "none.json"], 66, "no file “none.json”"),
      (["note", "note.md", "--now", "empty.json"], 65, "format"),
      (["note", "note.md", "--now", "now.json", "--output", "out.pdf"], 64, "names no format"),
      (["note", "note.md", "--now", "now.json", "--assessment", "digital-literacies"], 65, "holds results of"),
      (["paper", "you-said"], 64, "with --now, such as"), (["paper", "x", "--now", "now.json"], 64, "you-said"),
    ] {
      let run = try CommandLineRun(arguments: arguments, in: folder.url)
      #expect(run.status == status, "\(arguments)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    }
  }

  @Test("papers made of results", arguments: ["you-said", "questions"])
  func papers(kind: String) throws {
    let folder = try Self.results()
    for ending in ["docx", "html", "md"] {
      let run = try CommandLineRun(
        "paper", kind, "--now", "now.json", "--note", "Synthetic data", "--output", "out.\(ending)", in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
    }
    let text = try String(contentsOf: folder.url.appendingPathComponent("out.md"), encoding: .utf8)
    #expect(text.contains("Synthetic data"))
    #expect(text.hasPrefix(kind == "you-said" ? "# You said, so we…" : "# Likely questions"))
    let compared = try CommandLineRun("paper", kind, "--now", "now.json", "--base", "now.json", in: folder.url)
    #expect(compared.status == 0 && compared.output.contains(kind == "you-said" ? "Strongest" : "No area moved"))
  }

  @Test("--budget chooses as “maturity actions” does, and papers tell of it")
  func budget() throws {
    let folder = try Self.results()
    try folder.write("{{programme}}\n\n{{table.programme}}\n", to: "note.md")
    let note = try CommandLineRun("note", "note.md", "--now", "now.json", "--budget", "100", in: folder.url)
    #expect(note.status == 0 && note.output.contains("chosen within a budget of 100 officer-days"), "\(note.errors)")
    let actions = try CommandLineRun(
      "actions", "digital-first", "--result", "now.json", "--budget", "100", "--format", "csv", in: folder.url)
    let chosen = actions.output.split(whereSeparator: \.isNewline).filter { $0.hasSuffix(",yes") }
    #expect(!chosen.isEmpty)
    // A heading row and a line under it.
    #expect(note.output.split(separator: "\n").count { $0.hasPrefix("|") } == chosen.count + 2)
    #expect(note.output.contains("| Workstream | Project | Description | Timeframe |"))
    let said = try CommandLineRun("paper", "you-said", "--now", "now.json", "--budget", "100", in: folder.url)
    #expect(said.output.contains("So we plan to"))
    #expect(try !CommandLineRun("paper", "you-said", "--now", "now.json", in: folder.url).output.contains("plan to"))
  }

  @Test("what no field tells of is warned of; earlier results of another assessment are refused")
  func untold() throws {
    let folder = try Self.results()
    try folder.write("{{title}}\n", to: "note.md")
    let run = try CommandLineRun(
      "note", "note.md", "--now", "now.json", "--base", "now.json", "--budget", "50", in: folder.url)
    #expect(run.status == 0)
    #expect(run.errors.contains("add {{table.changes}}") && run.errors.contains("add {{table.programme}}"))
    let culture = try CommandLineRun(
      "simulate", "digital-culture", "--questionnaire", "staff", "--people", "30", "--seed", "1", "--output",
      "culture.csv", in: folder.url)
    #expect(culture.status == 0, "\(culture.errors)")
    let other = try CommandLineRun(
      "score", "digital-culture", "--questionnaire", "staff", "--responses", "culture.csv", "--output", "culture.json",
      in: folder.url)
    #expect(other.status == 0, "\(other.errors)")
    for arguments in [["note", "note.md"], ["paper", "questions"]] {
      let run = try CommandLineRun(
        arguments: arguments + ["--now", "now.json", "--base", "culture.json"], in: folder.url)
      #expect(run.status == 65)
      #expect(run.errors.contains("“culture.json” is a result of “digital-culture”, not of “digital-first”"))
    }
  }

  /// Every command of the article is run as it stands there.
  @Test("the commands of the article work")
  func article() throws {
    let folder = try TemporaryFolder()
    #expect(try Tutorial("ReportToACommittee").run(in: folder) >= 8)
    for file in ["briefing.docx", "briefing.html", "you-said.html", "questions.docx", "results.xlsx", "results.csvw"] {
      #expect(FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(file).path), "\(file)")
    }
  }
}
