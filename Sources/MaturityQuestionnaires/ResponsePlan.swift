import DigitalMaturity
import MaturityTables

/// What is read of each row of a response file: its columns, bound to a questionnaire. Workers share it.
struct ResponsePlan: Sendable {
  /// A column whose cells are the answers to an open question.
  struct OpenColumn: Sendable {
    /// The column's number in the file.
    var cell: Int
    /// The question's position.
    var index: Int
    var question: Question
    var kind: any OpenAnswerKind
  }

  /// How the file is written.
  let format: TableFormat
  /// The keys of JSON Lines that are columns.
  let keys: JSONKeys
  let questionnaire: Questionnaire
  let questions: [Question]
  /// The number of cells a row should have.
  let cells: Int
  /// The number of the column with respondents' ids.
  let respondent: Int?
  let columns: [ResponseColumn]
  private(set) var closed = CommonCells()
  private(set) var attributes = CommonCells()
  private(set) var open: [OpenColumn] = []

  init(_ questionnaire: Questionnaire, _ format: TableFormat, _ binding: HeaderBinding) {
    self.format = format
    let lists = binding.columns.indices.filter { binding.columns[$0].question?.optionKind != nil }
    keys = JSONKeys(binding.known, lists: Set(lists)) { key in
      Array(Spelling.folded(String(decoding: key, as: UTF8.self)).utf8)
    }
    columns = binding.columns
    cells = columns.count
    self.questionnaire = questionnaire
    questions = questionnaire.questions
    respondent = columns.firstIndex { if case .respondent = $0 { true } else { false } }
    for (number, column) in columns.enumerated() {
      switch column {
      case .respondent, .ignored: continue
      case .attribute(let index, let codes):
        attributes.add(cell: number, index: index, codes, blank: questionnaire.attributes[index].notStated) { _ in true
        }
      case .closed(let index, let question, let codes):
        closed.add(cell: number, index: index, codes, blank: UInt16(AnswerCode.unanswered.rawValue)) {
          Self.isOffered(AnswerCode(rawValue: UInt8(truncatingIfNeeded: $0)), question)
        }
      case .open(let index, let question, let kind):
        open.append(OpenColumn(cell: number, index: index, question: question, kind: kind))
      }
    }
  }

  /// Whether a code is an answer or a status that the question offers; branching's own needs no offer.
  static func isOffered(_ code: AnswerCode, _ question: Question) -> Bool {
    code.rawValue < AnswerCode.maximumOptions || code == .notShown || question.allowed.contains(code.status)
  }
}
