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
      "Each score is the average of the audiences’ own scores, as the assessment declares: \(Phrase.list(names)). An audience that was not asked about an area has no part in it.\(difference)"
  }

  var columns: [(heading: Phrase, isNumber: Bool)] {
    let parts = facts.pooled.first?.parts ?? []
    var columns: [(heading: Phrase, isNumber: Bool)] = [("Area", false)]
    columns += parts.map { (name(of: $0.questionnaire), true) }
    if parts.count == 2 { columns.append(("Difference", true)) }
    return columns + [("Together", true), ("Level", false), ("Target", true), ("Gap", true)]
  }

  var rows: [[Phrase]] {
    facts.pooled.map { score in
      [Phrase(facts.content(score.area.name))]
        + score.parts.map { part in
          part.score.reason?.code == .notAsked ? "not asked" : Phrase(NumberWords.figure(part.score, decimals: 1))
        } + (score.parts.count == 2 ? [difference(score.parts[0], score.parts[1])] : []) + [
          shown(score), level(of: score), Phrase(score.area.target.map(NumberWords.exact) ?? NumberWords.none),
          gap(of: score),
        ]
    }
  }

  /// What the difference of two audiences is, in a sentence; nothing where there are more.
  private var difference: Phrase {
    let parts = facts.pooled.first?.parts ?? []
    guard parts.count == 2 else { return "" }
    return
      " The difference is \(name(of: parts[1].questionnaire)) less \(name(of: parts[0].questionnaire)): they were not asked the same, so take it as a reason to ask why."
  }

  /// The second score less the first, with its sign.
  private func difference(_ first: PooledScore.Part, _ second: PooledScore.Part) -> Phrase {
    guard let one = first.score.value, let other = second.score.value else {
      let isWithheld = [first, second].contains { $0.score.reason?.code == .withheld }
      return Phrase(isWithheld ? NumberWords.withheld : NumberWords.none)
    }
    let size = DecimalText.rounded(abs(other - one), decimals: 1)
    return Phrase(size == "0.0" ? size : (other < one ? "−" : "+") + size)
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
