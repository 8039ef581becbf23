public import DigitalMaturity

/// A figure that is measured and not asked: with a baseline, a target, a direction, and values that each have a date and a
/// source.
public struct Indicator: Sendable, Hashable {
  /// Which way is better.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// The more, the better.
    case up
    /// The less, the better.
    case down
  }

  /// A value that was measured.
  public struct Measurement: Sendable, Hashable {
    /// The day it is of; where a paper does not say, the paper's.
    public var date: Day
    /// The value, in the indicator's unit.
    public var value: Double
    /// Where it can be read.
    public var source: LocalizedText
    /// How the source prints it, where that is not simply the value: “over 150,000”.
    public var said: LocalizedText?

    /// Makes a measurement.
    public init(date: Day, value: Double, source: LocalizedText, said: LocalizedText? = nil) {
      self.date = date
      self.value = value
      self.source = source
      self.said = said
    }
  }

  /// The value aimed for.
  public struct Target: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// The day by which.
    public var date: Day?
    /// Who set it.
    public var source: LocalizedText?

    /// Makes a target.
    public init(value: Double, date: Day? = nil, source: LocalizedText? = nil) {
      self.value = value
      self.date = date
      self.source = source
    }
  }

  /// The id: also that of the question that holds its value.
  public var id: Identifier<Question>
  /// What is measured.
  public var name: LocalizedText
  /// The unit, such as `people` or `%`; empty for a plain number.
  public var unit: String
  /// Which way is better.
  public var direction: Direction
  /// Where it began.
  public var baseline: Measurement?
  /// The value aimed for.
  public var target: Target?
  /// What was measured, the earliest first.
  public var values: [Measurement]
  /// How a value scores: upwards, half-open; the scores go the way of the direction.
  public var bands: [ScoreBand]
  /// What it is evidence of.
  public var measures: Measures
  /// Its weight among the indicators.
  public var weight: Double

  /// Makes an indicator; its values are put in order of their days.
  public init(
    id: Identifier<Question>, name: LocalizedText, unit: String = "", direction: Direction,
    baseline: Measurement? = nil, target: Target? = nil, values: [Measurement] = [], bands: [ScoreBand],
    measures: Measures = Measures(), weight: Double = 1
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.direction = direction
    self.baseline = baseline
    self.target = target
    self.values = values.sorted { $0.date < $1.date }
    self.bands = bands
    self.measures = measures
    self.weight = weight
  }

  /// The last value that had been measured on a day; the last of all where no day is given. Nil where there is none yet.
  public func latest(on day: Day? = nil) -> Measurement? {
    values.last { measurement in day.map { measurement.date <= $0 } ?? true }
  }

  /// How much of the way from the baseline to the target is done: (value − baseline) / (target − baseline). Below 0 where
  /// things got worse, above 1 beyond the target. Undefined without all three, and where target and baseline are equal.
  public func progress(on day: Day? = nil) -> Figure<Double> {
    guard let baseline else { return .undefined(.noBaseline) }
    guard let target else { return .undefined(.noTarget) }
    guard let latest = latest(on: day) else { return .undefined(.notMeasured) }
    guard target.value != baseline.value else { return .undefined(.noWay) }
    return .finite((latest.value - baseline.value) / (target.value - baseline.value))
  }

  /// The score of the last value by the bands.
  public func score(on day: Day? = nil) -> Figure<Double> {
    guard let latest = latest(on: day) else { return .undefined(.notMeasured) }
    return bands.score(latest.value).map { .value($0) } ?? .undefined(.noBand)
  }

  /// Whether the last value is at the target or beyond it; nil without one of them.
  public func isReached(on day: Day? = nil) -> Bool? {
    guard let target, let latest = latest(on: day) else { return nil }
    return direction == .up ? latest.value >= target.value : latest.value <= target.value
  }
}

extension Undefined {
  static let noBaseline = Undefined(Undefined.Code(rawValue: "no-baseline"), "There is no baseline to start from.")
  static let noTarget = Undefined(Undefined.Code(rawValue: "no-target"), "There is no target.")
  static let notMeasured = Undefined(Undefined.Code(rawValue: "not-measured"), "Nothing had been measured by then.")
  static let noWay = Undefined(Undefined.Code(rawValue: "no-way-to-go"), "The target is the baseline.")
  static let noBand = Undefined(Undefined.Code(rawValue: "no-band"), "The value lies below the first band.")
}
