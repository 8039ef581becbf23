import DigitalMaturity
import MaturityQuestionnaires
import Testing

/// Branching over every kind of question, drawn from a seed.
@Suite("Hidden answers never score, whatever the file holds") struct BranchingLawTests {
  /// A questionnaire with a question of every kind, in chains of conditions, and answers to all of it.
  private struct Drawn {
    var sample = ScoringSample()
    var people: [[Identifier<Question>: Answer]] = []
    private var generator: SeededGenerator

    init(seed: UInt64) {
      generator = SeededGenerator(seed: seed)
      for number in 0..<14 {
        var question = question(number)
        if number > 0, Int.random(in: 0..<4, using: &generator) > 0 { question.showWhen = condition(depth: 2) }
        sample.questions.append(question)
      }
      // Conditions look back; the order in the questionnaire is another.
      sample.questions.shuffle(using: &generator)
      people = (0..<40).map { _ in person() }
    }

    private func options(scores: [Double?]) -> [AnswerOption] {
      scores.enumerated().map { index, score in
        AnswerOption(id: Identifier("o\(index)"), label: LocalizedText("Option \(index)"), score: score)
      }
    }

    private mutating func question(_ number: Int) -> Question {
      let answers: AnswerModel =
        switch number % 7 {
        case 0: .closed(options(scores: [1, 2, 3, 4, 5]))
        case 1: .open(ChoicesAnswers(options: options(scores: [1, 2, 5, 3]), none: "o3", scoring: .mean))
        case 2:
          .open(
            RankingAnswers(
              options: options(scores: [nil, nil, nil, nil]),
              scoring: RankingAnswers.Scoring(of: ["o1"], places: [5, 4, 2, 1])))
        case 3:
          .open(NumberAnswers(minimum: 0, maximum: 40, bands: [.init(from: 0, score: 1), .init(from: 20, score: 5)]))
        case 4: .open(NumberAnswers.percentage(bands: [.init(from: 0, score: 2), .init(from: 50, score: 4)]))
        case 5: .open(TextAnswers())
        default: .closed(options(scores: [1, nil, 5]))
        }
      let isScored = number % 7 != 5
      return Question(
        id: Identifier("q\(number)"), kind: "any", text: LocalizedText("q\(number)"), answers: answers,
        measures: isScored ? Measures(areas: ["one"]) : Measures(),
        isReversed: isScored && Int.random(in: 0..<4, using: &generator) == 0)
    }

    private mutating func condition(depth: Int) -> Condition {
      switch depth > 0 ? Int.random(in: 0..<6, using: &generator) : 3 {
      case 0: return .all([condition(depth: depth - 1), condition(depth: depth - 1)])
      case 1: return .any([condition(depth: depth - 1), condition(depth: depth - 1)])
      case 2: return .not(condition(depth: depth - 1))
      default:
        let question = sample.questions[Int.random(in: sample.questions.indices, using: &generator)]
        let bound = Double(Int.random(in: 0...8, using: &generator)) * (question.answers.options.isEmpty ? 8 : 0.75)
        let known = question.answers.options.map(\.id).filter { _ in Bool.random(using: &generator) }
        let tests: [Condition.Test] = [
          .atLeast(bound), .atMost(bound), .above(bound), .below(bound), .answered(true), .answered(false),
        ]
        if !known.isEmpty, Bool.random(using: &generator) { return .test(.question(question.id), .isOption(known)) }
        return .test(.question(question.id), tests[Int.random(in: tests.indices, using: &generator)])
      }
    }

    private mutating func person() -> [Identifier<Question>: Answer] {
      var answers: [Identifier<Question>: Answer] = [:]
      for question in sample.questions { answers[question.id] = answer(question) }
      return answers
    }

    private mutating func answer(_ question: Question) -> Answer {
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: return .status(.unanswered)
      case 1: return .status(.dontKnow)
      case 2: return .status(.notApplicable)
      default: break
      }
      let options = question.answers.options.map(\.id)
      if let kind = question.optionKind {
        let named = options.filter { kind.isRanked || $0 != "o3" }.shuffled(using: &generator)
        return .options(Array(named.prefix(Int.random(in: 1...named.count, using: &generator))))
      }
      if let option = options.randomElement(using: &generator) { return .option(option) }
      if question.answers.range == nil { return .text("words") }
      return .number(Double(Int.random(in: 0...80, using: &generator)) / 2)
    }

    /// The questions hidden from a person, found the slow way: again and again, from the definition.
    func hidden(from answers: [Identifier<Question>: Answer]) -> Set<Identifier<Question>> {
      var hidden: Set<Identifier<Question>> = []
      while true {
        let now = Set(
          sample.questions.filter { !($0.showWhen?.holds { known($0, answers, hidden) } ?? true) }.map(\.id))
        if now == hidden { return hidden }
        hidden = now
      }
    }

    private func known(
      _ subject: Condition.Subject, _ answers: [Identifier<Question>: Answer], _ hidden: Set<Identifier<Question>>
    ) -> Condition.Known {
      guard case .question(let id) = subject, !hidden.contains(id),
        let question = sample.questions.first(where: { $0.id == id })
      else { return .nothing }
      let options = question.answers.options
      switch answers[id] {
      case .option(let option)?:
        let score = options.first { $0.id == option }?.score.map(question.effective)
        return Condition.Known(options: [option], score: score, isAnswered: true)
      case .options(let named)?:
        let positions = named.compactMap { id in options.firstIndex { $0.id == id } }
        let score = question.optionKind.flatMap { kind in kind.encode(positions).flatMap(kind.score) }
        return Condition.Known(
          options: question.optionKind?.isRanked == true ? Array(named.prefix(1)) : named,
          score: score.map(question.effective), isAnswered: true)
      case .number(let number)?: return Condition.Known(score: number, isAnswered: true)
      case .text?: return Condition.Known(isAnswered: true)
      case .status?, nil: return .nothing
      }
    }
  }

  @Test(arguments: UInt64(1)...40)
  func whatIsHiddenCountsAsNotShown(_ seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    var marked = try drawn.sample.sheet(drawn.people.map { ($0, [:]) })
    marked.markNotShown(in: drawn.sample.questionnaire)
    for (row, person) in drawn.people.enumerated() {
      let hidden = drawn.hidden(from: person)
      for (index, question) in drawn.sample.questions.enumerated() {
        let status = AnswerCode(rawValue: marked.columns[index].codes[row]).status
        #expect((status == .notShown) == hidden.contains(question.id), "\(question.id) of \(row)")
      }
    }
  }

  /// The results are those of a file that says “not shown” itself: no trace of a hidden answer is left in any figure.
  @Test(arguments: UInt64(1)...40)
  func resultsAreThoseOfAFileWithoutHiddenAnswers(_ seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    let emptied = drawn.people.map { person in
      var person = person
      for id in drawn.hidden(from: person) { person[id] = .status(.notShown) }
      return person
    }
    #expect(try drawn.sample.everyone(drawn.people) == drawn.sample.everyone(emptied))
    // Whatever stands in hidden cells instead.
    var generator = SeededGenerator(seed: seed + 500)
    let other = zip(drawn.people, drawn.people.shuffled(using: &generator)).map { person, stranger in
      var person = person
      for id in drawn.hidden(from: person) { person[id] = stranger[id] }
      return person
    }
    #expect(try drawn.sample.everyone(other) == drawn.sample.everyone(emptied))
  }

  // MARK: By hand

  private func shows(_ question: Question, _ test: Condition.Test, _ answer: Answer) throws -> Bool {
    var sample = ScoringSample()
    sample.questions = [question, .closed("q", showWhen: .test(.question(question.id), test))]
    return try sample.everyone([[question.id: answer, "q": .option("a")]]).questions[1].statuses?[.answered] == 1
  }

  private func open(_ kind: any OpenAnswerKind) -> Question {
    Question(id: "open", kind: "any", text: "Open", answers: .open(kind))
  }

  private let three: [AnswerOption] = [
    AnswerOption(id: "a", label: "A", score: nil), AnswerOption(id: "b", label: "B", score: nil),
    AnswerOption(id: "c", label: "C", score: nil),
  ]

  @Test func isAmongSeveralChoicesMeansThatItIsChosen() throws {
    let choices = open(ChoicesAnswers(options: three, scoring: .count))
    #expect(try shows(choices, .isOption(["b"]), .options(["a", "b"])))
    #expect(try !shows(choices, .isOption(["c"]), .options(["a", "b"])))
    #expect(try shows(choices, .isOption(["c", "a"]), .options(["a", "b"])))
    #expect(try shows(choices, .atLeast(2), .options(["a", "b"])))
    #expect(try !shows(choices, .above(2), .options(["a", "b"])))
  }

  @Test func isOfARankingMeansThatItIsFirst() throws {
    let ranking = open(RankingAnswers(options: three))
    #expect(try shows(ranking, .isOption(["b"]), .options(["b", "a"])))
    #expect(try !shows(ranking, .isOption(["a"]), .options(["b", "a"])))
    #expect(try shows(ranking, .answered(true), .options(["b"])))
    #expect(try !shows(ranking, .atLeast(0), .options(["b"])), "without scores nothing compares")
  }

  @Test func comparisonsLookAtTheNumberAndNotAtItsBand() throws {
    let number = open(NumberAnswers(bands: [.init(from: 0, score: 1), .init(from: 10, score: 5)]))
    #expect(try shows(number, .atLeast(7), .number(8)))
    #expect(try !shows(number, .below(7), .number(8)))
    #expect(try shows(open(NumberAnswers()), .above(1e6), .number(2e6)), "a number without scores compares too")
    #expect(try shows(open(NumberAnswers.percentage()), .below(50), .number(12)))
  }

  @Test func textIsAnsweredOrNot() throws {
    #expect(try shows(open(TextAnswers()), .answered(true), .text("x")))
    #expect(try !shows(open(TextAnswers()), .answered(true), .status(.unanswered)))
    #expect(try shows(open(TextAnswers()), .answered(false), .status(.dontKnow)))
  }
}
