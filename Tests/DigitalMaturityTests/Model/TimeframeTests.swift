import DigitalMaturity
import Testing

@Suite struct MonthTests {
  @Test(arguments: [("2026-04", 2026, 4), ("0001-01", 1, 1), ("9999-12", 9999, 12)])
  func readsAndWrites(_ text: String, _ year: Int, _ number: Int) throws {
    let month = try #require(Month(text))
    #expect(month.year == year)
    #expect(month.month == number)
    #expect(month.description == text)
    #expect(month == Month(year: year, month: number))
  }

  @Test(arguments: [
    "", "2026", "2026-4", "2026-13", "2026-00", "0000-01", "26-04", "2026-04-01", "2026/04", "+026-04", "-026-04",
    "2026-+4", "２０２６-04", "2026-04 ", "12026-04",
  ])
  func refusesAnythingElse(_ text: String) { #expect(Month(text) == nil) }

  @Test(arguments: [(0, 1), (10_000, 1), (2026, 0), (2026, 13), (.min, .max)] as [(Int, Int)])
  func noSuchMonth(_ year: Int, _ month: Int) { #expect(Month(year: year, month: month) == nil) }

  @Test func monthsAreInOrder() throws {
    let months = try ["2025-12", "2026-01", "2026-02", "2026-10"].map { try #require(Month($0)) }
    #expect(months.reversed().sorted() == months)
    #expect(!(months[0] < months[0]))
  }
}
