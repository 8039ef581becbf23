public import DigitalMaturity

extension SkillsFramework: CheckedContent {
  /// `skills`.
  public static let key = "skills"

  /// The most levels of proficiency there may be: combined ratings are looked up by the levels of three raters.
  static let mostLevels = 50

  /// Reports ids, references, levels, roles, learning and questionnaires that do not hold together.
  public func check(_ checks: SectionChecks) {
    FrameworkChecks(framework: self, checks: checks).run()
  }
}

/// The checks of a framework. All run, so that one run reports every problem.
private struct FrameworkChecks {
  let framework: SkillsFramework
  let checks: SectionChecks
  let levels: Set<String>
  let competences: Set<String>
  let literacies: Set<String>
  let roles: Set<String>

  init(framework: SkillsFramework, checks: SectionChecks) {
    self.framework = framework
    self.checks = checks
    levels = Set(framework.levels.map(\.id.rawValue))
    competences = Set(framework.competences.map(\.id.rawValue))
    literacies = Set(checks.draft.literacies.map(\.id.rawValue))
    roles = Set(framework.roles.map(\.id.rawValue))
  }

  func run() {
    checkLevels()
    checkCompetences()
    for (index, role) in framework.roles.enumerated() { check(role, checks.path["roles"][index]) }
    checks.checkUnique(framework.roles.map(\.id.rawValue), in: "roles")
    checkCircles()
    for (index, item) in framework.learning.enumerated() { check(item, checks.path["learning"][index]) }
    checks.checkUnique(framework.learning.map(\.id.rawValue), in: "learning")
    checkQuestionnaires()
    checkScoring()
  }

  private func checkNamed<Named>(_ id: Identifier<Named>, _ name: LocalizedText, _ path: ModelPath) {
    checks.checkID(id, path)
    checks.checkText(name, "the name", path["name"])
  }

  private func sorted<Named, Value>(_ table: [Identifier<Named>: Value]) -> [(key: Identifier<Named>, value: Value)] {
    table.sorted { $0.key.rawValue < $1.key.rawValue }
  }

  private func reportEmpty(_ list: String) {
    let path = checks.path[list]
    guard checks.isEmptyList(path) else { return }
    checks.error(.missingKey, "“\(list)” is missing or empty; add at least one", path)
  }

  // MARK: Levels and competences

  private func checkLevels() {
    let list = checks.path["levels"]
    if framework.levels.isEmpty { reportEmpty("levels") }
    checks.checkUnique(framework.levels.map(\.id.rawValue), in: "levels")
    if framework.levels.count > SkillsFramework.mostLevels {
      checks.error(
        .limit, "there are at most \(SkillsFramework.mostLevels) levels of proficiency; take some out", list)
    }
    for (index, level) in framework.levels.enumerated() {
      checkNamed(level.id, level.name, list[index])
      if level.id.rawValue == Requirement.notNeededWord {
        checks.error(.invalidID, "“\(level.id)” says that a role needs nothing; choose another id", list[index]["id"])
      }
      // The stand-in for a value that could not be read.
      if level.value.isNaN, checks.hasDocument { continue }
      if !level.value.isFinite || abs(level.value) > 1e6 {
        checks.error(
          .invalidValue, "a level's value lies between -1e6 and 1e6; write a smaller one", list[index]["value"])
      } else if index > 0, level.value <= framework.levels[index - 1].value {
        checks.error(
          .invalidValue,
          "levels of proficiency go upwards; this one does not lie above “\(framework.levels[index - 1].id)”: list the "
            + "lowest first", list[index]["value"])
      }
    }
  }

  private func checkCompetences() {
    if framework.competences.isEmpty { reportEmpty("competences") }
    checks.checkUnique(framework.competences.map(\.id.rawValue), in: "competences")
    if framework.competences.count > 1_000 {
      checks.error(.limit, "there are at most 1,000 competences; take some out", checks.path["competences"])
    }
    for (index, competence) in framework.competences.enumerated() {
      let path = checks.path["competences"][index]
      checkNamed(competence.id, competence.name, path)
      checks.checkReference(competence.literacy.rawValue, to: "literacy", in: literacies, path["literacy"])
      for (level, text) in sorted(competence.levels) {
        checks.checkReference(level.rawValue, to: "level", in: levels, path["levels"][level.rawValue])
        checks.checkText(text, "the description", path["levels"][level.rawValue])
      }
    }
  }

  // MARK: Roles

  private func check(_ role: RoleProfile, _ path: ModelPath) {
    checkNamed(role.id, role.name, path)
    if let parent = role.extends { checks.checkReference(parent.rawValue, to: "role", in: roles, path["extends"]) }
    if role.raters?.isEmpty == true {
      checks.error(.missingKey, "nobody may rate people in this role; name at least one rater", path["raters"])
    }
    for (literacy, requirement) in sorted(role.literacies) {
      let place = path["literacies"][literacy.rawValue]
      checks.checkReference(literacy.rawValue, to: "literacy", in: literacies, place)
      guard checkLevel(of: requirement, place) else { continue }
      let profile = framework.profile(role.id)
      checkDescribed(
        requirement,
        framework.competences(of: literacy).filter { profile?.competences[$0.id] == nil }, place)
    }
    for (competence, requirement) in sorted(role.competences) {
      let place = path["competences"][competence.rawValue]
      checks.checkReference(competence.rawValue, to: "competence", in: competences, place)
      guard checkLevel(of: requirement, place), let competence = framework.competence(competence) else { continue }
      checkDescribed(requirement, [competence], place)
    }
  }

  /// Whether a requirement's level exists, or there is none.
  private func checkLevel(of requirement: Requirement, _ path: ModelPath) -> Bool {
    guard let level = requirement.level else { return true }
    // Written alone, or as the `level` of a table.
    checks.checkReference(level.rawValue, to: "level", in: levels, path["level"])
    return levels.contains(level.rawValue)
  }

  /// Nobody can be held to a level that nothing describes.
  private func checkDescribed(_ requirement: Requirement, _ competences: [Competence], _ path: ModelPath) {
    guard let level = requirement.level else { return }
    let missing = competences.filter { $0.levels[level] == nil }.map { "“\($0.id)”" }
    guard !missing.isEmpty else { return }
    checks.error(
      .missingDescriptor,
      "the level “\(level)” is asked for and not described in \(missing.joined(separator: ", ")); describe it there, or "
        + "ask for another", path)
  }

  /// Roles that extend each other in a circle, each circle once, at its first role.
  private func checkCircles() {
    var parents: [Identifier<RoleProfile>: Identifier<RoleProfile>] = [:]
    for role in framework.roles { parents[role.id] = role.extends }
    var done: Set<Identifier<RoleProfile>> = []
    for (index, role) in framework.roles.enumerated() {
      var chain: [Identifier<RoleProfile>] = []
      var next: Identifier<RoleProfile>? = role.id
      while let id = next, !done.contains(id) {
        if let start = chain.firstIndex(of: id) {
          let circle = (chain[start...] + [id]).map(\.rawValue).joined(separator: " → ")
          checks.error(
            .roleCircle, "roles extend each other in a circle: \(circle); take one “extends” out",
            checks.path["roles"][index]["extends"])
          break
        }
        chain.append(id)
        next = parents[id]
      }
      done.formUnion(chain)
    }
  }

  // MARK: Learning and questionnaires

  private func check(_ item: LearningItem, _ path: ModelPath) {
    checkNamed(item.id, item.name, path)
    // The stand-in for hours that could not be read.
    if !(item.hours.isNaN && checks.hasDocument), !item.hours.isFinite || item.hours <= 0 || item.hours > 10_000 {
      checks.error(.invalidValue, "hours are a number above 0: what one learner needs", path["hours"])
    }
    if let seats = item.seats, !(1...1_000_000).contains(seats) {
      checks.error(.invalidValue, "seats are a whole number of at least 1", path["seats"])
    }
    if item.teaches.isEmpty, checks.isEmptyList(path["teaches"]) {
      checks.error(.missingKey, "learning teaches something; name at least one competence", path["teaches"])
    }
    var taught: Set<Identifier<Competence>> = []
    for (index, step) in item.teaches.enumerated() {
      let place = path["teaches"][index]
      checks.checkReference(step.competence.rawValue, to: "competence", in: competences, place["competence"])
      if !step.competence.rawValue.isEmpty, !taught.insert(step.competence).inserted {
        checks.error(
          .duplicateID, "“\(step.competence)” is taught twice here; make one step of it", place["competence"])
      }
      checks.checkReference(step.from.rawValue, to: "level", in: levels, place["from"])
      checks.checkReference(step.to.rawValue, to: "level", in: levels, place["to"])
      guard let from = framework.level(step.from), let to = framework.level(step.to), from.value >= to.value else {
        continue
      }
      checks.error(.invalidValue, "learning goes upwards; “\(step.to)” does not lie above “\(step.from)”", place["to"])
    }
  }

  private func checkQuestionnaires() {
    checks.checkUnique(framework.questionnaires.map(\.id.rawValue), in: "questionnaires")
    for (index, questionnaire) in framework.questionnaires.enumerated() {
      let path = checks.path["questionnaires"][index]
      checks.checkID(questionnaire.id, path)
      checks.checkText(questionnaire.title, "the title", path["title"])
      checks.checkReferences(questionnaire.roles.map(\.rawValue), to: "role", in: roles, path["roles"])
    }
  }

  private func checkScoring() {
    guard let scoring = framework.scoring else { return }
    let path = checks.path["scoring"]
    if scoring.unit != .respondent {
      checks.error(.invalidValue, "people are rated one by one; leave “unit” out", path["unit"])
    }
    if !(0...1).contains(scoring.minimumAnswered) {
      checks.error(
        .invalidValue, "“minimum-answered” is a share from 0 to 1, such as 0.5 for half", path["minimum-answered"])
    }
    guard !framework.levels.isEmpty, framework.levels.allSatisfy(\.value.isFinite) else { return }
    for problem in LiteracyRule(scoring, levels: framework.levels).problems {
      checks.error(.ruleSubject, problem, path)
    }
  }
}

extension Diagnostic.Code {
  /// A level that a role asks for and a competence does not describe.
  public static let missingDescriptor = Self(rawValue: "missing-descriptor")
  /// Roles that extend each other in a circle.
  public static let roleCircle = Self(rawValue: "role-circle")
}
