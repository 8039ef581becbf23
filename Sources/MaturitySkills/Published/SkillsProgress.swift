public import DigitalMaturity
public import MaturityStatistics

/// What moved between two days, as it may be shown.
///
/// For all: the totals of each day. For the same people: those who are counted and rated on both days, in the group they
/// are in now. Those who are in one of the two alone would follow by subtraction where they are few; then the figure of the
/// same people is withheld.
public struct PublishableProgress: Sendable {
  /// The totals of the earlier day.
  public let before: PublishableSkills
  /// The totals of the later day.
  public let after: PublishableSkills
  /// The groups of the later day, everyone first, and those of the earlier day that are no more.
  public let groups: [ProgressGroup]
}

/// What moved in one group.
public struct ProgressGroup: Sendable, Hashable {
  /// What the people have in common; empty for everyone.
  public let key: [GroupAttribute]
  /// The same in words.
  public let name: String
  /// The figures of the earlier day; nil for a group that there was not.
  public let before: SkillsGroup?
  /// The figures of the later day; nil for a group that is no more.
  public let after: SkillsGroup?
  /// The people who are counted on the later day alone, and on the earlier alone; nil where the group is withheld.
  public internal(set) var starters: Int?
  /// The people who are counted on the earlier day alone.
  public internal(set) var leavers: Int?
  /// How far the share of everybody moved, whoever they are, in all literacies, then in each; none for a group that was not
  /// there on one of the days. Of everyone the likely range knows who are the same people; of other groups, and where they
  /// are withheld, it takes all as others, and is wider than it need be.
  public internal(set) var changes: [ShareDifference] = []
  /// The same people in all literacies, then in each.
  public internal(set) var samePeople: [PairedChange]
}

/// How the same people stood on two days.
public struct PairedChange: Sendable, Hashable {
  /// The people rated on both days; nil where it is withheld.
  public internal(set) var people: Int?
  /// How many met it on the earlier day.
  public internal(set) var metBefore: Int?
  /// How many meet it on the later day.
  public internal(set) var metAfter: Int?
  /// How many meet it now and did not.
  public internal(set) var gained: Int?
  /// How many met it and do not now.
  public internal(set) var lost: Int?
  /// The change of the share, −1 to 1; undefined without people.
  public internal(set) var change: Figure<Double>
  /// Its likely range (Newcombe, of pairs); undefined with fewer than two people.
  public internal(set) var interval: Figure<Interval>
  /// The mean of how far their levels moved, in points of the scale; undefined for all literacies together, which share no
  /// scale.
  public internal(set) var levelChange: Figure<Double>
  /// Its likely range (Student); undefined with fewer than two people, and where all moved alike.
  public internal(set) var levelInterval: Figure<Interval>

  /// Whether it is withheld.
  public var isWithheld: Bool { change.reason?.code == .withheld }
}

extension SkillsScores {
  /// What moved since earlier scores of the same framework, as it may be shown. O(people · breakdowns).
  public func progress(since earlier: SkillsScores, under policy: DisclosurePolicy = .standard) -> PublishableProgress {
    let (before, after) = (earlier.published(under: policy), published(under: policy))
    let cells = SkillsCells(self, threshold: policy.threshold)
    let groups = cells.groups(by: SkillsBreakdown.always.map(\.positions))
    let pairs = PairCounting(self, cells, groups, earlier, SkillsCells(earlier, threshold: policy.threshold))
    var progress = zip(after.groups, pairs.counts).map { after, counts in
      ProgressGroup(
        key: after.key, name: after.name, before: before.groups.first { $0.key == after.key }, after: after,
        starters: counts.starters, leavers: counts.leavers,
        samePeople: counts.figures.enumerated().map { PairedChange($1, hasLevels: $0 > 0) })
    }
    let table = SkillsTable(
      groups, cells, people: cells.people, by: SkillsBreakdown.always, policy: policy)
    Self.withhold(&progress, pairs, table, policy)
    for index in progress.indices { progress[index].addChanges() }
    let keys = Set(after.groups.map(\.key))
    progress += before.groups.filter { !keys.contains($0.key) }.map { old in
      ProgressGroup(
        key: old.key, name: old.name, before: old, after: nil, starters: nil, leavers: nil, samePeople: [])
    }
    return PublishableProgress(before: before, after: after, groups: progress)
  }

  /// Withholds pairs by the rules of the core, beside the groups that the later day's totals withhold; and those that
  /// stand beside totals of a day that hold only a few people more.
  private static func withhold(
    _ groups: inout [ProgressGroup], _ pairs: PairCounting, _ table: SkillsTable, _ policy: DisclosurePolicy
  ) {
    var isWithheld = Array(repeating: false, count: table.rule.groups.count)
    for (group, place) in zip(groups, table.places) {
      if let place, group.after?.isWithheld == true { isWithheld[place] = true }
    }
    let few = 1..<policy.threshold
    let figures = pairs.categories.enumerated().map { figure, categories in
      var counts = TableSuppression.Counts(categories)
      for (group, place) in zip(pairs.counts, table.places) {
        let pair = group.figures[figure]
        if let place, few.contains(pair.outsideBefore) || few.contains(pair.outsideAfter) {
          counts.withheldGroups.insert(place)
        }
      }
      return counts
    }
    for (figure, hidden) in table.rule.withheld(figures, beside: isWithheld).enumerated() {
      for (index, place) in table.places.enumerated() where place.map({ hidden[$0] }) ?? false {
        groups[index].samePeople[figure].withhold()
      }
    }
    for index in groups.indices
    where groups[index].after?.isWithheld == true || groups[index].before?.isWithheld == true {
      (groups[index].starters, groups[index].leavers) = (nil, nil)
    }
  }
}

/// Both days side by side: for each group of the later day, how the same people stood on both.
private struct PairCounting {
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

extension ProgressGroup {
  /// Compares the totals of both days as they are shown.
  fileprivate mutating func addChanges() {
    guard let before, let after else { return }
    changes = ([(before.meetingAll, after.meetingAll)] + Array(zip(before.literacies, after.literacies)))
      .enumerated().map { index, meetings in
        let (was, has) = meetings
        guard let yesBefore = was.count, let ofBefore = was.of, let yesAfter = has.count, let ofAfter = has.of else {
          return ShareDifference(difference: .undefined(.withheld), interval: .undefined(.withheld))
        }
        guard ofBefore > 0, ofAfter > 0 else {
          let nobody = Undefined(.nobodyRated, "Nobody of whom it is asked is rated on one of the days.")
          return ShareDifference(difference: .undefined(nobody), interval: .undefined(nobody))
        }
        // In other groups some of the same people were elsewhere before.
        let pairs = key.isEmpty && samePeople.indices.contains(index) ? samePeople[index].pairs : nil
        return ShareDifference(from: (yesBefore, ofBefore), to: (yesAfter, ofAfter), pairs: pairs)
      }
  }
}

extension PairedChange {
  /// How they stood on both days; nil where it is withheld.
  fileprivate var pairs: ShareDifference.Pairs? {
    guard let people, let metBefore, let gained, let lost else { return nil }
    return ShareDifference.Pairs(
      both: metBefore - lost, gained: gained, lost: lost, neither: people - metBefore - gained)
  }

  fileprivate init(_ counts: PairCounting.Pairs, hasLevels: Bool) {
    people = counts.both
    metBefore = counts.metBefore
    metAfter = counts.metAfter
    gained = counts.gained
    lost = counts.metBefore - (counts.metAfter - counts.gained)
    change =
      counts.both > 0
      ? .value(Double(counts.metAfter - counts.metBefore) / Double(counts.both))
      : .undefined(.nobodyOnBothDays)
    interval = .undefined(.nobodyOnBothDays)
    levelChange = .undefined(hasLevels ? .nobodyOnBothDays : .noScale)
    levelInterval = levelChange.then { _ in .undefined(.nobodyOnBothDays) }
    guard counts.both > 0 else { return }
    interval =
      ShareDifference(from: (counts.metBefore, counts.both), to: (counts.metAfter, counts.both), pairs: pairs).interval
    guard hasLevels else { return }
    let moved = Figure { () throws(Undefined) in
      try Distribution(counts.levels.map { (value: $0.key, count: $0.value) })
    }
    levelChange = moved.then { MeanDifference(of: $0, minus: 0).difference }
    levelInterval = moved.then { MeanDifference(of: $0, minus: 0).interval }
  }

  fileprivate mutating func withhold() {
    (people, metBefore, metAfter, gained, lost) = (nil, nil, nil, nil, nil)
    (change, interval) = (.undefined(.withheld), .undefined(.withheld))
    if levelChange.reason?.code != .notOnAScale { levelChange = .undefined(.withheld) }
    if levelInterval.reason?.code != .notOnAScale { levelInterval = .undefined(.withheld) }
  }
}

extension Undefined {
  fileprivate static let nobodyOnBothDays = Undefined(.nobodyRated, "Nobody is rated on both days.")
  fileprivate static let noScale = Undefined(.notOnAScale, "All literacies together are no scale.")
}
