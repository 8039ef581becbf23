import DigitalMaturity
import MaturitySkills
import MaturityYAML
import Testing

/// Each mistake is made in YAML, where it has a place, and in Swift, where it has a path; both say the same.
@Suite("The checks of a skills framework") struct SkillsFrameworkChecksTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let code: Diagnostic.Code
    let words: String
    let from: String
    /// With the mark `§` before the expected place.
    let to: String
    let path: String
    let change: @Sendable (inout SkillsFramework) -> Void

    init(
      _ code: Diagnostic.Code, _ words: String, replace from: String, by to: String, path: String,
      _ change: @escaping @Sendable (inout SkillsFramework) -> Void
    ) {
      (self.code, self.words, self.from, self.to, self.path, self.change) = (code, words, from, to, path, change)
    }

    var testDescription: String { "\(path): \(words)" }
  }

  static let mistakes = [
    Mistake(
      .unknownReference, "there is no literacy “safty”; did you mean “safety”?", replace: "literacy: safety",
      by: "literacy: §safty", path: "skills.competences[2].literacy"
    ) { $0.competences[2].literacy = "safty" },
    Mistake(
      .unknownReference, "there is no level “alon”; did you mean “alone”?",
      replace: "levels: {not-yet: No, alone: Yes}", by: "levels: {not-yet: No, alone: Yes, alon: §Never}",
      path: "skills.competences[1].levels.alon"
    ) { $0.competences[1].levels["alon"] = "Never" },
    Mistake(
      .invalidValue, "the description is blank", replace: "not-yet: Weak", by: "not-yet: §\" \"",
      path: "skills.competences[2].levels.not-yet"
    ) { $0.competences[2].levels["not-yet"] = " " },
    Mistake(
      .invalidID, "says that a role needs nothing", replace: "{id: not-yet, value", by: "{id: §not-needed, value",
      path: "skills.levels[0].id"
    ) {
      $0.levels[0].id = "not-needed"
      for index in $0.competences.indices { $0.competences[index].levels["not-yet"] = nil }
      $0.learning[0].teaches[0].from = "with-help"
    },
    Mistake(
      .duplicateID, "the id “staff” stands twice in roles", replace: "{id: member,", by: "{id: §staff,",
      path: "skills.roles[2].id"
    ) { $0.roles[2].id = "staff" },
    Mistake(
      .unknownReference, "there is no role “staf”; did you mean “staff”?", replace: "extends: staff",
      by: "extends: §staf", path: "skills.roles[1].extends"
    ) { $0.roles[1].extends = "staf" },
    Mistake(
      .roleCircle, "roles extend each other in a circle: staff → clerk → staff", replace: "name: All staff,",
      by: "name: All staff, extends: §clerk,", path: "skills.roles[0].extends"
    ) { $0.roles[0].extends = "clerk" },
    Mistake(
      .roleCircle, "in a circle: member → member", replace: "name: Member,", by: "name: Member, extends: §member,",
      path: "skills.roles[2].extends"
    ) { $0.roles[2].extends = "member" },
    Mistake(
      .unknownReference, "there is no literacy “writting”; did you mean “writing”?",
      replace: "literacies: {writing: alone}", by: "literacies: {writing: alone, writting: §alone}",
      path: "skills.roles[0].literacies.writting"
    ) { $0.roles[0].literacies["writting"] = .level("alone") },
    Mistake(
      .unknownReference, "there is no competence “leters”; did you mean “letters”?",
      replace: "competences: {letters: with-help}", by: "competences: {letters: with-help, leters: §with-help}",
      path: "skills.roles[2].competences.leters"
    ) { $0.roles[2].competences["leters"] = .level("with-help") },
    Mistake(
      .unknownReference, "there is no level “expert”", replace: "competences: {letters: with-help}",
      by: "competences: {letters: §expert}", path: "skills.roles[2].competences.letters.level"
    ) { $0.roles[2].competences["letters"] = .level("expert") },
    Mistake(
      .missingDescriptor, "the level “with-help” is asked for and not described in “forms”",
      replace: "competences: {letters: with-help}", by: "competences: {letters: with-help, forms: §with-help}",
      path: "skills.roles[2].competences.forms"
    ) { $0.roles[2].competences["forms"] = .level("with-help") },
    Mistake(
      .missingDescriptor, "not described in “forms”", replace: "literacies: {writing: alone}",
      by: "literacies: {writing: §with-help}", path: "skills.roles[0].literacies.writing"
    ) { $0.roles[0].literacies["writing"] = .level("with-help") },
    Mistake(
      .missingKey, "nobody may rate people in this role", replace: "raters: [self]", by: "raters: §[]",
      path: "skills.roles[2].raters"
    ) { $0.roles[2].raters = [] },
    Mistake(
      .invalidValue, "hours are a number above 0", replace: "hours: 2", by: "hours: §0",
      path: "skills.learning[0].hours"
    ) { $0.learning[0].hours = 0 },
    Mistake(
      .invalidValue, "seats are a whole number of at least 1", replace: "seats: 10", by: "seats: §0",
      path: "skills.learning[0].seats"
    ) { $0.learning[0].seats = 0 },
    Mistake(
      .missingKey, "learning teaches something",
      replace:
        "teaches: [{competence: letters, from: not-yet, to: alone}, {competence: forms, from: with-help, to: alone}]",
      by: "teaches: §[]", path: "skills.learning[0].teaches"
    ) { $0.learning[0].teaches = [] },
    Mistake(
      .unknownReference, "there is no competence “letter”; did you mean “letters”?",
      replace: "{competence: letters, from", by: "{competence: §letter, from",
      path: "skills.learning[0].teaches[0].competence"
    ) { $0.learning[0].teaches[0].competence = "letter" },
    Mistake(
      .invalidValue, "learning goes upwards; “with-help” does not lie above “with-help”",
      replace: "from: with-help, to: alone", by: "from: with-help, to: §with-help",
      path: "skills.learning[0].teaches[1].to"
    ) { $0.learning[0].teaches[1].to = "with-help" },
    Mistake(
      .duplicateID, "“letters” is taught twice here", replace: "{competence: forms,", by: "{competence: §letters,",
      path: "skills.learning[0].teaches[1].competence"
    ) { $0.learning[0].teaches[1].competence = "letters" },
    Mistake(
      .unknownReference, "there is no role “stuff”; did you mean “staff”?", replace: "roles: [staff]",
      by: "roles: [staff, §stuff]", path: "skills.questionnaires[0].roles[1]"
    ) { $0.questionnaires[0].roles.append("stuff") },
  ]

  @Test("in a document it has a place, in Swift a path", arguments: mistakes)
  func bothWays(_ mistake: Mistake) throws {
    let yaml = SmallFramework.yaml
    let range = try #require(yaml.firstRange(of: mistake.from))
    let marked = yaml[..<range.lowerBound] + mistake.to + yaml[range.upperBound...]
    let lines = marked.prefix { $0 != "§" }.split(separator: "\n", omittingEmptySubsequences: false)
    var text = marked.filter { $0 != "§" }
    // Where the lowest level has another id, nothing refers to the old one.
    if mistake.to.contains("not-needed") {
      text = text.replacing("{not-yet: ", with: "{").replacing("None, ", with: "").replacing("No, ", with: "")
        .replacing("Weak, ", with: "").replacing("from: not-yet", with: "from: with-help")
    }
    let read = try #require(throws: DocumentError.self) { try SmallFramework.read(String(text)) }.diagnostics
    #expect(read.map(\.code) == [mistake.code], "\(read)")
    #expect(read.first?.message.contains(mistake.words) == true, "\(read)")
    #expect(read.first?.location?.line == lines.count, "\(read)")
    #expect(read.first?.location?.column == (lines.last?.count ?? 0) + 1, "\(read)")

    var framework = SmallFramework.framework
    mistake.change(&framework)
    let built = try #require(throws: DocumentError.self) {
      try Assessment(SmallFramework.draft(framework, isAsked: false))
    }
    .diagnostics
    #expect(built.map(\.code) == [mistake.code], "\(built)")
    #expect(built.first?.path?.description == mistake.path, "\(built)")
    #expect(built.first?.message == read.first?.message)
  }

  @Test("what is right is read as it is built") func right() throws {
    let read = try #require(try SmallFramework.read().section(SkillsFramework.self))
    let built = try #require(try Assessment(SmallFramework.draft()).section(SkillsFramework.self))
    #expect(read.levels == built.levels)
    #expect(read.competences == built.competences)
    #expect(read.roles == built.roles)
    #expect(read.learning == built.learning)
    #expect(read.questionnaires == built.questionnaires)
    #expect(read.scoring == nil && built.scoring == nil)
  }

  @Test(
    "a rule that gives no level is refused where it stands",
    arguments: [
      (
        "{rule: share-at-least, inner: minimum, at-least: 1}",
        "scores of “share-at-least” are not levels of proficiency"
      ),
      (
        "{rule: percent-of-maximum}",
        "scores of “percent-of-maximum” go from 0 to 100, the levels of proficiency from 0 to 2"
      ),
      ("{rule: capped, inner: minimum, ceilings: [{at: 1, when: {question: q, is: no}}]}", "looks at questions"),
      ("{rule: minimum, unit: question}", "people are rated one by one"),
      ("{rule: minimum, minimum-answered: 2}", "“minimum-answered” is a share from 0 to 1"),
      ("{rule: minimun}", "there is no scoring rule “minimun”; did you mean “minimum”?"),
    ]) func rules(_ scoring: String, _ words: String) throws
  {
    let yaml = SmallFramework.yaml.replacing("skills:\n", with: "skills:\n  scoring: \(scoring)\n")
    let found = try #require(throws: DocumentError.self) { try SmallFramework.read(yaml) }.diagnostics
    #expect(found.count == 1 && found.first?.message.contains(words) == true, "\(found)")
    #expect(found.first?.location?.line == 7, "\(found)")
  }

  @Test(
    "rules that give levels are taken", arguments: ["minimum", "weighted-mean", "staged", "additive-levels", "median"])
  func soundRules(_ rule: String) throws {
    let yaml = SmallFramework.yaml.replacing("skills:\n", with: "skills:\n  scoring: {rule: \(rule)}\n")
    let framework = try #require(try SmallFramework.read(yaml).section(SkillsFramework.self))
    #expect(framework.scoring != nil)
  }

  @Test("everything wrong comes at once") func allAtOnce() throws {
    let yaml = SmallFramework.yaml.replacing("hours: 2", with: "hours: -1").replacing(
      "extends: staff", with: "extends: x"
    )
    .replacing("literacy: safety", with: "literacy: x")
    let found = try #require(throws: DocumentError.self) { try SmallFramework.read(yaml) }.diagnostics
    #expect(found.map(\.code) == [.unknownReference, .unknownReference, .invalidValue])
  }
}
