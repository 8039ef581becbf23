public import DigitalMaturity

/// How long a rating is valid: some months, or some days.
public struct ValidityPeriod: Sendable, Hashable {
  /// Whole months.
  public let months: Int
  /// Days on top.
  public let days: Int

  /// Makes a period of months and days, neither negative.
  public init(months: Int = 0, days: Int = 0) {
    self.months = max(0, months)
    self.days = max(0, days)
  }

  /// Reads a number with its unit: `18m`, `18 months`, `2y`, `90 days`, `12w`; nil for anything else, and for none.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Int(digits), (1...100_000).contains(number) else { return nil }
    switch unit.lowercased() {
    case "d", "day", "days": self.init(days: number)
    case "w", "week", "weeks": self.init(days: 7 * number)
    case "m", "month", "months": self.init(months: number)
    case "y", "year", "years": self.init(months: 12 * number)
    default: return nil
    }
  }

  /// The first day whose rating is still valid on a day: one of exactly so long ago is.
  public func oldest(on day: Day) -> Day { day.before(months: months).before(days: days) }
}
