public import DigitalMaturity

/// A number, scored through bands or as itself.
///
/// Bands are half-open: each from its number up to the next band's; the last has no end but `maximum`. Without bands
/// the number is its own score, and needs `minimum` and `maximum` to be measured.
public struct NumberKind: QuestionKind {
  /// `number`.
  public static let name = "number"
  /// What is asked and answered.
  public static let summary = "Write a number; it scores through bands, or as itself."

  /// Reads the bounds and bands.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    let log = question.log
    let minimum = question.number("minimum")
    let maximum = question.number("maximum")
    if let minimum, let maximum, minimum > maximum {
      log.error(
        .invalidValue, "the minimum lies above the maximum; swap them", at: question.node.member("minimum")?.location)
      return nil
    }
    let nodes = question.list("bands")
    let bands = nodes.compactMap { node -> NumberAnswers.Band? in
      let band: NumberAnswers.Band?? = node.readTable(into: log) { table in
        let from = table.required("from")?.readNumber(into: log)
        let score = table.required("score")?.readNumber(into: log)
        return from.flatMap { from in score.map { NumberAnswers.Band(from: from, score: $0) } }
      }
      return band ?? nil
    }
    for (index, (band, next)) in zip(bands, bands.dropFirst()).enumerated() where next.from <= band.from {
      log.error(
        .invalidValue, "bands go upwards; this one overlaps the one before it",
        at: nodes.indices.contains(index + 1) ? nodes[index + 1].location : nil)
    }
    if let first = bands.first, let minimum, minimum < first.from {
      log.error(
        .invalidValue,
        "numbers from the minimum up to the first band have no band; begin the first band at the minimum",
        at: nodes.first?.location)
    }
    return .open(NumberAnswers(minimum: minimum, maximum: maximum, bands: bands))
  }
}

/// How numbers are read and scored.
public struct NumberAnswers: OpenAnswerKind {
  /// One band: from a number up to the next band's.
  public struct Band: Sendable, Hashable {
    /// The lowest number in the band.
    public var from: Double
    /// The band's score.
    public var score: Double

    /// Makes a band.
    public init(from: Double, score: Double) {
      self.from = from
      self.score = score
    }
  }

  /// The least number that is accepted.
  public let minimum: Double?
  /// The greatest number that is accepted.
  public let maximum: Double?
  /// The bands, upwards; empty when the number is its own score.
  public let bands: [Band]

  /// Makes the answers of a number question.
  public init(minimum: Double? = nil, maximum: Double? = nil, bands: [Band] = []) {
    self.minimum = minimum
    self.maximum = maximum
    self.bands = bands
  }

  /// From the lowest to the highest score of a band; without bands, from minimum to maximum; nil when there are neither.
  public var range: ClosedRange<Double>? {
    if let low = bands.map(\.score).min(), let high = bands.map(\.score).max() { return low...high }
    guard bands.isEmpty, let minimum, let maximum, minimum <= maximum else { return nil }
    return minimum...maximum
  }

  /// What belongs in the cell.
  public var expectation: String {
    switch (lowest, maximum) {
    case (let low?, let high?): "a number from \(low) to \(high)"
    case (let low?, nil): "a number of at least \(low)"
    case (nil, let high?): "a number of at most \(high)"
    case (nil, nil): "a number"
    }
  }

  private var lowest: Double? { minimum ?? bands.first?.from }

  /// A finite decimal number within the bounds; blanks around it and a percent sign behind it are passed over.
  public func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    guard cell.count <= 64 else { return nil }
    var digits = ""
    for index in cell.indices {
      switch cell[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "%"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        digits.unicodeScalars.append(Unicode.Scalar(cell[index]))
      default: return nil
      }
    }
    guard let number = Double(digits), number.isFinite else { return nil }
    if let lowest, number < lowest { return nil }
    if let maximum, number > maximum { return nil }
    return .number(number)
  }

  /// The score of the last band that begins at or below the number; without bands, the number where it is measured.
  public func score(_ answer: OpenAnswer) -> Double? {
    guard case .number(let number) = answer else { return nil }
    if bands.isEmpty { return range == nil ? nil : number }
    return bands.last { $0.from <= number }?.score
  }
}
