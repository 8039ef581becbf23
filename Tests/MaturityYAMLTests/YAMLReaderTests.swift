import DigitalMaturity
import MaturityYAML
import Testing

/// Reads a text; for tests that expect it to be good.
func read(_ text: String) throws -> DocumentNode { try YAMLReader.read(Array(text.utf8), file: "a.yaml").root }

/// The problems of a text as printed.
func problems(_ text: String, limits: DocumentLimits = .standard) -> [String] {
  problems(Array(text.utf8), limits: limits)
}

/// The problems of a file's bytes as printed; none when it can be read.
func problems(_ bytes: [UInt8], limits: DocumentLimits = .standard) -> [String] {
  do throws(DocumentError) {
    _ = try YAMLReader.read(bytes, file: "a.yaml", limits: limits)
    return []
  } catch {
    return error.diagnostics.map(\.description)
  }
}

@Suite struct YAMLReaderTests {
  @Test func readsAnAssessmentsShape() throws {
    let root = try read(
      """
      # a comment
      title: {en: Digital First, cy: "Digidol"}
      areas:
        - id: leadership
          summary: >-
            folded
            text
          levels: [a, 'b', "c"]
        - id: people
      """)
    #expect(root.members.map { $0.key.text } == ["title", "areas"])
    #expect(root.member("title")?.member("cy")?.text == "Digidol")
    let areas = try #require(root.member("areas"))
    #expect(areas.count == 2)
    let first = try #require(areas.elements.first { _ in true })
    #expect(first.member("summary")?.text == "folded text")
    #expect(first.member("levels")?.elements.map { $0.text } == ["a", "b", "c"])
  }

  @Test func knowsThePlaceOfEachValue() throws {
    let root = try read("é: 1\n\"ü ö\": {b: [x, ß, y]}\n")
    let list = try #require(root.member("ü ö")?.member("b"))
    #expect(root.location == DigitalMaturity.SourceLocation(file: "a.yaml", line: 1, column: 1))
    #expect(root.member("é")?.location == DigitalMaturity.SourceLocation(file: "a.yaml", line: 1, column: 4))
    #expect(list.elements.map(\.location.column) == [13, 16, 19])
    #expect(list.elements.map(\.location.line) == [2, 2, 2])
  }

  @Test(arguments: ["no", "on", "yes", "2026-04", "1.2.3", "0o9", "1_000"])
  func plainTextIsText(_ text: String) throws {
    let node = try #require(try read("a: \(text)").member("a"))
    #expect(node.text == text)
    #expect(node.number == nil)
    #expect(node.boolean == nil)
  }

  @Test func quotedAndBlockScalarsAreText() throws {
    let root = try read("a: '1'\nb: \"true\"\nc: |\n  2\nd: ''\n")
    for key in ["a", "b", "c", "d"] {
      let node = try #require(root.member(key))
      #expect(node.kind == .scalar)
      #expect(node.number == nil)
      #expect(node.boolean == nil)
    }
    #expect(root.member("c")?.text == "2\n")
    #expect(root.member("d")?.text == "")
  }

  @Test func nothingIsNull() throws {
    let root = try read("a:\nb: ~\nc: null\nd: !!null\n")
    for key in ["a", "b", "c", "d"] { #expect(root.member(key)?.kind == .null) }
  }

  // MARK: Tags

  @Test func tagsOfTheCoreSchemaAreHonoured() throws {
    let root = try read(
      "s: !!str 12\nt: ! 12\ni: !!int '12'\nf: !!float 1\nb: !!bool \"true\"\nn: !!null ''\nl: !!seq [1]\nm: !!map {a: 1}\n"
    )
    #expect(root.member("s")?.number == nil)
    #expect(root.member("s")?.text == "12")
    #expect(root.member("t")?.number == nil)
    #expect(root.member("i")?.integer == 12)
    #expect(root.member("f")?.number == 1)
    #expect(root.member("b")?.boolean == true)
    #expect(root.member("n")?.kind == .null)
    #expect(root.member("l")?.kind == .sequence)
    #expect(root.member("m")?.kind == .mapping)
  }

  @Test func tagsWrittenInFullAreTheSame() throws {
    #expect(try read("!<tag:yaml.org,2002:str> 1").number == nil)
    #expect(try read("%TAG !y! tag:yaml.org,2002:\n--- !y!str 1\n").number == nil)
  }

  @Test(arguments: [
    ("a: !local 1", "1:4", "“!local”"), ("a: !!binary aGk=", "1:4", "“!!binary”"), ("a: !!set {b}", "1:4", "“!!set”"),
    ("a: !!seq {b: 1}", "1:4", "“!!seq”"), ("a: !!map [b]", "1:4", "“!!map”"), ("a: !!map b", "1:4", "“!!map”"),
    ("a: !!timestamp 2017-02-21", "1:4", "“!!timestamp”"),
  ])
  func otherTagsAreProblems(_ text: String, place: String, tag: String) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("a.yaml:\(place): error: the tag \(tag) is not read") == true)
    #expect(found.first?.hasSuffix("[unsupported]") == true)
  }

  @Test(arguments: ["!!int x", "!!int 1.5", "!!float x", "!!bool yes", "!!null x"])
  func tagsThatDoNotFitAreProblems(_ text: String) {
    let found = problems("a: \(text)")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("a.yaml:1:4: error: “") == true)
    #expect(found.first?.hasSuffix("[wrong-type]") == true)
  }

  // MARK: Anchors

  @Test func aliasesRepeatTheirValue() throws {
    let root = try read("a: &x {b: [1, &y 2]}\nc: *x\nd: *y\ne: &k key\n*k : f\n")
    #expect(root.member("c")?.member("b")?.elements.map { $0.integer } == [1, 2])
    #expect(root.member("d")?.integer == 2)
    #expect(root.member("key")?.text == "f")
    // The value stands where the alias does, what is in it where it was written.
    #expect(root.member("c")?.location.line == 2)
    #expect(root.member("c")?.member("b")?.location.line == 1)
  }

  @Test func aLaterAnchorTakesTheNameOver() throws {
    #expect(try read("- &a 1\n- &a 2\n- *a\n").elements.map { $0.integer } == [1, 2, 2])
  }

  @Test func unknownAliasesAreNamedWithTheNearest() {
    #expect(
      problems("a: &colour 1\nb: *color\nc: *nothing\n") == [
        "a.yaml:2:4: error: no anchor “&color” stands above this alias; did you mean “colour”? [syntax]",
        "a.yaml:3:4: error: no anchor “&nothing” stands above this alias; known here: colour [syntax]",
      ])
  }

  @Test func anAliasInsideItsOwnValueIsAProblem() {
    #expect(
      problems("a: &x\n  b: [*x]\nc: *missing\n").map { $0.prefix(27) } == [
        "a.yaml:2:7: error: an alias", "a.yaml:3:4: error: no ancho",
      ])
  }

  // MARK: Structure

  @Test func everyProblemOfStructureIsReported() {
    let found = problems(
      """
      a: 1
      b: {x: 1, x: 2}
      [l]: 2
      a: 3
      <<: {c: 1}
      d: !local 4
      """)
    #expect(
      found == [
        "a.yaml:2:11: error: the key “x” stands here again (first on line 2); keep one of them [repeated-key]",
        "a.yaml:3:1: error: a key must be text, not a list or a mapping [wrong-type]",
        "a.yaml:4:1: error: the key “a” stands here again (first on line 1); keep one of them [repeated-key]",
        "a.yaml:5:1: error: “<<” does not merge in YAML 1.2; write the keys out here [unsupported]",
        "a.yaml:6:4: error: the tag “!local” is not read on a single value; remove it [unsupported]",
      ])
  }

  @Test func aSyntaxErrorComesAfterWhatWasFoundBeforeIt() {
    let found = problems("a: 1\na: 2\nb: {c: 1, c: 2}\nd:\n  e: 1\n  e: 2\n  f: \"open\n")
    #expect(
      found.map { $0.split(separator: " ").first ?? "" } == [
        "a.yaml:2:1:", "a.yaml:3:11:", "a.yaml:6:3:", "a.yaml:7:6:",
      ])
    #expect(found.last?.hasSuffix("[syntax]") == true)
  }

  @Test func aQuotedMergeKeyIsAnOrdinaryKey() throws {
    #expect(try read("\"<<\": 1\n").member("<<")?.integer == 1)
    #expect(try read("- <<\n").elements.map { $0.text } == ["<<"])
  }

  @Test func keysThatAreMappingsAreProblems() {
    #expect(
      problems("? {a: 1}\n: x\n") == ["a.yaml:1:3: error: a key must be text, not a list or a mapping [wrong-type]"])
  }

  // MARK: Documents

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "---\n# nothing\n...\n", "\u{FEFF}"])
  func emptyFilesAreProblems(_ text: String) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("the file has no content; an empty one is not a document [empty-document]") == true)
  }

  @Test(arguments: ["null", "~", "''", "--- !!str\n"])
  func aWrittenValueIsADocument(_ text: String) {
    #expect(problems(text).isEmpty)
  }

  @Test func twoDocumentsAreAProblem() {
    #expect(
      problems("a: 1\na: 2\n---\nb: 1\n") == [
        "a.yaml:2:1: error: the key “a” stands here again (first on line 1); keep one of them [repeated-key]",
        "a.yaml:3:1: error: a second document begins here; a file holds one [several-documents]",
      ])
  }

  @Test(arguments: ["%YAML 1.1\n---\na: 1\n", "%YAML 1.2\n---\na: 1\n", "---\na: 1\n...\n", "\u{FEFF}a: 1", "a: 1\r\n"])
  func oneDocumentIsEnough(_ text: String) throws {
    #expect(try read(text).member("a")?.integer == 1)
  }

  @Test func aFormatReadsByItsEndings() throws {
    let source = MemorySource(texts: ["a.yml": "a: {include: b.yaml}", "b.yaml": "[1, 2]"])
    let document = try DocumentLoader(source: source, formats: [.yaml, .json]).load("a.yml")
    #expect(document.root.member("a")?.count == 2)
    #expect(document.root.member("a")?.location.file == "b.yaml")
  }
}
