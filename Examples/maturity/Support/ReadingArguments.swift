public import ArgumentParser
import DigitalMaturity
public import MaturityQuestionnaires

/// The arguments that say what is done about problems of files with answers.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which of several rows of one respondent counts: first, last, or reject: the first, and each other is a problem.",
      valueName: "which"))
  var duplicates: DuplicatePolicy = .reject

  @Flag(help: "Stop when a file has any problem, instead of listing them and going on.")
  var strict = false

  // Not as a group: the parser takes an age over each.
  @Flag(name: NoteArguments.names, help: NoteArguments.help) var quiet = false

  @Flag(help: "Go on when over half of a file's rows have problems.")
  var acceptDamaged = false

  @Flag(help: "Take several rows of one session for agreed answers all the same (mode: consensus).")
  var acceptAgreed = false

  func validate() {
    if quiet { Terminal.silenceNotes() }
  }
}

extension ReadingArguments {
  /// Prints what is wrong with response files, and exits or throws where they cannot be used.
  /// - Parameter left: What is left out of those who stand in several places.
  func report(_ files: [ResponseFileReport], left: String = "rows") throws {
    for file in files { try report(file, left) }
    guard !acceptDamaged else { return }
    let damaged = files.filter(\.isDamaged)
    for file in damaged { Terminal.message(Self.damage(file.name, rows: file.rows, damaged: file.damagedRows)) }
    if !damaged.isEmpty { throw ExitCode.wrongData }
  }

  private func report(_ file: ResponseFileReport, _ left: String) throws(DocumentError) {
    if file.repeats > 0, duplicates != .reject {
      Terminal.note(
        "\(file.name): \(file.repeats) \(file.repeats == 1 ? "\(left.dropLast()) is" : "\(left) are") left out, since the "
          + "\(duplicates.rawValue) of a respondent counts")
    }
    guard let summary = Self.summary(of: file.problems) else { return }
    if strict {
      throw DocumentError(
        file.problems.list.map {
          var error = $0
          error.severity = .error
          return error
        })
    }
    if !quiet { Terminal.message(DiagnosticPrinter().text(file.problems.list)) }
    Terminal.message("\(file.name): \(summary); everything else is scored. --strict stops instead")
  }

  /// Prints what is wrong with imported files, and exits where they cannot be used.
  func report(_ responses: ResponseImport, _ failures: [DocumentError], listsProblems: Bool) throws {
    let problems = responses.problems
    if listsProblems, !quiet, problems.count > 0 { Terminal.message(DiagnosticPrinter().text(problems.list)) }
    for failure in failures { Terminal.message(DiagnosticPrinter().text(failure.diagnostics)) }
    for file in responses.files {
      let product = file.importer == PlainTable().name ? "" : " of \(file.importer)"
      var line = "\(file.file): \(file.rows) \(file.rows == 1 ? "response" : "responses")\(product)"
      if file.repeats > 0 { line += ", \(file.repeats) of people met before" }
      if file.damagedRows > 0 { line += ", \(file.damagedRows) with cells that were not understood" }
      Terminal.note(line)
    }
    Self.summary(of: problems).map { Terminal.message($0) }
    if let failure = failures.first { throw ExitCode.of(failure) }
    let hasErrors = problems.list.contains { $0.severity == .error }
    if hasErrors || strict && problems.count > 0 { throw ExitCode.wrongData }
    guard !acceptDamaged else { return }
    let damaged = responses.files.filter(\.isDamaged)
    for file in damaged { Terminal.message(Self.damage(file.file, rows: file.rows, damaged: file.damagedRows)) }
    if !damaged.isEmpty { throw ExitCode.wrongData }
  }

  /// Prints what speaks against answers being those of groups, and exits where they seem to be those of single people.
  func report(_ agreed: AgreedAnswers?, file: String) throws {
    guard let problems = agreed?.problems, !problems.isEmpty else { return }
    let isError = !acceptAgreed && problems.contains { $0.severity == .error }
    Terminal.message(
      DiagnosticPrinter().text(
        problems.map { problem in
          var problem = problem
          problem.location = SourceLocation(file: file, line: 1, column: 1)
          if acceptAgreed { problem.severity = .warning }
          return problem
        }))
    if isError {
      Terminal.message("error: \(file): if each row is what a group agreed all the same, add --accept-agreed")
      throw ExitCode.wrongData
    }
  }

  /// How many problems there are of each kind; nil when there are none.
  static func summary(of problems: ResponseProblems) -> String? {
    guard problems.count > 0 else { return nil }
    let more = problems.count - problems.list.count
    let counts = problems.counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
    return "\(problems.count) \(problems.count == 1 ? "problem" : "problems") (\(counts.joined(separator: ", ")))"
      + (more > 0 ? "; the first \(problems.list.count) are listed" : "")
  }

  /// What is said of a file that is too damaged to be used.
  static func damage(_ file: String, rows: Int, damaged: Int) -> String {
    "error: \(file): \(damaged) of \(rows) rows have problems, which is over half; check that it is the right file and "
      + "questionnaire, or go on with --accept-damaged"
  }
}

extension ResponseImport {
  /// What was imported, counted by sessions; nil where people answer one by one.
  var agreed: AgreedAnswers? {
    var agreed = AgreedAnswers(of: questionnaire)
    agreed?.add(sheet)
    return agreed
  }
}

extension DuplicatePolicy: ExpressibleByArgument {}
