public import DigitalMaturity

/// How a piece of work stands in a month, beside what was planned.
public enum RoadmapStatus: Sendable, Hashable {
  /// No months are planned, and nothing was begun.
  case notPlanned
  /// It is to begin in this month or later.
  case planned
  /// It was to begin before this month, and nobody has said whether it has.
  case notRecorded
  /// It was to begin so many months ago, and is an idea still.
  case notBegun(monthsLate: Int)
  /// It goes on, and its last month is not past.
  case underWay
  /// It was to end so many months ago, and goes on.
  case late(months: Int)
  /// It is done; so many months after it was to end, 0 when in time or nobody noted when.
  case done(monthsLate: Int)
  /// It was given up.
  case stopped
}

extension Roadmap.Item {
  /// How many months late the work is in a month, or was when it was done: 0 for what is in time, and where nothing is recorded.
  public func monthsLate(in month: Month) -> Int {
    switch status(in: month) {
    case .notBegun(let months), .late(let months), .done(let months): months
    case .notPlanned, .planned, .notRecorded, .underWay, .stopped: 0
    }
  }

  /// How the work stands in a month.
  ///
  /// An idea has not begun; a proof of concept, a pilot or a delivery has, whether or not somebody noted when. Of work without
  /// a state it is not known: it is never said to be late.
  public func status(in month: Month) -> RoadmapStatus {
    let state = progress?.state
    if state == .stopped { return .stopped }
    if state == .done {
      guard let finished = progress?.finished, let to = timeframe?.to else { return .done(monthsLate: 0) }
      return .done(monthsLate: max(0, finished.months(since: to)))
    }
    let hasBegun = progress?.started.map { $0 <= month } ?? (state != nil && state != .idea)
    guard let timeframe else { return hasBegun ? .underWay : .notPlanned }
    if hasBegun {
      let late = month.months(since: timeframe.to)
      return late > 0 ? .late(months: late) : .underWay
    }
    let late = month.months(since: timeframe.from)
    guard late > 0 else { return .planned }
    return progress == nil ? .notRecorded : .notBegun(monthsLate: late)
  }
}
