import ArgumentParser
import DigitalMaturity

/// The arguments that say how likely ranges are found.
struct IntervalArguments: ParsableArguments {
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case percentile, bca, none
  }

  @Option(
    help: "How likely ranges are found: by percentiles of resampled means, corrected (bca), or not at all (none).")
  var interval: Method = .percentile

  @Option(help: "How many resamples are drawn, where the answers are too many or too fine to count all there are.")
  var resamples = 2000

  @Option(help: "What the random numbers follow from: the same seed gives the same ranges.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Resample whole groups of people who are alike, such as sessions, and not single people.", valueName: "attribute")
  )
  var cluster: String?

  mutating func validate() throws {
    guard (1...1_000_000).contains(resamples) else {
      throw ValidationError("--resamples lies between 1 and 1,000,000")
    }
  }

  var options: IntervalOptions {
    switch interval {
    case .none: .none
    case .percentile, .bca:
      IntervalOptions(
        bootstrap: Bootstrap(method: interval == .bca ? .bca : .percentile, resamples: resamples, seed: seed))
    }
  }
}
