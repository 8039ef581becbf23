/// The difference of two shares, with its likely range.
public struct ShareDifference: Sendable, Hashable {
  /// The same people asked twice: how they answered both times.
  public struct Pairs: Sendable, Hashable {
    /// How many said yes both times.
    public var both: Int
    /// How many said yes the second time alone.
    public var gained: Int
    /// How many said yes the first time alone.
    public var lost: Int
    /// How many said no both times.
    public var neither: Int

    /// Pairs of their counts.
    public init(both: Int, gained: Int, lost: Int, neither: Int) {
      (self.both, self.gained, self.lost, self.neither) = (both, gained, lost, neither)
    }

    /// How many there are.
    public var count: Int { both + gained + lost + neither }
  }

  /// The second share less the first, −1 to 1. Undefined where nobody was asked (`noValues`), and for counts that cannot be
  /// (`invalidCount`).
  public var difference: Figure<Double>
  /// Newcombe's interval round it. Undefined where one of the two is of fewer than two people too (`tooFewValues`).
  public var interval: Figure<Interval>

  /// A difference of its parts.
  public init(difference: Figure<Double>, interval: Figure<Interval>) {
    self.difference = difference
    self.interval = interval
  }

  /// How far a second share lies above a first.
  ///
  /// Of other people: d − √((p₂ − l₂)² + (u₁ − p₁)²) to d + √((u₂ − p₂)² + (p₁ − l₁)²), with l and u Wilson's limits of each
  /// share (Newcombe 1998, “Interval estimation for the difference between independent proportions”, Statistics in Medicine
  /// 17, 873–890, method 10).
  ///
  /// Of the same people less 2φ(p₂ − l₂)(u₁ − p₁), and less 2φ(u₂ − p₂)(p₁ − l₁), below the roots, with φ the correlation of
  /// the pairs, corrected for continuity (Newcombe 1998, “Improved confidence intervals for the difference between binomial
  /// proportions based on paired data”, the same volume, 2635–2650, method 10). Where only some are the same people, φ
  /// counts by m/√(n₁n₂), as the covariance of shares of n₁ and n₂ people does of whom m are the same: 1 for all, 0 for
  /// none.
  ///
  /// - Parameters:
  ///   - first: How many said yes, of how many.
  ///   - second: The same of the second time.
  ///   - pairs: Those who were asked both times; nil for none. Undefined (`inconsistentPairs`) where they are not among
  ///     those of both times.
  ///   - confidence: Between 0 and 1, else the interval is undefined (`invalidOption`).
  public init(
    from first: (yes: Int, of: Int), to second: (yes: Int, of: Int), pairs: Pairs? = nil, confidence: Double = 0.95
  ) {
    let wilson = [first, second].map { wilsonInterval(successes: $0.yes, of: $0.of) }
    let shares = zip([first, second], wilson).map { share, valid in
      valid.map { _ in Double(share.yes) / Double(share.of) }
    }
    let difference = shares[0].then { before in shares[1].then { .finite($0 - before) } }
    self.difference = difference
    interval = Figure { () throws(Undefined) in
      let centre = try difference.get()
      for share in [first, second] where share.of < 2 { throw .tooFew("people", share.of, needed: 2) }
      let correlation = try pairs.map { (pairs) throws(Undefined) in try pairs.correlation(among: first, second) } ?? 0
      let before = try wilsonInterval(successes: first.yes, of: first.of, confidence: confidence).get()
      let after = try wilsonInterval(successes: second.yes, of: second.of, confidence: confidence).get()
      let (was, has) = (try shares[0].get(), try shares[1].get())
      func reach(_ one: Double, _ other: Double) -> Double {
        squareRoot(max(0, one * one - 2 * correlation * one * other + other * other))
      }
      return try Figure.between(
        centre - reach(has - after.low, before.high - was), centre + reach(after.high - has, was - before.low),
        confidence: confidence, method: .newcombe
      ).get()
    }
  }
}

extension ShareDifference.Pairs {
  /// The correlation of two shares through the people who are in both.
  fileprivate func correlation(
    among first: (yes: Int, of: Int), _ second: (yes: Int, of: Int)
  ) throws(Undefined) -> Double {
    // Subtracted, since sums of counts that cannot be may be more than an integer holds.
    guard [both, gained, lost, neither].allSatisfy({ $0 >= 0 }), both <= first.yes - lost, both <= second.yes - gained,
      neither <= first.of - first.yes - gained, neither <= second.of - second.yes - lost
    else {
      throw Undefined(.inconsistentPairs, "The people asked twice are not among those of both times.")
    }
    let margins = [both + lost, gained + neither, both + gained, lost + neither].map { Double($0) }
    guard margins.allSatisfy({ $0 > 0 }) else { return 0 }
    let (together, apart) = (Double(both) * Double(neither), Double(gained) * Double(lost))
    // A positive correlation narrows the interval: it is corrected for continuity, and never below 0.
    let product = together > apart ? max(together - apart - Double(count) / 2, 0) : together - apart
    let phi = product / (squareRoot(margins[0] * margins[1]) * squareRoot(margins[2] * margins[3]))
    return phi * Double(count) / (squareRoot(Double(first.of)) * squareRoot(Double(second.of)))
  }
}
