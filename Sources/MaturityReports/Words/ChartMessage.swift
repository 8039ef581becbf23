import DigitalMaturity

/// The phrases of charts that stand alone, in English. Catalogues of other languages have them under `charts`.
enum ChartMessage: String, CatalogueMessage {
  static let group = "charts"

  // MARK: The programme

  case programme = "Programme: {title}"
  case planned = "Planned"
  case actual = "Actual"
  case late = "Late"
  case stopped = "Stopped"
  case endOf = "End of {month}"
  case noMonths = "No months are planned."
  case noWorkstream = "No workstream"
  case workStopped = "{work} (stopped)"
  case workLate = "{work} (late by {count, plural, one {# month} other {# months}})"
  case workPlanned = "{group}, {work}: planned {months}"
  case inFact = "{work}, in fact {months}"
  case inFactFrom = "{work}, in fact from {month}"
  case inFactTo = "{work}, in fact to {month}"

  // MARK: What moved

  case changed = "What changed, {from} to {to}"
  case higher = "Higher"
  case lower = "Lower"
  case noClearChange = "No clear change"
}
