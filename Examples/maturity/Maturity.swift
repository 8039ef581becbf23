import ArgumentParser
import DigitalMaturity

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command line: every command is a few calls of the library.
@main
struct Maturity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maturity",
    abstract: "Digital maturity assessment for councils.",
    discussion: """
      Results go to standard output, messages to standard error. Exit codes: 0 done, 64 wrong usage, 65 wrong data, \
      66 missing input, 73 output that cannot be written.
      """,
    version: "0.1.0",
    subcommands: [
      List.self, Show.self, Rules.self, Init.self, Check.self, Invite.self, Form.self, Ask.self, Import.self,
      Pseudonymise.self, FindPerson.self, Code.self, Simulate.self, Session.self, Score.self, Explain.self,
      Indicators.self, Actions.self, RoadmapCommand.self, Compare.self, ChartCommand.self, Upgrade.self, Note.self,
      PaperCommand.self,
      Statistics.self, Skills.self,
    ])

  @MainActor static func main() async {
    // A file that grows beyond what is allowed is an error to tell of, like a full disk, and no end without a word.
    _ = signal(SIGXFSZ, SIG_IGN)
    do {
      let words = Array(CommandLine.arguments.dropFirst())
      try checkCommand(words)
      var command = try parsed(words)
      do {
        if let command = command as? any AsyncCommand {
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
      end(with: error)
    }
  }

  /// Ends the run. What the parser prints, such as the help, is part of the result: where it cannot be written, the run fails.
  private static func end(with error: any Error) -> Never {
    guard exitCode(for: error).isSuccess else { exit(withError: error) }
    let text = fullMessage(for: error)
    do {
      if !text.isEmpty { try Terminal.print(text) }
      exit()
    } catch {
      exit(withError: error)
    }
  }

  /// The command that the words name, with its arguments.
  ///
  /// Asked from the root, the parser prepares the arguments of each command on its way and of the one it finds twice; the
  /// command alone is parsed in half the time. What it does not accept, such as `--help`, is the root's to answer.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    var type: any ParsableCommand.Type = Self.self
    var rest = words[...]
    while let word = rest.first,
      let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == word })
    {
      type = next
      rest.removeFirst()
    }
    if type.configuration.subcommands.isEmpty, let command = try? type.parseAsRoot(Array(rest)) { return command }
    return try parseAsRoot(words)
  }

  /// Refuses a word that is no command, with the one that was probably meant.
  private static func checkCommand(_ words: [String]) throws {
    var type: any ParsableCommand.Type = Self.self
    for word in words {
      let commands = type.configuration.subcommands
      guard !commands.isEmpty, !word.hasPrefix("-") else { return }
      guard let next = commands.first(where: { $0._commandName == word }) else {
        let known = commands.map { $0._commandName } + ["help"]
        if word == "help" { return }
        let of = type == Self.self ? "" : " of “\(type._commandName)”"
        throw ValidationError("there is no command “\(word)”\(of)\(NearestName.hint(word, in: known))")
      }
      type = next
    }
  }
}
