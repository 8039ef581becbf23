/// Dates as workbooks hold them: days since an epoch, with the time of day as a fraction.
enum DateSerial {
  /// Appends the date and time of a serial in ISO 8601, such as `2026-03-14` or `2026-03-14T09:30:00`; only a time of day,
  /// `09:30:00`, for a serial below 1. Rounded to milliseconds, which are written where they are not zero.
  ///
  /// In the system of 1900 serial 60 is 29 February 1900, a day that never was: it has no date, and nor has any serial
  /// below 0 or after the year 9999.
  /// - Returns: Whether the serial has a date; nothing is appended if it has none.
  static func write(_ serial: Double, from1904: Bool, onto bytes: inout [UInt8]) -> Bool {
    guard serial >= 0, serial < 2_958_466 else { return false }
    let milliseconds = Int((serial * 86_400_000).rounded())
    let (days, ofDay) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    if days == 0 {
      writeTime(ofDay, onto: &bytes)
      return true
    }
    if days == 60, !from1904 { return false }
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
    guard year <= 9999 else { return false }
    write(year, digits: 4, onto: &bytes)
    bytes.append(UInt8(ascii: "-"))
    write(month, digits: 2, onto: &bytes)
    bytes.append(UInt8(ascii: "-"))
    write(day, digits: 2, onto: &bytes)
    if ofDay > 0 {
      bytes.append(UInt8(ascii: "T"))
      writeTime(ofDay, onto: &bytes)
    }
    return true
  }

  private static func writeTime(_ milliseconds: Int, onto bytes: inout [UInt8]) {
    let seconds = milliseconds / 1000
    write(seconds / 3600, digits: 2, onto: &bytes)
    bytes.append(UInt8(ascii: ":"))
    write(seconds / 60 % 60, digits: 2, onto: &bytes)
    bytes.append(UInt8(ascii: ":"))
    write(seconds % 60, digits: 2, onto: &bytes)
    if milliseconds % 1000 > 0 {
      bytes.append(UInt8(ascii: "."))
      write(milliseconds % 1000, digits: 3, onto: &bytes)
    }
  }

  /// Appends a number with zeros in front; it has no more digits than that.
  private static func write(_ number: Int, digits: Int, onto bytes: inout [UInt8]) {
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }
}
