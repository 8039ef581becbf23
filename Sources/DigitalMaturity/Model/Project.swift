/// A project of the programme.
public struct Project: Sendable, Hashable {
  /// How far a project has come. Ideas are tested before they are committed to.
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
  }

  /// The project's id.
  public var id: Identifier<Project>
  /// Its name.
  public var name: LocalizedText
  /// What it does.
  public var description: LocalizedText?
  /// The workstream it belongs to.
  public var workstream: Identifier<Workstream>?
  /// When it runs.
  public var timeframe: Timeframe?
  /// How far it has come.
  public var state: State?
  /// The areas it improves.
  public var serves: [Identifier<Area>]

  /// Makes a project.
  public init(
    id: Identifier<Project>, name: LocalizedText, description: LocalizedText? = nil,
    workstream: Identifier<Workstream>? = nil, timeframe: Timeframe? = nil, state: State? = nil,
    serves: [Identifier<Area>] = []
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.workstream = workstream
    self.timeframe = timeframe
    self.state = state
    self.serves = serves
  }
}
