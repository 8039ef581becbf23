import DigitalMaturity

/// The areas over all audiences together, as a table that every format shows.
struct PooledTable {
  private let facts: ReportFacts

  /// Nil where the assessment does not say what each audience counts.
  init?(_ facts: ReportFacts) {
    guard !facts.pooled.isEmpty else { return nil }
    self.facts = facts
  }

  let title: Phrase = "All audiences together"

  var introduction: Phrase {
    let parts = facts.pooled.first?.parts ?? []
    let names = parts.map { part -> Phrase in "\(name(of: part.questionnaire)) counts \(NumberWords.exact(part.weight))"
    }
    return
      "Each score is the average of the audiences’ own scores, as the assessment declares: \(Phrase.list(names)). An audience that was not asked about an area has no part in it."
  }

  var columns: [(heading: Phrase, isNumber: Bool)] {
    let parts = facts.pooled.first?.parts ?? []
    return [("Area", false)] + parts.map { (name(of: $0.questionnaire), true) }
      + [("Together", true), ("Level", false), ("Target", true), ("Gap", true)]
  }

  var rows: [[Phrase]] {
    facts.pooled.map { score in
      [Phrase(facts.content(score.area.name))]
        + score.parts.map { part in
          part.score.reason?.code == .notAsked ? "not asked" : Phrase(NumberWords.figure(part.score, decimals: 1))
        } + [
          shown(score), level(of: score), Phrase(score.area.target.map(NumberWords.exact) ?? NumberWords.none),
          gap(of: score),
        ]
    }
  }

  private func shown(_ score: PooledScore) -> Phrase {
    guard let value = score.score.value else { return Phrase(NumberWords.figure(score.score, decimals: 1)) }
    let levels = score.level == nil ? [] : facts.assessment.levels
    return Phrase(ShownScore.text(value, levels: levels, target: score.area.target))
  }

  private func level(of score: PooledScore) -> Phrase {
    if let level = facts.assessment.levels.first(where: { $0.id == score.level }) {
      return Phrase(facts.content(level.name))
    }
    return score.score.reason.map { Phrase($0.sentence) } ?? Phrase(NumberWords.none)
  }

  private func gap(of score: PooledScore) -> Phrase {
    guard let gap = score.gap, let value = score.score.value, let target = score.area.target else {
      return Phrase(NumberWords.none)
    }
    let size = ShownScore.gap(value, levels: facts.assessment.levels, target: target)
    return size.map { "\($0) \(gap > 0 ? "below" : "above")" } ?? "on target"
  }

  private func name(of questionnaire: Identifier<Questionnaire>) -> Phrase {
    let cohort = facts.cohorts.first { $0.scorecard.questionnaire == questionnaire }
    return Phrase(cohort?.name ?? Content(questionnaire.rawValue))
  }
}
