import ArgumentParser

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
      List.self, Show.self, Rules.self, Check.self, Form.self, Score.self, Explain.self, Statistics.self,
    ])
}
