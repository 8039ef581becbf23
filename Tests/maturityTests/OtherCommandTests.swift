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

  @Test("show prints what an assessment holds")
  func show() throws {
    let run = try CommandLineRun("show", "digital-first")
    #expect(run.status == 0)
    for part in ["Information and insight", "Digital workforce", "communicating", "Innovate", "27 recommended actions"]
    {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test("rules lists every rule with its options, from their declarations")
  func rules() throws {
    let run = try CommandLineRun("rules")
    #expect(run.status == 0)
    for part in [
      "weighted-mean\n", "median\n", "minimum\n", "capped\n", "  ceilings: a list of, required", "missing: omit",
      "question-summary: mean | median | interpolated-median",
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
    let run = try CommandLineRun("form", "digital-first", "--questionnaire", "members", "--format", "html")
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
      "explain", "digital-first", "--questionnaire", "members", "--responses", CommandLineRun.members, "--area",
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
}
