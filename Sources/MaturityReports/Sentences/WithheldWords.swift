import DigitalMaturity

/// What a cohort's results withhold, and why, in sentences.
struct WithheldWords: Sendable {
  /// The rule that was applied.
  let rule: Phrase
  /// Whole groups, one sentence a breakdown.
  let groups: [Phrase]
  /// Single figures of groups that are otherwise shown.
  let figures: [Phrase]

  var isNothing: Bool { groups.isEmpty && figures.isEmpty }

  init(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    let threshold = cohort.scorecard.policy.threshold
    if cohort.isAgreed {
      rule = "These are answers that a group agreed on. They are not about any one person, so nothing is withheld."
    } else {
      let withheld: Phrase =
        """
        A figure is withheld when fewer than \(threshold) people stand behind it, or when another withheld figure \
        could be worked out from it. It is marked \(NumberWords.withheld).
        """
      let shown: Phrase =
        """
        Among \(threshold) people or more, the number who gave one answer or reached one level may be small, and is \
        shown.
        """
      rule = cohort.isWithheld ? withheld : "\(withheld) \(shown)"
    }
    var groups: [Phrase] = []
    if cohort.isWithheld { groups.append("Everyone: all results.") }
    for breakdown in cohort.scorecard.breakdowns {
      let hidden = cohort.scorecard.groups(by: breakdown).filter(\.isSuppressed)
      if hidden.isEmpty { continue }
      groups.append("By \(facts.name(of: breakdown)): \(Self.names(hidden, cohort, facts, breakdown)).")
    }
    self.groups = groups
    figures = cohort.scorecard.groups.filter { !$0.isSuppressed }.compactMap { Self.figures(of: $0, cohort, facts) }
  }

  /// The groups that are withheld; where they are most of many, those that are shown.
  private static func names(
    _ hidden: [GroupResult], _ cohort: ReportFacts.Cohort, _ facts: ReportFacts, _ breakdown: [Identifier<Attribute>]
  ) -> Phrase {
    func list(_ groups: [GroupResult]) -> Phrase {
      Phrase.joined(groups.map { facts.name(of: $0.key, in: cohort) }, by: "; ")
    }
    let all = cohort.scorecard.groups(by: breakdown)
    let shown = all.filter { !$0.isSuppressed }
    if hidden.count <= 8 || hidden.count <= shown.count { return list(hidden) }
    if shown.isEmpty { return "all \(all.count) groups" }
    return "\(hidden.count) of \(all.count) groups, all but \(list(shown))"
  }

  /// Areas are named; figures of other kinds are counted.
  private static func figures(of group: GroupResult, _ cohort: ReportFacts.Cohort, _ facts: ReportFacts) -> Phrase? {
    var parts: [Phrase] = []
    let areas = group.areas.filter(\.isWithheld)
    if areas.count > 0, areas.count == group.areas.count {
      parts.append("all areas")
    } else {
      parts += areas.map { Phrase(facts.name(of: $0)) }
    }
    for (scores, one, many) in [
      (group.themes, "theme", "themes"), (group.principles, "principle", "principles"),
      (group.literacies, "literacy", "literacies"),
    ] {
      let count = scores.filter(\.isWithheld).count
      if count > 0 { parts.append(Phrase(NumberWords.counted(count, one, many))) }
    }
    if group.overall?.isWithheld ?? false { parts.append("the overall score") }
    let questions = group.questions.filter(\.isWithheld).count
    if questions > 0 { parts.append(Phrase(NumberWords.counted(questions, "question", "questions"))) }
    return parts.isEmpty ? nil : "\(facts.name(of: group.key, in: cohort)): \(Phrase.list(parts))."
  }
}
