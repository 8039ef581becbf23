/// What one question, or one area of a theme, does to a score: the score without it, and with it one step higher.
public struct ItemEffect: Sendable, Hashable {
  /// The question's or area's id.
  public let id: String
  /// The score when the question is left out.
  public internal(set) var without: Figure<Double>
  /// The score when everybody who answered had chosen the next higher answer; the highest stays. For an area: when it
  /// scored one level higher.
  public internal(set) var oneHigher: Figure<Double>
  /// How many people stand behind each of the two; nil where it is made of figures that are published themselves.
  var peopleWithout: Int?
  var peopleHigher: Int?
  /// How each of the two is weighted, where it is.
  var weightingWithout: FigureWeighting?
  var weightingHigher: FigureWeighting?
}

extension BoundSubject {
  /// The same subject without one of its own items; nil where it has no other.
  func without(_ index: Int) -> BoundSubject? {
    guard itemCount > 1, index < itemCount else { return nil }
    var items = items
    items.remove(at: index)
    return BoundSubject(subject, definition: definition, items: items, itemCount: itemCount - 1, levels: context.levels)
  }

  /// The same subject with every answer to one of its questions one higher; nil for an open question.
  func raised(_ index: Int) -> BoundSubject? {
    guard index < itemCount, case .closed = items[index].question.answers else { return nil }
    // The question may be a reference of the rule too.
    let column = items[index].column
    let higher = items.map { $0.column == column ? $0.raised : $0 }
    return BoundSubject(subject, definition: definition, items: higher, itemCount: itemCount, levels: context.levels)
  }
}

extension BoundItem {
  /// The same question where every answer counts as the next higher one.
  fileprivate var raised: BoundItem {
    let scores = Set(answers.compactMap(\.score)).sorted()
    var item = self
    item.isRaised = true
    item.answers = answers.map { answer in
      guard answer.status == .answered, let score = answer.score, let next = scores.first(where: { $0 > score }) else {
        return answer
      }
      let options = question.answers.options
      let option = options.firstIndex { $0.score.map(question.effective) == next }
      return ItemAnswer(status: .answered, score: next, option: option)
    }
    return item
  }
}
