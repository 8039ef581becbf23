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

  /// What a plan takes and leaves. Its memory can be used for the next plan.
  struct Choice: Sendable {
    /// The positions of the items, in the order in which they are to be taken.
    fileprivate(set) var items: [Int] = []
    /// The hours of all.
    fileprivate(set) var hours = 0.0
    /// For each competence, the level after the plan; infinite where it is not known.
    fileprivate(set) var levels: [Double] = []
    /// The competences with a gap that something may close.
    fileprivate var open: [Int] = []
  }

  /// What is asked and planned for.
  struct Asked: Sendable {
    /// For each competence the level; minus infinity for nothing.
    fileprivate let levels: [Double]
    fileprivate let isEssential: [Bool]
    /// The items that teach something of a competence below what is asked, competence after competence.
    fileprivate var teaching: [Int] = []
    /// For each competence where its items begin; at last where all end.
    fileprivate var starts = [0]

    /// The items that some plan may take, each once.
    var items: Set<Int> { Set(teaching) }

    /// How far a level is below what is asked; nil where it is not.
    @inline(__always)
    fileprivate func gap(in competence: Int, _ levels: [Double]) -> Double? {
      let (asked, level) = (self.levels[competence], levels[competence])
      return asked > level + 1e-9 ? asked - level : nil
    }
  }

  /// The hours of each item.
  private let hours: [Double]
  /// What items teach, item after item.
  private let steps: [Step]
  /// For each item where its steps begin; at last where all end.
  private let starts: [Int]

  init(_ framework: SkillsFramework) {
    let competences = Dictionary(
      framework.competences.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let values = Dictionary(framework.levels.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    var steps: [Step] = []
    var starts = [0]
    for item in framework.learning {
      for step in item.teaches {
        guard let competence = competences[step.competence], let from = values[step.from], let to = values[step.to]
        else { continue }
        steps.append(Step(competence: competence, from: from, to: to))
      }
      starts.append(steps.count)
    }
    hours = framework.learning.map(\.hours)
    self.steps = steps
    self.starts = starts
  }

  /// How many items there are.
  var count: Int { hours.count }

  /// The competences that an item teaches, each with the level where that begins.
  func beginnings(of item: Int) -> [(competence: Int, from: Double)] {
    steps[starts[item]..<starts[item + 1]].map { ($0.competence, $0.from) }
  }

  /// What is asked, bound to the items.
  /// - Parameters:
  ///   - required: What is asked of each competence; nil for nothing.
  ///   - withDesirable: Whether gaps in what is only desirable are planned for too.
  func asked(_ required: [RoleRequirements.Competence?], withDesirable: Bool) -> Asked {
    var asked = Asked(
      levels: required.map { asked in
        asked.flatMap { $0.isEssential || withDesirable ? $0.level : nil } ?? -.infinity
      }, isEssential: required.map { $0?.isEssential == true })
    for (competence, level) in asked.levels.enumerated() {
      for item in 0..<count {
        let helps = steps[starts[item]..<starts[item + 1]].contains { $0.competence == competence && $0.from < level }
        if helps { asked.teaching.append(item) }
      }
      asked.starts.append(asked.teaching.count)
    }
    return asked
  }

  /// Plans for one person.
  /// - Parameters:
  ///   - levels: The level in each competence; infinite where it is not known, so that nothing is planned for it.
  ///   - asked: What is planned for.
  ///   - budget: The hours there are; nil for as many as it takes.
  func choose(levels: [Double], asked: Asked, budget: Double?) -> Choice {
    var choice = Choice()
    choose(&choice, levels: levels, asked: asked, budget: budget)
    return choice
  }

  /// Plans for one person, as ``choose(levels:asked:budget:)`` does, into the memory of an earlier plan.
  func choose(_ choice: inout Choice, levels: [Double], asked: Asked, budget: Double?) {
    choice.items.removeAll(keepingCapacity: true)
    choice.hours = 0
    choice.levels.removeAll(keepingCapacity: true)
    choice.levels.append(contentsOf: levels)
    choice.open.removeAll(keepingCapacity: true)
    for competence in levels.indices where asked.gap(in: competence, levels) != nil { choice.open.append(competence) }
    while let competence = largestGap(choice.levels, asked, &choice.open) {
      guard let item = best(for: competence, choice, from: levels, asked, budget) else {
        // Nothing can close it, or nothing that fits.
        choice.open.removeAll { $0 == competence }
        continue
      }
      if let earlier = choice.items.firstIndex(of: item) {
        choice.items.remove(at: earlier)
      } else {
        choice.hours += hours[item]
      }
      choice.items.append(item)
      take(item, &choice.levels)
    }
  }

  /// Raises the levels of somebody who takes an item.
  private func take(_ item: Int, _ levels: inout [Double]) {
    for index in starts[item]..<starts[item &+ 1] {
      let step = steps[index]
      let level = levels[step.competence]
      if level >= step.from, level < step.to { levels[step.competence] = step.to }
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
    for place in asked.starts[competence]..<asked.starts[competence &+ 1] {
      let item = asked.teaching[place]
      let isTaken = choice.items.contains(item)
      let hours = isTaken ? 0 : self.hours[item]
      if let budget, choice.hours + hours > budget + 1e-9 { continue }
      var closed = 0.0
      var helps = false
      for index in starts[item]..<starts[item &+ 1] {
        let step = steps[index]
        let (wanted, level) = (asked.levels[step.competence], choice.levels[step.competence])
        guard level >= step.from, level < step.to, wanted > level else { continue }
        if step.competence == competence { helps = true }
        // What is essential counts a thousandfold: no sum of desirable gaps outweighs it.
        closed += (min(step.to, wanted) - level) * (asked.isEssential[step.competence] ? 1_000 : 1)
      }
      guard helps else { continue }
      if let best, best.closed > closed || best.closed == closed && best.hours <= hours { continue }
      if isTaken, !canWait(item, choice, from: start) { continue }
      best = (item, closed, hours)
    }
    return best?.item
  }
}
