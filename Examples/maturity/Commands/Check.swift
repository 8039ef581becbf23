import ArgumentParser
import DigitalMaturity

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "maturity",
    abstract: "Check an assessment and list all its problems, each with its place.",
    discussion:
      "With --language, lists instead every text, and every phrase of reports and forms, that the language lacks.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var argument: AssessmentArgument

  @OptionGroup var languages: LanguageArguments

  @Option(help: "With --language: text for people, json for programs.")
  var format: Format = .text

  func run() throws {
    let assessment = try argument.read()
    if let language = languages.language { return try list(assessment.coverage(in: language)) }
    let printer = try argument.place().printer
    if !assessment.warnings.isEmpty { Terminal.message(printer.text(assessment.warnings)) }
    let questions = assessment.questionnaires.reduce(0) { $0 + $1.questions.count }
    func number(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    try Terminal.print(
      "\(assessment.id) \(assessment.version) is valid: \(number(assessment.areas.count, "area")), "
        + "\(number(assessment.questionnaires.count, "questionnaire")), \(number(questions, "question"))"
        + (assessment.warnings.isEmpty ? "" : "; \(DiagnosticPrinter.count(assessment.warnings))"))
  }

  /// Lists what is shown in another language than the one asked for.
  private func list(_ coverage: LanguageCoverage) throws {
    let words = try languages.catalogue(isTold: false)
    let isOwn = words.serves(coverage.language)
    guard format == .text else {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("texts")
        coverage.write(to: &writer)
        writer.key("words")
        writer.object { writer in
          writer.member("language", words.language)
          writer.member("known", words.known)
          writer.key("missing")
          writer.array { writer in
            for id in words.missing { writer.value(id) }
          }
        }
      }
      return try Terminal.print(writer.finish().text)
    }
    let name = LanguageCoverage.name(of: coverage.language)
    try Terminal.print(
      "\(name): \(coverage.texts - coverage.fallbacks.count) of \(coverage.texts) texts of \(argument.assessment)")
    for fallback in coverage.fallbacks {
      try Terminal.print("  \(fallback.place): \(LanguageCoverage.name(of: fallback.language))")
    }
    guard isOwn else {
      return try Terminal.print("\(name): no words of reports and forms are built in; they are English")
    }
    if words.known == 0 { return }
    try Terminal.print(
      "\(name): \(words.known - words.missing.count) of \(words.known) phrases of reports and forms"
        + (words.isDraft ? ", a draft that nobody has reviewed" : ""))
    for id in words.missing { try Terminal.print("  \(id): English") }
  }
}
