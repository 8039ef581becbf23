/// People who move from cell to cell and leave every total that is shown as it is: another world that agrees with all that
/// is published.
///
/// One person who moves takes one value of an attribute for another. Two who swap their values leave the totals of both by
/// that attribute alone and by any other. One who comes from nowhere changes everyone's total too.
struct PeopleMove: Sendable {
  /// The table its cells are of.
  let table: Int
  /// Who gain one; −1 for none. The first has the row of the second who lose one, the second that of the first.
  let gaining: (Int, Int)
  /// Who lose one; −1 for none. The first has the column of the first who gain.
  let losing: (Int, Int)

  /// Whether one person alone moves, or comes from nowhere.
  var isSingle: Bool { gaining.1 < 0 && losing.1 < 0 }

  func isSame(_ other: PeopleMove) -> Bool {
    table == other.table && gaining == other.gaining && losing == other.losing
  }

  /// The same move the other way.
  var reversed: PeopleMove { PeopleMove(table: table, gaining: losing, losing: gaining) }
}

/// Cells in rows and columns: a move changes the row and keeps the column.
final class MoveTable: Sendable {
  /// The cells, each by the position of its row and column.
  let cells: [(row: Int, column: Int)]
  let rows: [[Int]]
  let columns: [[Int]]
  private let cellAt: [Int]
  /// For each cell of the finest kind, the cell here.
  let cellOf: [Int]
  /// How many breakdowns have groups that a move may change.
  let width: Int
  /// For each cell, its group of each of those breakdowns.
  let groupsOf: [Int]
  /// For each of those breakdowns, whether its groups are told apart by columns too, so that a swap changes them.
  private let seesColumns: [Bool]
  /// For each group, its cells where a move may change it.
  let members: [[Int]]
  /// Which counts belong to its cells.
  let counts: Int

  /// - Parameters:
  ///   - changed: The attributes that a move changes.
  ///   - seen: Those that tell cells apart: the changed ones among them.
  ///   - breakdowns: The breakdowns whose groups a move may change.
  ///   - counts: Which counts belong to its cells.
  init(_ all: CellGroups, changed: Set<Int>, seen: Set<Int>, breakdowns: [Int], counts: Int) {
    self.counts = counts
    width = breakdowns.count
    let (changed, kept) = (changed.sorted(), seen.subtracting(changed).sorted())
    let rowOf = CellGroups.numbers(of: all.cells, by: changed)
    let columnOf = CellGroups.numbers(of: all.cells, by: kept)
    var rows = Array(repeating: [Int](), count: (rowOf.max() ?? -1) + 1)
    var columns = Array(repeating: [Int](), count: (columnOf.max() ?? -1) + 1)
    var cellAt = Array(repeating: -1, count: rows.count * columns.count)
    var cells: [(row: Int, column: Int)] = []
    var members = Array(repeating: [Int](), count: all.count)
    var (cellOf, groupsOf): ([Int], [Int]) = ([], [])
    let own = breakdowns.map { all.breakdowns[$0] }
    for (cell, (row, column)) in zip(rowOf, columnOf).enumerated() {
      let place = row * columns.count + column
      if cellAt[place] < 0 {
        cellAt[place] = cells.count
        rows[row].append(cells.count)
        columns[column].append(cells.count)
        for breakdown in own {
          members[breakdown.groupOf[cell]].append(cells.count)
          groupsOf.append(breakdown.groupOf[cell])
        }
        cells.append((row, column))
      }
      cellOf.append(cellAt[place])
    }
    (self.rows, self.columns, self.cellAt, self.cells) = (rows, columns, cellAt, cells)
    (self.members, self.cellOf, self.groupsOf) = (members, cellOf, groupsOf)
    seesColumns = own.map { !$0.attributes.isDisjoint(with: kept) && !$0.attributes.isDisjoint(with: changed) }
  }

  /// A cell's group of one of the breakdowns.
  func group(_ cell: Int, _ breakdown: Int) -> Int { groupsOf[cell &* width &+ breakdown] }

  /// The cell in a row and a column; −1 where nobody is.
  private func cell(row: Int, column: Int) -> Int { cellAt[row * columns.count + column] }

  /// Whether to go on with moves.
  enum Continuation {
    case next
    /// With those of the group's next cell.
    case nextCell
    case stop
  }

  /// Every move that gives a group one more, cell by cell of the group, until told to stop.
  /// - Parameters:
  ///   - breakdown: The position of the group's breakdown.
  ///   - isSingle: Whether one person moves alone.
  ///   - hidden: Moves that change a group that is shown are left out; nil for all moves.
  /// - Returns: Whether it was told to stop.
  func forEachMove(
    into group: Int, of breakdown: Int, table: Int, isSingle: Bool, hidden: [Bool]?,
    _ body: (PeopleMove) -> Continuation
  ) -> Bool {
    /// Whether a cell's group is another one that may change.
    func isOther(_ cell: Int) -> Bool {
      let other = self.group(cell, breakdown)
      return other != group && hidden?[other] ?? true
    }
    for cell in members[group] {
      others: for other in columns[cells[cell].column] where isOther(other) {
        let move = PeopleMove(table: table, gaining: (cell, -1), losing: (other, -1))
        if let hidden, !changesOnly(hidden, move) { continue }
        switch body(move) {
        case .next: continue
        case .nextCell: break others
        case .stop: return true
        }
      }
    }
    guard seesColumns[breakdown], !isSingle else { return false }
    for cell in members[group] {
      let seconds = rows[cells[cell].row].filter(isOther)
      firsts: for first in columns[cells[cell].column] where isOther(first) {
        for second in seconds {
          let last = self.cell(row: cells[first].row, column: cells[second].column)
          if last < 0 { continue }
          let lastGroup = self.group(last, breakdown)
          if let hidden, !hidden[lastGroup] { continue }
          if lastGroup == self.group(first, breakdown) || lastGroup == self.group(second, breakdown) { continue }
          let move = PeopleMove(table: table, gaining: (cell, last), losing: (first, second))
          if let hidden, !changesOnly(hidden, move) { continue }
          switch body(move) {
          case .next: continue
          case .nextCell: break firsts
          case .stop: return true
          }
        }
      }
    }
    return false
  }

  /// Whether all groups that a move changes are withheld.
  func changesOnly(_ hidden: [Bool], _ move: PeopleMove) -> Bool {
    let (gaining, losing) = (move.gaining, move.losing)
    if move.isSingle {
      for breakdown in 0..<width {
        if gaining.0 >= 0 && losing.0 >= 0 {
          let (one, other) = (group(gaining.0, breakdown), group(losing.0, breakdown))
          if one != other && !(hidden[one] && hidden[other]) { return false }
        } else if !hidden[group(max(gaining.0, losing.0), breakdown)] {
          return false
        }
      }
      return true
    }
    for breakdown in 0..<width where seesColumns[breakdown] {
      let first = group(gaining.0, breakdown)
      if first == group(losing.0, breakdown) || first == group(losing.1, breakdown) { continue }
      let isHidden =
        hidden[first] && hidden[group(gaining.1, breakdown)] && hidden[group(losing.0, breakdown)]
        && hidden[group(losing.1, breakdown)]
      if !isHidden { return false }
    }
    return true
  }

  /// The groups that a move changes, each once.
  @inline(__always)
  func forEachGroup(changedBy move: PeopleMove, _ body: (Int) -> Void) {
    let (gaining, losing) = (move.gaining, move.losing)
    for breakdown in 0..<width {
      if move.isSingle {
        if gaining.0 >= 0 && losing.0 >= 0 {
          if group(gaining.0, breakdown) == group(losing.0, breakdown) { continue }
          body(group(gaining.0, breakdown))
          body(group(losing.0, breakdown))
        } else {
          body(group(max(gaining.0, losing.0), breakdown))
        }
      } else if seesColumns[breakdown] {
        let first = group(gaining.0, breakdown)
        if first == group(losing.0, breakdown) || first == group(losing.1, breakdown) { continue }
        body(first)
        body(group(gaining.1, breakdown))
        body(group(losing.0, breakdown))
        body(group(losing.1, breakdown))
      }
    }
  }
}
