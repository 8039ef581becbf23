import DigitalMaturity

/// The people of whom the figures of two days tell, since everybody else is known to stand as before.
///
/// They started or left, or are rated anew (``LevelBases``): whoever knows who they are has their figures by subtraction, of
/// one group's days or of several groups'. Where that leaves fewer than the threshold, figures of the earlier day are
/// withheld, or those of the same people, until it no longer follows, nor anything that is withheld.
struct DayDifferences {
  /// People who are counted alike on each day and may stand alike.
  private struct Kind: Hashable {
    /// Where they are on the earlier day, as a cell; nil where they are not there, or not rated.
    var before: Int?
    /// Where they are on the later day.
    var now: Int?
    /// Whether they are known to stand on both days alike.
    var isSame: Bool
  }

  /// People of one kind, and the numbers of them that nobody knows.
  private struct People {
    var kind: Kind
    var count: Int
    /// How many met it on the earlier day; of those who stand alike, on either.
    var met: Int
    /// How many meet it on the later day.
    var meets: Int
    /// How many met it on both.
    var both: Int

    /// How many there are on the earlier day, on the later, on both, and on either.
    var counts: SIMD4<Int> {
      let (isBefore, isNow) = (kind.before != nil, kind.now != nil)
      return [isBefore ? count : 0, isNow ? count : 0, isBefore && isNow ? count : 0, count]
    }
  }

  /// What is told of a group in a figure at once: shown together, or withheld.
  private struct Told {
    var key: [GroupAttribute]
    /// Whether it is everybody of one day, not the same people of both.
    var isTotal: Bool
    var sums: [[ToldSums.Term]]
    var isShown: Bool
    /// Whether it may be withheld for what it would tell.
    var canBeWithheld: Bool
    /// The people it is of: the fewer, the sooner it is withheld.
    var people: Int
    /// Those of them who differ.
    var differing: Int

    mutating func count(_ own: People) {
      people += own.count
      if !own.kind.isSame { differing += own.count }
    }
  }

  private let paired: PairedPeople
  private let threshold: Int
  /// All literacies together, then each: the people who are rated.
  private let figures: [[People]]
  private let unknowns: [Int]
  /// For each figure what must not follow whatever is shown.
  private var few: [[[ToldSums.Term]]] = []

  init(_ paired: PairedPeople, _ now: SkillsScores, _ earlier: SkillsScores, _ policy: DisclosurePolicy) {
    self.paired = paired
    threshold = policy.threshold
    let bases = LevelBases(now, earlier)
    var counts = Array(repeating: [Kind: Int](), count: now.scorer.literacies.count + 1)
    for pair in paired.pairs {
      let old = pair.before.map { earlier.standings(of: $0.person) }
      let new = pair.now.map { now.standings(of: $0.person) }
      var differs = Array(repeating: true, count: counts.count)
      if let before = pair.before, let now = pair.now {
        differs = bases.differ(before: before.person, now: now.person)
      }
      for figure in counts.indices {
        let kind = Kind(
          before: old?[figure].isMet == nil ? nil : pair.before?.cell,
          now: new?[figure].isMet == nil ? nil : pair.now?.cell, isSame: !differs[figure])
        if kind.before != nil || kind.now != nil { counts[figure][kind, default: 0] += 1 }
      }
    }
    var unknowns: [Int] = []
    figures = counts.map { counts in
      var next = 0
      func unknown() -> Int {
        defer { next += 1 }
        return next
      }
      let people = counts.sorted { Self.order($0.key).lexicographicallyPrecedes(Self.order($1.key)) }.map {
        let met = unknown()
        return People(
          kind: $0, count: $1, met: met, meets: $0.isSame ? met : unknown(), both: $0.isSame ? met : unknown())
      }
      unknowns.append(next)
      return people
    }
    self.unknowns = unknowns
    few = figures.map(secretsOfFew)
  }

  private static func order(_ kind: Kind) -> [Int] { [kind.before ?? -1, kind.now ?? -1, kind.isSame ? 0 : 1] }

  // MARK: What is withheld

  /// Withholds figures of the earlier day that beside the later one's would tell of few.
  func withhold(in before: inout PublishableSkills, beside after: PublishableSkills) {
    let (groupsBefore, groupsNow) = (groupsOf(before.groups.map(\.key)), groupsOf(after.groups.map(\.key)))
    for figure in figures.indices {
      let told =
        totals(figure, before.groups, groupsBefore, \.before, \.met, canBeWithheld: true)
        + totals(figure, after.groups, groupsNow, \.now, \.meets, canBeWithheld: false)
      for place in withheld(figure, told) { before.groups[place].withholdForDifference(figure) }
    }
  }

  /// Withholds figures of the same people that beside the totals of both days would tell of few.
  func withhold(_ groups: inout [ProgressGroup], _ before: [SkillsGroup], _ after: [SkillsGroup]) {
    let (groupsBefore, groupsNow) = (groupsOf(before.map(\.key)), groupsOf(after.map(\.key)))
    for figure in figures.indices {
      var same = zip(after, groups).map { after, group in
        let isCompared = group.samePeople.indices.contains(figure)
        return Told(
          key: after.key, isTotal: false, sums: [[], [], []],
          isShown: isCompared && !group.samePeople[figure].isWithheld, canBeWithheld: true, people: 0, differing: 0)
      }
      for people in figures[figure] where people.kind.before != nil {
        guard let cell = people.kind.now else { continue }
        for group in groupsNow[cell] {
          for (place, unknown) in [people.met, people.meets, people.both].enumerated() {
            same[group].sums[place].append(.init(unknown: unknown, factor: 1))
          }
          same[group].count(people)
        }
      }
      let told =
        same + totals(figure, before, groupsBefore, \.before, \.met, canBeWithheld: false)
        + totals(figure, after, groupsNow, \.now, \.meets, canBeWithheld: false)
      for place in withheld(figure, told) { groups[place].samePeople[figure].withhold() }
    }
  }

  /// For each cell the places of the groups that it is in.
  private func groupsOf(_ keys: [[GroupAttribute]]) -> [[Int]] {
    let places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return paired.cells.map { cell in
      ([[]] + SkillsBreakdown.always.map(\.positions)).compactMap { positions in
        places[Self.key(cell, positions)]
      }
    }
  }

  /// The totals of a day.
  private func totals(
    _ figure: Int, _ groups: [SkillsGroup], _ groupsOf: [[Int]], _ cell: KeyPath<Kind, Int?>,
    _ met: KeyPath<People, Int>, canBeWithheld: Bool
  ) -> [Told] {
    var told = groups.map {
      Told(
        key: $0.key, isTotal: true, sums: [[]], isShown: !$0.meetings[figure].isWithheld, canBeWithheld: canBeWithheld,
        people: 0, differing: 0)
    }
    for people in figures[figure] {
      guard let cell = people.kind[keyPath: cell] else { continue }
      for group in groupsOf[cell] {
        told[group].sums[0].append(.init(unknown: people[keyPath: met], factor: 1))
        told[group].count(people)
      }
    }
    return told
  }

  /// The places of what is to be withheld beside what already is.
  ///
  /// Of all that a secret follows from, what is of the fewest people is withheld, and all is asked again: ends, since each
  /// round withholds more. Of one breakdown a round, since what protects one may protect another too.
  private func withheld(_ figure: Int, _ told: [Told]) -> [Int] {
    var told = told
    var hidden: Set<Int> = []
    // What follows from those before it is no source: of no use is to withhold what stays known, and those in which few differ
    // are withheld for themselves.
    let order = told.indices.sorted { one, other in
      func rank(_ place: Int) -> (Int, Int) { told[place].canBeWithheld ? (told[place].differing, place) : (-1, place) }
      return rank(one) < rank(other)
    }
    while true {
      let shown = order.filter { told[$0].isShown }
      let whole = shown.flatMap { place in told[place].sums.map { _ in place } }
      var sums = ToldSums(unknowns: unknowns[figure], told: shown.flatMap { told[$0].sums })
      var more: Set<Int> = []
      // What is withheld is best hidden by its like: what another breakdown tells of it follows from that too.
      let kept = told.filter { !$0.isShown }.flatMap { hidden in
        hidden.sums.map { (sum: $0, like: Told?.some(hidden)) }
      }
      let secrets = kept + (few[figure] + hiddenTogether(figure, told)).map { ($0, nil) }
      for (secret, like) in secrets where !secret.isEmpty {
        guard let sources = sums.sources(of: secret)?.map({ whole[$0] }), more.isDisjoint(with: sources) else {
          continue
        }
        let choice = sources.filter { told[$0].canBeWithheld }
        let alike = like.map { like in choice.filter { Self.isSameBreakdown(told[$0], like) } } ?? []
        let least = (alike.isEmpty ? choice : alike).min { (told[$0].people, $0) < (told[$1].people, $1) }
        guard let least, more.first.map({ Self.isSameBreakdown(told[$0], told[least]) }) ?? true else { continue }
        more.insert(least)
      }
      if more.isEmpty { return hidden.sorted() }
      for place in more { told[place].isShown = false }
      hidden.formUnion(more)
    }
  }

  private static func isSameBreakdown(_ one: Told, _ other: Told) -> Bool {
    one.key.map(\.attribute) == other.key.map(\.attribute)
  }

  // MARK: What must not follow

  /// What must not follow of some people: of how many of them met it on a day, on both, and how many more
  /// on the later; nothing where they are enough.
  private func secrets(_ people: [People]) -> [[ToldSums.Term]] {
    let counts = Self.counts(people)
    guard tellsOfFew(counts) else { return [] }
    func isFew(_ place: Int) -> Bool { 1..<threshold ~= counts[place] }
    let (before, now) = (people.filter { $0.kind.before != nil }, people.filter { $0.kind.now != nil })
    let both = before.filter { $0.kind.now != nil }
    let met = before.map { ToldSums.Term(unknown: $0.met, factor: 1) }
    let meets = now.map { ToldSums.Term(unknown: $0.meets, factor: 1) }
    return (isFew(0) ? [met] : []) + (isFew(1) ? [meets] : [])
      + (isFew(2) ? [both.map { .init(unknown: $0.both, factor: 1) }] : [])
      + (isFew(3) ? [meets + met.map { .init(unknown: $0.unknown, factor: -1) }] : [])
  }

  private static func counts(_ people: [People]) -> SIMD4<Int> {
    var counts = SIMD4<Int>.zero
    for own in people { counts &+= own.counts }
    return counts
  }

  /// Whether any of the counts of some people is of few.
  private func tellsOfFew(_ counts: SIMD4<Int>) -> Bool { counts.indices.contains { 1..<threshold ~= counts[$0] } }

  /// What must not follow of few: of each cell; and of those who differ in each group and cell, and in what is left of groups
  /// that hold everybody of others.
  private func secretsOfFew(_ all: [People]) -> [[ToldSums.Term]] {
    let people = all.filter { !$0.kind.isSame }
    let breakdowns = ([[]] + SkillsBreakdown.always.map(\.positions)).map { (positions: $0, name: "\($0)") }
    var unions: [[String]: [People]] = [:]
    for own in all {
      let values = [own.kind.before, own.kind.now].map { $0.map { paired.cells[$0] } ?? [] }
      // Few who are counted alike must not follow from both days either, as where their team is named on one day alone.
      for depth in 1...3 {
        unions[["cell"] + values.flatMap { $0.isEmpty ? ["", "", ""] : Array($0.prefix(depth)) }, default: []].append(
          own)
      }
      if own.kind.isSame { continue }
      for (positions, name) in breakdowns {
        let keys = values.map { value in value.isEmpty ? [] : positions.map { value[$0] } }
        for key in Set(keys.filter { $0.count == positions.count }) {
          unions[[name] + key, default: []].append(own)
        }
        unions[[name, ""] + keys.flatMap { $0.isEmpty ? [""] : $0 }, default: []].append(own)
      }
      unions[["differing"] + values.flatMap { $0.isEmpty ? [""] : $0 }, default: []].append(own)
    }
    let inOrder = unions.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    var known: Set<[ToldSums.Term]> = []
    return (inOrder + overlaps(people, depth: 1) + overlaps(people, depth: 2)).flatMap(secrets)
      .filter { known.insert($0).inserted }
  }

  /// The people of directorates, or of teams, that hold everybody of some roles, less those of the roles; and those of the
  /// roles that one of them has, less its own.
  /// - Parameter depth: 1 for directorates, 2 for teams.
  private func overlaps(_ people: [People], depth: Int) -> [[People]] {
    var numbers: [ArraySlice<String>: Int] = [:]
    var roles: [String: Int] = [:]
    let own = people.map { people in
      let cells = [people.kind.before, people.kind.now].compactMap { $0.map { paired.cells[$0] } }
      let places = cells.map { cell in
        let place = numbers[cell.prefix(depth)] ?? numbers.count
        numbers[cell.prefix(depth)] = place
        return place
      }
      // Whoever changed roles is in none of them.
      guard let role = cells.first?[2], cells.allSatisfy({ $0[2] == role }) else { return (places: places, role: -1) }
      let number = roles[role] ?? roles.count
      roles[role] = number
      return (places: places, role: number)
    }
    // Of many roles not all unions are looked at.
    let unions = roles.count <= 8 ? Array(1..<(1 << roles.count)) : roles.values.sorted().map { 1 << $0 }
    func isIn(_ role: Int, _ union: Int) -> Bool { role >= 0 && role < Int.bitWidth - 1 && union >> role & 1 == 1 }
    var left: [[People]] = unions.map { union in
      var holds = Array(repeating: false, count: numbers.count)
      for own in own where isIn(own.role, union) { for place in own.places { holds[place] = true } }
      return zip(people, own).filter { !isIn($1.role, union) && $1.places.contains { holds[$0] } }.map(\.0)
    }
    var byRole = Array(repeating: (members: [Int](), counts: SIMD4<Int>.zero), count: roles.count)
    var byPlace = Array(repeating: [Int](), count: numbers.count)
    for (index, own) in own.enumerated() where own.role >= 0 {
      byRole[own.role].members.append(index)
      byRole[own.role].counts &+= people[index].counts
      for place in Set(own.places) { byPlace[place].append(index) }
    }
    for (place, members) in byPlace.enumerated() {
      let held = Set(members.map { own[$0].role })
      var counts = SIMD4<Int>.zero
      for role in held { counts &+= byRole[role].counts }
      for index in members { counts &-= people[index].counts }
      guard tellsOfFew(counts) else { continue }
      left.append(
        held.sorted().flatMap { byRole[$0].members }.filter { !own[$0].places.contains(place) }.map { people[$0] })
    }
    return left
  }

  /// What must not follow of few who are together in groups of a breakdown that are withheld on one of the days, or in
  /// those of a directorate.
  private func hiddenTogether(_ figure: Int, _ told: [Told]) -> [[ToldSums.Term]] {
    var shownDays: [[GroupAttribute]: Int] = [:]
    for told in told where told.isTotal && told.isShown { shownDays[told.key, default: 0] += 1 }
    var unions: [[String]: [People]] = [:]
    for own in figures[figure] where !own.kind.isSame {
      var hidden: Set<[String]> = []
      for cell in [own.kind.before, own.kind.now].compactMap({ $0.map { paired.cells[$0] } }) {
        for breakdown in SkillsBreakdown.always where shownDays[Self.key(cell, breakdown.positions)] != 2 {
          hidden.formUnion([[breakdown.rawValue], [breakdown.rawValue, cell[0]]])
        }
      }
      for union in hidden { unions[union, default: []].append(own) }
    }
    return unions.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { secrets($0.value) }
  }

  /// What the group of a cell by some of its values is called.
  private static func key(_ cell: [String], _ positions: [Int]) -> [GroupAttribute] {
    positions.map { GroupAttribute(attribute: SkillsCells.keys[$0], value: Identifier(cell[$0])) }
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
