import DigitalMaturity

extension SkillsScores {
  /// Counts everybody into the cells. O(people · competences).
  func counts(in cells: SkillsCells) -> SkillsCountTable {
    SkillsCountTable([part(0..<cells.cells.count, cells.peopleByCell, SkillsCounting(self))])
  }

  /// Counts everybody into the cells, each worker some cells at a time: the same counts on any number of them.
  func counts(in cells: SkillsCells, workers: Int) async -> SkillsCountTable {
    // Few people are counted sooner than shared.
    if counted.count / max(1, workers) < 1_000 { return counts(in: cells) }
    let counting = SkillsCounting(self)
    let people = cells.peopleByCell
    let parts = await withTaskGroup(of: (first: Int, counts: SkillsCountTable.Part).self) { group in
      for range in people.parts(2 * workers) {
        group.addTask { (range.lowerBound, part(range, people, counting)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return SkillsCountTable(parts.sorted { $0.first < $1.first }.map(\.counts))
  }

  /// Counts the people of some cells.
  private func part(
    _ cells: Range<Int>, _ people: SkillsCells.PeopleByCell, _ counting: SkillsCounting
  ) -> SkillsCountTable.Part {
    var table = SkillsCountTable.Part(cells: cells.count, like: counting.empty)
    var counts = counting.empty
    var needs = LearningNeeds(scorer.framework, requirements, values)
    let competences = scorer.framework.competences.count
    let codes = standings.span
    for cell in cells {
      counts.removeAll()
      for place in people.starts[cell]..<people.starts[cell + 1] {
        let person = counted[people.indices[place]]
        let own = codes.extracting(person * competences..<(person + 1) * competences)
        let roleSet = ratings.staff.people[person].roleSet
        counts.people += 1
        counting.add(own, roleSet, to: &counts.competences)
        add(person, own, roleSet, counting, to: &counts)
        compare(person, roleSet, counting, into: &counts.comparisons)
        needs.add(own, roleSet, to: &counts.learning)
      }
      table.append(counts)
    }
    return table
  }

  /// Counts how a person stands in the literacies.
  @inline(__always)
  private func add(
    _ person: Int, _ own: Span<UInt16>, _ roleSet: Int, _ counting: SkillsCounting, to counts: inout SkillsCounts
  ) {
    let count = scorer.literacies.count
    var literacies = counts.literacies.mutableSpan
    var all = Standing.notNeeded
    var isAnyOld = false
    for literacy in 0..<count {
      let outcome = Int(positions[person &* count &+ literacy])
      all = all.and(outcomes[outcome].standing)
      literacies[literacy].add(counting.outcomes[outcome])
      // No rating is too old where none may be.
      if validFrom != nil,
        requirements[roleSet].literacies[literacy].competences.contains(where: { own[$0] == counting.outOfDate })
      {
        isAnyOld = true
        if outcomes[outcome].standing == .notRated { literacies[literacy].outOfDate &+= 1 }
      }
    }
    counts.all.add(all, gap: nil, isOutOfDate: isAnyOld)
  }

  /// The mean of a person's own ratings, and of how far they are above the manager's, over the competences of each literacy
  /// that are asked and have both.
  @inline(__always)
  private func compare(
    _ person: Int, _ roleSet: Int, _ counting: SkillsCounting, into comparisons: inout [SkillsCounts.Comparison]
  ) {
    let (own, manager) = (ratings.cells.row(person, .own), ratings.cells.row(person, .manager))
    if own.isEmpty || manager.isEmpty { return }
    let oldest = UInt16(clamping: validFrom?.number ?? 0)
    let scale = counting.scale.span
    let (competencesOf, ends) = (counting.askedCompetences.span, counting.askedEnds.span)
    let first = roleSet &* counting.empty.literacies.count
    var comparisons = comparisons.mutableSpan
    var place = first == 0 ? 0 : ends[first &- 1]
    for literacy in comparisons.indices {
      var (sum, level, pairs) = (0.0, 0.0, 0)
      let end = ends[first &+ literacy]
      while place < end {
        let (one, other) = (own[competencesOf[place]], manager[competencesOf[place]])
        place &+= 1
        guard Int(one.code) < scale.count, Int(other.code) < scale.count, one.day >= oldest, other.day >= oldest
        else { continue }
        sum += scale[Int(one.code)] - scale[Int(other.code)]
        level += scale[Int(one.code)]
        pairs &+= 1
      }
      if pairs > 0 { comparisons[literacy].add(sum / Double(pairs), own: level / Double(pairs)) }
    }
  }
}

/// What is counted by, made of the framework once.
private struct SkillsCounting: Sendable {
  let empty: SkillsCounts
  /// The values of levels.
  let scale: [Double]
  let outOfDate: UInt16
  /// The positions of the competences that are asked: of each set of roles, and of each literacy.
  let askedCompetences: [Int]
  /// For each set of roles and literacy, where its competences end among those.
  let askedEnds: [Int]
  /// What each outcome of a literacy adds to the counts of those who meet it.
  let outcomes: [SkillsCounts.Meeting]
  /// For each set of roles, competence and code, what it adds to the counts of those who meet the competence.
  private let meetings: [SkillsCounts.Meeting]
  /// How many values of codes there are.
  private let values: Int
  /// How many codes there are.
  private var codes: Int { values + NoLevel.allCases.count }

  init(_ scores: SkillsScores) {
    let framework = scores.scorer.framework
    empty = SkillsCounts(
      literacies: scores.scorer.literacies.count, competences: framework.competences.count,
      learning: framework.learning.count)
    scale = framework.levels.map(\.value)
    let competencesOf = scores.scorer.literacies.map { literacy in
      framework.competences.indices.filter { framework.competences[$0].literacy == literacy.id }
    }
    var (asked, ends): ([Int], [Int]) = ([], [])
    for requirements in scores.requirements {
      for own in competencesOf {
        asked += own.filter { requirements.competences[$0] != nil }
        ends.append(asked.count)
      }
    }
    (askedCompetences, askedEnds) = (asked, ends)
    outcomes = scores.outcomes.map { outcome in
      var meeting = SkillsCounts.Meeting()
      meeting.add(outcome.standing, gap: outcome.gap, isOutOfDate: false)
      return meeting
    }
    let levels = scores.values
    let (outOfDate, notNeeded) = (CombinedRatings.code(of: .outOfDate), CombinedRatings.code(of: .notNeeded))
    self.outOfDate = outOfDate
    values = levels.count
    let reasons = (0..<NoLevel.allCases.count).map { UInt16.max - UInt16(truncatingIfNeeded: $0) }
    meetings = scores.requirements.flatMap { roles in
      roles.competences.flatMap { asked in
        levels.map { Self.meeting($0, asked) }
          + reasons.map { reason in
            var meeting = SkillsCounts.Meeting()
            if asked != nil, reason != notNeeded {
              meeting.notRated = 1
              meeting.outOfDate = reason == outOfDate ? 1 : 0
            }
            return meeting
          }
      }
    }
  }

  /// What a level adds to the counts of those who meet what is asked.
  private static func meeting(_ level: Double, _ asked: RoleRequirements.Competence?) -> SkillsCounts.Meeting {
    var meeting = SkillsCounts.Meeting()
    guard let asked else { return meeting }
    let gap = asked.level - level
    if gap > 1e-9 {
      meeting.notMet = 1
      meeting.gaps.add(gap)
    } else {
      meeting.met = 1
    }
    return meeting
  }

  /// Counts how a person stands in the competences that are asked.
  @inline(__always)
  func add(_ own: Span<UInt16>, _ roleSet: Int, to counts: inout [SkillsCounts.Meeting]) {
    let meetings = meetings.span
    var counts = counts.mutableSpan
    let codes = codes
    var first = roleSet &* own.count &* codes
    for competence in own.indices {
      let code = Int(own[competence])
      // Codes of reasons go from the top down.
      counts[competence].add(meetings[first &+ (code < values ? code : values &+ 0xFFFF &- code)])
      first &+= codes
    }
  }
}

extension SkillsCounts.Meeting {
  mutating func add(_ standing: Standing, gap: Double?, isOutOfDate: Bool) {
    switch standing {
    case .met: met += 1
    case .notMet: notMet += 1
    case .notRated:
      notRated += 1
      if isOutOfDate { outOfDate += 1 }
    case .notNeeded: return
    }
    if let gap { gaps.add(gap) }
  }
}
