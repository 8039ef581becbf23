import Testing

@testable import MaturityOffice

@Suite("Date serials")
struct DateSerialTests {
  private func text(_ serial: Double, from1904: Bool) -> String? {
    var bytes = Array("before ".utf8)
    guard DateSerial.write(serial, from1904: from1904, onto: &bytes) else {
      #expect(bytes.count == 7)
      return nil
    }
    return String(decoding: bytes.dropFirst(7), as: UTF8.self)
  }

  @Test(
    "days and times of both systems",
    arguments: [
      // The worked examples of ECMA-376, part 1, 18.17.4, and days around those that never were.
      (1.0, false, "1900-01-01"), (2_958_465, false, "9999-12-31"), (3687.4207639, false, "1910-02-03T10:05:54"),
      (1.5, false, "1900-01-01T12:00:00"), (43_467, false, "2019-01-02"), (59, false, "1900-02-28"),
      (61, false, "1900-03-01"), (0.25, false, "06:00:00"), (46_095.0000115741, false, "2026-03-14T00:00:01"),
      (1, true, "1904-01-02"), (42_005, true, "2019-01-02"), (60, true, "1904-03-01"),
      (45_351, false, "2024-02-29"), (36_585, false, "2000-02-29"),
    ])
  func dates(serial: Double, from1904: Bool, expected: String) {
    let text = self.text(serial, from1904: from1904)
    #expect(text.map { String($0.prefix(19)) } == expected)
  }

  @Test(
    "a day that never was, and days that no calendar has, are no dates",
    arguments: [60, -1, 2_958_466, 1e300, .nan, .infinity])
  func none(serial: Double) {
    #expect(text(serial, from1904: false) == nil)
  }

  @Test("every day follows the one before")
  func days() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day) = (1900, 3, 1)
    for serial in 61..<146_200 {
      let text = self.text(Double(serial), from1904: false)
      let expected = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      guard text == expected else {
        Issue.record("\(serial) is \(text ?? "none"), not \(expected)")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      day += 1
      if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test("milliseconds stand where they are not zero; the last moment of a day rounds to the next")
  func rounding() {
    #expect(text(1 + 0.1234 / 86_400, from1904: false) == "1900-01-01T00:00:00.123")
    #expect(text(61.9999999999, from1904: false) == "1900-03-02")
  }
}

@Suite("Number formats")
struct NumberFormatTests {
  @Test(
    "which are dates",
    arguments: [
      ("General", false), ("0.00", false), ("m/d/yy h:mm:ss", true), ("yyyy-mm-dd", true),
      ("[$-809]dd mmmm yyyy", true),
      ("0 \"days\"", false), ("[Red]0;\"day\"", false), ("0_d", false), ("\\d0", false), ("[h]:mm", false),
      ("[mm]:ss", false),
      ("#,##0.00;[Red]-#,##0.00", false), ("h:mm AM/PM", true), ("@", false), ("0;d", false), ("\"unclosed d", false),
      ("[unclosed d", false), ("", false),
    ])
  func codes(code: String, isDate: Bool) {
    #expect(NumberFormats.kind(ofCode: code) == (isDate ? .date : .number))
  }
}
