/// Texts folded by ``Spelling``, to be compared with each other: one behind the other in one array of bytes.
struct FoldedTexts {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  /// How many texts there are.
  var count: Int { ranges.count }

  /// Folds a text and adds it.
  mutating func append(_ text: String) {
    let start = bytes.count
    Spelling.append(text, to: &bytes)
    ranges.append(start..<bytes.count)
  }

  /// Takes all texts out, and keeps their room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
  }

  /// A folded text in UTF-8.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  /// The bytes of a folded text.
  func length(of index: Int) -> Int { ranges[index].count }

  /// Whether two texts are spelled alike.
  func areAlike(_ first: Int, _ second: Int) -> Bool {
    length(of: first) == length(of: second) && stands(first, in: second)
  }

  /// Whether a text is spelled like one that is folded already, such as an id.
  func isAlike(_ index: Int, _ folded: String) -> Bool {
    length(of: index) == folded.utf8.count && self[index].elementsEqual(folded.utf8)
  }

  /// Texts that are spelled like an earlier one, in order, each with the first of its kind. O(texts · log texts).
  var repeats: [(first: Int, later: Int)] {
    let order = ranges.indices.sorted { (difference($0, $1), $0) < (0, $1) }
    var repeats: [(first: Int, later: Int)] = []
    var first = order.first ?? 0
    for index in order.dropFirst() {
      if difference(first, index) == 0 { repeats.append((first, index)) } else { first = index }
    }
    return repeats.sorted { $0.later < $1.later }
  }

  /// Below 0 where a text comes before another in some fixed order, 0 where they are spelled alike.
  private func difference(_ first: Int, _ second: Int) -> Int {
    // Most texts differ in length.
    let (one, other) = (ranges[first], ranges[second])
    if one.count != other.count { return one.count - other.count }
    for offset in 0..<one.count {
      let (byte, otherByte) = (bytes[one.lowerBound + offset], bytes[other.lowerBound + offset])
      if byte != otherByte { return Int(byte) - Int(otherByte) }
    }
    return 0
  }

  /// Whether one text stands inside another.
  func stands(_ inner: Int, in outer: Int) -> Bool {
    let bytes = bytes.span
    let (part, whole) = (bytes.extracting(ranges[inner]), bytes.extracting(ranges[outer]))
    guard part.count <= whole.count else { return false }
    for start in 0...whole.count - part.count {
      var length = 0
      while length < part.count, whole[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
