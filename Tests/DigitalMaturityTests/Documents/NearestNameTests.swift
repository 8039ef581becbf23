import DigitalMaturity
import Testing

@Suite struct NearestNameTests {
  private let known = ["leadership", "people", "technology", "weight", "id"]

  @Test(
    arguments: [
      ("leadrship", "leadership"), ("laedership", "leadership"), ("LEADERSHIP", "leadership"), ("wieght", "weight"),
      ("wight", "weight"), ("weightt", "weight"), ("poeple", "people"), ("di", "id"), ("technolgoy", "technology"),
      ("value", nil), ("", nil), ("lead", nil), ("leadership-and-direction", nil),
    ] as [(String, String?)])
  func findsTheNearest(_ name: String, nearest: String?) { #expect(NearestName.of(name, in: known) == nearest) }

  @Test func theFirstOfEquallyNearNamesWins() {
    #expect(NearestName.of("cat", in: ["hat", "bat"]) == "hat")
    #expect(NearestName.of("cat", in: ["hat", "cats", "cat"]) == "cat")
  }

  @Test func longNamesAreNotCompared() {
    let long = String(repeating: "x", count: 65)
    #expect(NearestName.of(long, in: [long]) == nil)
    #expect(NearestName.of("x", in: [long]) == nil)
  }

  @Test func theHintNamesTheNearestOrTheKnown() {
    #expect(NearestName.hint("poeple", in: known) == "; did you mean “people”?")
    #expect(NearestName.hint("zzzzz", in: ["a", "b"]) == "; known here: a, b")
    #expect(NearestName.hint("zzzzz", in: []) == "")
    #expect(NearestName.hint("?????", in: (10..<30).map(String.init)).hasSuffix("20, 21, …"))
  }
}
