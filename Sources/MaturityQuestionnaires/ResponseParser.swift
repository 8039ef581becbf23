import DigitalMaturity
import MaturityTables

/// Turns the rows of a chunk into a sheet. What a worker has of its own.
struct ResponseParser: Sendable {
  private let plan: ResponsePlan
  private var block: ResponseBlock
  private var rows: [CommonCells.Row] = []
  private var codes: [UInt8] = []
  private var values: [UInt16] = []
  private var others: [CommonCells.OtherCell] = []
  /// Memory that the next chunk uses again.
  private var table = CSVBlock()
  private var rowsBefore = 0

  init(_ plan: ResponsePlan) {
    self.plan = plan
    block = ResponseBlock(sheet: AnswerSheet(for: plan.questionnaire))
  }

  /// Reads all rows of a chunk. O(bytes).
  mutating func parse(_ chunk: TableChunk) -> ResponseBlock {
    block = ResponseBlock(sheet: AnswerSheet(for: plan.questionnaire))
    block.sheet.reserve(rowsBefore)
    switch plan.format {
    case .csv: readCSV(chunk)
    case .jsonLines: readJSONLines(chunk)
    }
    block.idColumn = plan.respondent ?? 0
    // A few more, so that chunks with as many respondents need no second place.
    rowsBefore = block.sheet.count + block.sheet.count / 64
    defer { block = ResponseBlock(sheet: AnswerSheet(for: plan.questionnaire)) }
    return block
  }

  private mutating func readCSV(_ chunk: TableChunk) {
    var reader = CSVReader(chunk, reusing: table)
    table = CSVBlock()
    do throws(TableError) {
      // Few rows at a time, so that their cells are in the processor's cache when they are looked up.
      while let table = try reader.next(rows: Self.rowsAtATime) { read(table) }
    } catch {
      block.failure = error
    }
    block.lineCount = reader.line - 1
    table = reader.memory()
  }

  private mutating func readJSONLines(_ chunk: TableChunk) {
    var reader = JSONLinesReader(chunk, keys: plan.keys, reusing: table)
    table = CSVBlock()
    do throws(TableError) {
      while let table = try reader.next(rows: Self.rowsAtATime) { read(table) }
    } catch {
      block.failure = error
    }
    block.lineCount = reader.line - 1
    block.unknownKeys = reader.unknown
    table = reader.memory()
  }

  private static let rowsAtATime = 512

  private mutating func read(_ table: CSVBlock) {
    for problem in table.problems {
      note(Diagnostic.Code(rawValue: problem.code.rawValue), problem.message, problem.line, problem.column)
    }
    findRows(of: table)
    let first = block.sheet.count
    readColumns(of: table)
    for column in plan.open { read(column, of: table, firstRow: first) }
  }

  // MARK: Rows

  /// Finds the rows that have something in them.
  private mutating func findRows(of table: CSVBlock) {
    rows.removeAll(keepingCapacity: true)
    for index in 0..<table.count {
      let cells = table.cells(in: index)
      let line = table.line(of: index)
      if isEmpty(cells, of: table) {
        note(.emptyRow, "the row has nothing in it and is left out", line, 1, isDamage: false)
        continue
      }
      if cells.count != plan.cells { noteRagged(cells.count, line) }
      rows.append(
        CommonCells.Row(firstCell: cells.lowerBound, cells: min(cells.count, plan.cells), line: line))
      block.lines.append(UInt32(truncatingIfNeeded: line))
      guard let respondent = plan.respondent else { continue }
      if respondent < cells.count {
        let bytes = table.bytes.span
        block.ids.add(bytes.extracting(table.range(of: cells.lowerBound + respondent)))
      } else {
        block.ids.addNone()
      }
    }
  }

  private func isEmpty(_ cells: Range<Int>, of table: CSVBlock) -> Bool {
    let bytes = table.bytes.span
    for cell in cells {
      for place in table.range(of: cell) where bytes[place] != 0x20 && bytes[place] != 0x09 { return false }
    }
    return true
  }

  // MARK: Columns

  /// Reads the columns of closed questions and attributes.
  private mutating func readColumns(of table: CSVBlock) {
    let first = block.sheet.count
    codes.removeAll(keepingCapacity: true)
    codes.append(contentsOf: repeatElement(AnswerCode.unanswered.rawValue, count: rows.count * plan.questions.count))
    values.removeAll(keepingCapacity: true)
    for attribute in plan.questionnaire.attributes {
      values.append(contentsOf: repeatElement(attribute.notStated, count: rows.count))
    }
    others.removeAll(keepingCapacity: true)
    plan.closed.read(table, rows, into: &codes, others: &others)
    for other in others { readClosed(plan.closed.columns[other.column].cell, other.row, table, first) }
    others.removeAll(keepingCapacity: true)
    plan.attributes.read(table, rows, into: &values, others: &others)
    for other in others { readAttribute(plan.attributes.columns[other.column].cell, other.row, table, first) }
    block.sheet.addRespondents(rows.count, codes: codes, values: values)
  }

  private mutating func readClosed(_ number: Int, _ row: Int, _ table: CSVBlock, _ first: Int) {
    guard case .closed(let index, let question, let meanings) = plan.columns[number] else { return }
    let bytes = table.bytes.span
    let cell = bytes.extracting(table.range(of: rows[row].firstCell + number))
    switch meanings.meaning(of: cell) {
    case .blank: return
    case .code(let raw):
      let code = AnswerCode(rawValue: UInt8(truncatingIfNeeded: raw))
      codes[index * rows.count + row] = code.rawValue
      checkOffered(code, question, column(number, row, table), row, first)
    case .unknown:
      noteUnknown(
        cell, question.id.rawValue, question.answers.options.map(\.id.rawValue), "blank", column(number, row, table),
        row,
        first)
    }
  }

  private mutating func readAttribute(_ number: Int, _ row: Int, _ table: CSVBlock, _ first: Int) {
    guard case .attribute(let index, let meanings) = plan.columns[number] else { return }
    let attribute = plan.questionnaire.attributes[index]
    let bytes = table.bytes.span
    let cell = bytes.extracting(table.range(of: rows[row].firstCell + number))
    switch meanings.meaning(of: cell) {
    case .blank: return
    case .code(let value): values[index * rows.count + row] = value
    case .unknown:
      noteUnknown(
        cell, attribute.id.rawValue, attribute.values.map(\.id.rawValue), "not stated", column(number, row, table), row,
        first)
    }
  }

  private mutating func read(_ column: ResponsePlan.OpenColumn, of table: CSVBlock, firstRow first: Int) {
    let bytes = table.bytes.span
    for (row, place) in rows.enumerated() where column.cell < place.cells {
      let cell = bytes.extracting(table.range(of: place.firstCell + column.cell))
      switch CellCodes.statuses.meaning(of: cell) {
      case .blank: continue
      case .code(let raw):
        let code = AnswerCode(rawValue: UInt8(truncatingIfNeeded: raw))
        block.sheet.set(code, question: column.index, row: first + row)
        checkOffered(code, column.question, self.column(column.cell, row, table), row, first)
      case .unknown:
        if let answer = column.kind.encode(cell) {
          block.sheet.set(answer, question: column.index, row: first + row)
        } else {
          note(
            .unknownAnswer,
            "“\(Self.text(cell))” in column “\(column.question.id)” \(column.kind.mismatch(of: cell))",
            place.line, self.column(column.cell, row, table), row: first + row)
        }
      }
    }
  }

  // MARK: Problems

  /// Notes a status that the question does not offer.
  private mutating func checkOffered(
    _ code: AnswerCode, _ question: Question, _ column: Int, _ row: Int, _ first: Int
  ) {
    guard !ResponsePlan.isOffered(code, question) else { return }
    note(
      .statusNotAllowed, "“\(question.id)” does not offer “\(code.status.words)”; it is kept as that all the same",
      rows[row].line, column, row: first + row, isDamage: false)
  }

  private mutating func noteRagged(_ count: Int, _ line: Int) {
    let outcome = count < plan.cells ? "the missing ones count as blank" : "the surplus ones are left out"
    note(
      .raggedRow, "the row has \(count) cells and the header \(plan.cells); \(outcome)", line,
      min(count, plan.cells) + 1, isDamage: count > plan.cells)
  }

  private mutating func noteUnknown(
    _ cell: Span<UInt8>, _ name: String, _ known: [String], _ outcome: String, _ column: Int, _ row: Int,
    _ first: Int
  ) {
    let text = Self.text(cell)
    note(
      .unknownAnswer,
      "“\(text)” in column “\(name)” is not one of its answers; it counts as \(outcome)\(NearestName.hint(text, in: known))",
      rows[row].line, column, row: first + row)
  }

  private mutating func note(
    _ code: Diagnostic.Code, _ message: String, _ line: Int, _ column: Int, row: Int? = nil, isDamage: Bool = true
  ) {
    block.notes.append(
      ResponseBlock.Note(code: code, message: message, line: line, column: column, row: row, isDamage: isDamage))
  }

  /// Where a cell is said to stand: the number of its column, and in JSON Lines its byte in the line.
  private func column(_ number: Int, _ row: Int, _ table: CSVBlock) -> Int {
    guard plan.format == .jsonLines else { return number + 1 }
    let start = table.range(of: rows[row].firstCell + number).lowerBound
    return start - (table.bytes[..<start].lastIndex(of: 0x0A) ?? -1)
  }

  /// A cell for messages: at most 40 characters of it.
  static func text(_ cell: Span<UInt8>) -> String {
    let text = String(decoding: cell.indices.prefix(200).map { cell[$0] }, as: UTF8.self)
    return text.count <= 40 ? text : "\(text.prefix(39))…"
  }
}
