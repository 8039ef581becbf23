/// A short fingerprint of a document's content, the same whatever the order of its keys and the layout of its files.
///
/// FNV-1a 64 (Fowler, Noll and Vo) over the resolved tree: a letter for the type, lengths before texts, members sorted
/// by the bytes of their keys, keys as text. Numbers count as they were written, because an id may look like one. It tells
/// two versions of an assessment apart; it is no protection against forgery.
enum ContentDigest {
  /// Sixteen hexadecimal digits. O(bytes + members · log members).
  static func of(_ document: Document) -> String {
    var hash = FNV1a()
    add(document.root, to: &hash)
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func add(_ node: DocumentNode, to hash: inout FNV1a) {
    if node.isMapping {
      hash.add("m", count: node.count)
      var members = Array(node.members)
      let isSorted = members.indices.dropFirst().allSatisfy { !isBefore(members[$0].key, members[$0 - 1].key) }
      if !isSorted { members.sort { isBefore($0.key, $1.key) } }
      for (key, value) in members {
        hash.add(key.bytes, as: "t")
        add(value, to: &hash)
      }
    } else if node.isSequence {
      hash.add("l", count: node.count)
      for element in node.elements { add(element, to: &hash) }
    } else if node.isNull {
      hash.add("n", count: 0)
    } else {
      // Text and typed scalars differ: "1" is not 1.
      hash.add(node.bytes, as: node.boolean != nil || node.number != nil ? "p" : "t")
    }
  }

  private static func isBefore(_ key: DocumentNode, _ other: DocumentNode) -> Bool {
    key.bytes.lexicographicallyPrecedes(other.bytes)
  }

  /// The hash itself.
  struct FNV1a {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ letter: Unicode.Scalar, count: Int) {
      add(UInt8(truncatingIfNeeded: letter.value))
      for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: count >> shift)) }
    }

    mutating func add(_ bytes: ArraySlice<UInt8>, as letter: Unicode.Scalar) {
      add(letter, count: bytes.count)
      let bytes = bytes.span
      for index in bytes.indices { add(bytes[index]) }
    }
  }
}
