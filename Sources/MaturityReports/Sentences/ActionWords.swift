import DigitalMaturity

/// The particulars of an action, in words.
enum ActionWords {
  /// Workstream, lead, effort, time and whose results recommend it; only what is known.
  static func details(of action: Action, _ cohorts: [ReportFacts.Cohort], _ facts: ReportFacts) -> [Phrase] {
    var details: [Phrase] = []
    if let id = action.workstream {
      let name = facts.assessment.workstreams.first { $0.id == id }?.name
      details.append("Workstream: \(name.map { facts.content($0) } ?? Content(id.rawValue))")
    }
    if let lead = facts.content(action.lead) { details.append("Lead: \(lead)") }
    if let effort = action.effort {
      details.append("Effort: \(NumberWords.exact(effort)) officer-\(effort == 1 ? "day" : "days")")
    }
    if let timeframe = action.timeframe { details.append(Phrase(NumberWords.timeframe(timeframe))) }
    if facts.cohorts.count > 1 {
      details.append("From the results of: \(Phrase.list(cohorts.map { Phrase($0.name) }))")
    }
    return details
  }
}
