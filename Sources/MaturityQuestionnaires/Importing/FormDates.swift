import DigitalMaturity

/// The dates and times of a column, as ISO 8601 has them.
///
/// Read are ISO dates, dates in numbers with day or month first, both with a time of 24 or 12 hours behind them or
/// without, and the serial numbers of spreadsheets, which count days from 30 December 1899.
struct FormDates: Sendable {
  /// The order of day and month, if the texts tell it: a number over 12 is no month.
  private(set) var order: DateOrder?
  /// Whether some texts have the day first and others the month.
  private(set) var isMixed = false

  /// - Parameters:
  ///   - texts: The cells of the column.
  ///   - order: The order, where it is known.
  init(_ texts: [String], order: DateOrder? = nil) {
    self.order = order
    guard order == nil else { return }
    var (dayFirst, monthFirst, isSame) = (false, false, true)
    for text in texts {
      guard case .either(let date, _) = Self.parse(text) else { continue }
      if date.first > 12 { dayFirst = true }
      if date.second > 12 { monthFirst = true }
      if date.first != date.second { isSame = false }
    }
    isMixed = dayFirst && monthFirst
    if isMixed { return }
    if dayFirst || isSame { self.order = .dayMonth }
    if monthFirst { self.order = .monthDay }
  }

  /// What became of a text.
  enum Reading: Sendable, Hashable {
    case blank
    case date(String)
    /// A date whose day cannot be told from its month.
    case ambiguous
    case unknown
  }

  /// Reads a cell.
  func read(_ text: String) -> Reading {
    switch Self.parse(text) {
    case .blank: return .blank
    case .unknown: return .unknown
    case .day(let day, let time): return Self.written(day, time)
    case .either(let date, let time):
      let isDayFirst: Bool
      if let order {
        isDayFirst = order == .dayMonth
      } else if isMixed, date.first > 12 || date.second > 12 {
        isDayFirst = date.first > 12
      } else {
        return date.first == date.second ? Self.written(Day(date.year, date.first, date.second), time) : .ambiguous
      }
      let (day, month) = isDayFirst ? (date.first, date.second) : (date.second, date.first)
      return Self.written(Day(date.year, month, day), time)
    }
  }

  private static func written(_ day: Day, _ time: Time?) -> Reading {
    guard day.exists else { return .unknown }
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(padded(day.year, 4))-\(padded(day.month))-\(padded(day.day))"
    guard let time else { return .date(date) }
    return .date("\(date)T\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))")
  }

  // MARK: Parsing

  private struct Day: Sendable, Hashable {
    var year, month, day: Int

    init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// The day that is so many days after 1 March of the year 0: by eras of 400 years (Hinnant, “chrono-Compatible
    /// Low-Level Date Algorithms”).
    init(daysAfterMarch0 days: Int) {
      let era = days / 146_097
      let dayOfEra = days % 146_097
      let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let month = (5 * dayOfYear + 2) / 153
      day = dayOfYear - (153 * month + 2) / 5 + 1
      self.month = month < 10 ? month + 3 : month - 9
      year = yearOfEra + era * 400 + (self.month <= 2 ? 1 : 0)
    }

    var exists: Bool {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }
  }

  private struct Time: Sendable, Hashable { var hour, minute, second: Int }

  private enum Parsed {
    case blank
    case unknown
    case day(Day, Time?)
    case either((first: Int, second: Int, year: Int), Time?)
  }

  private static func parse(_ text: String) -> Parsed {
    guard text.utf8.count <= 64 else { return .unknown }
    let folded = LooseText.folded(text)
    if folded.isEmpty { return .blank }
    if let serial = Double(folded) { return parse(serial: serial) }
    var parts = folded.split { $0 == " " || $0 == "t" && folded.contains("-") }.map(String.init)
    let date = parts.removeFirst().split { "/.-".contains($0) }.map(String.init)
    let numbers = date.compactMap { Int($0) }
    guard numbers.count == 3, date.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return .unknown }
    let time: Time?
    if parts.isEmpty {
      time = nil
    } else {
      guard let read = Self.time(parts) else { return .unknown }
      time = read
    }
    if date[0].count == 4 { return .day(Day(numbers[0], numbers[1], numbers[2]), time) }
    guard date[2].count == 4 || date[2].count == 2 else { return .unknown }
    // As spreadsheets read two digits of a year.
    let year = date[2].count == 4 ? numbers[2] : numbers[2] + (numbers[2] < 30 ? 2_000 : 1_900)
    return .either((numbers[0], numbers[1], year), time)
  }

  private static func time(_ parts: [String]) -> Time? {
    var clock = parts[0]
    var half = parts.count > 1 ? parts[1] : ""
    for suffix in ["am", "pm"] where clock.hasSuffix(suffix) {
      clock.removeLast(2)
      half = suffix
    }
    // A fraction of a second and a zone are left out.
    let digits = clock.split { $0 == ":" }.map { $0.prefix { $0.isNumber } }
    let numbers = digits.compactMap { Int($0) }
    guard (2...3).contains(numbers.count), numbers.count == digits.count else { return nil }
    var hour = numbers[0]
    if half == "am" || half == "pm" {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    let second = numbers.count > 2 ? numbers[2] : 0
    guard hour < 24, numbers[1] < 60, second < 60 else { return nil }
    return Time(hour: hour, minute: numbers[1], second: second)
  }

  /// The serial number of a day, with the time as a fraction.
  private static func parse(serial: Double) -> Parsed {
    // 1 March 1900, from which the count of all spreadsheets agrees, to the end of 9999.
    guard serial >= 61, serial < 2_958_466 else { return .unknown }
    let seconds = Int((serial * 86_400).rounded())
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    // 30 December 1899 is 693,899 days after 1 March of the year 0.
    let day = Day(daysAfterMarch0: days + 693_899)
    if rest == 0 { return .day(day, nil) }
    return .day(day, Time(hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60))
  }
}
