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
