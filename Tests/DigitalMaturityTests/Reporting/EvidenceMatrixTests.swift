import DigitalMaturity
import MaturityScoringRules
import Testing

struct EvidenceMatrixTests {
  private static let options: AnswerModel = .closed([
    AnswerOption(id: "no", label: "No", score: 1), AnswerOption(id: "yes", label: "Yes", score: 3),
  ])

  private static func question(
    _ id: Identifier<Question>, _ areas: Weights<Area>,
    _ principles: Weights<Principle> = [:], _ literacies: Weights<Literacy> = [:],
    text: LocalizedText = "What is it like?", weight: Double = 1
  ) -> Question {
    Question(
      id: id, kind: "choice", text: text, answers: options,
      measures: Measures(areas: areas, principles: principles, literacies: literacies), weight: weight)
  }

  private static func assessment(_ questionnaires: [[Question]]) throws -> Assessment {
    var draft = SmallAssessment.draft
    draft.principles.append(Principle(id: "kept", set: "declaration", name: "Kept", statement: "We keep our word."))
    draft.questionnaires = questionnaires.enumerated().map { number, questions in
      Questionnaire(
        id: Identifier("q\(number)"), title: "Questions",
        sections: [.init(id: "all", title: "All", questions: questions)])
    }
    return try Assessment(draft)
  }

  /// Each row as its subject, its count in each area, and its questions.
  private static func rows(_ matrix: EvidenceMatrix) -> [String] {
    matrix.rows.map { "\($0.subject.id) \($0.counts) \($0.questions)" }
  }

  @Test func aHostSaysWhatAPlugInKnows() throws {
    let assessment = try Self.assessment([
      [
        Self.question("one", ["leadership": 1]), Self.question("rated", ["people": 1]),
        Self.question("two", ["people": 1]),
      ]
    ])
    let matrix = EvidenceMatrix(of: assessment) { questionnaire, question in
      questionnaire.id == "q0" && question.id == "rated" ? Measures(literacies: ["writing": 1]) : question.measures
    }
    #expect(Self.rows(matrix) == ["open [0, 0] 0", "kept [0, 0] 0", "writing [0, 0] 1"])
    #expect(matrix.areas.map(\.questions) == [1, 1])
  }

  @Test func countsWhatMeasuresBothAnAreaAndAStatement() throws {
    let assessment = try Self.assessment([
      [
        Self.question("one", ["leadership": 1, "people": 0.5], ["open": 1]),
        Self.question("two", ["people": 1], ["open": 1, "kept": 1], ["writing": 1]),
        Self.question("three", [:], ["kept": 1]), Self.question("four", ["people": 1]),
      ]
    ])
    let matrix = EvidenceMatrix(of: assessment)
    #expect(Self.rows(matrix) == ["open [1, 2] 2", "kept [0, 1] 2", "writing [0, 1] 1"])
    #expect(matrix.areas.map(\.area) == ["leadership", "people"])
    #expect(matrix.areas.map(\.questions) == [1, 3])
    #expect(matrix.questions == 4)
    #expect(matrix.rows.map(\.subject.kind) == [.principle, .principle, .literacy])
    #expect(matrix.rows.filter(\.isBlindSpot) == [])
  }

  @Test func whatWeighsNothingIsNoEvidence() throws {
    let assessment = try Self.assessment([
      [
        Self.question("one", ["leadership": 1, "people": 1], ["open": 1]),
        Self.question("two", ["leadership": 0, "people": 1], ["open": 0], text: "No share?"),
        Self.question("three", ["people": 1], ["open": 1], text: "No weight?", weight: 0),
      ]
    ])
    let matrix = EvidenceMatrix(of: assessment)
    #expect(Self.rows(matrix) == ["open [1, 1] 1", "kept [0, 0] 0", "writing [0, 0] 0"])
    #expect(matrix.rows.filter(\.isBlindSpot).map(\.subject.id) == ["kept", "writing"])
    #expect(matrix.areas.map(\.questions) == [1, 2])
    #expect(matrix.questions == 3)
  }

  @Test func aQuestionnaireHasAMatrixOfItsOwn() throws {
    let people = Self.question("people", ["people": 1, "leadership": 1], ["open": 1])
    let assessment = try Self.assessment([[people], [Self.question("other", ["people": 1], ["kept": 1])]])
    let first = EvidenceMatrix(of: assessment, questionnaire: "q0")
    #expect(Self.rows(first) == ["open [1, 1] 1", "kept [0, 0] 0", "writing [0, 0] 0"])
    let second = EvidenceMatrix(of: assessment, questionnaire: "q1")
    #expect(second.areas.filter(\.isBlindSpot).map(\.area) == ["leadership"])
    #expect(EvidenceMatrix(of: assessment, questionnaire: "none").questions == 0)
  }

  @Test func whatSeveralQuestionnairesAskInTheSameWordsIsOneQuestion() throws {
    let shared = Self.question("shared", ["people": 1, "leadership": 1], ["open": 1])
    let otherWords = Self.question("shared", ["people": 1], ["open": 1], text: "Something else?")
    #expect(Self.rows(EvidenceMatrix(of: try Self.assessment([[shared], [shared]])))[0] == "open [1, 1] 1")
    #expect(Self.rows(EvidenceMatrix(of: try Self.assessment([[shared], [otherWords]])))[0] == "open [1, 2] 2")
  }

  @Test func theJSONHasACountForEveryArea() throws {
    var writer = JSONWriter()
    let question = Self.question("one", ["leadership": 1, "people": 1], ["kept": 1])
    EvidenceMatrix(of: try Self.assessment([[question]])).write(to: &writer)
    let text = writer.finish().text
    let spaces = text.split(whereSeparator: \.isWhitespace).joined()
    #expect(spaces.contains(#"{"id":"leadership","questions":1,"blindSpot":false}"#))
    #expect(
      spaces.contains(
        #"{"kind":"principle","id":"open","questions":0,"blindSpot":true,"byArea":{"leadership":0,"people":0}}"#))
    #expect(
      spaces.contains(
        #"{"kind":"principle","id":"kept","questions":1,"blindSpot":false,"byArea":{"leadership":1,"people":1}}"#))
  }
}
