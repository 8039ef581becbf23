public import DigitalMaturity

extension ResponseReader {
  /// Reads all response files of a questionnaire as one sheet, in which each respondent has one row with what they answered in
  /// any of the files.
  ///
  /// So a short questionnaire that was asked in a session, and the rest of it that was sent out beforehand, are answers to the
  /// whole. What one file does not ask is blank there, which is no problem where another asks it. The files are those that
  /// ``fold(files:questionnaire:duplicates:workers:progress:into:_:)`` reads; all have respondents' ids. A row without one
  /// counts as one more person and is a problem.
  ///
  /// Memory is that of all answers. O(answers).
  ///
  /// - Parameters:
  ///   - files: The files, in order; those with a row an answer count after the others.
  ///   - questionnaire: The questionnaire that was answered.
  ///   - duplicates: Which of several answers of one respondent to one question counts, where they differ.
  ///   - progress: Told each file before it is read, and how many respondents there are.
  /// - Returns: The sheet, and a report of each file; its ``ResponseFileReport/repeats`` are answers that do not count.
  /// - Throws: `DocumentError` when a file has no header, no column `respondent`, none of its columns is a question, or it
  ///   cannot be read to its end, with the problems of the files before it.
  public static func join(
    files: [ResponseFile], questionnaire: Questionnaire, duplicates: DuplicatePolicy = .reject,
    progress: (String, Int) -> Void = { _, _ in }
  ) throws(DocumentError) -> (sheet: AnswerSheet, files: [ResponseFileReport]) {
    var joined = JoinedResponses(questionnaire, duplicates)
    var long: LongResponses?
    var reports: [ResponseFileReport] = []
    do throws(DocumentError) {
      for file in files {
        progress(file.name, joined.sheet.count)
        var source = file.open()
        if try LongResponses.isLong(&source, file, questionnaire) {
          var responses = long.take() ?? LongResponses(questionnaire, duplicates)
          try responses.read(source, file: file.name)
          long = responses
        } else {
          reports.append(try joined.read(file, source))
        }
      }
    } catch {
      throw DocumentError(reports.flatMap(\.problems.list) + error.diagnostics)
    }
    if let long = long.take() { reports += joined.add(long) }
    if let first = reports.first, !joined.missing.isEmpty {
      var problems = first.problems
      for name in joined.missing {
        problems.add(
          Diagnostic(
            .missingColumn, severity: .warning, "no file has a column “\(name)”; it counts as blank for everyone",
            at: SourceLocation(file: first.name, line: 1, column: 1)))
      }
      reports[0] = ResponseFileReport(
        name: first.name, problems: problems, respondents: first.respondents, repeats: first.repeats, rows: first.rows,
        damagedRows: first.damagedRows)
    }
    return (joined.sheet, reports)
  }
}
