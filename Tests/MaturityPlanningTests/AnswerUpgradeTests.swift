import DigitalMaturity
import MaturityPlanning
import MaturityYAML
import Testing

@Suite("Carrying answers to a new version") struct AnswerUpgradeTests {
  @Test func whatIsTheSameIsCarriedAndTheRestIsAskedAgain() throws {
    let old = try #require(try PlanSample().assessment().questionnaire("staff"))
    var new = try #require(
      try PlanSample(onlineText: "How many services are online?", onlineWeight: 3).assessment().questionnaire("staff"))
    new.sections[0].questions.removeLast()
    new.sections[0].questions.append(
      Question(id: "fresh", kind: "choice", text: "Something new?", answers: .closed([])))
    new.sections[0].questions[0].answers = .closed([AnswerOption(id: "a", label: "One", score: 1)])
    new.attributes[0].values.removeLast()
    let upgrade = AnswerUpgrade(old, new)
    #expect(
      upgrade.columns.map { "\($0.id): \($0.words())" } == [
        "team: ask again: values gone: “South”",
        "led: ask again: options gone “b”, “c”, “d”, “e”",
        "served: ask again: it is worded differently", "fresh: ask: new",
        "able: not asked any more; its answers are left out",
      ])
    #expect(upgrade.header == ["team", "led", "served", "fresh"])
    #expect(upgrade.toAsk.count == 4)
    let reference = AssessmentReference(try PlanSample().assessment())
    let json = upgrade.json(from: reference, to: reference, questionnaire: "staff")
    let columns = try JSONReader.read(json.bytes, file: "upgrade.json").root.member("columns")?.elements.map { $0 }
    #expect(columns?.map { $0.member("fate")?.text } == ["ask-again", "ask-again", "ask-again", "new", "removed"])
    #expect(columns?[2].member("reason")?.text == "it is worded differently")
    #expect(columns?[3].member("reason") == nil)
  }

  @Test func anotherWeightOrScoreChangesNoAnswer() throws {
    let old = try #require(try PlanSample().assessment().questionnaire("staff"))
    var new = try #require(try PlanSample(onlineWeight: 3).assessment().questionnaire("staff"))
    let options = new.sections[0].questions[0].answers.options.map {
      AnswerOption(id: $0.id, label: $0.label, score: $0.score.map { $0 * 2 })
    }
    new.sections[0].questions[0].answers = .closed(options)
    #expect(AnswerUpgrade(old, new).columns.allSatisfy { $0.fate == .carried })
  }

  @Test func linesTellWhatIsDoneInTheLanguage() throws {
    let old = try #require(try PlanSample().assessment().questionnaire("staff"))
    let new = try #require(try PlanSample(onlineText: "How many?").assessment().questionnaire("staff"))
    #expect(
      AnswerUpgrade(old, new).lines(people: 1, unknown: ["shoe", "hat"]) == [
        "served: ask again: it is worded differently", "1 person; 3 columns carried, 1 to ask",
        "not of this questionnaire, left out: shoe and hat",
      ])
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addPlanning()
    let text = """
      format: 1
      language: cy
      status: draft
      planning: {ask-again: "eto: {reason}", other-words: "geiriad arall", upgrade-sum: "{people}; {kept}; {asked}"}
      """
    let words = try vocabulary.readCatalogue(from: MemorySource(texts: ["cy.yaml": text]), path: "cy.yaml")
    #expect(
      AnswerUpgrade(old, new, words: words).lines(people: 2, words: words) == ["served: eto: geiriad arall", "2; 3; 1"])
  }
}
