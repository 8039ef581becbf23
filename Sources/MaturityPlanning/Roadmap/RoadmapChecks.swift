public import DigitalMaturity

extension Roadmap {
  /// Something in a programme that cannot go as it is planned, or that serves nothing.
  public enum Problem: Sendable, Hashable {
    /// Work begins before something that it needs has ended.
    case needsWhatEndsLater(item: Item, needed: Item)
    /// Work needs something that was stopped.
    case needsWhatWasStopped(item: Item, needed: Item)
    /// Work needs an action that is not part of the programme.
    case needsWhatIsNotPlanned(item: Item, needed: String)
    /// Nothing that goes on serves an area that lies below its target.
    case nothingServes(Area)
  }

  /// What does not fit together, in the order of the items, then of the areas.
  ///
  /// Work that is over serves an area no more. O(items + needs).
  /// - Parameter standings: Where the areas stand; without results no area is said to be unserved.
  public func problems(_ standings: AreaStandings? = nil) -> [Problem] {
    var found: [Problem] = []
    let byKey = Dictionary(items.map { (Key(kind: $0.kind, id: $0.id), $0) }) { first, _ in first }
    for item in items where item.progress?.state.isOver != true {
      for id in item.requires {
        guard let needed = byKey[Key(kind: item.kind, id: id)] else {
          found.append(.needsWhatIsNotPlanned(item: item, needed: id))
          continue
        }
        if needed.progress?.state == .stopped {
          found.append(.needsWhatWasStopped(item: item, needed: needed))
        } else if needed.progress?.state != .done, let from = item.timeframe?.from, let to = needed.timeframe?.to,
          from <= to
        {
          found.append(.needsWhatEndsLater(item: item, needed: needed))
        }
      }
    }
    let served = Set(items.filter { $0.progress?.state.isOver != true }.flatMap(\.serves))
    for standing in standings?.areas ?? [] {
      if let gap = standing.gap.value, gap > 1e-9, !served.contains(standing.area.id) {
        found.append(.nothingServes(standing.area))
      }
    }
    return found
  }

  /// The items that were to begin before the month of a day, of which nothing is recorded: on the day of newer results their
  /// months are past. O(items).
  public func plannedBefore(_ day: Day) -> [Item] {
    guard let month = Month(String(day.description.prefix(7))) else { return [] }
    return items.filter { item in item.progress == nil && item.timeframe.map { $0.from < month } ?? false }
  }

  /// What is to be done about months that are past on the day of results, in a sentence; nil where there are none.
  /// - Parameters:
  ///   - day: The day of the results; nil when nobody said it.
  ///   - language: The language of the assessment's texts.
  ///   - words: The words of the sentence itself.
  public func pastMonths(
    on day: Day?, language: String? = nil, words: MessageCatalogue = .english
  ) -> String? {
    guard let day else { return nil }
    let past = plannedBefore(day)
    guard !past.isEmpty else { return nil }
    let names = words.list(past.map { words.text(PlanMessage.quotedAction, ["action": $0.name.text(in: language)]) })
    return words.text(PlanMessage.monthsPast, ["day": day.words(in: words), "items": names])
  }

  private struct Key: Hashable {
    let kind: Item.Kind
    let id: String
  }
}

extension Roadmap.Problem {
  /// What is wrong and what would mend it, in a sentence.
  /// - Parameters:
  ///   - language: The language of the assessment's texts.
  ///   - words: The words of the sentence itself.
  public func sentence(language: String? = nil, words: MessageCatalogue = .english) -> String {
    func name(_ item: Roadmap.Item) -> String { item.name.text(in: language) }
    switch self {
    case .needsWhatEndsLater(let item, let needed):
      return words.text(
        PlanMessage.endsLater,
        [
          "item": name(item), "from": item.timeframe?.from.description ?? "", "needed": name(needed),
          "to": needed.timeframe?.to.description ?? "",
        ])
    case .needsWhatWasStopped(let item, let needed):
      return words.text(PlanMessage.needsStopped, ["item": name(item), "needed": name(needed)])
    case .needsWhatIsNotPlanned(let item, let needed):
      let message: PlanMessage = item.kind == .project ? .needsProject : .needsAction
      return words.text(message, ["item": name(item), "needed": needed])
    case .nothingServes(let area):
      return words.text(PlanMessage.nothingServes, ["area": area.name.text(in: language)])
    }
  }
}
