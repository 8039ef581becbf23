import DigitalMaturity

/// The actions that a set may have, as numbers.
struct SelectionPool {
  struct Candidate {
    let priority: Priority
    let effort: Double
    /// What it is worth alone.
    let benefit: Double
    /// The areas that it raises, by their place in ``gaps``.
    let uplifts: [(area: Int, uplift: Double)]
    var requires: [Int] = []
    var excludes: [Int] = []
  }

  /// What is needed first and not called for, what is called for and says no uplift, then the ranking.
  private(set) var candidates: [Candidate] = []
  /// The known gaps of areas, with their weights.
  let gaps: [(gap: Double, weight: Double)]
  private(set) var unavailable: [ActionSelection.Unavailable] = []

  init(_ priorities: Priorities) {
    let known = priorities.standings.areas.compactMap { standing in
      standing.gap.value.map { (id: standing.area.id, gap: $0, weight: standing.area.weight) }
    }
    gaps = known.map { ($0.gap, $0.weight) }
    let places = Dictionary(known.enumerated().map { ($1.id, $0) }) { first, _ in first }
    // What something needs may be worth nothing itself; without an effort it cannot be paid for.
    let unranked = priorities.unranked.filter { $0.effort.value != nil && !priorities.needing($0.action.id).isEmpty }
    for priority in priorities.unranked where !unranked.contains(priority) {
      let cause = priority.effort.reason ?? priority.benefit.reason
      unavailable.append(.init(action: priority.action, lacking: [], cause: cause))
    }
    var offered = (priorities.neededFirst + unranked + priorities.ranked).filter { $0.effort.value != nil }
    // What requires something that cannot be had cannot be had itself, and so on.
    while true {
      let ids = Set(offered.map(\.action.id)).union(priorities.done)
      let missing = offered.filter { !$0.action.requires.allSatisfy(ids.contains) }
      guard !missing.isEmpty else { break }
      for priority in missing where priority.isCalledFor {
        let lacking = priority.action.requires.filter { !ids.contains($0) }
        unavailable.append(.init(action: priority.action, lacking: lacking, cause: nil))
      }
      let lost = Set(missing.map(\.action.id))
      offered.removeAll { lost.contains($0.action.id) }
    }
    let index = Dictionary(offered.enumerated().map { ($1.action.id, $0) }) { first, _ in first }
    candidates = offered.map { priority in
      Candidate(
        priority: priority, effort: priority.effort.value ?? 0, benefit: priority.benefit.value ?? 0,
        uplifts: priority.parts.compactMap { part in places[part.area.id].map { ($0, part.uplift) } },
        requires: priority.action.requires.compactMap { index[$0] },
        excludes: priority.action.excludes.compactMap { index[$0] })
    }
    // Excluding goes both ways.
    for (place, candidate) in candidates.enumerated() {
      for other in candidate.excludes where !candidates[other].excludes.contains(place) {
        candidates[other].excludes.append(place)
      }
    }
  }
}

extension SelectionPool {
  /// What a set is worth: two actions close a gap once.
  func benefit(of members: [Int]) -> Double {
    var uplifts = [Double](repeating: 0, count: gaps.count)
    for raised in members.flatMap({ candidates[$0].uplifts }) { uplifts[raised.area] += raised.uplift }
    return zip(gaps, uplifts).reduce(0) { $0 + $1.0.weight * min($1.0.gap, $1.1) }
  }
}

/// Looks for the best set, one action after the other: with it, then without it.
struct SelectionSearch {
  struct Found {
    /// The places of its members, in order.
    var members: [Int] = []
    var effort = 0.0
    var benefit = 0.0
  }

  private(set) var best = Found()
  /// Whether a set was found that is worth as much as was asked for.
  private(set) var isFound: Bool
  /// Whether every set was looked at, or was no better.
  private(set) var isComplete = true

  private let pool: SelectionPool
  private let budget: Double
  private var steps: Int
  /// The candidates' places in the order they are decided: the most worth an officer-day first.
  private let order: [Int]
  private var decided: [Bool?]
  private var uplifts: [Double]

  /// - Parameters:
  ///   - atLeast: What a set must be worth to be looked for.
  ///   - forced: What is decided beforehand.
  init(
    _ pool: SelectionPool, budget: Double, steps: Int, atLeast: Double = 0, forced: [Int: Bool] = [:]
  ) {
    self.pool = pool
    self.budget = budget
    self.steps = steps
    isFound = false
    best.benefit = atLeast
    decided = [Bool?](repeating: nil, count: pool.candidates.count)
    uplifts = [Double](repeating: 0, count: pool.gaps.count)
    func worth(_ index: Int) -> Double {
      let candidate = pool.candidates[index]
      return candidate.effort > 0 ? candidate.benefit / candidate.effort : candidate.benefit > 0 ? .infinity : 0
    }
    order = pool.candidates.indices.filter { forced[$0] == nil }
      .sorted { (worth($0), $1) > (worth($1), $0) }
    for (index, isTaken) in forced { decided[index] = isTaken }
  }

  /// Searches. Every set that is begun takes O(candidates).
  mutating func run() {
    var effort = 0.0
    for (index, isTaken) in decided.enumerated() where isTaken == true {
      effort += pool.candidates[index].effort
      add(index, sign: 1)
    }
    guard effort <= budget + Self.tolerance else { return }
    for index in decided.indices where decided[index] == true && !isAllowed(index) { return }
    let forced = Set(decided.indices.filter { decided[$0] == true })
    visit(0, effort: effort)
    dropWhatBringsNothing(keeping: forced)
  }

  private static let tolerance = 1e-9

  private mutating func visit(_ depth: Int, effort: Double) {
    steps -= 1
    guard steps > 0 else {
      isComplete = false
      return
    }
    let benefit = benefit
    note(benefit, effort: effort)
    guard depth < order.count, benefit + bound(depth, budget - effort) > best.benefit + Self.tolerance else { return }
    let index = order[depth]
    let cost = pool.candidates[index].effort
    if effort + cost <= budget + Self.tolerance, isAllowed(index) {
      decided[index] = true
      add(index, sign: 1)
      visit(depth + 1, effort: effort + cost)
      add(index, sign: -1)
    }
    decided[index] = false
    if !isRequired(index) { visit(depth + 1, effort: effort) }
    decided[index] = nil
  }

  /// Takes the set that has been begun, if it is whole and better.
  private mutating func note(_ benefit: Double, effort: Double) {
    let isBetter = benefit > best.benefit + Self.tolerance || (!isFound && benefit >= best.benefit)
    guard isBetter else { return }
    let members = decided.indices.filter { decided[$0] == true }
    guard members.allSatisfy({ pool.candidates[$0].requires.allSatisfy { decided[$0] == true } }) else { return }
    // What the results do not call for is there for what needs it, and for nothing else.
    guard members.allSatisfy({ pool.candidates[$0].priority.isCalledFor || isRequired($0) }) else { return }
    best = Found(members: members, effort: effort, benefit: benefit)
    isFound = true
  }

  /// Takes out what the best set is worth as much without, the costliest first, each with what was there for it alone.
  ///
  /// Less is never worth more, so where any members can be spared together, one of them that no other member requires can be
  /// spared with what was there for it alone: what is left can spare nothing.
  private mutating func dropWhatBringsNothing(keeping forced: Set<Int>) {
    var dropped = true
    while dropped {
      dropped = false
      for index in best.members.sorted(by: { pool.candidates[$0].effort > pool.candidates[$1].effort }) {
        guard !best.members.contains(where: { pool.candidates[$0].requires.contains(index) }) else { continue }
        let rest = rest(without: index)
        guard forced.isSubset(of: rest), pool.benefit(of: rest) >= best.benefit - Self.tolerance else { continue }
        best.members = rest
        best.effort = rest.reduce(0) { $0 + pool.candidates[$1].effort }
        dropped = true
        break
      }
    }
  }

  /// The best set without a member and without what is not called for and was needed by nothing else.
  private func rest(without index: Int) -> [Int] {
    var rest = best.members.filter { $0 != index }
    while true {
      let kept = rest.filter { one in
        pool.candidates[one].priority.isCalledFor || rest.contains { pool.candidates[$0].requires.contains(one) }
      }
      if kept.count == rest.count { return rest }
      rest = kept
    }
  }

  /// What the set that has been begun is worth, kept up as actions come and go.
  private var benefit: Double {
    var sum = 0.0
    for (area, gap) in pool.gaps.enumerated() { sum += gap.weight * min(gap.gap, uplifts[area]) }
    return sum
  }

  /// No less than what those from `depth` on can add for so many officer-days.
  private func bound(_ depth: Int, _ days: Double) -> Double {
    var days = days + Self.tolerance
    var sum = 0.0
    for index in order[depth...] {
      let candidate = pool.candidates[index]
      if candidate.effort <= days {
        sum += candidate.benefit
        days -= candidate.effort
      } else {
        return sum + candidate.benefit * days / candidate.effort
      }
    }
    return sum
  }

  /// Whether nothing that has been decided forbids an action.
  private func isAllowed(_ index: Int) -> Bool {
    let candidate = pool.candidates[index]
    return candidate.excludes.allSatisfy { decided[$0] != true }
      && candidate.requires.allSatisfy { decided[$0] != false }
  }

  /// Whether an action that was taken requires this one.
  private func isRequired(_ index: Int) -> Bool {
    decided.indices.contains { decided[$0] == true && pool.candidates[$0].requires.contains(index) }
  }

  private mutating func add(_ index: Int, sign: Double) {
    for raised in pool.candidates[index].uplifts { uplifts[raised.area] += sign * raised.uplift }
  }
}
