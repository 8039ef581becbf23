import DigitalMaturity
import MaturityStatistics

/// A scorecard's figures in the lines that every tool here prints: a name, a tab, the figure with all its digits.
enum ScorecardLines {
  /// Nine means, counts by option, means by directorate and by role, nine alphas.
  static func text(_ scorecard: Scorecard?) throws -> String {
    guard let scorecard, let everyone = scorecard.everyone else { return "" }
    var lines: [String] = []
    for group in scorecard.groups {
      let name = group.key.map { $0.value.map { "\($0)" } ?? "-" }.joined(separator: "/")
      for area in group.areas {
        lines.append("mean/\(name.isEmpty ? "" : name + "/")\(area.subject.id)\t\(try area.score.get())")
      }
    }
    for area in everyone.areas {
      if let alpha = area.reliability?.alpha { lines.append("alpha/\(area.subject.id)\t\(try alpha.get())") }
    }
    for question in everyone.questions {
      for option in question.options { lines.append("count/\(question.id)/\(option.option)\t\(option.count)") }
    }
    return lines.joined(separator: "\n")
  }

  /// The median time of the nine areas' likely ranges, 2,000 resamples each, and the ranges.
  static func timedIntervals(of scorecard: Scorecard?, rounds: Int) throws -> String {
    let areas = scorecard?.everyone?.areas ?? []
    let distributions = try areas.map { try $0.distribution.asDistribution.get() }
    var seconds: [Double] = []
    var ranges: [Interval] = []
    for _ in 0..<max(rounds, 1) {
      let clock = ContinuousClock()
      let start = clock.now
      ranges = try distributions.map { try Bootstrap().interval(ofMean: $0).get() }
      seconds.append((clock.now - start) / .seconds(1))
    }
    let lines = zip(areas, ranges).flatMap { area, range in
      ["low/\(area.subject.id)\t\(range.low)", "high/\(area.subject.id)\t\(range.high)"]
    }
    return (["seconds\t\(seconds.sorted()[seconds.count / 2])"] + lines).joined(separator: "\n")
  }
}
