import ArgumentParser

/// A command that may share its work among threads.
///
/// The parser's own `AsyncParsableCommand` leaves the main thread before it begins. This begins where it is called, so
/// that a command with little to do starts no thread at all.
protocol AsyncCommand: ParsableCommand {
  nonisolated(nonsending) func run() async throws
}
