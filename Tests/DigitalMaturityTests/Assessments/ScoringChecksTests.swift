import DigitalMaturity
import MaturityScoringRules
import Testing

@Suite("Checks of scoring: what is measured, by which rule, on which scale") struct ScoringChecksTests {
  @Test(arguments: definitions + measured + ranges + answers + targets + conditions)
  func isFoundInADocumentAndInADraft(_ mistake: BothWays) { mistake.check() }

  private static let areasRule = "areas: {rule: weighted-mean}"
  private static let ceilings = "{rule: capped, inner: weighted-mean, ceilings: "
  private static let ownThemes = "themes: {rule: weighted-mean}"

  static let definitions: [BothWays] = [
    BothWays(
      .invalidValue, "“minimum-answered” is a share from 0 to 1, such as 0.5 for half", replace: areasRule,
      by: "areas: {rule: weighted-mean, minimum-answered: §50}", path: "scoring.areas.minimum-answered"
    ) { $0.scoring?.areas.minimumAnswered = 50 },
    BothWays(
      .invalidValue, "“minimum-answered” is a share", replace: areasRule,
      by: "\(areasRule)\n  principles: {rule: median, minimum-answered: §-0.1}",
      path: "scoring.principles.minimum-answered"
    ) { $0.scoring?.principles = ScoringDefinition(rule: Median(), minimumAnswered: -0.1) },
    BothWays(
      .unknownReference, "there is no area “peple”; did you mean “people”?", replace: areasRule,
      by: "areas: {rule: weighted-mean, by-id: {peple: §{rule: median}}}", path: "scoring.areas.by-id.peple"
    ) { $0.scoring?.areasByID = ["peple": ScoringDefinition(rule: Median())] },
  ]

  static let measured: [BothWays] = [
    BothWays(
      .unmeasuredArea, "no question measures “parks”; add one, or take the area out",
      replace: "name: People, weight: 2}",
      by: "name: People, weight: 2}\n  - §{id: parks, name: Parks}", path: "areas[2]"
    ) { $0.areas.append(Area(id: "parks", name: "Parks")) },
    BothWays(
      .invalidValue, "all questions of “staff” that measure this area weigh 0; give one a weight",
      replace: "- {id: people", by: "- §{id: people", path: "areas[1]", alsoReplace: "areas: {people: 0.5}",
      "areas: {people: 0}"
    ) { $0.questionnaires[0].sections[0].questions[1].measures.areas = ["people": 0] },
    BothWays(
      .invalidValue, "that measure this literacy weigh 0", replace: "- {id: writing", by: "- §{id: writing",
      path: "literacies[0]", alsoReplace: "literacies: [writing]", "literacies: {writing: 0}"
    ) { $0.questionnaires[0].sections[1].questions[0].measures.literacies = ["writing": 0] },
    BothWays(
      .invalidValue, "is less than a millionth", replace: "areas: {people: 0.5}}",
      by: "areas: {people: §0.000001}}\n        weight: 0.1",
      path: "questionnaires[0].sections[0].questions[1].measures.areas.people"
    ) {
      // 0.0000001 of a weight that is counted in millionths is nothing.
      $0.questionnaires[0].sections[0].questions[1].measures.areas = ["people": 0.000_001]
      $0.questionnaires[0].sections[0].questions[1].weight = 0.1
    },
    BothWays(
      .invalidValue, "is less than a millionth", replace: "areas: {people: 0.5}}",
      by: "areas: {people: §0.000001}}\n        weight: 0.000001",
      path: "questionnaires[0].sections[0].questions[1].measures.areas.people"
    ) {
      $0.questionnaires[0].sections[0].questions[1].measures.areas = ["people": 0.000_001]
      $0.questionnaires[0].sections[0].questions[1].weight = 0.000_001
    },
    BothWays(
      .roundedWeight, "the weight 0.333333 times the share 0.5 has more than six decimals and counts as 0.166667",
      .warning, replace: "areas: {people: 0.5}}", by: "areas: {people: §0.5}}\n        weight: 0.333333",
      path: "questionnaires[0].sections[0].questions[1].measures.areas.people"
    ) { $0.questionnaires[0].sections[0].questions[1].weight = 0.333_333 },
    BothWays(
      .invalidValue, "all areas of the overall score weigh 0", replace: areasRule,
      by: "\(areasRule)\n  overall: §{rule: weighted-mean}", path: "scoring.overall",
      alsoReplace:
        "themes: [place], target: 3, levels: {low: Nobody leads.}}\n  - {id: people, name: People, weight: 2}",
      "weight: 0}\n  - {id: people, name: People, weight: 0}"
    ) {
      $0.scoring?.overall = ScoringDefinition(rule: WeightedMean())
      $0.areas = [
        Area(id: "leadership", name: "Leadership", weight: 0), Area(id: "people", name: "People", weight: 0),
      ]
    },
  ]

  static let ranges: [BothWays] = [
    BothWays(
      .ruleRange, "scores of “weighted-mean” here go from 1 to 5, the levels from 1 to 3; choose scores or levels",
      replace: "label: In full, score: 3", by: "label: In full, score: 5", path: "areas[1]",
      alsoReplace: "- {id: people", "- §{id: people"
    ) {
      $0.questionnaires[0].sections[0].questions[1].answers = .closed([
        AnswerOption(id: "no", label: "N", score: 1), AnswerOption(id: "yes", label: "Y", score: 5),
      ])
    },
    BothWays(
      .ruleRange, "go from 0 to 3, the levels from 1 to 3", replace: "{id: open-work, kind: yes-no,",
      by: "{id: open-work, kind: choice, options: [{id: a, label: A, score: 0}, {id: b, label: B, score: 3}],",
      path: "principles[0]", alsoReplace: "{id: open, set", "§{id: open, set", thenReplace: ", literacies: [writing]",
      ""
    ) {
      $0.questionnaires[0].sections[1].questions[0].answers = .closed([
        AnswerOption(id: "a", label: "A", score: 0), AnswerOption(id: "b", label: "B", score: 3),
      ])
      $0.questionnaires[0].sections[1].questions[0].measures.literacies = [:]
    },
    BothWays(
      .ruleRange, "scores of “percent-of-maximum” here go from 0 to 100, the levels from 1 to 3", replace: areasRule,
      by: "\(areasRule)\n  overall: §{rule: percent-of-maximum}", path: "scoring.overall"
    ) { $0.scoring?.overall = ScoringDefinition(rule: PercentOfMaximum()) },
    BothWays(
      .ruleRange, "scores of “percent-of-maximum” here go from 0 to 100", replace: areasRule,
      by: "\(areasRule)\n  themes: §{rule: percent-of-maximum}", path: "scoring.themes"
    ) { $0.scoring?.themes = ScoringDefinition(rule: PercentOfMaximum()) },
    BothWays(
      .ruleRange, "scores of “percent-of-maximum” here go from 0 to 100", replace: areasRule,
      by: "\(areasRule)\n  themes: {rule: percent-of-maximum, of: questions}", path: "themes[0]",
      alsoReplace: "- {id: place", "- §{id: place"
    ) {
      $0.scoring?.themes = ScoringDefinition(rule: PercentOfMaximum())
      $0.scoring?.themeSource = .questions
    },
    // Of two areas with questions from 1 to 3 each area's sum fits the levels, and the theme's does not.
    BothWays(
      .ruleRange, "scores of “sum” here go from 1 to 6", replace: areasRule,
      by: "\(areasRule)\n  themes: {rule: sum, of: questions}", path: "themes[0]",
      alsoReplace: "- {id: place", "- §{id: place", thenReplace: "name: People, weight: 2}",
      "name: People, weight: 2, themes: [place]}"
    ) {
      $0.scoring?.themes = ScoringDefinition(rule: Sum())
      $0.scoring?.themeSource = .questions
      $0.areas[1].themes = ["place"]
    },
    // Each weight has six decimals; a question's own times that of its area has seven.
    BothWays(
      .roundedWeight,
      "the weight 0.5 of “trained” times that of the area “people” has more than six decimals and counts as 0.16666",
      .warning, replace: areasRule, by: "\(areasRule)\n  themes: {rule: weighted-mean, of: questions}",
      path: "themes[0]",
      alsoReplace: "- {id: place", "- §{id: place", thenReplace: "name: People, weight: 2}",
      "name: People, weight: 0.333333, themes: [place]}"
    ) {
      $0.scoring?.themes = ScoringDefinition(rule: WeightedMean())
      $0.scoring?.themeSource = .questions
      $0.areas[1].themes = ["place"]
      $0.areas[1].weight = 0.333_333
    },
    BothWays(
      .ruleSubject, "the question “led” carries no level", replace: areasRule,
      by: "\(areasRule)\n  themes: {rule: staged, of: questions}", path: "themes[0]",
      alsoReplace: "- {id: place", "- §{id: place"
    ) {
      $0.scoring?.themes = ScoringDefinition(rule: Staged())
      $0.scoring?.themeSource = .questions
    },
  ]

  /// Areas' scores have no answers that a condition could look at.
  static let answers: [BothWays] = [
    BothWays(
      .ruleSubject, "“capped” looks at answers to questions, and areas have none; choose another rule, or for themes",
      replace: areasRule, by: "\(areasRule)\n  overall: §\(ceilings)[{at: 2, when: {question: trained, is: no}}]}",
      path: "scoring.overall"
    ) { $0.scoring?.overall = capped },
    BothWays(
      .ruleSubject, "“capped” looks at answers to questions", replace: areasRule,
      by: "\(areasRule)\n  themes: §\(ceilings)[{at: 2, when: {question: trained, is: no}}]}", path: "scoring.themes"
    ) { $0.scoring?.themes = capped },
    BothWays(
      .ruleSubject, "themes are scored as areas are unless “themes” says how: “capped” looks at answers",
      replace: areasRule, by: "areas: §\(ceilings)[{at: 2, when: {question: trained, is: no}}]}", path: "scoring.areas"
    ) { $0.scoring = ScoringPlan(areas: capped) },
  ]

  private static var capped: ScoringDefinition {
    ScoringDefinition(
      rule: Capped(WeightedMean(), ceilings: [.init(at: 2, when: .test(.question("trained"), .isOption(["no"])))]))
  }

  /// A question whose best answer scores 2.5, alone and in a mean with one whose best scores 3.
  static let targets: [BothWays] = [
    BothWays(
      .unreachableTarget,
      "answers to “staff” do not reach this target: the best ones to all its questions about the area score 2.5; aim lower",
      .warning, replace: "name: People, weight: 2}", by: "name: People, weight: 2, target: §3}",
      path: "areas[1].target",
      alsoReplace: "label: In full, score: 3", "label: In full, score: 2.5"
    ) {
      $0.areas[1].target = 3
      $0.questionnaires[0].sections[0].questions[1].answers = upToTwoAndAHalf
    },
    BothWays(
      .unreachableTarget, "score 2.75; aim lower", .warning, replace: "target: 3,", by: "target: §3,",
      path: "areas[0].target", alsoReplace: "label: In full, score: 3", "label: In full, score: 2.5",
      thenReplace: "areas: {people: 0.5}", "areas: {people: 0.5, leadership: 1}"
    ) {
      $0.questionnaires[0].sections[0].questions[1].answers = upToTwoAndAHalf
      $0.questionnaires[0].sections[0].questions[1].measures.areas = ["people": 0.5, "leadership": 1]
    },
    BothWays(
      .unreachableTarget, "score 2.5; aim lower", .warning, replace: areasRule,
      by: "areas: \(ceilings)[{at: 2, when: {question: led, is: disagree}}]}\n  \(ownThemes)", path: "areas[1].target",
      alsoReplace: "name: People, weight: 2}", "name: People, weight: 2, target: §3}",
      thenReplace: "label: In full, score: 3", "label: In full, score: 2.5"
    ) {
      cap(&$0, .test(.question("led"), .isOption(["disagree"])))
      $0.areas[1].target = 3
      $0.questionnaires[0].sections[0].questions[1].answers = upToTwoAndAHalf
    },
  ]

  private static let upToTwoAndAHalf = AnswerModel.closed([
    AnswerOption(id: "no", label: "N", score: 1), AnswerOption(id: "yes", label: "Y", score: 2.5),
  ])

  static let conditions: [BothWays] = [
    BothWays(
      .unknownReference, "there is no question “traind”; did you mean “trained”?", replace: areasRule,
      by: "areas: \(ceilings)[{at: 2, when: {question: §traind, is: no}}]}\n  \(ownThemes)",
      path: "scoring.areas.ceilings[0].when.question"
    ) { cap(&$0, .test(.question("traind"), .isOption(["no"]))) },
    BothWays(
      .unknownReference, "“trained” has no option “nay”; known here: no, partly, yes", replace: areasRule,
      by: "areas: \(ceilings)[{at: 2, when: {not: {question: trained, is: §nay}}}]}\n  \(ownThemes)",
      path: "scoring.areas.ceilings[0].when.not.is.nay"
    ) { cap(&$0, .not(.test(.question("trained"), .isOption(["nay"])))) },
    BothWays(
      .invalidValue, "a rule's conditions look at questions; “people” is not one, so test a question instead",
      replace: areasRule, by: "areas: \(ceilings)[{at: 2, when: {area: §people, below: 2}}]}\n  \(ownThemes)",
      path: "scoring.areas.ceilings[0].when.area"
    ) { cap(&$0, .test(.area("people"), .below(2))) },
    BothWays(
      .unknownReference, "there is no question “trianed”", replace: areasRule,
      by: """
        areas: {rule: capped, inner: {rule: capped, inner: median, ceilings: [
            {at: 3, when: {question: led, answered: false}},
            {at: 2, when: {any: [{question: trained, above: 2}, {question: §trianed, at-most: 1}]}}]},
            ceilings: [{at: 1, when: {question: led, is: disagree}}]}
          \(ownThemes)
        """, path: "scoring.areas.inner.ceilings[1].when.any[1].question"
    ) {
      let inner = Capped(
        Median(),
        ceilings: [
          .init(at: 3, when: .test(.question("led"), .answered(false))),
          .init(
            at: 2,
            when: .any([.test(.question("trained"), .above(2)), .test(.question("trianed"), .atMost(1))])),
        ])
      $0.scoring?.themes = ScoringDefinition(rule: WeightedMean())
      $0.scoring?.areas.rule = Capped(
        inner, ceilings: [.init(at: 1, when: .test(.question("led"), .isOption(["disagree"])))])
    },
  ]

  private static func cap(_ draft: inout AssessmentDraft, _ condition: Condition) {
    draft.scoring?.themes = ScoringDefinition(rule: WeightedMean())
    draft.scoring?.areas.rule = Capped(WeightedMean(), ceilings: [.init(at: 2, when: condition)])
  }

  @Test func whatIsAsForAreasIsReportedOnce() {
    var draft = SmallAssessment.draft
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean(), minimumAnswered: 2))
    #expect(SmallAssessment.diagnostics(draft).map(\.path?.description) == ["scoring.areas.minimum-answered"])
    // Said itself, it is reported itself.
    draft.scoring?.literacies.minimumAnswered = 3
    #expect(SmallAssessment.diagnostics(draft).count == 2)
  }

  @Test func areasThatNothingMeasuresAreFoundAlthoughTheRuleIsUnknown() {
    let mistake = Mistake([
      ("name: People, weight: 2}", "name: People, weight: 2}\n  - {id: parks, name: Parks}"),
      ("rule: weighted-mean", "rule: weigthed-mean"),
    ])
    #expect(mistake.diagnostics.map(\.code) == [.unmeasuredArea, .unknownRule])
  }

  @Test(arguments: ["", "questionnaires: []\n", "questionnaires:\n"])
  func areasNeedAQuestionnaire(_ empty: String) {
    let mistake = Mistake("questionnaires:\n  - include: staff.yaml\n", empty)
    #expect(mistake.diagnostics.map(\.message) == ["no questionnaire asks about the areas; add “questionnaires”"])
    #expect(mistake.diagnostics.first?.code == .unmeasuredArea)
    var draft = SmallAssessment.draft
    draft.questionnaires = []
    #expect(SmallAssessment.diagnostics(draft).map(\.path?.description) == ["areas"])
  }

  @Test func areasNeedScoring() {
    var draft = SmallAssessment.draft
    draft.scoring = nil
    #expect(SmallAssessment.diagnostics(draft).map(\.path?.description) == ["scoring"])
    for empty in ["", "scoring:\n"] {
      let mistake = Mistake("scoring:\n  areas: {rule: weighted-mean}\n", empty)
      #expect(
        mistake.diagnostics.map(\.message) == [
          "areas need a way to be scored; add “scoring” with a rule for areas"
        ])
    }
  }

  @Test func anAssessmentWithoutAreasNeedsNeitherScoringNorQuestions() {
    #expect(SmallAssessment.diagnostics(AssessmentDraft(id: "a", version: "1.0.0", title: "A")) == [])
    let text = #"{"format": 1, "id": "a", "version": "1.0.0", "title": "A"}"#
    #expect(SmallAssessment.diagnostics(["assessment.yaml": text]) == [])
  }

  @Test func aRuleMayReferToQuestionsWithoutACondition() {
    struct Other: ScoringRule {
      static let name = "other"
      static let summary = "The score of another question."
      init() {}
      init(_ options: RuleOptions) throws(DocumentError) {}
      var references: [Identifier<Question>] { ["traind"] }
      func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
      func score(_ context: ScoringContext) -> Figure<Double> { .undefined(.noneAnswered) }
    }
    var draft = SmallAssessment.draft
    draft.scoring?.areas.rule = Other()
    draft.scoring?.themes = ScoringDefinition(rule: WeightedMean())
    #expect(
      SmallAssessment.diagnostics(draft).map(\.description) == [
        "scoring.areas.rule: error: there is no question “traind”; did you mean “trained”? [unknown-reference]"
      ])
    var vocabulary = SmallAssessment.vocabulary
    vocabulary.add(Other.self)
    let mistake = Mistake(Self.areasRule, "areas: {rule: §other}\n  \(Self.ownThemes)")
    #expect(throws: DocumentError.self) {
      try vocabulary.readAssessment(from: MemorySource(texts: mistake.files))
    }
    do throws(DocumentError) {
      _ = try vocabulary.readAssessment(from: MemorySource(texts: mistake.files))
    } catch {
      #expect(error.diagnostics.map(\.location) == [mistake.place])
    }
  }
}
