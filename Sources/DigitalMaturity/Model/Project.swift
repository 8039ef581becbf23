/// A project of the programme.
public struct Project: Sendable, Hashable {
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
  /// The role that leads it.
  public var lead: LocalizedText?
  /// How far it has come; nil when nobody has said.
  public var progress: Progress?
  /// The areas it improves.
  public var serves: [Identifier<Area>]
  /// The projects that must end before it begins.
  public var requires: [Identifier<Project>]

  /// Makes a project.
  public init(
    id: Identifier<Project>, name: LocalizedText, description: LocalizedText? = nil,
    workstream: Identifier<Workstream>? = nil, timeframe: Timeframe? = nil, lead: LocalizedText? = nil,
    progress: Progress? = nil, serves: [Identifier<Area>] = [], requires: [Identifier<Project>] = []
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.workstream = workstream
    self.timeframe = timeframe
    self.lead = lead
    self.progress = progress
    self.serves = serves
    self.requires = requires
  }
}
