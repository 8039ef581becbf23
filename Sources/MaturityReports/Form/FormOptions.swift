public import DigitalMaturity

/// How a form is worded and printed.
public struct FormOptions: Sendable, Hashable {
  /// Its language, and a note to show at the top.
  public var report: ReportOptions
  /// What the form promises about small groups.
  public var policy: DisclosurePolicy
  /// Who will see the filled-in forms, such as “two people of the programme team”; a line to fill in when not set.
  public var seenBy: String?
  /// Until when answers are kept, such as “31 March 2027”; a line to fill in when not set.
  public var keptUntil: String?
  /// The session that the forms are for. One of the questionnaire's attribute `session`, by its id or its label, is shown by
  /// its label and not asked.
  public var session: String?
  /// The serial numbers of the booklets, one after another; a single form without a number when not set.
  public var serials: ClosedRange<Int>?
  /// Whether print is large: 16 points and more.
  public var isLargeType: Bool

  /// The most booklets that are written at once.
  public static let mostBooklets = 1_000

  /// Makes options.
  public init(
    report: ReportOptions = ReportOptions(), policy: DisclosurePolicy = .standard, seenBy: String? = nil,
    keptUntil: String? = nil, session: String? = nil, serials: ClosedRange<Int>? = nil, isLargeType: Bool = false
  ) {
    self.report = report
    self.policy = policy
    self.seenBy = seenBy
    self.keptUntil = keptUntil
    self.session = session
    self.serials = serials
    self.isLargeType = isLargeType
  }
}
