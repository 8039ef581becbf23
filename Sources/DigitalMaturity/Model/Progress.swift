/// How far a project or an action has come, since when, and why.
public struct Progress: Sendable, Hashable {
  /// The steps from an idea to what is done. Ideas are tested before they are committed to.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Thought of.
    case idea
    /// Tried on paper or in a laboratory.
    case proofOfConcept = "proof-of-concept"
    /// Tried with real people.
    case pilot
    /// Being delivered.
    case delivery
    /// Delivered.
    case done
    /// Given up.
    case stopped

    /// Whether nothing more will happen.
    public var isOver: Bool { self == .done || self == .stopped }
  }

  /// The step it has reached.
  public var state: State
  /// The month in which that was decided.
  public var since: Month?
  /// Why it was decided: what a test showed, or why it was stopped.
  public var reason: LocalizedText?
  /// The month in which work began.
  public var started: Month?
  /// The month in which work ended.
  public var finished: Month?

  /// Makes a step of progress.
  public init(
    _ state: State, since: Month? = nil, reason: LocalizedText? = nil, started: Month? = nil, finished: Month? = nil
  ) {
    self.state = state
    self.since = since
    self.reason = reason
    self.started = started
    self.finished = finished
  }
}
