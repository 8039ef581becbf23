import DigitalMaturity
import Testing

/// Reads a JSON text; for tests that expect it to be good.
func readJSON(_ text: String) throws -> DocumentNode { try JSONReader.read(Array(text.utf8), file: "a.json").root }

/// The problems of a JSON file as printed; none when it can be read.
func jsonProblems(_ bytes: [UInt8], limits: DocumentLimits = .standard) -> [String] {
  do throws(DocumentError) {
    _ = try JSONReader.read(bytes, file: "a.json", limits: limits)
    return []
  } catch {
    return error.diagnostics.map(\.description)
  }
}

@Suite struct JSONReaderTests {
  private func problems(_ text: String) -> [String] { jsonProblems(Array(text.utf8)) }

  @Test func readsEveryTypeOfValue() throws {
    let root = try readJSON(
      #" {"s": "x", "n": -1.5e2, "i": 7, "t": true, "f": false, "0": null, "l": [1, []], "m": {}} "#)
    #expect(root.members.map { $0.key.text } == ["s", "n", "i", "t", "f", "0", "l", "m"])
    #expect(root.member("s")?.text == "x")
    #expect(root.member("n")?.number == -150)
    #expect(root.member("i")?.integer == 7)
    #expect(root.member("t")?.boolean == true)
    #expect(root.member("f")?.boolean == false)
    #expect(root.member("0")?.kind == .null)
    #expect(root.member("l")?.elements.map { $0.kind } == [.scalar, .sequence])
    #expect(root.member("m")?.count == 0)
  }

  @Test(arguments: ["\"1\"", "\"true\"", "\"null\"", "\"\"", "\"~\""])
  func textIsText(_ json: String) throws {
    let node = try readJSON(json)
    #expect(node.kind == .scalar)
    #expect(node.number == nil)
    #expect(node.boolean == nil)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\u0000""#, "\0"),
    (#""\ud83d\ude00""#, "😀"), (#""\uD834\uDD1Ex""#, "𝄞x"), (#""\uFFFF""#, "\u{FFFF}"), (#""é😀""#, "é😀"),
    (#""\udbff\udfff""#, "\u{10FFFF}"),
  ])
  func escapesAreResolved(_ json: String, text: String) throws {
    #expect(try readJSON(json).text == text)
  }

  @Test(arguments: [#""\ud83d""#, #""\ude00""#, #""\ud83d\u0041""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ude00\ud83d""#])
  func halfASurrogatePairIsAProblem(_ json: String) {
    #expect(
      problems(json) == [
        "a.json:1:2: error: half a surrogate pair is not a character; both halves belong together [syntax]"
      ])
  }

  @Test func longKeysAreRead() throws {
    // libyaml refuses keys of more than 1,024 characters, YAML's limit.
    let key = String(repeating: "k", count: 5_000)
    #expect(try readJSON("{\"\(key)\": 1}").member(key)?.integer == 1)
  }

  @Test func nestingHasALimit() {
    #expect(problems(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).isEmpty)
    for opening in ["[", "{\"a\":"] {
      let found = problems(String(repeating: opening, count: 100_000))
      #expect(found.count == 1)
      #expect(found.first?.contains("more than 64 deep") == true)
    }
  }

  @Test func repeatedKeysAreAllReportedByPlace() {
    #expect(
      problems(#"{"a": 1, "b": {"c": 1, "c": 2}, "a": 2, "a": 3}"#) == [
        "a.json:1:24: error: the key “c” stands here again (first on line 1); keep one of them [repeated-key]",
        "a.json:1:33: error: the key “a” stands here again (first on line 1); keep one of them [repeated-key]",
        "a.json:1:41: error: the key “a” stands here again (first on line 1); keep one of them [repeated-key]",
      ])
  }

  @Test func keysAreComparedAfterTheirEscapes() {
    #expect(
      problems(#"{"a": 1, "\u0061": 2}"#).first?.hasPrefix("a.json:1:10: error: the key “a” stands here again") == true)
  }

  @Test func aSyntaxErrorComesAfterTheKeysBeforeIt() {
    #expect(
      problems("{\"a\": 1,\n\"a\": {\"b\": 1, \"b\": 2, !}}").map { String($0.prefix(12)) } == [
        "a.json:2:1: ", "a.json:2:15:", "a.json:2:23:",
      ])
  }

  @Test func placesCountCharacters() throws {
    let root = try readJSON("{\"é\": \"ü😀\", \"b\": 1,\r\n \"ß\": [2, 3]}")
    #expect(root.member("b")?.location == DigitalMaturity.SourceLocation(file: "a.json", line: 1, column: 18))
    #expect(root.member("ß")?.location == DigitalMaturity.SourceLocation(file: "a.json", line: 2, column: 7))
    #expect(try readJSON("\u{FEFF}[1]").elements.map(\.location.column) == [2])
  }

  @Test(arguments: [
    ("", "1:1", "empty-document"), (" \n", "2:1", "empty-document"), ("\u{FEFF}", "1:1", "empty-document"),
    ("1 2", "1:3", "several-documents"), ("{} {}", "1:4", "several-documents"), ("[1,]", "1:4", "syntax"),
    ("[1 2]", "1:4", "syntax"), ("{\"a\" 1}", "1:6", "syntax"), ("{a: 1}", "1:2", "syntax"),
    ("{\"a\": 1,}", "1:9", "syntax"), ("[1", "1:3", "syntax"), ("{\"a\":", "1:6", "syntax"), ("tru", "1:1", "syntax"),
    ("nul", "1:1", "syntax"), ("'a'", "1:1", "syntax"), ("01", "1:3", "syntax"), ("-", "1:2", "syntax"),
    ("1.", "1:3", "syntax"), ("1e", "1:3", "syntax"), (".5", "1:1", "syntax"), ("+1", "1:1", "syntax"),
    ("NaN", "1:1", "syntax"), ("\"a", "1:1", "syntax"), ("[\"é\", \"üü", "1:7", "syntax"),
    ("\"a\nb\"", "1:3", "syntax"),
    ("\"\t\"", "1:2", "syntax"), ("\"\\x\"", "1:2", "syntax"), ("\"\\u12\"", "1:2", "syntax"),
    ("\"\\u12G4\"", "1:2", "syntax"), ("\"\\", "1:2", "syntax"), ("// x\n1", "1:1", "syntax"), ("]", "1:1", "syntax"),
  ])
  func brokenTextIsAProblemWithItsPlace(_ json: String, place: String, code: String) {
    let found = problems(json)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("a.json:\(place): error: ") == true, "\(found)")
    #expect(found.first?.hasSuffix("[\(code)]") == true, "\(found)")
  }

  @Test(
    arguments: [([0xFF], 4), ([0xC3], 4), ([0xED, 0xA0, 0x80], 4), ([0xC3, 0xA9, 0xC0, 0x80], 5)] as [([UInt8], Int)])
  func invalidUTF8IsAProblemWithItsPlace(_ broken: [UInt8], column: Int) {
    for mark: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      #expect(
        jsonProblems(mark + Array("[\"é".utf8) + broken + Array("\"]".utf8)) == [
          "a.json:1:\(column): error: this byte is not valid UTF-8; save the file as UTF-8 [encoding]"
        ])
    }
    #expect(jsonProblems(Array("1\n \n".utf8) + broken).first?.hasPrefix("a.json:3:\(column - 3): ") == true)
  }

  @Test func limitsAreExact() {
    let limits = DocumentLimits(bytes: 12, depth: 2, nodes: 4)
    func problems(_ text: String) -> [String] { jsonProblems(Array(text.utf8), limits: limits) }
    #expect(problems("[[1, 2]]").isEmpty)
    #expect(problems("[[1, 2, 3]]").first?.hasPrefix("a.json:1:9: ") == true)
    #expect(problems("[[[1]]]").first?.hasPrefix("a.json:1:3: ") == true)
    #expect(problems("[[1,      2]]").first?.hasPrefix("a.json:1:1: ") == true)
  }

  @Test func textThatIsNotClosedIsNamedWhereItOpens() {
    #expect(problems("[\"é\", \"üü").first?.hasPrefix("a.json:1:7: error: this text is not closed") == true)
  }
}
