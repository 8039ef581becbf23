import Foundation
import Testing

@Suite("maturity indicators") struct IndicatorsTests {
  @Test("figures are shown with their targets and where they are printed")
  func page() throws {
    let run = try CommandLineRun("indicators", "measures")
    #expect(run.status == 0, "\(run.errors)")
    // (110,000 − 71,000) / (150,000 − 71,000), in whole per cent.
    let line = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("Transactions done online") })
    for part in ["71,000", "110,000", "13\u{A0}November\u{A0}2019", "150,000", "49\u{A0}%", "3.0"] {
      #expect(line.contains(part), "\(line)")
    }
    #expect(run.output.contains("over 110,00 (printed so; read as 110,000)"))
    let early = try CommandLineRun("indicators", "measures", "--on", "2018-01-01", "--format", "csv")
    #expect(early.status == 0)
    #expect(early.output.contains("\r\nsavings,Savings made,pounds,up,,1000000,2017-02-21,2000000,,3,most-teams,£1m,"))
    #expect(!early.output.contains("2019-11-13"))
  }

  @Test("evidence and opinion stand side by side, and together with the declared weights")
  func besideOpinion() throws {
    let folder = try TemporaryFolder()
    let evidence = folder.url.appendingPathComponent("evidence.csv").path
    let written = try CommandLineRun("indicators", "measures", "--answers", "--output", evidence)
    #expect(written.status == 0, "\(written.errors)")
    let staff = CommandLineRun.root.appendingPathComponent("Examples/data/measures/staff-synthetic.csv").path
    let run = try CommandLineRun(
      "score", "measures", "--questionnaire", "staff", "--responses", staff, "--questionnaire", "evidence",
      "--responses", evidence)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("Employees counts 2 and Evidence counts 1"))
    #expect(run.output.contains("The difference is Evidence less Employees"))
    let connections = run.output.split(separator: "\n").filter { $0.hasPrefix("Place and partners") }
    #expect(connections.contains { $0.contains("not asked") && $0.contains("2.8") }, "\(connections)")
    #expect(run.output.contains("Difference  Likely range"))
    #expect(run.output.contains("Evidence: figures that were measured, “What figures show”"))
    #expect(run.output.contains("These are figures that were measured.") && !run.output.contains("agreed"))
    #expect(run.output.contains("Evidence is fixed, and its figures are taken as they are."))
  }

  @Test("an assessment without indicators says so")
  func none() throws {
    let run = try CommandLineRun("indicators", "digital-first")
    #expect(run.status == 65)
    #expect(run.errors.contains("the assessment “digital-first” has no indicators"))
  }
}
