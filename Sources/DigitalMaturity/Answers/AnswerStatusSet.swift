/// A set of statuses, in one byte.
public struct AnswerStatusSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// A bit for each status.
  private var bits: UInt8 = 0

  /// Makes a set of statuses.
  public init(_ statuses: some Sequence<AnswerStatus>) {
    for status in statuses { insert(status) }
  }

  /// Makes a set of statuses.
  public init(arrayLiteral statuses: AnswerStatus...) { self.init(statuses) }

  /// The statuses in it, in the order that ``AnswerStatus`` lists them.
  public var statuses: [AnswerStatus] { AnswerStatus.allCases.filter(contains) }

  /// Whether no status is in it.
  public var isEmpty: Bool { bits == 0 }

  /// Whether a status is in it.
  public func contains(_ status: AnswerStatus) -> Bool { bits & Self.bit(status) != 0 }

  /// Puts a status in it.
  public mutating func insert(_ status: AnswerStatus) { bits |= Self.bit(status) }

  /// Takes a status out of it.
  public mutating func remove(_ status: AnswerStatus) { bits &= ~Self.bit(status) }

  private static func bit(_ status: AnswerStatus) -> UInt8 { 1 << UInt8(status.ordinal) }
}

extension AnswerStatusSet: CustomStringConvertible {
  /// The statuses as documents write them, such as `dont-know, not-applicable`.
  public var description: String { statuses.map(\.rawValue).joined(separator: ", ") }
}
