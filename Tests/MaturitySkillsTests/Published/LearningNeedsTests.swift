import DigitalMaturity
import Testing

@testable import MaturitySkills

@Suite("What people need to learn") struct LearningNeedsTests {
  private static let levels = ["not-yet", "with-help", "alone"]

  /// Nine competences of one literacy, all asked of one role, with items that link some of them.
  private static func framework(_ generator: inout SeededGenerator) -> SkillsFramework {
    var framework = SmallFramework.framework
    framework.competences = (0..<9).map { number in
      Competence(
        id: Identifier("c\(number)"), literacy: "writing", name: LocalizedText("C\(number)"),
        levels: ["not-yet": LocalizedText("None \(number)"), "alone": LocalizedText("All \(number)")])
    }
    var asked: [Identifier<Competence>: Requirement] = [:]
    for competence in framework.competences {
      let importance = Int.random(in: 0..<5, using: &generator) == 0 ? Requirement.Importance.desirable : .essential
      asked[competence.id] = .level(Identifier(levels[Int.random(in: 1...2, using: &generator)]), importance)
    }
    framework.roles = [
      RoleProfile(id: "staff", name: "Staff", competences: asked),
      RoleProfile(id: "champion", name: "Champion", competences: asked, isChampion: true),
    ]
    framework.learning = (0..<8).map { number in
      let taught = framework.competences.indices.shuffled(using: &generator).prefix(
        Int.random(in: 1...3, using: &generator))
      return LearningItem(
        id: Identifier("i\(number)"), name: LocalizedText("I\(number)"), form: .webinar,
        hours: Double(Int.random(in: 1...4, using: &generator)), seats: 10,
        teaches: taught.map { competence in
          let from = Int.random(in: 0...1, using: &generator)
          let to = Int.random(in: from + 1...2, using: &generator)
          return .init(
            competence: framework.competences[competence].id, from: Identifier(levels[from]), to: Identifier(levels[to])
          )
        })
    }
    framework.questionnaires = []
    return framework
  }

  @Test("is what plans take, and who could take it", arguments: UInt64(1)...25) func plans(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let framework = Self.framework(&generator)
    let planner = LearningPlanner(framework)
    let values = [0.0, 1, 2]
    let requirements = framework.roles.map { RoleRequirements([$0.id], framework, []) }
    var needs = LearningNeeds(framework, requirements, values)
    for _ in 0..<200 {
      let roleSet = Int.random(in: 0...1, using: &generator)
      let codes = framework.competences.map { _ in
        Int.random(in: 0..<8, using: &generator) == 0
          ? CombinedRatings.code(of: .notRated) : UInt16.random(in: 0...2, using: &generator)
      }
      var counted = Array(repeating: SkillsCounts.Need(), count: framework.learning.count)
      needs.add(codes.span, roleSet, to: &counted)

      let levels = codes.map { $0 < 3 ? values[Int($0)] : .infinity }
      let plan = planner.choose(
        levels: levels, asked: planner.asked(requirements[roleSet].competences, withDesirable: false), budget: nil)
      #expect(counted.indices.filter { counted[$0].people == 1 } == plan.items.sorted())
      for (item, need) in zip(framework.learning, counted) {
        let steps = item.teaches.map { step in
          (place: framework.competences.firstIndex { $0.id == step.competence } ?? 0, step: step)
        }
        let canNeed = steps.contains { place, step in
          let asked = requirements[roleSet].competences[place]
          return asked?.isEssential == true && levels[place] < .infinity
            && (asked?.level ?? 0) > (framework.level(step.from)?.value ?? 0)
        }
        let isRated = steps.allSatisfy { levels[$0.place] < .infinity }
        let isHighest = steps.allSatisfy { levels[$0.place] == 2 }
        #expect(need.of == (canNeed ? 1 : 0))
        #expect(need.championsRated == (roleSet == 1 && isRated ? 1 : 0))
        #expect(need.champions == (roleSet == 1 && isRated && isHighest ? 1 : 0))
      }
    }
  }
}
