import DigitalMaturity
import MaturityTables

/// What is read of each row of a response file: its columns, bound to a questionnaire. Workers share it.
struct ResponsePlan: Sendable {
  /// A column whose cells are the values of an attribute.
  struct AttributeColumn: Sendable {
    /// The column's number in the file.
    var number: Int
    /// Which of the columns of kept cells it is.
    var kept: Int
    /// The attribute's position.
    var index: Int
    var table: CellTable
    var meanings: CellCodes
  }

  /// A column whose cells are the answers to an open question.
  struct OpenColumn: Sendable {
    /// The column's number in the file.
    var number: Int
    /// Which of the columns of kept cells it is.
    var kept: Int
    /// The question's position.
    var index: Int
    var question: Question
    var kind: any OpenAnswerKind
  }

  /// How the file is written.
  let format: TableFormat
  /// The keys of JSON Lines that are columns; none for other formats.
  let keys: JSONKeys
  let questionnaire: Questionnaire
  /// The columns as the file has them.
  let columns: [ResponseColumn]
  /// The ids of the attributes and questions that the file has a column of; nil for JSON Lines, whose keys come with each
  /// line.
  let names: Set<String>?
  /// How they are read: the answers to each closed question are codes, other cells are kept.
  let coded: CodedColumns
  /// The column with respondents' ids: its number, and which of those that are kept it is.
  private(set) var respondent: (number: Int, kept: Int)?
  private(set) var attributes: [AttributeColumn] = []
  private(set) var open: [OpenColumn] = []
  /// No respondents, to be copied.
  let emptySheet: AnswerSheet

  init(_ questionnaire: Questionnaire, _ format: TableFormat, _ binding: HeaderBinding) {
    self.format = format
    let lists = binding.columns.indices.filter { binding.columns[$0].question?.optionKind != nil }
    keys = JSONKeys(format == .jsonLines ? binding.known : [], lists: Set(lists)) { key in
      Array(Spelling.folded(String(decoding: key, as: UTF8.self)).utf8)
    }
    columns = binding.columns
    names = format == .jsonLines ? nil : Set(binding.columns.compactMap { $0.name(in: questionnaire) })
    self.questionnaire = questionnaire
    emptySheet = AnswerSheet(for: questionnaire)
    var coded = CodedColumns(codeCount: emptySheet.columns.count, blank: AnswerCode.unanswered.rawValue)
    for (number, column) in columns.enumerated() {
      switch column {
      case .ignored: coded.addIgnored()
      case .respondent: respondent = (number, coded.addKept())
      case .attribute(let index, let meanings):
        attributes.append(
          AttributeColumn(
            number: number, kept: coded.addKept(), index: index, table: meanings.table, meanings: meanings))
      case .closed(let index, _, let meanings): coded.addCodes(meanings.table, index: index)
      case .open(let index, let question, let kind):
        open.append(OpenColumn(number: number, kept: coded.addKept(), index: index, question: question, kind: kind))
      }
    }
    self.coded = coded
  }
}
