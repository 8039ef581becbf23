public import DigitalMaturity

/// A recommended action with what it is expected to be worth and what it takes.
///
/// Benefit = Σ over its areas of weight · min(gap to target, uplift). An area that has no score or no target adds nothing.
public struct Priority: Sendable, Hashable {
  /// What an action is worth in one area.
  public struct Part: Sendable, Hashable {
    /// The area.
    public let area: Area
    /// How far the action is expected to raise its score.
    public let uplift: Double
    /// How far it lies below its target, or why that is not known.
    public let gap: Figure<Double>

    /// Weight · min(gap, uplift), in weighted levels.
    public var benefit: Figure<Double> { gap.then { .finite(area.weight * min($0, uplift)) } }
  }

  /// The action.
  public let action: Action
  /// Its own area first, then those that it raises as well, in the order of their ids.
  public let parts: [Part]
  /// Whether the results call for it. An action may also be needed by one that they call for.
  public let isCalledFor: Bool

  init(_ action: Action, _ standings: AreaStandings, isCalledFor: Bool) {
    self.action = action
    self.isCalledFor = isCalledFor
    let own = action.uplift.map { [(id: action.area, uplift: $0)] } ?? []
    parts = (own + action.alsoRaises.map { (id: $0.id, uplift: $0.weight) }).compactMap { raised in
      standings[raised.id].map { Part(area: $0.area, uplift: raised.uplift, gap: $0.gap) }
    }
  }

  /// What it is worth, in weighted levels: undefined when no uplift is stated, or of no area the gap is known.
  public var benefit: Figure<Double> {
    guard let first = parts.first else { return .undefined(.noUplift) }
    let known = parts.compactMap(\.benefit.value)
    if known.isEmpty, let reason = first.benefit.reason { return .undefined(reason) }
    return .finite(known.reduce(0, +))
  }

  /// What it takes, in officer-days; undefined when that is not stated.
  public var effort: Figure<Double> { action.effort.map { .finite($0) } ?? .undefined(.noEffort) }

  /// Benefit ÷ effort, in weighted levels an officer-day: what the ranking goes by. Undefined where either is, and for what
  /// takes no effort.
  public var benefitPerDay: Figure<Double> {
    benefit.then { benefit in
      effort.then { $0 > 0 ? .finite(benefit / $0) : .undefined(.noDays) }
    }
  }
}

extension Undefined {
  static let noUplift = Undefined(.noUplift, PlanMessage.noUplift.rawValue)
  static let noEffort = Undefined(.noEffort, PlanMessage.noEffort.rawValue)
  static let noDays = Undefined(.noDays, PlanMessage.noDays.rawValue)
}

extension Undefined.Code {
  /// The action says nothing of what it is expected to raise.
  public static let noUplift = Self(rawValue: "no-uplift")
  /// The action says nothing of what it takes.
  public static let noEffort = Self(rawValue: "no-effort")
  /// The action takes nothing.
  public static let noDays = Self(rawValue: "no-days")
}
