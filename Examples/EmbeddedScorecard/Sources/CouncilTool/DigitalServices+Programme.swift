import DigitalMaturity

/// What could be done about the results of the first assessment, and what is being done.
extension DigitalServices {
  static let workstreams = [
    Workstream(id: "engage", name: "Engage"),
    Workstream(id: "solve", name: "Solve"),
  ]

  /// Effort is in officer-days, uplift in levels: estimates of those who wrote them.
  static let actions = [
    Action(
      id: "forms", name: "Put the ten busiest forms online", area: "online",
      when: .test(.area("online"), .below(4)), workstream: "solve", effort: 30, uplift: 0.75,
      alsoRaises: ["tools": 0.25], timeframe: months("2027-01", "2027-06")),
    Action(
      id: "tracking", name: "Show residents how far a request is", area: "online", workstream: "solve", effort: 25,
      uplift: 0.75, timeframe: months("2027-07", "2027-10"), requires: ["forms"]),
    Action(
      id: "helpers", name: "A digital helper at every counter", area: "help", when: .test(.area("help"), .below(4)),
      workstream: "engage", effort: 15, uplift: 0.5, timeframe: months("2027-02", "2027-05")),
    Action(
      id: "contractor", name: "Buy help for residents in", area: "help", workstream: "engage", effort: 8, uplift: 0.25,
      excludes: ["helpers"]),
    Action(
      id: "laptops", name: "Replace computers older than five years", area: "tools",
      when: .test(.area("tools"), .below(3.5)), workstream: "solve", effort: 12, uplift: 0.5),
  ]

  static let projects = [
    Project(
      id: "plain-words", name: "Plain words", description: "Letters and pages rewritten with readers.",
      workstream: "engage", timeframe: months("2026-09", "2027-03"), progress: Progress(.pilot), serves: ["help"])
  ]

  private static func months(_ from: String, _ to: String) -> Timeframe? {
    guard let from = Month(from), let to = Month(to) else { return nil }
    return Timeframe(from: from, to: to)
  }
}
