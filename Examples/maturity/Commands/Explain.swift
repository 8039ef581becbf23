import ArgumentParser
import DigitalMaturity

struct Explain: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "maturity",
    abstract: "Show the calculation of a score, to be followed with a pocket calculator.",
    discussion: """
      Name one area, theme, principle, literacy or question, or ask for the overall score. What each question does to \
      the score is shown too: the score without it, and the score if everybody had answered one higher.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @OptionGroup var argument: AssessmentArgument
  @OptionGroup var scoring: ScoringArguments

  @Option(help: "The area.")
  var area: String?

  @Option(help: "The theme.")
  var theme: String?

  @Option(help: "The principle.")
  var principle: String?

  @Option(help: "The literacy.")
  var literacy: String?

  @Option(help: "The question.")
  var question: String?

  @Flag(help: "The overall score.")
  var overall = false

  @OptionGroup var group: GroupArgument

  @OptionGroup var languages: LanguageArguments

  @Option(help: "text, markdown or json.")
  var format: Format = .text

  mutating func validate() throws {
    let named = [area, theme, principle, literacy, question].compactMap { $0 }.count + (overall ? 1 : 0)
    guard named == 1 else {
      throw ValidationError("name one of --area, --theme, --principle, --literacy, --question or --overall")
    }
  }

  nonisolated(nonsending) func run() async throws {
    let assessment = try languages.read(argument)
    let subject = try subject(of: assessment)
    let scorecards = try await scoring.publish(assessment, intervals: .none, effectsOn: subject).scorecards
    let context = ReportContext(
      assessment: assessment, scorecards: scorecards,
      options: ReportOptions(language: languages.language, words: try languages.catalogue()))
    let wanted = try group.key(
      in: scorecards, of: assessment, language: languages.language,
      without: "--group needs --by, which makes the groups; add it, such as --by directorate")
    var explanations: [Explanation] = []
    for scorecard in scorecards {
      // What stands side by side has no average to explain.
      for result in scorecard.groups
      where wanted.map({ result.key == $0 }) ?? !(result.key.isEmpty && scorecard.standsSideBySide) {
        let explanation =
          subject.map { context.explanation(of: $0, in: scorecard, group: result.key) }
          ?? context.explanation(ofQuestion: Identifier(question ?? ""), in: scorecard, group: result.key)
        if let explanation { explanations.append(explanation) }
      }
    }
    try write(explanations)
  }

  private func write(_ explanations: [Explanation]) throws {
    switch format {
    case .text: for explanation in explanations { try Terminal.print(explanation.text) }
    case .markdown: for explanation in explanations { try Terminal.print(explanation.markdown) }
    case .json:
      var writer = JSONWriter()
      writer.array { writer in
        for explanation in explanations { explanation.write(to: &writer) }
      }
      try Terminal.print(writer.finish().text)
    }
  }

  /// What is to be explained; nil for a question.
  private func subject(of assessment: Assessment) throws -> Subject? {
    func named(_ id: String?, _ kind: Subject.Kind, _ known: [String]) throws -> Subject? {
      guard let id else { return nil }
      guard known.contains(id) else {
        throw ValidationError("there is no \(kind.rawValue) “\(id)”\(NearestName.hint(id, in: known))")
      }
      return Subject(kind, id)
    }
    if overall {
      guard assessment.scoring?.overall != nil else {
        throw ValidationError(
          "the assessment “\(assessment.id)” has no overall score; to have one, add “overall” under “scoring” in its document"
        )
      }
      return .overall
    }
    if let question {
      let known = assessment.questionnaires.filter { scoring.questionnaire.contains($0.id.rawValue) }
        .flatMap(\.questions).map(\.id.rawValue)
      guard known.contains(question) else {
        throw ValidationError("there is no question “\(question)”\(NearestName.hint(question, in: known))")
      }
      return nil
    }
    return try named(area, .area, assessment.areas.map(\.id.rawValue))
      ?? named(theme, .theme, assessment.themes.map(\.id.rawValue))
      ?? named(principle, .principle, assessment.principles.map(\.id.rawValue))
      ?? named(literacy, .literacy, assessment.literacies.map(\.id.rawValue))
  }
}
