/// A day of the calendar, from 1970-01-01 to 2149-06-06.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The days since 1970-01-01.
  public let number: Int

  /// The days there are: what two bytes can hold.
  static let numbers = 0...Int(UInt16.max)

  /// Makes a day of its number; nil outside the range.
  public init?(number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// Makes a day; nil when the calendar has none such, or it is outside the range.
  public init?(year: Int, month: Int, day: Int) {
    guard (1970...2149).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return nil
    }
    // Days since 0000-03-01 of the proleptic Gregorian calendar: years that begin in March have their odd day last.
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    let days = 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
    self.init(number: days - 719_468)
  }

  /// Reads `YYYY-MM-DD`, or a date with strokes; nil for anything else.
  /// - Parameters:
  ///   - text: The text.
  ///   - order: Whether the day or the month comes first where there are strokes. Without it only a date is read that tells
  ///     itself, such as `22/11/2026`: `03/02/2026` is nil.
  public init?(_ text: String, order: DateOrder? = nil) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, order: order)
  }

  /// Reads a day of bytes, as ``init(_:order:)-(String,_)`` does.
  package init?(_ bytes: Span<UInt8>, order: DateOrder? = nil) {
    guard bytes.count == 10 else { return nil }
    if bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
      guard let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
        let day = Self.number(bytes, 8..<10)
      else { return nil }
      self.init(year: year, month: month, day: day)
      return
    }
    guard let (first, second) = Self.beforeYear(bytes), let year = Self.number(bytes, 6..<10) else { return nil }
    switch order {
    case .dayMonth?: self.init(year: year, month: second, day: first)
    case .monthDay?: self.init(year: year, month: first, day: second)
    case nil where first > 12 || first == second: self.init(year: year, month: second, day: first)
    case nil where second > 12: self.init(year: year, month: first, day: second)
    case nil: return nil
    }
  }

  /// The two numbers before the year of a date with strokes; nil for any other text.
  package static func beforeYear(_ bytes: Span<UInt8>) -> (first: Int, second: Int)? {
    guard bytes.count == 10, bytes[2] == UInt8(ascii: "/"), bytes[5] == UInt8(ascii: "/") else { return nil }
    guard let first = number(bytes, 0..<2), let second = number(bytes, 3..<5) else { return nil }
    return (first, second)
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// `30 November 2025`, in English, in which nothing breaks at a line's end.
  public var words: String { words(in: .english) }

  /// The day in words of a language, in which nothing breaks at a line's end.
  public func words(in catalogue: MessageCatalogue) -> String {
    let (year, month, day) = parts
    return catalogue.day(day, month: month, year: year)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = parts
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The day so many months before; in a month that is too short, its last day. The first day there is where that would
  /// be too early.
  public func before(months: Int) -> Day {
    let (year, month, day) = parts
    let (index, isTooLarge) = (year * 12 + month - 1).subtractingReportingOverflow(months)
    guard !isTooLarge, index >= 1970 * 12 else { return Day.first }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(year: newYear, month: newMonth, day: min(day, Self.days(in: newMonth, of: newYear))) ?? self
  }

  /// The day so many days before; the first day there is where that would be too early.
  public func before(days: Int) -> Day {
    let (number, isTooLarge) = number.subtractingReportingOverflow(days)
    return isTooLarge ? Day.first : Day(number: number) ?? Day.first
  }

  /// Whether one day is earlier.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// 1970-01-01.
  public static let first = Day(unchecked: 0)

  private init(unchecked number: Int) { self.number = number }

  private var parts: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = days / 146_097
    let ofEra = days % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let months = (5 * ofYear + 2) / 153
    let month = months < 10 ? months + 3 : months - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, ofYear - (153 * months + 2) / 5 + 1)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
