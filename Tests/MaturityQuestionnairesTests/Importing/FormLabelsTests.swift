import DigitalMaturity
import Testing

@testable import MaturityQuestionnaires

@Suite("labels of forms") struct FormLabelsTests {
  private static let level = FormLabels(FormExample.questionnaire.questions[0])

  @Test(
    "an option by its id, label, key or score",
    arguments: [
      "b", "B", "We're told \"what\" - not why...", "WE’RE TOLD “WHAT” – NOT WHY", "b. We’re told “what” – not why…",
      "B) We’re told “what” – not why", "(B) We’re told “what” – not why", "3", "3.0",
      "3 - We’re told “what” – not why…",
      "\u{A0}b\u{A0}",
    ])
  func option(_ cell: String) {
    #expect(Self.level.meaning(of: cell) == .code(1))
  }

  @Test(
    "a label with the key of another option is not understood",
    arguments: ["c. We’re told “what” – not why…", "1 - Our manager explains; we can object."])
  func contradiction(_ cell: String) {
    #expect(Self.level.meaning(of: cell) == .unknown)
  }

  @Test(
    "what is none of them is unknown",
    arguments: ["We're told", "e", "4", "told what", String(repeating: "a", count: 10_000_000)])
  func unknown(_ cell: String) {
    #expect(Self.level.meaning(of: cell) == .unknown)
  }

  @Test("blanks of any kind are blank", arguments: ["", " ", "\u{A0}\t", "\u{FEFF}"])
  func blank(_ cell: String) {
    #expect(Self.level.meaning(of: cell) == .blank)
  }

  @Test(
    "statuses as forms and response files say them",
    arguments: [
      ("Don’t know", AnswerStatus.dontKnow), ("I don't know", .dontKnow), ("dont-know", .dontKnow),
      ("Not applicable", .notApplicable), ("N/A", .notApplicable), ("Prefer not to say", .preferNotToSay),
    ])
  func statuses(_ cell: String, _ status: AnswerStatus) {
    #expect(Self.level.meaning(of: cell) == .code(UInt16(AnswerCode(status).rawValue)))
  }

  @Test("a text that two options share, once folded, is nobody's, unless it is written as one of them")
  func ambiguous() {
    let labels = FormLabels(
      Question(
        id: "q", kind: "choice", text: "Q",
        answers: .closed([
          AnswerOption(id: "x", label: "Often.", score: nil), AnswerOption(id: "y", label: "often", score: nil),
        ])))
    #expect(labels.meaning(of: "Often") == .unknown)
    #expect(labels.meaning(of: "Often.") == .code(0))
    #expect(labels.meaning(of: "often") == .code(1))
    #expect(labels.meaning(of: "x") == .code(0))
  }

  @Test("an option that is worded as a status is the option")
  func optionBeforeStatus() {
    let labels = FormLabels(
      Question(
        id: "q", kind: "choice", text: "Q",
        answers: .closed([AnswerOption(id: "unsure", label: "I don’t know", score: nil)])))
    #expect(labels.meaning(of: "I don't know") == .code(0))
  }

  @Test("values of attributes")
  func attributes() {
    let labels = FormLabels(FormExample.questionnaire.attributes[0])
    #expect(labels.meaning(of: "adult care & health") == .code(0))
    #expect(labels.meaning(of: "Streets, parks and lights ") == .code(1))
    #expect(labels.meaning(of: "don't know") == .unknown)
  }
}
