import DigitalMaturity
import MaturitySkills
import Testing

@Suite("Role profiles") struct RoleProfileTests {
  private let framework = SmallFramework.framework

  @Test("a role keeps what it extends and changes what it names") func inheritance() throws {
    let clerk = try #require(framework.profile("clerk"))
    #expect(clerk.literacies == ["writing": .level("alone")])
    #expect(clerk.competences == ["passwords": .level("alone", .desirable)])
    #expect(clerk.extends == nil && clerk.name == "Clerk")
  }

  @Test("a competence's own statement counts before its literacy's, whoever made it") func specificity() throws {
    var framework = framework
    framework.roles[0].competences["letters"] = .level("with-help")
    framework.roles[1].literacies["writing"] = .level("not-yet")
    let clerk = try #require(framework.profile("clerk"))
    let asked = framework.competences.map { clerk.requirement(of: $0) }
    #expect(asked == [.level("with-help"), .level("not-yet"), .level("alone", .desirable)])
  }

  @Test("not needed is a statement too") func notNeeded() throws {
    var framework = framework
    framework.roles[1].competences["letters"] = .notNeeded
    let clerk = try #require(framework.profile("clerk"))
    #expect(clerk.requirement(of: framework.competences[0]) == .notNeeded)
    #expect(clerk.requirement(of: framework.competences[0])?.level == nil)
  }

  @Test("raters, privacy and championship go down to roles that extend") func marks() throws {
    var framework = framework
    framework.roles[1].extends = "member"
    framework.roles[2].isChampion = true
    let clerk = try #require(framework.profile("clerk"))
    #expect(clerk.raters == [.own] && clerk.isPrivate && clerk.isChampion)
    framework.roles[1].raters = [.manager]
    #expect(framework.profile("clerk")?.raters == [.manager])
  }

  @Test("a circle, which the checks report, ends") func circle() {
    var framework = framework
    framework.roles[0].extends = "clerk"
    #expect(framework.profile("clerk")?.competences == ["passwords": .level("alone", .desirable)])
    #expect(framework.profile("nobody") == nil)
  }
}
