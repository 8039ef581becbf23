import DigitalMaturity
import Testing

@testable import MaturitySkills

@Suite("The parts of learning plans") struct LearningPartsTests {
  private func parts(_ items: [[Int]], asked: [String?]) -> [LearningParts.Part] {
    var framework = SmallFramework.framework
    framework.competences = asked.indices.map {
      Competence(id: Identifier("c\($0)"), literacy: "writing", name: LocalizedText("C\($0)"))
    }
    framework.learning = items.enumerated().map { number, competences in
      LearningItem(
        id: Identifier("i\(number)"), name: LocalizedText("I\(number)"), form: .webinar, hours: 1,
        teaches: competences.map { .init(competence: Identifier("c\($0)"), from: "with-help", to: "alone") })
    }
    let planner = LearningPlanner(framework)
    let levels = ["not-yet": 0.0, "with-help": 1, "alone": 2]
    return LearningParts(
      planner,
      planner.asked(
        asked.map { $0.flatMap { levels[$0] }.map { RoleRequirements.Competence(level: $0, isEssential: true) } },
        withDesirable: false)
    ).parts
  }

  @Test("are competences that items link, one by another") func links() {
    let found = parts(
      [[0, 2], [1], [2, 4], [5]], asked: ["alone", "alone", "alone", "alone", "alone", "alone"])
    let wanted = [
      LearningParts.Part(competences: [0, 2, 4], items: [0, 2]), LearningParts.Part(competences: [1], items: [1]),
      LearningParts.Part(competences: [5], items: [3]),
    ]
    #expect(found == wanted)
  }

  @Test("leave out what nobody takes, and are linked by what is not asked for") func asked() {
    // Item 0 begins where no more is asked than that; item 1 teaches what is not asked for beside what is.
    #expect(parts([[0]], asked: ["with-help"]).isEmpty)
    let found = parts([[0, 1], [1, 2], [0]], asked: ["alone", nil, "alone"])
    #expect(found == [LearningParts.Part(competences: [0, 1, 2], items: [0, 1, 2])])
  }
}
