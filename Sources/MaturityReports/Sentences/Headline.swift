import DigitalMaturity

/// What matters in one cohort's results, in a sentence or two that are true of any data.
struct Headline: Sendable {
  let sentences: [Phrase]
  /// The short figures beside it: a label and a value.
  let figures: [(label: String, value: String)]

  /// Names are listed up to so many; the others are counted.
  private static let longestList = 3

  init(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    sentences = Self.sentences(cohort, facts)
    figures = Self.figures(cohort, facts)
  }

  var phrase: Phrase { Phrase.joined(sentences, by: " ") }

  private static func sentences(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) -> [Phrase] {
    guard let everyone = cohort.everyone else { return ["These results have no figures for everyone together."] }
    if everyone.isSuppressed {
      return ["All results of this group are withheld, because too few people stand behind them."]
    }
    if everyone.respondents == 0 { return ["Nobody has responded yet."] }
    let areas = everyone.areas
    // Only scores on the levels' scale can be put in order.
    let scored = areas.filter { $0.score.value != nil && $0.level != nil }
    var sentences: [Phrase] = []
    if let order = order(of: scored, facts) { sentences.append(order) }
    if let targets = targets(of: scored.filter { $0.gap != nil }, all: areas.count) { sentences.append(targets) }
    sentences += missing(areas)
    return sentences.isEmpty ? ["No area has a score."] : sentences
  }

  private static func order(of scored: [SubjectScore], _ facts: ReportFacts) -> Phrase? {
    let values = scored.compactMap(\.score.value)
    guard let high = values.max(), let low = values.min() else { return nil }
    func tied(_ value: Double) -> [SubjectScore] {
      scored.filter { abs(($0.score.value ?? .infinity) - value) <= 1e-9 }
    }
    let (highest, lowest) = (shown(high, of: tied(high), facts), shown(low, of: tied(low), facts))
    if scored.count == 1 { return "\(facts.name(of: scored[0])) scores \(highest)." }
    if high - low <= 1e-9 {
      return "All \(NumberWords.count(scored.count)) areas with a score have the same, \(highest)."
    }
    func names(_ value: Double) -> Phrase {
      let names = tied(value).map { Phrase(facts.name(of: $0)) }
      guard names.count > longestList else { return .list(names) }
      return .list(names.prefix(longestList) + [Phrase("\(NumberWords.count(names.count - longestList)) more")])
    }
    return "Strongest: \(names(high)) (\(highest)). Weakest: \(names(low)) (\(lowest))."
  }

  /// A score that several areas share, right beside the level and the target of each.
  private static func shown(_ score: Double, of areas: [SubjectScore], _ facts: ReportFacts) -> String {
    let levels = facts.assessment.levels
    let decimals = areas.map { ShownScore.decimals(score, levels: levels, target: $0.target) }.max() ?? 1
    return DecimalText.rounded(score, decimals: decimals)
  }

  private static func targets(of scored: [SubjectScore], all areas: Int) -> Phrase? {
    guard !scored.isEmpty else { return nil }
    let below = scored.filter { NumberWords.isBelowTarget($0) }.count
    if scored.count == 1 { return below == 1 ? "It is below its target." : "It reaches its target." }
    let which = scored.count == areas ? "areas" : "areas with a score and a target"
    let all = "\(NumberWords.count(scored.count)) \(which)"
    if below == 0 { return "All \(all) reach their target." }
    if below == scored.count { return "All \(all) are below target." }
    return "\(NumberWords.capitalised(NumberWords.count(below))) of \(all) \(below == 1 ? "is" : "are") below target."
  }

  private static func missing(_ areas: [SubjectScore]) -> [Phrase] {
    let withheld = areas.filter(\.isWithheld).count
    let undefined = areas.filter { $0.score.value == nil && !$0.isWithheld }.count
    var sentences: [Phrase] = []
    func count(_ count: Int) -> String { NumberWords.capitalised(NumberWords.count(count)) }
    if withheld == areas.count, withheld > 0 { return ["The scores of all areas are withheld."] }
    if undefined == areas.count { return ["No area has a score."] }
    if withheld > 0 { sentences.append("\(count(withheld)) \(withheld == 1 ? "area is" : "areas are") withheld.") }
    if undefined > 0 { sentences.append("\(count(undefined)) \(undefined == 1 ? "area has" : "areas have") no score.") }
    return sentences
  }

  private static func figures(
    _ cohort: ReportFacts.Cohort, _ facts: ReportFacts
  ) -> [(label: String, value: String)] {
    guard let everyone = cohort.everyone, !everyone.isSuppressed else { return [] }
    var figures: [(label: String, value: String)] = []
    if let respondents = everyone.respondents {
      let one = cohort.isAgreed ? "agreed answer" : "person took part"
      let many = cohort.isAgreed ? "agreed answers" : "people took part"
      figures.append((respondents == 1 ? one : many, String(respondents)))
    }
    let statuses = everyone.questions.compactMap(\.statuses)
    if statuses.count == everyone.questions.count {
      let applicable = statuses.reduce(0) { $0 + $1.applicable }
      let answered = statuses.reduce(0) { $0 + $1[.answered] }
      if applicable > 0 {
        figures.append(("of questions answered", NumberWords.percent(Double(answered) / Double(applicable))))
      }
    }
    let targets = everyone.areas.filter { $0.gap != nil }
    if !targets.isEmpty {
      let reached = targets.filter { !NumberWords.isBelowTarget($0) }.count
      figures.append(("areas at or above target", "\(reached) of \(targets.count)"))
    }
    if let overall = everyone.overall, overall.score.value != nil {
      figures.append(("overall score", facts.shown(overall)))
    }
    return figures
  }
}
