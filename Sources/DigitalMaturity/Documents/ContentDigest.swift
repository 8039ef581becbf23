/// A short fingerprint of a document's content, the same whatever the order of its keys and the layout of its files.
///
/// FNV-1a 64 (Fowler, Noll and Vo) over the resolved tree: a letter for the type, lengths before texts, members sorted
/// by the bytes of their keys, keys as text. Numbers count as they were written, because an id may look like one. It tells
/// two versions of an assessment apart; it is no protection against forgery.
enum ContentDigest {
  /// Sixteen hexadecimal digits. O(bytes + members · log members).
  static func of(_ storage: Document.Storage) -> String {
    var hash = FNV1a()
    var keys: [Int] = []
    add(0, of: storage, to: &hash, &keys)
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// - Parameter keys: Memory for the keys of mappings; as it was when this returns.
  private static func add(_ index: Int, of storage: Document.Storage, to hash: inout FNV1a, _ keys: inout [Int]) {
    let node = storage.nodes[index]
    switch node.kind {
    case .mapping:
      hash.add("m", count: Int(node.start))
      let first = keys.count
      addSortedKeys(of: DocumentNode(storage: storage, index: index), to: &keys)
      for place in first..<keys.count {
        let key = storage.nodes[keys[place]]
        hash.add(key, as: "t", of: storage.text)
        add(Int(key.end), of: storage, to: &hash, &keys)
      }
      keys.removeSubrange(first...)
    case .sequence:
      hash.add("l", count: Int(node.start))
      var element = index + 1
      while element < Int(node.end) {
        add(element, of: storage, to: &hash, &keys)
        element = Int(storage.nodes[element].end)
      }
    case .quotedScalar: hash.add(node, as: "t", of: storage.text)
    case .plainScalar:
      // Nearly every text is told apart by its first byte.
      if node.count > 0, CoreSchema.isTextStart(storage.text[Int(node.start)]) {
        return hash.add(node, as: "t", of: storage.text)
      }
      let value = DocumentNode(storage: storage, index: index)
      if value.isNull { return hash.add("n", count: 0) }
      // Text and typed scalars differ: "1" is not 1.
      hash.add(node, as: value.boolean != nil || value.number != nil ? "p" : "t", of: storage.text)
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
    var key = node.index + 1
    while key < node.end {
      var place = keys.count
      keys.append(key)
      while place > first, isBefore(key, keys[place - 1], in: storage) {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
      key = Int(storage.nodes[Int(storage.nodes[key].end)].end)
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

    /// A scalar with the text of its document; a list or a mapping, which may be a key, has none.
    mutating func add(_ node: Document.Node, as letter: Unicode.Scalar, of text: [UInt8]) {
      let count = node.isScalar ? Int(node.count) : 0
      add(letter, count: count)
      guard count > 0 else { return }
      let bytes = text.span.extracting(Int(node.start)..<Int(node.start) + count)
      for index in bytes.indices { add(bytes[index]) }
    }
  }
}
