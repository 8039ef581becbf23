import ArgumentParser
import DigitalMaturity

/// How likely ranges are found, as the argument has it.
enum IntervalMethod: String, ExpressibleByArgument, CaseIterable {
  case percentile, bca, none

  func options(resamples: Int, seed: UInt64) -> IntervalOptions {
    switch self {
    case .none: .none
    case .percentile: IntervalOptions(bootstrap: Bootstrap(method: .percentile, resamples: resamples, seed: seed))
    case .bca: IntervalOptions(bootstrap: Bootstrap(method: .bca, resamples: resamples, seed: seed))
    }
  }
}
