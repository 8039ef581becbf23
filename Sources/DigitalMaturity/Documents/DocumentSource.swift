/// Where an assessment's files come from: a folder on disk, memory, a binary.
public protocol DocumentSource: Sendable {
  /// The bytes of a file.
  /// - Parameters:
  ///   - path: Relative to the assessment's folder, with `/`, normalised: no `..`, no `.`, no empty part.
  ///   - limit: Bytes; a larger file is refused.
  /// - Throws: ``DocumentError`` with code `unreadable-file`, `include` or `limit`.
  func bytes(at path: String, limit: Int) throws(DocumentError) -> [UInt8]
}

/// Files held in memory, by their path.
public struct MemorySource: DocumentSource {
  /// The files' bytes by path.
  public var files: [String: [UInt8]]

  /// Makes a source of bytes.
  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// Makes a source of texts.
  public init(texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  /// The bytes of a file; throws `unreadable-file` for a path that is not held, and `limit` for a file over the limit.
  public func bytes(at path: String, limit: Int) throws(DocumentError) -> [UInt8] {
    guard let bytes = files[path] else {
      let known = files.keys.sorted()
      throw DocumentError(
        Diagnostic(.unreadableFile, "there is no file “\(path)”\(NearestName.hint(path, in: known))"))
    }
    guard bytes.count <= limit else {
      throw DocumentError(
        Diagnostic(.limit, "“\(path)” has \(bytes.count) bytes; at most \(limit) are read: make it smaller"))
    }
    return bytes
  }
}
