/// A result that is either a value or undefined with a reason; never NaN, zero or −1 in place of “cannot say”.
public enum Figure<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The result.
  case value(Value)
  /// There is no result, and why.
  case undefined(Undefined)

  /// The result, or `nil` where it is undefined.
  @inlinable public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Why there is no result, or `nil` where there is one.
  @inlinable public var reason: Undefined? {
    if case .undefined(let reason) = self { reason } else { nil }
  }

  /// The figure with its value changed; an undefined figure keeps its reason.
  @inlinable public func map<Other>(_ transform: (Value) -> Other) -> Figure<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .undefined(let reason): .undefined(reason)
    }
  }

  /// The next step of a calculation that may itself be undefined; the first reason met is kept.
  @inlinable public func then<Other>(_ next: (Value) -> Figure<Other>) -> Figure<Other> {
    switch self {
    case .value(let value): next(value)
    case .undefined(let reason): .undefined(reason)
    }
  }

  /// Whether both have the same value, or the same reason. Written out, so that it is compiled for the value where it is
  /// used.
  @inlinable public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.value(let left), .value(let right)): left == right
    case (.undefined(let left), .undefined(let right)): left == right
    case (.value, .undefined), (.undefined, .value): false
    }
  }

  /// Hashes the value, or the reason.
  @inlinable public func hash(into hasher: inout Hasher) {
    switch self {
    case .value(let value): hasher.combine(value)
    case .undefined(let reason): hasher.combine(reason)
    }
  }

  /// The value, or the reason as an error.
  @inlinable public func get() throws(Undefined) -> Value {
    switch self {
    case .value(let value): return value
    case .undefined(let reason): throw reason
    }
  }

  /// The outcome of steps that throw `Undefined`: what they return, or the reason they threw.
  @inlinable public init(catching steps: () throws(Undefined) -> Value) {
    do throws(Undefined) {
      self = .value(try steps())
    } catch {
      self = .undefined(error)
    }
  }
}

extension Figure<Double> {
  /// The number, or undefined (`notFinite`) where it is NaN or infinite.
  @inlinable public static func finite(_ number: Double) -> Figure<Double> {
    number.isFinite ? .value(number) : .undefined(.notFinite)
  }
}

/// Why a figure has no value: a code for programs, a sentence for people.
public struct Undefined: Error, Sendable, Hashable {
  /// What kind of reason it is. An open set: other modules add codes by extension.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The code's stable id, such as `none-answered`: lower-case words joined by hyphens.
    public var rawValue: String

    /// The code of an id.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// What kind of reason it is.
  public var code: Code
  /// Why there is no value, in plain English: one sentence with its full stop.
  public var sentence: String

  /// A reason, from its code and its sentence.
  public init(_ code: Code, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }
}

extension Undefined: CustomStringConvertible {
  /// The sentence.
  public var description: String { sentence }
}

extension Undefined.Code {
  /// There are no values at all.
  public static let noValues = Self(rawValue: "no-values")
  /// There are values, but fewer than the figure needs.
  public static let tooFewValues = Self(rawValue: "too-few-values")
  /// All values are equal, so a ratio of spreads has nothing to divide by.
  public static let noVariation = Self(rawValue: "no-variation")
  /// The scale has a single point.
  public static let scaleOfOnePoint = Self(rawValue: "scale-of-one-point")
  /// A value lies outside the declared scale.
  public static let outsideScale = Self(rawValue: "outside-scale")
  /// A value lies between the points of a scale, or the scale has no whole-number points.
  public static let notOnPoints = Self(rawValue: "not-on-points")
  /// There are more points or different values than the figure is worked out for.
  public static let tooManyValues = Self(rawValue: "too-many-values")
  /// A number is NaN or infinite, or became so on the way.
  public static let notFinite = Self(rawValue: "not-finite")
  /// A number is too large to be squared and added safely (beyond ±1e60).
  public static let tooLarge = Self(rawValue: "too-large")
  /// A count is negative, or the counts add up to more than an integer holds.
  public static let invalidCount = Self(rawValue: "invalid-count")
  /// Values and counts, or the rows of a table, are not of the same length, or a scale is not in order.
  public static let invalidShape = Self(rawValue: "invalid-shape")
  /// An option of the calculation is out of its range, such as a confidence of 1.
  public static let invalidOption = Self(rawValue: "invalid-option")
  /// A value is below zero where a ratio scale needs none below zero.
  public static let negativeValue = Self(rawValue: "negative-value")
  /// Figures of pairs, each from different people, do not fit one another.
  public static let inconsistentPairs = Self(rawValue: "inconsistent-pairs")
}

extension Undefined {
  /// The reason for a number that is NaN or infinite.
  public static var notFinite: Undefined {
    Undefined(.notFinite, "A number is not finite, or the calculation leaves the range of numbers.")
  }

  static var noValues: Undefined { Undefined(.noValues, "There are no values.") }

  static var noVariation: Undefined {
    Undefined(.noVariation, "All values are equal, so there is no spread to compare with.")
  }

  static func tooFew(_ what: String, _ count: Int, needed: Int) -> Undefined {
    count == 0
      ? Undefined(.noValues, "There are no \(what); this figure needs at least \(needed).")
      : Undefined(.tooFewValues, "This figure needs at least \(needed) \(what), and has \(count).")
  }

  static func option(_ sentence: String) -> Undefined { Undefined(.invalidOption, sentence) }
}
