/// What sets a group's score apart from everybody else's, who are everyone less this group. It is worked out when it is
/// asked for: few ask, and there may be thousands of groups.
enum GroupComparison: Sendable, Hashable {
  /// There is nothing to compare.
  case none
  /// It was read.
  case known(ScoreDifference)
  /// People by their score.
  case of([ScoreCount], everyone: [ScoreCount])

  /// The difference; nil where nobody else is left. O(scores).
  var difference: ScoreDifference? {
    switch self {
    case .none: return nil
    case .known(let difference): return difference
    case .of(let own, let everyone):
      var others: [Double: Int] = [:]
      for entry in everyone { others[entry.score, default: 0] += entry.count }
      for entry in own { others[entry.score, default: 0] -= entry.count }
      let rest = others.filter { $0.value != 0 }.map { ScoreCount(score: $0.key, count: $0.value) }
      guard !rest.isEmpty, let first = own.asDistribution.value, let second = rest.asDistribution.value else {
        return nil
      }
      return ScoreDifference(of: first, minus: second)
    }
  }

  static func == (left: GroupComparison, right: GroupComparison) -> Bool { left.difference == right.difference }

  func hash(into hasher: inout Hasher) {
    // Equal comparisons may be made of different things.
  }
}
