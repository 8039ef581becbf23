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

  @Option(
    help: ArgumentHelp(
      "Only one group of a breakdown, such as directorate=homes, or its name as a report shows it; needs --by. “a=x,b=y” names one of a crossed breakdown.",
      valueName: "attribute=value"))
  var group: String?

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
    var explanations: [Explanation] = []
    for scorecard in scorecards {
      for result in scorecard.groups {
        guard try isWanted(result, of: scorecards, in: assessment) else { continue }
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

  /// Whether a group is the one that is named: by ids, or by the names that a report shows.
  private func isWanted(
    _ result: GroupResult, of scorecards: [PublishableScorecard], in assessment: Assessment
  ) throws -> Bool {
    guard let group else { return true }
    func names(_ key: [GroupAttribute], of scorecard: PublishableScorecard) -> (
      ids: String, labels: String, short: String
    ) {
      let attributes = assessment.questionnaire(scorecard.questionnaire)?.attributes ?? []
      func label(_ part: GroupAttribute) -> String {
        let value = attributes.first { $0.id == part.attribute }?.values.first { $0.id == part.value }
        return value?.label.text(in: languages.language) ?? part.value?.rawValue ?? "Not stated"
      }
      return (
        key.map { "\($0.attribute)=\($0.value?.rawValue ?? "")" }.joined(separator: ","),
        key.map { "\($0.attribute)=\(label($0))" }.joined(separator: ","), key.map(label).joined(separator: ", ")
      )
    }
    let known = scorecards.flatMap { scorecard in
      scorecard.groups.filter { !$0.key.isEmpty }.map { (key: $0.key, names: names($0.key, of: scorecard)) }
    }
    let wanted = Spelling.folded(group)
    guard
      let found = known.first(where: {
        [$0.names.ids, $0.names.labels, $0.names.short].map { Spelling.folded($0) }.contains(wanted)
      })
    else {
      let shown = known.prefix(12).map { "\($0.names.ids) (\($0.names.short))" }.joined(separator: "; ")
      throw ValidationError(
        known.isEmpty
          ? "--group needs --by, which makes the groups; add it, such as --by directorate"
          : "there is no group “\(group)”; known here: \(shown)\(known.count > 12 ? "; …" : "")")
    }
    return result.key == found.key
  }
}
