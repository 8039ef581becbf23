public import DigitalMaturity

extension Roadmap {
  /// The programme as a page: Workstream, Project, Description, Timeframe; with a month also how each piece of work stands.
  /// - Parameters:
  ///   - assessment: The assessment, for its names.
  ///   - month: The month in which work is looked at; the plan alone when nil.
  ///   - standings: Where the areas stand, for what serves nothing; not said without.
  ///   - day: The day of the results that actions were chosen by: what was to begin before it is told.
  ///   - budget: The officer-days within which actions were chosen, where they were.
  ///   - language: The language of the assessment's texts.
  ///   - catalogue: The words of the page itself.
  public func page(
    _ assessment: Assessment, in month: Month? = nil, standings: AreaStandings? = nil, resultsOf day: Day? = nil,
    budget: Double? = nil,
    language: String? = nil, words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let words = PlanWords(assessment, language, catalogue)
    var page = ResultPage(
      title: words(.programmeTitle, ["assessment": words.text(assessment.title)]), tables: [], words: catalogue)
    page.introduction = introduction(words, month)
    page.tables = items.isEmpty ? [] : [month.map { statusTable(words, $0) } ?? planTable(words)]
    if !assessment.governance.isEmpty {
      page.tables.append(
        ResultTable(
          title: words(.whoDecides), columns: [.words(words(.body)), .words(words(.decides))],
          rows: assessment.governance.map { body in
            [.text(words.text(body.name)), body.decides.map { .text(words.text($0)) } ?? .none]
          }))
    }
    page.notes =
      (pastMonths(on: day, language: language, words: catalogue).map { [$0] } ?? [])
      + notes(words, month, standings, budget)
    page.data = dataTable(PlanWords(assessment, language), month)
    return page
  }

  private func introduction(_ words: PlanWords, _ month: Month?) -> [String] {
    guard !items.isEmpty else { return [words(.noWork)] }
    var sentences = [
      span.map { words(.piecesOfWorkIn, ["count": items.count, "months": words.months($0)]) }
        ?? words(.piecesOfWork, ["count": items.count])
    ]
    if let month {
      let statuses = items.map { $0.status(in: month) }
      func count(_ isCounted: (RoadmapStatus) -> Bool) -> Int { statuses.count(where: isCounted) }
      let parts: [(Int, PlanMessage)] = [
        (count { if case .done = $0 { true } else { false } }, .countDone),
        (count { $0 == .underWay }, .countUnderWay),
        (count { if case .late = $0 { true } else { false } }, .countLate),
        (count { if case .notBegun = $0 { true } else { false } }, .countNotBegun),
        (count { $0 == .planned || $0 == .notPlanned }, .countToBegin),
        (count { $0 == .stopped }, .countStopped),
        (count { $0 == .notRecorded }, .countNotRecorded),
      ]
      let told = parts.filter { $0.0 > 0 }.map { words($0.1, ["count": $0.0]) }.joined(separator: ", ")
      sentences.append(words(.inMonth, ["month": words.month(month), "parts": told]))
    }
    return sentences
  }

  /// What is to be mended, areas that nothing serves in one line, and where the programme comes from.
  private func notes(
    _ words: PlanWords, _ month: Month?, _ standings: AreaStandings?, _ budget: Double?
  ) -> [String] {
    var notes: [String] = []
    if let month, items.contains(where: { $0.status(in: month) == .notRecorded }) {
      notes.append(words(.notRecordedNote))
    }
    var unserved: [String] = []
    for problem in problems(standings) {
      if case .nothingServes(let area) = problem {
        unserved.append(words.text(area.name))
      } else {
        notes.append(
          words(.toMend, ["problem": problem.sentence(language: words.language, words: words.catalogue)]))
      }
    }
    if !unserved.isEmpty {
      let areas = words.catalogue.list(unserved)
      notes.append(
        budget.map { words(.unservedWithin, ["budget": words.exact($0), "areas": areas]) }
          ?? words(.unserved, ["areas": areas]))
    }
    if items.contains(where: { $0.kind == .project }), let source = words.assessment.source {
      notes.append(words(.sourceNote, ["source": words.text(source)]))
    }
    return notes
  }

  /// Who leads and how long it takes stand behind, where the programme says so of anything.
  private func planTable(_ words: PlanWords) -> ResultTable {
    let hasLeads = items.contains { $0.lead != nil }
    let hasEfforts = items.contains { $0.effort != nil }
    var columns: [ResultTable.Column] = [
      .words(words(.workstream)), .words(words(.project)), .words(words(.description)), .words(words(.timeframe)),
    ]
    if hasLeads { columns.append(.words(words(.lead))) }
    if hasEfforts { columns.append(.number(words(.officerDays))) }
    return ResultTable(
      title: words(.byWorkstreamTitle), columns: columns,
      rows: items.map { item in
        var row: [ResultTable.Cell] = [
          .text(words.workstream(item.workstream)), .text(words.text(item.name)),
          item.description.map { .text(words.text($0)) } ?? .none,
          item.timeframe.map { .text(words.months($0)) } ?? .none,
        ]
        if hasLeads { row.append(item.lead.map { .text(words.text($0)) } ?? .none) }
        if hasEfforts { row.append(item.effort.map { .number($0, decimals: 0) } ?? .none) }
        return row
      }, isGrouped: true)
  }

  private func statusTable(_ words: PlanWords, _ month: Month) -> ResultTable {
    ResultTable(
      title: words(.statusTitle, ["month": words.month(month)]),
      columns: [
        .words(words(.workstream)), .words(words(.project)), .words(words(.planned)), .words(words(.actual)),
        .words(words(.stands)), .words(words(.why)),
      ],
      rows: items.map { item in
        [
          .text(words.workstream(item.workstream)), .text(words.text(item.name)),
          item.timeframe.map { .text(words.months($0)) } ?? .none,
          words.actual(item.progress).map { .text($0) } ?? .none,
          .text(words.status(item.status(in: month), item.progress)),
          item.progress?.reason.map { .text(words.text($0)) } ?? .none,
        ]
      }, isGrouped: true)
  }

  private func dataTable(_ words: PlanWords, _ month: Month?) -> ResultTable {
    let columns = [
      "Workstream", "Kind", "Id", "Project", "Description", "Lead", "From", "To", "State", "Since", "Started",
      "Finished", "Serves", "Requires", "Officer-days", "Reason",
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
          cell(progress?.reason.map(words.text)),
        ]
        if let month { row.append(.text(words.status(item.status(in: month), progress))) }
        return row
      })
  }
}

extension PlanWords {
  /// When work really began and ended; nil when nobody noted it.
  func actual(_ progress: Progress?) -> String? {
    switch (progress?.started, progress?.finished) {
    case (let started?, let finished?): months(Timeframe(from: started, to: finished))
    case (let started?, nil): self(.since, ["month": month(started)])
    case (nil, let finished?): self(.until, ["month": month(finished)])
    case (nil, nil): nil
    }
  }

  func status(_ status: RoadmapStatus, _ progress: Progress?) -> String {
    let step = progress.map { self(Self.message($0.state)) }
    return switch status {
    case .notPlanned: self(.noMonths)
    case .planned: self(.planned)
    case .notRecorded: self(.notRecorded)
    case .notBegun(let late): self(.notBegunLate, ["count": late])
    case .underWay: step.map { self(.underWayIn, ["step": $0]) } ?? self(.underWay)
    case .late(let late):
      step.map { self(.monthsLateIn, ["count": late, "step": $0]) } ?? self(.monthsLate, ["count": late])
    case .done(let late): late > 0 ? self(.doneLate, ["count": late]) : self(.done)
    case .stopped: progress?.since.map { self(.stoppedIn, ["month": month($0)]) } ?? self(.stopped)
    }
  }

  private static func message(_ state: Progress.State) -> PlanMessage {
    switch state {
    case .idea: .stepIdea
    case .proofOfConcept: .stepProofOfConcept
    case .pilot: .stepPilot
    case .delivery: .stepDelivery
    case .done: .stepDone
    case .stopped: .stepStopped
    }
  }
}
