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
