import DigitalMaturity

/// That everyone's scores stand for a population, in sentences.
struct PopulationWords {
  private let cohort: ReportFacts.Cohort
  private let population: PopulationWeighting
  private let facts: ReportFacts

  /// Nil for scores in which each person counts once.
  init?(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    guard let population = cohort.scorecard.population, !cohort.isWithheld else { return nil }
    self.cohort = cohort
    self.population = population
    self.facts = facts
  }

  /// What was done, and what it costs: “Everyone's scores are weighted to the headcount by directorate …”.
  var sentence: Phrase {
    let words = facts.words
    let attributes = facts.name(of: population.attributes)
    // The largest design effect among areas: what is said of it holds for all.
    let areas = cohort.everyone?.areas ?? []
    guard let worst = areas.filter({ $0.weighting != nil }).max(by: { effect($0) < effect($1) }),
      let weighting = worst.weighting, let people = worst.people
    else { return words(.weighted, ["attributes": attributes]) }
    return words(
      .weightedEffect,
      [
        "attributes": attributes, "sure": words.rounded(weighting.effectivePeople, decimals: 0), "people": people,
        "effect": words.rounded(weighting.designEffect, decimals: 2),
      ])
  }

  private func effect(_ score: SubjectScore) -> Double { score.weighting?.designEffect ?? 0 }

  /// What cannot be weighted, or not well.
  var cautions: [Phrase] {
    var cautions: [Phrase] = []
    for group in population.groups {
      let name = facts.name(of: group.key, in: cohort)
      switch (group.headcount, group.respondents) {
      case (nil, 0?): break
      case (nil, let people?):
        cautions.append(facts.words(.withoutHeadcount, ["group": name, "count": people]))
      case (nil, nil): cautions.append(facts.words(.noHeadcount, ["group": name]))
      case (let headcount?, 0?) where headcount > 0:
        cautions.append(facts.words(.nobodyOfGroupAnswered, ["group": name, "count": headcount]))
      case (let headcount?, let people?) where people > headcount:
        cautions.append(
          facts.words(.moreThanHeadcount, ["group": name, "people": people, "headcount": headcount]))
      default: break
      }
    }
    return cautions
  }
}
