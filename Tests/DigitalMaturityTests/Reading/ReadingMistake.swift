import DigitalMaturity
import Testing

/// A mistake that only a document can have: one problem, at its place, in words that say how to mend it.
struct ReadingMistake: Sendable, CustomTestStringConvertible {
  let code: Diagnostic.Code
  let words: String
  let from: String
  let to: String

  /// - Parameters:
  ///   - from: Text that stands once in the small assessment's YAML.
  ///   - to: What replaces it, with `§` before the expected place.
  init(_ code: Diagnostic.Code, _ words: String, replace from: String, by to: String) {
    self.code = code
    self.words = words
    self.from = from
    self.to = to
  }

  var testDescription: String { to }

  func check() {
    let mistake = Mistake(from, to)
    #expect(mistake.place != nil)
    let read = mistake.diagnostics
    #expect(read.map(\.code) == [code], "\(read)")
    #expect(read.first?.location == mistake.place, "\(read)")
    #expect(read.first?.message.contains(words) == true, "\(read)")
    #expect(read.first?.severity == .error)
  }
}
