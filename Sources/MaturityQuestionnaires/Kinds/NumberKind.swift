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

  /// Reads `minimum`, `maximum` and `bands`, and reports bands that overlap or leave a gap.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    let minimum = question.number("minimum")
    let maximum = question.number("maximum")
    let bands = ScoreBand.read(&question)
    let answers = NumberAnswers(minimum: minimum, maximum: maximum, bands: bands.map(\.band))
    let isSound = ScoreBand.report(answers.findings, bands, otherwise: "minimum", question)
    return isSound ? .open(answers) : nil
  }
}

/// How numbers are read and scored.
public struct NumberAnswers: NumberAnswerKind {
  /// The least number that is accepted.
  public let minimum: Double?
  /// The greatest number that is accepted.
  public let maximum: Double?
  /// The bands, upwards; empty when the number is its own score.
  public let bands: [ScoreBand]
  /// What stands behind the number, such as `%`; empty for nothing.
  public let unit: String

  /// Makes the answers of a number question.
  public init(minimum: Double? = nil, maximum: Double? = nil, bands: [ScoreBand] = [], unit: String = "") {
    self.minimum = minimum
    self.maximum = maximum
    self.bands = bands
    self.unit = unit
  }

  /// From the lowest to the highest score of a band; without bands, from minimum to maximum; nil when there are neither.
  public var range: ClosedRange<Double>? {
    if let range = bands.range { return range }
    guard bands.isEmpty, let minimum, let maximum, minimum <= maximum else { return nil }
    return minimum...maximum
  }

  /// The scores of the bands.
  public var points: [Double] { bands.points }

  /// The minimum, or where the first band begins.
  public var least: Double? { minimum ?? bands.first?.from }

  /// The maximum.
  public var greatest: Double? { maximum }

  /// What belongs in the cell.
  public var expectation: String { expectation(in: .english) }

  /// What belongs in the cell, in the words of a language.
  public func expectation(in words: MessageCatalogue) -> String {
    func digits(_ number: Double) -> String { words.decimal(DecimalText.exact(number)) }
    let isShare = unit == "%"
    return switch (least, maximum) {
    case (let low?, let high?):
      words.text(
        isShare ? KindMessage.percentageBetween : .numberBetween, ["low": digits(low), "high": digits(high)])
    case (let low?, nil): words.text(isShare ? KindMessage.percentageAtLeast : .numberAtLeast, ["low": digits(low)])
    case (nil, let high?): words.text(isShare ? KindMessage.percentageAtMost : .numberAtMost, ["high": digits(high)])
    case (nil, nil): words.text(isShare ? KindMessage.percentage : .number)
    }
  }

  /// The bands, or that the number is its own score.
  public var method: String {
    if !bands.isEmpty { return "A number scores by its band: \(bands.words)." }
    return range == nil ? "" : "The number is its own score."
  }

  /// What is wrong with the bounds and bands.
  public var problems: [String] { findings.map(\.message) }

  /// What is wrong, with the band it is about.
  var findings: [ScoreBand.Finding] {
    if let minimum, let maximum, !(minimum <= maximum) {
      return [(nil, "the minimum lies above the maximum; swap them")] + bands.findings(from: nil, to: nil)
    }
    return bands.findings(from: minimum, to: maximum)
  }

  /// A finite decimal number within the bounds; blanks around it and a percent sign behind it are passed over.
  public func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    guard cell.count <= 64 else { return nil }
    var end = Self.trimmed(cell, cell.count)
    if end > 0, cell[end - 1] == UInt8(ascii: "%") { end = Self.trimmed(cell, end - 1) }
    let start = (0..<end).first { !Self.isBlank(cell[$0]) } ?? end
    var digits = ""
    for index in start..<end {
      switch cell[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        digits.unicodeScalars.append(Unicode.Scalar(cell[index]))
      default: return nil
      }
    }
    guard let number = Double(digits), number.isFinite else { return nil }
    if let least, number < least { return nil }
    if let maximum, number > maximum { return nil }
    return .number(number)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Where the cell's first `count` bytes end without blanks.
  private static func trimmed(_ cell: Span<UInt8>, _ count: Int) -> Int {
    var end = count
    while end > 0, isBlank(cell[end - 1]) { end -= 1 }
    return end
  }

  /// The score of the last band that begins at or below the number; without bands, the number where it is measured.
  public func score(_ answer: OpenAnswer) -> Double? {
    guard case .number(let number) = answer else { return nil }
    if bands.isEmpty { return range == nil ? nil : number }
    return bands.score(number)
  }
}
