/// Dates as workbooks hold them: days since an epoch, with the time of day as a fraction.
enum DateSerial {
  /// The date and time of a serial in ISO 8601, such as `2026-03-14` or `2026-03-14T09:30:00`; only a time of day,
  /// `09:30:00`, for a serial below 1. Rounded to milliseconds, which are written where they are not zero.
  ///
  /// In the system of 1900 serial 60 is 29 February 1900, a day that never was: it has no date, and nor has any serial
  /// below 0 or after the year 9999.
  static func text(_ serial: Double, from1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let milliseconds = Int((serial * 86_400_000).rounded())
    let (days, ofDay) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    let time = ofDay == 0 ? nil : timeText(ofDay)
    if days == 0 { return time ?? "00:00:00" }
    if days == 60, !from1904 { return nil }
    // Days since 1 March of the year 0 (Hinnant's algorithm for the Gregorian calendar).
    let daysBefore = from1904 ? 695_361 : days < 60 ? 693_900 : 693_899
    let count = days + daysBefore
    let era = count / 146_097
    let dayOfEra = count % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard year <= 9999 else { return nil }
    let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    return time.map { "\(date)T\($0)" } ?? date
  }

  private static func timeText(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let text = "\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))"
    return milliseconds % 1000 == 0 ? text : "\(text).\(digits(milliseconds % 1000, 3))"
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
