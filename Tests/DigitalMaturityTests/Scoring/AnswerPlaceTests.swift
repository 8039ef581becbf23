@testable import DigitalMaturity
import Testing

struct AnswerPlaceTests {
  @Test(arguments: [0, 1, 5, 121, 122, 249, 250])
  func everyCodeHasAPlaceAndEveryPlaceItsCode(options: Int) {
    let last = AnswerPlace.last(options: options)
    for raw in UInt8.min...UInt8.max {
      let code = AnswerCode(rawValue: raw)
      let place = Int(AnswerPlace.of(raw, last: last))
      #expect(place < AnswerPlace.count(options: options))
      if let option = code.option {
        #expect(place == AnswerPlace.option(min(option, options)))
        // A code that no option has is no answer.
        #expect(AnswerPlace.code(of: place, options: options) == (option < options ? code : .unanswered))
      } else {
        #expect(AnswerPlace.code(of: place, options: options) == code)
      }
    }
  }
}
