import DigitalMaturity
import MaturityPlanning

/// What follows from a survey's results: priorities, a programme, and what moved.
extension Survey {
  /// The actions that the latest results call for, and the best set for so many officer-days.
  func priorities(budget: Double?) -> (Priorities, ActionSelection?) {
    let priorities = Priorities(assessment, Array(rounds.suffix(1)))
    return (priorities, budget.map { ActionSelection(priorities, budget: $0) })
  }

  /// The programme, with the actions that were chosen.
  func roadmap(budget: Double?) -> Roadmap {
    let (_, selection) = priorities(budget: budget)
    return Roadmap(assessment, actions: selection?.chosen.map(\.action) ?? [])
  }

  /// The latest round beside the first; nil as long as there has been one.
  func changes() throws(DocumentError) -> Comparison? {
    guard let first = rounds.first, let last = rounds.last, rounds.count > 1 else { return nil }
    return try Comparison(first, last)
  }
}
