extension Distribution {
  /// Whether answers fall into two camps, one on each side of a place on the scale that few chose.
  ///
  /// True where all of these hold:
  /// 1. agreement A is below 0, which is the sign of more than one peak (van der Eijk 2001; see `agreement`);
  /// 2. some category is a low point: some category below it and some category above it are each chosen at least twice as
  ///    often, and at least once;
  /// 3. on each side of that low point lie at least two answers.
  ///
  /// Conditions 2 and 3 are this project's own, kept simple: they spare a flat or thinly answered question the name.
  /// The categories are the distribution's `values`. Undefined with fewer than four answers, and on a scale of one point.
  /// O(K · distinct counts).
  public var isInTwoCamps: Figure<Bool> {
    guard n >= 4 else { return .undefined(.tooFew("answers", n, needed: 4)) }
    return agreement.map { $0 < 0 && hasDividingPoint }
  }

  private var hasDividingPoint: Bool {
    let highestAfter = Array(counts.reversed().reduce(into: [0]) { $0.append(max($0.last ?? 0, $1)) }.reversed())
    var below = 0
    var highestBefore = 0
    for (count, highest) in zip(counts, highestAfter.dropFirst()) {
      let above = n - below - count
      if min(below, above) >= 2, count <= min(highestBefore, highest) / 2 { return true }
      below += count
      highestBefore = max(highestBefore, count)
    }
    return false
  }
}
