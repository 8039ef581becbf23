import DigitalMaturity
import Foundation
import Testing

@Suite("maturity score") struct ScoreTests {
  static func score(_ more: String..., input: String? = nil) throws -> CommandLineRun {
    try CommandLineRun(
      arguments: ["score", "digital-first", "--questionnaire", "employees-short"] + more, input: input)
  }

  @Test("the JSON has the promised keys and reads back")
  func json() throws {
    let run = try Self.score("--responses", CommandLineRun.employees, "--by", "directorate", "--format", "json")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["format"] as? Int == 1)
    #expect((object["assessment"] as? [String: Any])?["id"] as? String == "digital-first")
    #expect(object["questionnaire"] as? String == "employees-short")
    let groups = try #require(object["groups"] as? [[String: Any]])
    let everyone = try #require(groups.first)
    #expect((everyone["group"] as? [String: Any])?.isEmpty == true)
    #expect(everyone["respondents"] as? Int == 104)
    let areas = try #require(everyone["areas"] as? [[String: Any]])
    #expect(areas.count == 9)
    for key in ["id", "name", "score", "level", "target", "gap", "coverage", "answered", "statuses", "distribution"] {
      #expect(areas[0][key] != nil, "\(key)")
    }
    for key in ["themes", "principles", "literacies", "overall"] { #expect(everyone[key] != nil, "\(key)") }
    let scorecards = try PublishableScorecard.read(Array(run.output.utf8), file: "result.json")
    #expect(scorecards.count == 1)
    #expect(PublishableScorecard.json(scorecards).text == run.output)
  }

  @Test("the order of rows and the split into files never matter, and standard input is a file")
  func order() throws {
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: CommandLineRun.employees, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(String.init)
    let header = lines[0]
    let first = try folder.write(([header] + lines[1...40].reversed()).joined(separator: "\n"), to: "first.csv")
    let rest = ([header] + lines[41...]).joined(separator: "\r\n")
    let whole = try Self.score("--responses", CommandLineRun.employees, "--by", "directorate", "--format", "json")
    let split = try Self.score(
      "--responses", "-", first, "--by", "directorate", "--format", "json", input: rest)
    #expect(split.errors == "")
    #expect(split.output == whole.output)
  }

  @Test("cohorts pair in order and stand side by side")
  func cohorts() throws {
    let run = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "members-individual", "--responses", CommandLineRun.members,
      "--questionnaire", "employees-short", "--responses", CommandLineRun.employees, "--format", "json")
    #expect(run.status == 0)
    let scorecards = try PublishableScorecard.read(Array(run.output.utf8), file: "result.json")
    #expect(scorecards.map(\.questionnaire.rawValue) == ["members-individual", "employees-short"])
    // Nine members: nothing of them is shown.
    let members = try #require(scorecards.first?.everyone)
    #expect(members.isSuppressed)
    #expect(members.respondents == nil)
    #expect(members.areas.allSatisfy { $0.isWithheld && $0.distribution.isEmpty && $0.statuses == nil })
    #expect(scorecards.last?.everyone?.respondents == 104)
  }

  @Test(
    "every format is written, by name and by the ending of the output",
    arguments: ["table", "json", "csv", "markdown", "html"])
  func formats(_ format: String) throws {
    let run = try Self.score("--responses", CommandLineRun.employees, "--format", format)
    #expect(run.status == 0)
    #expect(run.output.contains("Information and insight"))
    let endings = ["table": "txt", "markdown": "md"]
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("result.\(endings[format] ?? format)")
    #expect(try Self.score("--responses", CommandLineRun.employees, "--output", file.path).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == run.output)
  }

  @Test("a report has the council's look and who took part, and a look that cannot be read is refused")
  func look() throws {
    let folder = try TemporaryFolder()
    let headcounts = CommandLineRun.root.appendingPathComponent("Examples/data/headcounts-synthetic.csv").path
    let logo = try folder.write("<svg xmlns='http://www.w3.org/2000/svg'/>", to: "logo.svg")
    let run = try Self.score(
      "--responses", CommandLineRun.employees, "--by", "directorate", "--format", "html", "--interval", "none",
      "--council", "Sample Council", "--logo", logo, "--colour", "accent=#005EA5", "--headcount", headcounts)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("alt=\"Sample Council\"") && run.output.contains("--mark: #005EA5"))
    #expect(run.output.contains("people took part: "))
    for (words, status, message) in [
      (
        ["--format", "html", "--colour", "accent=#fff", "--colour", "link=#777"], 65,
        "4.48 to 1, and 4.5 to 1 is needed"
      ),
      (["--format", "html", "--colour", "acent=#fff"], 64, "did you mean “accent”?"),
      (["--format", "html", "--logo", "none.png"], 66, "none.png"),
      (["--format", "html", "--logo-text", "x"], 64, "add --logo"),
      (["--format", "csv", "--council", "Sample"], 64, "belong to an HTML report"),
    ] as [([String], Int32, String)] {
      let refused = try CommandLineRun(
        arguments: [
          "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
        ] + words)
      #expect(refused.status == status, "\(words)")
      #expect(refused.errors.contains(message), "\(refused.errors)")
    }
  }

  @Test("an existing file is not overwritten without --force, and no part file stays")
  func output() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("precious", to: "result.json")
    let refused = try Self.score("--responses", CommandLineRun.employees, "--output", file)
    #expect(refused.status == 73)
    #expect(refused.errors.contains("--force"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "precious")
    #expect(try Self.score("--responses", CommandLineRun.employees, "--output", file, "--force").status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("{"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["result.json"])
    let unwritable = try Self.score(
      "--responses", CommandLineRun.employees, "--output", folder.url.path + "/none/result.json")
    #expect(unwritable.status == 73)
  }

  @Test("a pipe is written into, and stays one")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("pipe").path
    try #require(unsafe mkfifo(path, 0o600) == 0)
    // Open both ways, so that neither side waits for the other; a table fits into a pipe.
    let descriptor = unsafe open(path, O_RDWR | O_NONBLOCK)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let run = try Self.score("--responses", CommandLineRun.employees, "--format", "table", "--output", path, "--force")
    #expect(run.status == 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    #expect(String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self).contains("Area  "))
    let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    #expect(type != .typeRegular)
  }

  @Test("problems are listed with row and column, and the rest is scored; --strict stops")
  func problems() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      """
      respondent,leadership-now,leadreship-1,delivery-now
      p1,how-we-work,a,how-we-wrok
      p1,how-we-work,a,how-we-work
      p2,how-we-work
      p3,how-we-work,a,"how-we-"work
      """, to: "answers.csv")
    let run = try Self.score("--responses", file, "--format", "json")
    #expect(run.status == 0)
    for part in [
      "\(file):1:3: warning: the column “leadreship-1” is no question or attribute of “employees-short” and is left out; did you mean “leadership-1”? [unknown-column]",
      "\(file):2:4: warning: “how-we-wrok” in column “delivery-now” is not one of its answers; it counts as blank; did you mean “how-we-work”? [unknown-answer]",
      "\(file):3:1: warning: the respondent “p1” stands in an earlier row or file; this one is left out, since each person has one number over all files [duplicate-respondent]",
      "\(file):4:3: warning: the row has 2 cells and the header 4; the missing ones count as blank [ragged-row]",
      "\(file):5:4: warning:", "[missing-column]", "[text-after-quote]", "--strict",
    ] { #expect(run.errors.contains(part), "\(part)\n\(run.errors)") }
    let strict = try Self.score("--responses", file, "--strict", "--format", "json")
    #expect(strict.status == 65)
    #expect(strict.output == "")
    #expect(strict.errors.contains("error: the column “leadreship-1”"))
  }

  @Test("a quotation mark that is never closed refuses the file, with its place and the mend")
  func openQuotationMark() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "respondent,leadership-now\np1,how-we-work\np2,\"how-we-work\np3,how-we-work\n", to: "answers.csv")
    let run = try Self.score("--responses", file, "--format", "json")
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.contains("\(file):3:2: error: The quotation mark that opens this cell is never closed"))
    #expect(run.errors.contains("Put a quotation mark where the cell ends"))
  }

  @Test("wrong arguments exit 64, a missing file 66, a file of something else 65")
  func exits() throws {
    let employees = CommandLineRun.employees
    let low = try Self.score("--responses", employees, "--threshold", "4")
    #expect(low.status == 64)
    #expect(low.errors.contains("--threshold never goes below 5"))
    #expect(try Self.score("--responses", employees, "--by", "directorat").status == 64)
    #expect(try Self.score("--responses", employees, "--format", "jsno").status == 64)
    #expect(try Self.score("--responses", employees, "--output", "result.xyz").status == 64)
    #expect(try Self.score().status == 64)
    #expect(
      try CommandLineRun("score", "digital-first", "--questionnaire", "employee-short", "--responses", employees).status
        == 64)
    #expect(try Self.score("--responses", "no-such-file.csv").status == 66)
    let folder = try TemporaryFolder()
    #expect(try Self.score("--responses", folder.write("", to: "empty.csv")).status == 65)
    #expect(try Self.score("--responses", folder.write("a,b\n1,2\n", to: "other.csv")).status == 65)
  }

  @Test("a breakdown most of whose groups are too small is refused, with a better one")
  func sparse() throws {
    let arguments = [
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees, "--by",
      "session,directorate", "--by", "role",
    ]
    let run = try CommandLineRun(arguments: arguments)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(
      run.errors.contains(
        "by “directorate” and “session” most groups would be withheld: 27 of 27 have fewer than 10 people; break down by “session” instead, where it is 0 of 5 [sparse-breakdown]"
      ))
    #expect(run.errors.contains("try --by session\n"))
    #expect(!run.errors.contains("“role”"))
    let accepted = try CommandLineRun(arguments: arguments + ["--accept-sparse"])
    #expect(accepted.status == 0)
    #expect(accepted.output.contains("all 27 groups are withheld"))
  }

  @Test("a threshold is applied to breakdowns, and none follows from the others")
  func threshold() throws {
    let run = try Self.score("--responses", CommandLineRun.employees, "--by", "directorate", "--format", "json")
    let scorecard = try #require(PublishableScorecard.read(Array(run.output.utf8), file: "result.json").first)
    let groups = scorecard.groups(by: ["directorate"])
    let withheld = groups.filter(\.isSuppressed)
    // “growth” has eight people: it and at least one more are withheld.
    #expect(withheld.contains { $0.key.first?.value == "growth" })
    #expect(withheld.count >= 2)
    #expect(groups.count > withheld.count)
    #expect(groups.filter { !$0.isSuppressed }.allSatisfy { ($0.respondents ?? 0) >= 10 })
  }
}
