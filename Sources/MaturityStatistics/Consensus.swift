extension Distribution {
  /// Consensus: how far people agree on an ordered scale, from 0 (half at each end) to 1 (all give the same answer).
  ///
  /// Cns = 1 + Σ p·log₂(1 − |x − mean| / d), with p the share of each answer x and d the width of the scale (Tastle and
  /// Wierman 2007, “Consensus and dissention: a measure of ordinal dispersion”, International Journal of Approximate
  /// Reasoning 45, 531–545).
  ///
  /// `scale`: from the lowest to the highest answer that could be given; without it, the ends of `values`.
  /// Undefined with fewer than two answers (`noValues`, `tooFewValues`: one answer is not agreement), on a scale of one
  /// point (`scaleOfOnePoint`), and where an answer lies outside the scale (`outsideScale`).
  public func consensus(over scale: ClosedRange<Double>? = nil) -> Figure<Double> {
    guard n > 1, let extent, let first = values.first, let last = values.last else {
      return .undefined(.tooFew("answers", n, needed: 2))
    }
    let low = scale?.lowerBound ?? first
    let high = scale?.upperBound ?? last
    let width = high - low
    guard width.isFinite else { return .undefined(.notFinite) }
    guard width > 0 else { return .undefined(.scaleOfOnePoint) }
    guard low <= extent.low, extent.high <= high else {
      return .undefined(.outsideScale)
    }
    // Counted from the lowest answer: a mean of large numbers that lie close together would round their distances away.
    var distances = ExactSum()
    for (value, count) in zip(values, counts) where count > 0 {
      distances.add(value - extent.low, times: Double(count))
    }
    let mean = distances.value / Double(n)
    var sum = ExactSum()
    sum.add(1)
    for (value, count) in zip(values, counts) where count > 0 {
      let share = Double(count) / Double(n)
      // An answer of share p is at most (1 − p)·d from the mean; so rounding can never reach log₂ 0.
      let nearness = max(1 - (value - extent.low - mean).magnitude / width, share)
      sum.add(share * logarithm2(nearness))
    }
    return .finite(min(max(sum.value, 0), 1))
  }
}

extension Undefined {
  static var scaleOfOnePoint: Undefined {
    Undefined(.scaleOfOnePoint, "The scale has a single point, so answers could not differ.")
  }

  static var outsideScale: Undefined { Undefined(.outsideScale, "An answer lies outside the scale.") }
}
