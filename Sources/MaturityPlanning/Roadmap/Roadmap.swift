public import DigitalMaturity

/// The programme: projects, and actions that became work, by workstream and time.
public struct Roadmap: Sendable, Hashable {
  /// One piece of work.
  public struct Item: Sendable, Hashable {
    /// What it was written as.
    public enum Kind: String, Sendable, Hashable {
      /// A project of the programme.
      case project
      /// A recommended action.
      case action
    }

    /// What it was written as.
    public let kind: Kind
    /// Its id, unique among those of its kind.
    public let id: String
    /// Its name.
    public let name: LocalizedText
    /// What it involves.
    public let description: LocalizedText?
    /// The workstream it belongs to.
    public let workstream: Identifier<Workstream>?
    /// The role that leads it.
    public let lead: LocalizedText?
    /// What it takes, in officer-days; projects do not say.
    public let effort: Double?
    /// When it is planned.
    public let timeframe: Timeframe?
    /// How far it has come.
    public let progress: Progress?
    /// The areas it serves.
    public let serves: [Identifier<Area>]
    /// The ids of what it needs first, of its own kind.
    public let requires: [String]
  }

  /// By workstream in the assessment's order, what has none last; then by the first month, what has none last; then in
  /// the assessment's order, projects before actions.
  public let items: [Item]

  /// The programme of an assessment.
  /// - Parameters:
  ///   - assessment: The assessment with its projects.
  ///   - actions: The actions that are part of the programme, such as those that a budget was spent on. Those whose progress
  ///     says that they were begun are part of it in any case.
  public init(_ assessment: Assessment, actions: [Action] = []) {
    let named = Set(actions.map(\.id))
    let begun = assessment.actions.filter { named.contains($0.id) || $0.progress.map { $0.state != .idea } ?? false }
    let items = assessment.projects.map(Item.init) + begun.map(Item.init)
    let places = Dictionary(assessment.workstreams.enumerated().map { ($1.id, $0) }) { first, _ in first }
    func order(_ item: Item) -> (Int, Int) {
      let workstream = item.workstream.flatMap { places[$0] } ?? places.count
      return (workstream, item.timeframe.map { $0.from.year * 12 + $0.from.month } ?? .max)
    }
    self.items = items.enumerated().sorted { one, other in
      let (first, second) = (order(one.element), order(other.element))
      return first == second ? one.offset < other.offset : first < second
    }.map(\.element)
  }

  /// The first and the last month of anything that is planned or was done; nil when nothing has a time.
  public var span: Timeframe? {
    let frames = items.compactMap(\.timeframe)
    let months =
      frames.flatMap { [$0.from, $0.to] }
      + items.compactMap(\.progress).flatMap { [$0.started, $0.finished].compactMap { $0 } }
    guard let first = months.min(), let last = months.max() else { return nil }
    return Timeframe(from: first, to: last)
  }
}

extension Roadmap.Item {
  init(_ project: Project) {
    self.init(
      kind: .project, id: project.id.rawValue, name: project.name, description: project.description,
      workstream: project.workstream, lead: project.lead, effort: nil, timeframe: project.timeframe,
      progress: project.progress,
      serves: project.serves, requires: project.requires.map(\.rawValue))
  }

  init(_ action: Action) {
    self.init(
      kind: .action, id: action.id.rawValue, name: action.name, description: action.description,
      workstream: action.workstream, lead: action.lead, effort: action.effort, timeframe: action.timeframe,
      progress: action.progress,
      serves: [action.area] + action.alsoRaises.ids, requires: action.requires.map(\.rawValue))
  }
}
