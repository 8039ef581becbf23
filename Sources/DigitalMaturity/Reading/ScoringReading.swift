extension ScoringPlan {
  /// Reads the `scoring:` of a document; nil, with a report, when it has no rule for areas.
  static func read(_ node: DocumentNode, _ vocabulary: Vocabulary, _ log: DiagnosticLog) -> ScoringPlan? {
    let reader = ScoringReader(vocabulary: vocabulary, log: log)
    let plan: ScoringPlan?? = node.readTable(into: log) { table in
      var byID: [Identifier<Area>: ScoringDefinition] = [:]
      var source = Source.areas
      let areas = table.required("areas").flatMap { node in
        reader.definition(node) { table in
          guard let exceptions = table.value("by-id") else { return }
          _ = exceptions.readTable(into: log) { table in
            table.acceptAllKeys()
            for (key, value) in exceptions.members {
              guard let id = key.readText(into: log), let definition = reader.definition(value) else { continue }
              byID[Identifier(id)] = definition
            }
          }
        }
      }
      let themes = table.value("themes").flatMap { node in
        reader.definition(node) { source = $0.word("of", Source.self) ?? .areas }
      }
      let principles = table.value("principles").flatMap { reader.definition($0) }
      let literacies = table.value("literacies").flatMap { reader.definition($0) }
      let overall = table.value("overall").flatMap { node in
        node.text == "none" ? nil : reader.definition(node)
      }
      let cohorts = table.value("cohorts").map { reader.cohorts($0) } ?? []
      return areas.map {
        ScoringPlan(
          areas: $0, areasByID: byID, themes: themes, themeSource: source, principles: principles,
          literacies: literacies, overall: overall, cohorts: cohorts)
      }
    }
    return plan ?? nil
  }
}

extension ScoringDefinition {
  /// Reads a rule with its options, as it stands after `areas:` in a document.
  /// - Throws: ``DocumentError`` with all problems.
  public static func read(
    _ document: Document, with vocabulary: Vocabulary
  ) throws(DocumentError) -> ScoringDefinition {
    let log = DiagnosticLog()
    let definition = read(document.root, with: vocabulary, into: log)
    try log.throwIfErrors()
    guard let definition else { throw DocumentError(log.sorted) }
    return definition
  }

  /// Reads a rule with its options where it stands in a document; nil, with a report, when it cannot be read.
  public static func read(
    _ node: DocumentNode, with vocabulary: Vocabulary, into log: DiagnosticLog
  ) -> ScoringDefinition? {
    ScoringReader(vocabulary: vocabulary, log: log).definition(node)
  }
}

private struct ScoringReader {
  let vocabulary: Vocabulary
  let log: DiagnosticLog

  /// A rule with its options, and what is done about missing answers. `more` reads what else belongs there.
  func definition(
    _ node: DocumentNode, _ more: (inout TableReader) -> Void = { _ in }
  ) -> ScoringDefinition? {
    let definition: ScoringDefinition?? = node.readTable(into: log) { table in
      let rule = rule(&table)
      more(&table)
      let missing = table.word("missing", ScoringDefinition.MissingPolicy.self)
      let dontKnow = table.word("dont-know", ScoringDefinition.DontKnowPolicy.self)
      let minimumAnswered = table.number("minimum-answered")
      let unit = table.word("unit", ScoringUnit.self)
      let place = table.node("question-summary")
      let summary = table.word("question-summary", ScoringDefinition.QuestionSummary.self)
      if let place, summary != nil, unit != .question {
        log.error(
          .invalidValue,
          "“question-summary” says how questions are summarised, which “unit: question” asks for; "
            + "add that, or take this out", at: place.location)
      }
      return rule.map {
        ScoringDefinition(
          rule: $0, missing: missing, dontKnow: dontKnow ?? .missing, minimumAnswered: minimumAnswered ?? 0,
          unit: unit ?? .respondent, questionSummary: summary ?? .mean)
      }
    }
    return definition ?? nil
  }

  /// What each questionnaire counts.
  func cohorts(_ node: DocumentNode) -> [CohortWeight] {
    let cohorts: [CohortWeight]? = node.readTable(into: log) { table in
      table.acceptAllKeys()
      return node.members.compactMap { key, value in
        guard let id = key.readText(into: log), let weight = value.readNumber(into: log) else { return nil }
        return CohortWeight(Identifier(id), weight: weight)
      }
    }
    return cohorts ?? []
  }

  /// The rule that a table names, made of the options it sets.
  private func rule(_ table: inout TableReader) -> (any ScoringRule)? {
    guard let node = table.required("rule") else { return nil }
    guard let type = ruleType(node) else {
      // Its options are unknown, not misspelt.
      table.acceptAllKeys()
      return nil
    }
    let errors = log.diagnostics.count
    let options = options(type.options, in: &table)
    guard log.diagnostics.count == errors else { return nil }
    return make(type, options, node)
  }

  /// The rule of the vocabulary that a scalar names.
  private func ruleType(_ node: DocumentNode) -> (any ScoringRule.Type)? {
    guard let name = node.readText(into: log) else { return nil }
    if let type = vocabulary.rules[name] { return type }
    let known = vocabulary.rules.keys.sorted()
    log.error(
      .unknownRule, "there is no scoring rule “\(DocumentNode.short(name))”\(NearestName.hint(name, in: known))",
      at: node.location)
    return nil
  }

  /// Makes a rule; a rule that refuses its options says so at its name.
  private func make(_ type: any ScoringRule.Type, _ options: RuleOptions, _ node: DocumentNode) -> (any ScoringRule)? {
    do throws(DocumentError) {
      return try type.init(options)
    } catch {
      for var diagnostic in error.diagnostics {
        diagnostic.location = diagnostic.location ?? node.location
        log.add(diagnostic)
      }
      return nil
    }
  }

  private func options(_ declared: [RuleOption], in table: inout TableReader) -> RuleOptions {
    var options = RuleOptions()
    for option in declared {
      let key = DocumentKey(option.name)
      guard let node = option.isRequired ? table.required(key) : table.value(key) else { continue }
      options.values[option.name] = value(of: option, node)
    }
    return options
  }

  private func value(of option: RuleOption, _ node: DocumentNode) -> RuleOptionValue? {
    switch option.kind {
    case .number(let bounds):
      guard let number = node.readNumber(into: log) else { return nil }
      guard bounds.contains(number) else {
        log.error(.invalidValue, "“\(option.name)” is a number \(Self.words(bounds))", at: node.location)
        return nil
      }
      return .number(number)
    case .boolean: return node.readBoolean(into: log).map { .boolean($0) }
    case .word(let words):
      guard let word = node.readText(into: log) else { return nil }
      guard words.contains(word) else {
        log.error(
          .invalidValue,
          "“\(DocumentNode.short(word))” is not a word for “\(option.name)”\(NearestName.hint(word, in: words))",
          at: node.location)
        return nil
      }
      return .word(word)
    case .condition: return node.readCondition(into: log).map { .condition($0) }
    case .rule:
      // A bare name, or a table with the rule's own options.
      if node.kind == .scalar { return named(node).map { .rule($0) } }
      let rule: (any ScoringRule)?? = node.readTable(into: log) { self.rule(&$0) }
      return (rule ?? nil).map { .rule($0) }
    case .list(let declared):
      return .list(node.readList(into: log).compactMap { $0.readTable(into: log) { options(declared, in: &$0) } })
    }
  }

  private func named(_ node: DocumentNode) -> (any ScoringRule)? {
    guard let type = ruleType(node) else { return nil }
    let required = type.options.filter(\.isRequired).map(\.name)
    guard required.isEmpty else {
      log.error(
        .missingKey,
        "the rule “\(type.name)” needs “\(required.joined(separator: "” and “"))”; write {rule: \(type.name), "
          + "\(required.map { "\($0): …" }.joined(separator: ", "))}",
        at: node.location)
      return nil
    }
    return make(type, RuleOptions(), node)
  }

  private static func words(_ bounds: ClosedRange<Double>) -> String {
    let low = DecimalText.exact(bounds.lowerBound)
    let high = DecimalText.exact(bounds.upperBound)
    if bounds.lowerBound <= -.greatestFiniteMagnitude { return "of at most \(high)" }
    return bounds.upperBound < .greatestFiniteMagnitude ? "from \(low) to \(high)" : "of at least \(low)"
  }
}

extension Diagnostic.Code {
  /// A scoring rule that the vocabulary does not have.
  public static let unknownRule = Self(rawValue: "unknown-rule")
  /// A question kind that the vocabulary does not have.
  public static let unknownKind = Self(rawValue: "unknown-kind")
}
