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

  /// The same move the other way.
  var reversed: PeopleMove { PeopleMove(table: table, gaining: losing, losing: gaining) }
}

/// Cells in rows and columns: a move changes the row and keeps the column.
struct MoveTable: Sendable {
  /// The groups of one breakdown that a move may change.
  struct Groups: Sendable {
    let groupOf: [Int]
    /// Whether its groups are told apart by columns too, so that a swap changes them.
    let seesColumns: Bool
  }

  /// The cells, each by the position of its row and column.
  private(set) var cells: [(row: Int, column: Int)] = []
  private(set) var rows: [[Int]] = []
  private(set) var columns: [[Int]] = []
  private var cellAt: [Int] = []
  /// For each cell of the finest kind, the cell here.
  private(set) var cellOf: [Int] = []
  private(set) var groups: [Groups] = []
  /// For each group that a move may change, its cells.
  private(set) var members: [Int: [Int]] = [:]
  /// Which counts belong to its cells.
  let counts: Int

  /// - Parameters:
  ///   - changed: The attributes that a move changes.
  ///   - seen: Those that tell cells apart: the changed ones among them.
  ///   - breakdowns: The breakdowns whose groups a move may change.
  ///   - counts: Which counts belong to its cells.
  init(_ all: CellGroups, changed: Set<Int>, seen: Set<Int>, breakdowns: [Int], counts: Int) {
    self.counts = counts
    let (changed, kept) = (changed.sorted(), seen.subtracting(changed).sorted())
    let rowOf = CellGroups.numbers(all.cells.map { cell in changed.map { cell[$0] ?? .max } })
    let columnOf = CellGroups.numbers(all.cells.map { cell in kept.map { cell[$0] ?? .max } })
    rows = Array(repeating: [], count: (rowOf.max() ?? -1) + 1)
    columns = Array(repeating: [], count: (columnOf.max() ?? -1) + 1)
    cellAt = Array(repeating: -1, count: rows.count * columns.count)
    var firsts: [Int] = []
    for (cell, (row, column)) in zip(rowOf, columnOf).enumerated() {
      let place = row * columns.count + column
      if cellAt[place] < 0 {
        cellAt[place] = cells.count
        rows[row].append(cells.count)
        columns[column].append(cells.count)
        cells.append((row, column))
        firsts.append(cell)
      }
      cellOf.append(cellAt[place])
    }
    for breakdown in breakdowns.map({ all.breakdowns[$0] }) {
      let seesColumns = !breakdown.attributes.isDisjoint(with: kept) && !breakdown.attributes.isDisjoint(with: changed)
      let groupOf = firsts.map { breakdown.groupOf[$0] }
      for (cell, group) in groupOf.enumerated() { members[group, default: []].append(cell) }
      groups.append(Groups(groupOf: groupOf, seesColumns: seesColumns))
    }
  }

  /// The cell in a row and a column; −1 where nobody is.
  private func cell(row: Int, column: Int) -> Int { cellAt[row * columns.count + column] }

  /// Every move that gives a group one more, until told to stop.
  /// - Returns: Whether it was told to stop.
  func forEachMove(into group: Int, of breakdown: Groups, table: Int, _ isEnough: (PeopleMove) -> Bool) -> Bool {
    let own = breakdown.groupOf
    for cell in members[group] ?? [] {
      for other in columns[cells[cell].column] where own[other] != group {
        if isEnough(PeopleMove(table: table, gaining: (cell, -1), losing: (other, -1))) { return true }
      }
    }
    guard breakdown.seesColumns else { return false }
    for cell in members[group] ?? [] {
      for first in columns[cells[cell].column] where own[first] != group {
        for second in rows[cells[cell].row] where own[second] != group {
          let last = self.cell(row: cells[first].row, column: cells[second].column)
          if last < 0 || own[last] == own[first] || own[last] == own[second] { continue }
          if isEnough(PeopleMove(table: table, gaining: (cell, last), losing: (first, second))) { return true }
        }
      }
    }
    return false
  }

  /// The groups that a move changes, each once.
  func forEachGroup(changedBy move: PeopleMove, _ body: (Int) -> Void) {
    let (gaining, losing) = (move.gaining, move.losing)
    for breakdown in groups {
      let own = breakdown.groupOf
      if gaining.1 < 0 && losing.1 < 0 {
        if gaining.0 >= 0 && losing.0 >= 0 {
          if own[gaining.0] == own[losing.0] { continue }
          body(own[gaining.0])
          body(own[losing.0])
        } else {
          body(own[max(gaining.0, losing.0)])
        }
      } else if breakdown.seesColumns {
        let first = own[gaining.0]
        if first == own[losing.0] || first == own[losing.1] { continue }
        body(first)
        body(own[gaining.1])
        body(own[losing.0])
        body(own[losing.1])
      }
    }
  }
}
