public import DigitalMaturity

/// The `indicators:` section: figures with baseline, target, direction and dated values, and the questionnaire made of them.
public struct IndicatorsSection: DocumentSection {
  /// What the section is read into.
  public typealias Content = IndicatorSet
  /// `indicators`.
  public static let key = "indicators"

  /// Reads the section, and reports values that cannot be told apart, bands against the direction, and targets that are
  /// no way from the baseline.
  public static func read(_ node: DocumentNode, in context: inout SectionContext) -> IndicatorSet? {
    let reader = IndicatorReader(context)
    let read: IndicatorSet?? = node.readTable(into: context.log) { table in
      let id: Identifier<Questionnaire>? = table.requiredIdentifier("id")
      let title = table.requiredLocalized("title")
      var ids: Set<Identifier<Question>> = []
      let indicators = table.requiredList("items").compactMap { node -> Indicator? in
        guard let indicator = reader.indicator(node) else { return nil }
        if ids.insert(indicator.id).inserted || indicator.id.rawValue.isEmpty { return indicator }
        reader.log.error(
          .duplicateID, "the id “\(indicator.id)” is already an indicator's; give one another id",
          at: node.member("id")?.location)
        return nil
      }
      return id.flatMap { id in title.map { IndicatorSet(id: id, title: $0, indicators: indicators) } }
    }
    guard let set = read ?? nil else { return nil }
    context.contribute(set.questionnaire)
    return set
  }
}

private struct IndicatorReader {
  let log: DiagnosticLog
  let questions: QuestionnaireReader
  private let draft: AssessmentDraft

  init(_ context: SectionContext) {
    log = context.log
    draft = context.draft
    questions = QuestionnaireReader(
      log: context.log, vocabulary: context.vocabulary, draft: context.draft,
      shared: SharedItems(
        DocumentNode.emptyMapping.elements, log: context.log, vocabulary: context.vocabulary, draft: context.draft))
  }

  func indicator(_ node: DocumentNode) -> Indicator? {
    node.readTable(into: log) { table in
      let bands = ScoreBand.read(&table)
      if bands.isEmpty, let node = table.required("bands"), node.kind == .sequence, node.elements.isEmpty {
        log.error(.missingKey, "there is no band here; add at least one", at: node.location)
      }
      _ = ScoreBand.report(
        bands.map(\.band).findings(from: nil, to: nil), bands, otherwise: "bands", table)
      let indicator = Indicator(
        id: table.requiredIdentifier("id") ?? "", name: table.requiredLocalized("name") ?? "",
        unit: table.text("unit") ?? "", direction: direction(&table),
        baseline: table.value("baseline").flatMap(measurement),
        target: table.value("target").flatMap(target), values: values(&table), bands: bands.map(\.band),
        measures: measures(&table, isScored: !bands.isEmpty), weight: weight(&table))
      check(indicator, table)
      return indicator
    }
  }

  /// What a figure is evidence of. The questionnaire made of the indicators is checked like others, and stands nowhere in
  /// the document: what would be wrong with it is told here, with its place, and left out.
  private func measures(_ table: inout TableReader, isScored: Bool) -> Measures {
    var measures = questions.readMeasures(&table)
    guard let node = table.node.member("measures"), isScored else { return Measures() }
    measures.areas = known(measures.areas, "area", draft.areas.map(\.id), node.member("areas") ?? node)
    measures.principles = known(
      measures.principles, "principle", draft.principles.map(\.id), node.member("principles") ?? node)
    measures.literacies = known(
      measures.literacies, "literacy", draft.literacies.map(\.id), node.member("literacies") ?? node)
    return measures
  }

  private func known<Named>(
    _ weights: Weights<Named>, _ noun: String, _ known: [Identifier<Named>], _ node: DocumentNode
  ) -> Weights<Named> {
    var found = Weights<Named>()
    for weight in weights {
      if known.contains(weight.id) {
        found[weight.id] = weight.weight
      } else {
        log.error(
          .unknownReference,
          "there is no \(noun) “\(weight.id)”\(NearestName.hint(weight.id.rawValue, in: known.map(\.rawValue)))",
          at: node.location)
      }
    }
    return found
  }

  private func weight(_ table: inout TableReader) -> Double {
    guard let weight = table.number("weight") else { return 1 }
    if weight.isFinite, weight >= 0 { return weight }
    log.error(
      .invalidValue, "a weight says how much an indicator counts; write 0 or more",
      at: table.node.member("weight")?.location)
    return 1
  }

  private func direction(_ table: inout TableReader) -> Indicator.Direction {
    guard table.required("direction") != nil else { return .up }
    return table.word("direction", Indicator.Direction.self) ?? .up
  }

  /// The values with their days; a second one of a day is reported.
  private func values(_ table: inout TableReader) -> [Indicator.Measurement] {
    var days: Set<Day> = []
    return table.list("values").compactMap { node in
      guard let measurement = measurement(node) else { return nil }
      if !days.insert(measurement.date).inserted {
        log.error(
          .duplicateID, "there is a value of \(measurement.date) already; keep one, or give them their own days",
          at: node.location)
      }
      return measurement
    }
  }

  private func measurement(_ node: DocumentNode) -> Indicator.Measurement? {
    let measurement: Indicator.Measurement?? = node.readTable(into: log) { table in
      let date = table.required("date").flatMap(day)
      let value = table.required("value")?.readNumber(into: log)
      let source = table.requiredLocalized("source")
      let said = table.localized("said")
      guard let date, let value, let source else { return nil }
      return Indicator.Measurement(date: date, value: value, source: source, said: said)
    }
    return measurement ?? nil
  }

  private func target(_ node: DocumentNode) -> Indicator.Target? {
    let target: Indicator.Target?? = node.readTable(into: log) { table in
      let value = table.required("value")?.readNumber(into: log)
      let date = table.value("date").flatMap(day)
      let source = table.localized("source")
      return value.map { Indicator.Target(value: $0, date: date, source: source) }
    }
    return target ?? nil
  }

  private func day(_ node: DocumentNode) -> Day? {
    guard let text = node.readText(into: log) else { return nil }
    if let day = Day(text) { return day }
    log.error(.invalidValue, "a day is written as year, month and day, such as 2026-04-30", at: node.location)
    return nil
  }

  /// The target lies the right way from the baseline, and better values score more.
  private func check(_ indicator: Indicator, _ table: TableReader) {
    let isUp = indicator.direction == .up
    if let baseline = indicator.baseline, let target = indicator.target,
      isUp ? target.value <= baseline.value : target.value >= baseline.value
    {
      log.error(
        .invalidValue,
        "the direction is “\(indicator.direction.rawValue)”, and the target \(DecimalText.exact(target.value)) is no way "
          + "from the baseline \(DecimalText.exact(baseline.value)); change one of them",
        at: table.node.member("target")?.location)
    }
    let scores = indicator.bands.map(\.score)
    let turns = scores.indices.dropFirst().first { isUp ? scores[$0] < scores[$0 - 1] : scores[$0] > scores[$0 - 1] }
    if let turns {
      log.error(
        .invalidValue,
        "the direction is “\(indicator.direction.rawValue)”, so \(isUp ? "higher" : "lower") values cannot score less; "
          + "change the scores or the direction",
        at: table.node.member("bands").map { Array($0.elements) }?[turns].location)
    }
    if let first = indicator.bands.first {
      for (value, key) in indicator.values.map({ ($0.value, "values") })
        + (indicator.baseline.map { [($0.value, "baseline")] } ?? []) where value < first.from
      {
        log.error(
          .invalidValue,
          "the value \(DecimalText.exact(value)) lies below the first band, which begins at "
            + "\(DecimalText.exact(first.from)); begin that lower", at: table.node.member(key)?.location)
      }
    }
  }
}
