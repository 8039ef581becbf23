/// What is counted of a question whose answers name several options: for each option how many chose it, or put it first;
/// for a ranking also the sum of its places, so that a mean place can be told.
struct OptionMarks: Sendable, Hashable {
  let options: Int
  let isRanked: Bool

  init(_ kind: any OptionAnswerKind) {
    options = kind.options.count
    isRanked = kind.isRanked
  }

  /// How many counts there are: the first places, then for a ranking the sums of places.
  var count: Int { isRanked ? options * 2 : options }

  /// Counts one answer. O(options).
  ///
  /// What a ranking leaves out shares the places that are left, as ties do: of five options two are ranked, and the other
  /// three have place 4, the mean of 3, 4 and 5. Places are summed in halves, to stay whole.
  func add(_ answer: UInt64, of kind: some OptionAnswerKind, to counts: inout [Int]) {
    guard counts.count == count else { return }
    guard isRanked else {
      for option in 0..<options where kind.place(of: option, in: answer) != nil { counts[option] += 1 }
      return
    }
    var ranked = 0
    for option in 0..<options {
      guard let place = kind.place(of: option, in: answer) else { continue }
      ranked += 1
      if place == 1 { counts[option] += 1 }
      counts[options + option] += 2 * place
    }
    // The mean of ranked + 1 … options, doubled.
    let shared = ranked + 1 + options
    for option in 0..<options where kind.place(of: option, in: answer) == nil { counts[options + option] += shared }
  }

  /// An option's mean place among so many answers; nil without answers, and where options have no order.
  func meanPlace(of option: Int, in counts: [Int], answers: Int) -> Double? {
    guard isRanked, answers > 0, counts.count == count, option < options else { return nil }
    return Double(counts[options + option]) / 2 / Double(answers)
  }
}
