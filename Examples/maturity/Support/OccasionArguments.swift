import ArgumentParser
import DigitalMaturity

/// The arguments that say which of several assessments the answers are of. No clock is read: without them results have no date.
struct OccasionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What this assessment is called, such as “2026 assessment”: kept in the results and shown wherever they are.",
      valueName: "name"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The day of this assessment: kept in the results, so that comparisons know which came first.",
      valueName: "yyyy-mm-dd"), transform: Day.read)
  var date: Day?

  var occasion: Occasion { Occasion(title: title, date: date) }

  func validate() throws {
    if let title, title.allSatisfy(\.isWhitespace) { throw ValidationError("--title is a name in words") }
  }
}
