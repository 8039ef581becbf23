extension Distribution {
  /// Agreement A: how far answers gather round one place of an ordered scale, from −1 (half at each end) through 0 (all
  /// answers equally frequent) to 1 (all give the same answer).
  ///
  /// The counts are taken apart into layers, each a pattern of used and unused categories with its share of the answers;
  /// A = Σ share·U·(1 − (S − 1)/(K − 1)), with K categories, S of them used by the pattern, and the unimodality
  /// U = ((K − 2)·TU − (K − 1)·TDU) / ((K − 2)·(TU + TDU)) from its triples used-used-unused (TU, both ways round) and
  /// used-unused-used (TDU) (van der Eijk 2001, “Measuring agreement in ordered rating scales”, Quality and Quantity 35,
  /// 325–341).
  ///
  /// The categories are the distribution's `values`, those with count 0 too; only their order matters. Undefined with fewer
  /// than two answers (one answer is not agreement) and on a scale of one point. O(K · distinct counts).
  public var agreement: Figure<Double> {
    guard n > 1 else { return .undefined(.tooFew("answers", n, needed: 2)) }
    guard values.count > 1 else { return .undefined(.scaleOfOnePoint) }
    var sum = ExactSum()
    var removed = 0
    for level in Set(counts).sorted() where level > 0 {
      let (pattern, size) = agreement(ofThoseAtLeast: level)
      // Shares of n: of the layer's height on each used category.
      sum.add(pattern * Double(size) * (Double(level - removed) / Double(n)))
      removed = level
    }
    return .finite(min(max(sum.value, -1), 1))
  }

  /// The agreement of the layer of the categories with so many answers, and how many they are.
  private func agreement(ofThoseAtLeast level: Int) -> (agreement: Double, size: Int) {
    let categories = Double(counts.count)
    let size = counts.count { $0 >= level }
    guard size < counts.count else { return (0, size) }
    guard size > 1 else { return (1, size) }
    // An unused category with l used ones before it and r after ends or begins l(l−1)/2 + r(r−1)/2 triples of the one
    // kind, and stands in the middle of l·r of the other. Doubles, since triples outgrow integers on very long scales.
    var together = 0.0
    var apart = 0.0
    var before = 0.0
    for count in counts {
      if count >= level {
        before += 1
      } else {
        let after = Double(size) - before
        together += (before * (before - 1) + after * (after - 1)) / 2
        apart += before * after
      }
    }
    // With two used and one unused at least, K ≥ 3 and there is at least one triple.
    let unimodality = ((categories - 2) * together - (categories - 1) * apart) / ((categories - 2) * (together + apart))
    return (unimodality * (1 - (Double(size) - 1) / (categories - 1)), size)
  }
}
