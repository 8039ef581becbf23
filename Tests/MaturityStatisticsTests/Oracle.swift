import Foundation

@testable import MaturityStatistics

/// The figures of independent implementations: `Tests/Oracles/statistics.py` says which, and writes them.
struct Oracle: Decodable {
  struct DistributionCase: Decodable {
    var values: [Double], counts: [Int]
    var mean, sd, median: Double
    var quantiles: [String: Double]
    var step, interpolatedMedian: Double?
    var consensus, wideConsensus, agreement, rwg, rwgFloored: Double
  }
  struct Reliability: Decodable {
    var alpha, standardized: Double
    var n: Int
    var itemRest: [Double]
    var ifDropped: [Double]?
  }
  struct AlphaCase: Decodable {
    var rows: [[Double?]]
    var listwise, pairwise: Reliability
  }
  struct ICC: Decodable {
    var n: Int
    var icc1, icc2, icc3, icc1k, icc2k, icc3k: Double
  }
  struct AgreementCase: Decodable {
    var rows: [[Double?]]
    var icc: ICC
    var krippendorff: [String: Double]
  }
  struct GroupCase: Decodable {
    var x, y: [Double]
    var delta, difference: Double
    var welch: [String: [Double]]
  }
  struct WilsonCase: Decodable {
    var successes, n: Int
    var confidence, low, high: Double
  }
  struct NormalCase: Decodable {
    var p, quantile: Double
  }
  struct StudentCase: Decodable {
    var freedom, tail, quantile, at, share: Double
  }
  struct Probability: Decodable {
    var normal: [NormalCase]
    var student: [StudentCase]
  }
  struct SmallSample: Decodable {
    var values, percentile, shares: [Double]
    var acceleration: Double
  }
  struct LargeSample: Decodable {
    var values: [Double], counts: [Int], resamples: Int
    var percentile, bca: [Double]
  }
  struct BinomialCase: Decodable {
    var n, successes: Int
    var at, share: [Double]
  }
  struct PoissonCase: Decodable {
    var rate: Double
    var at, share: [Double]
  }
  struct Resampling: Decodable {
    var small: [SmallSample]
    var large: LargeSample
    var binomial: [BinomialCase]
    var poisson: [PoissonCase]
  }

  var distributions: [DistributionCase]
  var alpha: [AlphaCase]
  var agreement: [AgreementCase]
  var groups: [GroupCase]
  var wilson: [WilsonCase]
  var probability: Probability
  var resampling: Resampling

  static func load() throws -> Oracle {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: folder.appending(path: "Fixtures/oracle.json")))
  }
}

/// Whether two numbers are equal to 1e-9, absolute or relative, whichever is wider.
func close(_ figure: Figure<Double>, _ expected: Double?, within tolerance: Double = 1e-9) -> Bool {
  guard let number = figure.value, let expected else { return false }
  return close(number, expected, within: tolerance)
}

func close(_ number: Double, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
  (number - expected).magnitude <= tolerance * max(1, expected.magnitude)
}

extension SeededGenerator {
  /// A random distribution on a scale of 1 to `points`, some points unused.
  mutating func distribution(points: Int, upTo most: Int = 30) throws -> Distribution {
    let counts = (0..<points).map { _ in
      Bool.random(using: &self) ? Int.random(in: 0...most, using: &self) : 0
    }
    return try Distribution(values: (1...points).map(Double.init), counts: counts)
  }
}
