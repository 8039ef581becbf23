extension AssessmentChecks {
  /// Every area is measured, weighs something, and is scored on the levels' scale.
  func checkScoring() {
    let path = ModelPath.root["scoring"]
    guard let plan = draft.scoring else {
      if !draft.areas.isEmpty, document == nil || document?.root.member("scoring") == nil {
        error(.missingKey, "areas need a way to be scored; add “scoring” with a rule for areas", path)
      }
      return
    }
    for id in plan.areasByID.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      checkReference(id.rawValue, to: "area", in: areas, path["areas"]["by-id"][id.rawValue])
    }
    checkDefinition(plan.areas, path["areas"])
    checkDefinition(plan.themes, path["themes"])
    checkDefinition(plan.principles, path["principles"])
    checkDefinition(plan.literacies, path["literacies"])
    if let overall = plan.overall { checkDefinition(overall, path["overall"]) }
    for (id, definition) in plan.areasByID { checkDefinition(definition, path["areas"]["by-id"][id.rawValue]) }
    checkMeasured(plan)
  }

  private func checkDefinition(_ definition: ScoringDefinition, _ path: ModelPath) {
    if !definition.minimumAnswered.isFinite || !(0...1).contains(definition.minimumAnswered) {
      error(.invalidValue, "“minimum-answered” is a share from 0 to 1", path["minimum-answered"])
    }
    let questions = draft.questionnaires.flatMap(\.questions)
    guard !questions.isEmpty else { return }
    let known = Set(questions.map(\.id.rawValue))
    for reference in definition.rule.references {
      checkReference(reference.rawValue, to: "question", in: known, path)
    }
    let byID = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for condition in Self.conditions(in: definition.rule.settings) {
      for subject in condition.subjects {
        if case .question = subject { continue }
        error(.invalidValue, "a rule's conditions look at questions; “\(subject.id)” is not one", path)
      }
      checkOptionTests(condition, among: byID, at: path)
    }
  }

  private static func conditions(in options: RuleOptions) -> [Condition] {
    options.values.sorted { $0.key < $1.key }.flatMap { entry -> [Condition] in
      switch entry.value {
      case .condition(let condition): [condition]
      case .rule(let rule): conditions(in: rule.settings)
      case .list(let tables): tables.flatMap(conditions)
      case .number, .boolean, .word: []
      }
    }
  }

  private func checkMeasured(_ plan: ScoringPlan) {
    guard !draft.questionnaires.isEmpty else {
      if !draft.areas.isEmpty, document == nil || document?.root.member("questionnaires") == nil {
        error(.unmeasuredArea, "no questionnaire asks about the areas; add “questionnaires”", ModelPath.root["areas"])
      }
      return
    }
    for (index, area) in draft.areas.enumerated() {
      let path = ModelPath.root["areas"][index]
      var isMeasured = false
      for questionnaire in draft.questionnaires {
        let questions = questionnaire.questions.filter { $0.measures.areas[area.id] != nil }
        guard !questions.isEmpty else { continue }
        isMeasured = true
        let items = questions.compactMap { $0.item(weight: $0.measures.areas[area.id] ?? 0) }
        guard !items.isEmpty else { continue }
        if items.allSatisfy({ $0.weight == 0 }) {
          error(
            .invalidValue,
            "all questions of “\(questionnaire.id)” that measure this area weigh 0; give one a weight", path)
        }
        checkRange(plan.definition(for: area.id), items, area, path)
      }
      if !isMeasured {
        error(.unmeasuredArea, "no question measures “\(area.id)”; add one, or take the area out", path)
      }
    }
  }

  private func checkRange(_ definition: ScoringDefinition, _ items: [ScoringItem], _ area: Area, _ path: ModelPath) {
    guard let scale = draft.levels.scale, let range = definition.rule.range(of: items) else { return }
    guard range.lowerBound < scale.lowerBound - 1e-9 || range.upperBound > scale.upperBound + 1e-9 else { return }
    let name = type(of: definition.rule).name
    error(
      .ruleRange,
      "scores of “\(name)” here go from \(shown(range.lowerBound)) to \(shown(range.upperBound)), the levels from "
        + "\(shown(scale.lowerBound)) to \(shown(scale.upperBound)); choose scores or levels that fit",
      path)
  }

  private func shown(_ number: Double) -> String {
    var output = ByteOutput()
    output.write(exact: number)
    return output.text
  }
}

extension Question {
  /// The question as a rule sees it, with its weight for one subject; nil when its answers have no scores.
  func item(weight: Double) -> ScoringItem? {
    guard let range = answers.range else { return nil }
    return ScoringItem(
      id: id.rawValue, weight: self.weight * weight, level: level, minimum: range.lowerBound,
      maximum: range.upperBound, options: answers.options.map(\.id))
  }
}
