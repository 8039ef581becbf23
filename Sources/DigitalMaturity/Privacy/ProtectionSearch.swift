/// Finds how far a withheld count could be from what it is, and what else to withhold so that it could be far enough.
///
/// A count is protected when other worlds agree with all that is published in which it is at least ``leastWidth`` apart:
/// worlds that differ by moves of people between withheld groups (``PeopleMove``). What is proved by such worlds holds
/// against whoever knows every published number, that counts are whole and no less than 0, and that a group that is
/// named has somebody in it. The method is that of protection cycles in cell suppression, with the hypercube method's
/// choice of what else to withhold (Kelly, Golden and Assad 1992; Repsilber 1994).
struct ProtectionSearch {
  /// A withheld count could lie in a range at least so wide.
  static let leastWidth = 3

  /// What is withheld so far.
  struct Pattern {
    /// For each group, whether all of it is withheld.
    var groups: [Bool]
    /// For each group, whether the figure is withheld; nil while whole groups are decided on.
    var figure: [Bool]?

    var isHidden: [Bool] { figure ?? groups }
  }

  private let breakdownOf: [Int]
  private let tables: [MoveTable]
  /// For each breakdown, the tables whose moves may change its groups, and its place among theirs.
  private let ways: [[(table: Int, place: Int)]]
  /// The table of moves from nowhere.
  private let everyone: Int
  private var counts: [CategoryCounts]
  /// For each group, how many people could leave before nobody is in it.
  private var spare: [Int]
  private var changes: [Change] = []

  private enum Change {
    case count(table: Int, row: Int, column: Int, by: Int32)
    case spare(group: Int, by: Int)
  }

  /// - Parameters:
  ///   - groups: Without implied ones: those follow.
  ///   - cells: The people of each cell by category.
  ///   - people: For each group, how many people are in it.
  init(_ groups: CellGroups, _ cells: CategoryCounts, people: [Int]) {
    var breakdownOf = Array(repeating: 0, count: groups.count)
    for (index, breakdown) in groups.breakdowns.enumerated() {
      for group in breakdown.members { breakdownOf[group] = index }
    }
    self.breakdownOf = breakdownOf
    spare = people.map { $0 - 1 }
    counts = [cells]
    let determined = groups.determined
    let all = Set(0..<groups.attributes)
    var seenBefore = [all]
    var tables: [MoveTable] = []
    var changedBefore: [Set<Int>] = []
    var ways: [[(table: Int, place: Int)]] = Array(repeating: [], count: groups.breakdowns.count)
    for changed in Self.changes(groups, determined) where !changedBefore.contains(changed) {
      changedBefore.append(changed)
      let breakdowns = groups.breakdowns.indices.filter {
        !groups.breakdowns[$0].attributes.isDisjoint(with: changed)
      }
      let seen = breakdowns.reduce(into: changed) { $0.formUnion(groups.breakdowns[$1].attributes) }
        .union(changed.flatMap { determined[$0] })
      let known = seenBefore.firstIndex(of: seen)
      let table = MoveTable(
        groups, changed: changed, seen: seen, breakdowns: breakdowns, counts: known ?? seenBefore.count)
      if known == nil {
        seenBefore.append(seen)
        var own = CategoryCounts(width: cells.width, rows: table.cells.count)
        for (cell, place) in table.cellOf.enumerated() { own.add(cells, row: cell, to: place) }
        counts.append(own)
      }
      for (place, breakdown) in breakdowns.enumerated() { ways[breakdown].append((tables.count, place)) }
      tables.append(table)
    }
    everyone = tables.count
    tables.append(
      MoveTable(groups, changed: all, seen: all, breakdowns: Array(groups.breakdowns.indices), counts: 0))
    self.tables = tables
    self.ways = ways
  }

  /// The attributes that moves change: those of each breakdown, one by one and together, each with those it follows from.
  private static func changes(_ groups: CellGroups, _ determined: [Set<Int>]) -> [Set<Int>] {
    var all: [Set<Int>] = []
    for breakdown in groups.breakdowns {
      let attributes = breakdown.attributes.sorted()
      // All parts of up to four attributes; of more, each one and all.
      let parts =
        attributes.count <= 4
        ? (1..<(1 << attributes.count)).map { part in
          Set(attributes.indices.filter { part >> $0 & 1 == 1 }.map { attributes[$0] })
        }
        : attributes.map { [$0] } + [breakdown.attributes]
      all += parts.sorted { $0.count < $1.count }
    }
    return all.map { changed in
      var closed = changed
      while true {
        let more = determined.indices.filter { !closed.contains($0) && !determined[$0].isDisjoint(with: closed) }
        if more.isEmpty { return closed }
        closed.formUnion(more)
      }
    }
  }

  // MARK: Searching

  /// What helps a figure that is withheld.
  enum Remedy: Equatable {
    /// It is protected.
    case none
    /// These groups are to be withheld too.
    case withhold([Int])
    /// Nothing that could be withheld would help.
    case impossible
  }

  /// The groups to withhold so that a figure of a group is protected: of all moves that help enough the one that withholds
  /// the fewest people; where none does, the one that helps most.
  /// - Parameter people: For each group, how many people are withheld with it.
  mutating func remedy(
    _ group: Int, _ figure: CountedFigure, _ pattern: Pattern, people: [Int]
  ) -> Remedy {
    let up = walks(group, figure, pattern, isUp: true, atMost: Self.leastWidth)
    let down = walks(group, figure, pattern, isUp: false, atMost: Self.leastWidth - up.steps)
    let need = Self.leastWidth - up.steps - down.steps
    guard need > 0 else { return .none }
    var best: (move: PeopleMove, gain: Int)?
    for move in candidates(group, pattern, people) {
      let gain = gain(move, figure, pattern, up, isUp: true) + gain(move, figure, pattern, down, isUp: false)
      if gain >= need { return .withhold(hidden(by: move, pattern)) }
      if gain > best?.gain ?? 0 { best = (move, gain) }
    }
    return best.map { .withhold(hidden(by: $0.move, pattern)) } ?? .impossible
  }

  /// The moves that would need more to be withheld, least first.
  private mutating func candidates(_ group: Int, _ pattern: Pattern, _ people: [Int]) -> [PeopleMove] {
    var found: [(move: PeopleMove, cost: Int)] = []
    forEachMove(into: group, of: nil) { search, move in
      var cost = 0
      var isHidden = true
      search.tables[move.table].forEachGroup(changedBy: move) { changed in
        if pattern.isHidden[changed] { return }
        isHidden = false
        cost += people[changed]
      }
      if !isHidden { found.append((move, cost)) }
      return false
    }
    let order = found.indices.sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
    return order.map { found[$0].move }
  }

  /// The groups that a move changes and that are shown.
  private func hidden(by move: PeopleMove, _ pattern: Pattern) -> [Int] {
    var groups: [Int] = []
    tables[move.table].forEachGroup(changedBy: move) { if !pattern.isHidden[$0] { groups.append($0) } }
    return groups
  }

  /// How much further a move reaches after all the moves that can be made already.
  private mutating func gain(
    _ move: PeopleMove, _ figure: CountedFigure, _ pattern: Pattern, _ walks: Walks, isUp: Bool
  ) -> Int {
    let before = walks.walks[tables[move.table].counts] ?? Walk()
    changes = []
    for change in before.changes { self.change(change) }
    let steps = apply(
      isUp ? move : move.reversed, figure, isOfGroups: pattern.figure == nil,
      movesPeople: pattern.figure == nil || isHidden(move, pattern.groups), atMost: Self.leastWidth - before.steps)
    undo()
    return max(0, before.steps + steps - walks.steps)
  }

  /// Steps one way, with what they changed.
  private struct Walk {
    var steps = 0
    var changes: [Change] = []
  }

  /// Walks one way, each over counts of its own: what one changes, another does not know of.
  private struct Walks {
    var walks: [Int: Walk] = [:]
    /// The steps of the longest.
    var steps = 0
  }

  /// How far a figure of a withheld group could lie above or below what it is.
  private mutating func walks(
    _ group: Int, _ figure: CountedFigure, _ pattern: Pattern, isUp: Bool, atMost limit: Int
  ) -> Walks {
    var walks = Walks()
    for index in counts.indices where walks.steps < limit {
      var steps = 0
      changes = []
      forEachMove(into: group, of: index) { search, move in
        if search.isHidden(move, pattern.isHidden) {
          steps += search.apply(
            isUp ? move : move.reversed, figure, isOfGroups: pattern.figure == nil,
            movesPeople: pattern.figure == nil || search.isHidden(move, pattern.groups), atMost: limit - steps)
        }
        return steps >= limit
      }
      walks.walks[index] = Walk(steps: steps, changes: changes)
      walks.steps = max(walks.steps, steps)
      undo()
    }
    return walks
  }

  /// Every move that gives a group one more, until told to stop: of one person, then of two, then from nowhere.
  /// - Parameter counts: The counts whose cells it is to be of; nil for any.
  private mutating func forEachMove(
    into group: Int, of counts: Int?, _ isEnough: (inout ProtectionSearch, PeopleMove) -> Bool
  ) {
    for way in ways[breakdownOf[group]] {
      let table = tables[way.table]
      if let counts, counts != table.counts { continue }
      let isStopped = table.forEachMove(into: group, of: table.groups[way.place], table: way.table) {
        isEnough(&self, $0)
      }
      if isStopped { return }
    }
    guard counts == nil || counts == tables[everyone].counts else { return }
    for cell in tables[everyone].members[group] ?? [] {
      if isEnough(&self, PeopleMove(table: everyone, gaining: (cell, -1), losing: (-1, -1))) { return }
    }
  }

  private func isHidden(_ move: PeopleMove, _ hidden: [Bool]) -> Bool {
    var isHidden = true
    tables[move.table].forEachGroup(changedBy: move) { isHidden = isHidden && hidden[$0] }
    return isHidden
  }

  // MARK: Moving

  /// Makes a move as often as it can be made.
  /// - Parameters:
  ///   - isOfGroups: Whether a group's people are counted, whatever the figure says of them.
  ///   - movesPeople: Whether people may move; else they only change places.
  /// - Returns: How often.
  private mutating func apply(
    _ move: PeopleMove, _ figure: CountedFigure, isOfGroups: Bool, movesPeople: Bool, atMost limit: Int
  ) -> Int {
    let categories = isOfGroups ? figure.counted.lowerBound..<figure.others.upperBound : figure.counted
    var steps = 0
    while steps < limit, movesPeople && moveOne(move, categories) || !isOfGroups && exchangeOne(move, figure) {
      steps += 1
    }
    return steps
  }

  /// People of one category move.
  private mutating func moveOne(_ move: PeopleMove, _ categories: Range<Int>) -> Bool {
    guard let category = category(categories, of: move.losing, in: move.table) else { return false }
    let start = changes.count
    shift(category, move, by: 1)
    var isPossible = true
    for (cells, step) in [(move.losing, -1), (move.gaining, 1)] {
      for cell in [cells.0, cells.1] where cell >= 0 {
        for breakdown in tables[move.table].groups { change(.spare(group: breakdown.groupOf[cell], by: step)) }
      }
    }
    for cell in [move.losing.0, move.losing.1] where cell >= 0 {
      for breakdown in tables[move.table].groups where spare[breakdown.groupOf[cell]] < 0 { isPossible = false }
    }
    if !isPossible { undo(to: start) }
    return isPossible
  }

  /// Nobody moves: of those who gain, somebody else is one who counts, and of those who lose the other way round.
  private mutating func exchangeOne(_ move: PeopleMove, _ figure: CountedFigure) -> Bool {
    guard let counted = category(figure.counted, of: move.losing, in: move.table) else { return false }
    let start = changes.count
    for other in figure.others where category(other..<other + 1, of: move.gaining, in: move.table) != nil {
      shift(counted, move, by: 1)
      shift(other, move, by: -1)
      if holds(figure.relations, move) { return true }
      undo(to: start)
    }
    return false
  }

  private func holds(_ relations: [FigureRelation], _ move: PeopleMove) -> Bool {
    let counts = tables[move.table].counts
    return [move.gaining.0, move.gaining.1, move.losing.0, move.losing.1].allSatisfy { cell in
      cell < 0 || relations.allSatisfy { self.counts[counts].holds($0, row: cell) }
    }
  }

  /// The first category that somebody is in, in each of these cells.
  private func category(_ categories: Range<Int>, of cells: (Int, Int), in table: Int) -> Int? {
    let own = counts[tables[table].counts]
    return categories.first { category in
      (cells.0 < 0 || own[cells.0, category] > 0) && (cells.1 < 0 || own[cells.1, category] > 0)
    }
  }

  private mutating func shift(_ category: Int, _ move: PeopleMove, by step: Int32) {
    let table = tables[move.table].counts
    for cell in [move.gaining.0, move.gaining.1] where cell >= 0 {
      change(.count(table: table, row: cell, column: category, by: step))
    }
    for cell in [move.losing.0, move.losing.1] where cell >= 0 {
      change(.count(table: table, row: cell, column: category, by: -step))
    }
  }

  private mutating func change(_ change: Change) {
    changes.append(change)
    make(change, 1)
  }

  private mutating func make(_ change: Change, _ sign: Int) {
    switch change {
    case .count(let table, let row, let column, let step): counts[table][row, column] += step * Int32(sign)
    case .spare(let group, let step): spare[group] += step * sign
    }
  }

  private mutating func undo(to start: Int = 0) {
    while changes.count > start { make(changes.removeLast(), -1) }
  }
}
