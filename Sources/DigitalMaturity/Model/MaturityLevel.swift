/// One level of maturity: a band of scores with a name and what it means.
public struct MaturityLevel: Sendable, Hashable {
  /// The level's id.
  public var id: Identifier<MaturityLevel>
  /// The score that stands for the level: what answers of this level score, and what targets name.
  public var value: Double
  /// The lowest score in the band [from, next level's from); the last band is closed at its value.
  public var from: Double
  /// A short name.
  public var name: LocalizedText
  /// What the level means anywhere.
  public var summary: LocalizedText?

  /// Makes a level.
  /// - Parameters:
  ///   - id: The id.
  ///   - value: The score that stands for the level.
  ///   - from: The lowest score of its band; `value` when not given.
  ///   - name: A short name.
  ///   - summary: What the level means anywhere.
  public init(
    id: Identifier<MaturityLevel>, value: Double, from: Double? = nil, name: LocalizedText,
    summary: LocalizedText? = nil
  ) {
    self.id = id
    self.value = value
    self.from = from ?? value
    self.name = name
    self.summary = summary
  }
}

extension [MaturityLevel] {
  /// The last level whose band begins at or below the score, within 1e-9; nil below the first.
  public func level(for score: Double) -> MaturityLevel? { last { $0.from <= score + 1e-9 } }

  /// From the first level's lowest score to the last level's value; nil without levels.
  public var scale: ClosedRange<Double>? {
    guard let low = first?.from, let high = last?.value, low <= high else { return nil }
    return low...high
  }
}
