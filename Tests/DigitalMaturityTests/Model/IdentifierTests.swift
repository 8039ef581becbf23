import DigitalMaturity
import Testing

@Suite struct IdentifierTests {
  private enum Thing {}

  @Test(arguments: ["a", "0", "a-b", "digital-first", "2026", "q1", "a--b", String(repeating: "x", count: 100)])
  func slugsAreValid(_ text: String) { #expect(Identifier<Thing>(text).isValid) }

  @Test(arguments: [
    "", "-", "-a", "a-", "A", "a b", "a_b", "a.b", "é", "a\n", "ａ", "a/b", "\0", String(repeating: "x", count: 101),
  ])
  func nothingElseIs(_ text: String) { #expect(!Identifier<Thing>(text).isValid) }

  @Test func anyTextCanBeHeldSoThatItCanBeReported() {
    let id: Identifier<Thing> = "Not an id"
    #expect(id.rawValue == "Not an id")
    #expect(id.description == "Not an id")
    #expect(id == Identifier(rawValue: "Not an id"))
    #expect(id != "not an id")
  }
}
