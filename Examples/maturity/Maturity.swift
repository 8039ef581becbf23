import ArgumentParser
import DigitalMaturity

/// The command line: every command is a few calls of the library.
@main
struct Maturity: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maturity",
    abstract: "Digital maturity assessment for councils.",
    discussion: """
      Results go to standard output, messages to standard error. Exit codes: 0 done, 64 wrong usage, 65 wrong data, \
      66 missing input, 73 output that cannot be written.
      """,
    version: "0.1.0",
    subcommands: [
      List.self, Init.self, Show.self, Rules.self, Check.self, Form.self, Import.self, Simulate.self, Session.self,
      Score.self,
      Explain.self, Note.self, PaperCommand.self, Statistics.self, Skills.self,
    ])

  static func main() async {
    do {
      try checkCommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      do {
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      } catch let error as ValidationError {
        // Thrown while a command runs, the parser would show the usage of the whole program.
        let name = type(of: command)._commandName
        Terminal.message(
          "Error: \(error.message)\nUsage: \(usageString(for: type(of: command)))\n"
            + "  See 'maturity \(name) --help' for more information.")
        throw ExitCode.validationFailure
      }
    } catch {
      exit(withError: error)
    }
  }

  /// Refuses a word that is no command, with the one that was probably meant.
  private static func checkCommand(_ word: String?) throws {
    guard let word, !word.hasPrefix("-") else { return }
    let known = configuration.subcommands.map { $0._commandName } + ["help"]
    if known.contains(word) { return }
    throw ValidationError("there is no command “\(word)”\(NearestName.hint(word, in: known))")
  }
}
