@testable import DigitalMaturity
import Testing

struct AnswerPlaceTests {
  @Test(arguments: [0, 1, 5, 121, 122, 249, 250])
  func everyCodeHasAPlaceAndEveryPlaceItsCode(options: Int) {
    let places = AnswerPlace(options: options)
    for raw in UInt8.min...UInt8.max {
      let code = AnswerCode(rawValue: raw)
      let place = Int(places.of(raw))
      #expect(place < places.count)
      if let option = code.option {
        #expect(place == min(option, options))
        // A code that no option has is no answer.
        #expect(places.code(of: place) == (option < options ? code : .unanswered))
      } else {
        // Nor is an open answer to a closed question.
        #expect(places.code(of: place) == (code == .open && options > 0 ? .unanswered : code))
      }
    }
    // Each of them is some code's.
    #expect(Set((UInt8.min...UInt8.max).map { places.of($0) }).count == places.count)
  }
}
