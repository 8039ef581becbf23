import DigitalMaturity
import MaturityTables

/// The file of notes that are made in interviews: CSV with columns `respondent`, `question` and `note`.
public enum InterviewNotes {
  /// The names of its columns.
  public static let columns = ["respondent", "question", "note"]

  /// The row that names them.
  public static var header: [UInt8] { row(columns) }

  static func row(_ cells: [String]) -> [UInt8] {
    var writer = CSVWriter()
    for cell in cells { writer.text(cell) }
    writer.endRow()
    return writer.bytes
  }
}

extension Interview {
  /// All notes in one text, each after what was asked, in the order of the questions.
  public var noteText: String {
    items.compactMap { item in notes[item.id].map { "\(item.text.text(in: language)): \($0)" } }
      .joined(separator: "; ")
  }

  /// A row of CSV for each note, in the order of the questions.
  public var noteRows: [UInt8] {
    items.flatMap { item in
      notes[item.id].map { InterviewNotes.row([respondent, item.id, $0]) } ?? []
    }
  }
}
