/// A month of a year, such as `2026-04`.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year: 1 to 9999.
  public let year: Int
  /// The month: 1 to 12.
  public let month: Int

  /// Makes a month; nil when there is no such month.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `YYYY-MM`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// `YYYY-MM`.
  public var description: String {
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.count) + digits + (month < 10 ? "-0\(month)" : "-\(month)")
  }

  /// How many months it is later than another; negative when it is earlier.
  public func months(since other: Month) -> Int { (year - other.year) * 12 + month - other.month }

  /// Whether one month is earlier.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

/// From a month to a month, both included.
public struct Timeframe: Sendable, Hashable {
  /// The first month.
  public var from: Month
  /// The last month.
  public var to: Month

  /// Makes a timeframe.
  public init(from: Month, to: Month) {
    self.from = from
    self.to = to
  }
}
