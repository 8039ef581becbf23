import DigitalMaturity
import MaturityYAML
import Testing

/// What a hostile file can be made of. Nothing is timed here; each would run for minutes or exhaust the memory if its
/// limit were checked late.
@Suite struct YAMLLimitTests {
  @Test func anAliasBombFails() {
    let bomb =
      "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
      + (1...9).map { level in
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
      }.joined()
    #expect(problems(bomb).last?.hasSuffix("[limit]") == true)
    #expect(problems(bomb).last?.contains("grows past 1000000 values here, aliases counted") == true)
  }

  @Test(arguments: ["[", "{", "[{", "- ", "? ", "{\n", "[\n"])
  func deepNestingFails(_ opening: String) {
    let found = problems(String(repeating: opening, count: 100_000))
    #expect(found.count == 1)
    #expect(found.first?.contains("more than 64 deep") == true)
    #expect(found.first?.hasSuffix("[limit]") == true)
  }

  @Test func aliasesCannotMakeADocumentDeeper() {
    let limits = DocumentLimits(bytes: 1_000, depth: 4, nodes: 100)
    #expect(problems("a: &a [[1]]\nb: [*a]\n", limits: limits).isEmpty)
    #expect(
      problems("a: &a [[1]]\nb: [[*a]]\n", limits: limits) == [
        "a.yaml:2:6: error: lists and mappings stand more than 4 deep here; make the document flatter [limit]"
      ])
  }

  @Test func aFileOf65MebibytesFails() {
    let found = problems([UInt8](repeating: UInt8(ascii: "x"), count: 65 << 20))
    #expect(
      found == ["a.yaml:1:1: error: the file has 68157440 bytes; at most 67108864 are read: make it smaller [limit]"])
  }

  @Test func limitsAreExact() {
    let limits = DocumentLimits(bytes: 12, depth: 2, nodes: 4)
    #expect(problems("[[1, 2]]", limits: limits).isEmpty)
    #expect(problems("[[1, 2, 3]]", limits: limits).first?.hasPrefix("a.yaml:1:9: ") == true)
    #expect(problems("[[[1]]]", limits: limits).first?.hasPrefix("a.yaml:1:3: ") == true)
    #expect(problems("[[1,      2]]", limits: limits).first?.hasPrefix("a.yaml:1:1: ") == true)
  }

  @Test(arguments: ["", "a: 1\n...\n"])
  func manyDirectivesFail(_ before: String) {
    func text(_ count: Int) -> String {
      before + (0..<count).map { "%TAG !a\($0)! b\n" }.joined() + "---\nb: 1\n"
    }
    #expect(problems(text(65)).first?.contains("more than 64 lines begin with “%”") == true)
    #expect(!problems(text(64)).contains { $0.hasSuffix("[limit]") })
  }

  @Test func percentSignsInsideLinesAreNotDirectives() throws {
    let text = String(repeating: "- 70 % of 100%\n", count: 200)
    #expect(try read(text).count == 200)
  }

  @Test func manyUnknownAliasesAreAllReported() {
    let text = (0..<500).map { "- &a\($0) x\n" }.joined() + (0..<500).map { "- *b\($0)\n" }.joined()
    #expect(problems(text).count == 500)
  }
}
