/// A short fingerprint of a document's content, the same whatever the order of its keys and the layout of its files.
///
/// FNV-1a 64 (Fowler, Noll and Vo) over the resolved tree: a letter for the type, lengths before texts, members sorted
/// by the bytes of their keys, keys as text. Numbers count as they were written, because an id may look like one. It tells
/// two versions of an assessment apart; it is no protection against forgery.
enum ContentDigest {
  /// Sixteen hexadecimal digits. O(bytes + members · log members).
  static func of(_ document: Document) -> String {
    var walk = Walk(nodes: document.storage.nodes, text: document.storage.text)
    walk.add(0)
    let digits = String(walk.hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Goes through the tree where it stands, without a handle a node.
  private struct Walk {
    let nodes: [Document.Node]
    let text: [UInt8]
    private(set) var hash = FNV1a()
    /// The keys of the mappings that are being gone through.
    private var keys: [Int] = []

    init(nodes: [Document.Node], text: [UInt8]) {
      self.nodes = nodes
      self.text = text
    }

    mutating func add(_ index: Int) {
      let own = nodes[index]
      switch own.kind {
      case .mapping:
        hash.add("m", count: Int(own.start))
        let first = keys.count
        addSortedKeys(of: index)
        for place in first..<keys.count {
          let key = nodes[keys[place]]
          addText(key, as: "t")
          add(Int(key.end))
        }
        keys.removeSubrange(first...)
      case .sequence:
        hash.add("l", count: Int(own.start))
        var element = index + 1
        while element < Int(own.end) {
          add(element)
          element = Int(nodes[element].end)
        }
      case .quotedScalar: addText(own, as: "t")
      case .plainScalar:
        let bytes = text[range(of: own)]
        if CoreSchema.isNull(bytes) { return hash.add("n", count: 0) }
        // Text and typed scalars differ: "1" is not 1.
        addText(own, as: CoreSchema.boolean(bytes) != nil || CoreSchema.number(bytes) != nil ? "p" : "t")
      }
    }

    private mutating func addText(_ node: Document.Node, as letter: Unicode.Scalar) {
      let range = range(of: node)
      hash.add(letter, count: range.count)
      for place in range { hash.add(text[place]) }
    }

    /// The bytes of a scalar; keys that are no scalars have none.
    private func range(of node: Document.Node) -> Range<Int> {
      guard node.isScalar else { return 0..<0 }
      return Int(node.start)..<Int(node.start) + Int(node.count)
    }

    /// Appends the indices of a mapping's keys, sorted by their bytes.
    private mutating func addSortedKeys(of index: Int) {
      let (first, end) = (keys.count, Int(nodes[index].end))
      let isShort = nodes[index].start <= 32
      var key = index + 1
      while key < end {
        var place = keys.count
        keys.append(key)
        // Sorted where they stand: nearly all mappings have a few keys.
        while isShort, place > first, isBefore(key, keys[place - 1]) {
          keys[place] = keys[place - 1]
          place -= 1
        }
        keys[place] = key
        key = Int(nodes[Int(nodes[key].end)].end)
      }
      if isShort { return }
      let sorted = keys[first...].sorted { isBefore($0, $1) }
      keys.replaceSubrange(first..., with: sorted)
    }

    private func isBefore(_ key: Int, _ other: Int) -> Bool {
      let (own, others) = (range(of: nodes[key]), range(of: nodes[other]))
      for offset in 0..<min(own.count, others.count) {
        let (byte, otherByte) = (text[own.lowerBound + offset], text[others.lowerBound + offset])
        if byte != otherByte { return byte < otherByte }
      }
      return own.count < others.count
    }
  }

  /// The hash itself.
  struct FNV1a {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    private static var prime: UInt64 { 0x100_0000_01b3 }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* Self.prime }

    /// What seven bytes of zero multiply the hash by.
    private static var sevenZeros: UInt64 {
      prime &* prime &* prime &* prime &* prime &* prime &* prime
    }

    mutating func add(_ letter: Unicode.Scalar, count: Int) {
      add(UInt8(truncatingIfNeeded: letter.value))
      // Nearly all counts have one byte.
      if let byte = UInt8(exactly: count) {
        add(byte)
        value = value &* Self.sevenZeros
        return
      }
      for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: count >> shift)) }
    }
  }
}
