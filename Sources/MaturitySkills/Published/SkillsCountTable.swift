/// The counts of cells, a row each: all of a kind in one list, whatever the number of cells.
struct SkillsCountTable: Sendable {
  /// For each cell its people.
  private(set) var people: [Int] = []
  /// For each cell, how many meet all literacies together.
  private(set) var all: [SkillsCounts.Meeting] = []
  /// Cell after cell each literacy, and so on.
  private(set) var literacies: [SkillsCounts.Meeting] = []
  private(set) var competences: [SkillsCounts.Meeting] = []
  private(set) var comparisons: [SkillsCounts.Comparison] = []
  private(set) var learning: [SkillsCounts.Need] = []

  /// How many cells there are.
  var count: Int { people.count }

  /// Makes room for so many cells.
  init(cells: Int, like row: SkillsCounts) {
    people.reserveCapacity(cells)
    all.reserveCapacity(cells)
    literacies.reserveCapacity(cells * row.literacies.count)
    competences.reserveCapacity(cells * row.competences.count)
    comparisons.reserveCapacity(cells * row.comparisons.count)
    learning.reserveCapacity(cells * row.learning.count)
  }

  /// Adds the next cell.
  mutating func append(_ row: SkillsCounts) {
    people.append(row.people)
    all.append(row.all)
    literacies.append(contentsOf: row.literacies)
    competences.append(contentsOf: row.competences)
    comparisons.append(contentsOf: row.comparisons)
    learning.append(contentsOf: row.learning)
  }

  /// Adds the cells of another table after its own.
  mutating func append(_ other: SkillsCountTable) {
    people += other.people
    all += other.all
    literacies += other.literacies
    competences += other.competences
    comparisons += other.comparisons
    learning += other.learning
  }

  /// Adds what a cell counts to the counts of a group.
  func add(_ cell: Int, to group: inout SkillsCounts) {
    group.people += people[cell]
    group.all.add(all[cell])
    Self.add(cell, of: literacies, to: &group.literacies) { $0.add($1) }
    Self.add(cell, of: competences, to: &group.competences) { $0.add($1) }
    Self.add(cell, of: comparisons, to: &group.comparisons) { $0.add($1) }
    Self.add(cell, of: learning, to: &group.learning) { $0.add($1) }
  }

  @inline(__always)
  private static func add<Count>(
    _ cell: Int, of all: [Count], to sums: inout [Count], _ add: (inout Count, Count) -> Void
  ) {
    let all = all.span
    var sums = sums.mutableSpan
    let first = cell &* sums.count
    for place in sums.indices { add(&sums[place], all[first &+ place]) }
  }
}
