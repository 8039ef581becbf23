import DigitalMaturity
public import MaturityStatistics

/// How the same people stood on two days.
public struct PairedChange: Sendable, Hashable {
  /// The people rated on both days; nil where it is withheld.
  public internal(set) var people: Int?
  /// How many met it on the earlier day.
  public internal(set) var metBefore: Int?
  /// How many meet it on the later day.
  public internal(set) var metAfter: Int?
  /// How many meet it now and did not.
  public internal(set) var gained: Int?
  /// How many met it and do not now.
  public internal(set) var lost: Int?
  /// The change of the share, −1 to 1; undefined without people.
  public internal(set) var change: Figure<Double>
  /// Its likely range (Newcombe, of pairs); undefined with fewer than two people.
  public internal(set) var interval: Figure<Interval>
  /// The mean of how far their levels moved, in points of the scale; undefined for all literacies together, which share no
  /// scale.
  public internal(set) var levelChange: Figure<Double>
  /// Its likely range (Student); undefined with fewer than two people, and where all moved alike.
  public internal(set) var levelInterval: Figure<Interval>

  /// Whether it is withheld.
  public var isWithheld: Bool { change.reason?.code == .withheld }
}

extension PairedChange {
  /// How they stood on both days; nil where it is withheld.
  var pairs: ShareDifference.Pairs? {
    guard let people, let metBefore, let gained, let lost else { return nil }
    return ShareDifference.Pairs(
      both: metBefore - lost, gained: gained, lost: lost, neither: people - metBefore - gained)
  }

  init(_ counts: PairCounting.Pairs, hasLevels: Bool) {
    people = counts.both
    metBefore = counts.metBefore
    metAfter = counts.metAfter
    gained = counts.gained
    lost = counts.metBefore - (counts.metAfter - counts.gained)
    change =
      counts.both > 0
      ? .value(Double(counts.metAfter - counts.metBefore) / Double(counts.both))
      : .undefined(.nobodyOnBothDays)
    interval = .undefined(.nobodyOnBothDays)
    levelChange = .undefined(hasLevels ? .nobodyOnBothDays : .noScale)
    levelInterval = levelChange.then { _ in .undefined(.nobodyOnBothDays) }
    guard counts.both > 0 else { return }
    interval =
      ShareDifference(from: (counts.metBefore, counts.both), to: (counts.metAfter, counts.both), pairs: pairs).interval
    guard hasLevels else { return }
    let moved = Figure { () throws(Undefined) in
      try Distribution(counts.levels.map { (value: $0.key, count: $0.value) })
    }
    levelChange = moved.then { MeanDifference(of: $0, minus: 0).difference }
    levelInterval = moved.then { MeanDifference(of: $0, minus: 0).interval }
  }

  mutating func withhold() {
    (people, metBefore, metAfter, gained, lost) = (nil, nil, nil, nil, nil)
    (change, interval) = (.undefined(.withheld), .undefined(.withheld))
    if levelChange.reason?.code != .notOnAScale { levelChange = .undefined(.withheld) }
    if levelInterval.reason?.code != .notOnAScale { levelInterval = .undefined(.withheld) }
  }
}

extension Undefined {
  fileprivate static let nobodyOnBothDays = Undefined(.nobodyRated, "Nobody is rated on both days.")
  fileprivate static let noScale = Undefined(.notOnAScale, "All literacies together are no scale.")
}
