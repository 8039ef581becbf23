public import DigitalMaturity

/// The actions that results call for, the most worth an officer-day first.
///
/// ```swift
/// let priorities = Priorities(assessment, results)
/// for priority in priorities.ranked { print(priority.action.name, priority.benefit, priority.effort) }
/// ```
public struct Priorities: Sendable, Hashable {
  /// Where the areas stand.
  public let standings: AreaStandings
  /// What can be compared: by benefit an officer-day; what takes no effort first, what has no benefit last; of equals the
  /// greater benefit, then the assessment's order.
  public let ranked: [Priority]
  /// What is called for and cannot be compared: its benefit or its effort is not known, in the assessment's order.
  public let unranked: [Priority]
  /// What is not called for and that an action which is called for needs first, in the assessment's order.
  public let neededFirst: [Priority]
  /// What is not called for, in the assessment's order; what is done or stopped is in no list.
  public let notCalledFor: [Action]
  /// What has been done.
  let done: Set<Identifier<Action>>

  /// Ranks an assessment's actions by its published results.
  ///
  /// An action is called for when its condition holds, and it is neither done nor stopped. O(actions · areas).
  /// - Parameters:
  ///   - assessment: The assessment that was scored.
  ///   - scorecards: Its published results.
  ///   - group: The one group whose scores count, such as a proposal or a directorate; everyone when empty.
  public init(_ assessment: Assessment, _ scorecards: [PublishableScorecard], group: [GroupAttribute] = []) {
    let standings = AreaStandings(assessment, scorecards, group: group)
    self.standings = standings
    done = Set(assessment.actions.filter { $0.progress?.state == .done }.map(\.id))
    let open = assessment.actions.filter { $0.progress?.state.isOver != true }
    let called = open.filter { $0.when?.holds(standings.known) ?? true }
    let priorities = called.map { Priority($0, standings, isCalledFor: true) }
    func isComparable(_ priority: Priority) -> Bool {
      priority.benefit.value != nil && priority.effort.value != nil
    }
    ranked = priorities.filter(isComparable).enumerated()
      .sorted { one, other in
        let (first, second) = (one.element.order, other.element.order)
        return first == second ? one.offset < other.offset : first > second
      }
      .map(\.element)
    unranked = priorities.filter { !isComparable($0) }
    let calledIDs = Set(called.map(\.id))
    let needed = Self.needed(by: called, among: open).subtracting(calledIDs)
    neededFirst = open.filter { needed.contains($0.id) }.map { Priority($0, standings, isCalledFor: false) }
    notCalledFor = open.filter { !calledIDs.contains($0.id) && !needed.contains($0.id) }
  }

  /// What is called for and requires an action, or is needed first and does.
  func needing(_ id: Identifier<Action>) -> [Priority] {
    (ranked + unranked + neededFirst).filter { $0.action.requires.contains(id) }
  }

  /// Everything that actions need, and what that needs in turn.
  private static func needed(by actions: [Action], among open: [Action]) -> Set<Identifier<Action>> {
    let byID = Dictionary(open.map { ($0.id, $0) }) { first, _ in first }
    var needed: Set<Identifier<Action>> = []
    var waiting = actions.flatMap(\.requires)
    while let id = waiting.popLast() {
      guard let action = byID[id], needed.insert(id).inserted else { continue }
      waiting += action.requires
    }
    return needed
  }
}

extension Priority {
  /// What is compared: whether it is worth anything, what it is worth a day, what it is worth.
  fileprivate var order: Order {
    let benefit = benefit.value ?? 0
    // What takes nothing and is worth something goes before all.
    let perDay = benefit > 0 ? benefitPerDay.value ?? .infinity : 0
    return Order(perDay: perDay, benefit: benefit)
  }

  fileprivate struct Order: Comparable {
    let perDay: Double
    let benefit: Double

    static func < (left: Order, right: Order) -> Bool {
      (left.perDay, left.benefit) < (right.perDay, right.benefit)
    }
  }
}
