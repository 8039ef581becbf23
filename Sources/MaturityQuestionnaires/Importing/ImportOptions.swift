public import DigitalMaturity

/// How responses of a form are imported.
public struct ImportOptions: Sendable, Hashable {
  /// Which of several responses of one person counts. A person is known by the respondent's id, or by the e-mail address
  /// where the form has it; the address itself is then forgotten. Where a questionnaire is named, as those that rate
  /// people are, by the id alone.
  public var duplicates: DuplicatePolicy
  /// Whether names, e-mail addresses and times are kept.
  public var keepsDetails: Bool
  /// The order of day and month in dates such as 03/04/2024; what the dates of each column tell when not set.
  public var dates: DateOrder?
  /// What the ids of respondents begin with, so that those of several forms differ; the file's name when not set.
  public var prefix: String?
  /// Which question a column is, where its text does not say.
  public var map: ColumnMap

  /// Whether a question that no column asks is a problem.
  public var expectsAllQuestions: Bool

  /// Makes options.
  public init(
    duplicates: DuplicatePolicy = .reject, keepsDetails: Bool = false, dates: DateOrder? = nil, prefix: String? = nil,
    map: ColumnMap = ColumnMap(), expectsAllQuestions: Bool = true
  ) {
    self.duplicates = duplicates
    self.keepsDetails = keepsDetails
    self.dates = dates
    self.prefix = prefix
    self.map = map
    self.expectsAllQuestions = expectsAllQuestions
  }
}
