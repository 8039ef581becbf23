import DigitalMaturity

/// People (or answers) counted by the level that their score falls in.
struct LevelHistogram: Sendable {
  struct Band: Sendable {
    /// The level; nil for scores below the first.
    let level: MaturityLevel?
    let count: Int
  }

  let bands: [Band]
  let total: Int
  /// Whether people are counted; else answers are.
  let isOfPeople: Bool

  /// Nil when the score has no distribution, or is not on the levels' scale. O(scores × levels).
  init?(_ score: SubjectScore, levels: [MaturityLevel]) {
    guard score.level != nil, !score.distribution.isEmpty else { return nil }
    var counts = Array(repeating: 0, count: levels.count)
    var below = 0
    for entry in score.distribution {
      if let index = levels.indices.last(where: { levels[$0].from <= entry.score + 1e-9 }) {
        counts[index] += entry.count
      } else {
        below += entry.count
      }
    }
    var bands = zip(levels, counts).map { Band(level: $0, count: $1) }
    if below > 0 { bands.insert(Band(level: nil, count: below), at: 0) }
    self.bands = bands
    total = counts.reduce(below, +)
    isOfPeople = score.provenance.unit == .respondent
  }

  /// A band's share of all, 0 to 1.
  func share(_ band: Band) -> Double { total > 0 ? Double(band.count) / Double(total) : 0 }
}
