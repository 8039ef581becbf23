import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// A response file that finished interviews are added to, a row each, and beside it one of notes.
struct AnswerFile {
  let path: String
  private let questionnaire: Questionnaire
  private let format: TableFormat
  /// Whether notes stand in a column of their own: in a file of ratings, where results of the person show them.
  let hasNotes: Bool
  private static let noteColumn = "note"

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
    let isTableOfRatings = questionnaire.isNamed && format == .csv
    var reader = CSVReader(.bytes(try GrowingFile.bytes(of: path)))
    guard format == .csv, let head = try? reader.next(rows: 1) else {
      hasNotes = isTableOfRatings
      return
    }
    let columns = head.cells(in: 0).map(head.text(of:))
    hasNotes = isTableOfRatings && columns.last == Self.noteColumn
    guard columns == ResponseForm.columns(of: questionnaire) + (hasNotes ? [Self.noteColumn] : []) else {
      Terminal.message(
        "error: \(path):1:1: the columns are not those of “\(questionnaire.id)” in their order; name another file, or one "
          + "that ends in .jsonl")
      throw ExitCode.wrongData
    }
  }

  /// The line on which a respondent stands; of ratings, which somebody gives again and again, the one on which the same rater
  /// rates the person today; nil for nowhere.
  func line(of respondent: String) throws -> Int? {
    var search = PersonSearch(
      questionnaire.isNamed ? [respondent, questionnaire.audience, "\(Day.today)"] : [respondent])
    do throws(DocumentError) {
      try search.read(.bytes(try bytes()), file: path)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
    let columns = ResponseForm.columns(of: questionnaire).prefix(questionnaire.isNamed ? 3 : 1)
    return Dictionary(grouping: search.places, by: \.line)
      .filter { Set($0.value.map { Spelling.folded($0.column) }).isSuperset(of: columns) }.keys.min()
  }

  private func bytes() throws(DocumentError) -> [UInt8] {
    do { return try GrowingFile.bytes(of: path) } catch {
      throw DocumentError(
        Diagnostic(.unreadableFile, "the file cannot be read", at: SourceLocation(file: path, line: 1, column: 1)))
    }
  }

  /// Adds the answers of an interview, with its notes or those to a file beside.
  func add(_ interview: Interview) throws {
    let notes = interview.noteRows
    if !notes.isEmpty, !hasNotes {
      let file = try GrowingFile(notesPath)
      try file.append((file.isEmpty ? InterviewNotes.header : []) + notes)
    }
    let file = try GrowingFile(path)
    let days = ["\(Day.today)"]
    switch format {
    case .jsonLines: try file.append(ResponseForm.jsonLines(interview.sheet, of: questionnaire, days: days).bytes)
    case .csv:
      let extra = hasNotes ? [(name: Self.noteColumn, texts: [interview.noteText])] : []
      let header = file.isEmpty ? ResponseForm.header(of: questionnaire, extra: extra.map(\.name)).bytes : []
      try file.append(header + ResponseForm.rows(interview.sheet, of: questionnaire, days: days, extra: extra).bytes)
    }
  }

  /// Where notes go: “answers-notes.csv” beside “answers.jsonl”.
  var notesPath: String {
    let end = path.lastIndex(of: ".") ?? path.endIndex
    return "\(path[..<end])-notes.csv"
  }
}
