import DigitalMaturity
import Testing

@Suite struct DocumentLoaderTests {
  private func load(
    _ files: [String: String], _ path: String = "main.json", limits: DocumentLimits = .standard
  ) throws(DocumentError) -> Document {
    try DocumentLoader(source: MemorySource(texts: files), formats: [.json], limits: limits).load(path)
  }

  private func problems(
    _ files: [String: String], _ path: String = "main.json", limits: DocumentLimits = .standard
  ) -> [String] {
    do throws(DocumentError) {
      _ = try load(files, path, limits: limits)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func aFileWithoutIncludesIsReadAsItIs() throws {
    let document = try load(["main.json": "{\"a\": 1}"])
    #expect(document.files == ["main.json"])
    #expect(document.root.member("a")?.integer == 1)
  }

  @Test func includesAreReplacedByTheirFiles() throws {
    let document = try load([
      "main.json": #"{"areas": {"include": "parts/areas.json"}, "x": {"include": "./x.json"}, "last": 9}"#,
      "parts/areas.json": #"[{"include": "one.json"}, {"include": "deep/two.json"}, "three"]"#,
      "parts/one.json": #"{"id": "one"}"#, "parts/deep/two.json": #"{"include": "../../x.json"}"#, "x.json": #""x""#,
    ])
    let root = document.root
    #expect(root.members.map { $0.key.text } == ["areas", "x", "last"])
    let areas = try #require(root.member("areas")).elements.map { $0 }
    #expect(areas.count == 3)
    #expect(areas[0].member("id")?.text == "one")
    #expect(areas[1].text == "x")
    #expect(areas[2].text == "three")
    #expect(root.member("x")?.text == "x")
    #expect(root.member("last")?.integer == 9)
    #expect(document.files == ["main.json", "parts/areas.json", "parts/one.json", "parts/deep/two.json", "x.json"])
    #expect(
      areas[0].member("id")?.location == DigitalMaturity.SourceLocation(file: "parts/one.json", line: 1, column: 8))
    #expect(areas[2].location.file == "parts/areas.json")
    #expect(document.location(of: ModelPath.root["areas"][0]["id"]).file == "parts/one.json")
  }

  @Test func theMainFileMayBeAnInclude() throws {
    #expect(try load(["main.json": #"{"include": "a.json"}"#, "a.json": "[1, 2]"]).root.count == 2)
  }

  @Test func aFileMayBeIncludedTwice() throws {
    let document = try load(["main.json": #"[{"include": "a.json"}, {"include": "a.json"}]"#, "a.json": #"{"b": "x"}"#])
    #expect(document.root.elements.map { $0.member("b")?.text } == ["x", "x"])
    #expect(document.files == ["main.json", "a.json"])
    #expect(document.nodeCount == 7)
  }

  @Test func circlesAreNamed() {
    #expect(
      problems([
        "main.json": #"{"a": {"include": "a.json"}}"#, "a.json": #"[{"include": "b.json"}]"#,
        "b.json": #"[0, {"include": "a.json"}]"#,
      ]) == [
        "b.json:1:17: error: these files include each other in a circle: main.json → a.json → b.json → a.json [include]"
      ])
    #expect(problems(["main.json": #"[{"include": "main.json"}]"#]).first?.contains("main.json → main.json") == true)
    #expect(problems(["main.json": #"[{"include": "main.json"}]"#], "./main.json").count == 1)
  }

  @Test(arguments: ["../x.json", "a/../../x.json", "/x.json", "", "..", ".", "a\\\\x.json", "x.json\\u0000"])
  func includesCannotLeaveTheFolder(_ path: String) {
    let found = problems(["main.json": "{\"a\": {\"include\": \"\(path)\"}}", "x.json": "1"])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("main.json:1:19: error: “") == true, "\(found)")
    #expect(found.first?.hasSuffix("include files of the folder only [include]") == true, "\(found)")
  }

  @Test(arguments: ["../main.json", "/main.json", ""])
  func theMainFileCannotLeaveTheFolder(_ path: String) {
    #expect(problems(["main.json": "1"], path).first?.hasSuffix("write one relative to it [include]") == true)
  }

  @Test func missingFilesComeWithTheNearestName() {
    #expect(
      problems(["main.json": #"[{"include": "employes.json"}]"#, "employees.json": "1"]) == [
        "main.json:1:14: error: there is no file “employes.json”; did you mean “employees.json”? [unreadable-file]"
      ])
    #expect(
      problems(["main.json": "1"], "mian.json") == [
        "error: there is no file “mian.json”; did you mean “main.json”? [unreadable-file]"
      ])
  }

  @Test func includesAreWrittenAlone() {
    #expect(
      problems(["main.json": #"[{"include": "a.json", "x": 1}, {"include": [1]}, {"include": null}]"#, "a.json": "1"])
        == [
          "main.json:1:2: error: “include” stands alone in its mapping; move the other keys into the file [include]",
          "main.json:1:45: error: text belongs here, not a list [wrong-type]",
          "main.json:1:63: error: text belongs here, not nothing [wrong-type]",
        ])
  }

  @Test func unknownEndingsAreNamedWithTheKnown() {
    #expect(
      problems(["main.json": #"[{"include": "a.yaml"}]"#, "a.yaml": "1"]) == [
        "main.json:1:14: error: “a.yaml” has an ending that is not read here; known endings: .json [unreadable-file]"
      ])
    #expect(problems(["MAIN.JSON": "1"], "MAIN.JSON").isEmpty)
  }

  @Test func theProblemsOfAllFilesAreReported() {
    let found = problems([
      "main.json": #"[{"include": "a.json"}, {"include": "b.json"}, {"include": "none.json"}, {"include": "a.json"}]"#,
      "a.json": #"{"x": 1, "x": 2"#, "b.json": #"[{"include": "../c.json"}]"#,
    ])
    #expect(
      found.map { $0.prefix(14) } == ["a.json:1:10: e", "a.json:1:16: e", "b.json:1:14: e", "main.json:1:60"])
  }

  @Test func aBombOfIncludesFails() {
    var files = ["main.json": #"{"include": "0.json"}"#, "9.json": "1"]
    for level in 0..<9 {
      files["\(level).json"] =
        "["
        + Array(repeating: #"{"include": "\#(level + 1).json"}"#, count: 10)
        .joined(separator: ",") + "]"
    }
    let found = problems(files, limits: DocumentLimits(bytes: 100_000, depth: 64, nodes: 10_000))
    #expect(found.count == 1)
    #expect(found.first?.contains("grows past 10000 values with this include") == true)
  }

  @Test func aBombOfBrokenIncludesFailsAndIsReportedOnce() {
    var files = ["main.json": #"{"include": "0.json"}"#]
    for level in 0..<9 {
      let next = level == 8 ? "0" : "\(level + 1)"
      files["\(level).json"] =
        "["
        + Array(repeating: #"{"include": "\#(next).json"}"#, count: 10)
        .joined(separator: ",") + "]"
    }
    let found = problems(files, limits: DocumentLimits(bytes: 100_000, depth: 64, nodes: 10_000))
    // Ten places include in a circle, and the bomb goes off.
    #expect(found.filter { $0.hasSuffix("[include]") }.count == 10)
    #expect(found.filter { $0.hasSuffix("[limit]") }.count == 1)
    #expect(found.count == 11)
  }

  @Test func chainsOfIncludesHaveALimit() {
    func chain(_ length: Int) -> [String: String] {
      var files = ["main.json": #"{"include": "1.json"}"#, "\(length).json": "7"]
      for index in 1..<length { files["\(index).json"] = #"{"include": "\#(index + 1).json"}"# }
      return files
    }
    #expect(problems(chain(63)).isEmpty)
    #expect(problems(chain(64)) == ["63.json:1:13: error: files include files more than 64 deep here [limit]"])
  }

  @Test func theDepthCountsAcrossFiles() {
    let files = ["main.json": #"[[{"include": "a.json"}]]"#, "a.json": "[[1]]"]
    #expect(problems(files, limits: DocumentLimits(bytes: 100, depth: 4, nodes: 100)).isEmpty)
    let found = problems(files, limits: DocumentLimits(bytes: 100, depth: 3, nodes: 100))
    #expect(found == ["a.json:1:2: error: lists and mappings stand more than 3 deep with this include [limit]"])
  }

  @Test func theSizeCountsAcrossFiles() {
    // 26 bytes, of which few are text, and 3 bytes once, however often they are included.
    let files = ["main.json": #"[{"include":     "a.json"}]"#, "a.json": "123"]
    #expect(problems(files, limits: DocumentLimits(bytes: 30, depth: 9, nodes: 100)).isEmpty)
    #expect(
      problems(files, limits: DocumentLimits(bytes: 29, depth: 9, nodes: 100)) == [
        "main.json:1:18: error: “a.json” has 3 bytes; at most 2 are read: make it smaller [limit]"
      ])
    let twice = ["main.json": #"[{"include":"a.json"},{"include":"a.json"}]"#, "a.json": "123"]
    #expect(problems(twice, limits: DocumentLimits(bytes: 46, depth: 9, nodes: 100)).isEmpty)
  }
}
