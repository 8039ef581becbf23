/// A recommended action: what to do when a condition on the results holds.
public struct Action: Sendable, Hashable {
  /// The action's id.
  public var id: Identifier<Action>
  /// What to do, in a few words.
  public var name: LocalizedText
  /// What it involves.
  public var description: LocalizedText?
  /// The area it improves.
  public var area: Identifier<Area>
  /// When it is recommended; always, when there is no condition.
  public var when: Condition?
  /// The workstream it belongs to.
  public var workstream: Identifier<Workstream>?
  /// The role that leads it.
  public var lead: LocalizedText?
  /// Officer-days it takes: not negative.
  public var effort: Double?
  /// How far it is expected to raise the area's score: not negative.
  public var uplift: Double?
  /// How far it is expected to raise the scores of other areas: not negative.
  public var alsoRaises: Weights<Area>
  /// When it is done.
  public var timeframe: Timeframe?
  /// The actions that it needs first.
  public var requires: [Identifier<Action>]
  /// The actions that it stands instead of.
  public var excludes: [Identifier<Action>]
  /// How far it has come; nil when nobody has said.
  public var progress: Progress?

  /// Makes an action.
  public init(
    id: Identifier<Action>, name: LocalizedText, description: LocalizedText? = nil, area: Identifier<Area>,
    when: Condition? = nil, workstream: Identifier<Workstream>? = nil, lead: LocalizedText? = nil,
    effort: Double? = nil, uplift: Double? = nil, alsoRaises: Weights<Area> = [:], timeframe: Timeframe? = nil,
    requires: [Identifier<Action>] = [], excludes: [Identifier<Action>] = [], progress: Progress? = nil
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.area = area
    self.when = when
    self.workstream = workstream
    self.lead = lead
    self.effort = effort
    self.uplift = uplift
    self.alsoRaises = alsoRaises
    self.timeframe = timeframe
    self.requires = requires
    self.excludes = excludes
    self.progress = progress
  }
}
