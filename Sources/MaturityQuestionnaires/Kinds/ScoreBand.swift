import DigitalMaturity

/// One band of numbers that score alike: from a number up to the next band's, half-open.
public struct ScoreBand: Sendable, Hashable {
  /// The lowest number in the band.
  public var from: Double
  /// The band's score.
  public var score: Double

  /// Makes a band.
  public init(from: Double, score: Double) {
    self.from = from
    self.score = score
  }
}

extension [ScoreBand] {
  /// From the lowest to the highest score; nil without bands.
  var range: ClosedRange<Double>? {
    let scores = map(\.score).filter(\.isFinite)
    guard let low = scores.min(), let high = scores.max() else { return nil }
    return low...high
  }

  /// The scores that there are.
  var points: [Double] { map(\.score).filter(\.isFinite) }

  /// The score of the last band that begins at or below a number.
  func score(_ number: Double) -> Double? { last { $0.from <= number }?.score }

  /// The bands in words: `from 0: 1; from 25: 2`.
  var words: String {
    map { "from \(DecimalText.exact($0.from)): \(DecimalText.exact($0.score))" }.joined(separator: "; ")
  }

  /// What is wrong with the bands: that they overlap, leave a gap, or are never reached.
  /// - Parameters:
  ///   - minimum: The least number there is; nil for none.
  ///   - maximum: The greatest number there is; nil for none.
  func findings(from minimum: Double?, to maximum: Double?) -> [ScoreBand.Finding] {
    var findings: [ScoreBand.Finding] = []
    for (index, band) in enumerated() {
      if !band.from.isFinite || !band.score.isFinite {
        findings.append((index, "a band's numbers are finite; write another one"))
      } else if index > 0, band.from <= self[index - 1].from {
        findings.append((index, "bands go upwards; this one overlaps the one before it, so begin it higher"))
      } else if let maximum, band.from > maximum {
        findings.append((index, "no number reaches this band; begin it at the maximum or below, or raise that"))
      } else if let minimum, index + 1 < count, self[index + 1].from <= minimum, self[index + 1].from > band.from {
        findings.append((index, "no number falls into this band, which ends at the minimum or below; take it out"))
      }
    }
    if let first, let minimum, minimum < first.from {
      findings.append(
        (0, "numbers from the minimum up to the first band have no band; begin the first band at the minimum"))
    }
    return findings
  }
}

extension ScoreBand {
  /// Something wrong with bands, and which of them it is about.
  typealias Finding = (band: Int?, message: String)

  /// Reads the `bands` of a question, each with its place; one that cannot be read is reported and left out.
  static func read(_ question: inout TableReader) -> [(node: DocumentNode, band: ScoreBand)] {
    let log = question.log
    return question.list("bands").compactMap { node in
      let band: ScoreBand?? = node.readTable(into: log) { table in
        let from = table.required("from")?.readNumber(into: log)
        let score = table.required("score")?.readNumber(into: log)
        return from.flatMap { from in score.map { ScoreBand(from: from, score: $0) } }
      }
      return (band ?? nil).map { (node, $0) }
    }
  }

  /// Reports what is wrong with bands where they are written.
  /// - Parameter key: The key to report at what is about no band.
  /// - Returns: Whether nothing is.
  static func report(
    _ findings: [Finding], _ bands: [(node: DocumentNode, band: ScoreBand)], otherwise key: String,
    _ question: TableReader
  ) -> Bool {
    for finding in findings {
      let place = finding.band.map { bands[$0].node } ?? question.node.member(key)
      question.log.error(.invalidValue, finding.message, at: place?.location)
    }
    return findings.isEmpty
  }
}
