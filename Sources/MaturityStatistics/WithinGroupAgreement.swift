extension Distribution {
  /// Within-group agreement r_wg of one item: how much narrower answers lie than if people answered at random.
  ///
  /// r_wg = 1 − s² / σ², with s² the sample variance and σ² that of answers spread evenly over the scale's points: for A
  /// points in unit steps (A² − 1)/12 (James, Demaree and Wolf 1984, “Estimating within-group interrater reliability with
  /// and without response bias”, Journal of Applied Psychology 69, 85–98). At most 1; 0 for answers as wide as random
  /// ones; below 0 for wider ones, which the authors set to 0.
  ///
  /// - Parameters:
  ///   - scale: the points that could be given, strictly increasing; without it the distribution's `values`.
  ///   - floored: whether a figure below 0 becomes 0.
  ///
  /// Undefined with fewer than two answers (one answer is not agreement), on a scale of one point, out of order or not
  /// finite, and where an answer lies outside the scale.
  public func rwg(scale: [Double]? = nil, floored: Bool = false) -> Figure<Double> {
    rwg(scale: scale, floored: floored, variance: variance)
  }

  /// Within-group agreement, for who has the variance already.
  package func rwg(scale: [Double]?, floored: Bool = false, variance: Figure<Double>) -> Figure<Double> {
    guard n > 1, let extent else { return .undefined(.tooFew("answers", n, needed: 2)) }
    let points = scale ?? values
    let random = Figure<Distribution> { () throws(Undefined) in
      try Distribution(values: points, counts: Array(repeating: 1, count: points.count))
    }
    return random.then { random in
      guard let low = points.first, let high = points.last, low < high else { return .undefined(.scaleOfOnePoint) }
      guard low <= extent.low, extent.high <= high else { return .undefined(.outsideScale) }
      return random.centralMoment(2).then { squares in
        let expected = squares / Double(points.count)
        guard expected > 0 else { return .undefined(.noVariation) }
        return variance.then { .finite(floored ? max(1 - $0 / expected, 0) : 1 - $0 / expected) }
      }
    }
  }
}
