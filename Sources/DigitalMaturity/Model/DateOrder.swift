/// The order of day and month where a date is written in numbers.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// 31/12/2024.
  case dayMonth = "day-month"
  /// 12/31/2024.
  case monthDay = "month-day"
}
