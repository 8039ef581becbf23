import DigitalMaturity
import MaturityQuestionnaires
import Testing

@Suite("Conditions on open answers are checked against what can be answered") struct AnswerConditionChecksTests {
  private static let options = ["a", "b", "c"].map {
    AnswerOption(id: Identifier($0), label: LocalizedText("Option \($0)"), score: nil)
  }

  private func problems(_ kind: any OpenAnswerKind, _ condition: Condition) -> [String] {
    var sample = ScoringSample()
    sample.questions = [
      Question(id: "open", kind: "any", text: "Open?", answers: .open(kind)), .closed("q", showWhen: condition),
    ]
    do throws(DocumentError) {
      var draft = AssessmentDraft(id: "sample", version: "1.0.0", title: "Sample")
      draft.levels = sample.levels
      draft.areas = sample.areas
      draft.scoring = sample.plan
      draft.questionnaires = [sample.questionnaire]
      return try Assessment(draft).warnings.map(\.message)
    } catch {
      return error.diagnostics.map(\.message)
    }
  }

  private func test(_ test: Condition.Test) -> Condition { .test(.question("open"), test) }

  private static let never =
    "no answers make this condition true, so the question is never shown; change the condition"

  @Test func numbersAreComparedWithinTheirBoundsAndNotTheirScores() {
    let banded = NumberAnswers(
      minimum: 0, maximum: 100, bands: [ScoreBand(from: 0, score: 1), ScoreBand(from: 50, score: 5)])
    #expect(problems(banded, test(.atLeast(60))) == [])
    #expect(problems(banded, test(.above(100))) == [Self.never])
    #expect(problems(banded, test(.below(0))) == [Self.never])
    #expect(problems(NumberAnswers.percentage(), test(.atLeast(120))) == [Self.never])
    #expect(problems(NumberAnswers(minimum: 5), test(.atLeast(1e9))) == [], "there is no upper bound")
    #expect(problems(NumberAnswers(minimum: 5), test(.below(5))) == [Self.never])
  }

  @Test func severalChoicesCanBeTwoOptionsAndARankingHasOneFirst() {
    let both = Condition.all([test(.isOption(["a"])), test(.isOption(["b"]))])
    #expect(problems(ChoicesAnswers(options: Self.options), both) == [])
    #expect(problems(ChoicesAnswers(options: Self.options, atMost: 1), both) == [Self.never])
    #expect(problems(RankingAnswers(options: Self.options), both) == [Self.never])
  }

  @Test func theirOptionsAreKnown() {
    #expect(
      problems(ChoicesAnswers(options: Self.options), test(.isOption(["a", "other"]))) == [
        "“open” has no option “other”; known here: a, b, c"
      ])
    #expect(
      problems(TextAnswers(), test(.isOption(["a"]))) == [
        "“open” has no option “a”; test it with at-least, at-most, above, below or answered"
      ])
    #expect(problems(TextAnswers(), test(.atLeast(1))) == [Self.never])
    #expect(problems(TextAnswers(), test(.answered(true))) == [])
  }

  @Test func optionsOfOpenKindsPassTheChecksOfOptions() {
    var options = Self.options
    options[1].label = "option A"
    options[2].id = "Not an id"
    let found = problems(ChoicesAnswers(options: options, scoring: .count), test(.answered(true)))
    #expect(
      found == [
        "“Not an id” is not an id; an id is small letters a to z, digits and hyphens between them",
        "“option A” could mean “b” or “a”; word one differently",
      ])
  }
}
