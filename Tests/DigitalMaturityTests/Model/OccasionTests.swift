import DigitalMaturity
import Testing

@Suite("Which of several assessments a result is of") struct OccasionTests {
  @Test(
    "a later result that is dated before the earlier one is refused, and nothing else",
    arguments: [
      ("2026-05-01", "2026-04-30", false), ("2026-05-01", "2026-05-01", true), ("2026-05-01", "2027-05-01", true),
      ("2027-05-01", "", true), ("", "2026-05-01", true), ("", "", true),
    ])
  func order(_ earlier: String, _ later: String, _ isRight: Bool) throws {
    let (one, other) = (Occasion(date: Day(earlier)), Occasion(title: "next", date: Day(later)))
    if isRight { return try one.check(before: other) }
    let error = #expect(throws: DocumentError.self) { try one.check(before: other) }
    #expect(error?.diagnostics.map(\.code) == [.reversedDates])
    #expect(error?.diagnostics.first?.message.contains("dated \(earlier), and the later one \(later)") == true)
  }
}
