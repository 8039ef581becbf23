import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", _superCommandName: "maturity",
    abstract: "Write made-up answers, for trying things out before anybody has answered.",
    discussion: """
      The same seed gives the same answers everywhere. Respondents are called synthetic-1 and so on: nobody's opinion is in \
      the file.
      """)

  @OptionGroup var argument: AssessmentArgument

  @Option(help: "The questionnaire to be answered.")
  var questionnaire: String

  @Option(help: "How many people answer: 1 to 1000000.")
  var people: Int

  @Option(help: "A whole number from which all answers follow.")
  var seed: UInt64 = 1

  @Option(help: "The response file to write; standard output when not given.", completion: .file())
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var notes: NoteArguments

  mutating func validate() throws {
    guard (1...1_000_000).contains(people) else {
      throw ValidationError("--people lies between 1 and 1000000")
    }
  }

  func run() throws {
    let questionnaire = try argument.read().questionnaire(named: questionnaire)
    let sheet = SyntheticResponses(questionnaire, seed: seed).sheet(people: people)
    try OutputFile.write(ResponseForm.csv(sheet, of: questionnaire).bytes, to: output, force: force)
    var agreed = AgreedAnswers(of: questionnaire)
    agreed?.add(sheet)
    if agreed?.problems.contains(where: { $0.severity == .error }) == true {
      Terminal.note(
        "“\(questionnaire.id)” is answered as a group, a row a session: several rows of one are not scored; make fewer --people"
      )
    }
    if let output, !output.lowercased().contains("synthetic") {
      Terminal.note(
        "\(output): these answers are made up; a name with “synthetic” in it would say so")
    }
  }
}
