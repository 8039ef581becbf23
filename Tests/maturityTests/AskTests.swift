import Foundation
import Testing

@Suite("maturity ask") struct AskTests {
  /// An assessment with two questions, the second only for those with a plan.
  private static let assessment = """
    format: 1
    id: small
    version: 1.0.0
    title: A small one
    levels:
      - {id: low, value: 1, name: Low}
      - {id: high, value: 2, name: High}
    areas:
      - {id: led, name: Led}
    scoring:
      areas: {rule: weighted-mean}
    questionnaires:
      - id: staff
        title: How we work
        attributes:
          - {id: team, text: Which team?, values: [{id: north, label: North}, {id: south, label: South}]}
        sections:
          - id: s
            title: Leadership
            questions:
              - {id: plan, kind: yes-no, text: Is there a plan?, measures: {areas: [led]}, allow: [dont-know]}
              - {id: read, kind: yes-no, text: Have you read it?, measures: {areas: [led]}, show-when: {question: plan, is: yes}}
              - {id: why, kind: text, text: Why?}
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.assessment, to: "assessment.yaml")
  }

  private func ask(_ more: String..., input: String) throws -> CommandLineRun {
    try CommandLineRun(
      arguments: ["ask", "assessment.yaml", "--questionnaire", "staff"] + more, input: input, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  private func score(_ file: String) throws -> CommandLineRun {
    try CommandLineRun(
      "score", "assessment.yaml", "--questionnaire", "staff", "--responses", file, "--strict", "--format", "json",
      in: folder.url)
  }

  @Test("the command that goes on makes the same promises in the same words")
  func theWayOn() throws {
    let words = try folder.write("format: 1\nlanguage: pl\nstatus: draft\n", to: "pl.yaml")
    let options = [
      "--language", "pl", "--words", words, "--seen-by", "the team", "--kept-until", "May", "--threshold", "20",
    ]
    let run = try CommandLineRun(
      arguments: ["ask", "assessment.yaml", "--questionnaire", "staff", "--respondent", "p1"] + options, input: "q\n",
      in: folder.url)
    #expect(
      run.output.hasSuffix(
        "--respondent p1 --language pl --words \(words) --seen-by 'the team' --kept-until May --threshold 20\n"),
      "\(run.output)")
    let usual = try ask("--respondent", "p2", input: "q\n")
    #expect(usual.output.hasSuffix(" --output staff-answers.jsonl --respondent p2\n"), "\(usual.output)")
  }

  @Test("answers that there is no room for leave the file without half of them, and are handed in later")
  func noRoom() throws {
    let start = "{\"respondent\": \"x\", \"why\": \""
    let before = start + String(repeating: "a", count: 8_192 - 20 - start.utf8.count) + "\"}\n"
    try folder.write(before, to: "answers.jsonl")
    // 20 bytes are left of the 8 KiB that a file may have.
    let line = """
      ulimit -f 8; printf '1\\n2\\n2\\n\\n\\n' | "$maturity" ask assessment.yaml --questionnaire staff --respondent p1 \
      --output answers.jsonl
      """
    let run = try CommandLineRun(
      arguments: ["-c", line], program: URL(fileURLWithPath: "/bin/bash"), in: folder.url,
      environment: ["maturity": CommandLineRun.binary.path])
    #expect(
      run.status == 73 && run.errors.contains("“answers.jsonl” cannot be written: File too large"), "\(run.errors)")
    #expect(try text("answers.jsonl") == before)
    let later = try ask("--output", "answers.jsonl", "--respondent", "p1", input: "")
    #expect(later.status == 0, "\(later.errors)")
    #expect(
      try text("answers.jsonl") == before
        + "{\"respondent\": \"p1\", \"team\": \"north\", \"plan\": \"yes\", \"read\": \"yes\"}\n")
    #expect(try names == ["answers.jsonl", "assessment.yaml"])
  }

  @Test("a whole interview over a pipe becomes a row that scores", arguments: ["answers.jsonl", "answers.csv"])
  func whole(_ output: String) throws {
    let first = try ask("--output", output, "--respondent", "p1", input: "1\n2\n2\n+ a note\nbecause, so\n\n")
    #expect(first.status == 0 && first.errors == "")
    #expect(first.output.contains("Question 2 of 3, Leadership\nHave you read it?\n1. No\n2. Yes\n"))
    #expect(first.output.hasSuffix("Your answers are in “\(output)”.\nYour notes are in “answers-notes.csv”.\n"))
    #expect(!first.output.contains("\u{1B}"))
    let second = try ask("--output", output, "--respondent", "p2", input: "2\r\n1\r\n\r\n\r\n")
    #expect(second.status == 0)
    #expect(!second.output.contains("Have you read it?"))
    let csv = "respondent,team,plan,read,why\r\np1,north,yes,yes,\"because, so\"\r\np2,south,no,,\r\n"
    let lines = """
      {"respondent": "p1", "team": "north", "plan": "yes", "read": "yes", "why": "because, so"}
      {"respondent": "p2", "team": "south", "plan": "no"}

      """
    #expect(try text(output) == (output.hasSuffix("csv") ? csv : lines))
    #expect(try text("answers-notes.csv") == "respondent,question,note\r\np1,why,a note\r\n")
    #expect(try names == ["answers-notes.csv", output, "assessment.yaml"].sorted())
    let score = try score(output)
    #expect(score.status == 0 && score.errors == "")
    // At the tea break notes are no answers.
    let session = try CommandLineRun("session", ".", in: folder.url)
    #expect(session.status == 0 && session.output.contains("staff: 2 answered"), "\(session.errors)")
    #expect(!session.errors.contains("notes"))
  }

  @Test("a process that is killed loses nothing, and the next goes on where it was")
  func killed() throws {
    let process = Process()
    process.executableURL = CommandLineRun.binary
    process.arguments = [
      "ask", "assessment.yaml", "--questionnaire", "staff", "--output", "answers.jsonl", "--respondent", "p1",
    ]
    process.currentDirectoryURL = folder.url
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var shown = ""
    func wait(for text: String) {
      while !shown.contains(text) {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { break }
        shown += String(decoding: data, as: UTF8.self)
      }
      #expect(shown.contains(text))
    }
    wait(for: "Which team?")
    try input.fileHandleForWriting.write(contentsOf: Data("2\n".utf8))
    // Whatever question is shown, the answer before it is on disk.
    wait(for: "Is there a plan?")
    #expect(try text("answers.jsonl.p1.unfinished").hasSuffix("{\"item\": \"team\", \"answer\": \"south\"}\n"))
    try input.fileHandleForWriting.write(contentsOf: Data("+ we had one\n2\n".utf8))
    wait(for: "Have you read it?")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try names == ["answers.jsonl.p1.unfinished", "assessment.yaml"])

    let run = try ask("--output", "answers.jsonl", "--respondent", "p1", input: "1\n\n\n")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output.contains(
        "Going on where you stopped: 1 of 3 questions done.\n\nQuestion 2 of 3, Leadership\nHave you read it?"))
    #expect(
      try text("answers.jsonl")
        == "{\"respondent\": \"p1\", \"team\": \"south\", \"plan\": \"yes\", \"read\": \"no\"}\n")
    #expect(try text("answers-notes.csv").hasSuffix("p1,plan,we had one\r\n"))
    #expect(try names == ["answers-notes.csv", "answers.jsonl", "assessment.yaml"])
  }

  @Test(
    "the end of the input and q say how to go on, and the code that was given leads back",
    arguments: ["1\n1\n", "1\n1\nq\n"])
  func goOn(_ input: String) throws {
    let run = try ask("--seen-by", "two people", "--threshold", "12", input: input)
    #expect(run.status == 0)
    #expect(run.output.contains(": two people\n") && run.output.contains("fewer than 12"), "\(run.output)")
    let command = try #require(run.output.split(separator: "\n").last)
    #expect(command.hasPrefix("maturity ask ") && command.hasSuffix(" --seen-by 'two people' --threshold 12"))
    let code = command.firstMatch(of: /--respondent (\w+)/)?.1 ?? ""
    #expect(run.output.contains("Your code is \(code)."))
    // As a shell reads it.
    let again = try CommandLineRun(
      arguments: ["-c", "maturity() { \"$binary\" \"$@\"; }; \(command)"], program: URL(fileURLWithPath: "/bin/bash"),
      input: "b\nd\n\n\n", in: folder.url, environment: ["binary": CommandLineRun.binary.path])
    #expect(again.status == 0)
    #expect(again.output.contains("Question 2 of 2, Leadership\nWhy?"))
    #expect(try text("staff-answers.jsonl").contains("\"team\": \"north\", \"plan\": \"dont-know\"}\n"))
  }

  @Test("a journal that was cut short or is of another interview, and a person who has answered")
  func unusual() throws {
    _ = try ask("--output", "a.jsonl", "--respondent", "p1", input: "1\n2\n")
    let journal = folder.url.appendingPathComponent("a.jsonl.p1.unfinished")
    let whole = try Data(contentsOf: journal)
    try whole.dropLast(9).write(to: journal)
    let torn = try ask("--output", "a.jsonl", "--respondent", "p1", input: "2\n")
    #expect(torn.errors.contains("a line is not whole and is left out"))
    #expect(torn.output.contains("Question 1 of 2, Leadership\nIs there a plan?"))
    #expect(torn.output.contains("Question 2 of 3, Leadership"))
    // Another person of the same file name.
    try Data(String(decoding: whole, as: UTF8.self).replacingOccurrences(of: "\"p1\"", with: "\"p2\"").utf8).write(
      to: journal)
    let other = try ask("--output", "a.jsonl", "--respondent", "p1", input: "")
    #expect(other.status == 65 && other.errors.contains("this interview is of “p2”"))
    try Data("respondent,team\n".utf8).write(to: journal)
    #expect(try ask("--output", "a.jsonl", "--respondent", "p1", input: "").status == 65)

    try folder.write("{\"respondent\": \"P3\"}\n", to: "a.jsonl")
    let twice = try ask("--output", "a.jsonl", "--respondent", "p3", input: "")
    #expect(twice.status == 65 && twice.errors.contains("“p3” has answered already, on line 1 of “a.jsonl”"))
    try folder.write("respondent,plan\n", to: "b.csv")
    let columns = try ask("--output", "b.csv", input: "")
    #expect(columns.status == 65 && columns.errors.contains("b.csv:1:1: the columns are not those of “staff”"))
    #expect(try ask("--output", "b.xlsx", input: "").status == 64)
    #expect(try ask("--respondent", " ", input: "").status == 64)
    #expect(try CommandLineRun("ask", "digital-first", "--questionnaire", "stuff").status == 64)
  }

  @Test("killed between handing in and tidying up, the row is there once")
  func handedInTwice() throws {
    _ = try ask("--output", "a.jsonl", "--respondent", "p1", input: "1\n1\n\n")
    let journal = folder.url.appendingPathComponent("a.jsonl.p1.unfinished")
    let handedIn = try Data(contentsOf: journal) + Data("{\"handed-in\": true}\n".utf8)
    for _ in 0..<2 {
      try handedIn.write(to: journal)
      let run = try ask("--output", "a.jsonl", "--respondent", "p1", input: "")
      #expect(run.status == 0)
      #expect(try text("a.jsonl") == "{\"respondent\": \"p1\", \"team\": \"north\", \"plan\": \"no\"}\n")
      #expect(try names == ["a.jsonl", "assessment.yaml"])
    }
  }

  @Test(
    "the starter's questionnaires can be asked to their end by Enter alone",
    arguments: ["employees", "employees-rest", "employees-short", "members", "members-individual"])
  func starters(_ questionnaire: String) throws {
    let run = try CommandLineRun(
      "ask", "digital-first", "--questionnaire", questionnaire, "--respondent", "p1",
      input: String(repeating: "\n", count: 100), in: folder.url)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("That was the last question."))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 72 || !$0.contains(" ") })
    #expect(try text("\(questionnaire)-answers.jsonl") == "{\"respondent\": \"p1\"}\n")
  }
}
