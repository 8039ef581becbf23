/// People in cells who can be moved, and put back where they were: the worlds that ``ProtectionSearch`` looks for.
struct MovedPeople: Sendable {
  /// What belongs to the cells of a table.
  private struct Cells {
    /// Where their groups begin among those of all tables.
    let start: Int
    /// How many groups a cell has.
    let width: Int
    /// Which kind of cells they are.
    let kind: Int
  }

  private let tables: [Cells]
  private let groupsOf: [Int]
  /// For each kind of cells their people, a row a cell.
  private(set) var counts: [CategoryCounts]
  /// For each group, how many people could leave before nobody is in it.
  private var spare: [Int]
  private(set) var steps: [Step] = []

  /// People of one category who moved, or who are others now.
  struct Step: Sendable {
    fileprivate let move: PeopleMove
    fileprivate let category: Int
    /// Whether they are in other groups now; else somebody of another category went the other way.
    fileprivate let movesPeople: Bool
    fileprivate let by: Int32
  }

  /// - Parameters:
  ///   - tables: The tables of cells that moves are of.
  ///   - counts: For each kind of cells their people; several tables may share them.
  ///   - people: For each group, how many people are in it.
  init(_ tables: [MoveTable], _ counts: [CategoryCounts], people: [Int]) {
    var (own, groupsOf): ([Cells], [Int]) = ([], [])
    for table in tables {
      own.append(Cells(start: groupsOf.count, width: table.width, kind: table.counts))
      groupsOf += table.groupsOf
    }
    self.tables = own
    self.groupsOf = groupsOf
    self.counts = counts
    spare = people.map { $0 - 1 }
  }

  /// Which counts a move changes.
  func kind(of move: PeopleMove) -> Int { tables[move.table].kind }

  /// How often people could make a move before a group has nobody left, with nobody moved yet.
  func mostMoves(_ move: PeopleMove, atMost limit: Int) -> Int {
    var most = limit
    let (start, width) = (tables[move.table].start, tables[move.table].width)
    for breakdown in 0..<width {
      func count(_ cells: (Int, Int), in group: Int) -> Int {
        (cells.0 >= 0 && groupsOf[start + cells.0 * width + breakdown] == group ? 1 : 0)
          + (cells.1 >= 0 && groupsOf[start + cells.1 * width + breakdown] == group ? 1 : 0)
      }
      for cell in [move.losing.0, move.losing.1] where cell >= 0 {
        let group = groupsOf[start + cell * width + breakdown]
        let loss = count(move.losing, in: group) - count(move.gaining, in: group)
        if loss > 0 { most = min(most, spare[group] / loss) }
      }
    }
    return most
  }

  /// How often people whom a figure counts could make a move, with nobody moved yet: as ``apply(_:_:isOfGroups:movesPeople:atMost:)``
  /// would say of people who move.
  /// - Parameter limit: What ``mostMoves(_:atMost:)`` says.
  func reach(_ move: PeopleMove, _ figure: CountedFigure, isOfGroups: Bool, atMost limit: Int) -> Int {
    counts[kind(of: move)].shared(
      categories(figure, isOfGroups), move.losing.0, move.losing.1, atMost: limit)
  }

  /// The categories of people who may move.
  private func categories(_ figure: CountedFigure, _ isOfGroups: Bool) -> Range<Int> {
    isOfGroups ? figure.counted.lowerBound..<figure.others.upperBound : figure.counted
  }

  /// Makes a move as often as it can be made.
  /// - Parameters:
  ///   - isOfGroups: Whether a group's people are counted, whatever the figure says of them.
  ///   - movesPeople: Whether people may move; else they only change places.
  /// - Returns: How often.
  mutating func apply(
    _ move: PeopleMove, _ figure: CountedFigure, isOfGroups: Bool, movesPeople: Bool, atMost limit: Int
  ) -> Int {
    let categories = categories(figure, isOfGroups)
    var steps = 0
    while steps < limit, movesPeople && moveOne(move, categories) || !isOfGroups && exchangeOne(move, figure) {
      steps += 1
    }
    return steps
  }

  /// Whether a cell of a group can gain one more who counts, or lose one: where people cannot move to it, somebody who does
  /// not count must be there to become one who does.
  func canTakePart(
    _ cell: Int, in table: Int, _ figure: CountedFigure, isUp: Bool, isWhole: Bool, isOfGroups: Bool
  ) -> Bool {
    if isUp { return isWhole || category(figure.others, of: (cell, -1), in: table) != nil }
    return category(categories(figure, isOfGroups), of: (cell, -1), in: table) != nil
  }

  /// People of one category move.
  private mutating func moveOne(_ move: PeopleMove, _ categories: Range<Int>) -> Bool {
    guard let category = category(categories, of: move.losing, in: move.table) else { return false }
    let step = Step(move: move, category: category, movesPeople: true, by: 1)
    make(step, 1)
    if isEmptied(move.losing.0, move.table) || isEmptied(move.losing.1, move.table) {
      make(step, -1)
      return false
    }
    steps.append(step)
    return true
  }

  /// Whether a group that a cell is in has nobody left.
  private func isEmptied(_ cell: Int, _ table: Int) -> Bool {
    if cell < 0 { return false }
    let (start, width) = (tables[table].start, tables[table].width)
    for place in start &+ cell &* width..<start &+ (cell &+ 1) &* width where spare[groupsOf[place]] < 0 { return true }
    return false
  }

  /// Nobody moves: of those who gain, somebody else is one who counts, and of those who lose the other way round.
  private mutating func exchangeOne(_ move: PeopleMove, _ figure: CountedFigure) -> Bool {
    let (gaining, losing, kind) = (move.gaining, move.losing, kind(of: move))
    var first = figure.others.lowerBound
    while let other = counts[kind].firstShared(first..<figure.others.upperBound, gaining.0, gaining.1) {
      guard let counted = counts[kind].firstShared(figure.counted, losing.0, losing.1) else { return false }
      let one = Step(move: move, category: counted, movesPeople: false, by: 1)
      let reverse = Step(move: move, category: other, movesPeople: false, by: -1)
      make(one, 1)
      make(reverse, 1)
      if figure.relations.isEmpty || holds(figure.relations, gaining, losing, kind) {
        steps.append(one)
        steps.append(reverse)
        return true
      }
      make(one, -1)
      make(reverse, -1)
      first = other + 1
    }
    return false
  }

  /// Whether what is known of some figures holds in cells.
  private func holds(
    _ relations: [FigureRelation], _ gaining: (Int, Int), _ losing: (Int, Int), _ kind: Int
  ) -> Bool {
    // With the two that are being made.
    let changes = steps.count + 2
    func holds(_ cell: Int) -> Bool {
      cell < 0 || relations.allSatisfy { counts[kind].holds($0, row: cell, changes: changes) }
    }
    return holds(gaining.0) && holds(gaining.1) && holds(losing.0) && holds(losing.1)
  }

  /// The first category that somebody is in, in each of these cells.
  private func category(_ categories: Range<Int>, of cells: (Int, Int), in table: Int) -> Int? {
    counts[tables[table].kind].firstShared(categories, cells.0, cells.1)
  }

  private mutating func make(_ step: Step, _ sign: Int32) {
    let by = step.by * sign
    shift(step.move.gaining.0, by, step)
    shift(step.move.gaining.1, by, step)
    shift(step.move.losing.0, -by, step)
    shift(step.move.losing.1, -by, step)
  }

  private mutating func shift(_ cell: Int, _ by: Int32, _ step: Step) {
    if cell < 0 { return }
    let table = tables[step.move.table]
    counts[table.kind][cell, step.category] += by
    guard step.movesPeople else { return }
    let (start, width) = (table.start, table.width)
    for place in start &+ cell &* width..<start &+ (cell &+ 1) &* width { spare[groupsOf[place]] += Int(by) }
  }

  /// Makes steps again that were put back.
  mutating func redo(_ steps: [Step]) {
    for step in steps { make(step, 1) }
    self.steps += steps
  }

  /// Puts everybody back.
  mutating func undo() {
    while let step = steps.popLast() { make(step, -1) }
  }
}
