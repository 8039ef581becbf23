/// A short fingerprint of a document's content, the same whatever the order of its keys and the layout of its files.
///
/// FNV-1a 64 (Fowler, Noll and Vo) over the resolved tree: a letter for the type, lengths before texts, members sorted
/// by the bytes of their keys, keys as text. Numbers count as they were written, because an id may look like one. It tells
/// two versions of an assessment apart; it is no protection against forgery.
enum ContentDigest {
  /// Sixteen hexadecimal digits. O(bytes + members · log members).
  static func of(_ document: Document) -> String {
    var hash = FNV1a()
    var keys: [Int] = []
    add(document.root, to: &hash, &keys)
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// - Parameter keys: Memory for the keys of mappings; as it was when this returns.
  private static func add(_ node: DocumentNode, to hash: inout FNV1a, _ keys: inout [Int]) {
    let (storage, own) = (node.storage, node.storage.nodes[node.index])
    switch own.kind {
    case .mapping:
      hash.add("m", count: Int(own.start))
      let first = keys.count
      addSortedKeys(of: node, to: &keys)
      for place in first..<keys.count {
        let key = DocumentNode(storage: storage, index: keys[place])
        hash.add(key.bytes, as: "t")
        add(DocumentNode(storage: storage, index: key.end), to: &hash, &keys)
      }
      keys.removeSubrange(first...)
    case .sequence:
      hash.add("l", count: Int(own.start))
      for element in node.elements { add(element, to: &hash, &keys) }
    case .quotedScalar: hash.add(node.bytes, as: "t")
    case .plainScalar:
      if node.isNull { return hash.add("n", count: 0) }
      // Text and typed scalars differ: "1" is not 1.
      hash.add(node.bytes, as: node.boolean != nil || node.number != nil ? "p" : "t")
    }
  }

  /// Appends the indices of a mapping's keys, sorted by their bytes.
  private static func addSortedKeys(of node: DocumentNode, to keys: inout [Int]) {
    let (first, storage) = (keys.count, node.storage)
    guard node.count <= 32 else {
      keys += node.members.map(\.key.index).sorted { isBefore($0, $1, in: storage) }
      return
    }
    // Sorted where they stand: nearly all mappings have a few keys.
    for (key, _) in node.members {
      var place = keys.count
      keys.append(key.index)
      while place > first, isBefore(key.index, keys[place - 1], in: storage) {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key.index
    }
  }

  private static func isBefore(_ key: Int, _ other: Int, in storage: Document.Storage) -> Bool {
    let (key, other) = (storage.nodes[key], storage.nodes[other])
    // Keys that are no scalars have no bytes.
    let (length, otherLength) = (key.isScalar ? key.count : 0, other.isScalar ? other.count : 0)
    let bytes = storage.text
    let text = bytes.span
    for offset in 0..<Int(min(length, otherLength)) {
      let (byte, otherByte) = (text[Int(key.start) + offset], text[Int(other.start) + offset])
      if byte != otherByte { return byte < otherByte }
    }
    return length < otherLength
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

    mutating func add(_ bytes: ArraySlice<UInt8>, as letter: Unicode.Scalar) {
      add(letter, count: bytes.count)
      let bytes = bytes.span
      for index in bytes.indices { add(bytes[index]) }
    }
  }
}
