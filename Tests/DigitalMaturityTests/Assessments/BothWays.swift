import DigitalMaturity
import Testing

/// One mistake made both ways: in YAML, where it has a place, and in Swift, where it has a path. Both find that one
/// problem and no other, and say it in the same words.
struct BothWays: Sendable, CustomTestStringConvertible {
  let code: Diagnostic.Code
  /// What the sentence must contain.
  let words: String
  let severity: Diagnostic.Severity
  let edits: [(from: String, to: String)]
  let path: String
  let change: @Sendable (inout AssessmentDraft) -> Void

  /// - Parameters:
  ///   - from: Text that stands once in the YAML.
  ///   - to: What replaces it; the mark `§` stands before the expected place, here or in the second replacement.
  ///   - also: A second replacement.
  ///   - then: A third.
  init(
    _ code: Diagnostic.Code, _ words: String, _ severity: Diagnostic.Severity = .error, replace from: String,
    by to: String, path: String, alsoReplace also: String = "", _ alsoBy: String = "",
    thenReplace then: String = "", _ thenBy: String = "", _ change: @escaping @Sendable (inout AssessmentDraft) -> Void
  ) {
    self.code = code
    self.words = words
    self.severity = severity
    edits = [(from, to), (also, alsoBy), (then, thenBy)].filter { !$0.0.isEmpty }
    self.path = path
    self.change = change
  }

  var testDescription: String { "\(path): \(words)" }

  func check() {
    let mistake = Mistake(edits)
    let read = mistake.diagnostics
    #expect(mistake.place != nil)
    #expect(read.map(\.code) == [code], "\(read)")
    #expect(read.first?.location == mistake.place, "\(read)")
    #expect(read.first?.message.contains(words) == true, "\(read)")
    #expect(read.first?.severity == severity)

    var draft = SmallAssessment.draft
    change(&draft)
    let built = SmallAssessment.diagnostics(draft)
    #expect(built.map(\.code) == [code], "\(built)")
    #expect(built.first?.path?.description == path, "\(built)")
    #expect(built.first?.location == nil)
    #expect(built.first?.message == read.first?.message)
    #expect(built.first?.severity == severity)
  }
}
