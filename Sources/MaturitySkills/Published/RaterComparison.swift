public import DigitalMaturity

/// How people rate themselves beside their managers, of those with both ratings of something that their roles ask for.
///
/// Kept as counts and sums, since a council has thousands of such figures; means follow from them.
public struct RaterComparison: Sendable, Hashable {
  private var above: Int32
  private var alike: Int32
  private var below: Int32
  private var difference: Double
  private var own: Double
  private var isWithheld = false

  /// The people with both; nil where it is withheld.
  public var people: Int? { shown(above &+ alike &+ below) }
  /// The people who rate themselves higher than their managers do.
  public var higher: Int? { shown(above) }
  /// The people who rate themselves as their managers do.
  public var same: Int? { shown(alike) }
  /// The people who rate themselves lower.
  public var lower: Int? { shown(below) }
  /// The mean of how far people rate themselves above their managers, in points of the scale.
  public var meanDifference: Figure<Double> { mean(difference) }
  /// The mean level at which people rate themselves, in what their managers rate too.
  public var ownMean: Figure<Double> { mean(own) }
  /// The mean level at which their managers rate them.
  public var managerMean: Figure<Double> { mean(own - difference) }

  init(_ counts: SkillsCounts.Comparison) {
    (above, alike, below) = (counts.higher, counts.same, counts.lower)
    difference = counts.sum.value
    own = counts.own.value
  }

  /// Withholds it, and leaves nothing to be found.
  mutating func withhold() {
    isWithheld = true
    (above, alike, below) = (0, 0, 0)
    (difference, own) = (0, 0)
  }

  private func shown(_ people: Int32) -> Int? { isWithheld ? nil : Int(people) }

  private func mean(_ sum: Double) -> Figure<Double> {
    guard let people else { return .undefined(.withheld) }
    return people > 0
      ? .finite(sum / Double(people)) : .undefined(Undefined(.nobodyRated, "Nobody is rated by both."))
  }
}
