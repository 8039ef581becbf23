import ArgumentParser
import DigitalMaturity
import StarterAssessments

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "maturity",
    abstract: "Begin an assessment of your own: a new folder with a small one that is whole.",
    discussion: """
      The folder has an assessment with two areas, a questionnaire, actions, and the schemas with which editors complete \
      and check them. A folder that exists is left as it is.
      """)

  @Argument(help: "The folder to make; its name becomes the assessment's.", completion: .directory)
  var name: String

  @OptionGroup var notes: NoteArguments

  func run() throws {
    var path = name
    while path.count > 1, path.last == "/" { path.removeLast() }
    let last = path.split(separator: "/").last.map { String($0) } ?? ""
    guard let assessment = NewAssessment(named: last) else {
      throw ValidationError("“\(last)” has no letter or digit of a to z and 0 to 9 for the assessment's id")
    }
    try OutputFolder.makeNew(path, assessment.files)
    Terminal.note(
      """
      \(path): \(assessment.files.count) files. Next:
        maturity check \(path)
        maturity form \(path) --questionnaire staff --output form.html
      """)
  }
}
