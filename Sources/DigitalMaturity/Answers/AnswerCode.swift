/// One answer in a byte: which option of a closed question, or why there is none.
public struct AnswerCode: RawRepresentable, Sendable, Hashable {
  /// 0 to 249: the option; 250 to 254: a status; 255: an open answer, whose value stands beside the byte.
  public let rawValue: UInt8

  /// Makes a code.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The most options that a closed question can have.
  public static let maximumOptions = 250

  /// Left blank.
  public static let unanswered = Self(rawValue: 250)
  /// Don't know.
  public static let dontKnow = Self(rawValue: 251)
  /// Not applicable.
  public static let notApplicable = Self(rawValue: 252)
  /// Prefer not to say.
  public static let preferNotToSay = Self(rawValue: 253)
  /// Hidden by branching.
  public static let notShown = Self(rawValue: 254)
  /// An open answer.
  public static let open = Self(rawValue: 255)

  /// The code of an option, by its position; nil past the limit.
  public static func option(_ index: Int) -> AnswerCode? {
    (0..<maximumOptions).contains(index) ? Self(rawValue: UInt8(index)) : nil
  }

  /// The code of a status without an answer; ``open`` for `answered`.
  public init(_ status: AnswerStatus) {
    switch status {
    case .answered: self = .open
    case .unanswered: self = .unanswered
    case .dontKnow: self = .dontKnow
    case .notApplicable: self = .notApplicable
    case .preferNotToSay: self = .preferNotToSay
    case .notShown: self = .notShown
    }
  }

  /// The status that the code means.
  public var status: AnswerStatus {
    switch self {
    case .unanswered: .unanswered
    case .dontKnow: .dontKnow
    case .notApplicable: .notApplicable
    case .preferNotToSay: .preferNotToSay
    case .notShown: .notShown
    default: .answered
    }
  }

  /// The option's position, for an answer to a closed question.
  public var option: Int? { rawValue < Self.maximumOptions ? Int(rawValue) : nil }
}
