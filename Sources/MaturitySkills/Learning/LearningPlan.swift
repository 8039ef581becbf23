public import DigitalMaturity

/// What one person is offered to learn from: named data, for the person and the manager.
public struct LearningPlan: Sendable, Hashable {
  /// One thing to take.
  public struct Step: Sendable, Hashable {
    /// What it is.
    public let item: LearningItem
    /// The gaps that it makes smaller for this person, each with the levels before and after.
    public let brings: [Brings]
  }

  /// How far an item brings a competence.
  public struct Brings: Sendable, Hashable {
    /// The competence.
    public let competence: Identifier<Competence>
    /// The level before.
    public let from: Double
    /// The level after.
    public let to: Double
  }

  /// A gap that the plan leaves.
  public struct Left: Sendable, Hashable {
    /// The competence.
    public let competence: Identifier<Competence>
    /// How far the level stays below what is asked.
    public let gap: Double
    /// Why.
    public let reason: Reason
  }

  /// Why a gap stays.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Nothing in the framework teaches it from this level.
    case nothingTeachesIt = "nothing-teaches-it"
    /// What teaches it does not fit the hours.
    case hours
    /// What teaches it is in the plan already, where something else needs it.
    case onlyTwice = "only-twice"
  }

  /// What to take, in order: the largest gaps first.
  public let steps: [Step]
  /// The hours of all steps.
  public let hours: Double
  /// The gaps that stay.
  public let left: [Left]
  /// The competences that are asked for and not rated, for which nothing can be planned.
  public let notRated: [Identifier<Competence>]
}

extension SkillsScores {
  /// Plans for one person, at a position in the list of people.
  func plan(for person: Int, hours budget: Double?, withDesirable: Bool, _ planner: LearningPlanner) -> LearningPlan {
    let framework = scorer.framework
    let required = requirements(of: person).competences
    let now = framework.competences.indices.map { level(of: person, in: $0) }
    let choice = planner.choose(
      levels: now.map { $0.value ?? .infinity }, asked: planner.asked(required, withDesirable: withDesirable),
      budget: budget)
    var levels = now.map(\.value)
    let steps = choice.items.map { index in
      let item = framework.learning[index]
      var brings: [LearningPlan.Brings] = []
      for step in item.teaches {
        guard let competence = framework.competences.firstIndex(where: { $0.id == step.competence }),
          let from = framework.level(step.from)?.value, let to = framework.level(step.to)?.value,
          let level = levels[competence], level >= from, level < to
        else { continue }
        // What nobody asks for, or what is met, is learned too, and is not why the item was chosen.
        if let asked = required[competence], asked.level > level + 1e-9 {
          brings.append(LearningPlan.Brings(competence: step.competence, from: level, to: to))
        }
        levels[competence] = to
      }
      return LearningPlan.Step(item: item, brings: brings)
    }
    var left: [LearningPlan.Left] = []
    var notRated: [Identifier<Competence>] = []
    for (index, competence) in framework.competences.enumerated() {
      guard let asked = required[index], asked.isEssential || withDesirable else { continue }
      guard let level = levels[index] else {
        if now[index].reason != .notNeeded { notRated.append(competence.id) }
        continue
      }
      let gap = asked.level - level
      guard gap > 1e-9 else { continue }
      let teaching = framework.learning.indices.filter { item in
        framework.learning[item].teaches.contains { step in
          guard step.competence == competence.id, let from = framework.level(step.from)?.value,
            let to = framework.level(step.to)?.value
          else { return false }
          return level >= from && level < to
        }
      }
      let reason: LearningPlan.Reason =
        teaching.isEmpty ? .nothingTeachesIt : teaching.allSatisfy(choice.items.contains) ? .onlyTwice : .hours
      left.append(LearningPlan.Left(competence: competence.id, gap: gap, reason: reason))
    }
    return LearningPlan(steps: steps, hours: choice.hours, left: left, notRated: notRated)
  }
}
