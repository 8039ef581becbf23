public import DigitalMaturity

/// Actions that were chosen to be done, as a host's plans give them: papers tell of them apart from what results recommend.
public struct Programme: Sendable, Hashable {
  /// The chosen actions.
  public var actions: [Action]
  /// What they were chosen within, in officer-days; nil where there was no such limit.
  public var budget: Double?

  /// Makes a programme.
  public init(actions: [Action], budget: Double? = nil) {
    self.actions = actions
    self.budget = budget
  }

  /// What the actions take, in officer-days; nil where one of them does not say.
  public var effort: Double? {
    let efforts = actions.compactMap(\.effort)
    return efforts.count == actions.count ? efforts.reduce(0, +) : nil
  }

  /// What was chosen, in sentences.
  func sentences(_ words: ReportWords) -> [Phrase] {
    let limit = budget.map { words.exact($0) }
    guard !actions.isEmpty else { return [limit.map { words(.noneFits, ["days": $0]) } ?? words(.noneChosen)] }
    let count: KeyValuePairs<String, any MessageArgument> = ["count": actions.count, "days": limit ?? ""]
    let chosen = words(limit == nil ? .chosen : .chosenWithin, count)
    return [chosen] + (effort.map { [words(.effort, ["days": words.days($0)])] } ?? [])
  }
}
