import ArgumentParser
import DigitalMaturity
import StarterAssessments

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "maturity",
    abstract: "Begin an assessment of your own: a new folder with a small one that is whole.",
    discussion: """
      The folder has an assessment with two areas, a questionnaire, actions, and the schemas with which editors complete \
      and check them. With --from it has a starter's files instead, under the starter's id, so that results of both are \
      compared. A folder that exists is left as it is.
      """)

  @Argument(help: "The folder to make; its name becomes the assessment's.", completion: .directory)
  var name: String

  @Option(
    help: ArgumentHelp("Copy a starter assessment, to change what you like.", valueName: "starter"),
    completion: .assessment)
  var from: String?

  @OptionGroup var notes: NoteArguments

  func run() throws {
    var path = name
    while path.count > 1, path.last == "/" { path.removeLast() }
    if let from { return try copy(from, to: path) }
    let last = path.split(separator: "/").last.map { String($0) } ?? ""
    guard let assessment = NewAssessment(named: last) else {
      throw ValidationError("“\(last)” has no letter or digit of a to z and 0 to 9 for the assessment's id")
    }
    try OutputFolder.makeNew(path, assessment.files)
    let word = ShellWord.quoted(path)
    Terminal.note(
      """
      \(path): \(assessment.files.count) files. Next:
        maturity check \(word)
        maturity form \(word) --questionnaire staff --output form.html
      """)
  }

  private func copy(_ id: String, to path: String) throws {
    guard let starter = StarterAssessment.named(Identifier(id)) else {
      let known = StarterAssessment.all.map(\.id.rawValue)
      throw ValidationError("there is no starter assessment “\(id)”\(NearestName.hint(id, in: known))")
    }
    let files = starter.filesOfCopy
    try OutputFolder.makeNew(path, files)
    Terminal.note("\(path): \(files.count) files of “\(id)”. Change what you like, then: maturity check \(path)")
  }
}
