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
    /// For each group, whether what is decided on is withheld: a figure of it, or all of it.
    var hidden: [Bool]
    /// For each group, whether all of it is withheld; nil while that is what is decided on.
    let wholes: [Bool]?

    /// Whether whole groups are decided on.
    var isOfGroups: Bool { wholes == nil }
    /// For each group, whether all of it is withheld.
    var isWhole: [Bool] { wholes ?? hidden }
  }

  private let breakdownOf: [Int]
  private let tables: [MoveTable]
  /// For each breakdown, the tables whose moves may change its groups, and its place among theirs.
  private let ways: [[(table: Int, place: Int)]]
  /// The table of moves from nowhere.
  private let everyone: Int
  /// How many kinds of cells people are counted in; what is changed in one is not known to the others.
  private let kinds: Int
  private var moved: MovedPeople
  /// For each group, moves that changed its figure, as they were met: most of them serve the next figure too.
  private var known: [[KnownMove]]
  private static let mostKnown = 12

  /// A move that was met, with what is true of it whatever a figure counts.
  private struct KnownMove {
    let move: PeopleMove
    /// Which counts it changes.
    let kind: Int
    /// How often people could move so, and the other way, before a group has nobody left.
    let most: (up: Int, down: Int)
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
    known = Array(repeating: [], count: groups.count)
    var counts = [cells]
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
        groups, changed: changed, seen: seen, breakdowns: breakdowns, counts: known ?? counts.count)
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
    kinds = counts.count
    moved = MovedPeople(tables, counts, people: people)
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

  /// The people of each cell by category.
  var cells: CategoryCounts { moved.counts[0] }

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

  /// Whether single people who move between groups that are withheld whole protect a group, whatever they answered.
  mutating func isProtected(_ group: Int, _ hidden: [Bool]) -> Bool {
    let pattern = Pattern(hidden: hidden, wholes: nil)
    if isProtected(group, .people, pattern, bySingle: true) { return true }
    let up = walks(group, .people, pattern, isUp: true, isSingle: true, atMost: Self.leastWidth)
    if up.steps >= Self.leastWidth { return true }
    let down = walks(group, .people, pattern, isUp: false, isSingle: true, atMost: Self.leastWidth - up.steps)
    return up.steps + down.steps >= Self.leastWidth
  }

  /// Whether moves that were met before protect a figure of a group.
  private mutating func isProtected(
    _ group: Int, _ figure: CountedFigure, _ pattern: Pattern, bySingle isSingle: Bool = false
  ) -> Bool {
    let met = known[group]
    if met.isEmpty { return false }
    let (isOfGroups, isWhole) = (pattern.isOfGroups, pattern.isWhole)
    // What was withheld when a move was met need not be now: whole groups are decided on again and again.
    if isWhole[group] {
      for known in met where (!isSingle || known.move.isSingle) && isHidden(known.move, isWhole) {
        // Most often one move is enough, there and back.
        let up = moved.reach(known.move, figure, isOfGroups: isOfGroups, atMost: known.most.up)
        if up >= Self.leastWidth { return true }
        let down = moved.reach(known.move.reversed, figure, isOfGroups: isOfGroups, atMost: known.most.down)
        if up + down >= Self.leastWidth { return true }
      }
    }
    var steps = 0
    for isUp in [true, false] {
      var longest = 0
      for kind in 0..<kinds {
        var own = 0
        for known in met where known.kind == kind && (!isSingle || known.move.isSingle) {
          let movesPeople = isWhole[group] && isHidden(known.move, isWhole)
          guard movesPeople || !isOfGroups && isHidden(known.move, pattern.hidden) else { continue }
          own += moved.apply(
            isUp ? known.move : known.move.reversed, figure, isOfGroups: isOfGroups, movesPeople: movesPeople,
            atMost: Self.leastWidth - steps - own)
          if steps + own >= Self.leastWidth { break }
        }
        longest = max(longest, own)
        moved.undo()
      }
      steps += longest
      if steps >= Self.leastWidth { return true }
    }
    return false
  }

  /// The groups to withhold so that a figure of a group is protected: of all moves that help enough the one that withholds
  /// the fewest people; where none does, the one that helps most.
  /// - Parameters:
  ///   - people: For each group, how many people are withheld with it.
  ///   - isLast: Whether nothing else can be done for the group. Then, where no move alone helps, the least is withheld that
  ///     more moves need.
  mutating func remedy(
    _ group: Int, _ figure: CountedFigure, _ pattern: Pattern, people: [Int], isLast: Bool = false
  ) -> Remedy {
    if isProtected(group, figure, pattern) { return .none }
    let up = walks(group, figure, pattern, isUp: true, atMost: Self.leastWidth)
    let down = walks(group, figure, pattern, isUp: false, atMost: Self.leastWidth - up.steps)
    let need = Self.leastWidth - up.steps - down.steps
    guard need > 0 else { return .none }
    var best: (move: PeopleMove, gain: Int)?
    let candidates = candidates(group, pattern, people)
    for place in candidates.order {
      let move = candidates[place]
      let gain = gain(move, figure, pattern, up, isUp: true) + gain(move, figure, pattern, down, isUp: false)
      if gain >= need { return .withhold(hidden(by: move, pattern)) }
      if gain > best?.gain ?? 0 { best = (move, gain) }
    }
    let move = best?.move ?? (isLast ? candidates.order.first.map { candidates[$0] } : nil)
    return move.map { .withhold(hidden(by: $0, pattern)) } ?? .impossible
  }

  /// Moves that would need more to be withheld.
  private struct Candidates {
    private var moves: [PeopleMove] = []
    /// What each costs and behind that its place, least first: whole numbers are sorted soonest.
    private(set) var order: [UInt64] = []

    subscript(place: UInt64) -> PeopleMove { moves[Int(place & 0xFFFF_FFFF)] }

    mutating func add(_ move: PeopleMove, cost: Int) {
      order.append(UInt64(cost) << 32 | UInt64(moves.count))
      moves.append(move)
    }

    mutating func sort() { order.sort() }
  }

  /// The moves that would need more to be withheld, those that withhold the fewest people first.
  private mutating func candidates(_ group: Int, _ pattern: Pattern, _ people: [Int]) -> Candidates {
    var found = Candidates()
    let hidden = pattern.hidden
    forEachMove(into: group, of: nil) { search, move in
      var cost = 0
      var isHidden = true
      search.tables[move.table].forEachGroup(changedBy: move) { changed in
        if hidden[changed] { return }
        isHidden = false
        cost += people[changed]
      }
      if !isHidden { found.add(move, cost: cost) }
      return .next
    }
    found.sort()
    return found
  }

  /// The groups that a move changes and that are shown.
  private func hidden(by move: PeopleMove, _ pattern: Pattern) -> [Int] {
    var groups: [Int] = []
    tables[move.table].forEachGroup(changedBy: move) { if !pattern.hidden[$0] { groups.append($0) } }
    return groups
  }

  /// How much further a move reaches after all the moves that can be made already.
  private mutating func gain(
    _ move: PeopleMove, _ figure: CountedFigure, _ pattern: Pattern, _ walks: Walks, isUp: Bool
  ) -> Int {
    let before = walks.walks[tables[move.table].counts]
    moved.redo(before.made)
    let steps = moved.apply(
      isUp ? move : move.reversed, figure, isOfGroups: pattern.isOfGroups,
      movesPeople: pattern.isOfGroups || isHidden(move, pattern.isWhole), atMost: Self.leastWidth - before.steps)
    moved.undo()
    return max(0, before.steps + steps - walks.steps)
  }

  /// Steps one way, with what they changed.
  private struct Walk {
    var steps = 0
    var made: [MovedPeople.Step] = []
  }

  /// Walks one way, each over one kind of cells.
  private struct Walks {
    var walks: [Walk]
    /// The steps of the longest.
    var steps = 0
  }

  /// How far a figure of a withheld group could lie above or below what it is.
  private mutating func walks(
    _ group: Int, _ figure: CountedFigure, _ pattern: Pattern, isUp: Bool, isSingle: Bool = false, atMost limit: Int
  ) -> Walks {
    let (isOfGroups, isWhole) = (pattern.isOfGroups, pattern.isWhole)
    var walks = Walks(walks: Array(repeating: Walk(), count: kinds))
    for kind in 0..<kinds where walks.steps < limit {
      var steps = 0
      var met: [PeopleMove] = []
      forEachMove(into: group, of: kind, isSingle: isSingle, hidden: pattern.hidden) { search, move in
        let canTakePart = search.moved.canTakePart(
          move.gaining.0, in: move.table, figure, isUp: isUp, isWhole: isWhole[group], isOfGroups: isOfGroups)
        guard canTakePart else { return .nextCell }
        let movesPeople = isOfGroups || search.isHidden(move, isWhole)
        let more = search.moved.apply(
          isUp ? move : move.reversed, figure, isOfGroups: isOfGroups, movesPeople: movesPeople, atMost: limit - steps)
        if more > 0, movesPeople || !isWhole[group] { met.append(move) }
        steps += more
        return steps >= limit ? .stop : .next
      }
      walks.walks[kind] = Walk(steps: steps, made: moved.steps)
      walks.steps = max(walks.steps, steps)
      moved.undo()
      // How often they can be made is asked with everybody back.
      for move in met.suffix(Self.mostKnown) { remember(move, of: group) }
    }
    return walks
  }

  private mutating func remember(_ move: PeopleMove, of group: Int) {
    if known[group].contains(where: { move.isSame($0.move) }) { return }
    if known[group].count == Self.mostKnown { known[group].removeFirst() }
    known[group].append(
      KnownMove(
        move: move, kind: moved.kind(of: move),
        most: (
          moved.mostMoves(move, atMost: Self.leastWidth), moved.mostMoves(move.reversed, atMost: Self.leastWidth)
        )))
  }

  /// Every move that gives a group one more, until told to stop: of one person, then of two, then from nowhere.
  /// - Parameters:
  ///   - counts: The counts whose cells it is to be of; nil for any.
  ///   - isSingle: Whether one person moves alone.
  ///   - hidden: Moves that change a group that is shown are left out; nil for all moves.
  private mutating func forEachMove(
    into group: Int, of counts: Int?, isSingle: Bool = false, hidden: [Bool]? = nil,
    _ body: (inout ProtectionSearch, PeopleMove) -> MoveTable.Continuation
  ) {
    for way in ways[breakdownOf[group]] {
      let table = tables[way.table]
      if let counts, counts != table.counts { continue }
      let isStopped = table.forEachMove(
        into: group, of: way.place, table: way.table, isSingle: isSingle, hidden: hidden
      ) { body(&self, $0) }
      if isStopped { return }
    }
    guard counts == nil || counts == tables[everyone].counts else { return }
    for cell in tables[everyone].members[group] {
      let move = PeopleMove(table: everyone, gaining: (cell, -1), losing: (-1, -1))
      if let hidden, !isHidden(move, hidden) { continue }
      if body(&self, move) == .stop { return }
    }
  }

  private func isHidden(_ move: PeopleMove, _ hidden: [Bool]) -> Bool {
    tables[move.table].changesOnly(hidden, move)
  }
}
