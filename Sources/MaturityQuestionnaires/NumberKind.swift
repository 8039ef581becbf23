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
    let log = question.log
    let minimum = question.number("minimum")
    let maximum = question.number("maximum")
    let bands = question.list("bands").compactMap { node in band(node, log).map { (node: node, band: $0) } }
    let answers = NumberAnswers(minimum: minimum, maximum: maximum, bands: bands.map(\.band))
    for finding in answers.findings {
      let place = finding.band.map { bands[$0].node } ?? question.node.member("minimum")
      log.error(.invalidValue, finding.message, at: place?.location)
    }
    return answers.findings.isEmpty ? .open(answers) : nil
  }

  private static func band(_ node: DocumentNode, _ log: DiagnosticLog) -> NumberAnswers.Band? {
    let band: NumberAnswers.Band?? = node.readTable(into: log) { table in
      let from = table.required("from")?.readNumber(into: log)
      let score = table.required("score")?.readNumber(into: log)
      return from.flatMap { from in score.map { NumberAnswers.Band(from: from, score: $0) } }
    }
    return band ?? nil
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
    let scores = bands.map(\.score).filter(\.isFinite)
    if let low = scores.min(), let high = scores.max() { return low...high }
    guard bands.isEmpty, let minimum, let maximum, minimum <= maximum else { return nil }
    return minimum...maximum
  }

  /// What belongs in the cell.
  public var expectation: String {
    switch (lowest, maximum) {
    case (let low?, let high?): "a number from \(DecimalText.exact(low)) to \(DecimalText.exact(high))"
    case (let low?, nil): "a number of at least \(DecimalText.exact(low))"
    case (nil, let high?): "a number of at most \(DecimalText.exact(high))"
    case (nil, nil): "a number"
    }
  }

  /// What is wrong with the bounds and bands.
  public var problems: [String] { findings.map(\.message) }

  /// What is wrong, with the band it is about.
  var findings: [(band: Int?, message: String)] {
    var findings: [(Int?, String)] = []
    if let minimum, let maximum, !(minimum <= maximum) {
      findings.append((nil, "the minimum lies above the maximum; swap them"))
    }
    for (index, band) in bands.enumerated() {
      if !band.from.isFinite || !band.score.isFinite {
        findings.append((index, "a band's numbers are finite; write another one"))
      } else if index > 0, band.from <= bands[index - 1].from {
        findings.append((index, "bands go upwards; this one overlaps the one before it, so begin it higher"))
      } else if let maximum, band.from > maximum {
        findings.append((index, "no number reaches this band; begin it at the maximum or below, or raise that"))
      } else if let minimum, index + 1 < bands.count, bands[index + 1].from <= minimum {
        findings.append((index, "no number falls into this band, which ends at the minimum or below; take it out"))
      }
    }
    if let first = bands.first, let minimum, minimum < first.from {
      findings.append(
        (0, "numbers from the minimum up to the first band have no band; begin the first band at the minimum"))
    }
    return findings
  }

  private var lowest: Double? { minimum ?? bands.first?.from }

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
    if let lowest, number < lowest { return nil }
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
    return bands.last { $0.from <= number }?.score
  }
}
