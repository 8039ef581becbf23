import DigitalMaturity
import Testing

@Suite("Days") struct DayTests {
  @Test(
    "are read as ISO and as British spreadsheets write them",
    arguments: [
      // Days since 1970-01-01 by Python's datetime.date.toordinal.
      ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-22", 20_779), ("22/11/2026", 20_779), ("2149-06-06", 65_535),
    ]) func reads(_ text: String, _ number: Int) throws
  {
    let day = try #require(Day(text))
    #expect(day.number == number)
    let (year, month) = (day.description.prefix(4), day.description.dropFirst(5).prefix(2))
    #expect(text.contains(year) && text.contains(month))
    #expect(Day(day.description) == day)
  }

  @Test(
    "with strokes are read in the order that is said, and without it where they tell themselves",
    arguments: [
      ("03/02/2026", .dayMonth, "2026-02-03"), ("03/02/2026", .monthDay, "2026-03-02"), ("03/02/2026", nil, nil),
      ("25/02/2026", nil, "2026-02-25"), ("02/25/2026", nil, "2026-02-25"), ("03/03/2026", nil, "2026-03-03"),
      ("25/02/2026", .monthDay, nil), ("02/25/2026", .dayMonth, nil), ("2026-02-03", .monthDay, "2026-02-03"),
      ("30/02/2026", nil, nil), ("13/13/2026", nil, nil), ("00/13/2026", nil, nil),
    ] as [(String, DateOrder?, String?)]) func orders(_ text: String, _ order: DateOrder?, _ day: String?)
  { #expect(Day(text, order: order)?.description == day) }

  @Test(
    "that are none are refused",
    arguments: [
      "", "2026-11-2", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "1969-12-31",
      "2149-06-07", "2150-01-01", "2026/11/22", "22-11-2026", "32/01/2026", "2026-1a-01", "20261122", "２０２６-11-22",
    ]) func refuses(_ text: String)
  { #expect(Day(text) == nil) }

  @Test("there are as many as the calendar has") func calendar() {
    var number = 0
    for year in 1970...2148 {
      for month in 1...12 {
        for day in 1...31 {
          guard let found = Day(year: year, month: month, day: day) else { continue }
          #expect(found.number == number)
          number += 1
        }
      }
    }
    // date(2149, 1, 1).toordinal() - date(1970, 1, 1).toordinal()
    #expect(number == 65_379)
  }

  @Test(
    "before a day by months keep the day of the month, or end it",
    arguments: [
      ("2026-11-22", 18, "2025-05-22"), ("2026-03-31", 1, "2026-02-28"), ("2024-03-31", 1, "2024-02-29"),
      ("2026-01-15", 1, "2025-12-15"), ("2026-01-15", 0, "2026-01-15"), ("1971-01-01", 24, "1970-01-01"),
      ("2026-01-15", Int.max, "1970-01-01"),
    ]) func months(_ day: String, _ months: Int, _ expected: String) throws
  {
    #expect(try #require(Day(day)).before(months: months).description == expected)
  }

  @Test("before a day by days") func days() throws {
    let day = try #require(Day("2026-03-01"))
    #expect(day.before(days: 1).description == "2026-02-28")
    #expect(day.before(days: .max).description == "1970-01-01")
    #expect(day.before(days: 1) < day)
  }
}
