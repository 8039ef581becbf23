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
    var sentence: Phrase =
      "Everyone’s scores are weighted, so that each \(facts.name(of: population.attributes)) counts by its headcount and not by how many answered"
    if let effect = effect { sentence = "\(sentence); \(effect)" }
    return "\(sentence). Counts and groups are as people answered."
  }

  /// The largest design effect among areas: what is said of it holds for all.
  private var effect: Phrase? {
    let areas = cohort.everyone?.areas ?? []
    guard let worst = areas.filter({ $0.weighting != nil }).max(by: { effect($0) < effect($1) }),
      let weighting = worst.weighting, let people = worst.people
    else { return nil }
    let number = DecimalText.rounded(weighting.designEffect, decimals: 2)
    let sure = DecimalText.rounded(weighting.effectivePeople, decimals: 0)
    return "that makes them about as sure as \(sure) of \(people) people would (design effect at most \(number))"
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
        cautions.append(
          "\(name): \(NumberWords.counted(people, "person", "people")) without a headcount; each counts as people do on average."
        )
      case (nil, nil): cautions.append("\(name): there is no headcount; each person counts as people do on average.")
      case (let headcount?, 0?) where headcount > 0:
        cautions.append(
          "\(name): nobody answered, so its \(NumberWords.counted(headcount, "person is", "people are")) not represented."
        )
      case (let headcount?, let people?) where people > headcount:
        cautions.append("\(name): \(people) answered, more than its headcount of \(headcount); check the headcounts.")
      default: break
      }
    }
    return cautions
  }
}
