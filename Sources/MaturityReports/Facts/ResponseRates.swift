import DigitalMaturity

/// How many of those there are took part, in all and in each group: where headcounts are known, and nothing of a group that is
/// withheld.
struct ResponseRates: Sendable {
  struct Row: Sendable {
    let name: Phrase
    /// How many took part; nil when that is withheld.
    let respondents: Int?
    /// How many there are.
    let people: Int

    /// The share that took part, 0 and up; undefined when withheld, and where there is nobody.
    var rate: Figure<Double> {
      guard let respondents else { return .undefined(.withheld) }
      return people > 0 ? .value(Double(respondents) / Double(people)) : .undefined(.noneAnswered)
    }
  }

  /// The groups of one breakdown.
  struct Part: Sendable {
    let attributes: [Identifier<Attribute>]
    let rows: [Row]
  }

  let cohort: ReportFacts.Cohort
  let everyone: Row
  let parts: [Part]

  /// Nil without headcounts, and for what groups agreed on.
  init?(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    guard !cohort.isAgreed, let everyone = cohort.everyone,
      let headcounts = Self.headcounts(cohort, facts), !headcounts.isEmpty
    else { return nil }
    let own = Set(headcounts.flatMap { $0.key.map(\.attribute) })
    let scorecard = cohort.scorecard
    func row(_ key: [GroupAttribute], _ respondents: Int?) -> Row {
      let people = headcounts.reduce(0) { $0 + (Set($1.key).isSuperset(of: key) ? $1.people : 0) }
      return Row(name: facts.name(of: key, in: cohort), respondents: respondents, people: people)
    }
    self.cohort = cohort
    self.everyone = row([], everyone.respondents)
    var breakdowns = scorecard.breakdowns.filter { $0.allSatisfy(own.contains) }
    var known = scorecard.groups.map { (key: $0.key, respondents: $0.respondents) }
    // Those that scores are weighted by are known too, whether or not there is a breakdown by them.
    if let population = scorecard.population, !breakdowns.contains(population.attributes) {
      breakdowns.insert(population.attributes, at: 0)
      known += population.groups.map { ($0.key, $0.respondents) }
    }
    parts = breakdowns.map { attributes in
      let groups = known.filter { $0.key.map(\.attribute) == attributes && $0.key.allSatisfy { $0.value != nil } }
      return Part(attributes: attributes, rows: groups.map { row($0.key, $0.respondents) }.filter { $0.people > 0 })
    }.filter { !$0.rows.isEmpty }
  }

  /// How many people there are in each group: what the host gives, else what scores are weighted to.
  private static func headcounts(
    _ cohort: ReportFacts.Cohort, _ facts: ReportFacts
  ) -> [(key: [GroupAttribute], people: Int)]? {
    if let given = facts.headcounts[cohort.scorecard.questionnaire] {
      return given.groups.map { group in
        (zip(given.attributes, group.values).map { GroupAttribute(attribute: $0, value: $1) }, group.people)
      }
    }
    return cohort.scorecard.population?.groups.compactMap { group in group.headcount.map { (group.key, $0) } }
  }
}
