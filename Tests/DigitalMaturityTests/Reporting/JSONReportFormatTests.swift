import DigitalMaturity
import Testing

struct JSONReportFormatTests {
  @Test func theReportIsTheScorecardsAndIsReadBack() throws {
    let workshop = RandomWorkshop(seed: 9, people: 50)
    let scorecards = [try workshop.scorecard().published(), try workshop.scorecard().published()]
    var output = ByteOutput()
    output.write("")
    JSONReportFormat().write(
      ReportContext(assessment: try workshop.sample.assessment(), scorecards: scorecards), to: &output)
    #expect(try PublishableScorecard.read(output.bytes, file: "report.json") == scorecards)
    #expect(JSONReportFormat().name == "json")
    #expect(JSONReportFormat().fileExtension == "json")
  }
}
