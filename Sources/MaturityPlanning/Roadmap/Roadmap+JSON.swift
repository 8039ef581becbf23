public import DigitalMaturity

extension Roadmap {
  /// The programme as JSON: `items`, and `problems` as sentences.
  /// - Parameters:
  ///   - month: The month in which the work is looked at; each item then has a `status` and `monthsLate`.
  ///   - standings: Where the areas stand: areas below target that nothing serves are then among the problems.
  public func json(in month: Month? = nil, standings: AreaStandings? = nil) -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.member("month", month?.description)
      writer.key("items")
      writer.array { writer in
        for item in items {
          writer.object { writer in item.write(to: &writer, in: month) }
        }
      }
      writer.key("problems")
      writer.array { writer in problems(standings).forEach { writer.value($0.sentence()) } }
    }
    return writer.finish()
  }
}

extension Roadmap.Item {
  fileprivate func write(to writer: inout JSONWriter, in month: Month?) {
    writer.member("kind", kind.rawValue)
    writer.member("id", id)
    writer.member("name", name.text)
    writer.member("workstream", workstream?.rawValue)
    writer.member("lead", lead?.text)
    writer.member("effort", effort)
    writer.member("from", timeframe?.from.description)
    writer.member("to", timeframe?.to.description)
    writer.member("state", progress?.state.rawValue)
    writer.member("since", progress?.since?.description)
    writer.member("reason", progress?.reason?.text)
    writer.member("started", progress?.started?.description)
    writer.member("finished", progress?.finished?.description)
    writer.key("serves")
    writer.array { writer in serves.forEach { writer.value($0.rawValue) } }
    writer.key("requires")
    writer.array { writer in requires.forEach { writer.value($0) } }
    guard let month else { return }
    let (status, late) = status(in: month).code
    writer.member("status", status)
    writer.member("monthsLate", late)
  }
}

extension RoadmapStatus {
  /// The status as a word for programs, and how many months late, where something can be.
  fileprivate var code: (status: String, monthsLate: Int?) {
    switch self {
    case .notPlanned: ("not-planned", nil)
    case .planned: ("planned", nil)
    case .notRecorded: ("not-recorded", nil)
    case .notBegun(let months): ("not-begun", months)
    case .underWay: ("under-way", nil)
    case .late(let months): ("late", months)
    case .done(let months): ("done", months)
    case .stopped: ("stopped", nil)
    }
  }
}
