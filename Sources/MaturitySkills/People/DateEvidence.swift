import DigitalMaturity

/// What the dates of a file tell of the order of day and month in them.
///
/// A date such as 03/02/2026, which does not tell it itself, is read with the day first while the file is read; at its end it
/// shows whether the others bear that out. If they do not, nothing of the file can be relied on, and it is refused with what to
/// say. So it is in files that are imported too.
struct DateEvidence: Sendable {
  /// Where a date stands.
  struct Place: Sendable {
    var line: Int
    var column: Int
    var text: String
  }

  /// What one date tells.
  enum Kind: Sendable {
    case dayFirst, monthFirst
    /// It could be either.
    case either
  }

  private var hasDayFirst = false
  private var monthFirst: Place?
  private var either: Place?

  /// What a date tells; nil for one that is written with the year first, and for any other text.
  static func kind(_ bytes: Span<UInt8>) -> Kind? {
    guard let (first, second) = Day.beforeYear(bytes) else { return nil }
    if first > 12 { return .dayFirst }
    if second > 12 { return .monthFirst }
    return first == second ? nil : .either
  }

  /// Reads a date.
  /// - Parameter order: The order of day and month, where it is known.
  static func day(_ bytes: Span<UInt8>, order: DateOrder?) -> Day? {
    Day(bytes, order: order) ?? (order == nil ? Day(bytes, order: .dayMonth) : nil)
  }

  /// Whether a date that tells this tells nothing new.
  func knows(_ kind: Kind) -> Bool {
    switch kind {
    case .dayFirst: hasDayFirst
    case .monthFirst: monthFirst != nil
    case .either: either != nil
    }
  }

  /// Takes what a date tells.
  mutating func add(_ kind: Kind, _ place: @autoclosure () -> Place) {
    if knows(kind) { return }
    switch kind {
    case .dayFirst: hasDayFirst = true
    case .monthFirst: monthFirst = place()
    case .either: either = place()
    }
  }

  /// Takes what a later part of the file tells, which begins so many lines further down.
  mutating func add(_ later: DateEvidence, linesBefore lines: Int) {
    func moved(_ place: Place?) -> Place? {
      place.map { Place(line: $0.line + lines, column: $0.column, text: $0.text) }
    }
    hasDayFirst = hasDayFirst || later.hasDayFirst
    monthFirst = monthFirst ?? moved(later.monthFirst)
    either = either ?? moved(later.either)
  }

  /// Why the dates cannot be relied on, with the mend; nil where they can.
  func problem(_ file: String) -> Diagnostic? {
    guard let either else { return nil }
    let message: String
    switch (hasDayFirst, monthFirst) {
    case (true, nil): return nil
    case (false, let other?):
      message =
        "“\(either.text)” would be read with the day first, and “\(other.text)” on line \(other.line) has the month first; say "
        + "it with --dates month-day"
    case (let isMixed, _):
      message =
        "“\(either.text)” may begin with the day or the month, and "
        + (isMixed ? "other dates of the file begin with either" : "no date of the file tells which")
        + "; say it with --dates day-month or --dates month-day"
    }
    return Diagnostic(
      .invalidDate, message, at: SourceLocation(file: file, line: either.line, column: either.column))
  }
}
