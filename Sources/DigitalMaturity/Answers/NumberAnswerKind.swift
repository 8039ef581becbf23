/// An open kind whose answers are numbers. Conditions compare the number itself, not its score.
public protocol NumberAnswerKind: OpenAnswerKind {
  /// The least number that is accepted; nil for no limit.
  var least: Double? { get }
  /// The greatest number that is accepted; nil for no limit.
  var greatest: Double? { get }
  /// What stands behind the number, such as `%`; empty for nothing. Default: empty.
  var unit: String { get }
}

extension NumberAnswerKind {
  /// Nothing.
  public var unit: String { "" }
}
