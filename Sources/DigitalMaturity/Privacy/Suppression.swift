/// Decides which figures of which groups are withheld.
///
/// Primary: a figure with fewer people behind it than the threshold. Complementary: whatever else could give a withheld
/// figure away, by subtraction (``PublishedTotals``) or because it could not be far from what it is (``ProtectionSearch``).
/// Where a figure of one group could be protected only by withholding everyone's, the whole group is withheld instead.
struct Suppression {
  private let policy: DisclosurePolicy
  private let groups: CellGroups
  private let totals: PublishedTotals
  /// The people of each cell by category, until the search has them.
  private var cells: CategoryCounts
  /// For each group, how many people are in it; those that follow from two breakdowns too.
  private let people: [Int]
  /// Made when something is withheld.
  private var search: ProtectionSearch?
  /// The groups that must be withheld whole for the sake of some figure.
  private var wholes: [Bool]

  /// - Parameters:
  ///   - groups: Everyone and the groups of each breakdown.
  ///   - cells: The people of each cell by category; the first column is all of them.
  ///   - policy: The policy.
  init(_ groups: CellGroups, _ cells: CategoryCounts, policy: DisclosurePolicy) {
    self.init(groups, PublishedTotals(groups, threshold: policy.threshold), cells, policy)
  }

  /// - Parameter totals: Those of the groups, for the policy's threshold.
  init(_ groups: CellGroups, _ totals: PublishedTotals, _ cells: CategoryCounts, _ policy: DisclosurePolicy) {
    self.policy = policy
    self.groups = groups
    self.totals = totals
    self.cells = cells
    wholes = Array(repeating: false, count: groups.count)
    people = Self.counts([.people], cells, totals)[0]
  }

  /// For each of some figures, how many people it counts of each group.
  private static func counts(
    _ figures: [CountedFigure], _ cells: CategoryCounts, _ totals: PublishedTotals
  ) -> [[Int]] {
    let count = totals.count
    var counts = Array(repeating: 0, count: figures.count * count)
    // Cell by cell, since a cell's counts lie together in memory.
    for cell in totals.groupsOf.first?.indices ?? 0..<0 {
      for (place, figure) in figures.enumerated() {
        let people = cells.sum(cell, figure.counted)
        for groupOf in totals.groupsOf { counts[place &* count &+ groupOf[cell]] &+= people }
      }
    }
    return figures.indices.map { Array(counts[$0 * count..<($0 + 1) * count]) }
  }

  /// What is withheld.
  struct Withheld: Equatable {
    /// For each group, whether it is withheld whole.
    let groups: [Bool]
    /// For each figure, the groups that it is withheld of, those that are withheld whole among them.
    let figures: [[Bool]]
  }

  /// Decides on all figures that are published with their number of people.
  /// - Parameters:
  ///   - figures: Each one figure, or several that say the same and are withheld together.
  ///   - already: For each, the groups that it is withheld of for another reason; empty for none.
  ///   - never: The groups that are withheld whole for another reason.
  mutating func withheld(
    _ figures: [[CountedFigure]], already: [[Bool]] = [], never: Set<Int> = []
  ) -> Withheld {
    for group in never where wholes.indices.contains(group) { wholes[group] = true }
    let all = figures.flatMap { $0 }
    let counted = counts(all)
    var next = 0
    let counts = figures.map { figures in
      next += figures.count
      return Array(counted[next - figures.count..<next])
    }
    while true {
      let before = wholes
      let groups = withheld(all, people, groups: nil, already: wholes)
      let hidden = figures.enumerated().map { index, figures in
        withheldTogether(
          figures, counts[index], groups: groups,
          already: already.isEmpty ? groups : zip(groups, already[index]).map { $0 || $1 })
      }
      if wholes == before { return Withheld(groups: groups, figures: hidden) }
    }
  }

  /// The groups where any of several figures is withheld, so that each of them is: each says what another would.
  /// - Parameter counts: For each figure, how many people it counts of each group.
  private mutating func withheldTogether(
    _ figures: [CountedFigure], _ counts: [[Int]], groups: [Bool], already: [Bool]
  ) -> [Bool] {
    var hidden = already
    while true {
      let before = hidden
      for (figure, counts) in zip(figures, counts) {
        hidden = withheld([figure], counts, groups: groups, already: hidden)
      }
      if figures.count == 1 || hidden == before { return hidden }
    }
  }

  /// The groups where a figure is withheld that is published without its number of people.
  /// - Parameters:
  ///   - figure: The figure.
  ///   - groups: The groups that are withheld whole.
  ///   - already: Groups whose figure is withheld for another reason.
  mutating func withheld(_ figure: CountedFigure, groups: [Bool], already: [Bool]) -> [Bool] {
    withheld([figure], counts([figure])[0], groups: groups, already: zip(groups, already).map { $0 || $1 })
  }

  private func counts(_ figures: [CountedFigure]) -> [[Int]] {
    Self.counts(figures, search?.cells ?? cells, totals)
  }

  /// - Parameters:
  ///   - groups: The groups that are withheld whole, all of them in `already`; nil while those are decided on.
  ///   - already: For each group, whether it is withheld to begin with.
  private mutating func withheld(
    _ figures: [CountedFigure], _ counts: [Int], groups wholes: [Bool]?, already: [Bool]
  ) -> [Bool] {
    var hidden = already
    for index in hidden.indices where counts[index] > 0 && counts[index] < policy.threshold { hidden[index] = true }
    guard counts.first ?? 0 > 0 else { return hidden }
    // Groups of two breakdowns may tell of few though neither is small.
    totals.protect(&hidden, people: counts)
    guard hidden.contains(true) else { return hidden }
    if search == nil {
      search = ProtectionSearch(groups, cells, people: people)
      // It moves people, and a copy of so many counts takes long.
      cells = CategoryCounts(width: 0, rows: 0)
    }
    var pattern = ProtectionSearch.Pattern(hidden: hidden, wholes: wholes)
    var isSafe = Array(repeating: false, count: groups.count)
    while true {
      totals.protect(&pattern.hidden, people: counts)
      var isSettled = true
      for group in 0..<groups.count where pattern.hidden[group] && !isSafe[group] {
        isSafe[group] = true
        // Single people who could be elsewhere protect a group whatever they answered.
        if wholes == nil, search?.isProtected(group, pattern.hidden) ?? false { continue }
        for figure in figures where protect(group, figure, &pattern, counts) { isSettled = false }
      }
      if isSettled { return pattern.hidden }
    }
  }

  /// Withholds more until a group's figure is protected.
  /// - Returns: Whether more is withheld.
  private mutating func protect(
    _ group: Int, _ figure: CountedFigure, _ pattern: inout ProtectionSearch.Pattern, _ counts: [Int]
  ) -> Bool {
    var isMore = false
    let isLast = pattern.wholes?[group] ?? true
    while true {
      switch search?.remedy(group, figure, pattern, people: counts, isLast: isLast) {
      case .withhold(let more) where isLast || !more.contains(0):
        for other in more { pattern.hidden[other] = true }
        isMore = true
      case .withhold, .impossible:
        if !pattern.isOfGroups { wholes[group] = true }
        return isMore
      case nil, .some(.none): return isMore
      }
    }
  }
}
