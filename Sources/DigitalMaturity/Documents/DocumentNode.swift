/// A value of a ``Document``: a handle of two words, cheap to copy.
public struct DocumentNode: Sendable {
  let storage: Document.Storage
  let index: Int

  private var node: Document.Node { storage.nodes[index] }

  /// A mapping without members, from no file: stands in for a value that could not be read.
  public static let emptyMapping = DocumentNode(
    storage: Document.Storage(
      files: [""],
      nodes: [Document.Node(kind: .mapping, file: 0, line: 1, column: 1, start: 0, count: 0, end: 1)], text: [],
      depth: 1),
    index: 0)

  /// What a node is.
  public enum Kind: Sendable, Hashable {
    /// No value: `null`, `~` or nothing.
    case null
    /// A single value: text, number or boolean.
    case scalar
    /// An ordered list.
    case sequence
    /// Keys with values.
    case mapping
  }

  /// What the node is.
  public var kind: Kind {
    switch node.kind {
    case .mapping: .mapping
    case .sequence: .sequence
    case .quotedScalar: .scalar
    case .plainScalar: isNull ? .null : .scalar
    }
  }

  /// Where the value begins.
  public var location: SourceLocation {
    let node = node
    let file = storage.files.indices.contains(Int(node.file)) ? storage.files[Int(node.file)] : ""
    return SourceLocation(file: file, line: Int(node.line), column: Int(node.column))
  }

  /// Whether there is no value.
  public var isNull: Bool {
    let node = node
    guard node.kind == .plainScalar else { return false }
    return node.count == 0 || CoreSchema.mayBeNull(storage.text[Int(node.start)]) && CoreSchema.isNull(bytes)
  }

  /// The text of a scalar as it was written, numbers and booleans too; nil for null, sequences and mappings.
  public var text: String? {
    let node = node
    guard node.kind == .plainScalar || node.kind == .quotedScalar, !isNull else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The boolean of a plain `true` or `false`.
  public var boolean: Bool? { node.kind == .plainScalar ? CoreSchema.boolean(bytes) : nil }

  /// The whole number of a plain scalar.
  public var integer: Int? { node.kind == .plainScalar ? CoreSchema.integer(bytes) : nil }

  /// The number of a plain scalar; may be infinite or not a number, as `.inf` and `.nan` are.
  public var number: Double? { node.kind == .plainScalar ? CoreSchema.number(bytes) : nil }

  /// The number of elements or members; 0 for a scalar.
  public var count: Int {
    switch node.kind {
    case .mapping, .sequence: Int(node.start)
    case .plainScalar, .quotedScalar: 0
    }
  }

  /// The elements of a sequence, in order; empty for anything else.
  public var elements: Elements { Elements(storage: storage, position: index + 1, end: isSequence ? end : index + 1) }

  /// The members of a mapping, in the order written; empty for anything else.
  public var members: Members { Members(storage: storage, position: index + 1, end: isMapping ? end : index + 1) }

  /// The value of a key. O(members).
  public func member(_ key: String) -> DocumentNode? {
    isMapping ? find(DocumentKey(key), from: firstMember).map(value) : nil
  }

  /// Where a member stands: its position among the members, and the index of its key.
  struct MemberPlace {
    var position: Int
    var key: Int
  }

  /// The first member of a mapping, if it has any.
  var firstMember: MemberPlace { MemberPlace(position: 0, key: index + 1) }

  /// Where the next member stands; at the end of the mapping behind the last.
  func place(after place: MemberPlace) -> MemberPlace {
    let value = Int(storage.nodes[place.key].end)
    return MemberPlace(position: place.position + 1, key: Int(storage.nodes[value].end))
  }

  /// The value of a member.
  func value(at place: MemberPlace) -> DocumentNode {
    DocumentNode(storage: storage, index: Int(storage.nodes[place.key].end))
  }

  /// The member of a mapping with a key, looked for from `place` on and then before it. Makes no handles and no Strings
  /// on the way.
  func find(_ key: DocumentKey, from place: MemberPlace) -> MemberPlace? {
    key.withBytes { key in
      let node = node
      var place = place
      for _ in 0..<node.start {
        if place.key == Int(node.end) { place = firstMember }
        let candidate = storage.nodes[place.key]
        if isScalar(candidate, of: key) { return place }
        place.key = Int(storage.nodes[Int(candidate.end)].end)
        place.position += 1
      }
      return nil
    }
  }

  /// Whether a node is a scalar of exactly these bytes.
  private func isScalar(_ node: Document.Node, of text: Span<UInt8>) -> Bool {
    guard Int(node.count) == text.count, node.isScalar else { return false }
    let start = Int(node.start)
    for index in text.indices where storage.text[start &+ index] != text[index] { return false }
    return true
  }

  /// Whether both are mappings with the same keys in the same order, as elements of one list nearly always are.
  package func hasKeys(of other: DocumentNode) -> Bool {
    guard isMapping, other.isMapping, node.start == other.node.start else { return false }
    var (own, others) = (index + 1, other.index + 1)
    for _ in 0..<node.start {
      let (key, otherKey) = (storage.nodes[own], other.storage.nodes[others])
      guard key.count == otherKey.count, key.isScalar, otherKey.isScalar else { return false }
      for offset in 0..<Int(key.count)
      where storage.text[Int(key.start) &+ offset] != other.storage.text[Int(otherKey.start) &+ offset] {
        return false
      }
      own = Int(storage.nodes[Int(key.end)].end)
      others = Int(other.storage.nodes[Int(otherKey.end)].end)
    }
    return true
  }

  /// The value of the member of a mapping at a position, which is below ``count``.
  package func value(at position: Int) -> DocumentNode {
    var place = firstMember
    while place.position < position { place = self.place(after: place) }
    return value(at: place)
  }

  /// The position of a key among the members of a mapping.
  package func position(of key: DocumentKey) -> Int? { isMapping ? find(key, from: firstMember)?.position : nil }

  /// The elements of a sequence.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    let storage: Document.Storage
    var position: Int
    let end: Int

    /// No elements.
    static let none = DocumentNode.emptyMapping.elements

    /// Whether there are none.
    public var isEmpty: Bool { position == end }

    /// The next element.
    public mutating func next() -> DocumentNode? {
      guard position < end else { return nil }
      defer { position = Int(storage.nodes[position].end) }
      return DocumentNode(storage: storage, index: position)
    }
  }

  /// The members of a mapping.
  public struct Members: Sequence, IteratorProtocol, Sendable {
    let storage: Document.Storage
    var position: Int
    let end: Int

    /// The next key and value.
    public mutating func next() -> (key: DocumentNode, value: DocumentNode)? {
      guard position < end else { return nil }
      let key = DocumentNode(storage: storage, index: position)
      let value = DocumentNode(storage: storage, index: Int(storage.nodes[position].end))
      position = value.end
      return (key, value)
    }
  }
}

extension DocumentNode {
  var end: Int { Int(node.end) }
  var isMapping: Bool { node.kind == .mapping }
  var isSequence: Bool { node.kind == .sequence }

  /// A scalar's bytes; empty for containers.
  var bytes: ArraySlice<UInt8> {
    let node = node
    guard node.isScalar else { return [] }
    let start = Int(node.start)
    return storage.text[start..<start + Int(node.count)]
  }

  /// Whether this is a scalar of exactly this text; makes no String.
  func textEquals(_ text: String) -> Bool {
    let node = node
    return Int(node.count) == text.utf8.count && DocumentKey(text).withBytes { isScalar(node, of: $0) }
  }

  /// A word for what the value is, for messages.
  var noun: String {
    switch kind {
    case .null: return "nothing"
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    case .scalar:
      if boolean != nil { return "\(text ?? "") (a boolean)" }
      if number != nil { return "the number \(text ?? "")" }
      return "the text “\(Self.short(text ?? ""))”"
    }
  }

  /// At most forty characters of a text, for messages.
  package static func short(_ text: String) -> String {
    text.count <= 40 ? text : "\(text.prefix(39))…"
  }
}
