/// A likely range: an interval of confidence round an estimate.
public struct Interval: Sendable, Hashable {
  /// How an interval was found. An open set.
  public struct Method: RawRepresentable, Sendable, Hashable {
    /// The method's stable id, such as `wilson`.
    public var rawValue: String

    /// The method of an id.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Wilson's score interval of a share.
    public static let wilson = Self(rawValue: "wilson")
    /// Welch's t interval of a difference of means.
    public static let welch = Self(rawValue: "welch")
    /// Newcombe's interval of a difference of shares, of other people or the same.
    public static let newcombe = Self(rawValue: "newcombe")
    /// Student's t interval of a mean.
    public static let student = Self(rawValue: "student")
    /// The percentiles of resampled means.
    public static let percentileBootstrap = Self(rawValue: "percentile-bootstrap")
    /// The percentiles of resampled means, corrected for bias and acceleration.
    public static let bcaBootstrap = Self(rawValue: "bca-bootstrap")
  }

  /// The lower limit, in the units of the estimate.
  public var low: Double
  /// The upper limit, in the units of the estimate; not below `low`.
  public var high: Double
  /// The share of such intervals that hold the true value, in the long run: above 0, below 1.
  public var confidence: Double
  /// How it was found.
  public var method: Method

  /// An interval of its parts.
  public init(low: Double, high: Double, confidence: Double, method: Method) {
    self.low = low
    self.high = high
    self.confidence = confidence
    self.method = method
  }
}

extension Figure<Interval> {
  /// The interval, or undefined where a limit is not finite.
  static func between(_ low: Double, _ high: Double, confidence: Double, method: Interval.Method) -> Figure<Interval> {
    guard low.isFinite, high.isFinite else { return .undefined(.notFinite) }
    return .value(Interval(low: min(low, high), high: max(low, high), confidence: confidence, method: method))
  }
}

extension Undefined {
  static var confidence: Undefined { .option("A confidence lies between 0 and 1, such as 0.95.") }
}
