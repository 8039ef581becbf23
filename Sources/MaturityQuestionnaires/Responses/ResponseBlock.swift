import DigitalMaturity
import MaturityTables

/// What was read of a chunk of a response file, before it is known where in the file the chunk stands and who has been
/// met before it.
struct ResponseBlock: Sendable {
  /// Something wrong, at a line counted from the chunk's start.
  struct Note: Sendable {
    var code: Diagnostic.Code
    var message: String
    var line: Int
    var column: Int
    /// The row of the sheet, for what is not said of a row that is left out.
    var row: Int?
    /// Whether the row could not be read as it was meant.
    var isDamage = true
  }

  var sheet: AnswerSheet
  /// The ids of the rows of the sheet; empty when the file has no column of them.
  var ids = RespondentIds()
  /// The line of each row of the sheet, counted from 1 at the chunk's start.
  var lines: [UInt32] = []
  var notes: [Note] = []
  /// The keys of JSON Lines that are no column, as met first in the chunk.
  var unknownKeys: [JSONLinesReader.UnknownKey] = []
  /// The lines of the chunk.
  var lineCount = 0
  /// What ended the reading of the chunk, after the rows of the sheet.
  var failure: TableError?

  /// Empties the block, and keeps its memory unless someone else still holds it.
  mutating func removeAll() {
    sheet.removeAll()
    ids.removeAll()
    lines.removeAll(keepingCapacity: true)
    notes = []
    unknownKeys = []
    lineCount = 0
    failure = nil
  }
}
