import Synchronization

/// A document as it was written: mappings, sequences and scalars, each with its place.
///
/// One array of small nodes in reading order and one arena of text. YAML, JSON and Swift fill it through
/// ``DocumentBuilder``; ``DocumentNode`` reads it.
public struct Document: Sendable {
  let storage: Storage

  /// The value at the top.
  public var root: DocumentNode { DocumentNode(storage: storage, index: 0) }

  /// The names of the files it was read from; the first is the main one.
  public var files: [String] { storage.files }

  /// The number of nodes, aliases and includes expanded.
  public var nodeCount: Int { storage.nodes.count }
}

extension Document {
  /// What a node is. Scalars keep their text; what type a plain one has is found when it is asked for.
  enum Kind: UInt8 { case plainScalar, quotedScalar, sequence, mapping }

  /// One node: 24 bytes. The children of a container follow it; a mapping's children are key, value, key, value.
  struct Node {
    var kind: Kind
    var file: UInt16
    var line: UInt32
    var column: UInt32
    /// A scalar's first byte in the arena; a container's number of elements or members.
    var start: UInt32
    /// A scalar's number of bytes.
    var count: UInt32
    /// The index behind the node and all its children; 0 while a container is open.
    var end: UInt32

    var isScalar: Bool { kind == .plainScalar || kind == .quotedScalar }
  }

  /// The shared, immutable store that handles point into.
  final class Storage: Sendable {
    let files: [String]
    let nodes: [Node]
    let text: [UInt8]
    /// No lists and mappings stand deeper than this.
    let depth: Int
    /// The digest, once somebody has asked for it.
    private let knownDigest = Mutex<String?>(nil)

    init(files: [String], nodes: [Node], text: [UInt8], depth: Int) {
      self.files = files
      self.nodes = nodes
      self.text = text
      self.depth = depth
    }

    /// See ``ContentDigest``. Found once.
    var digest: String {
      knownDigest.withLock { known in
        let digest = known ?? ContentDigest.of(self)
        known = digest
        return digest
      }
    }
  }
}

extension Document {
  /// The place of the value at `path`, or of the nearest value above it that exists.
  ///
  /// A key in a sequence means the element with that text: `areas: [leadership]` is short for a mapping. O(members and
  /// elements on the way).
  public func location(of path: ModelPath) -> SourceLocation {
    var node = root
    for step in path.steps {
      guard let next = node.child(step) else { break }
      node = next
    }
    return node.location
  }

  /// The value at `path`; nil when there is none.
  func node(at path: ModelPath) -> DocumentNode? {
    path.steps.reduce(root) { node, step in node?.child(step) }
  }
}

extension DocumentNode {
  func child(_ step: ModelPath.Step) -> DocumentNode? {
    switch step {
    case .key(let key): isSequence ? elements.first { $0.textEquals(key) } : member(key)
    case .index(let index): elements.enumerated().first { $0.offset == index }?.element
    }
  }
}
