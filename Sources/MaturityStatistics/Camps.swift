/// Two groups of answers that stand apart on an ordered scale: a disagreement, and not only a spread.
public struct Camps: Sendable, Hashable {
  /// The most frequent answer of the lower group.
  public let lower: Double
  /// How many answers are in the lower group.
  public let lowerCount: Int
  /// The most frequent answer of the upper group.
  public let upper: Double
  /// How many answers are in the upper group.
  public let upperCount: Int
}

extension Distribution {
  /// Whether answers fall into two camps, and which.
  ///
  /// They do where a point of the scale has at most half as many answers as the highest point below it and as the highest
  /// point above it, and at least a quarter of all answers lie on either side of it. Of several such points the one with
  /// the fewest answers parts the camps, then the one whose sides are most alike in number, then the lowest. On a scale
  /// of two points the answers are two camps where each has at least a quarter. Nil with fewer than four answers, too few
  /// to be groups. The scale's points are `values`, those that nobody chose too. O(points²).
  ///
  /// The rule is this project's own: a plain one that can be checked by eye. Measures of agreement, such as
  /// ``agreement``, are low for two camps and for a wide spread alike.
  public var camps: Camps? {
    guard n >= 4, values.count >= 2 else { return nil }
    // Divided, since four times a count may be more than an integer holds.
    let quarter = (n - 1) / 4 + 1
    if values.count == 2 {
      let isSplit = counts.allSatisfy { $0 >= quarter }
      return isSplit
        ? Camps(lower: values[0], lowerCount: counts[0], upper: values[1], upperCount: counts[1]) : nil
    }
    var best: (valley: Int, count: Int, difference: Int)?
    for valley in 1..<values.count - 1 {
      let (below, above) = (counts[..<valley], counts[(valley + 1)...])
      guard let low = below.max(), let high = above.max(), counts[valley] <= min(low, high) / 2 else { continue }
      let (left, right) = (below.reduce(0, +), above.reduce(0, +))
      guard left >= quarter, right >= quarter else { continue }
      let difference = (left - right).magnitude
      if let best, (best.count, best.difference) <= (counts[valley], Int(difference)) { continue }
      best = (valley, counts[valley], Int(difference))
    }
    guard let valley = best?.valley else { return nil }
    func peak(_ range: Range<Int>) -> Double {
      // The first of equals.
      values[range.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? range.lowerBound]
    }
    return Camps(
      lower: peak(0..<valley), lowerCount: counts[..<valley].reduce(0, +), upper: peak(valley + 1..<values.count),
      upperCount: counts[(valley + 1)...].reduce(0, +))
  }

  /// The fewest answers that would have to change so that a share of all lies on two neighbouring points of the scale, or
  /// on one point of a scale of two.
  ///
  /// The scale's points are `values`, those that nobody chose too. 0 where so many agree already. O(points).
  /// - Parameter share: The share that is to agree, 0 to 1.
  public func movers(toAgree share: Double = 0.75) -> Int {
    let share = share.isFinite ? min(max(share, 0), 1) : 1
    let wanted = Int(exactly: (share * Double(n) - 1e-9).rounded(.up)) ?? n
    let together =
      values.count > 2 ? zip(counts, counts.dropFirst()).map { $0 + $1 }.max() ?? 0 : counts.max() ?? 0
    return max(0, wanted - together)
  }
}
