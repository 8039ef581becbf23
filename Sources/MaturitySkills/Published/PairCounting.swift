import DigitalMaturity

/// Both days side by side: for each group of the later day, how the same people stood on both; and the people of either
/// day in cells whose values are named by ids, which both days share.
struct PairCounting {
  struct Pairs: Sendable {
    var both = 0
    var metBefore = 0
    var metAfter = 0
    var gained = 0
    /// How far the levels of the pairs moved, by how many people.
    var levels: [Double: Int] = [:]
  }

  struct Group: Sendable {
    var starters = 0
    var leavers = 0
    /// Whether somebody who is counted on both days was in it on one of them alone, as where a team was named on one day
    /// and counted with others on the other.
    var isMoved = false
    /// All literacies together, then each.
    var figures: [Pairs]
  }

  /// What is told of a figure, by cell: of the same people, and, since totals of each day stand beside them, of those who
  /// are rated on one of the days alone.
  struct Told: Sendable {
    /// Those who met it on both days, gained it, lost it, never met it; in the cell they are in now.
    var both: [[Int]]
    /// Of the same people those who may stand otherwise, since their levels rest on other ratings: what is told of the same
    /// people is told of them, whoever else is beside them.
    var differing: [[Int]]
    /// The same people: those who met it on the earlier day, and who did not, in the cell they were in then.
    var bothBefore: [[Int]]
    /// Those rated on the earlier day alone who met it then, and who did not.
    var before: [[Int]]
    /// Those rated on the later day alone who meet it, and who do not.
    var after: [[Int]]
  }

  /// For each group what was counted.
  private(set) var counts: [Group]
  /// For each cell its values' ids.
  private(set) var cells: [[String]] = []
  /// For each cell the people of either day.
  private(set) var people: [Int]
  /// All literacies together, then each.
  private(set) var told: [Told]

  init(
    _ people: PairedPeople, _ now: SkillsScores, _ cells: SkillsCells, _ groups: [SkillsCellGroup],
    _ earlier: SkillsScores
  ) {
    let figures = now.scorer.literacies.count + 1
    counts = Array(repeating: Group(figures: Array(repeating: Pairs(), count: figures)), count: groups.count)
    self.cells = people.cells
    let all = people.cells
    self.people = Array(repeating: 0, count: all.count)
    func nobody(_ width: Int) -> [[Int]] { Array(repeating: Array(repeating: 0, count: width), count: all.count) }
    let none = Told(
      both: nobody(4), differing: nobody(1), bothBefore: nobody(2), before: nobody(2), after: nobody(2))
    told = Array(repeating: none, count: figures)
    // The groups by what their people have in common, in words that both days share.
    var positions: [[Int]: [[String]: Int]] = [:]
    for (index, group) in groups.enumerated() {
      let key = zip(group.attributes, group.values).map { cells.values[$0][$1].id }
      positions[group.attributes, default: [:]][key] = index
    }
    let groupsOf = all.map { ids in
      Set(positions.compactMap { attributes, groups in groups[attributes.map { ids[$0] }] })
    }
    let bases = LevelBases(now, earlier)
    for pair in people.pairs {
      guard let place = pair.now else {
        if let left = pair.before {
          self.people[left.cell] += 1
          let old = earlier.standings(of: left.person)
          for group in groupsOf[left.cell] { counts[group].leavers += 1 }
          for figure in told.indices { told[figure].before.add(old[figure], to: left.cell) }
        }
        continue
      }
      let cell = place.cell
      self.people[cell] += 1
      let new = now.standings(of: place.person)
      guard let before = pair.before else {
        for group in groupsOf[cell] { counts[group].starters += 1 }
        for figure in told.indices { told[figure].after.add(new[figure], to: cell) }
        continue
      }
      let old = earlier.standings(of: before.person)
      for group in groupsOf[cell].symmetricDifference(groupsOf[before.cell]) { counts[group].isMoved = true }
      let isOther = bases.differ(before: before.person, now: place.person)
      for figure in told.indices {
        add(figure, old[figure], before.cell, new[figure], cell, isOther: isOther[figure], to: groupsOf[cell])
      }
      for literacy in now.scorer.literacies.indices {
        guard old[literacy + 1].isMet != nil, new[literacy + 1].isMet != nil,
          let was = earlier.outcome(of: before.person, in: literacy).level,
          let has = now.outcome(of: place.person, in: literacy).level
        else { continue }
        for group in groupsOf[cell] { counts[group].figures[literacy + 1].levels[has - was, default: 0] += 1 }
      }
    }
  }

  /// Counts how somebody who is counted on both days stood.
  private mutating func add(
    _ figure: Int, _ old: Standing, _ cellBefore: Int, _ new: Standing, _ cell: Int, isOther: Bool,
    to groups: Set<Int>
  ) {
    guard let was = old.isMet, let has = new.isMet else {
      told[figure].before.add(old, to: cellBefore)
      told[figure].after.add(new, to: cell)
      return
    }
    told[figure].both[cell][was ? (has ? 0 : 2) : (has ? 1 : 3)] += 1
    if isOther { told[figure].differing[cell][0] += 1 }
    told[figure].bothBefore.add(old, to: cellBefore)
    for group in groups {
      counts[group].figures[figure].both += 1
      if was { counts[group].figures[figure].metBefore += 1 }
      if has { counts[group].figures[figure].metAfter += 1 }
      if has, !was { counts[group].figures[figure].gained += 1 }
    }
  }
}

extension SkillsScores {
  /// The standings of a person: all literacies together, then each.
  func standings(of person: Int) -> [Standing] {
    [all(of: person)] + scorer.literacies.indices.map { outcome(of: person, in: $0).standing }
  }
}

extension [[Int]] {
  /// Counts somebody of a cell who met a figure, or did not; nobody who is not rated.
  fileprivate mutating func add(_ standing: Standing, to cell: Int) {
    if let isMet = standing.isMet { self[cell][isMet ? 0 : 1] += 1 }
  }
}
