public import DigitalMaturity
public import MaturityStatistics

/// What moved between two days, as it may be shown.
///
/// For all: the totals of each day, where they differ by enough people or by nobody: those who started or left, or whose
/// levels rest on other ratings. Where they differ by a few, the earlier day's is withheld, and whatever it would follow from:
/// subtraction would tell of those few. For the same people: those who are counted and rated on both days, in the group they
/// are in now. Those who are rated on one day alone would follow by subtraction, of a group and of several together: where
/// they are few, the figure of the same people is withheld. So would those who stayed in a group that is new, of whom nothing
/// is told: where they are few, what would leave them is withheld too.
public struct PublishableProgress: Sendable {
  /// The totals of the earlier day: who meets all literacies and each. All else is withheld, since nothing compares it.
  public let before: PublishableSkills
  /// The totals of the later day.
  public let after: PublishableSkills
  /// The groups of the later day, everyone first, and those of the earlier day that are no more.
  public let groups: [ProgressGroup]

  /// Whether any figure of the earlier day is withheld for the sake of the few people by whom the days differ.
  public var isHiddenForFew: Bool { before.groups.contains { $0.meetings.contains(where: \.tellsOfFewBetweenDays) } }

  /// Whether everyone's figures all are, so that there is next to nothing to compare: hardly anybody was rated between the days.
  public var differsByFew: Bool {
    before.everyone?.meetings.allSatisfy { $0.tellsOfFewBetweenDays } ?? false
  }
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
  /// The same people in all literacies, then in each; none for a group that was not there on one of the days.
  public internal(set) var samePeople: [PairedChange]
}

extension SkillsScores {
  /// What moved since earlier scores of the same framework, as it may be shown. O(people · breakdowns).
  public func progress(since earlier: SkillsScores, under policy: DisclosurePolicy = .standard) -> PublishableProgress {
    var before = earlier.published(under: policy)
    let after = published(under: policy)
    let cells = SkillsCells(self, threshold: policy.threshold, by: SkillsBreakdown.always)
    let cellsBefore = SkillsCells(earlier, threshold: policy.threshold, by: SkillsBreakdown.always)
    let groups = cells.groups(by: SkillsBreakdown.always.map(\.positions))
    let people = PairedPeople(self, cells, earlier, cellsBefore)
    let differences = DayDifferences(people, self, earlier, policy)
    differences.withhold(in: &before, beside: after)
    for index in before.groups.indices { before.groups[index].keepMeetings() }
    let pairs = PairCounting(people, self, cells, groups, earlier)
    let groupsBefore = Dictionary(before.groups.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var progress = zip(after.groups, pairs.counts).map { after, counts in
      let before = groupsBefore[after.key]
      // Of a group that is new everybody knows that nobody was in it: there is nothing to be told, or withheld.
      let samePeople = before == nil ? [] : counts.figures.enumerated().map { PairedChange($1, hasLevels: $0 > 0) }
      return ProgressGroup(
        key: after.key, name: after.name, before: before, after: after, starters: counts.starters,
        leavers: counts.leavers, samePeople: samePeople)
    }
    Self.withhold(&progress, pairs, policy)
    differences.withhold(&progress, before.groups, after.groups)
    for index in progress.indices { progress[index].addChanges() }
    let keys = Set(after.groups.map(\.key))
    progress += before.groups.filter { !keys.contains($0.key) }.map { old in
      ProgressGroup(
        key: old.key, name: old.name, before: old, after: nil, starters: nil, leavers: nil, samePeople: [])
    }
    return PublishableProgress(before: before, after: after, groups: progress)
  }

  /// Withholds pairs by the rules of the core. Beside the totals of both days they tell of those who are rated on one of
  /// them alone too, in a group and in several together: whatever is told of the same people is told of those as well, and
  /// the other way round.
  private static func withhold(_ groups: inout [ProgressGroup], _ pairs: PairCounting, _ policy: DisclosurePolicy) {
    let table = TableSuppression(
      attributes: Array(SkillsCells.attributes[SkillsCells.own]),
      cells: zip(pairs.cells, pairs.people).map { TableSuppression.Cell($0.map { Identifier($0) }, people: $1) },
      by: SkillsBreakdown.always.map(\.attributes), policy: policy)
    let known = Dictionary(table.groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = groups.map { known[$0.key] }
    var isWithheld = Array(repeating: false, count: table.groups.count)
    for (group, place) in zip(groups, places) {
      if let place, group.before != nil { isWithheld[place] = group.after?.isWithheld ?? false }
    }
    // Those who were in another group on the other day would be told of beside totals that do not hold them.
    let already = pairs.told.indices.map { figure in
      var hidden = Array(repeating: false, count: table.groups.count)
      for (index, place) in places.enumerated() {
        guard let place, pairs.counts[index].figures[figure].both > 0 else { continue }
        hidden[place] = pairs.counts[index].isMoved || groups[index].isTotalWithheld(figure)
      }
      return hidden
    }
    let cells = table.groups(of: pairs.cells, SkillsCells.attributes, by: SkillsBreakdown.always.map(\.positions))
    let told = pairs.told.map { told in
      [told.both, told.differing, told.bothBefore, told.before, told.after].map {
        LinkedCounts($0, cells, groups: table.groups.count)
      }
    }
    let hidden = table.withheld(told, already: already, beside: isWithheld)
    for (group, place) in places.enumerated() where groups[group].before != nil {
      guard let place else { continue }
      for figure in hidden.indices where hidden[figure][place] { groups[group].samePeople[figure].withhold() }
    }
    for index in groups.indices
    where groups[index].after?.isWithheld == true || groups[index].before?.isWithheld == true {
      (groups[index].starters, groups[index].leavers) = (nil, nil)
    }
  }
}

extension SkillsGroup {
  /// Withholds what is compared with nothing of the other day, and so told of one day alone.
  fileprivate mutating func keepMeetings() {
    for index in competences.indices { competences[index].withhold() }
    for index in selfAgainstManager.indices { selfAgainstManager[index].withhold() }
    for index in learning.indices {
      learning[index].withhold()
      learning[index].withholdChampions()
    }
  }
}

extension ProgressGroup {
  /// Whether a figure's total is withheld on one of the days, or there was no such group: all literacies, then each.
  fileprivate func isTotalWithheld(_ figure: Int) -> Bool {
    [before, after].contains { day in
      guard let day else { return true }
      return (figure == 0 ? day.meetingAll : day.literacies[figure - 1]).count == nil
    }
  }

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
