import DigitalMaturity
import Testing

@Suite("Checks of actions and projects") struct ProgrammeChecksTests {
  @Test(arguments: actions + projects)
  func isFoundInADocumentAndInADraft(_ mistake: BothWays) { mistake.check() }

  static let actions: [BothWays] = [
    BothWays(
      .unknownReference, "there is no area “peple”", replace: "name: Train, area: people",
      by: "name: Train, area: §peple",
      path: "actions[0].area"
    ) { $0.actions[0].area = "peple" },
    BothWays(
      .unknownReference, "there is no area “”", replace: "name: Train, area: people", by: "name: Train, area: §\"\"",
      path: "actions[0].area"
    ) { $0.actions[0].area = "" },
    BothWays(
      .unknownReference, "there is no workstream “enagge”; did you mean “engage”?",
      replace: "below: 2}, workstream: engage", by: "below: 2}, workstream: §enagge", path: "actions[0].workstream"
    ) { $0.actions[0].workstream = "enagge" },
    BothWays(
      .unknownReference, "there is no area “peple”", replace: "when: {area: people", by: "when: {area: §peple",
      path: "actions[0].when.area"
    ) { $0.actions[0].when = .test(.area("peple"), .below(2)) },
    BothWays(
      .unknownReference, "there is no principle “opne”", replace: "when: {area: people, below: 2}",
      by: "when: {any: [{principle: §opne, below: 2}]}", path: "actions[0].when.any[0].principle"
    ) { $0.actions[0].when = .any([.test(.principle("opne"), .below(2))]) },
    BothWays(
      .unknownReference, "there is no literacy “writng”", replace: "when: {area: people, below: 2}",
      by: "when: {all: [{area: people, below: 2}, {literacy: §writng, answered: true}]}",
      path: "actions[0].when.all[1].literacy"
    ) {
      $0.actions[0].when = .all([.test(.area("people"), .below(2)), .test(.literacy("writng"), .answered(true))])
    },
    BothWays(
      .invalidValue, "an action waits for the score of an area, principle or literacy; “trained” is a question",
      replace: "when: {area: people, below: 2}", by: "when: {not: {question: §trained, is: yes}}",
      path: "actions[0].when.not.question"
    ) { $0.actions[0].when = .not(.test(.question("trained"), .isOption(["yes"]))) },
    BothWays(
      .invalidValue, "a score is no option; compare it with at-least, at-most, above or below",
      replace: "when: {area: people, below: 2}", by: "when: {area: people, is: §low}", path: "actions[0].when.is"
    ) { $0.actions[0].when = .test(.area("people"), .isOption(["low"])) },
    BothWays(
      .invalidValue, "effort is a number of officer-days; write 0 or more", replace: "effort: 3", by: "effort: §-3",
      path: "actions[0].effort"
    ) { $0.actions[0].effort = -3 },
    BothWays(
      .invalidValue, "uplift is how far the score is expected to rise; write 0 or more", replace: "uplift: 0.5",
      by: "uplift: §-0.5", path: "actions[0].uplift"
    ) { $0.actions[0].uplift = -0.5 },
    BothWays(
      .invalidValue, "the timeframe ends (2026-03) before it begins (2026-04); swap the months",
      replace: "timeframe: {from: 2026-04, to: 2026-06}",
      by: "timeframe: §{from: 2026-04, to: 2026-03}", path: "actions[0].timeframe"
    ) { $0.actions[0].timeframe = SmallAssessment.timeframe("2026-04", "2026-03") },
    BothWays(
      .unknownReference, "there is no area “poeple”", replace: "uplift: 0.5", by: "also-raises: {poeple: §0.5}",
      path: "actions[0].also-raises.poeple"
    ) { $0.actions[0].alsoRaises = ["poeple": 0.5] },
    BothWays(
      .duplicateID, "“people” is the action's own area; say how far it rises with “uplift”", replace: "uplift: 0.5",
      by: "also-raises: {people: §0.5}", path: "actions[0].also-raises.people"
    ) { $0.actions[0].alsoRaises = ["people": 0.5] },
    BothWays(
      .invalidValue, "an uplift is how far the score is expected to rise; write 0 or more", replace: "uplift: 0.5",
      by: "also-raises: {leadership: §-1}", path: "actions[0].also-raises.leadership"
    ) { $0.actions[0].alsoRaises = ["leadership": -1] },
    BothWays(
      .unknownReference, "there is no action “trian”; did you mean “train”?", replace: "uplift: 0.5",
      by: "requires: [§trian]", path: "actions[0].requires[0]"
    ) { $0.actions[0].requires = ["trian"] },
    BothWays(
      .dependencyCycle, "this waits for itself: train → train; take one out of “requires”", replace: "uplift: 0.5",
      by: "requires: §[train]", path: "actions[0].requires"
    ) { $0.actions[0].requires = ["train"] },
    BothWays(
      .invalidValue, "“train” is the action itself; take it out of one list", replace: "uplift: 0.5",
      by: "excludes: [§train]", path: "actions[0].excludes[0]"
    ) { $0.actions[0].excludes = ["train"] },
    BothWays(
      .invalidValue, "what has ended is done or stopped, not “pilot”", replace: "uplift: 0.5",
      by: "state: pilot, finished: §2026-05", path: "actions[0].finished"
    ) { $0.actions[0].progress = Progress(.pilot, finished: Month("2026-05")) },
    BothWays(
      .invalidValue, "the work ended (2026-04) before it began (2026-05); swap the months", replace: "uplift: 0.5",
      by: "state: done, started: 2026-05, finished: §2026-04", path: "actions[0].finished"
    ) { $0.actions[0].progress = Progress(.done, started: Month("2026-05"), finished: Month("2026-04")) },
  ]

  static let projects: [BothWays] = [
    BothWays(
      .unknownReference, "there is no workstream “engge”", replace: "name: Portal, workstream: engage",
      by: "name: Portal, workstream: §engge", path: "projects[0].workstream"
    ) { $0.projects[0].workstream = "engge" },
    BothWays(
      .unknownReference, "there is no area “poeple”", replace: "serves: [people]", by: "serves: [people, §poeple]",
      path: "projects[0].serves[1]"
    ) { $0.projects[0].serves = ["people", "poeple"] },
    BothWays(
      .duplicateID, "“people” stands twice in this list", replace: "serves: [people]", by: "serves: [people, §people]",
      path: "projects[0].serves[1]"
    ) { $0.projects[0].serves = ["people", "people"] },
    BothWays(
      .invalidValue, "the timeframe ends", replace: "timeframe: {from: 2026-01, to: 2026-02}",
      by: "timeframe: §{from: 2026-01, to: 2025-12}", path: "projects[0].timeframe"
    ) { $0.projects[0].timeframe = SmallAssessment.timeframe("2026-01", "2025-12") },
  ]

  @Test func circlesOfAnyLengthAreFoundOnceEach() {
    var draft = SmallAssessment.draft
    func project(_ id: String, _ requires: [Identifier<Project>]) -> Project {
      Project(id: Identifier(id), name: "Work", requires: requires)
    }
    draft.projects = [
      project("a", ["b"]), project("b", ["c", "d"]), project("c", ["a"]), project("d", []), project("e", ["d", "f"]),
      project("f", ["e"]), project("g", ["a", "e", "d"]),
    ]
    let found = SmallAssessment.diagnostics(draft)
    #expect(
      found.map(\.message) == [
        "this waits for itself: a → b → c → a; take one out of “requires”",
        "this waits for itself: e → f → e; take one out of “requires”",
      ])
    #expect(found.allSatisfy { $0.code == .dependencyCycle })
  }

  @Test func aLongChainIsNoCircleAndNoTrap() {
    var draft = SmallAssessment.draft
    draft.projects = (0..<20_000).map { index in
      Project(
        id: Identifier("p\(index)"), name: "Work", requires: index < 19_999 ? [Identifier("p\(index + 1)")] : [])
    }
    #expect(SmallAssessment.diagnostics(draft) == [])
  }

  @Test func whatWasStoppedSaysWhy() {
    var draft = SmallAssessment.draft
    draft.projects[0].progress = Progress(.stopped, since: Month("2026-03"))
    let found = SmallAssessment.diagnostics(draft)
    #expect(found.map(\.code) == [.missingReason])
    draft.projects[0].progress?.reason = "Nobody used it."
    #expect(SmallAssessment.diagnostics(draft) == [])
  }

  @Test func progressWithoutAStateIsReported() {
    let files = SmallAssessment.yaml.mapValues {
      $0.replacing("state: pilot", with: "since: 2026-01, reason: Tried")
    }
    let found = SmallAssessment.diagnostics(files)
    #expect(found.map(\.code) == [.missingKey])
    #expect(found.first?.message.contains("add it, such as state: pilot") == true)
  }

  @Test func afterAHundredProblemsReferencesAreReportedWithoutHints() {
    var draft = SmallAssessment.draft
    draft.projects[0].serves = (0..<300).map { Identifier("people\($0)") }
    let built = SmallAssessment.diagnostics(draft)
    #expect(built.count == 300)
    #expect(built.count { $0.message.contains("did you mean “people”?") } == 100)
    #expect(built.last?.message == "there is no area “people299”")
  }

  @Test func aTimeframeOfOneMonthIsFine() {
    var draft = SmallAssessment.draft
    draft.actions[0].timeframe = SmallAssessment.timeframe("2026-04", "2026-04")
    draft.actions[0].effort = 0
    draft.actions[0].uplift = 0
    #expect(SmallAssessment.diagnostics(draft) == [])
  }
}
