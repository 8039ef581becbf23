import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityReports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", _superCommandName: "maturity",
    abstract: "Ask a questionnaire in the terminal, one question at a time.",
    discussion: """
      Type the number of an answer and press Enter; ? lists the other keys. Every answer is on disk before the next question \
      is shown. To stop, type q, or close the window: the same command with the same --respondent goes on where it stopped. \
      When the answers are handed in, they are added as a row to the output, which “maturity score” reads.

      Plain lines of text, without colour or redrawing, so that a screen reader, a braille line or a pipe does as well as a \
      screen.
      """)

  @OptionGroup var argument: AssessmentArgument

  @Option(help: "The questionnaire to ask.")
  var questionnaire: String

  @Option(
    help: ArgumentHelp(
      "The response file to add to (.jsonl or .csv); when not given, QUESTIONNAIRE-answers.jsonl, or .csv for ratings.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Who answers, as the response file calls them; a random code when not given.")
  var respondent: String?

  @OptionGroup var languages: LanguageArguments

  @Option(help: "Who sees the answers, as the interview says at its start.")
  var seenBy: String?

  @Option(help: "Until when the answers are kept, as the interview says at its start.")
  var keptUntil: String?

  @Option(help: "How many people must stand behind a figure, as the interview promises: 5 or more.")
  var threshold = 10

  @OptionGroup var notes: NoteArguments

  mutating func validate() throws {
    if let respondent,
      Spelling.folded(respondent).isEmpty || respondent.unicodeScalars.contains(where: { $0.value < 32 })
    {
      throw ValidationError("--respondent is a code or a name on one line")
    }
    guard threshold >= DisclosurePolicy.minimumThreshold else {
      throw ValidationError("--threshold never goes below \(DisclosurePolicy.minimumThreshold)")
    }
  }

  func run() throws {
    let assessment = try languages.read(argument, onlyOf: questionnaire)
    let questionnaire = try assessment.questionnaire(named: questionnaire)
    guard respondent != nil || !questionnaire.isNamed else {
      throw ValidationError(
        "“\(questionnaire.id)” rates a person: say who with --respondent, by the code that the list of people has")
    }
    // Files of ratings are CSV.
    let ending = questionnaire.isNamed ? "csv" : "jsonl"
    let answers = try AnswerFile(output ?? "\(questionnaire.id)-answers.\(ending)", of: questionnaire)
    var generator = SystemRandomNumberGenerator()
    let code = respondent ?? Pseudonyms.randomCode(using: &generator)
    var files = FileNames()
    let path = "\(answers.path).\(files.name(for: code)).unfinished"
    let kept = try journal(path, code, questionnaire, assessment)
    let standing = try answers.line(of: code)
    if let standing, kept?.entries.last?.content != .handedIn {
      Terminal.message(
        questionnaire.isNamed
          ? "error: “\(code)” has a rating of today by “\(questionnaire.audience)” already, on line \(standing) of "
            + "“\(answers.path)”; take that row out first"
          : "error: “\(code)” has answered already, on line \(standing) of “\(answers.path)”; name another --respondent, or "
            + "take the row out with “maturity find-person”")
      throw ExitCode.wrongData
    }
    let file = try GrowingFile(path)
    let words = try languages.catalogue()
    let promises = FormOptions(
      report: ReportOptions(language: languages.language, words: words),
      policy: DisclosurePolicy(threshold: threshold), seenBy: seenBy, keptUntil: keptUntil)
    var interview = Interview(
      questionnaire, respondent: code, language: languages.language,
      notice: promises.notice(for: questionnaire) + words.draftNote.map(\.text),
      words: words)
    if let kept {
      tell(interview.restore(kept.entries), kept, path)
    } else {
      try file.append(InterviewJournal.start(code, questionnaire, of: assessment.id))
    }
    if respondent == nil { try show("Your code is \(code). It stands for you in the answers.\n") }
    try show(interview.opening)
    while interview.isOpen {
      guard let line = readLine() else {
        try show("\nThe input has ended.\n\(interview.end())")
        break
      }
      let turn = interview.take(line)
      if let entry = turn.entry { try file.append(entry.line) }
      if !interview.isHandedIn { try show(turn.text) }
    }
    guard interview.isHandedIn else {
      try show(howToGoOn(code, answers.path))
      return
    }
    // A run that was killed here may have added the row already.
    if standing == nil { try answers.add(interview) }
    file.remove()
    try show("Thank you. Your answers are in “\(answers.path)”.\n")
    if !interview.notes.isEmpty {
      try show(answers.hasNotes ? "Your notes stand beside them.\n" : "Your notes are in “\(answers.notesPath)”.\n")
    }
  }

  /// What an earlier run has kept; nil where nothing is kept.
  private func journal(
    _ path: String, _ code: String, _ questionnaire: Questionnaire, _ assessment: Assessment
  ) throws -> InterviewJournal? {
    let bytes = try GrowingFile.bytes(of: path)
    // A run may have been killed before its first line was whole.
    guard bytes.contains(0x0A) else { return nil }
    do throws(DocumentError) {
      let journal = try InterviewJournal(bytes, file: path)
      let own = [assessment.id.rawValue, questionnaire.id.rawValue, code]
      guard [journal.assessment, journal.questionnaire, journal.respondent] == own else {
        throw DocumentError(
          Diagnostic(
            .invalidValue,
            "this interview is of “\(journal.respondent)” on “\(journal.questionnaire)” of “\(journal.assessment)”; name another --output",
            at: SourceLocation(file: path, line: 1, column: 1)))
      }
      return journal
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }

  /// Says what of an earlier run could not be taken up.
  private func tell(_ left: [InterviewEntry], _ journal: InterviewJournal, _ path: String) {
    if journal.damagedLines > 0 {
      Terminal.message("\(path): a line is not whole and is left out; its question is asked again")
    }
    for entry in left {
      Terminal.message(
        "\(path): what was kept of “\(entry.item)” does not fit the questionnaire, which has changed; it is asked again"
      )
    }
  }

  private func show(_ text: String) throws { try Terminal.print(text, terminator: "") }

  private func howToGoOn(_ code: String, _ path: String) -> String {
    // Whoever has answered nothing yet sees the first page again, and everybody the same words.
    let options: [(String, String?)] = [
      ("--questionnaire", questionnaire), ("--output", path), ("--respondent", code),
      ("--language", languages.language),
      ("--words", languages.words), ("--seen-by", seenBy), ("--kept-until", keptUntil),
      ("--threshold", threshold == 10 ? nil : "\(threshold)"),
    ]
    let words = options.flatMap { name, value in value.map { [name, $0] } ?? [] }
    return "To go on:\nmaturity ask \(([argument.assessment] + words).map(ShellWord.quoted).joined(separator: " "))\n"
  }
}
