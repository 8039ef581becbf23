public import DigitalMaturity

extension Priorities {
  /// The ranking as a page, and with a selection what fits the budget.
  /// - Parameters:
  ///   - assessment: The assessment, for its names.
  ///   - selection: What was chosen within a budget.
  ///   - isExpectedShown: Whether to add the estimate of where areas would stand; not for committee papers.
  ///   - language: The language of the assessment's texts.
  ///   - catalogue: The words of the page itself.
  public func page(
    _ assessment: Assessment, selection: ActionSelection? = nil, isExpectedShown: Bool = false, language: String? = nil,
    words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let words = PlanWords(assessment, language, catalogue)
    var page = ResultPage(
      title: words(.prioritiesTitle, ["assessment": words.text(assessment.title)]), tables: [], words: catalogue)
    page.introduction = [introduction(words)]
    if let selection { page.introduction += selection.sentences(words) }
    page.tables = [table(words, selection)]
    if isExpectedShown, let selection { page.tables.append(expectedTable(words, selection)) }
    let outside =
      unranked.map { ($0.action, words.reason($0.effort.reason ?? $0.benefit.reason)) }
      + (selection?.unavailable.filter { one in !unranked.contains { $0.action.id == one.action.id } } ?? [])
      .map { ($0.action, $0.reason) }
    if !outside.isEmpty {
      page.tables.append(
        ResultTable(
          title: words(.notComparedTitle), columns: [.words(words(.action)), .words(words(.why))],
          rows: outside.map { [.text(words.text($0.0.name)), .text($0.1)] }))
    }
    page.notes = [words(.benefitNote), words(.effortNote), words(.estimateNote)]
    page.data = table(PlanWords(assessment, language), selection, isTidy: true)
    return page
  }

  private func introduction(_ words: PlanWords) -> String {
    let called = ranked.count + unranked.count
    let all = called + neededFirst.count + notCalledFor.count
    return switch standings.source {
    case .pooled: words(.calledForPooled, ["called": called, "all": all])
    case .questionnaire(let id):
      words(.calledForEveryone, ["called": called, "all": all, "questionnaire": id.rawValue])
    case .nothing: words(.calledForNothing, ["called": called, "all": all])
    }
  }

  private func table(_ words: PlanWords, _ selection: ActionSelection?, isTidy: Bool = false) -> ResultTable {
    let chosen = Set(selection?.chosen.map(\.action.id) ?? [])
    var columns: [ResultTable.Column] = [
      .words(words(.action)), .words(words(.area)), .number(words(.benefit)), .number(words(.officerDays)),
      .number(words(.benefitPerDay)), .words(words(.why)),
    ]
    if isTidy { columns.insert(.words(words(.idHeading)), at: 0) }
    if selection != nil { columns.append(.words(words(.inBudget))) }
    let rows = (ranked + neededFirst).map { priority in
      var row: [ResultTable.Cell] = [
        .text(words.text(priority.action.name)), .text(words.area(priority.action.area)),
        .number(priority.benefit, decimals: 2), .number(priority.effort, decimals: 0),
        .number(priority.benefitPerDay, decimals: 3), .text(why(priority, words)),
      ]
      if isTidy { row.insert(.text(priority.action.id.rawValue), at: 0) }
      if selection != nil { row.append(.text(words(chosen.contains(priority.action.id) ? .yes : .no))) }
      return row
    }
    return ResultTable(title: words(.rankingTitle), columns: columns, rows: rows)
  }

  /// The gap and the uplift of each of its areas.
  private func why(_ priority: Priority, _ words: PlanWords) -> String {
    let parts = priority.parts.map { part in
      let name = words.text(part.area.name)
      guard let gap = part.gap.value else {
        return words(.notKnownWhy, ["area": name, "reason": words.reason(part.gap.reason)])
      }
      if gap <= 1e-9 { return words(.onTarget, ["area": name]) }
      return words(
        .belowTarget,
        ["area": name, "gap": words.rounded(gap, decimals: 2), "uplift": words.rounded(part.uplift, decimals: 2)])
    }
    let needed = priority.isCalledFor ? [] : [words(.neededFirst)]
    return (needed + parts).joined(separator: "; ")
  }

  private func expectedTable(_ words: PlanWords, _ selection: ActionSelection) -> ResultTable {
    ResultTable(
      title: words(.estimateTitle),
      columns: [
        .words(words(.area)), .number(words(.now)), .number(words(.estimate)), .number(words(.target)),
      ],
      rows: selection.expected(from: standings).map { area, now, expected in
        [
          .text(words.text(area.name)), .number(now, decimals: 2), .number(expected, decimals: 2),
          area.target.map { .number($0, decimals: 1) } ?? .none,
        ]
      })
  }
}

extension ActionSelection {
  /// What was chosen and how sure that is, in sentences.
  fileprivate func sentences(_ words: PlanWords) -> [String] {
    let limit = words.exact(budget)
    guard !chosen.isEmpty else { return [words(.nothingFits, ["budget": limit])] }
    var sentences = [
      words(
        .worthMost,
        [
          "budget": limit, "count": chosen.count, "days": words.rounded(effort, decimals: 0),
          "worth": words.rounded(benefit, decimals: 2),
        ])
    ]
    if !isProven { sentences.append(words(.notProven)) }
    for call in closeCalls.prefix(5) {
      let name = words.action(call.action)
      let loss =
        call.loss <= 0.0005
        ? words(.lossNothing) : words(.lossLevels, ["loss": words.rounded(call.loss, decimals: 2)])
      let others = (call.isTaken ? call.instead.filter { $0 != call.action } : call.without).map(words.action)
        .joined(separator: ", ")
      let message: PlanMessage =
        switch (call.isTaken, others.isEmpty) {
        case (true, true): .closeCallWithout
        case (true, false): .closeCallInstead
        case (false, true): .closeCallWith
        case (false, false): .closeCallInPlace
        }
      sentences.append(words(message, ["action": name, "others": others, "loss": loss]))
    }
    return sentences
  }
}
