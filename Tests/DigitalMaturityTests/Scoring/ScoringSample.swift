import DigitalMaturity
import MaturityScoringRules

/// A small assessment to score: five levels, and whatever a test puts in.
struct ScoringSample {
  var areas: [Area] = [Area(id: "one", name: "One")]
  var themes: [Theme] = []
  var principles: [Principle] = []
  var literacies: [Literacy] = []
  var questions: [Question] = []
  var attributes: [Attribute] = []
  var plan = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean()))
  var mode = Questionnaire.Mode.individual
  var actions: [Action] = []
  var levels: [MaturityLevel] = (1...5).map {
    MaturityLevel(id: Identifier("level-\($0)"), value: Double($0), name: LocalizedText("Level \($0)"))
  }

  typealias Person = (answers: [Identifier<Question>: Answer], attributes: [String: String])

  var questionnaire: Questionnaire {
    Questionnaire(
      id: "all", title: "All", mode: mode, attributes: attributes,
      sections: [Questionnaire.Section(id: "s", title: "S", questions: questions)])
  }

  func assessment() throws -> Assessment {
    var draft = AssessmentDraft(id: "sample", version: "1.0.0", title: "Sample")
    draft.levels = levels
    draft.themes = themes
    draft.principleSets = principles.isEmpty ? [] : [PrincipleSet(id: "set", name: "Set")]
    draft.principles = principles
    draft.literacies = literacies
    draft.areas = areas
    draft.scoring = plan
    draft.questionnaires = [questionnaire]
    draft.actions = actions
    return try Assessment(draft)
  }

  func scorer(by breakdowns: [[Identifier<Attribute>]] = []) throws -> Scorer {
    try Scorer(assessment(), questionnaire: "all", breakdowns: breakdowns)
  }

  func sheet(_ people: [Person]) throws -> AnswerSheet {
    var sheet = AnswerSheet(for: questionnaire)
    for person in people {
      let attributes = person.attributes.map { (Identifier<Attribute>($0), Identifier<Attribute.Value>($1)) }
      try sheet.add(person.answers, attributes: Dictionary(uniqueKeysWithValues: attributes), to: questionnaire)
    }
    return sheet
  }

  func scorecard(
    _ people: [Person], by breakdowns: [[Identifier<Attribute>]] = [], intervals: IntervalOptions = .none
  ) throws -> Scorecard {
    let scorer = try scorer(by: breakdowns)
    var tally = scorer.makeTally()
    scorer.tally(try sheet(people), into: &tally)
    return scorer.scorecard(tally, intervals: intervals)
  }

  /// Everyone's result, of answers without attributes.
  func everyone(_ answers: [[Identifier<Question>: Answer]]) throws -> GroupResult {
    try scorecard(answers.map { ($0, [:]) }).groups[0]
  }

  /// The score of area “one” of everyone.
  func score(_ answers: [[Identifier<Question>: Answer]]) throws -> Figure<Double> {
    try everyone(answers).areas[0].score
  }
}

extension Question {
  /// A question with an option for each score, with the ids `a`, `b`, `c`…
  static func closed(
    _ id: String, scores: [Double?] = [1, 2, 3, 4, 5], areas: Weights<Area> = ["one": 1],
    principles: Weights<Principle> = [:], literacies: Weights<Literacy> = [:],
    weight: Double = 1, isReversed: Bool = false, showWhen: Condition? = nil
  ) -> Question {
    let options = scores.enumerated().map { index, score in
      let letter = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index)))
      return AnswerOption(id: Identifier(letter), label: LocalizedText("Option \(letter)"), score: score)
    }
    return Question(
      id: Identifier(id), kind: "choice", text: LocalizedText(id), answers: .closed(options),
      measures: Measures(areas: areas, principles: principles, literacies: literacies), weight: weight,
      isReversed: isReversed, showWhen: showWhen)
  }

  /// A question with a number for an answer, which scores as itself.
  static func number(
    _ id: String, areas: Weights<Area> = ["one": 1], isReversed: Bool = false, showWhen: Condition? = nil
  ) -> Question {
    Question(
      id: Identifier(id), kind: "number", text: LocalizedText(id), answers: .open(NumberFromOneToFive()),
      measures: Measures(areas: areas), isReversed: isReversed, showWhen: showWhen)
  }
}

extension Attribute {
  /// An attribute with values of these ids.
  init(_ id: String, values: [String]) {
    self.init(
      id: Identifier(id), text: LocalizedText(id),
      values: values.map { Value(id: Identifier($0), label: LocalizedText($0)) })
  }
}

/// Numbers from 1 to 5.
struct NumberFromOneToFive: OpenAnswerKind {
  var range: ClosedRange<Double>? { 1...5 }
  var expectation: String { "a number from 1 to 5" }

  func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    let text = String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
    return Double(text).flatMap { (1...5).contains($0) ? .number($0) : nil }
  }

  func score(_ answer: OpenAnswer) -> Double? {
    guard case .number(let number) = answer else { return nil }
    return number
  }
}
