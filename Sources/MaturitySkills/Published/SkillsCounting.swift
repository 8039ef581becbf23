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
        for index in all.indices where part[index].people > 0 { all[index].add(part[index]) }
      }
      return all
    }
  }

  /// Counts some of the counted people.
  private func counts(in cells: SkillsCells, _ range: Range<Int>, _ counting: SkillsCounting) -> [SkillsCounts] {
    let competences = scorer.framework.competences.count
    var counts = Array(repeating: counting.empty, count: cells.cells.count)
    let scale = scorer.framework.levels.map(\.value)
    let outOfDate = CombinedRatings.code(of: .outOfDate)
    let notNeeded = CombinedRatings.code(of: .notNeeded)
    let valueCount = UInt16(clamping: values.count)
    var levels: [Double?] = Array(repeating: nil, count: competences)
    // The same for the planner: infinite where there is none.
    var planned = Array(repeating: Double.infinity, count: competences)
    for index in range {
      let person = counted[index]
      let cell = cells.cellOf[index]
      let asked = requirements(of: person)
      counts[cell].people += 1
      for competence in 0..<competences {
        let code = code(of: person, in: competence)
        levels[competence] = code < valueCount ? values[Int(code)] : nil
        planned[competence] = levels[competence] ?? .infinity
        guard let wanted = asked.competences[competence] else { continue }
        if let level = levels[competence] {
          let gap = wanted.level - level
          if gap > 1e-9 {
            counts[cell].competences[competence].notMet += 1
            counts[cell].competences[competence].gaps.add(gap)
          } else {
            counts[cell].competences[competence].met += 1
          }
        } else if code != notNeeded {
          counts[cell].competences[competence].notRated += 1
          if code == outOfDate { counts[cell].competences[competence].outOfDate += 1 }
        }
      }
      for literacy in scorer.literacies.indices {
        let outcome = outcome(of: person, in: literacy)
        let isOld = asked.literacies[literacy].competences.contains { code(of: person, in: $0) == outOfDate }
        counts[cell].literacies[literacy].add(outcome.standing, gap: outcome.gap, isOutOfDate: isOld)
      }
      let isOld = asked.competences.indices.contains {
        asked.competences[$0]?.isEssential == true && code(of: person, in: $0) == outOfDate
      }
      counts[cell].all.add(all(of: person), gap: nil, isOutOfDate: isOld)
      compare(person, counting.competencesOf, scale, into: &counts[cell].comparisons)
      let choice = counting.planner.choose(
        levels: planned, asked: counting.asked[ratings.staff.people[person].roleSet], budget: nil)
      for item in choice.items { counts[cell].learning[item].people += 1 }
      for (item, taught) in counting.teaching.enumerated() {
        // Who is asked for no more than where it begins can never need it: such people would hide nobody.
        let canNeed = taught.contains { step in
          guard let wanted = asked.competences[step.competence], wanted.isEssential else { return false }
          return wanted.level > step.from + 1e-9 && levels[step.competence] != nil
        }
        if canNeed { counts[cell].learning[item].of += 1 }
        guard asked.isChampion, !taught.isEmpty else { continue }
        let known = taught.compactMap { levels[$0.competence] }
        guard known.count == taught.count else { continue }
        counts[cell].learning[item].championsRated += 1
        if known.allSatisfy({ $0 >= counting.highest - 1e-9 }) { counts[cell].learning[item].champions += 1 }
      }
    }
    return counts
  }

  /// The mean difference of a person's own ratings and the manager's, over the competences of each literacy that have both.
  private func compare(
    _ person: Int, _ competencesOf: [[Int]], _ scale: [Double], into comparisons: inout [SkillsCounts.Comparison]
  ) {
    let competences = scorer.framework.competences.count
    let start = StaffRatings.cell(person: person, rater: 0, competence: 0, of: competences)
    let oldest = UInt16(clamping: validFrom?.number ?? 0)
    for (literacy, own) in competencesOf.enumerated() {
      var (sum, pairs) = (0.0, 0)
      for competence in own {
        let own = ratings.cells[start + competence]
        let manager = ratings.cells[start + competences + competence]
        guard Int(own.code) < scale.count, Int(manager.code) < scale.count, own.day >= oldest, manager.day >= oldest
        else { continue }
        sum += scale[Int(own.code)] - scale[Int(manager.code)]
        pairs += 1
      }
      if pairs > 0 { comparisons[literacy].add(sum / Double(pairs)) }
    }
  }
}

/// What is counted by, made of the framework once.
private struct SkillsCounting: Sendable {
  let empty: SkillsCounts
  let planner: LearningPlanner
  /// For each set of roles what is planned for.
  let asked: [LearningPlanner.Asked]
  /// For each literacy its competences.
  let competencesOf: [[Int]]
  /// For each item the competences that it teaches, each with the level where that begins.
  let teaching: [[(competence: Int, from: Double)]]
  /// The highest level's value.
  let highest: Double

  init(_ scores: SkillsScores) {
    let framework = scores.scorer.framework
    empty = SkillsCounts(
      literacies: scores.scorer.literacies.count, competences: framework.competences.count,
      learning: framework.learning.count)
    planner = LearningPlanner(framework)
    asked = scores.requirements.map { LearningPlanner.Asked($0.competences, withDesirable: false) }
    competencesOf = scores.scorer.literacies.map { literacy in
      framework.competences.indices.filter { framework.competences[$0].literacy == literacy.id }
    }
    teaching = framework.learning.map { item in
      item.teaches.compactMap { step in
        guard let competence = framework.competences.firstIndex(where: { $0.id == step.competence }),
          let from = framework.level(step.from)?.value
        else { return nil }
        return (competence, from)
      }
    }
    highest = framework.levels.last?.value ?? 0
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
