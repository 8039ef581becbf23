public import DigitalMaturity
public import MaturityTables

extension Headcounts {
  /// Reads headcounts from a CSV file: columns named as attributes of the questionnaire, and `headcount`; a row a group.
  ///
  /// A value stands as its id or as its label in any language. Other columns are an error, so that a misspelt attribute is
  /// not passed over.
  /// - Parameters:
  ///   - source: The file.
  ///   - file: The name that diagnostics give it.
  ///   - questionnaire: The questionnaire whose attributes the columns are.
  /// - Throws: `DocumentError` with all problems, each with line and column.
  public static func read(
    _ source: consuming ByteSource, file: String, of questionnaire: Questionnaire
  ) throws(DocumentError) -> Headcounts {
    var reader = HeadcountReader(file: file, questionnaire: questionnaire, others: [])
    try reader.read(source)
    return try reader.headcounts()
  }

  /// Reads the headcounts of one audience from a CSV file that may hold those of others too: a row with a value that only
  /// another questionnaire's attribute has is not of this one.
  /// - Parameters:
  ///   - source: The file.
  ///   - file: The name that diagnostics give it.
  ///   - questionnaire: The questionnaire whose attributes the columns are.
  ///   - others: The questionnaires that other rows may be of.
  /// - Returns: Nil where all rows are of others.
  /// - Throws: As ``read(_:file:of:)``.
  public static func read(
    _ source: consuming ByteSource, file: String, of questionnaire: Questionnaire, beside others: [Questionnaire]
  ) throws(DocumentError) -> Headcounts? {
    var reader = HeadcountReader(file: file, questionnaire: questionnaire, others: others)
    try reader.read(source)
    return reader.isOfOthers ? nil : try reader.headcounts()
  }
}

extension HeadcountReader {
  fileprivate mutating func read(_ source: consuming ByteSource) throws(DocumentError) {
    let table: TableText
    do throws(TableError) { table = try TableText(source) } catch {
      throw ResponseOrder.documentError(error, file: file)
    }
    try read(CSVReader(.bytes(table.bytes)))
  }
}

private struct HeadcountReader {
  let file: String
  let questionnaire: Questionnaire
  let others: [Questionnaire]

  private static let column = "headcount"

  private var attributes: [(place: Int, attribute: Attribute)] = []
  /// Columns that are attributes of other questionnaires alone.
  private var columnsOfOthers: [Int] = []
  private var rowsOfOthers = 0
  private var people: Int?
  private var groups: [(group: Headcounts.Group, line: Int)] = []
  private var problems: [Diagnostic] = []

  init(file: String, questionnaire: Questionnaire, others: [Questionnaire]) {
    self.file = file
    self.questionnaire = questionnaire
    self.others = others
  }

  /// Whether all rows are of other questionnaires.
  var isOfOthers: Bool { problems.isEmpty && groups.isEmpty && rowsOfOthers > 0 }

  mutating func read(_ source: consuming CSVReader) throws(DocumentError) {
    var reader = source
    do throws(TableError) {
      guard let header = try reader.next(rows: 1) else {
        problems.append(
          Diagnostic(
            .emptyDocument, "the file is empty; its first row names attributes and “headcount”", at: place(1, 1)))
        return
      }
      readHeader(header)
      while let block = try reader.next() {
        for row in 0..<block.count { readRow(row, of: block) }
      }
    } catch {
      throw ResponseOrder.documentError(error, file: file)
    }
  }

  /// What was read, checked against the questionnaire.
  func headcounts() throws(DocumentError) -> Headcounts {
    if !problems.isEmpty { throw DocumentError(problems) }
    do throws(DocumentError) {
      return try Headcounts(
        attributes: attributes.map(\.attribute.id), groups: groups.map(\.group), of: questionnaire)
    } catch {
      throw DocumentError(
        error.diagnostics.map { problem in
          var problem = problem
          if case .index(let index)? = problem.path?.steps.last, groups.indices.contains(index) {
            problem.location = place(groups[index].line, 1)
          } else {
            problem.location = place(1, 1)
          }
          return problem
        })
    }
  }

  private mutating func readHeader(_ header: CSVBlock) {
    let known = questionnaire.attributes.map(\.id.rawValue) + [Self.column]
    for (position, cell) in header.cells(in: 0).enumerated() {
      let name = Spelling.folded(header.text(of: cell))
      if name == Self.column {
        people = position
      } else if let attribute = questionnaire.attributes.first(where: { Spelling.folded($0.id.rawValue) == name }) {
        attributes.append((position, attribute))
      } else if others.contains(where: { $0.attributes.contains { Spelling.folded($0.id.rawValue) == name } }) {
        columnsOfOthers.append(position)
      } else {
        problems.append(
          Diagnostic(
            .unknownReference,
            "“\(DocumentNode.short(name))” is no attribute of the questionnaire “\(questionnaire.id)”\(NearestName.hint(name, in: known))",
            at: place(1, position + 1)))
      }
    }
    if people == nil {
      problems.append(
        Diagnostic(.missingKey, "there is no column “headcount”; it holds the number of people", at: place(1, 1)))
    }
    if attributes.isEmpty {
      problems.append(
        Diagnostic(
          .missingKey, "there is no column that is an attribute\(NearestName.hint("", in: Array(known.dropLast())))",
          at: place(1, 1)))
    }
  }

  private mutating func readRow(_ row: Int, of block: CSVBlock) {
    guard let people, !attributes.isEmpty else { return }
    let line = block.line(of: row)
    let cells = block.cells(in: row).map { block.text(of: $0) }
    func cell(_ place: Int) -> String { cells.indices.contains(place) ? cells[place] : "" }
    let isOfOthers =
      columnsOfOthers.contains { !Spelling.folded(cell($0)).isEmpty }
      || attributes.contains { column, attribute in
        Self.value(cell(column), of: attribute) == nil
          && others.contains { other in
            other.attributes.contains { $0.id == attribute.id && Self.value(cell(column), of: $0) != nil }
          }
      }
    if isOfOthers {
      rowsOfOthers += 1
      return
    }
    var values: [Identifier<Attribute.Value>] = []
    for (column, attribute) in attributes {
      if let value = Self.value(cell(column), of: attribute) {
        values.append(value.id)
      } else {
        problems.append(
          Diagnostic(
            .unknownReference,
            "\(attribute.id) has no value “\(DocumentNode.short(cell(column)))”\(NearestName.hint(cell(column), in: attribute.values.map(\.id.rawValue)))",
            at: place(line, column + 1)))
      }
    }
    let text = cell(people).filter { $0 != " " && $0 != "," && $0 != "\u{A0}" }
    guard let count = Int(text), count >= 0 else {
      problems.append(
        Diagnostic(
          .invalidValue, "“\(DocumentNode.short(cell(people)))” is no headcount; write a whole number, 0 or more",
          at: place(line, people + 1)))
      return
    }
    if values.count == attributes.count { groups.append((Headcounts.Group(values, people: count), line)) }
  }

  /// The value that a cell stands for.
  private static func value(_ cell: String, of attribute: Attribute) -> Attribute.Value? {
    let text = Spelling.folded(cell)
    return attribute.values.first { value in
      Spelling.folded(value.id.rawValue) == text || value.label.all.contains { Spelling.folded($0) == text }
    }
  }

  private func place(_ line: Int, _ column: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }
}
