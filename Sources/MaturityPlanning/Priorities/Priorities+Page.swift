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
    if let selection { page.introduction += selection.sentences(words, hasChoice: !ranked.isEmpty) }
    page.tables = (selection?.table(words)).map { [$0] } ?? []
    let ranking = table(words, selection)
    if !ranking.rows.isEmpty { page.tables.append(ranking) }
    if isExpectedShown, let selection { page.tables.append(expectedTable(words, selection)) }
    let outside =
      unranked.map { ($0.action, words.reason($0.effort.reason ?? $0.benefit.reason)) }
      + (selection?.unavailable.filter { one in !unranked.contains { $0.action.id == one.action.id } } ?? [])
      .map { ($0.action, $0.reason(words)) }
    if !outside.isEmpty {
      page.tables.append(
        ResultTable(
          title: words(.notComparedTitle), columns: [.words(words(.action)), .words(words(.why))],
          rows: outside.map { [.text(words.text($0.0.name)), .text($0.1)] }))
    }
    page.notes = selection?.closeCallSentences(words) ?? []
    if !ranking.rows.isEmpty {
      page.notes += [words(.benefitNote, ["unit": words.unit]), words(.effortNote), words(.estimateNote)]
    }
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
    case .group(let key, let id):
      words(
        .calledForGroup,
        ["called": called, "all": all, "group": words.group(key, id), "questionnaire": id.rawValue])
    case .different: words(.calledForDifferent)
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
  fileprivate func sentences(_ words: PlanWords, hasChoice: Bool) -> [String] {
    let limit = words.exact(budget)
    guard !chosen.isEmpty else { return [words(hasChoice ? .nothingFits : .nothingToChoose, ["budget": limit])] }
    var sentences = [
      words(
        .worthMost,
        [
          "budget": limit, "count": chosen.count, "days": words.rounded(effort, decimals: 0),
          "worth": words.rounded(benefit, decimals: 2), "unit": words.unit,
        ])
    ]
    if !isProven { sentences.append(words(.notProven)) }
    return sentences
  }

  /// What was chosen, with the whole of it below; nil when nothing was.
  fileprivate func table(_ words: PlanWords) -> ResultTable? {
    guard !chosen.isEmpty else { return nil }
    return ResultTable(
      title: words(.chosenTitle, ["budget": words.exact(budget)]), name: words(.chosenName),
      columns: [
        .words(words(.action)), .words(words(.area)), .number(words(.officerDays)), .number(words(.benefit)),
      ],
      rows: chosen.map { priority in
        [
          .text(words.text(priority.action.name)), .text(words.area(priority.action.area)),
          .number(priority.effort, decimals: 0), .number(priority.benefit, decimals: 2),
        ]
      } + [[.text(words(.allTogether)), .none, .number(effort, decimals: 0), .number(benefit, decimals: 2)]])
  }

  /// The sets that would do nearly as well, each once: what leaves, what comes, what it takes and what is lost.
  fileprivate func closeCallSentences(_ words: PlanWords) -> [String] {
    var told: Set<[[Identifier<Action>]]> = []
    func names(_ ids: [Identifier<Action>]) -> String {
      words.catalogue.list(ids.map { words(.quotedAction, ["action": words.action($0)]) })
    }
    return closeCalls.filter { told.insert([$0.without, $0.instead]).inserted }.prefix(5).map { call in
      let message: PlanMessage =
        call.without.isEmpty ? .closeCallTake : call.instead.isEmpty ? .closeCallLeave : .closeCallInstead
      let loss =
        call.loss <= 1e-9
        ? words(.lossNothing)
        : call.loss < 0.005
          ? words(.lossLess, ["loss": words.rounded(0.01, decimals: 2), "unit": words.unit])
          : words(.lossLevels, ["loss": words.rounded(call.loss, decimals: 2), "unit": words.unit])
      return words(
        message,
        [
          "left": names(call.without), "taken": names(call.instead),
          "days": Int(exactly: call.effort.rounded()) ?? .max, "loss": loss,
        ])
    }
  }
}
