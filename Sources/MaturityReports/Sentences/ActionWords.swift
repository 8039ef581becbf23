import DigitalMaturity

/// The particulars of an action, in words.
enum ActionWords {
  /// Workstream, lead, effort, time and whose results recommend it; only what is known.
  static func details(of action: Action, _ cohorts: [ReportFacts.Cohort], _ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    var details: [Phrase] = []
    if let id = action.workstream {
      let name = facts.assessment.workstreams.first { $0.id == id }?.name
      details.append(words(.actionWorkstream, ["name": name.map { facts.content($0) } ?? Content(id.rawValue)]))
    }
    details += leadAndEffort(of: action, facts)
    if let timeframe = action.timeframe { details.append(words.timeframe(timeframe)) }
    if facts.cohorts.count > 1 {
      details.append(words(.actionFrom, ["cohorts": words.list(cohorts.map { Phrase($0.name) })]))
    }
    return details
  }

  /// Who leads it and what it takes; only what is known.
  static func leadAndEffort(of action: Action, _ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    var details: [Phrase] = []
    if let lead = facts.content(action.lead) { details.append(words(.actionLead, ["name": lead])) }
    if let effort = action.effort {
      details.append(words(.actionEffort, ["days": words.days(effort)]))
    }
    return details
  }
}
