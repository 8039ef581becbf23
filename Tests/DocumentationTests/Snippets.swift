// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
public import DigitalMaturity
import MaturityQuestionnaires
import MaturityReports
import MaturityScoringRules
import MaturitySkills
import MaturityTables
import MaturityTesting
import MaturityYAML
import Testing

// The Swift of the documentation, as it stands there: compiled, and run where it does something. `DocumentationTests`
// compares, without looking at blanks and line ends.

// MARK: Write in two languages

@Suite struct WriteInTwoLanguagesSnippets {
  @Test func read() throws {
    let source = MemorySource(texts: ["cy.yaml": "format: 1\nlanguage: cy\nstatus: draft\nreports: {area: Maes}\n"])
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addReports()
    let words = try vocabulary.readCatalogue(from: source, path: "cy.yaml")
    let options = ReportOptions(language: "cy", words: words)
    #expect(options.words.isDraft)
  }
}

// MARK: Embed the library

@Suite struct EmbedTheLibrarySnippets {
  func make() throws -> (Assessment, Questionnaire) {
    let support = Question(
      id: "quick", kind: "agreement", text: "I get help the same day.",
      answers: .closed([
        AnswerOption(id: "no", label: "No", score: 1),
        AnswerOption(id: "partly", label: "Partly", score: 2),
        AnswerOption(id: "yes", label: "Yes", score: 3),
      ]),
      measures: Measures(areas: ["support"]), allowed: [.dontKnow])

    let questionnaire = Questionnaire(
      id: "help-desk", title: "How our help desk works",
      attributes: [
        Attribute(
          id: "site", text: "Where do you work?",
          values: [.init(id: "town-hall", label: "Town hall"), .init(id: "depot", label: "Depot")])
      ],
      sections: [.init(id: "help", title: "Help", questions: [support])])

    var draft = AssessmentDraft(id: "help-desk", version: "1.0.0", title: "Help desk")
    draft.levels = [
      MaturityLevel(id: "weak", value: 1, name: "Weak"),
      MaturityLevel(id: "strong", value: 3, from: 2.5, name: "Strong"),
    ]
    draft.areas = [Area(id: "support", name: "Support", target: 2.5)]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean(), minimumAnswered: 0.5))
    draft.questionnaires = [questionnaire]
    let assessment = try Assessment(draft)
    return (assessment, questionnaire)
  }

  @Test("a document is read")
  func read() {
    let folder = "\(Article.root.path)/Assessments/digital-first"
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    do throws(DocumentError) {
      let assessment = try vocabulary.readAssessment(from: FolderSource(path: folder))
      print(assessment.title)
    } catch {
      for problem in error.diagnostics { print(problem) }
    }
    #expect(throws: Never.self) { try vocabulary.readAssessment(from: FolderSource(path: folder)) }
  }

  func collect(_ questionnaire: Questionnaire) throws -> AnswerSheet {
    var sheet = AnswerSheet(for: questionnaire)
    try sheet.add(["quick": .option("yes")], attributes: ["site": "depot"], to: questionnaire)
    try sheet.add(["quick": .status(.dontKnow)], to: questionnaire)
    return sheet
  }

  func read(_ path: String, _ questionnaire: Questionnaire, _ scorer: Scorer, _ tally: inout Tally) throws {
    var reader = try ResponseReader(.file(path), file: path, questionnaire: questionnaire)
    while let block = try reader.next() { scorer.tally(block, into: &tally) }
    for problem in reader.problems.list { print(problem) }
  }

  @Test("a host's answers are scored")
  func score() throws {
    let (assessment, questionnaire) = try make()
    let sheet = try collect(questionnaire)
    let scorer = try Scorer(assessment, questionnaire: "help-desk", breakdowns: [["site"]])
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let scorecard = scorer.scorecard(tally)
    #expect(scorecard.everyone?.areas.first?.score == .value(3))
    #expect(scorecard.groups.count == 3)
  }

  @Test("results are published, kept and shown")
  func publish() throws {
    let (assessment, questionnaire) = try make()
    let scorer = try Scorer(assessment, questionnaire: "help-desk")
    var tally = scorer.makeTally()
    for _ in 0..<6 { scorer.tally(try collect(questionnaire), into: &tally) }
    for _ in 0..<6 { scorer.tally(try collect(questionnaire), into: &tally) }
    let scorecard = scorer.scorecard(tally)
    let results = scorecard.published(under: .standard)
    for area in results.everyone?.areas ?? [] {
      if let score = area.shown(on: assessment.levels) {
        print(area.name, score, area.level ?? "")
      } else {
        print(area.name, area.score.reason?.sentence ?? "")
      }
    }
    let json = PublishableScorecard.json([results])
    let restored = try PublishableScorecard.read(json.bytes, file: "results.json")
    #expect(restored == [results])

    let context = ReportContext(assessment: assessment, scorecards: [results])
    var page = ByteOutput()
    HTMLReportFormat().write(context, to: &page)
    let explanation = context.explanation(of: Subject(.area, "support"), in: results)
    let actions = assessment.recommendedActions(for: results)
    #expect(page.text.contains("Help desk"))
    #expect(explanation?.result.contains("3") == true)
    #expect(actions == [])

    let next = ReportSection(id: "next", title: "What happens next") { context, page in
      page.paragraph("The change board decides on 4 May.")
      page.list(context.assessment.recommendedActions(for: context.scorecards[0]).map(\.name.text))
    }
    var sections = ReportSection.standard.filter { $0.id != ReportSection.sources.id }
    sections.insert(next, at: 1)
    let look = try ReportLook(council: "Sample Council", colours: [.accent: "#005EA5", .band: "#1D2F3A"])
    let format = HTMLReportFormat(sections: sections, look: look)
    var dressed = ByteOutput()
    format.write(context, to: &dressed)
    #expect(dressed.text.contains("Sample Council") && dressed.text.contains("What happens next"))
  }
}

// MARK: Write a scoring rule

/// The mean of the lowest few scores, weights left aside.
public struct WeakestMean: ScoringRule {
  public static let name = "weakest-mean"
  public static let summary = "The mean of the lowest answered questions."
  public static let options = [
    RuleOption("count", .number(1...100), summary: "How many of the lowest count; 3 when not set.")
  ]

  public let count: Double

  public init(count: Double = 3) { self.count = count }

  public init(_ options: RuleOptions) throws(DocumentError) {
    let count = options.number("count") ?? 3
    guard count == count.rounded() else {
      throw DocumentError(Diagnostic(.invalidValue, "“count” is a whole number of questions, such as 3"))
    }
    self.init(count: count)
  }

  public var settings: RuleOptions { ["count": .number(count)] }

  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    guard let low = items.map(\.minimum).min(), let high = items.map(\.maximum).max() else { return nil }
    return low...high
  }

  public func score(_ context: ScoringContext) -> Figure<Double> {
    let lowest = context.scored.map(\.score).sorted().prefix(Int(count))
    guard !lowest.isEmpty else { return .undefined(.noneAnswered) }
    return .value(lowest.reduce(0, +) / Double(lowest.count))
  }
}

extension Vocabulary {
  public mutating func addWeakestMean() { add(WeakestMean.self) }
}

/// The phrases of the rule.
enum WeakestMessage: String, CatalogueMessage {
  static let group = "weakest"
  case lowestMean = "The lowest are {scores}, and their mean is {mean}."
}

extension WeakestMean: ExplainedScoringRule {
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    guard let mean = score(context).value else { return [] }
    let lowest = context.scored.map(\.score).sorted().prefix(Int(count)).map { writer.number($0) }
    return [
      writer.step(
        WeakestMessage.lowestMean, ["scores": lowest.joined(separator: ", "), "mean": writer.number(mean)])
    ]
  }
}

/// The mean of the answered questions, each counting the same.
public struct PlainMean: LinearScoringRule {
  public static let name = "plain-mean"
  public static let summary = "The mean of the answered questions, whatever their weights."

  public init() {}

  public init(_ options: RuleOptions) throws(DocumentError) {}

  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    guard let low = items.map(\.minimum).min(), let high = items.map(\.maximum).max() else { return nil }
    return low...high
  }

  public func form(_ context: ScoringContext) -> Figure<LinearForm> {
    let weights = context.answers.map { $0.score == nil ? 0 : 1.0 }
    let answered = weights.reduce(0, +)
    return answered > 0 ? .value(LinearForm(weights: weights, divisor: answered)) : .undefined(.noneAnswered)
  }
}

@Suite struct WeakestMeanTests {
  @Test("keeps the contract of scoring rules")
  func contract() {
    #expect(ScoringRuleContract.violations(of: WeakestMean()) == [])
    #expect(ScoringRuleContract.violations(of: PlainMean()) == [])
  }

  @Test("scores by the lowest")
  func score() {
    let items = ["a", "b", "c"].map { ScoringItem(id: $0, minimum: 1, maximum: 5) }
    let answers = [ItemAnswer(score: 5), ItemAnswer(score: 2), ItemAnswer(score: 1)]
    let context = ScoringContext(unit: .respondent, levels: [], items: items, answers: answers)
    #expect(WeakestMean(count: 2).score(context) == .value(1.5))
  }
}

// MARK: CollectAnswers.md

struct TownHallForms: ResponseImporter {
  let name = "Town hall forms"

  func layout(of head: [FormRow]) -> FormLayout? {
    guard let names = head.first?.cells, names.first == "Town hall response" else { return nil }
    return FormLayout(
      columns: names.enumerated().map { number, title in
        FormColumn(number == 0 ? .response : .question, title)
      })
  }

  func translate(_ cell: String, in column: FormColumn) -> String { cell == "++" ? "Strongly agree" : cell }
}

@Suite struct CollectAnswersSnippets {
  func read(_ scorer: Scorer, _ questionnaire: Questionnaire) throws {
    var responses = ResponseImport(to: questionnaire, options: ImportOptions(duplicates: .last))
    try responses.read(.file("form.csv"), file: "form.csv")
    print(responses.report)

    var tally = scorer.makeTally()
    scorer.tally(responses.sheet, into: &tally)
  }

  func ask(_ questionnaire: Questionnaire, keep: ([UInt8]) throws -> Void) throws {
    var interview = Interview(questionnaire, respondent: "e001")
    print(interview.opening, terminator: "")
    while interview.isOpen, let line = readLine() {
      let turn = interview.take(line)
      if let entry = turn.entry { try keep(entry.line) }
      print(turn.text, terminator: "")
    }
  }

  @Test("a product that is not known is taught")
  func importer() throws {
    let assessment = try DocumentationTests.read(
      try #require(Article(DocumentationTests.officers).documents.first).text)
    let questionnaire = try #require(assessment.questionnaires.first)
    let question = try #require(questionnaire.questions.first)
    var responses = ResponseImport(to: questionnaire, importers: [TownHallForms()] + .standard)
    let answer = try #require(question.answers.options.first)
    let form = "Town hall response,\(question.id)\n7,\(answer.label.text)\n"
    try responses.read(.bytes(Array(form.utf8)), file: "hall.csv")
    #expect(responses.files.first?.importer == "Town hall forms")
    #expect(responses.sheet.respondents == ["hall-7"])
    #expect(responses.sheet.columns[0].codes == [0])
  }
}

// MARK: README.md

@Suite struct ReadMeSnippets {
  /// The path is relative to the project, where `swift test` runs.
  @Test("the starter is read from its folder", .enabled(if: Self.isInProject))
  func read() throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    let assessment = try vocabulary.readAssessment(from: FolderSource(path: "Assessments/digital-first"))
    #expect(assessment.areas.count == 9)
  }

  private static let isInProject =
    (try? FolderSource(path: "Assessments/digital-first").bytes(at: "assessment.yaml", limit: 1 << 24)) != nil

  func embed(_ assessment: Assessment, _ questionnaire: Questionnaire) throws {
    let scorer = try Scorer(assessment, questionnaire: "help-desk", breakdowns: [["site"]])
    var sheet = AnswerSheet(for: questionnaire)
    try sheet.add(
      ["quick": .option("a4"), "clear": .status(.dontKnow)], attributes: ["site": "depot"], to: questionnaire)

    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)  // as often as there are blocks of answers; tallies merge

    // From here on every figure has ten people behind it. One respondent, as here, prints “Withheld…” for each area.
    let results = scorer.scorecard(tally).published(under: .standard)
    for area in results.everyone?.areas ?? [] {
      if let score = area.shown(on: assessment.levels) {
        print(area.name, score, area.level ?? "")
      } else {
        print(area.name, area.score.reason?.sentence ?? "")
      }
    }
  }
}
