import DigitalMaturity
public import MaturityStatistics

/// How many people meet something that is asked of them.
///
/// Kept as counts, since a council has tens of thousands of such figures; shares follow from them.
public struct SkillsMeeting: Sendable, Hashable {
  private var met: Int32
  private var rated: Int32
  private var unrated: Int32
  private var old: Int32
  private var gap: Double
  private var low: Double
  private var high: Double
  private let hasGap: Bool
  /// Whether it is withheld.
  public private(set) var isWithheld = false
  /// Whether it is withheld only because, beside another day's, it would tell of the few people by whom the days differ.
  public private(set) var tellsOfFewBetweenDays = false

  /// How many meet it; nil where it is withheld.
  public var count: Int? { shown(met) }
  /// Of how many who are rated.
  public var of: Int? { shown(rated) }
  /// How many are asked and not rated.
  public var notRated: Int? { shown(unrated) }
  /// How many of those have a rating that is too old.
  public var outOfDate: Int? { shown(old) }
  /// The share that meets it, 0 to 1; undefined where nobody is rated.
  public var share: Figure<Double> { figure(Double(met) / Double(rated)) }
  /// Its likely range (Wilson).
  public var interval: Figure<Interval> {
    figure(Interval(low: low, high: high, confidence: Self.confidence, method: .wilson))
  }
  /// The mean of how far people are below what is asked, over those who are rated; undefined for all literacies together.
  public var meanGap: Figure<Double> {
    hasGap ? figure(gap) : .undefined(Undefined(.notOnAScale, "All literacies together are no scale."))
  }

  /// How many do not meet it.
  public var below: Int? { shown(rated &- met) }

  /// Whether all who are rated stand alike, so that the figure says it of each of them.
  public var isUnanimous: Bool { of.map { $0 > 0 && (count == 0 || count == $0) } ?? false }

  init(_ counts: SkillsCounts.Meeting, hasGap: Bool = true) {
    met = counts.met
    rated = counts.rated
    unrated = counts.notRated
    old = counts.outOfDate
    self.hasGap = hasGap
    gap = hasGap && rated > 0 ? counts.gaps.value / Double(rated) : 0
    let interval = wilsonInterval(successes: Int(met), of: Int(rated), confidence: Self.confidence).value
    low = interval?.low ?? 0
    high = interval?.high ?? 1
  }

  /// What would be withheld of nobody is still nobody's.
  mutating func withhold() {
    isWithheld = true
    // Nothing of it is left to be found.
    (met, rated, unrated, old) = (0, 0, 0, 0)
    (gap, low, high) = (0, 0, 0)
  }

  /// Withholds it beside the figure of another day.
  mutating func withholdForDifference() {
    guard !isWithheld else { return }
    withhold()
    tellsOfFewBetweenDays = true
  }

  private static var confidence: Double { 0.95 }

  private func shown(_ people: Int32) -> Int? { isWithheld ? nil : Int(people) }

  private func figure<Value>(_ value: @autoclosure () -> Value) -> Figure<Value> {
    if isWithheld { return .undefined(tellsOfFewBetweenDays ? .fewBetweenDays : .withheld) }
    return rated > 0 ? .value(value()) : .undefined(Undefined(.nobodyRated, "Nobody of whom it is asked is rated."))
  }
}

extension Undefined {
  fileprivate static let fewBetweenDays = Undefined(
    .withheld, "Withheld: beside the later day's figure it would tell of the few people by whom the two differ.")
}
