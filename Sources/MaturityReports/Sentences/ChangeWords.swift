import DigitalMaturity

/// How the areas of one audience moved since earlier results, in sentences.
struct ChangeWords {
  /// What moved most, and how many areas cannot be compared; empty where the audience has no results.
  let sentences: [Phrase]
  /// What “more than noise” means, or that it is not known; nil where nothing moved.
  let note: Phrase?

  /// How many areas are named.
  private static let most = 3

  init(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts, since base: ReportFacts) {
    let words = facts.words
    let everyone = cohort.everyone
    let changes = everyone.map { group in group.areas.map { ScoreChange($0, group, cohort, since: base) } } ?? []
    let known = changes.filter { $0.difference != nil }
    guard !known.isEmpty else {
      let reason = changes.compactMap(\.whyIncomparable).first.map { Phrase($0) } ?? words(.nothingToCompare)
      sentences = everyone == nil ? [] : [words(.noneCompared, ["reason": reason])]
      note = nil
      return
    }
    let moved = known.filter { abs($0.difference ?? 0) > 1e-9 }
      .sorted { abs($0.difference ?? 0) > abs($1.difference ?? 0) }.prefix(Self.most)
    let areas = moved.map { change in
      let message: PaperMessage =
        switch change.isMoreThanNoise {
        case true?: .movedSurely
        case false?: .movedPerhaps
        case nil: .movedArea
        }
      return words(message, ["area": facts.name(of: change.now), "change": change.words(words)])
    }
    var sentences = [
      areas.isEmpty ? words(.noneMoved) : words(.movedMost, ["areas": Phrase.joined(areas, by: "; ")])
    ]
    let others = changes.count - known.count
    if others > 0 { sentences.append(words(.othersIncomparable, ["count": others, "all": changes.count])) }
    self.sentences = sentences
    let isTested = moved.contains { $0.isMoreThanNoise != nil }
    note = moved.isEmpty ? nil : words(isTested ? .moreThanNoise : .noRangeOfChange)
  }
}
