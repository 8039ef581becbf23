/// How large a document may be: what keeps a hostile file from using up the machine.
public struct DocumentLimits: Sendable, Hashable {
  /// Bytes of all its files together.
  public var bytes: Int
  /// Mappings and sequences inside each other.
  public var depth: Int
  /// Scalars, mappings and sequences, counted after aliases and includes are expanded.
  public var nodes: Int

  /// 64 MiB, 64 levels, 1,000,000 nodes.
  public static let standard = DocumentLimits(bytes: 64 << 20, depth: 64, nodes: 1_000_000)

  /// What results may have, which the program wrote itself: 512 MiB, 64 levels, 32,000,000 nodes, which is more than 200 areas
  /// in 500 groups take. Reading as much takes some 2 GB of memory.
  public static let results = DocumentLimits(bytes: 512 << 20, depth: 64, nodes: 32_000_000)

  /// Makes limits.
  public init(bytes: Int, depth: Int, nodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
