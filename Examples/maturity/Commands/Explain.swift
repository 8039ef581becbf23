import ArgumentParser
import DigitalMaturity

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the calculation of an area's score, to be followed with a pocket calculator.")

  @OptionGroup var argument: AssessmentArgument
  @OptionGroup var scoring: ScoringArguments

  @Option(help: "The area.")
  var area: String

  func run() throws {
    let assessment = try argument.read()
    guard assessment.area(Identifier(area)) != nil else {
      let known = assessment.areas.map(\.id.rawValue)
      throw ValidationError("there is no area “\(area)”\(NearestName.hint(area, in: known))")
    }
    let scorecards = try scoring.publish(assessment)
    let context = ReportContext(assessment: assessment, scorecards: scorecards)
    for scorecard in scorecards {
      for group in scorecard.groups {
        guard let explanation = context.explanation(of: Subject(.area, area), in: scorecard, group: group.key) else {
          continue
        }
        print(explanation.text)
      }
    }
  }
}
