public import DigitalMaturity

extension Priorities {
  /// The ranking as a page, and with a selection what fits the budget.
  /// - Parameters:
  ///   - assessment: The assessment, for its names.
  ///   - selection: What was chosen within a budget.
  ///   - isExpectedShown: Whether to add the estimate of where areas would stand; not for committee papers.
  ///   - language: The language of the assessment's texts.
  public func page(
    _ assessment: Assessment, selection: ActionSelection? = nil, isExpectedShown: Bool = false, language: String? = nil
  ) -> ResultPage {
    let words = PlanWords(assessment, language)
    var page = ResultPage(title: "Priorities: \(words.text(assessment.title))", tables: [])
    page.introduction = introduction(words)
    if let selection { page.introduction += selection.sentences(words) }
    page.tables = (selection?.table(words)).map { [$0] } ?? []
    page.tables.append(table(words, selection))
    if isExpectedShown, let selection { page.tables.append(expectedTable(words, selection)) }
    let outside =
      unranked.map { ($0.action, ($0.effort.reason ?? $0.benefit.reason)?.sentence ?? "") }
      + (selection?.unavailable.filter { one in !unranked.contains { $0.action.id == one.action.id } } ?? [])
      .map { ($0.action, $0.reason) }
    if !outside.isEmpty {
      page.tables.append(
        ResultTable(
          title: "Called for, and not compared", columns: [.words("Action"), .words("Why")],
          rows: outside.map { [.text(words.text($0.0.name)), .text($0.1)] }))
    }
    page.notes = selection?.closeCallSentences(words) ?? []
    page.notes += [
      "Benefit is the sum over the action's areas of the area's weight times the smaller of two numbers: the gap to its "
        + "target, and how far the action is expected to raise it. It is measured in levels.",
      "Effort is in officer-days. The ranking goes by benefit a day: what brings most for a day's work stands first.",
      "How far an action raises a score is an estimate that the assessment's authors made. It is not a promise.",
    ]
    page.data = table(words, selection, isTidy: true)
    return page
  }

  private func introduction(_ words: PlanWords) -> [String] {
    let called = ranked.count + unranked.count
    let whose =
      switch standings.source {
      case .pooled: "the audiences' pooled scores"
      case .questionnaire(let id): "everyone's scores in the questionnaire “\(id)”"
      case .nothing: "no scores"
      }
    let all = called + neededFirst.count + notCalledFor.count
    return ["\(called) of \(all) open actions are called for by \(whose)."]
  }

  private func table(_ words: PlanWords, _ selection: ActionSelection?, isTidy: Bool = false) -> ResultTable {
    let chosen = Set(selection?.chosen.map(\.action.id) ?? [])
    var columns: [ResultTable.Column] = [
      .words("Action"), .words("Area"), .number("Benefit"), .number("Officer-days"), .number("Benefit a day"),
      .words("Why"),
    ]
    if isTidy { columns.insert(.words("Id"), at: 0) }
    if selection != nil { columns.append(.words("In the budget")) }
    let rows = (ranked + neededFirst).map { priority in
      var row: [ResultTable.Cell] = [
        .text(words.text(priority.action.name)), .text(words.area(priority.action.area)),
        .number(priority.benefit, decimals: 2), .number(priority.effort, decimals: 0),
        .number(priority.benefitPerDay, decimals: 3), .text(why(priority, words)),
      ]
      if isTidy { row.insert(.text(priority.action.id.rawValue), at: 0) }
      if selection != nil { row.append(.text(chosen.contains(priority.action.id) ? "yes" : "no")) }
      return row
    }
    return ResultTable(title: "Actions by what they bring for a day's work", columns: columns, rows: rows)
  }

  /// The gap and the uplift of each of its areas.
  private func why(_ priority: Priority, _ words: PlanWords) -> String {
    let parts = priority.parts.map { part in
      let name = words.text(part.area.name)
      let uplift = DecimalText.rounded(part.uplift, decimals: 2)
      guard let gap = part.gap.value else { return "\(name): \(part.gap.reason?.sentence ?? "")" }
      if gap <= 1e-9 { return "\(name) is on its target" }
      return "\(name) is \(DecimalText.rounded(gap, decimals: 2)) below its target, raised by \(uplift)"
    }
    let needed = priority.isCalledFor ? [] : ["needed first by an action that is called for"]
    return (needed + parts).joined(separator: "; ")
  }

  private func expectedTable(_ words: PlanWords, _ selection: ActionSelection) -> ResultTable {
    ResultTable(
      title: "Estimate: where areas would stand if every chosen action did what is expected of it",
      columns: [.words("Area"), .number("Now"), .number("Estimate"), .number("Target")],
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
    let days = DecimalText.rounded(effort, decimals: 0)
    let limit = DecimalText.exact(budget)
    guard !chosen.isEmpty else { return ["No action fits a budget of \(limit) officer-days."] }
    let worth = DecimalText.rounded(benefit, decimals: 2)
    var sentences = [
      "Within \(limit) officer-days, \(chosen.count == 1 ? "1 action is" : "\(chosen.count) actions are") worth most: "
        + "\(days) days for a benefit of \(worth) levels. The set is chosen as a whole to fill the days, so it need not follow "
        + "the ranking. Two actions that raise one area close its gap once."
    ]
    if !isProven {
      sentences.append(
        "There are too many sets to look at all of them: this is the best that was found, and there may be a better one."
      )
    }
    return sentences
  }

  /// What was chosen, with the whole of it below; nil when nothing was.
  fileprivate func table(_ words: PlanWords) -> ResultTable? {
    guard !chosen.isEmpty else { return nil }
    return ResultTable(
      title: "Chosen within \(DecimalText.exact(budget)) officer-days", name: "Chosen",
      columns: [.words("Action"), .words("Area"), .number("Officer-days"), .number("Benefit")],
      rows: chosen.map { priority in
        [
          .text(words.text(priority.action.name)), .text(words.area(priority.action.area)),
          .number(priority.effort, decimals: 0), .number(priority.benefit, decimals: 2),
        ]
      } + [["All together", .none, .number(effort, decimals: 0), .number(benefit, decimals: 2)]])
  }

  /// The sets that would do nearly as well, each once: what leaves, what comes, what it takes and what is lost.
  fileprivate func closeCallSentences(_ words: PlanWords) -> [String] {
    var told: Set<[[Identifier<Action>]]> = []
    func names(_ ids: [Identifier<Action>]) -> String {
      MessageCatalogue.english.list(ids.map { "“\(words.action($0))”" })
    }
    return closeCalls.filter { told.insert([$0.without, $0.instead]).inserted }.prefix(5).map { call in
      let change =
        if call.without.isEmpty { "Take \(names(call.instead)) as well" } else if call.instead.isEmpty {
          "Leave out \(names(call.without))"
        } else { "Instead of \(names(call.without)), take \(names(call.instead))" }
      let days = DecimalText.rounded(call.effort, decimals: 0)
      let loss =
        call.loss <= 1e-9
        ? "nothing"
        : call.loss < 0.005 ? "less than 0.01 levels" : "\(DecimalText.rounded(call.loss, decimals: 2)) levels"
      return "A close call. \(change): \(days) day\(days == "1" ? "" : "s"), loses \(loss)."
    }
  }
}

/// The names of an assessment in one language.
struct PlanWords {
  let assessment: Assessment
  let language: String?

  init(_ assessment: Assessment, _ language: String?) {
    self.assessment = assessment
    self.language = language
  }

  func text(_ localized: LocalizedText) -> String { localized.text(in: language) }

  func area(_ id: Identifier<Area>) -> String {
    assessment.areas.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
  }

  func action(_ id: Identifier<Action>) -> String {
    assessment.actions.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
  }

  func workstream(_ id: Identifier<Workstream>?) -> String {
    guard let id else { return "No workstream" }
    return assessment.workstreams.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
  }
}
