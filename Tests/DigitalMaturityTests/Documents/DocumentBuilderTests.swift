import DigitalMaturity
import Testing

@Suite struct DocumentBuilderTests {
  private typealias Mark = DocumentBuilder.Mark

  private func mark(_ line: Int, _ column: Int = 1) -> Mark { Mark(line: line, column: column) }

  private func problems(_ body: () throws(DocumentError) -> Void) -> [String] {
    do throws(DocumentError) {
      try body()
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func buildsWhatItIsTold() throws {
    var builder = try DocumentBuilder(file: "f")
    #expect(!builder.isComplete)
    try builder.beginMapping(at: mark(1))
    try builder.scalar("a", quoted: false, at: mark(1))
    try builder.beginSequence(at: mark(1, 4))
    try builder.scalar("1", quoted: false, at: mark(1, 5))
    try builder.scalar("1", quoted: true, at: mark(1, 8))
    builder.end()
    #expect(!builder.isComplete)
    builder.end()
    #expect(builder.isComplete)
    let document = try builder.finish()
    #expect(document.nodeCount == 5)
    #expect(document.files == ["f"])
    let list = try #require(document.root.member("a"))
    #expect(list.elements.map { $0.number } == [1, nil])
    #expect(list.elements.map(\.location.column) == [5, 8])
  }

  @Test func scalarsOfBytesAndOfStringsAreTheSame() throws {
    var builder = try DocumentBuilder(file: "f")
    try builder.beginSequence(at: mark(1))
    let bytes = Array("é 1".utf8)
    try builder.scalar(bytes.span, quoted: false, at: mark(1))
    try builder.scalar("é 1", quoted: false, at: mark(1))
    builder.end()
    #expect(try builder.finish().root.elements.map { $0.text } == ["é 1", "é 1"])
  }

  @Test func aDocumentNeedsAValue() {
    #expect(
      problems { () throws(DocumentError) in _ = try DocumentBuilder(file: "f").finish() } == [
        "f:1:1: error: the file has no content; an empty one is not a document [empty-document]"
      ])
  }

  // MARK: Limits

  @Test func theNumberOfValuesHasALimit() {
    let found = problems { () throws(DocumentError) in
      var builder = try DocumentBuilder(file: "f", limits: DocumentLimits(bytes: 10, depth: 10, nodes: 3))
      try builder.beginSequence(at: mark(1))
      for line in 1...5 { try builder.scalar("x", quoted: false, at: mark(line)) }
    }
    #expect(found == ["f:3:1: error: the document grows past 3 values here, aliases counted; make it smaller [limit]"])
  }

  @Test func theDepthHasALimit() {
    let found = problems { () throws(DocumentError) in
      var builder = try DocumentBuilder(file: "f", limits: DocumentLimits(bytes: 10, depth: 2, nodes: 9))
      try builder.beginSequence(at: mark(1))
      try builder.beginMapping(at: mark(2))
      try builder.beginSequence(at: mark(3))
    }
    #expect(
      found == ["f:3:1: error: lists and mappings stand more than 2 deep here; make the document flatter [limit]"])
  }

  @Test func theSizeHasALimit() {
    let limits = DocumentLimits(bytes: 10, depth: 2, nodes: 9)
    #expect(
      problems { () throws(DocumentError) in _ = try DocumentBuilder(file: "f", limits: limits, bytes: 10) }.isEmpty)
    #expect(
      problems { () throws(DocumentError) in _ = try DocumentBuilder(file: "f", limits: limits, bytes: 11) } == [
        "f:1:1: error: the file has 11 bytes; at most 10 are read: make it smaller [limit]"
      ])
  }

  @Test func aReaderMayCloseWhatALimitLeftOpen() throws {
    var builder = try DocumentBuilder(file: "f", limits: DocumentLimits(bytes: 10, depth: 10, nodes: 1))
    try builder.beginSequence(at: mark(1))
    #expect(throws: DocumentError.self) { try builder.beginSequence(at: mark(2)) }
    builder.end()
    builder.end()
    #expect(builder.failure(.syntax, "x", at: mark(3)).description == "f:3:1: error: x [syntax]")
  }

  // MARK: Copies

  @Test func copiesCountAndRepeatAllThatIsInside() throws {
    var builder = try DocumentBuilder(file: "f")
    try builder.beginSequence(at: mark(1))
    let index = builder.nextIndex
    try builder.beginMapping(at: mark(2))
    try builder.scalar("a", quoted: false, at: mark(2))
    try builder.scalar("1", quoted: false, at: mark(2, 4))
    builder.end()
    try builder.copy(of: index, at: mark(3))
    builder.end()
    let document = try builder.finish()
    #expect(document.nodeCount == 7)
    #expect(document.root.elements.map { $0.member("a")?.integer } == [1, 1])
    #expect(document.root.elements.map(\.location.line) == [2, 3])
  }

  @Test func aCopyInsideItselfIsReported() throws {
    var builder = try DocumentBuilder(file: "f")
    let index = builder.nextIndex
    try builder.beginSequence(at: mark(1))
    try builder.copy(of: index, at: mark(1, 2))
    try builder.copy(of: 99, at: mark(1, 5))
    builder.end()
    #expect(
      problems { () throws(DocumentError) in _ = try builder.finish() } == [
        "f:1:2: error: an alias stands inside the value that it repeats; write the value out [syntax]"
      ])
  }

  // MARK: Keys

  /// The problems of a mapping with these keys, one a line.
  private func keyProblems(_ keys: [String]) -> [String] {
    problems { () throws(DocumentError) in
      var builder = try DocumentBuilder(file: "f")
      try builder.beginMapping(at: mark(1))
      for (line, key) in keys.enumerated() {
        try builder.scalar(key, quoted: false, at: mark(line + 1))
        try builder.scalar("1", quoted: false, at: mark(line + 1, 9))
      }
      builder.end()
      _ = try builder.finish()
    }
  }

  /// Few keys are compared with each other, many are sorted: both must report the same.
  @Test(arguments: [0, 50])
  func everyRepeatedKeyIsReported(others: Int) {
    let keys = ["b", "a", "b", "", "ab", "", "b"] + (0..<others).map { "other-\($0)" }
    #expect(
      keyProblems(keys) == [
        "f:3:1: error: the key “b” stands here again (first on line 1); keep one of them [repeated-key]",
        "f:6:1: error: the key “” stands here again (first on line 4); keep one of them [repeated-key]",
        "f:7:1: error: the key “b” stands here again (first on line 1); keep one of them [repeated-key]",
      ])
  }

  @Test(arguments: [0, 50])
  func keysThatDifferAreFine(others: Int) {
    #expect(keyProblems(["a", "A", "aa", "ab", "", " ", "é", "e\u{301}"] + (0..<others).map { "o\($0)" }).isEmpty)
  }

  /// Comparing each of these keys with each would take many minutes.
  @Test func aMappingOf200000KeysIsRead() throws {
    var builder = try DocumentBuilder(file: "f")
    try builder.beginMapping(at: mark(1))
    let prefix = String(repeating: "p", count: 10)
    for index in 0..<200_000 {
      // Equal lengths and a common beginning: nothing tells the keys apart at once.
      try builder.scalar("\(prefix)\(100_000 + (index * 7_919) % 200_000)", quoted: false, at: mark(index + 1))
      try builder.scalar("", quoted: false, at: mark(index + 1, 60))
    }
    try builder.scalar("\(prefix)100000", quoted: false, at: mark(200_001))
    try builder.scalar("", quoted: false, at: mark(200_001, 60))
    builder.end()
    #expect(
      problems { () throws(DocumentError) in _ = try builder.finish() }.map { $0.prefix(27) } == [
        "f:200001:1: error: the key "
      ])
  }

  @Test func keysOfWhatIsOpenAreCheckedWhenAReaderFails() throws {
    var builder = try DocumentBuilder(file: "f")
    try builder.beginMapping(at: mark(1))
    for line in 1...2 {
      try builder.scalar("a", quoted: false, at: mark(line))
      try builder.beginMapping(at: mark(line, 4))
      if line == 1 { builder.end() }
    }
    for line in 3...4 {
      try builder.scalar("b", quoted: false, at: mark(line, 3))
      if line == 3 { try builder.scalar("1", quoted: false, at: mark(line, 6)) }
    }
    builder.report(.invalidValue, "noted", at: mark(2, 9))
    #expect(
      builder.failure(.syntax, "broken", at: mark(5)).diagnostics.map { $0.description.prefix(16) } == [
        "f:2:1: error: th", "f:2:9: error: no", "f:4:3: error: th", "f:5:1: error: br",
      ])
  }
}
