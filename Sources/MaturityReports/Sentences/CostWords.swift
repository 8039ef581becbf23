import DigitalMaturity

/// What results recommend and what it takes, in sentences.
enum CostWords {
  static func sentences(_ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    let actions = facts.assessment.areas.flatMap { area in facts.actions(for: area.id).map(\.action) }
    if actions.isEmpty { return [words(.noneRecommended)] }
    let efforts = actions.compactMap(\.effort)
    let days = efforts.reduce(0, +)
    return [
      words(.recommended, ["count": actions.count]),
      efforts.isEmpty
        ? words(.noEffort)
        : efforts.count == actions.count
          ? words(.effort, ["days": words.days(days)])
          : words(.effortOfSome, ["count": efforts.count, "days": words.exact(days)]),
    ]
  }
}
