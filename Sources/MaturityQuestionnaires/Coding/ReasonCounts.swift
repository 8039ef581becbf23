public import DigitalMaturity

/// How many comments give each reason of a coding frame.
public struct ReasonCounts: Sendable, Hashable {
  /// The frame.
  public let frame: CodingFrame
  /// How many comments give each reason, in the frame's order.
  public private(set) var counts: [Int]
  /// How many comments there are.
  public private(set) var comments = 0
  /// How many of them a person has decided about.
  public private(set) var checked = 0
  /// How many give no reason, as a person decided.
  public private(set) var withoutReason = 0
  /// How many nobody has decided about and no hint stands in.
  public private(set) var unsorted = 0
  /// Decisions and suggestions where there are both, as positions in the frame; a decision for no reason is −1.
  private var pairs: [Pair] = []

  private struct Pair: Sendable, Hashable {
    let decided: Int
    let suggested: Int
  }

  init(frame: CodingFrame) {
    self.frame = frame
    counts = Array(repeating: 0, count: frame.reasons.count)
  }

  mutating func add(_ comment: CodedComments.Comment) {
    comments += 1
    let suggested = comment.suggestion.reasons.first
    switch comment.checked {
    case .reason(let position):
      counts[position] += 1
      checked += 1
      if let suggested { pairs.append(Pair(decided: position, suggested: suggested)) }
    case .noReason:
      withoutReason += 1
      checked += 1
      if let suggested { pairs.append(Pair(decided: -1, suggested: suggested)) }
    case nil:
      if let suggested { counts[suggested] += 1 } else { unsorted += 1 }
    }
  }

  /// How many comments give a reason: what shares are of.
  public var base: Int { counts.reduce(0, +) }

  /// A reason's share of the comments that give one, 0 to 1; undefined where none does.
  public func share(_ reason: Int) -> Figure<Double> {
    base > 0 ? .value(Double(counts[reason]) / Double(base)) : .undefined(.noComments)
  }

  /// The likely range of a share (Wilson).
  public func interval(_ reason: Int) -> Figure<Interval> { wilsonInterval(successes: counts[reason], of: base) }

  /// Of how many comments both a person and the words name a reason or say that there is none, and how often they agree.
  public var agreement: (of: Int, agreed: Int) { (pairs.count, pairs.count { $0.decided == $0.suggested }) }

  /// Krippendorff's alpha, nominal, of the person and the words.
  public var alpha: Figure<Double> {
    krippendorffAlpha(rows: pairs.map { [Double($0.decided), Double($0.suggested)] }, level: .nominal)
  }
}

extension Undefined {
  static let noComments = Undefined(Undefined.Code(rawValue: "no-comments"), "No comment gives a reason.")
}
