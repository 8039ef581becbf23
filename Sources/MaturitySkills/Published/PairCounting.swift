import DigitalMaturity

/// Both days side by side: for each group of the later day, how the same people stood on both.
struct PairCounting {
  struct Pairs: Sendable {
    var both = 0
    var metBefore = 0
    var metAfter = 0
    var gained = 0
    /// Those rated on the earlier day in the group of the same name who are not in the pairs, or the other way round.
    var outsideBefore = 0
    /// Those rated on the later day in the group who are not in the pairs.
    var outsideAfter = 0
    /// How far the levels of the pairs moved, by how many people.
    var levels: [Double: Int] = [:]
  }

  struct Group: Sendable {
    var starters = 0
    var leavers = 0
    /// All literacies together, then each.
    var figures: [Pairs]
  }

  /// For each group what was counted.
  private(set) var counts: [Group]
  /// For each figure and each cell of the later day, the pairs that met it on both days, gained it, lost it, and never met
  /// it: what is published of them together.
  private(set) var categories: [[[Int]]]

  init(
    _ now: SkillsScores, _ cells: SkillsCells, _ groups: [SkillsCellGroup], _ earlier: SkillsScores,
    _ earlierCells: SkillsCells
  ) {
    let figures = now.scorer.literacies.count + 1
    counts = Array(repeating: Group(figures: Array(repeating: Pairs(), count: figures)), count: groups.count)
    let nobody = Array(repeating: [0, 0, 0, 0], count: cells.cells.count)
    categories = Array(repeating: nobody, count: figures)
    // The groups by what their people have in common, in words that both days share.
    var positions: [[Int]: [[String]: Int]] = [:]
    for (index, group) in groups.enumerated() {
      let key = zip(group.attributes, group.values).map { cells.values[$0][$1].id }
      positions[group.attributes, default: [:]][key] = index
    }
    func found(_ cell: Int, _ cells: SkillsCells) -> Set<Int> {
      Set(
        positions.compactMap { attributes, groups in
          groups[attributes.map { cells.values[$0][cells.cells[cell][$0]].id }]
        })
    }
    let groupsNow = cells.cells.indices.map { found($0, cells) }
    let groupsBefore = earlierCells.cells.indices.map { found($0, earlierCells) }
    var counted: [Int: Int] = [:]
    for (index, person) in earlier.counted.enumerated() { counted[person] = index }
    var stayed: Set<Int> = []
    for (index, person) in now.counted.enumerated() {
      let own = groupsNow[cells.cellOf[index]]
      let code = now.ratings.staff.people[person].code
      let new = Self.standings(now, person)
      guard let before = earlier.ratings.staff.position(of: code), let place = counted[before] else {
        for group in own {
          counts[group].starters += 1
          add(to: group, \.outsideAfter, where: new)
        }
        continue
      }
      stayed.insert(before)
      let old = Self.standings(earlier, before)
      let were = groupsBefore[earlierCells.cellOf[place]]
      for group in own { add(pair: old, new, to: group, wasThere: were.contains(group)) }
      for literacy in now.scorer.literacies.indices {
        guard old[literacy + 1].isMet != nil, new[literacy + 1].isMet != nil,
          let was = earlier.outcome(of: before, in: literacy).level,
          let has = now.outcome(of: person, in: literacy).level
        else { continue }
        for group in own { counts[group].figures[literacy + 1].levels[has - was, default: 0] += 1 }
      }
      for figure in old.indices {
        guard let was = old[figure].isMet, let has = new[figure].isMet else { continue }
        categories[figure][cells.cellOf[index]][was ? (has ? 0 : 2) : (has ? 1 : 3)] += 1
      }
      for group in were where !own.contains(group) { add(to: group, \.outsideBefore, where: old) }
    }
    for (index, person) in earlier.counted.enumerated() where !stayed.contains(person) {
      let old = Self.standings(earlier, person)
      for group in groupsBefore[earlierCells.cellOf[index]] {
        counts[group].leavers += 1
        add(to: group, \.outsideBefore, where: old)
      }
    }
  }

  /// The standings of a person: all literacies together, then each.
  private static func standings(_ scores: SkillsScores, _ person: Int) -> [Standing] {
    [scores.all(of: person)] + scores.scorer.literacies.indices.map { scores.outcome(of: person, in: $0).standing }
  }

  private mutating func add(
    to group: Int, _ count: WritableKeyPath<Pairs, Int>, where standings: [Standing]
  ) {
    for (figure, standing) in standings.enumerated() where standing.isMet != nil {
      counts[group].figures[figure][keyPath: count] += 1
    }
  }

  private mutating func add(pair old: [Standing], _ new: [Standing], to group: Int, wasThere: Bool) {
    for figure in old.indices {
      switch (old[figure].isMet, new[figure].isMet) {
      case (let was?, let has?):
        counts[group].figures[figure].both += 1
        if was { counts[group].figures[figure].metBefore += 1 }
        if has { counts[group].figures[figure].metAfter += 1 }
        if has, !was { counts[group].figures[figure].gained += 1 }
        if !wasThere { counts[group].figures[figure].outsideBefore += 1 }
      case (_?, nil):
        if wasThere { counts[group].figures[figure].outsideBefore += 1 }
      case (nil, _?): counts[group].figures[figure].outsideAfter += 1
      case (nil, nil): continue
      }
    }
  }
}
