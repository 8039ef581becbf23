/// Fills a ``Document`` event by event: what YAML, JSON and Swift readers write to.
///
/// Checks as it goes: limits throw at once, so that a hostile file fails early; repeated keys and keys that are not
/// text are collected, so that all of them are reported by ``finish(reportingTo:)``.
public struct DocumentBuilder {
  /// A place in the file being read.
  public struct Mark: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int

    /// Makes a mark.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  private let file: String
  private let limits: DocumentLimits
  private var nodes: [Document.Node] = []
  private var text: [UInt8] = []
  private var open: [Int] = []
  /// How deep lists and mappings stand.
  private var deepest = 0
  /// The keys of the mapping that closes; kept to keep its room.
  private var keys: [Int] = []
  private var problems: [Diagnostic] = []

  /// Begins a document.
  /// - Parameters:
  ///   - file: The name that diagnostics give the file.
  ///   - limits: How large it may be.
  ///   - bytes: The size of the source, to reserve room; more than the limit throws.
  public init(file: String, limits: DocumentLimits = .standard, bytes: Int = 0) throws(DocumentError) {
    self.file = file
    self.limits = limits
    guard bytes <= min(limits.bytes, Int(Int32.max)) else {
      throw DocumentError(
        Diagnostic(
          .limit, "the file has \(bytes) bytes; at most \(limits.bytes) are read: make it smaller",
          at: SourceLocation(file: file, line: 1, column: 1)))
    }
    // Room for twice the usual number of values: growing would copy them, and room that is not used costs nothing.
    nodes.reserveCapacity(min(bytes / 8, limits.nodes))
    text.reserveCapacity(bytes)
  }

  /// The index that the next node will have: what an anchor remembers.
  public var nextIndex: Int { nodes.count }

  /// Whether a value has been added and nothing is open.
  public var isComplete: Bool { open.isEmpty && !nodes.isEmpty }

  /// Adds a scalar.
  /// - Parameters:
  ///   - bytes: Its text in UTF-8, escapes resolved.
  ///   - quoted: Whether it is text whatever it looks like; a plain scalar has a type by the core schema.
  ///   - mark: Where it begins.
  /// - Throws: ``DocumentError`` past the limit of nodes, as for everything that is added.
  public mutating func scalar(_ bytes: Span<UInt8>, quoted: Bool, at mark: Mark) throws(DocumentError) {
    let start = text.count
    // One copy of the bytes; the closure does not keep the pointer.
    unsafe bytes.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
    try add(quoted ? .quotedScalar : .plainScalar, start: start, count: bytes.count, at: mark)
  }

  /// Adds a scalar from a string; see ``scalar(_:quoted:at:)-(Span<UInt8>,_,_)``.
  public mutating func scalar(_ string: String, quoted: Bool, at mark: Mark) throws(DocumentError) {
    let start = text.count
    text.append(contentsOf: string.utf8)
    try add(quoted ? .quotedScalar : .plainScalar, start: start, count: text.count - start, at: mark)
  }

  /// Opens a sequence. Throws past the limits of nodes and depth.
  public mutating func beginSequence(at mark: Mark) throws(DocumentError) { try begin(.sequence, at: mark) }

  /// Opens a mapping; its keys and values follow in turn. Throws past the limits of nodes and depth.
  public mutating func beginMapping(at mark: Mark) throws(DocumentError) { try begin(.mapping, at: mark) }

  /// Closes the innermost sequence or mapping, and checks a mapping's keys. O(its members), without its nested ones.
  public mutating func end() {
    guard let index = open.popLast() else { return }
    nodes[index].end = UInt32(nodes.count)
    let isMapping = nodes[index].kind == .mapping
    // Taken out while they are in use, so that nothing is retained or copied; put back for their room.
    var keys: [Int] = []
    swap(&keys, &self.keys)
    var children = 0
    var child = index + 1
    while child < nodes.count {
      if isMapping, children & 1 == 0 { keys.append(child) }
      children += 1
      child = Int(nodes[child].end)
    }
    nodes[index].start = UInt32(isMapping ? children / 2 : children)
    if isMapping { check(keys) }
    keys.removeAll(keepingCapacity: true)
    swap(&keys, &self.keys)
  }

  /// Adds a copy of an earlier node and all its children: what an alias means.
  ///
  /// The copy stands at `mark`, its children where they were written. An alias inside the value that it repeats is
  /// reported, and read past as null.
  /// - Parameters:
  ///   - index: The ``nextIndex`` from before the node was added.
  ///   - mark: Where the alias stands.
  /// - Throws: ``DocumentError`` past the limits of nodes and depth. O(nodes copied).
  public mutating func copy(of index: Int, at mark: Mark) throws(DocumentError) {
    guard nodes.indices.contains(index) else { return }
    guard nodes[index].end != 0 else {
      report(.syntax, "an alias stands inside the value that it repeats; write the value out", at: mark)
      return try add(.plainScalar, start: text.count, count: 0, at: mark)
    }
    let size = Int(nodes[index].end) - index
    guard nodes.count + size <= limits.nodes else { throw tooManyNodes(at: mark) }
    let depth = open.count + depth(of: index)
    guard depth <= limits.depth else { throw tooDeep(at: mark) }
    deepest = max(deepest, depth)
    let shift = nodes.count - index
    for source in index..<index + size {
      var node = nodes[source]
      node.end += UInt32(shift)
      nodes.append(node)
    }
    nodes[index + shift].line = UInt32(clamping: mark.line)
    nodes[index + shift].column = UInt32(clamping: mark.column)
  }

  /// Notes a problem that the reader found and can read past.
  public mutating func report(_ code: Diagnostic.Code, _ message: String, at mark: Mark) {
    problems.append(Diagnostic(code, message, at: location(mark)))
  }

  /// The error of a reader that cannot read on: its problem, and all those of what was read so far.
  public mutating func failure(_ code: Diagnostic.Code, _ message: String, at mark: Mark) -> DocumentError {
    while !open.isEmpty { end() }
    return error(code, message, at: mark)
  }

  /// The document.
  /// - Throws: ``DocumentError`` with all the problems found while building, sorted by place; `empty-document` when nothing
  ///   was added or something is still open.
  /// - Parameter log: Where problems go that leave a document to read on with, such as repeated keys; without one they
  ///   are thrown.
  public consuming func finish(reportingTo log: DiagnosticLog? = nil) throws(DocumentError) -> Document {
    guard open.isEmpty, let first = nodes.first else {
      throw error(
        .emptyDocument, "the file has no content; an empty one is not a document", at: Mark(line: 1, column: 1))
    }
    // A second value at the top is a reader's mistake, not an author's; keep the first.
    if !problems.isEmpty {
      guard let log else { throw DocumentError(sortedProblems) }
      for problem in sortedProblems { log.add(problem) }
    }
    if Int(first.end) < nodes.count { nodes.removeSubrange(Int(first.end)...) }
    return Document(storage: Document.Storage(files: [file], nodes: nodes, text: text, depth: deepest))
  }

  private mutating func begin(_ kind: Document.Kind, at mark: Mark) throws(DocumentError) {
    guard open.count < limits.depth else { throw tooDeep(at: mark) }
    try add(kind, start: 0, count: 0, at: mark)
    open.append(nodes.count - 1)
    deepest = max(deepest, open.count)
  }

  private mutating func add(_ kind: Document.Kind, start: Int, count: Int, at mark: Mark) throws(DocumentError) {
    guard nodes.count < limits.nodes else { throw tooManyNodes(at: mark) }
    let isScalar = kind == .plainScalar || kind == .quotedScalar
    nodes.append(
      Document.Node(
        kind: kind, file: 0, line: UInt32(clamping: mark.line), column: UInt32(clamping: mark.column),
        start: UInt32(clamping: start), count: UInt32(clamping: count), end: isScalar ? UInt32(nodes.count + 1) : 0))
  }

  private func depth(of index: Int) -> Int {
    var deepest = 0
    var ends: [Int] = []
    for child in index..<Int(nodes[index].end) {
      while let last = ends.last, last <= child { ends.removeLast() }
      guard nodes[child].kind == .sequence || nodes[child].kind == .mapping else { continue }
      ends.append(Int(nodes[child].end))
      deepest = max(deepest, ends.count)
    }
    return deepest
  }

  // MARK: Keys

  private mutating func check(_ keys: [Int]) {
    for key in keys {
      if !isScalar(key) {
        report(.wrongType, "a key must be text, not a list or a mapping", at: mark(of: key))
      } else if isMergeKey(key) {
        report(.unsupported, "“<<” does not merge in YAML 1.2; write the keys out here", at: mark(of: key))
      }
    }
    // Few keys: compare each with each. Many: a table, so that a hostile mapping does not cost the square.
    if keys.count <= 32 {
      for position in keys.indices {
        for earlier in 0..<position where sameText(keys[earlier], keys[position]) {
          reportRepeated(keys[position], first: keys[earlier])
          break
        }
      }
    } else {
      var firsts: [ArraySlice<UInt8>: Int] = [:]
      for key in keys where isScalar(key) {
        let text = bytes(of: key)
        if let first = firsts[text] { reportRepeated(key, first: first) } else { firsts[text] = key }
      }
    }
  }

  private func isMergeKey(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.count == 2, node.kind == .plainScalar else { return false }
    return text[Int(node.start)] == UInt8(ascii: "<") && text[Int(node.start) + 1] == UInt8(ascii: "<")
  }

  /// A scalar's bytes; empty for a sequence or mapping.
  private func bytes(of index: Int) -> ArraySlice<UInt8> {
    guard isScalar(index) else { return [] }
    let start = Int(nodes[index].start)
    return text[start..<start + Int(nodes[index].count)]
  }

  /// Whether two keys are scalars of the same bytes; most differ in length or in their first byte.
  private func sameText(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (nodes[first], nodes[second])
    guard one.count == other.count, isScalar(first), isScalar(second) else { return false }
    for offset in 0..<Int(one.count) where text[Int(one.start) + offset] != text[Int(other.start) + offset] {
      return false
    }
    return true
  }

  private func isScalar(_ index: Int) -> Bool {
    nodes[index].kind == .plainScalar || nodes[index].kind == .quotedScalar
  }

  private mutating func reportRepeated(_ key: Int, first: Int) {
    let name = DocumentNode.short(String(decoding: bytes(of: key), as: UTF8.self))
    report(
      .repeatedKey,
      "the key “\(name)” stands here again (first on line \(nodes[first].line)); keep one of them", at: mark(of: key))
  }

  private func mark(of index: Int) -> Mark { Mark(line: Int(nodes[index].line), column: Int(nodes[index].column)) }

  // MARK: Errors

  private func location(_ mark: Mark) -> SourceLocation {
    SourceLocation(file: file, line: mark.line, column: mark.column)
  }

  /// The problems by place: containers are checked when they close, inner ones first.
  private var sortedProblems: [Diagnostic] {
    let log = DiagnosticLog()
    for problem in problems { log.add(problem) }
    return log.sorted
  }

  private func error(_ code: Diagnostic.Code, _ message: String, at mark: Mark) -> DocumentError {
    DocumentError(sortedProblems + [Diagnostic(code, message, at: location(mark))])
  }

  private func tooManyNodes(at mark: Mark) -> DocumentError {
    error(.limit, "the document grows past \(limits.nodes) values here, aliases counted; make it smaller", at: mark)
  }

  private func tooDeep(at mark: Mark) -> DocumentError {
    error(.limit, "lists and mappings stand more than \(limits.depth) deep here; make the document flatter", at: mark)
  }
}
