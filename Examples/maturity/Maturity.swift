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
    subcommands: commands.map { $0.type() })

  /// The commands, each made when it is asked for: one that runs has nothing to do with the others.
  static let commands: [(name: String, type: @Sendable () -> any ParsableCommand.Type)] = [
    ("list", { List.self }), ("show", { Show.self }), ("rules", { Rules.self }), ("init", { Init.self }),
    ("check", { Check.self }), ("invite", { Invite.self }), ("form", { Form.self }), ("ask", { Ask.self }),
    ("import", { Import.self }), ("pseudonymise", { Pseudonymise.self }), ("find-person", { FindPerson.self }),
    ("code", { Code.self }), ("simulate", { Simulate.self }), ("session", { Session.self }), ("score", { Score.self }),
    ("explain", { Explain.self }), ("indicators", { Indicators.self }), ("actions", { Actions.self }),
    ("roadmap", { RoadmapCommand.self }), ("compare", { Compare.self }), ("chart", { ChartCommand.self }),
    ("upgrade", { Upgrade.self }), ("note", { Note.self }), ("paper", { PaperCommand.self }),
    ("statistics", { Statistics.self }), ("skills", { Skills.self }),
  ]

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
        throw wrongUsage(error.message, of: found(words))
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
  /// command alone is parsed in half the time. What it does not accept, such as `--help`, is the root's to answer. A command
  /// that names its super-command is not asked first whether it is to print completions, which takes a millisecond.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    let found = found(words)
    if found.depth > 0, found.type.configuration.subcommands.isEmpty,
      let command = try? found.type.parseAsRoot(Array(words.dropFirst(found.depth)))
    {
      return command
    }
    return try parseAsRoot(words)
  }

  /// The command that the first words name, as far as they name one, and how many words those are.
  private static func found(_ words: [String]) -> (type: any ParsableCommand.Type, depth: Int) {
    guard let first = words.first, let command = commands.first(where: { $0.name == first }) else {
      return (Self.self, 0)
    }
    var found: (type: any ParsableCommand.Type, depth: Int) = (command.type(), 1)
    for word in words.dropFirst() {
      guard let next = found.type.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
      found = (next, found.depth + 1)
    }
    return found
  }

  /// Refuses a word that is no command, with the one that was probably meant.
  private static func checkCommand(_ words: [String]) throws {
    let found = found(words)
    let known = found.type.configuration.subcommands.map { $0._commandName } + ["help"]
    guard known.count > 1, words.indices.contains(found.depth) else { return }
    let word = words[found.depth]
    guard !word.hasPrefix("-"), !known.contains(word) else { return }
    let of = found.depth == 0 ? "" : " of “\(found.type._commandName)”"
    throw wrongUsage("there is no command “\(word)”\(of)\(NearestName.hint(word, in: known))", of: found)
  }

  /// Says what was wrong in the use of a command, and how that is used.
  private static func wrongUsage(
    _ message: String, of found: (type: any ParsableCommand.Type, depth: Int)
  ) -> ExitCode {
    let path = CommandLine.arguments.dropFirst().prefix(found.depth).map { $0 + " " }.joined()
    Terminal.message(
      "Error: \(message)\nUsage: \(usageString(for: found.type))\n"
        + "  See 'maturity \(path)--help' for more information.")
    return .validationFailure
  }
}
