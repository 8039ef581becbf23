/// Reads the entities of the core model. Each reader returns whatever can be read, so that one mistake does not hide
/// the next; what must be there and is not stands in as empty and has been reported.
struct ModelReader {
  let log: DiagnosticLog

  func level(_ node: DocumentNode) -> MaturityLevel? {
    node.readTable(into: log) { table in
      let value = table.required("value")?.readNumber(into: log)
      return MaturityLevel(
        // Not a number where the value cannot be read, so that no check compares it.
        id: id(&table), value: value ?? .nan, from: table.number("from"), name: name(&table),
        summary: table.localized("summary"))
    }
  }

  func theme(_ node: DocumentNode) -> Theme? {
    node.readTable(into: log) { table in
      Theme(
        id: id(&table), name: name(&table), summary: table.localized("summary"),
        wordings: table.list("wordings").compactMap(wording))
    }
  }

  private func wording(_ node: DocumentNode) -> Theme.Wording? {
    node.readTable(into: log) { table in
      Theme.Wording(
        date: table.requiredText("date") ?? "", text: table.requiredLocalized("text") ?? "",
        source: table.localized("source"))
    }
  }

  func principleSet(_ node: DocumentNode) -> PrincipleSet? {
    node.readTable(into: log) { table in
      PrincipleSet(id: id(&table), name: name(&table), source: table.localized("source"))
    }
  }

  func principle(_ node: DocumentNode) -> Principle? {
    node.readTable(into: log) { table in
      Principle(
        id: id(&table), set: table.requiredIdentifier("set") ?? "", name: name(&table),
        statement: table.requiredLocalized("statement") ?? "")
    }
  }

  func literacy(_ node: DocumentNode) -> Literacy? {
    node.readTable(into: log) { table in
      Literacy(id: id(&table), name: name(&table), summary: table.localized("summary"))
    }
  }

  func area(_ node: DocumentNode) -> Area? {
    node.readTable(into: log) { table in
      Area(
        id: id(&table), name: name(&table), summary: table.localized("summary"), themes: table.identifiers("themes"),
        weight: table.number("weight") ?? 1, target: table.number("target"), levels: descriptors(&table))
    }
  }

  private func descriptors(_ table: inout TableReader) -> [Identifier<MaturityLevel>: LocalizedText] {
    guard let node = table.value("levels") else { return [:] }
    var levels: [Identifier<MaturityLevel>: LocalizedText] = [:]
    _ = node.readTable(into: log) { table in
      table.acceptAllKeys()
      for (key, value) in node.members {
        guard let id = key.readText(into: log), let text = value.readLocalizedText(into: log) else { continue }
        levels[Identifier(id)] = text
      }
    }
    return levels
  }

  func workstream(_ node: DocumentNode) -> Workstream? {
    node.readTable(into: log) { table in
      Workstream(id: id(&table), name: name(&table), summary: table.localized("summary"))
    }
  }

  func governanceBody(_ node: DocumentNode) -> GovernanceBody? {
    node.readTable(into: log) { table in
      GovernanceBody(id: id(&table), name: name(&table), decides: table.localized("decides"))
    }
  }

  func action(_ node: DocumentNode) -> Action? {
    node.readTable(into: log) { table in
      Action(
        id: id(&table), name: name(&table), description: table.localized("description"),
        area: table.requiredIdentifier("area") ?? "", when: table.value("when")?.readCondition(into: log),
        workstream: table.identifier("workstream"), lead: table.localized("lead"), effort: table.number("effort"),
        uplift: table.number("uplift"), alsoRaises: uplifts(&table), timeframe: timeframe(&table),
        requires: table.identifiers("requires"), excludes: table.identifiers("excludes"), progress: progress(&table))
    }
  }

  func project(_ node: DocumentNode) -> Project? {
    node.readTable(into: log) { table in
      Project(
        id: id(&table), name: name(&table), description: table.localized("description"),
        workstream: table.identifier("workstream"), timeframe: timeframe(&table),
        lead: table.localized("lead"), progress: progress(&table), serves: table.identifiers("serves"),
        requires: table.identifiers("requires"))
    }
  }

  private func uplifts(_ table: inout TableReader) -> Weights<Area> {
    guard let node = table.value("also-raises") else { return [:] }
    var uplifts: Weights<Area> = [:]
    _ = node.readTable(into: log) { table in
      table.acceptAllKeys()
      for (key, value) in node.members {
        guard let id = key.readText(into: log), let uplift = value.readNumber(into: log) else { continue }
        uplifts[Identifier(id)] = uplift
      }
    }
    return uplifts
  }

  /// The keys of progress, which stand beside the others; without a state the rest says nothing.
  private func progress(_ table: inout TableReader) -> Progress? {
    let state = table.word("state", Progress.State.self)
    let since = table.value("since")
    let reason = table.value("reason")
    let started = table.value("started")
    let finished = table.value("finished")
    guard let state else {
      if table.node.member("state") == nil, let first = [since, reason, started, finished].compactMap({ $0 }).first {
        log.error(
          .missingKey, "this says how far the work has come and “state” is missing; add it, such as state: pilot",
          at: first.location)
      }
      return nil
    }
    return Progress(
      state, since: since.flatMap(month), reason: reason?.readLocalizedText(into: log),
      started: started.flatMap(month), finished: finished.flatMap(month))
  }

  private func timeframe(_ table: inout TableReader) -> Timeframe? {
    guard let node = table.value("timeframe") else { return nil }
    let timeframe: Timeframe?? = node.readTable(into: log) { table in
      let from = table.required("from").flatMap(month)
      let to = table.required("to").flatMap(month)
      return from.flatMap { from in to.map { Timeframe(from: from, to: $0) } }
    }
    return timeframe ?? nil
  }

  private func month(_ node: DocumentNode) -> Month? {
    guard let text = node.readText(into: log) else { return nil }
    if let month = Month(text) { return month }
    log.error(.invalidValue, "a month is written as year and month, such as 2026-04", at: node.location)
    return nil
  }

  private func id<Named>(_ table: inout TableReader) -> Identifier<Named> { table.requiredIdentifier("id") ?? "" }

  private func name(_ table: inout TableReader) -> LocalizedText { table.requiredLocalized("name") ?? "" }
}
