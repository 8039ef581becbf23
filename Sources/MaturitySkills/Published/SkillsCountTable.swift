/// The counts of cells, in the parts that workers counted.
struct SkillsCountTable: Sendable {
  /// The parts, each of the cells that follow those before it; at least one.
  let parts: [Part]
  /// For each part its first cell.
  private let starts: [Int]

  init(_ parts: [Part]) {
    self.parts = parts
    var next = 0
    starts = parts.map { part in
      defer { next += part.count }
      return next
    }
  }

  /// The part that a cell is counted in, and its row there.
  func place(of cell: Int) -> (part: Int, row: Int) {
    // There are few.
    var part = starts.count &- 1
    while starts[part] > cell { part &-= 1 }
    return (part, cell &- starts[part])
  }

  /// Adds what a cell counts to the counts of a group.
  func add(_ cell: Int, to group: inout SkillsCounts) {
    let (part, row) = place(of: cell)
    parts[part].add(row, to: &group)
  }

  /// The counts of some cells, a row each: all of a kind in one list, whatever the number of cells.
  struct Part: Sendable {
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

    fileprivate func add(_ row: Int, to group: inout SkillsCounts) {
      group.people += people[row]
      group.all.add(all[row])
      Self.add(row, of: literacies, to: &group.literacies) { $0.add($1) }
      Self.add(row, of: competences, to: &group.competences) { $0.add($1) }
      Self.add(row, of: comparisons, to: &group.comparisons) { $0.add($1) }
      Self.add(row, of: learning, to: &group.learning) { $0.add($1) }
    }

    @inline(__always)
    private static func add<Count>(
      _ row: Int, of all: [Count], to sums: inout [Count], _ add: (inout Count, Count) -> Void
    ) {
      let all = all.span
      var sums = sums.mutableSpan
      let first = row &* sums.count
      for place in sums.indices { add(&sums[place], all[first &+ place]) }
    }
  }
}
