/// The difference of two groups' means, with its likely range.
public struct MeanDifference: Sendable, Hashable {
  /// The first group's mean less the second's. Undefined where a group is empty.
  public var difference: Figure<Double>
  /// Welch's interval round it. Undefined where a group has fewer than two values, or neither varies.
  public var interval: Figure<Interval>

  /// A difference of its parts.
  public init(difference: Figure<Double>, interval: Figure<Interval>) {
    self.difference = difference
    self.interval = interval
  }

  /// How far the first group's mean lies above the second's.
  ///
  /// d ± t·√(s₁²/n₁ + s₂²/n₂), with t of Student's distribution for Welch and Satterthwaite's degrees of freedom (Welch
  /// 1947, “The generalization of ‘Student's’ problem when several different population variances are involved”,
  /// Biometrika 34, 28–35): the groups may differ in size and in spread.
  ///
  /// `confidence` lies between 0 and 1, else the interval is undefined (`invalidOption`).
  public init(of first: Distribution, minus second: Distribution, confidence: Double = 0.95) {
    let difference = first.mean.then { mean in second.mean.then { .finite(mean - $0) } }
    self.difference = difference
    interval = Figure { () throws(Undefined) in
      let centre = try difference.get()
      let one = try first.variance.get() / Double(first.n)
      let two = try second.variance.get() / Double(second.n)
      guard confidence > 0, confidence < 1 else { throw .confidence }
      guard one + two > 0 else { throw .noVariation }
      // Shares of the whole, so that no square underflows.
      let share = one / (one + two)
      let freedom = 1 / (share * share / Double(first.n - 1) + (1 - share) * (1 - share) / Double(second.n - 1))
      let t = StudentT(freedom: freedom).quantile(upperTail: (1 - confidence) / 2)
      let reach = t * squareRoot(one + two)
      return try Figure.between(centre - reach, centre + reach, confidence: confidence, method: .welch).get()
    }
  }

  /// How far a group's mean lies above a number that is given, such as a level that another group agreed on and that is no
  /// sample of anything.
  ///
  /// d ± t·s/√n, with t of Student's distribution for n − 1 degrees of freedom (Student 1908, “The probable error of a
  /// mean”, Biometrika 6, 1–25). Undefined with fewer than two values, where none differ, and for options out of range.
  public init(of group: Distribution, minus given: Double, confidence: Double = 0.95) {
    let difference = group.mean.then { .finite($0 - given) }
    self.difference = difference
    interval = Figure { () throws(Undefined) in
      let centre = try difference.get()
      let variance = try group.variance.get()
      guard confidence > 0, confidence < 1 else { throw .confidence }
      guard variance > 0 else { throw .noVariation }
      let t = StudentT(freedom: Double(group.n - 1)).quantile(upperTail: (1 - confidence) / 2)
      let reach = t * squareRoot(variance / Double(group.n))
      return try Figure.between(centre - reach, centre + reach, confidence: confidence, method: .student).get()
    }
  }
}
