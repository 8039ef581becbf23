/// A rule that holds another rule's score under ceilings. Explanations show it as a step: what the other rule makes of the answers,
/// which ceilings hold, and what each leaves of the score.
public protocol CeilingScoringRule: ScoringRule {
  /// The rule whose score is held.
  var inner: any ScoringRule { get }
  /// The ceilings; of those that hold the lowest counts.
  var ceilings: [ScoreCeiling] { get }
}

/// The highest score there can be while a condition on answers holds.
public struct ScoreCeiling: Sendable, Hashable {
  /// The highest score while the condition holds.
  public var at: Double
  /// When it holds.
  public var when: Condition

  /// Makes a ceiling.
  public init(at: Double, when: Condition) {
    self.at = at
    self.when = when
  }
}
