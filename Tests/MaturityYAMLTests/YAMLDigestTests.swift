import MaturityYAML
import Testing

@testable import DigitalMaturity

@Suite struct YAMLDigestTests {
  private func digest(_ files: [String: String], _ path: String) throws -> String {
    try DocumentLoader(source: MemorySource(texts: files), formats: [.yaml, .json]).load(path).storage.digest
  }

  @Test func theSameContentHasTheSameDigestHoweverItIsWritten() throws {
    let json =
      #"{"id": "a", "weight": 0.5, "on": true, "text": "1", "none": null, "levels": {"1": "x", "true": ["y"]}}"#
    let one = try digest(["a.json": json], "a.json")
    let block = """
      # a comment
      levels:
        true:
          - y
        1: x
      none:
      text: "1"
      on: true
      weight: 0.5
      id: a
      """
    #expect(try digest(["a.yaml": block], "a.yaml") == one)
    #expect(try digest(["a.yml": json], "a.yml") == one)
    let flow = "{id: 'a', weight: 0.5, on: !!bool true, text: !!str 1, none: ~, levels: &l {\"1\": x, true: [y]}}"
    #expect(try digest(["a.yaml": flow], "a.yaml") == one)
    let files = [
      "a.yaml": block.replacing("levels:\n  true:\n    - y\n  1: x", with: "levels: {include: b/levels.json}"),
      "b/levels.json": #"{"1": "x", "true": {"include": "../list.yaml"}}"#, "list.yaml": "- y\n",
    ]
    #expect(try digest(files, "a.yaml") == one)
  }

  @Test func textAndNumbersDiffer() throws {
    #expect(try digest(["a.yaml": "a: 1"], "a.yaml") != digest(["a.yaml": "a: '1'"], "a.yaml"))
  }
}
