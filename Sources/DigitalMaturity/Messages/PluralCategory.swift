/// The forms that a counted phrase may have in a language: Unicode CLDR's categories of cardinal numbers.
///
/// English has `one` and `other`, Welsh all six.
public enum PluralCategory: String, Sendable, Hashable, CaseIterable {
  /// For languages that count nothing in a form of its own.
  case zero
  /// One thing, and what the language counts like it.
  case one
  /// Two things.
  case two
  /// A few.
  case few
  /// Many.
  case many
  /// Every other number, and fractions.
  case other

  /// The category of a whole number, by the language's rule in CLDR 45. Of languages other than those known here it is
  /// English's.
  /// - Parameters:
  ///   - count: The number; below zero it counts as its size.
  ///   - language: A language tag.
  public init(of count: Int, in language: String) {
    let n = count.magnitude
    self =
      switch LocalizedText.primary(of: language) {
      case "cy": Self.welsh(n)
      case "ga": Self.irish(n)
      case "gd": Self.scottishGaelic(n)
      case "pl": Self.polish(n)
      default: n == 1 ? .one : .other
      }
  }

  /// The categories that a language's whole numbers have.
  static func all(in language: String) -> [PluralCategory] {
    switch LocalizedText.primary(of: language) {
    case "cy": allCases
    case "ga": [.one, .two, .few, .many, .other]
    case "gd": [.one, .two, .few, .other]
    case "pl": [.one, .few, .many, .other]
    default: [.one, .other]
    }
  }

  private static func welsh(_ n: UInt) -> Self {
    switch n {
    case 0: .zero
    case 1: .one
    case 2: .two
    case 3: .few
    case 6: .many
    default: .other
    }
  }

  private static func irish(_ n: UInt) -> Self {
    switch n {
    case 1: .one
    case 2: .two
    case 3...6: .few
    case 7...10: .many
    default: .other
    }
  }

  private static func scottishGaelic(_ n: UInt) -> Self {
    switch n {
    case 1, 11: .one
    case 2, 12: .two
    case 3...10, 13...19: .few
    default: .other
    }
  }

  private static func polish(_ n: UInt) -> Self {
    if n == 1 { return .one }
    return (2...4).contains(n % 10) && !(12...14).contains(n % 100) ? .few : .many
  }
}
