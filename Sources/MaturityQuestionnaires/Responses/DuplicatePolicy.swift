/// Which of several rows of one respondent counts.
public enum DuplicatePolicy: String, Sendable, Hashable, CaseIterable {
  /// The first; the others are left out and counted.
  case first
  /// The last; the others are left out and counted.
  case last
  /// The first, until somebody decides: the others are left out, and each is a problem.
  case reject
}
