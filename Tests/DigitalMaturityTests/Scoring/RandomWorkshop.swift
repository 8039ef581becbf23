import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules

/// A workshop drawn from a seed: an assessment with everything that scoring knows, and people's answers to it.
struct RandomWorkshop {
  var sample = ScoringSample()
  var people: [ScoringSample.Person] = []
  var breakdowns: [[Identifier<Attribute>]] = []
  private var generator: SeededGenerator

  /// - Parameters:
  ///   - people: How many people answer.
  ///   - isWhole: Whether scores and weights are whole numbers, so that every sum is exact.
  init(seed: UInt64, people count: Int, isWhole: Bool = false) {
    generator = SeededGenerator(seed: seed)
    makeModel(isWhole: isWhole)
    people = (0..<count).map { _ in person() }
  }

  private mutating func makeModel(isWhole: Bool) {
    sample.areas = (1...3).map { number in
      Area(
        id: Identifier("area-\(number)"), name: LocalizedText("Area \(number)"),
        themes: number == 2 ? ["first", "second"] : number == 1 ? ["first"] : ["second"],
        weight: isWhole ? Double(number) : Double(Int.random(in: 1...3_000_000, using: &generator)) / 1_000_000,
        target: 4)
    }
    sample.themes = [Theme(id: "first", name: "First"), Theme(id: "second", name: "Second")]
    sample.principles = ["p-1", "p-2"].map {
      Principle(id: Identifier($0), set: "set", name: LocalizedText($0), statement: LocalizedText($0))
    }
    sample.literacies = [Literacy(id: "l-1", name: "L 1")]
    sample.attributes = [
      Attribute("part", values: ["x", "y", "z"]), Attribute("role", values: ["front", "office"]),
      Attribute("grade", values: ["low", "high"]),
    ]
    for number in 1...9 { sample.questions.append(question(number, isWhole: isWhole)) }
    sample.questions.append(.number("n-1", areas: ["area-1": 1]))
    sample.questions.append(
      .number("n-2", areas: ["area-2": 1], isReversed: true, showWhen: .test(.question("n-1"), .atLeast(2.5))))
    let options = ["x", "y", "z"].map { AnswerOption(id: Identifier($0), label: LocalizedText($0), score: nil) }
    sample.questions.append(
      Question(
        id: "c-1", kind: "choices", text: "c-1", answers: .open(ChoicesAnswers(options: options, scoring: .count)),
        measures: Measures(areas: ["area-1"]), showWhen: .test(.question("q-3"), .answered(true))))
    sample.questions.append(
      Question(
        id: "r-1", kind: "ranking", text: "r-1", answers: .open(RankingAnswers(options: options)),
        showWhen: .not(.test(.question("c-1"), .isOption(["x"])))))
    let definition = definition()
    sample.plan = ScoringPlan(
      areas: definition, areasByID: ["area-3": ScoringDefinition(rule: Median(), unit: .question)],
      themes: ScoringDefinition(rule: WeightedMean(), missing: pick([.omit, .lowest, .block])),
      themeSource: pick([.areas, .questions]), principles: ScoringDefinition(rule: WeightedMean()),
      literacies: ScoringDefinition(rule: WeightedMean(), unit: .question),
      overall: ScoringDefinition(rule: Minimum()))
    breakdowns = pick([
      [["part"]], [["part"], ["role"]], [["part"], ["part", "role"]], [["part", "role"], ["role", "grade"]],
    ])
  }

  private mutating func definition() -> ScoringDefinition {
    ScoringDefinition(
      rule: WeightedMean(), missing: pick([.omit, .lowest, .block]), dontKnow: pick([.missing, .lowest]),
      minimumAnswered: pick([0, 0.1, 0.5, 1]))
  }

  private mutating func question(_ number: Int, isWhole: Bool) -> Question {
    let scores: [Double?] =
      isWhole ? [1, 2, 3, 4, 5] : pick([[1, 2, 3, 4, 5], [1, 1.7, 3.3, 4.1, 5], [1, 5], [2, nil, 4.9]])
    // Questions 4 and 5 are a chain; 8 hangs on a number.
    let showWhen: Condition? =
      switch number {
      case 4: .test(.question("q-1"), .isOption(["a", "b"]))
      case 5: .not(.test(.question("q-4"), .answered(true)))
      case 8: .any([.test(.question("n-1"), .above(3)), .test(.question("q-2"), .answered(false))])
      default: nil
      }
    let area: Identifier<Area> = ["area-1", "area-2", "area-3"][number % 3]
    let weights = isWhole ? [1.0, 2, 0] : [1, 0.333333, 2.5, 0]
    return .closed(
      "q-\(number)", scores: scores, areas: number == 7 ? [area: 1, "area-3": 0.5] : [area: 1],
      principles: number < 4 ? ["p-1": 1] : number == 6 ? ["p-2": 1] : [:],
      literacies: number > 6 ? ["l-1": 1] : [:],
      weight: number < 4 || number > 5 ? max(pick(weights), 0.25) : pick(weights),
      isReversed: pick([false, false, true]), showWhen: showWhen)
  }

  private mutating func person() -> ScoringSample.Person {
    var answers: [Identifier<Question>: Answer] = [:]
    for question in sample.questions {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: break
      case 1: answers[question.id] = .status(.dontKnow)
      case 2: answers[question.id] = .status(.notApplicable)
      case 3: answers[question.id] = .status(.preferNotToSay)
      default:
        if question.optionKind != nil {
          let options = question.answers.options.map(\.id).shuffled(using: &generator)
          answers[question.id] = .options(Array(options.prefix(Int.random(in: 1...3, using: &generator))))
        } else if let option = question.answers.options.randomElement(using: &generator) {
          answers[question.id] = .option(option.id)
        } else {
          answers[question.id] = .number(Double(Int.random(in: 4...20, using: &generator)) / 4)
        }
      }
    }
    var attributes: [String: String] = [:]
    for attribute in sample.attributes where Int.random(in: 0..<10, using: &generator) > 0 {
      // Uneven groups, so that some are small.
      let value = attribute.values[min(pick([0, 0, 0, 1, 1, 2]), attribute.values.count - 1)]
      attributes[attribute.id.rawValue] = value.id.rawValue
    }
    return (answers, attributes)
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }

  func scorecard() throws -> Scorecard { try sample.scorecard(people, by: breakdowns) }
}
