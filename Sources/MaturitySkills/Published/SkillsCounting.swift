import DigitalMaturity

extension SkillsScores {
  /// Counts everybody into the cells. O(people · competences).
  func counts(in cells: SkillsCells) -> [SkillsCounts] {
    let counting = SkillsCounting(self)
    return counts(in: cells, counted.indices, counting)
  }

  /// Counts everybody into the cells, each worker so many people: the same counts on any number of them.
  func counts(in cells: SkillsCells, workers: Int) async -> [SkillsCounts] {
    let counting = SkillsCounting(self)
    let size = (counted.count + max(1, workers) - 1) / max(1, workers)
    // Few people are counted sooner than shared.
    if size < 1_000 { return counts(in: cells, counted.indices, counting) }
    return await withTaskGroup(of: [SkillsCounts].self) { group in
      for start in stride(from: 0, to: counted.count, by: size) {
        group.addTask { counts(in: cells, start..<min(start + size, counted.count), counting) }
      }
      var all = await group.next() ?? []
      for await part in group {
        for index in all.indices where part[index].people > 0 {
          if all[index].people == 0 { all[index] = part[index] } else { all[index].add(part[index]) }
        }
      }
      return all
    }
  }

  /// Counts some of the counted people.
  private func counts(in cells: SkillsCells, _ range: Range<Int>, _ counting: SkillsCounting) -> [SkillsCounts] {
    var counts = Array(repeating: counting.empty, count: cells.cells.count)
    var needs = LearningNeeds(scorer.framework, requirements, values)
    let competences = scorer.framework.competences.count
    let codes = standings.span
    for index in range {
      let person = counted[index]
      let own = codes.extracting(person * competences..<(person + 1) * competences)
      let cell = cells.cellOf[index]
      let roleSet = ratings.staff.people[person].roleSet
      counts[cell].people += 1
      counting.add(own, roleSet, to: &counts[cell].competences)
      add(person, own, roleSet, counting, to: &counts[cell])
      compare(person, counting, into: &counts[cell].comparisons)
      needs.add(own, roleSet, to: &counts[cell].learning)
    }
    return counts
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
      var isOld = false
      for competence in requirements[roleSet].literacies[literacy].competences
      where own[competence] == counting.outOfDate {
        isOld = true
      }
      isAnyOld = isAnyOld || isOld
      all = all.and(outcomes[outcome].standing)
      literacies[literacy].add(outcomes[outcome].standing, gap: outcomes[outcome].gap, isOutOfDate: isOld)
    }
    counts.all.add(all, gap: nil, isOutOfDate: isAnyOld)
  }

  /// The mean difference of a person's own ratings and the manager's, over the competences of each literacy that have both.
  @inline(__always)
  private func compare(_ person: Int, _ counting: SkillsCounting, into comparisons: inout [SkillsCounts.Comparison]) {
    let competences = scorer.framework.competences.count
    let start = StaffRatings.cell(person: person, rater: 0, competence: 0, of: competences)
    let own = ratings.cells.span.extracting(start..<start &+ competences)
    let manager = ratings.cells.span.extracting(start &+ competences..<start &+ 2 &* competences)
    let oldest = UInt16(clamping: validFrom?.number ?? 0)
    let scale = counting.scale.span
    let competencesOf = counting.byLiteracy.span
    var comparisons = comparisons.mutableSpan
    var place = 0
    for literacy in comparisons.indices {
      var (sum, pairs) = (0.0, 0)
      let end = counting.literacyEnds[literacy]
      while place < end {
        let (one, other) = (own[competencesOf[place]], manager[competencesOf[place]])
        place &+= 1
        guard Int(one.code) < scale.count, Int(other.code) < scale.count, one.day >= oldest, other.day >= oldest
        else { continue }
        sum += scale[Int(one.code)] - scale[Int(other.code)]
        pairs &+= 1
      }
      if pairs > 0 { comparisons[literacy].add(sum / Double(pairs)) }
    }
  }
}

/// What is counted by, made of the framework once.
private struct SkillsCounting: Sendable {
  let empty: SkillsCounts
  /// The values of levels.
  let scale: [Double]
  let outOfDate = CombinedRatings.code(of: .outOfDate)
  /// The positions of competences, those of the first literacy first.
  let byLiteracy: [Int]
  /// For each literacy, where its competences end among those.
  let literacyEnds: [Int]
  /// For each set of roles and competence the level that is asked; infinite where none is.
  private let wanted: [Double]
  /// The values of codes.
  private let values: [Double]
  private let notNeeded = CombinedRatings.code(of: .notNeeded)

  init(_ scores: SkillsScores) {
    let framework = scores.scorer.framework
    empty = SkillsCounts(
      literacies: scores.scorer.literacies.count, competences: framework.competences.count,
      learning: framework.learning.count)
    scale = framework.levels.map(\.value)
    let competencesOf = scores.scorer.literacies.map { literacy in
      framework.competences.indices.filter { framework.competences[$0].literacy == literacy.id }
    }
    byLiteracy = competencesOf.flatMap(\.self)
    var ends: [Int] = []
    for own in competencesOf { ends.append((ends.last ?? 0) + own.count) }
    literacyEnds = ends
    wanted = scores.requirements.flatMap { $0.competences.map { $0?.level ?? .infinity } }
    values = scores.values
  }

  /// Counts how a person stands in the competences that are asked.
  @inline(__always)
  func add(_ own: Span<UInt16>, _ roleSet: Int, to meetings: inout [SkillsCounts.Meeting]) {
    let wanted = wanted.span
    let values = values.span
    var meetings = meetings.mutableSpan
    let first = roleSet &* own.count
    for competence in own.indices {
      let (level, code) = (wanted[first &+ competence], own[competence])
      if level == .infinity { continue }
      if Int(code) < values.count {
        let gap = level - values[Int(code)]
        if gap > 1e-9 {
          meetings[competence].notMet &+= 1
          meetings[competence].gaps.add(gap)
        } else {
          meetings[competence].met &+= 1
        }
      } else if code != notNeeded {
        meetings[competence].notRated &+= 1
        if code == outOfDate { meetings[competence].outOfDate &+= 1 }
      }
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
