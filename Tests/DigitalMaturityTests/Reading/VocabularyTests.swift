import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturitySkills
import Testing

@Suite("A vocabulary is a value") struct VocabularyTests {
  private struct OtherMedian: ScoringRule {
    static let name = "median"
    static let summary = "Another rule of the same name."
    init(_ options: RuleOptions) throws(DocumentError) {}
    func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
    func score(_ context: ScoringContext) -> Figure<Double> { .undefined(.noneAnswered) }
  }

  @Test func bundlesAddTheirNames() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.rules.isEmpty && vocabulary.kinds.isEmpty && vocabulary.sections.isEmpty)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    #expect(
      vocabulary.rules.keys.sorted() == [
        "additive-levels", "capped", "interpolated-median", "median", "minimum", "percent-of-maximum",
        "share-at-least", "staged", "sum", "weighted-mean",
      ])
    #expect(
      vocabulary.kinds.keys.sorted() == [
        "agreement", "choice", "choices", "level", "number", "percentage", "ranking", "text", "yes-no",
      ])
    #expect(vocabulary.sections.keys.sorted() == ["indicators", "questionnaires", "skills"])
  }

  @Test func copiesAreIndependentAndTheLastOfANameCounts() throws {
    let first = SmallAssessment.vocabulary
    var second = first
    second.add(OtherMedian.self)
    let files = Mistake("rule: weighted-mean", "rule: median").files
    let one = try first.readAssessment(from: MemorySource(texts: files))
    let other = try second.readAssessment(from: MemorySource(texts: files))
    #expect(one.scoring?.areas.rule is Median)
    #expect(other.scoring?.areas.rule is OtherMedian)
  }

  @Test func jsonIsAlwaysReadAndNothingElseUnlessAdded() {
    do throws(DocumentError) {
      _ = try Vocabulary().readAssessment(from: MemorySource(texts: SmallAssessment.yaml))
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [.unreadableFile])
      #expect(error.diagnostics.first?.message.contains("does not read YAML; add that first") == true)
    }
  }
}
