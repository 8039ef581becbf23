import Foundation
import Testing

@Suite("maturity simulate") struct SimulateTests {
  @Test("made-up answers score without a problem, and say that they are made up")
  func simulate() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("answers.csv").path
    let run = try CommandLineRun(
      "simulate", "digital-first", "--questionnaire", "employees-short", "--people", "60", "--seed",
      "7", "--output", file)
    #expect(run.status == 0)
    #expect(run.errors.contains("these answers are made up"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("\r\nsynthetic-01,") && text.contains("\r\nsynthetic-60,"))
    let score = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", file,
      "--format", "json")
    #expect(score.status == 0)
    #expect(score.errors == "")
    let again = try CommandLineRun(
      "simulate", "digital-first", "--questionnaire", "employees-short", "--people", "60", "--seed",
      "7")
    #expect(again.output == text)
    #expect(
      try CommandLineRun(
        "simulate", "digital-first", "--questionnaire", "employees-short", "--people", "0"
      ).status == 64)
  }

  @Test("services are those of the directorate")
  func parts() throws {
    let run = try CommandLineRun("simulate", "digital-first", "--questionnaire", "employees", "--people", "300")
    let rows = run.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows[0][1...2] == ["directorate", "service"])
    let stated = rows.dropFirst().filter { !$0[2].isEmpty }
    #expect(stated.count > 250 && stated.allSatisfy { !$0[1].isEmpty && $0[2].hasPrefix($0[1] + "-") })
    #expect(Set(stated.map { $0[2] }).count == 15)
  }

  @Test("where a group answers, that several rows of one session are not scored is told", arguments: [1, 9])
  func group(_ people: Int) throws {
    let run = try CommandLineRun("simulate", "digital-first", "--questionnaire", "members", "--people", "\(people)")
    #expect(run.status == 0)
    #expect(run.errors.contains("“members” is answered as a group") == (people > 1), "\(run.errors)")
  }
}
