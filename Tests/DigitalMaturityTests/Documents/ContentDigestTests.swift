import Testing

@testable import DigitalMaturity

@Suite struct ContentDigestTests {
  /// From the test vectors that Fowler, Noll and Vo publish with their hash (64 bits, FNV-1a).
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5),
      ("fo", 0x0898_5907_b541_d342), ("foo", 0xdcb2_7518_fed9_d577), ("foob", 0xdd12_0e79_0c25_12af),
      ("fooba", 0xcac1_65af_a2fe_f40a), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func theHashIsFNV1a(_ text: String, value: UInt64) {
    var hash = ContentDigest.FNV1a()
    for byte in text.utf8 { hash.add(byte) }
    #expect(hash.value == value)
  }

  private func digest(_ json: String) throws -> String {
    try JSONReader.read(Array(json.utf8), file: "a.json").storage.digest
  }

  @Test func hasSixteenDigits() throws {
    #expect(try digest("{}").count == 16)
  }

  @Test func theOrderOfKeysAndTheLayoutDoNotCount() throws {
    let one = try digest(#"{"a": 1, "b": {"c": [1, 2], "d": null}}"#)
    #expect(try digest("{\"b\":{\"d\":null,\"c\":[1,\n2]},\"a\":1}") == one)
    #expect(try digest(#"{"\u0061": 1, "b": {"c": [1, 2], "d": null}}"#) == one)
  }

  @Test func theOrderOfManyKeysDoesNotCount() throws {
    let members = (0..<40).map { "\"key-\($0)\": [\($0)]" }
    let one = try digest("{\(members.joined(separator: ","))}")
    #expect(try digest("{\(members.reversed().joined(separator: ","))}") == one)
    #expect(try digest("{\(members.dropLast().joined(separator: ","))}") != one)
  }

  @Test func manyMayAskAtOnce() async throws {
    let document = try JSONReader.read(Array(#"{"a": [1, 2], "b": {"c": "x"}}"#.utf8), file: "a.json")
    let expected = ContentDigest.of(document.storage)
    let digests = await withTaskGroup(of: String.self) { group in
      for _ in 0..<50 { group.addTask { document.storage.digest } }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(digests == [expected])
  }

  @Test func includesDoNotCount() throws {
    let files = ["main.json": #"{"b": {"include": "b.json"}, "a": 1}"#, "b.json": #"{"c": [1, 2]}"#]
    let document = try DocumentLoader(source: MemorySource(texts: files), formats: [.json]).load("main.json")
    #expect(try document.storage.digest == digest(#"{"a": 1, "b": {"c": [1, 2]}}"#))
  }

  @Test func differentContentDiffers() throws {
    let texts = [
      "1", "\"1\"", "2", "null", "\"\"", "\"null\"", "true", "\"true\"", "[]", "{}", "[1]", "[[1]]", "[1, 2]", "[2, 1]",
      "[12]", "[1, [2]]", "[[1], 2]", #"{"a": 1}"#, #"{"a": 2}"#, #"{"b": 1}"#, #"{"a": [1]}"#, #"["a", 1]"#,
      #"{"a": {"b": 1}}"#, #"{"a": 1, "b": 1}"#, #"["ab", "c"]"#, #"["a", "bc"]"#, #"[null]"#, #"[""]"#,
    ]
    #expect(Set(try texts.map(digest)).count == texts.count)
  }
}
