import DigitalMaturity
import Foundation
import Testing

@testable import MaturityQuestionnaires

@Suite("dates of forms") struct FormDatesTests {
  @Test(
    "dates of forms and spreadsheets",
    arguments: [
      ("2024-10-09", "2024-10-09"), ("2024-10-09 11:02:03", "2024-10-09T11:02:03"),
      ("2024-10-09T11:02:03Z", "2024-10-09T11:02:03"), ("2024/03/05 2:41:22 pm GMT", "2024-03-05T14:41:22"),
      ("2024/03/05 12:00:00 AM GMT+1", "2024-03-05T00:00:00"), ("31/12/2024 23:59", "2024-12-31T23:59:00"),
      ("12/31/24 9:05 PM", "2024-12-31T21:05:00"), ("31.12.1999", "1999-12-31"), ("29/02/2024", "2024-02-29"),
    ])
  func read(_ text: String, _ expected: String) {
    #expect(FormDates([text]).read(text) == .date(expected))
  }

  @Test(
    "what is no date is not taken for one",
    arguments: [
      "yes", "31/02/2024", "29/02/2023", "2024-13-01", "1/2", "25:00", "31/12/2024 24:00", "31/12/2024 13:00 pm", "12",
      "-5",
    ])
  func unknown(_ text: String) {
    #expect(FormDates([text]).read(text) == .unknown)
  }

  @Test("serial numbers are Excel's: 39448 is 1 January 2008, as its documentation of DATE says")
  func serials() {
    let dates = FormDates([])
    #expect(dates.read("39448") == .date("2008-01-01"))
    #expect(dates.read("39448.75") == .date("2008-01-01T18:00:00"))
    #expect(dates.read("61") == .date("1900-03-01"))
    #expect(dates.read("60") == .unknown)
    #expect(dates.read("2958465") == .date("9999-12-31"))
    #expect(dates.read("2958466") == .unknown)
  }

  @Test(
    "serial numbers count days as Foundation's calendar does",
    arguments: Array(stride(from: 61, to: 2_958_466, by: 4_999)))
  func serialsAsFoundation(serial: Int) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let start = try #require(calendar.date(from: DateComponents(year: 1899, month: 12, day: 30)))
    let day = try #require(calendar.date(byAdding: .day, value: serial, to: start))
    let parts = calendar.dateComponents([.year, .month, .day], from: day)
    let text = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    #expect(FormDates([]).read(String(serial)) == .date(text))
  }

  @Test("one date of a column tells the order of all")
  func order() {
    #expect(FormDates(["3/4/2024", "13/4/2024"]).read("3/4/2024") == .date("2024-04-03"))
    #expect(FormDates(["3/4/2024", "4/13/2024"]).read("3/4/2024") == .date("2024-03-04"))
    #expect(FormDates(["3/4/2024"], order: .monthDay).read("3/4/2024") == .date("2024-03-04"))
    // An order that is given stands, even where it makes no date.
    #expect(FormDates(["13/4/2024"], order: .monthDay).read("13/4/2024") == .unknown)
  }

  @Test("where no date tells, or dates contradict each other, none is guessed")
  func ambiguous() {
    #expect(FormDates(["3/4/2024", "5/6/2024"]).read("3/4/2024") == .ambiguous)
    #expect(FormDates(["4/4/2024"]).read("4/4/2024") == .date("2024-04-04"))
    let mixed = FormDates(["3/4/2024", "13/4/2024", "4/14/2024"])
    #expect(mixed.isMixed)
    #expect(mixed.read("3/4/2024") == .ambiguous)
    #expect(mixed.read("13/4/2024") == .date("2024-04-13"))
    #expect(mixed.read("4/14/2024") == .date("2024-04-14"))
  }
}
