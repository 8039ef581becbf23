/// Where the codes of a question stand in tables: the options in order, then the five codes of a status, then, of an open
/// question, the code of an open answer. A code that no option has stands where ``AnswerCode/unanswered`` does, and so
/// does an open answer to a closed question. A table is then as short as its question, and is found without a search.
struct AnswerPlace: Sendable {
  /// The codes without an option that a closed question has.
  static let statuses = 5

  /// What moves an open answer's code to where it belongs: to the end of all codes, or around to the first.
  private let shift: UInt8
  private let options: UInt8

  /// The places of a question with so many options that codes stand for; an open one has none.
  init(options: Int) {
    self.options = UInt8(clamping: min(options, AnswerCode.maximumOptions))
    shift = options > 0 ? 1 : 0
  }

  /// How many places there are.
  var count: Int { Int(options) + Self.statuses + (options > 0 ? 0 : 1) }

  /// The place of a code.
  @inline(__always)
  func of(_ code: UInt8) -> UInt8 {
    // No branch, so that the codes of many rows are looked at together.
    let first = AnswerCode.unanswered.rawValue &+ shift
    return min(code, options) &+ (max(code &+ shift, first) &- first)
  }

  /// The code of a place.
  func code(of place: Int) -> AnswerCode {
    let status = place - Int(options)
    if status < 0 { return AnswerCode.option(place) ?? .unanswered }
    return AnswerCode(rawValue: UInt8(clamping: AnswerCode.maximumOptions + status))
  }
}
