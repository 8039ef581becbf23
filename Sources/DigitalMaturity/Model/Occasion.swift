/// Which of several assessments a result is of, when the same questions are asked again and again: what it is called, and its
/// day. The host says both; no clock is read.
public struct Occasion: Sendable, Hashable {
  /// What it is called, such as “2026 assessment”; nil when nobody said.
  public var title: String?
  /// Its day; nil when nobody said.
  public var date: Day?

  /// Names an occasion.
  public init(title: String? = nil, date: Day? = nil) {
    self.title = title
    self.date = date
  }

  /// Refuses a later result that is dated before this one. Without both dates nothing is known, and nothing refused; two
  /// results of one day may follow each other.
  public func check(before later: Occasion) throws(DocumentError) {
    guard let date, let other = later.date, other < date else { return }
    throw DocumentError(
      Diagnostic(
        .reversedDates,
        "the earlier result is dated \(date), and the later one \(other), which is before it; name the earlier one first"
      ))
  }
}

extension Diagnostic.Code {
  /// Results whose dates run backwards.
  public static let reversedDates = Self(rawValue: "reversed-dates")
}
