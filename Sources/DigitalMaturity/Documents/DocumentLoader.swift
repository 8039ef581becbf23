/// Reads a document with everything it includes.
///
/// `{include: path}` is replaced by the root of the file at `path`, relative to the file that says it. Includes resolve
/// alike on disk and in memory, never leave the assessment's folder and never go in a circle.
public struct DocumentLoader: Sendable {
  private let source: any DocumentSource
  private let formats: [DocumentFormat]
  private let limits: DocumentLimits

  /// Makes a loader.
  public init(source: any DocumentSource, formats: [DocumentFormat], limits: DocumentLimits = .standard) {
    self.source = source
    self.formats = formats
    self.limits = limits
  }

  /// Reads `path`, relative to the source, and its includes. O(bytes + values), repeated includes counted each time.
  /// - Parameters:
  ///   - path: The main file.
  ///   - log: Where problems go that leave a document to read on with, such as repeated keys; without one they are
  ///     thrown.
  /// - Throws: ``DocumentError`` with the problems of every file that could be reached.
  public func load(_ path: String, reportingTo log: DiagnosticLog? = nil) throws(DocumentError) -> Document {
    let problems = log ?? DiagnosticLog()
    let document = try load(path, problems)
    if log == nil { try problems.throwIfErrors() }
    return document
  }

  private func load(_ path: String, _ log: DiagnosticLog) throws(DocumentError) -> Document {
    guard let path = Self.resolve(path, from: "") else {
      throw DocumentError(
        Diagnostic(.include, "“\(path)” is not a path inside the assessment's folder; write one relative to it"))
    }
    let (main, bytes) = try read(path, bytesLeft: limits.bytes, log)
    let includes = main.storage.includes
    if includes.isEmpty { return main }
    var assembly = Assembly(loader: self, main: path, bytes: bytes, log: log)
    return try assembly.resolve(main, includes)
  }

  private func read(
    _ path: String, bytesLeft: Int, _ log: DiagnosticLog
  ) throws(DocumentError) -> (document: Document, bytes: Int) {
    let ending = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]).lowercased() } ?? ""
    guard let format = formats.first(where: { $0.fileExtensions.contains(ending) }) else {
      let known = formats.flatMap(\.fileExtensions).map { ".\($0)" }.joined(separator: ", ")
      throw DocumentError(
        Diagnostic(.unreadableFile, "“\(path)” has an ending that is not read here; known endings: \(known)"))
    }
    let bytes = try source.bytes(at: path, limit: max(bytesLeft, 0))
    return (try format.read(bytes, path, limits, log), bytes.count)
  }

  /// The path that `include` at `path` means, or nil when it leaves the folder.
  static func resolve(_ include: String, from path: String) -> String? {
    guard !include.isEmpty, !include.hasPrefix("/"), !include.contains("\\"), !include.contains("\0") else {
      return nil
    }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in include.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// The resolved document while it grows out of its files.
  private struct Assembly {
    /// A file that was read: its text stands once in the arena, however often it is included.
    struct Part {
      let document: Document
      let file: UInt16
      let textStart: Int
      /// Where its includes stand, in order.
      let includes: [Int]

      /// Whether an include stands among these nodes. O(log includes).
      func hasInclude(in nodes: Range<Int>) -> Bool {
        var (low, high) = (0, includes.count)
        while low < high {
          let middle = (low + high) / 2
          if includes[middle] < nodes.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < includes.count && includes[low] < nodes.upperBound
      }
    }

    let loader: DocumentLoader
    var files: [String] = []
    var nodes: [Document.Node] = []
    var text: [UInt8] = []
    var parts: [String: Part] = [:]
    var refused: Set<String> = []
    /// Includes that cannot be had: reported once, however often their file is included.
    var brokenIncludes: Set<SourceLocation> = []
    var chain: [String]
    var bytes: Int
    let log: DiagnosticLog

    init(loader: DocumentLoader, main path: String, bytes: Int, log: DiagnosticLog) {
      self.log = log
      self.loader = loader
      self.bytes = bytes
      chain = [path]
      // Room for a large assessment: growing would copy them, and room that is not used costs nothing.
      nodes.reserveCapacity(min(1 << 14, loader.limits.nodes))
      text.reserveCapacity(1 << 18)
    }

    mutating func resolve(_ main: Document, _ includes: [Int]) throws(DocumentError) -> Document {
      let part = add(main, includes, path: chain[0])
      try append(0, of: part, depth: 0)
      guard brokenIncludes.isEmpty else { throw DocumentError(log.sorted) }
      return Document(
        storage: Document.Storage(files: files, nodes: nodes, text: text, depth: loader.limits.depth))
    }

    private mutating func add(_ document: Document, _ includes: [Int], path: String) -> Part {
      let part = Part(
        document: document, file: UInt16(clamping: files.count), textStart: text.count, includes: includes)
      files.append(path)
      text.append(contentsOf: document.storage.text)
      parts[path] = part
      return part
    }

    private mutating func append(_ index: Int, of part: Part, depth: Int) throws(DocumentError) {
      let storage = part.document.storage
      var copy = storage.nodes[index]
      let range = index..<Int(copy.end)
      let hasInclude = part.hasInclude(in: range)
      if !hasInclude, nodes.count + range.count <= loader.limits.nodes,
        depth + storage.depth <= loader.limits.depth
      {
        return append(range, of: part)
      }
      // An include lies within, or a limit is near: value by value.
      let node = DocumentNode(storage: storage, index: index)
      if hasInclude, part.hasInclude(in: index..<index + 1) { return try include(node, from: part, depth: depth) }
      let here = nodes.count
      guard here < loader.limits.nodes else { throw tooManyNodes(at: node) }
      copy.file = part.file
      if copy.isScalar { copy.start += UInt32(part.textStart) }
      nodes.append(copy)
      if !copy.isScalar {
        guard depth < loader.limits.depth else {
          throw stop("lists and mappings stand more than \(loader.limits.depth) deep with this include", at: node)
        }
        var child = index + 1
        while child < range.upperBound {
          try append(child, of: part, depth: depth + 1)
          child = Int(storage.nodes[child].end)
        }
      }
      nodes[here].end = UInt32(nodes.count)
    }

    /// Copies nodes among which no include stands.
    private mutating func append(_ range: Range<Int>, of part: Part) {
      let shift = nodes.count - range.lowerBound
      for var copy in part.document.storage.nodes[range] {
        copy.file = part.file
        copy.end = UInt32(Int(copy.end) + shift)
        if copy.isScalar { copy.start += UInt32(part.textStart) }
        nodes.append(copy)
      }
    }

    private mutating func include(_ node: DocumentNode, from part: Part, depth: Int) throws(DocumentError) {
      guard !brokenIncludes.contains(node.location), let part = included(by: node) else {
        // The load fails; read on for the other problems, with a null in this place that counts as a value.
        brokenIncludes.insert(node.location)
        guard nodes.count < loader.limits.nodes else { throw tooManyNodes(at: node) }
        return nodes.append(
          Document.Node(
            kind: .plainScalar, file: part.file, line: 0, column: 0, start: 0, count: 0, end: UInt32(nodes.count + 1)))
      }
      chain.append(files[Int(part.file)])
      try append(0, of: part, depth: depth)
      chain.removeLast()
    }

    /// The file that an include means, read once; nil, with a report, when it cannot be had.
    private mutating func included(by node: DocumentNode) -> Part? {
      guard let value = node.member("include") else { return nil }
      guard node.count == 1 else {
        log.error(
          .include, "“include” stands alone in its mapping; move the other keys into the file", at: node.location)
        return nil
      }
      guard let text = value.readText(into: log) else { return nil }
      guard let path = DocumentLoader.resolve(text, from: chain[chain.count - 1]) else {
        log.error(
          .include, "“\(DocumentNode.short(text))” leaves the assessment's folder; include files of the folder only",
          at: value.location)
        return nil
      }
      if chain.contains(path) {
        let circle = (chain + [path]).joined(separator: " → ")
        log.error(.include, "these files include each other in a circle: \(circle)", at: value.location)
        return nil
      }
      guard chain.count < loader.limits.depth else {
        log.error(.limit, "files include files more than \(loader.limits.depth) deep here", at: value.location)
        return nil
      }
      if let part = parts[path] { return part }
      if refused.contains(path) { return nil }
      do throws(DocumentError) {
        guard files.count < Int(UInt16.max) else {
          throw DocumentError(Diagnostic(.limit, "more than \(UInt16.max) files are included; include fewer"))
        }
        let (document, count) = try loader.read(path, bytesLeft: loader.limits.bytes - bytes, log)
        bytes += count
        return add(document, document.storage.includes, path: path)
      } catch {
        refused.insert(path)
        for var diagnostic in error.diagnostics {
          diagnostic.location = diagnostic.location ?? value.location
          log.add(diagnostic)
        }
        return nil
      }
    }

    private func tooManyNodes(at node: DocumentNode) -> DocumentError {
      stop("the document grows past \(loader.limits.nodes) values with this include", at: node)
    }

    private func stop(_ message: String, at node: DocumentNode) -> DocumentError {
      log.error(.limit, message, at: node.location)
      return DocumentError(log.sorted)
    }
  }
}

extension Document.Storage {
  /// Where the mappings stand that have the key `include`, in order. O(values).
  fileprivate var includes: [Int] {
    let word = Array("include".utf8)
    var includes: [Int] = []
    for index in nodes.indices where nodes[index].kind == .mapping {
      var key = index + 1
      while key < Int(nodes[index].end) {
        if Int(nodes[key].count) == word.count, nodes[key].isScalar,
          word.indices.allSatisfy({ text[Int(nodes[key].start) + $0] == word[$0] })
        {
          includes.append(index)
          break
        }
        key = Int(nodes[Int(nodes[key].end)].end)
      }
    }
    return includes
  }
}
