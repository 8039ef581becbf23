/// Memory that is used again and again while blocks of rows are counted. It belongs to one tally, and is no part of what
/// is counted.
struct TallyMemory: Sendable {
  /// What is looked up of the answers to one subject's questions.
  var bytes: [UInt8] = []
  /// The same of each row in a word, where it is four bytes: as the rows are; and group by group, and one more.
  var unordered: [UInt32] = []
  var words: [UInt32] = []
  /// For each row, group by group, its key.
  var keys: [UInt64] = []
  /// For each row, group by group, its total.
  var totals: [UInt64] = []
  /// For each row, group by group, the id of its score.
  var ids: [Int32] = []
  var counters: [UInt64] = []
}

extension Array {
  /// Becomes a number of equal elements, in the memory it has.
  mutating func fill(_ element: Element, count: Int) {
    resize(to: count, with: element)
    var elements = mutableSpan
    elements.update(repeating: element)
  }

  /// Gets a number of elements, in the memory it has; what they are is to be written.
  mutating func resize(to count: Int, with filler: Element) {
    if count < self.count {
      removeLast(self.count - count)
    } else if count > self.count {
      append(contentsOf: repeatElement(filler, count: count - self.count))
    }
  }
}

extension [Int] {
  /// Adds other counts to those at the same places; where there are fewer, the rest of them are 0.
  mutating func add(_ others: [Int]) {
    if count < others.count { append(contentsOf: repeatElement(0, count: others.count - count)) }
    let others = others.span
    var counts = mutableSpan
    for index in others.indices { counts[index] &+= others[index] }
  }
}
