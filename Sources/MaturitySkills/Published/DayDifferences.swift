import DigitalMaturity

/// The people of whom the totals of two days tell, since everybody else is known to stand as before.
///
/// They started or left, are counted in another group, or are rated anew (``LevelBases``): whoever knows who they are has
/// their figures by subtraction. Where they are few in a group, or in several together, one of its figures must not be shown,
/// which is the earlier day's, nor follow from others of that day.
struct DayDifferences {
  /// The people of each cell who differ in a figure.
  private struct Differing {
    /// Those who are rated on either day, each counted once.
    var rated: [[Int]]
    /// Those of whom it is asked on either day.
    var asked: [[Int]]
    /// The same people, and those who are counted in another cell: in both of theirs, since each gains or loses them.
    var ratedOrMoved: [[Int]]
    var askedOrMoved: [[Int]]
  }

  /// What groups are made by. Small teams are counted with others, and which are small may change: then groups of one day
  /// stand for the same people as those of the other only when several are put together.
  private static let attributes: [Identifier<Attribute>] = ["directorates", "directorate", "teams", "team", "role"]
  private static let breakdowns = attributes.indices.map { [$0] }

  private let earlier: SkillsScores
  /// For each cell its values of the attributes.
  private let cells: [[String]]
  /// For each cell its people on either day.
  private let people: [Int]
  /// All literacies together, then each.
  private let figures: [Differing]
  private let directorates: SameGroups
  private let teams: SameGroups
  /// The directorates and the teams that there are on both days.
  private let shared: (directorates: Set<String>, teams: Set<String>)

  init(_ paired: PairedPeople, _ now: SkillsScores, _ earlier: SkillsScores) {
    var (directorates, teams) = (SameGroups(), SameGroups())
    var moves: Set<[Int]> = []
    for pair in paired.pairs {
      if let before = pair.before, let now = pair.now, before.cell != now.cell {
        moves.insert([before.cell, now.cell])
      }
    }
    for move in moves {
      let (before, now) = (paired.cells[move[0]], paired.cells[move[1]])
      directorates.join(before[0], now[0])
      teams.join(Self.team(before[0], before[1]), Self.team(now[0], now[1]))
    }
    let nobody = Array(repeating: [0], count: paired.cells.count)
    var people = Array(repeating: 0, count: paired.cells.count)
    var figures = Array(
      repeating: Differing(rated: nobody, asked: nobody, ratedOrMoved: nobody, askedOrMoved: nobody),
      count: now.scorer.literacies.count + 1)
    let bases = LevelBases(now, earlier)
    for pair in paired.pairs {
      let own = Set([pair.before, pair.now].compactMap { $0?.cell })
      for cell in own { people[cell] += 1 }
      let old = pair.before.map { earlier.standings(of: $0.person) }
      let new = pair.now.map { now.standings(of: $0.person) }
      var differs = Array(repeating: true, count: figures.count)
      if let before = pair.before, let now = pair.now {
        differs = bases.differ(before: before.person, now: now.person)
      }
      for figure in figures.indices where differs[figure] || own.count > 1 {
        let standings = [old, new].compactMap { $0?[figure] }
        guard standings.contains(where: { $0 != .notNeeded }) else { continue }
        let isRated = standings.contains { $0.isMet != nil }
        if differs[figure], let cell = pair.now?.cell ?? pair.before?.cell {
          figures[figure].asked[cell][0] += 1
          if isRated { figures[figure].rated[cell][0] += 1 }
        }
        for cell in own {
          figures[figure].askedOrMoved[cell][0] += 1
          if isRated { figures[figure].ratedOrMoved[cell][0] += 1 }
        }
      }
    }
    self.earlier = earlier
    (self.people, self.figures, self.directorates, self.teams) = (people, figures, directorates, teams)
    /// What there is on both days.
    func shared(_ value: ([String]) -> String) -> Set<String> {
      let before = Set(paired.pairs.compactMap(\.before?.cell)), now = Set(paired.pairs.compactMap(\.now?.cell))
      return Set(before.map { value(paired.cells[$0]) }).intersection(now.map { value(paired.cells[$0]) })
    }
    self.shared = (shared { $0[0] }, shared { Self.team($0[0], $0[1]) })
    let known = self.shared
    // What there is on one day alone has no difference of its own; it is part of one with those that it was or became.
    cells = paired.cells.map { cell in
      let team = Self.team(cell[0], cell[1])
      let (whole, part) = (directorates.first(of: cell[0]), teams.first(of: team))
      return [
        whole, known.directorates.contains(cell[0]) ? cell[0] : "\u{0}\(whole)", part,
        known.teams.contains(team) ? team : "\u{0}\(part)", cell[2],
      ]
    }
  }

  /// What tells a team from those of its name in other directorates.
  private static func team(_ directorate: String, _ team: String) -> String { "\(directorate)\u{1}\(team)" }

  /// Withholds figures of the earlier day where beside the later one's they would tell of few.
  /// - Parameters:
  ///   - before: The earlier day's totals.
  ///   - after: The later day's.
  ///   - cells: The earlier day's cells.
  func withhold(in before: inout PublishableSkills, beside after: PublishableSkills, _ cells: SkillsCells) {
    let table = TableSuppression(
      attributes: Self.attributes,
      cells: zip(self.cells, people).map { TableSuppression.Cell($0.map { Identifier($0) }, people: $1) },
      by: Self.attributes.map { [$0] }, policy: before.policy)
    let groupsOf = table.groups(of: self.cells, Self.attributes, by: Self.breakdowns)
    let places = Dictionary(table.groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // For each group of the table those of a day that it is.
    func parts(_ groups: [SkillsGroup]) -> [[Int]] {
      var parts = Array(repeating: [Int](), count: table.groups.count)
      for (index, group) in groups.enumerated() {
        for key in keys(of: group) { if let place = places[key] { parts[place].append(index) } }
      }
      return parts
    }
    let (own, others) = (parts(before.groups), parts(after.groups))
    let already = figures.indices.map { figure in
      table.groups.indices.map { place in
        own[place].contains { before.groups[$0].meetings[figure].isWithheld }
          || others[place].contains { after.groups[$0].meetings[figure].isWithheld }
      }
    }
    let hidden = table.withheld(
      figures.map { figure in
        [figure.rated, figure.asked, figure.ratedOrMoved, figure.askedOrMoved].map {
          LinkedCounts($0, groupsOf, groups: table.groups.count)
        }
      }, already: already, beside: Array(repeating: false, count: table.groups.count))
    let few = figures.indices.map { figure in
      Set(table.groups.indices.lazy.filter { hidden[figure][$0] && !already[figure][$0] }.flatMap { own[$0] })
    }
    if few.contains(where: { !$0.isEmpty }) { withhold(few, in: &before, cells) }
  }

  /// The groups of the table that a group of a day is, or is part of.
  private func keys(of group: SkillsGroup) -> [[GroupAttribute]] {
    let values = group.key.map { $0.value?.rawValue ?? "" }
    func key(_ attribute: Int, _ value: String) -> [GroupAttribute] {
      [GroupAttribute(attribute: Self.attributes[attribute], value: Identifier(value))]
    }
    switch group.key.map(\.attribute) {
    case SkillsBreakdown.directorate.attributes:
      let whole = key(0, directorates.first(of: values[0]))
      return shared.directorates.contains(values[0]) ? [whole, key(1, values[0])] : [whole]
    case SkillsBreakdown.team.attributes:
      let team = Self.team(values[0], values[1])
      let whole = key(2, teams.first(of: team))
      return shared.teams.contains(team) ? [whole, key(3, team)] : [whole]
    case SkillsBreakdown.role.attributes: return [key(4, values[0])]
    default: return [[]]
    }
  }

  /// Withholds figures of groups, and what they would follow from.
  /// - Parameter few: For each figure the groups.
  private func withhold(_ few: [Set<Int>], in before: inout PublishableSkills, _ cells: SkillsCells) {
    let table = SkillsTable(
      cells.groups(by: SkillsBreakdown.always.map(\.positions)), cells, people: cells.people,
      by: SkillsBreakdown.always, policy: before.policy)
    let nobody = Array(repeating: [0, 0], count: cells.cells.count)
    var counts = Array(repeating: nobody, count: figures.count)
    for (index, person) in earlier.counted.enumerated() {
      for (figure, standing) in earlier.standings(of: person).enumerated() {
        if let isMet = standing.isMet { counts[figure][cells.cellOf[index]][isMet ? 0 : 1] += 1 }
      }
    }
    var isWithheld = Array(repeating: false, count: table.rule.groups.count)
    for (group, place) in zip(before.groups, table.places) {
      if let place { isWithheld[place] = group.isWithheld }
    }
    let hidden = table.rule.withheld(
      counts.enumerated().map { figure, counts in
        var counts = TableSuppression.Counts(counts)
        counts.withheldGroups = Set(
          before.groups.indices.compactMap { index in
            few[figure].contains(index) || before.groups[index].meetings[figure].isWithheld ? table.places[index] : nil
          })
        return counts
      }, beside: isWithheld)
    for (index, place) in table.places.enumerated() {
      guard let place else { continue }
      for figure in figures.indices where hidden[figure][place] { before.groups[index].withholdForDifference(figure) }
    }
  }
}

extension SkillsGroup {
  /// The people who meet all literacies together, then each.
  var meetings: [SkillsMeeting] { [meetingAll] + literacies }

  /// Withholds one of those figures, since it would tell of a difference.
  fileprivate mutating func withholdForDifference(_ figure: Int) {
    if figure == 0 { meetingAll.withholdForDifference() } else { literacies[figure - 1].withholdForDifference() }
  }
}
