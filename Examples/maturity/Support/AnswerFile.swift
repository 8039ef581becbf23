import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// A response file that finished interviews are added to, a row each, and beside it one of notes.
struct AnswerFile {
  let path: String
  private let questionnaire: Questionnaire
  private let format: TableFormat

  /// Checks that rows can be added to a file.
  init(_ path: String, of questionnaire: Questionnaire) throws {
    self.path = path
    self.questionnaire = questionnaire
    let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
    switch ending {
    case "jsonl", "ndjson": format = .jsonLines
    case "csv": format = .csv
    default:
      throw ValidationError("answers are added to a file whose name ends in .jsonl or .csv; “\(path)” ends in neither")
    }
    guard format == .csv else { return }
    var reader = CSVReader(.bytes(try GrowingFile.bytes(of: path)))
    guard let head = try? reader.next(rows: 1) else { return }
    let columns = head.cells(in: 0).map(head.text(of:))
    guard columns == ResponseForm.columns(of: questionnaire) else {
      Terminal.message(
        "error: \(path):1:1: the columns are not those of “\(questionnaire.id)” in their order; name another file, or one "
          + "that ends in .jsonl")
      throw ExitCode.wrongData
    }
  }

  /// The line on which a respondent stands; nil for nowhere.
  func line(of respondent: String) throws -> Int? {
    var search = PersonSearch([respondent])
    do throws(DocumentError) {
      try search.read(.bytes(try bytes()), file: path)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
    let column = ResponseForm.columns(of: questionnaire)[0]
    return search.places.first { Spelling.folded($0.column) == column }?.line
  }

  private func bytes() throws(DocumentError) -> [UInt8] {
    do { return try GrowingFile.bytes(of: path) } catch {
      throw DocumentError(
        Diagnostic(.unreadableFile, "the file cannot be read", at: SourceLocation(file: path, line: 1, column: 1)))
    }
  }

  /// Adds the answers of an interview, and its notes to a file beside.
  func add(_ interview: Interview) throws {
    let notes = interview.noteRows
    if !notes.isEmpty {
      let file = try GrowingFile(notesPath)
      try file.append((file.isEmpty ? InterviewNotes.header : []) + notes)
    }
    let file = try GrowingFile(path)
    let days = ["\(Day.today)"]
    switch format {
    case .jsonLines: try file.append(ResponseForm.jsonLines(interview.sheet, of: questionnaire, days: days).bytes)
    case .csv:
      let header = file.isEmpty ? ResponseForm.header(of: questionnaire).bytes : []
      try file.append(header + ResponseForm.rows(interview.sheet, of: questionnaire, days: days).bytes)
    }
  }

  /// Where notes go: “answers-notes.csv” beside “answers.jsonl”.
  var notesPath: String {
    let end = path.lastIndex(of: ".") ?? path.endIndex
    return "\(path[..<end])-notes.csv"
  }
}
