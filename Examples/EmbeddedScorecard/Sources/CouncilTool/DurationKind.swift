import DigitalMaturity

/// A question kind of the tool's own: how long something took, in people's words: `12`, `12 min`, `1 h 20`.
///
/// A document says what is `good` and what is `poor`. A good time has the top of the levels' scale, a poor one its bottom,
/// and what lies between has its share.
struct DurationKind: QuestionKind {
  static let name = "duration"
  static let summary = "Write how long it took; the shorter, the higher the score."

  static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    guard let good = minutes("good", &question), let poor = minutes("poor", &question) else { return nil }
    guard let scale = context.levels.scale, good < poor else {
      question.log.error(
        .invalidValue, "a duration is scored on levels, and “good” is shorter than “poor”", at: question.node.location)
      return nil
    }
    return .open(DurationAnswers(good: good, poor: poor, scale: scale))
  }

  private static func minutes(_ key: DocumentKey, _ question: inout TableReader) -> Double? {
    guard let node = question.required(key), let text = node.readText(into: question.log) else { return nil }
    if let minutes = DurationAnswers.minutes(text) { return minutes }
    question.log.error(.invalidValue, "“\(text)” is no duration; write such as 12 min or 1 h 20", at: node.location)
    return nil
  }
}

/// How durations are read and scored.
struct DurationAnswers: NumberAnswerKind {
  let good: Double
  let poor: Double
  let scale: ClosedRange<Double>

  var least: Double? { 0 }
  var greatest: Double? { 24 * 60 }
  var unit: String { " min" }
  var range: ClosedRange<Double>? { scale }
  var expectation: String { "a duration such as 12 min or 1 h 20, of a day at most" }
  var method: String {
    "\(DecimalText.exact(good)) minutes have the highest score, \(DecimalText.exact(poor)) the lowest; between them the "
      + "score falls evenly."
  }

  func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    guard cell.count <= 32 else { return nil }
    let text = String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
    guard let minutes = Self.minutes(text), minutes <= 24 * 60 else { return nil }
    return .number(minutes)
  }

  func score(_ answer: OpenAnswer) -> Double? {
    guard case .number(let minutes) = answer else { return nil }
    let share = min(max((poor - minutes) / (poor - good), 0), 1)
    return scale.lowerBound + share * (scale.upperBound - scale.lowerBound)
  }

  /// Minutes: a number, `min` behind it or not, with hours and `h` before it or not; nil for anything else.
  static func minutes(_ text: String) -> Double? {
    let parts = text.lowercased().split(separator: "h", omittingEmptySubsequences: false).map(trimmed)
    guard let last = parts.last, parts.count <= 2 else { return nil }
    let digits = trimmed(last.hasSuffix("min") ? last.dropLast(3) : last)
    if parts.count == 1 { return number(digits) }
    guard let hours = number(parts[0]) else { return nil }
    if last.isEmpty { return hours * 60 }
    return number(digits).map { hours * 60 + $0 }
  }

  private static func number(_ text: Substring) -> Double? {
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    return Double(text)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
