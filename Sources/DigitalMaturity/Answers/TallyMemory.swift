/// Memory that is used again and again while blocks of rows are counted. It belongs to one tally, and is no part of what
/// is counted.
struct TallyMemory: Sendable {
  /// What is looked up of the answers to one subject's questions.
  var bytes: [UInt8] = []
  /// For each row, its key and its total.
  var sums: [SIMD2<UInt64>] = []
  /// For each row, what it adds to the counters of its answers.
  var increments: [UInt64] = []
  /// For each row, the id of its score.
  var ids: [Int32] = []
  var counters: [UInt64] = []
}

extension Array {
  /// Becomes a number of equal elements, in the memory it has.
  mutating func fill(_ element: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(element, count: count))
  }
}
