/// An open kind whose answers name several of a list of options: people choose among them, or put them in order.
///
/// An answer is packed into a word, ``OpenAnswer/word(_:)``, so there are at most 64 options. Answers are counted option
/// by option, and each count has all who answered as its base. A condition's `is` holds where an option has the first
/// place: where it is chosen, or is put first.
public protocol OptionAnswerKind: OpenAnswerKind {
  /// The options, in the order of the form.
  var options: [AnswerOption] { get }
  /// Whether answers put options in order; else they choose among them.
  var isRanked: Bool { get }
  /// The most options that one answer may name.
  var most: Int { get }
  /// The position of the option that goes with no other, such as “none of these”. Default: nil.
  var exclusive: Int? { get }
  /// The answer that names these options by their positions, for a ranking the first place first; nil where the kind
  /// has no such answer.
  func encode(_ options: [Int]) -> OpenAnswer?
  /// The place of an option in a packed answer: from 1 for the first of a ranking, 1 for each that is chosen, nil for one
  /// that is left out. O(1).
  func place(of option: Int, in answer: UInt64) -> Int?
}

extension OptionAnswerKind {
  /// None.
  public var exclusive: Int? { nil }

  /// The positions of the options that an answer names, in the order of their places. O(options²) at most.
  public func positions(in answer: UInt64) -> [Int] {
    let named = options.indices.compactMap { option in place(of: option, in: answer).map { (place: $0, option: option) }
    }
    return named.sorted { ($0.place, $0.option) < ($1.place, $1.option) }.map(\.option)
  }
}
