public import DigitalMaturity

/// The set of actions that is worth most within a budget of officer-days.
///
/// A set is worth Σ over areas of weight · min(gap, Σ of its actions' uplifts): two actions close a gap once. Chosen actions
/// come with all that they require, and never beside what they exclude. What the results do not call for is chosen only
/// where a chosen action requires it, and nothing is chosen that the set is worth as much without. Found by branch and
/// bound: the best of the remaining actions by their own benefit an officer-day, the last in part, is never less than what
/// they can add.
public struct ActionSelection: Sendable, Hashable {
  /// A choice that would hardly have made the set worth less.
  public struct CloseCall: Sendable, Hashable {
    /// The action that was taken or left.
    public let action: Identifier<Action>
    /// Whether it was taken.
    public let isTaken: Bool
    /// How much less the best set of the other choice is worth, in weighted levels.
    public let loss: Double
    /// What the other set has and this one has not.
    public let instead: [Identifier<Action>]
    /// What this set has and the other one has not.
    public let without: [Identifier<Action>]
    /// What the other set takes, in officer-days.
    public let effort: Double
  }

  /// The budget, in officer-days.
  public let budget: Double
  /// The actions of the set, in the order of the ranking; what they need stands before them where it is not ranked.
  public let chosen: [Priority]
  /// What the set takes, in officer-days.
  public let effort: Double
  /// What the set is worth, in weighted levels.
  public let benefit: Double
  /// Whether no set within the budget is worth more. Not known where there are too many sets to look at.
  public let isProven: Bool
  /// The choices that cost less than a twentieth of the benefit to make otherwise, the closest first. None where nothing that
  /// is worth anything was left out.
  public let closeCalls: [CloseCall]
  /// What is called for and cannot be chosen, with why, in a sentence.
  public let unavailable: [Unavailable]

  /// An action that cannot be chosen.
  public struct Unavailable: Sendable, Hashable {
    /// The action.
    public let action: Action
    /// The actions that it requires and that cannot be chosen; none where it lacks something itself.
    public let lacking: [Identifier<Action>]
    /// What it lacks itself; nil where it lacks others.
    public let cause: Undefined?

    /// Why, in an English sentence.
    public var reason: String { cause?.sentence ?? sentence { $0.rawValue } }

    /// Why, in the words of a page.
    func reason(_ words: PlanWords) -> String {
      cause.map { words.reason($0) } ?? sentence(words.catalogue) { words.action($0) }
    }

    private func sentence(
      _ words: MessageCatalogue = .english, _ name: (Identifier<Action>) -> String
    ) -> String {
      let names = lacking.map { words.text(PlanMessage.quotedAction, ["action": name($0)]) }
      return words.text(PlanMessage.requiresUnavailable, ["needed": names.joined(separator: ", ")])
    }
  }

  /// Chooses within a budget.
  /// - Parameters:
  ///   - priorities: The ranking.
  ///   - budget: Officer-days: finite and above 0, else nothing is chosen.
  ///   - effortOfSearch: How many sets, each begun and not ended, are looked at before the best so far is taken.
  public init(_ priorities: Priorities, budget: Double, effortOfSearch: Int = 500_000) {
    let pool = SelectionPool(priorities)
    let isSound = budget.isFinite && budget > 0
    var search = SelectionSearch(pool, budget: isSound ? budget : 0, steps: effortOfSearch)
    if isSound { search.run() }
    let best = search.best
    self.budget = budget
    chosen = best.members.map { pool.candidates[$0].priority }
    effort = best.effort
    benefit = pool.benefit(of: best.members)
    isProven = search.isComplete
    unavailable = pool.unavailable
    closeCalls = isSound ? Self.closeCalls(pool, best, budget: budget, steps: effortOfSearch) : []
  }

  /// The areas' scores if every chosen action raised them as expected, never over their target: an estimate.
  public func expected(from standings: AreaStandings) -> [(area: Area, now: Double, expected: Double)] {
    var uplifts: [Identifier<Area>: Double] = [:]
    for part in chosen.flatMap(\.parts) { uplifts[part.area.id, default: 0] += part.uplift }
    return standings.areas.compactMap { standing in
      guard let score = standing.score.value else { return nil }
      let rise = min(standing.gap.value ?? 0, uplifts[standing.area.id] ?? 0)
      return (standing.area, score, score + rise)
    }
  }

  /// Makes every choice the other way and looks at what is lost.
  private static func closeCalls(
    _ pool: SelectionPool, _ best: SelectionSearch.Found, budget: Double, steps: Int
  ) -> [CloseCall] {
    let share = 0.05
    guard best.benefit > 0 else { return [] }
    let taken = Set(best.members)
    let isAnythingLeft = pool.candidates.indices.contains { index in
      pool.candidates[index].priority.isCalledFor && pool.candidates[index].benefit > 0 && !taken.contains(index)
    }
    guard isAnythingLeft else { return [] }
    return pool.candidates.indices
      .compactMap { index -> CloseCall? in
        let candidate = pool.candidates[index]
        guard candidate.priority.isCalledFor, candidate.benefit > 0, candidate.effort <= budget else { return nil }
        var search = SelectionSearch(
          pool, budget: budget, steps: steps, atLeast: best.benefit * (1 - share),
          forced: [index: !taken.contains(index)])
        search.run()
        guard search.isFound, search.isComplete else { return nil }
        let other = Set(search.best.members)
        func ids(_ set: Set<Int>) -> [Identifier<Action>] {
          set.sorted().map { pool.candidates[$0].priority.action.id }
        }
        return CloseCall(
          action: candidate.priority.action.id, isTaken: taken.contains(index),
          loss: max(0, best.benefit - search.best.benefit), instead: ids(other.subtracting(taken)),
          without: ids(taken.subtracting(other)), effort: search.best.effort)
      }
      .enumerated().sorted { ($0.element.loss, $0.offset) < ($1.element.loss, $1.offset) }.map(\.element)
  }
}
