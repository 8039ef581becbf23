/// Scores as people read them: rounded, but never over the start of a level or over a target.
///
/// 2.97 rounds to 3.0. Where a level begins at 3 or 3 is aimed for, that would say what is not so, and 2.97 is shown.
public enum ShownScore {
  /// A score with as few decimals as do not contradict its level or its gap.
  ///
  /// The text, read as a number, lies in the same level as the score, and on the same side of the target: below it, on
  /// it or above it, within 1e-9 as everywhere.
  /// - Parameters:
  ///   - score: The score, unrounded. One that is not finite is shown as a dash.
  ///   - levels: The levels whose scale it is on; empty for a score on a scale of its own.
  ///   - target: The score aimed for.
  ///   - decimals: The fewest decimals, 0 to 15.
  public static func text(_ score: Double, levels: [MaturityLevel], target: Double? = nil, decimals: Int = 1) -> String
  {
    DecimalText.rounded(score, decimals: self.decimals(score, levels: levels, target: target, atLeast: decimals))
  }

  /// How many decimals ``text(_:levels:target:decimals:)`` shows. O(levels), times the decimals that are tried.
  public static func decimals(
    _ score: Double, levels: [MaturityLevel], target: Double? = nil, atLeast fewest: Int = 1
  ) -> Int {
    let most = 15
    let fewest = min(max(fewest, 0), most)
    guard score.isFinite else { return fewest }
    let level = position(of: score, in: levels)
    for decimals in fewest..<most {
      guard let shown = DecimalText.value(of: score, decimals: decimals) else { continue }
      if position(of: shown, in: levels) == level, side(of: shown, target) == side(of: score, target) {
        return decimals
      }
    }
    return most
  }

  /// The distance of a shown score from its target: the two numbers and their gap add up as they are shown.
  /// - Parameters:
  ///   - score: The score, unrounded.
  ///   - levels: The levels whose scale it is on.
  ///   - target: The score aimed for.
  /// - Returns: Nil when the score is on its target.
  public static func gap(_ score: Double, levels: [MaturityLevel], target: Double) -> String? {
    guard score.isFinite, side(of: score, target) != 0 else { return nil }
    let decimals = decimals(score, levels: levels, target: target)
    guard let shown = DecimalText.value(of: score, decimals: decimals) else { return nil }
    // A target may have decimals of its own.
    return text(abs(target - shown), levels: [], target: abs(target - shown), decimals: decimals)
  }

  /// How many levels begin at or below a score.
  private static func position(of score: Double, in levels: [MaturityLevel]) -> Int {
    levels.count { $0.from <= score + 1e-9 }
  }

  /// −1 below the target, 0 on it or without one, 1 above.
  private static func side(of score: Double, _ target: Double?) -> Int {
    guard let target, abs(target - score) > 1e-9 else { return 0 }
    return score < target ? -1 : 1
  }
}

extension SubjectScore {
  /// The score as people read it: see ``ShownScore``. One that is not on the levels' scale is shown with two decimals,
  /// since its scale may be as short as 0 to 1.
  /// - Parameter levels: The assessment's levels.
  /// - Returns: Nil when there is no score.
  public func shown(on levels: [MaturityLevel]) -> String? {
    let isOnScale = level != nil || target != nil
    return score.value.map {
      ShownScore.text($0, levels: isOnScale ? levels : [], target: target, decimals: isOnScale ? 1 : 2)
    }
  }
}
