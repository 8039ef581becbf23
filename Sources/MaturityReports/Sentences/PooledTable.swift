import DigitalMaturity

/// The areas over all audiences together, as a table that every format shows.
struct PooledTable {
  private let facts: ReportFacts

  /// Nil where the assessment does not say what each audience counts.
  init?(_ facts: ReportFacts) {
    guard !facts.pooled.isEmpty else { return nil }
    self.facts = facts
  }

  var words: ReportWords { facts.words }

  var title: Phrase { words(.pooledTitle) }
  var caption: Phrase { words(.pooledCaption) }

  var introduction: Phrase {
    let parts = facts.pooled.first?.parts ?? []
    let names = parts.map {
      words(.pooledPart, ["name": name(of: $0.questionnaire), "weight": words.exact($0.weight)])
    }
    let introduction = words(.pooledIntroduction, ["parts": words.list(names)])
    return difference.map { "\(introduction) \($0)" } ?? introduction
  }

  var columns: [(heading: Phrase, isNumber: Bool)] {
    let parts = facts.pooled.first?.parts ?? []
    var columns: [(heading: Phrase, isNumber: Bool)] = [(words(.area), false)]
    columns += parts.map { (name(of: $0.questionnaire), true) }
    if parts.count == 2 { columns.append((words(.difference), true)) }
    if hasRanges { columns.append((words(.likelyRange), true)) }
    columns.append((words(.together), true))
    columns.append((words(.level), false))
    columns.append((words(.target), true))
    columns.append((words(.gap), true))
    return columns
  }

  var rows: [[Phrase]] {
    facts.pooled.map { score in
      [Phrase(facts.content(score.area.name))]
        + score.parts.map { part in
          part.score.reason?.code == .notAsked ? words(.notAsked) : Phrase(words.figure(part.score, decimals: 1))
        } + (score.parts.count == 2 ? [difference(score.parts[0], score.parts[1])] : [])
        + (hasRanges ? [range(score)] : []) + [
          shown(score), level(of: score), Phrase(score.area.target.map { words.exact($0) } ?? NumberWords.none),
          gap(of: score),
        ]
    }
  }

  /// What the difference of two audiences is, in sentences; nil where there are more.
  private var difference: Phrase? {
    let parts = facts.pooled.first?.parts ?? []
    guard parts.count == 2 else { return nil }
    let names = parts.map { name(of: $0.questionnaire) }
    let meaning = words(.pooledDifference, ["first": names[0], "second": names[1]])
    let agreed = parts.map { part in
      facts.cohorts.first { $0.scorecard.questionnaire == part.questionnaire }?.isAgreed ?? false
    }
    let sureness: Phrase? =
      switch (agreed[0], agreed[1]) {
      case (true, true): words(.pooledBothFixed)
      case _ where !hasRanges: nil
      case (false, true): words(.pooledOneFixed, ["people": names[0], "fixed": names[1]])
      case (true, false): words(.pooledOneFixed, ["people": names[1], "fixed": names[0]])
      case (false, false): words(.pooledBothVary)
      }
    return sureness.map { "\(meaning) \($0)" } ?? meaning
  }

  /// Whether any difference has a likely range.
  private var hasRanges: Bool { facts.pooled.contains { $0.difference?.interval.value != nil } }

  /// Where a difference likely lies.
  private func range(_ score: PooledScore) -> Phrase {
    guard let interval = score.difference?.interval else { return Phrase(NumberWords.none) }
    guard let range = interval.value else {
      return Phrase(interval.reason?.code == .withheld ? NumberWords.withheld : NumberWords.none)
    }
    return words(.range, ["low": signed(range.low), "high": signed(range.high)])
  }

  /// The second score less the first, with its sign.
  private func difference(_ first: PooledScore.Part, _ second: PooledScore.Part) -> Phrase {
    guard let one = first.score.value, let other = second.score.value else {
      let isWithheld = [first, second].contains { $0.score.reason?.code == .withheld }
      return Phrase(isWithheld ? NumberWords.withheld : NumberWords.none)
    }
    return Phrase(signed(other - one))
  }

  /// A difference with its sign; one that is too small to show has none.
  private func signed(_ number: Double) -> String {
    let size = DecimalText.rounded(abs(number), decimals: 1)
    return (size == "0.0" ? "" : number < 0 ? "−" : "+") + words.catalogue.decimal(size)
  }

  private func shown(_ score: PooledScore) -> Phrase {
    guard let value = score.score.value else { return Phrase(words.figure(score.score, decimals: 1)) }
    let levels = score.level == nil ? [] : facts.assessment.levels
    return Phrase(words.catalogue.decimal(ShownScore.text(value, levels: levels, target: score.area.target)))
  }

  private func level(of score: PooledScore) -> Phrase {
    if let level = facts.assessment.levels.first(where: { $0.id == score.level }) {
      return Phrase(facts.content(level.name))
    }
    return score.score.reason.map { words.reason($0) } ?? Phrase(NumberWords.none)
  }

  private func gap(of score: PooledScore) -> Phrase {
    guard let gap = score.gap, let value = score.score.value, let target = score.area.target else {
      return Phrase(NumberWords.none)
    }
    return facts.gapWords(gap, score: value, target: target, below: .gapBelow, above: .gapAbove, on: .onTarget)
  }

  private func name(of questionnaire: Identifier<Questionnaire>) -> Phrase {
    let cohort = facts.cohorts.first { $0.scorecard.questionnaire == questionnaire }
    return Phrase(cohort?.name ?? Content(questionnaire.rawValue))
  }
}
