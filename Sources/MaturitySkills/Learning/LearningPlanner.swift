import DigitalMaturity

/// Chooses what somebody learns from, bound to the positions of competences.
///
/// The largest gap comes first, an essential one before a desirable one; for it, of the items that somebody at this level
/// can follow, the one that closes most over all gaps, then the one of fewer hours, then the first in the author's order.
/// Where it does not fit the hours that are left, the next does. So on until nothing fits or closes anything.
///
/// Nobody takes a thing twice. What is in the plan already and would help once more is put off until then, which costs no
/// hours: who is not ready for half of a webinar gets ready first. Where something between needs it early it is not taken
/// again.
struct LearningPlanner: Sendable {
  /// One thing that an item teaches.
  private struct Step {
    var competence: Int
    var from: Double
    var to: Double
  }

  private struct Item {
    var hours: Double
    var steps: [Step]
  }

  /// What a plan takes and leaves.
  struct Choice {
    /// The positions of the items, in the order in which they are to be taken.
    var items: [Int] = []
    /// The hours of all.
    var hours = 0.0
    /// For each competence, the level after the plan; infinite where it is not known.
    var levels: [Double]
  }

  /// What is asked and planned for.
  struct Asked: Sendable {
    /// For each competence the level; minus infinity for nothing.
    fileprivate let levels: [Double]
    fileprivate let isEssential: [Bool]

    /// - Parameters:
    ///   - required: What is asked of each competence; nil for nothing.
    ///   - withDesirable: Whether gaps in what is only desirable are planned for too.
    init(_ required: [RoleRequirements.Competence?], withDesirable: Bool) {
      levels = required.map { asked in
        asked.flatMap { $0.isEssential || withDesirable ? $0.level : nil } ?? -.infinity
      }
      isEssential = required.map { $0?.isEssential == true }
    }

    /// How far a level is below what is asked; nil where it is not.
    @inline(__always)
    fileprivate func gap(in competence: Int, _ levels: [Double]) -> Double? {
      let (asked, level) = (self.levels[competence], levels[competence])
      return asked > level + 1e-9 ? asked - level : nil
    }
  }

  private let items: [Item]
  /// For each competence, the items that teach it.
  private let teaching: [[Int]]

  init(_ framework: SkillsFramework) {
    let competences = Dictionary(
      framework.competences.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let values = Dictionary(framework.levels.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    var teaching: [[Int]] = Array(repeating: [], count: framework.competences.count)
    items = framework.learning.enumerated().map { index, item in
      let steps = item.teaches.compactMap { step -> Step? in
        guard let competence = competences[step.competence], let from = values[step.from], let to = values[step.to]
        else {
          return nil
        }
        teaching[competence].append(index)
        return Step(competence: competence, from: from, to: to)
      }
      return Item(hours: item.hours, steps: steps)
    }
    self.teaching = teaching
  }

  /// Plans for one person.
  /// - Parameters:
  ///   - levels: The level in each competence; infinite where it is not known, so that nothing is planned for it.
  ///   - asked: What is planned for.
  ///   - budget: The hours there are; nil for as many as it takes.
  func choose(levels: [Double], asked: Asked, budget: Double?) -> Choice {
    var choice = Choice(levels: levels)
    // The competences with a gap; those that nothing can close, or nothing that fits, are taken out.
    var open = levels.indices.filter { asked.gap(in: $0, levels) != nil }
    while let competence = largestGap(choice.levels, asked, &open) {
      guard let item = best(for: competence, choice, from: levels, asked, budget) else {
        open.removeAll { $0 == competence }
        continue
      }
      if let earlier = choice.items.firstIndex(of: item) {
        choice.items.remove(at: earlier)
      } else {
        choice.hours += items[item].hours
      }
      choice.items.append(item)
      take(item, &choice.levels)
    }
    return choice
  }

  /// Raises the levels of somebody who takes an item.
  private func take(_ item: Int, _ levels: inout [Double]) {
    for step in items[item].steps where levels[step.competence] >= step.from && levels[step.competence] < step.to {
      levels[step.competence] = step.to
    }
  }

  /// Whether an item of the plan can be put off to its end, and brings as much there as taken twice.
  private func canWait(_ item: Int, _ choice: Choice, from start: [Double]) -> Bool {
    var twice = choice.levels
    take(item, &twice)
    var once = start
    for other in choice.items where other != item { take(other, &once) }
    take(item, &once)
    return zip(once, twice).allSatisfy { $0 >= $1 - 1e-9 }
  }

  /// The open competence to plan for next; what is not open any more is taken out.
  private func largestGap(_ levels: [Double], _ asked: Asked, _ open: inout [Int]) -> Int? {
    var best: (competence: Int, gap: Double, isEssential: Bool)?
    var kept = 0
    for index in open.indices {
      let competence = open[index]
      guard let gap = asked.gap(in: competence, levels) else { continue }
      open[kept] = competence
      kept += 1
      let isEssential = asked.isEssential[competence]
      if let best, best.isEssential != isEssential ? best.isEssential : best.gap >= gap { continue }
      best = (competence, gap, isEssential)
    }
    open.removeLast(open.count - kept)
    return best?.competence
  }

  private func best(
    for competence: Int, _ choice: Choice, from start: [Double], _ asked: Asked, _ budget: Double?
  ) -> Int? {
    var best: (item: Int, closed: Double, hours: Double)?
    for index in teaching[competence] {
      let isTaken = choice.items.contains(index)
      let hours = isTaken ? 0 : items[index].hours
      if let budget, choice.hours + hours > budget + 1e-9 { continue }
      var closed = 0.0
      var helps = false
      for step in items[index].steps {
        let (wanted, level) = (asked.levels[step.competence], choice.levels[step.competence])
        guard level >= step.from, level < step.to, wanted > level else { continue }
        if step.competence == competence { helps = true }
        // What is essential counts a thousandfold: no sum of desirable gaps outweighs it.
        closed += (min(step.to, wanted) - level) * (asked.isEssential[step.competence] ? 1_000 : 1)
      }
      guard helps else { continue }
      if let best, best.closed > closed || best.closed == closed && best.hours <= hours { continue }
      if isTaken, !canWait(index, choice, from: start) { continue }
      best = (index, closed, hours)
    }
    return best?.item
  }
}
