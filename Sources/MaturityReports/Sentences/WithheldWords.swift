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
    let words = facts.words
    let threshold = cohort.scorecard.policy.threshold
    if cohort.isAgreed {
      rule = words(cohort.isMeasured ? .measuredRule : .nothingWithheldRule)
    } else {
      let withheld = words(.withheldRule, ["threshold": threshold, "mark": NumberWords.withheld])
      let shown = words(.smallCounts, ["threshold": threshold])
      rule = cohort.isWithheld ? withheld : "\(withheld) \(shown)"
    }
    var groups: [Phrase] = []
    if cohort.isWithheld { groups.append(words(.everyoneWithheld)) }
    for breakdown in cohort.scorecard.breakdowns {
      let hidden = cohort.scorecard.groups(by: breakdown).filter { $0.isSuppressed }
      if hidden.isEmpty { continue }
      let names = Self.names(hidden, cohort, facts, breakdown)
      groups.append(words(.groupsWithheldBy, ["attributes": facts.name(of: breakdown), "groups": names]))
    }
    self.groups = groups
    let all = cohort.scorecard.groups
    figures = all.indices.compactMap { all[$0].isSuppressed ? nil : Self.figures(of: all[$0], cohort, facts) }
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
    if shown.isEmpty { return facts.words(.allGroups, ["count": all.count]) }
    return facts.words(.allGroupsBut, ["hidden": hidden.count, "all": all.count, "shown": list(shown)])
  }

  /// Areas are named; figures of other kinds are counted.
  private static func figures(of group: GroupResult, _ cohort: ReportFacts.Cohort, _ facts: ReportFacts) -> Phrase? {
    let words = facts.words
    var parts: [Phrase] = []
    // Counted first: hardly any is withheld.
    let areas = group.areas.withheldCount
    if areas > 0, areas == group.areas.count {
      parts.append(words(.allAreas))
    } else if areas > 0 {
      parts += group.areas.filter(\.isWithheld).map { Phrase(facts.name(of: $0)) }
    }
    func count(_ count: Int, _ message: ReportMessage) {
      if count > 0 { parts.append(words(message, ["count": count])) }
    }
    count(group.themes.withheldCount, .countThemes)
    count(group.principles.withheldCount, .countPrinciples)
    count(group.literacies.withheldCount, .countLiteracies)
    if group.overall?.isWithheld ?? false { parts.append(words(.kindOverall)) }
    count(group.questions.withheldCount, .countQuestions)
    if parts.isEmpty { return nil }
    return words(
      .figuresOfGroup, ["group": facts.name(of: group.key, in: cohort), "figures": words.list(parts)])
  }
}
