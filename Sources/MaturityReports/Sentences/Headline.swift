import DigitalMaturity

/// What matters in one cohort's results, in a sentence or two that are true of any data.
struct Headline: Sendable {
  let sentences: [Phrase]
  /// The short figures beside it: a label and a value.
  let figures: [(label: Phrase, value: Phrase)]

  /// Names are listed up to so many; the others are counted.
  private static let longestList = 3

  init(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    sentences = Self.sentences(cohort, facts)
    figures = Self.figures(cohort, facts)
  }

  var phrase: Phrase { Phrase.joined(sentences, by: " ") }

  private static func sentences(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    guard let everyone = cohort.everyone else { return [words(.noFiguresForEveryone)] }
    if everyone.isSuppressed { return [words(.allResultsWithheld)] }
    if everyone.respondents == 0 { return [words(.nobodyResponded)] }
    if cohort.standsSideBySide { return [words(.standSideBySide, ["count": everyone.respondents ?? 0])] }
    let areas = everyone.areas
    // Only scores on the levels' scale can be put in order.
    let scored = areas.filter { $0.score.value != nil && $0.level != nil }
    var sentences: [Phrase] = []
    if let order = order(of: scored, facts) { sentences.append(order) }
    if let targets = targets(of: scored.filter { $0.gap != nil }, all: areas.count, words) { sentences.append(targets) }
    sentences += missing(areas, words)
    return sentences.isEmpty ? [words(.noAreaHasScore)] : sentences
  }

  private static func order(of scored: [SubjectScore], _ facts: ReportFacts) -> Phrase? {
    let values = scored.compactMap { $0.score.value }
    guard let high = values.max(), let low = values.min() else { return nil }
    func tied(_ value: Double) -> [SubjectScore] {
      scored.filter { abs(($0.score.value ?? .infinity) - value) <= 1e-9 }
    }
    let (highest, lowest) = (shown(high, of: tied(high), facts), shown(low, of: tied(low), facts))
    let words = facts.words
    if scored.count == 1 { return words(.oneAreaScores, ["area": facts.name(of: scored[0]), "score": highest]) }
    if high - low <= 1e-9 { return words(.allScoresSame, ["count": scored.count, "score": highest]) }
    func names(_ value: Double) -> Phrase {
      let names = tied(value).map { Phrase(facts.name(of: $0)) }
      guard names.count > longestList else { return words.list(names) }
      return words.list(names.prefix(longestList) + [words(.andMore, ["count": names.count - longestList])])
    }
    return words(
      .strongestAndWeakest, ["strongest": names(high), "high": highest, "weakest": names(low), "low": lowest])
  }

  /// A score that several areas share, right beside the level and the target of each.
  private static func shown(_ score: Double, of areas: [SubjectScore], _ facts: ReportFacts) -> String {
    let levels = facts.assessment.levels
    let decimals = areas.map { ShownScore.decimals(score, levels: levels, target: $0.target) }.max() ?? 1
    return facts.words.rounded(score, decimals: decimals)
  }

  private static func targets(of scored: [SubjectScore], all areas: Int, _ words: ReportWords) -> Phrase? {
    guard !scored.isEmpty else { return nil }
    let below = scored.filter { NumberWords.isBelowTarget($0) }.count
    if scored.count == 1 { return words(below == 1 ? .belowItsTarget : .reachesItsTarget) }
    let isAll = scored.count == areas
    let isBoth = scored.count == 2
    let message: ReportMessage =
      switch below {
      case 0 where isBoth: isAll ? .bothReachTarget : .bothScoredReachTarget
      case 0: isAll ? .allReachTarget : .allScoredReachTarget
      case scored.count where isBoth: isAll ? .bothBelowTarget : .bothScoredBelowTarget
      case scored.count: isAll ? .allBelowTarget : .allScoredBelowTarget
      default: isAll ? .someBelowTarget : .someScoredBelowTarget
      }
    return words(message, ["below": below, "all": scored.count])
  }

  private static func missing(_ areas: [SubjectScore], _ words: ReportWords) -> [Phrase] {
    let withheld = areas.filter(\.isWithheld).count
    let undefined = areas.filter { $0.score.value == nil && !$0.isWithheld }.count
    if withheld == areas.count, withheld > 0 { return [words(.allAreasWithheld)] }
    if undefined == areas.count { return [words(.noAreaHasScore)] }
    var sentences: [Phrase] = []
    if withheld > 0 { sentences.append(words(.areasWithheld, ["count": withheld])) }
    if undefined > 0 { sentences.append(words(.areasWithoutScore, ["count": undefined])) }
    return sentences
  }

  private static func figures(
    _ cohort: ReportFacts.Cohort, _ facts: ReportFacts
  ) -> [(label: Phrase, value: Phrase)] {
    guard let everyone = cohort.everyone, !everyone.isSuppressed else { return [] }
    let words = facts.words
    var figures: [(label: Phrase, value: Phrase)] = []
    if let respondents = everyone.respondents, !cohort.isMeasured {
      let label = words(cohort.isAgreed ? .figureAgreed : .figurePeople, ["count": respondents])
      figures.append((label, Phrase(String(respondents))))
    }
    let statuses = everyone.questions.compactMap(\.statuses)
    if statuses.count == everyone.questions.count {
      let applicable = statuses.reduce(0) { $0 + $1.applicable }
      let answered = statuses.reduce(0) { $0 + $1[.answered] }
      if applicable > 0 {
        figures.append((words(.figureAnswered), Phrase(words.percent(Double(answered) / Double(applicable)))))
      }
    }
    let targets = everyone.areas.filter { $0.gap != nil }
    if !targets.isEmpty {
      let reached = targets.filter { !NumberWords.isBelowTarget($0) }.count
      figures.append((words(.figureTargets), words(.reachedOf, ["reached": reached, "all": targets.count])))
    }
    if let overall = everyone.overall, overall.score.value != nil {
      figures.append((words(.figureOverall), Phrase(facts.shown(overall))))
    }
    return figures
  }
}
