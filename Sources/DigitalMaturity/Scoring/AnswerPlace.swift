/// Where an answer's code stands in the tables of its question: the six codes without an option first, then the options in
/// order, then whatever code no option has. A table is then as short as its question, and is found without a search.
enum AnswerPlace {
  /// The codes without an option: five statuses, and an open answer.
  static let statuses = 6

  /// How many places a question with so many options has.
  static func count(options: Int) -> Int { statuses + options + 1 }

  /// The place of an option.
  static func option(_ index: Int) -> Int { statuses + index }

  /// The last place of a question: that of a code which no option has, where there can be one.
  static func last(options: Int) -> UInt8 { UInt8(clamping: statuses + options) }

  /// The place of a code in a question with such a last place.
  @inline(__always)
  static func of(_ code: UInt8, last: UInt8) -> UInt8 {
    // The six are the highest codes, so that they wrap around to the first places.
    min(code &+ UInt8(statuses), last)
  }

  /// The code of a place; that of the last place, which no option has, is ``AnswerCode/unanswered``.
  static func code(of place: Int, options: Int) -> AnswerCode {
    if place < statuses { return AnswerCode(rawValue: AnswerCode.unanswered.rawValue + UInt8(place)) }
    return AnswerCode.option(place - statuses).flatMap { place - statuses < options ? $0 : nil } ?? .unanswered
  }
}
