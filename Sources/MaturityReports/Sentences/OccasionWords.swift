import DigitalMaturity

/// Which assessment a paper tells of, and which it is set beside.
enum OccasionWords {
  /// Nil where neither result says what it is of.
  static func sentence(_ now: ReportFacts, since base: ReportFacts?) -> Phrase? {
    let words = now.words
    switch (now.occasion, base?.occasion) {
    case (let now?, let base?): return words(.resultsBeside, ["now": now, "base": base])
    case (let now?, nil): return words(.resultsOf, ["now": now])
    case (nil, let base?): return words(.resultsSince, ["base": base])
    case (nil, nil): return nil
    }
  }
}
