extension AssessmentChecks {
  /// Every area is measured, weighs something, and is scored on the levels' scale.
  func checkScoring() {
    let path = ModelPath.root["scoring"]
    guard let plan = draft.scoring else {
      if !draft.areas.isEmpty, document?.node(at: path)?.isNull ?? true {
        error(.missingKey, "areas need a way to be scored; add “scoring” with a rule for areas", path)
      }
      return checkMeasured(nil)
    }
    for id in plan.areasByID.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      checkReference(id.rawValue, to: "area", in: areas, path["areas"]["by-id"][id.rawValue])
    }
    checkDefinition(plan.areas, path["areas"])
    // Only what the plan says itself: the rest is as for areas, and would be reported again.
    if let themes = plan.ownThemes { checkDefinition(themes, path["themes"]) }
    if let principles = plan.ownPrinciples { checkDefinition(principles, path["principles"]) }
    if let literacies = plan.ownLiteracies { checkDefinition(literacies, path["literacies"]) }
    if let overall = plan.overall { checkDefinition(overall, path["overall"]) }
    for (id, definition) in plan.areasByID { checkDefinition(definition, path["areas"]["by-id"][id.rawValue]) }
    checkCohorts(plan.cohorts, path["cohorts"])
    checkMeasured(plan)
  }

  private func checkCohorts(_ cohorts: [CohortWeight], _ path: ModelPath) {
    let known = Set(draft.questionnaires.map(\.id.rawValue))
    for cohort in cohorts {
      let place = path[cohort.questionnaire.rawValue]
      checkReference(cohort.questionnaire.rawValue, to: "questionnaire", in: known, place)
      if !(cohort.weight.isFinite && cohort.weight > 0) {
        error(
          .invalidValue, "a cohort's weight is a number above 0; take the cohort out if it counts for nothing", place)
      }
    }
    if cohorts.count == 1 {
      error(
        .invalidValue, "a single cohort has nobody to be weighted against; name two or more, or take “cohorts” out",
        path)
    }
    if Set(cohorts.map(\.questionnaire)).count < cohorts.count {
      error(.duplicateID, "a questionnaire stands twice among the cohorts", path)
    }
  }

  private func checkDefinition(_ definition: ScoringDefinition, _ path: ModelPath) {
    if !definition.minimumAnswered.isFinite || !(0...1).contains(definition.minimumAnswered) {
      error(.invalidValue, "“minimum-answered” is a share from 0 to 1, such as 0.5 for half", path["minimum-answered"])
    }
    let conditions = Self.conditions(in: definition.rule.settings, at: path)
    let references = definition.rule.references
    guard !conditions.isEmpty || !references.isEmpty else { return }
    let questions = draft.questionnaires.flatMap(\.questions)
    guard !questions.isEmpty else { return }
    let scope = QuestionScope(questions)
    for (condition, path) in conditions {
      checkAnswerCondition(condition, of: "a rule's conditions look at questions", in: scope, at: path)
    }
    let tested = Set(conditions.flatMap(\.condition.questions))
    for reference in references where !tested.contains(reference) {
      checkReference(reference.rawValue, to: "question", in: scope.ids, path["rule"])
    }
  }

  private static func conditions(
    in options: RuleOptions, at path: ModelPath
  ) -> [(condition: Condition, path: ModelPath)] {
    options.values.sorted { $0.key < $1.key }.flatMap { name, value -> [(Condition, ModelPath)] in
      let path = path[name]
      switch value {
      case .condition(let condition): return [(condition, path)]
      case .rule(let rule): return conditions(in: rule.settings, at: path)
      case .list(let tables): return tables.enumerated().flatMap { conditions(in: $0.element, at: path[$0.offset]) }
      case .number, .boolean, .word: return []
      }
    }
  }

  // MARK: What is measured

  /// - Parameter plan: How things are scored; nil when that could not be read.
  private func checkMeasured(_ plan: ScoringPlan?) {
    let root = ModelPath.root
    checkAreaWeights(plan)
    guard !draft.questionnaires.isEmpty else {
      if !draft.areas.isEmpty, isEmptyList(root["questionnaires"]) {
        error(.unmeasuredArea, "no questionnaire asks about the areas; add “questionnaires”", root["areas"])
      }
      return
    }
    let measured = draft.questionnaires.map { MeasuredItems($0) }
    // An area whose id is misspelt where it is defined, or where it is measured, has been reported as such.
    let unknown = Set(measured.flatMap { $0.areas.keys }).subtracting(areas).sorted()
    let known = unknown.isEmpty ? [] : areas.sorted()
    let misspelt = Set(unknown.prefix(100).compactMap { NearestName.of($0, in: known) })
    for (index, area) in draft.areas.enumerated() {
      let items = measured.map { $0.areas[area.id.rawValue] }
      checkItems(items, "area", root["areas"][index], plan?.definition(for: area.id))
      if let target = area.target, let plan {
        checkTarget(target, items, root["areas"][index]["target"], plan.definition(for: area.id))
      }
      if items.allSatisfy({ $0 == nil }), area.id.isValid, !misspelt.contains(area.id.rawValue) {
        error(
          .unmeasuredArea, "no question measures “\(area.id)”; add one, or take the area out", root["areas"][index])
      }
    }
    for (index, principle) in draft.principles.enumerated() {
      let items = measured.map { $0.principles[principle.id.rawValue] }
      checkItems(items, "principle", root["principles"][index], plan?.principles)
    }
    for (index, literacy) in draft.literacies.enumerated() {
      let items = measured.map { $0.literacies[literacy.id.rawValue] }
      checkItems(items, "literacy", root["literacies"][index], plan?.literacies)
    }
    if let plan, plan.themeSource == .questions { checkThemesOfQuestions(plan.themes, measured) }
  }

  /// Themes that are scored from the questions of their areas: scores fit the levels, and the rule can score them.
  private func checkThemesOfQuestions(_ definition: ScoringDefinition, _ measured: [MeasuredItems]) {
    for (index, theme) in draft.themes.enumerated() {
      let (areas, path) = (draft.areas.filter { $0.themes.contains(theme.id) }, ModelPath.root["themes"][index])
      for measured in measured {
        let items = measured.items(of: areas)
        if items.isEmpty { continue }
        checkRange(definition, items, path)
        checkRule(definition, of: .questions, items, path)
        checkDecimals(of: measured, areas, in: theme, path)
      }
    }
  }

  /// Tells of a question whose weight in a theme has more than six decimals: one of them will do.
  private func checkDecimals(of items: MeasuredItems, _ areas: [Area], in theme: Theme, _ path: ModelPath) {
    for area in areas {
      for item in items.areas[area.id.rawValue] ?? [] where Self.isRounded(item.weight * area.weight) {
        let weight = item.weight * area.weight
        return warning(
          .roundedWeight,
          "in the theme “\(theme.id)” the weight \(DecimalText.plain(item.weight)) of “\(item.id)” times that of the area "
            + "“\(area.id)” has more than six decimals and counts as \(DecimalText.plain(Self.rounded(weight))); choose numbers "
            + "with fewer, if that matters", path)
      }
    }
  }

  /// The questions that measure one thing, in each questionnaire: some weigh something, and scores fit the levels.
  private func checkItems(
    _ measuring: [[ScoringItem]?], _ what: String, _ path: ModelPath, _ definition: ScoringDefinition?
  ) {
    for (items, questionnaire) in zip(measuring, draft.questionnaires) {
      guard let items, !items.isEmpty else { continue }
      if items.allSatisfy({ $0.millionths == 0 }) {
        error(
          .invalidValue,
          "all questions of “\(questionnaire.id)” that measure this \(what) weigh 0; give one a weight", path)
      }
      if let definition {
        checkRange(definition, items, path)
        checkRule(definition, of: .questions, items, path)
      }
    }
  }

  /// A target is within reach of the answers to each questionnaire that asks about its area.
  private func checkTarget(
    _ target: Double, _ measuring: [[ScoringItem]?], _ path: ModelPath, _ definition: ScoringDefinition
  ) {
    // One above all levels has been reported as such.
    if let scale = draft.levels.scale, target > scale.upperBound + 1e-9 { return }
    for (items, questionnaire) in zip(measuring, draft.questionnaires) {
      guard let items, !items.isEmpty, let best = best(of: definition.rule, definition.unit, items),
        best < target - 1e-9
      else { continue }
      warning(
        .unreachableTarget,
        "answers to “\(questionnaire.id)” do not reach this target: the best ones to all its questions about the area score "
          + "\(shown((best * 1_000).rounded(.down) / 1_000)); aim lower, or let the best answer to each "
          + "question score more", path)
    }
  }

  /// What the best answers to all questions score; nil for scores that are not on the levels' scale. Of a rule that looks at other
  /// questions too, the most that it declares.
  private func best(of rule: any ScoringRule, _ unit: ScoringUnit, _ items: [ScoringItem]) -> Double? {
    if let rule = rule as? any CeilingScoringRule { return best(of: rule.inner, unit, items) }
    guard let most = rule.range(of: items, levels: draft.levels)?.upperBound else { return nil }
    guard rule.references.isEmpty else { return most }
    let answers = items.map { ItemAnswer(score: $0.maximum) }
    return rule.score(ScoringContext(unit: unit, levels: draft.levels, items: items, answers: answers)).value ?? most
  }

  /// What a rule itself says of the items it is to score.
  private func checkRule(
    _ definition: ScoringDefinition, of source: ScoringPlan.Source, _ items: [ScoringItem], _ path: ModelPath
  ) {
    for problem in problems(of: definition, scoring: source, items) { error(.ruleSubject, problem, path) }
  }

  private func problems(
    of definition: ScoringDefinition, scoring source: ScoringPlan.Source, _ items: [ScoringItem]
  ) -> [String] {
    let rule = definition.rule
    let subject = RuleSubject(source: source, unit: definition.unit, items: items, levels: draft.levels)
    let problems = rule.problems(scoring: subject)
    guard source == .areas, !rule.references.isEmpty else { return problems }
    return problems + [
      "“\(type(of: rule).name)” looks at answers to questions, and areas have none; choose another rule, or for themes add "
        + "“of: questions”"
    ]
  }

  /// Themes and an overall score need an area that weighs something, and scores that fit the levels.
  private func checkAreaWeights(_ plan: ScoringPlan?) {
    let scale = draft.levels.scale
    func check(_ areas: [Area], _ path: ModelPath, _ what: String) {
      guard !areas.isEmpty, areas.allSatisfy({ $0.weight == 0 }) else { return }
      error(.invalidValue, "all areas \(what) weigh 0; give one a weight", path)
    }
    for (index, theme) in draft.themes.enumerated() {
      check(draft.areas.filter { $0.themes.contains(theme.id) }, ModelPath.root["themes"][index], "of this theme")
    }
    guard let plan, let scale else { return }
    let path = ModelPath.root["scoring"]
    if plan.overall != nil { check(draft.areas, path["overall"], "of the overall score") }
    let items = draft.areas.map { area in
      ScoringItem(
        id: area.id.rawValue, weight: 1, minimum: scale.lowerBound, maximum: scale.upperBound,
        points: draft.levels.map(\.value))
    }
    guard !items.isEmpty else { return }
    func check(_ definition: ScoringDefinition, _ path: ModelPath) {
      checkRange(definition, items, path)
      checkRule(definition, of: .areas, items, path)
    }
    if let overall = plan.overall { check(overall, path["overall"]) }
    guard plan.themeSource == .areas, !draft.themes.isEmpty else { return }
    if let themes = plan.ownThemes {
      check(themes, path["themes"])
    } else {
      for problem in problems(of: plan.themes, scoring: .areas, items) {
        error(.ruleSubject, "themes are scored as areas are unless “themes” says how: \(problem)", path["areas"])
      }
    }
  }

  private func checkRange(_ definition: ScoringDefinition, _ items: [ScoringItem], _ path: ModelPath) {
    guard let scale = draft.levels.scale, let range = definition.rule.range(of: items, levels: draft.levels)
    else { return }
    guard range.lowerBound < scale.lowerBound - 1e-9 || range.upperBound > scale.upperBound + 1e-9 else { return }
    let name = type(of: definition.rule).name
    error(
      .ruleRange,
      "scores of “\(name)” here go from \(shown(range.lowerBound)) to \(shown(range.upperBound)), the levels from "
        + "\(shown(scale.lowerBound)) to \(shown(scale.upperBound)); choose scores or levels that fit",
      path)
  }
}

/// The questions of one questionnaire that measure something, as rules see them, found in one pass, by the ids of what they
/// measure. Questions without scores measure what they measure without items.
private struct MeasuredItems {
  private(set) var areas: [String: [ScoringItem]] = [:]
  private(set) var principles: [String: [ScoringItem]] = [:]
  private(set) var literacies: [String: [ScoringItem]] = [:]

  init(_ questionnaire: Questionnaire) {
    // The ids of the last question's options: most questions have the same.
    var ids: [Identifier<AnswerOption>] = []
    for section in questionnaire.sections {
      let questions = section.questions.span
      for index in questions.indices where !questions[index].measures.isEmpty {
        let (measures, weight) = (questions[index].measures, questions[index].weight)
        let options = questions[index].answers.options
        let isSame = ids.count == options.count && ids.indices.allSatisfy { ids[$0] == options[$0].id }
        if !isSame { ids = options.map(\.id) }
        let item = questions[index].item(weight: 1, options: ids)
        func add(_ weights: Weights<some Any>, to items: inout [String: [ScoringItem]]) {
          for entry in weights {
            let id = entry.id.rawValue
            if let item {
              // One that is told to be too small is not told to be nothing.
              let product = weight * entry.weight
              items[id, default: []].append(item.weighing(product > 0 ? max(product, 0.000_001) : product))
            } else if items[id] == nil {
              items[id] = []
            }
          }
        }
        add(measures.areas, to: &areas)
        add(measures.principles, to: &principles)
        add(measures.literacies, to: &literacies)
      }
    }
  }

  /// The questions of some areas together, each with its weight in an area times the area's, added up over them.
  func items(of members: [Area]) -> [ScoringItem] {
    var items: [ScoringItem] = []
    var places: [String: Int] = [:]
    for area in members {
      for item in areas[area.id.rawValue] ?? [] {
        let weight = item.weight * area.weight
        if let place = places[item.id] {
          items[place] = items[place].weighing(items[place].weight + weight)
        } else {
          places[item.id] = items.count
          items.append(item.weighing(weight))
        }
      }
    }
    return items
  }
}

extension ScoringItem {
  /// The same item with another weight.
  fileprivate func weighing(_ weight: Double) -> ScoringItem {
    weight == self.weight
      ? self
      : ScoringItem(
        id: id, weight: weight, level: level, minimum: minimum, maximum: maximum, options: options,
        points: points)
  }
}

extension Question {
  /// The question as a rule sees it, with its weight for one subject; nil when its answers have no scores.
  /// - Parameter options: The ids of its options, where they are known; they are found when not given.
  func item(weight: Double, options: [Identifier<AnswerOption>]? = nil) -> ScoringItem? {
    guard let range = answers.range else { return nil }
    return ScoringItem(
      id: id.rawValue, weight: self.weight * weight, level: level, minimum: range.lowerBound,
      maximum: range.upperBound, options: options ?? answers.options.map(\.id), points: points)
  }
}
