public import DigitalMaturity

extension Roadmap {
  /// The programme as a page: Workstream, Project, Description, Timeframe; with a month also how each piece of work stands.
  /// - Parameters:
  ///   - assessment: The assessment, for its names.
  ///   - month: The month in which work is looked at; the plan alone when nil.
  ///   - standings: Where the areas stand, for what serves nothing; not said without.
  ///   - budget: The officer-days within which actions were chosen, where they were.
  ///   - language: The language of the assessment's texts.
  public func page(
    _ assessment: Assessment, in month: Month? = nil, standings: AreaStandings? = nil, budget: Double? = nil,
    language: String? = nil
  ) -> ResultPage {
    let words = PlanWords(assessment, language)
    var page = ResultPage(title: "Programme: \(words.text(assessment.title))", tables: [])
    page.introduction = introduction(words, month)
    page.tables = [month.map { statusTable(words, $0) } ?? planTable(words)]
    if !assessment.governance.isEmpty {
      page.tables.append(
        ResultTable(
          title: "Who decides", columns: [.words("Body"), .words("Decides")],
          rows: assessment.governance.map { body in
            [.text(words.text(body.name)), body.decides.map { .text(words.text($0)) } ?? .none]
          }))
    }
    page.notes = notes(words, month, standings, budget)
    page.data = dataTable(words, month)
    return page
  }

  private func introduction(_ words: PlanWords, _ month: Month?) -> [String] {
    let count = items.count
    guard count > 0 else {
      return ["The assessment has no projects, and no action has become part of a programme yet."]
    }
    let span = span.map { ", \(words.months($0))" } ?? ""
    var sentences = ["\(count) piece\(count == 1 ? "" : "s") of work\(span)."]
    if let month {
      let statuses = items.map { $0.status(in: month) }
      func count(_ isCounted: (RoadmapStatus) -> Bool) -> Int { statuses.count(where: isCounted) }
      let unknown = count { $0 == .notRecorded }
      let parts = [
        (count { if case .done = $0 { true } else { false } }, "done"),
        (count { $0 == .underWay }, "under way"),
        (count { if case .late = $0 { true } else { false } }, "late"),
        (count { if case .notBegun = $0 { true } else { false } }, "not begun in time"),
        (count { $0 == .planned || $0 == .notPlanned }, "still to begin"),
        (count { $0 == .stopped }, "stopped"),
      ]
      let told =
        parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" } + (unknown > 0 ? ["nothing recorded of \(unknown)"] : [])
      sentences.append("In \(words.month(month)): \(told.joined(separator: ", ")).")
    }
    return sentences
  }

  /// What is to be mended, areas that nothing serves in one line, and where the programme comes from.
  private func notes(
    _ words: PlanWords, _ month: Month?, _ standings: AreaStandings?, _ budget: Double?
  ) -> [String] {
    var notes: [String] = []
    if let month, items.contains(where: { $0.status(in: month) == .notRecorded }) {
      notes.append(
        "Nothing recorded: the work should have begun, and nobody has written how far it has come. Give it a state, such as "
          + "idea, pilot or done, and the months in which it started and finished.")
    }
    var unserved: [String] = []
    for problem in problems(standings) {
      if case .nothingServes(let area) = problem {
        unserved.append(words.text(area.name))
      } else {
        notes.append("To mend: \(problem.sentence(language: words.language))")
      }
    }
    if !unserved.isEmpty {
      let within = budget.map { " within \(DecimalText.exact($0)) officer-days" } ?? ""
      notes.append("Below target and not served\(within): \(MessageCatalogue.english.list(unserved)).")
    }
    if items.contains(where: { $0.kind == .project }), let source = words.assessment.source {
      notes.append("Source: \(words.text(source))")
    }
    return notes
  }

  /// Who leads and how long it takes stand behind, where the programme says so of anything.
  private func planTable(_ words: PlanWords) -> ResultTable {
    let hasLeads = items.contains { $0.lead != nil }
    let hasEfforts = items.contains { $0.effort != nil }
    var columns: [ResultTable.Column] = [
      .words("Workstream"), .words("Project"), .words("Description"), .words("Timeframe"),
    ]
    if hasLeads { columns.append(.words("Lead")) }
    if hasEfforts { columns.append(.number("Officer-days")) }
    return ResultTable(
      title: "The programme by workstream", columns: columns,
      rows: items.map { item in
        var row: [ResultTable.Cell] = [
          .text(words.workstream(item.workstream)), .text(words.text(item.name)),
          item.description.map { .text(words.text($0)) } ?? .none,
          item.timeframe.map { .text(words.months($0)) } ?? .none,
        ]
        if hasLeads { row.append(item.lead.map { .text(words.text($0)) } ?? .none) }
        if hasEfforts { row.append(item.effort.map { .number($0, decimals: 0) } ?? .none) }
        return row
      })
  }

  private func statusTable(_ words: PlanWords, _ month: Month) -> ResultTable {
    ResultTable(
      title: "How the work stands in \(words.month(month))",
      columns: [
        .words("Workstream"), .words("Project"), .words("Planned"), .words("Actual"), .words("Stands"), .words("Why"),
      ],
      rows: items.map { item in
        [
          .text(words.workstream(item.workstream)), .text(words.text(item.name)),
          item.timeframe.map { .text(words.months($0)) } ?? .none,
          words.actual(item.progress).map { .text($0) } ?? .none,
          .text(words.status(item.status(in: month), item.progress)),
          item.progress?.reason.map { .text(words.text($0)) } ?? .none,
        ]
      })
  }

  private func dataTable(_ words: PlanWords, _ month: Month?) -> ResultTable {
    let columns = [
      "Workstream", "Kind", "Id", "Project", "Description", "Lead", "From", "To", "State", "Since", "Started",
      "Finished", "Serves", "Requires", "Officer-days",
    ]
    func cell(_ text: String?) -> ResultTable.Cell { text.map { .text($0) } ?? .none }
    return ResultTable(
      title: "The programme", columns: (columns + (month == nil ? [] : ["Stands"])).map { .words($0) },
      rows: items.map { item in
        let progress = item.progress
        var row: [ResultTable.Cell] = [
          cell(item.workstream?.rawValue), .text(item.kind.rawValue), .text(item.id), .text(words.text(item.name)),
          cell(item.description.map(words.text)), cell(item.lead.map(words.text)),
          cell(item.timeframe?.from.description), cell(item.timeframe?.to.description),
          cell(progress?.state.rawValue), cell(progress?.since?.description), cell(progress?.started?.description),
          cell(progress?.finished?.description), .text(item.serves.map(\.rawValue).joined(separator: " ")),
          .text(item.requires.joined(separator: " ")), item.effort.map { .number($0, decimals: 0) } ?? .none,
        ]
        if let month { row.append(.text(words.status(item.status(in: month), progress))) }
        return row
      })
  }
}

extension PlanWords {
  /// A month in words, such as April 2019.
  func month(_ month: Month) -> String {
    let words = MessageCatalogue.english
    let name = CommonMessage.month(month.month).map { words.text($0) } ?? month.description
    return words.text(CommonMessage.monthOfYear, ["month": name, "year": month.year])
  }

  /// From a month to a month, in words; one month once.
  func months(_ timeframe: Timeframe) -> String {
    timeframe.from == timeframe.to ? month(timeframe.from) : "\(month(timeframe.from)) to \(month(timeframe.to))"
  }

  /// When work really began and ended; nil when nobody noted it.
  func actual(_ progress: Progress?) -> String? {
    switch (progress?.started, progress?.finished) {
    case (let started?, let finished?): months(Timeframe(from: started, to: finished))
    case (let started?, nil): "since \(month(started))"
    case (nil, let finished?): "to \(month(finished))"
    case (nil, nil): nil
    }
  }

  func status(_ status: RoadmapStatus, _ progress: Progress?) -> String {
    func months(_ number: Int) -> String { "\(number) month\(number == 1 ? "" : "s")" }
    let step = progress.map { words($0.state) }
    let since = progress?.since.map { " in \(month($0))" } ?? ""
    return switch status {
    case .notPlanned: "No months planned"
    case .planned: "Planned"
    case .notRecorded: "Nothing recorded"
    case .notBegun(let late): "Not begun, \(months(late)) late"
    case .underWay: "Under way\(step.map { ": \($0)" } ?? "")"
    case .late(let late): "\(months(late)) late\(step.map { ": \($0)" } ?? "")"
    case .done(let late): late > 0 ? "Done, \(months(late)) late" : "Done"
    case .stopped: "Stopped\(since)"
    }
  }

  private func words(_ state: Progress.State) -> String {
    switch state {
    case .idea: "idea"
    case .proofOfConcept: "proof of concept"
    case .pilot: "pilot"
    case .delivery: "delivery"
    case .done: "done"
    case .stopped: "stopped"
    }
  }
}
