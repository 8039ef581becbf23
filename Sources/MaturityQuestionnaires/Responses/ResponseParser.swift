import DigitalMaturity
import MaturityTables

/// Turns the rows of a chunk into a sheet. What a worker has of its own.
struct ResponseParser: Sendable {
  private let plan: ResponsePlan
  private var block: ResponseBlock
  /// A block that is done with, for the memory it has. One alone: workers finish each other's blocks, and would gather them.
  private var spare: ResponseBlock?
  /// Memory that every chunk uses again.
  private var rows: CodedRows
  /// The codes of ``rows``, column by column.
  private var codes: [UInt8] = []
  private var values: [UInt16] = []
  private var keys = JSONKeyOrder()
  private var rowsBefore = 0

  init(_ plan: ResponsePlan) {
    self.plan = plan
    block = ResponseBlock(sheet: plan.emptySheet)
    rows = CodedRows(plan.coded)
  }

  /// Reads all rows of a chunk. O(bytes).
  mutating func parse(_ chunk: TableChunk) -> ResponseBlock {
    block = spare.take() ?? ResponseBlock(sheet: plan.emptySheet)
    block.sheet.reserve(rowsBefore)
    do throws(TableError) {
      switch plan.format {
      case .csv: try readCSV(chunk)
      case .jsonLines: try readJSONLines(chunk)
      }
    } catch {
      block.failure = error
    }
    // A few more, so that chunks with as many respondents need no second place.
    rowsBefore = block.sheet.count + block.sheet.count / 64
    var parsed = ResponseBlock(sheet: plan.emptySheet)
    swap(&parsed, &block)
    return parsed
  }

  /// Takes a block back that is done with, so that its memory is used again.
  mutating func recycle(_ block: consuming ResponseBlock) {
    guard spare == nil else { return }
    block.removeAll()
    spare = block
  }

  private mutating func readCSV(_ chunk: TableChunk) throws(TableError) {
    var reader = CodedCSVReader(chunk)
    defer { block.lineCount = reader.line - 1 }
    while try reader.next(into: &rows) { take(reader.bytes.span) }
  }

  private mutating func readJSONLines(_ chunk: TableChunk) throws(TableError) {
    var reader = JSONLinesReader(chunk, keys: plan.keys, order: keys)
    defer {
      block.lineCount = reader.line - 1
      block.unknownKeys = reader.unknown
      keys = reader.order
    }
    while try reader.next(into: &rows) { take(reader.bytes.span) }
  }

  /// Takes the rows just read, whose cells are ranges of `bytes`, into the block.
  private mutating func take(_ bytes: Span<UInt8>) {
    noteRows()
    let first = block.sheet.count
    block.lines += rows.lines
    if let respondent = plan.respondent {
      for row in 0..<rows.count { block.ids.add(bytes.extracting(kept(row, respondent.kept))) }
    }
    for cell in rows.others { readClosed(cell, bytes, first) }
    values.removeAll(keepingCapacity: true)
    for attribute in plan.questionnaire.attributes {
      values.append(contentsOf: repeatElement(attribute.notStated, count: rows.count))
    }
    for column in plan.attributes { readAttribute(column, bytes, first) }
    rows.transpose(into: &codes)
    block.sheet.addRespondents(rows.count, codes: codes, stride: CodedRows.capacity, values: values)
    for column in plan.open { readOpen(column, bytes, first) }
  }

  // MARK: Cells

  /// Where a row's cell in a column of kept cells is among the bytes.
  private func kept(_ row: Int, _ index: Int) -> Range<Int> {
    rows.kept[row * plan.coded.keptCount + index].range
  }

  /// Reads a cell of a closed question the exact way.
  private mutating func readClosed(_ other: CodedRows.OtherCell, _ bytes: Span<UInt8>, _ first: Int) {
    guard case .closed(let index, let question, let meanings) = plan.columns[other.column] else { return }
    let cell = bytes.extracting(other.bytes)
    switch meanings.meaning(of: cell) {
    case .blank: return
    case .code(let raw):
      let code = AnswerCode(rawValue: UInt8(truncatingIfNeeded: raw))
      rows.codes[rows.place(other.row, index)] = code.rawValue
      checkOffered(code, question, column(other.column, other.row, other.bytes), other.row, first)
    case .unknown:
      noteUnknown(
        cell, question.id.rawValue, question.answers.options.map(\.id.rawValue), "blank",
        column(other.column, other.row, other.bytes), other.row, first)
    }
  }

  private mutating func readAttribute(_ column: ResponsePlan.AttributeColumn, _ bytes: Span<UInt8>, _ first: Int) {
    let start = column.index * rows.count
    for row in 0..<rows.count {
      let range = kept(row, column.kept)
      if range.isEmpty { continue }
      let code = column.table.code(of: bytes, range.lowerBound, range.upperBound)
      if code != CellTable.unknown {
        values[start + row] = code
        continue
      }
      let cell = bytes.extracting(range)
      switch column.meanings.meaning(of: cell) {
      case .blank: continue
      case .code(let value): values[start + row] = value
      case .unknown:
        let attribute = plan.questionnaire.attributes[column.index]
        noteUnknown(
          cell, attribute.id.rawValue, attribute.values.map(\.id.rawValue), "not stated",
          self.column(column.number, row, range), row, first)
      }
    }
  }

  private mutating func readOpen(_ column: ResponsePlan.OpenColumn, _ bytes: Span<UInt8>, _ first: Int) {
    for row in 0..<rows.count {
      let range = kept(row, column.kept)
      let cell = bytes.extracting(range)
      switch CellCodes.statuses.meaning(of: cell) {
      case .blank: continue
      case .code(let raw):
        let code = AnswerCode(rawValue: UInt8(truncatingIfNeeded: raw))
        block.sheet.set(code, question: column.index, row: first + row)
        checkOffered(code, column.question, self.column(column.number, row, range), row, first)
      case .unknown:
        if let answer = column.kind.encode(cell) {
          block.sheet.set(answer, question: column.index, row: first + row)
        } else {
          note(
            .unknownAnswer,
            "“\(Self.text(cell))” in column “\(column.question.id)” \(column.kind.mismatch(of: cell))",
            Int(rows.lines[row]), self.column(column.number, row, range), row: first + row)
        }
      }
    }
  }

  // MARK: Problems

  /// Notes what is wrong with rows as such.
  private mutating func noteRows() {
    for problem in rows.problems {
      note(Diagnostic.Code(rawValue: problem.code.rawValue), problem.message, problem.line, problem.column)
    }
    for line in rows.emptyLines {
      note(.emptyRow, "the row has nothing in it and is left out", line, 1, isDamage: false)
    }
    for (row, cells) in rows.ragged {
      let outcome = cells < plan.columns.count ? "the missing ones count as blank" : "the surplus ones are left out"
      note(
        .raggedRow,
        "the row has \(cells) \(cells == 1 ? "cell" : "cells") and the header \(plan.columns.count); \(outcome)",
        Int(rows.lines[row]), min(cells, plan.columns.count) + 1, isDamage: cells > plan.columns.count)
    }
  }

  /// Notes a status that the question does not offer.
  private mutating func checkOffered(
    _ code: AnswerCode, _ question: Question, _ column: Int, _ row: Int, _ first: Int
  ) {
    guard !question.offers(code) else { return }
    note(
      .statusNotAllowed, "“\(question.id)” does not offer “\(code.status.words)”; it is kept as that all the same",
      Int(rows.lines[row]), column, row: first + row, isDamage: false)
  }

  private mutating func noteUnknown(
    _ cell: Span<UInt8>, _ name: String, _ known: [String], _ outcome: String, _ column: Int, _ row: Int, _ first: Int
  ) {
    let text = Self.text(cell)
    note(
      .unknownAnswer,
      "“\(text)” in column “\(name)” is not one of its answers; it counts as \(outcome)\(NearestName.hint(text, in: known))",
      Int(rows.lines[row]), column, row: first + row)
  }

  private mutating func note(
    _ code: Diagnostic.Code, _ message: String, _ line: Int, _ column: Int, row: Int? = nil, isDamage: Bool = true
  ) {
    block.notes.append(
      ResponseBlock.Note(code: code, message: message, line: line, column: column, row: row, isDamage: isDamage))
  }

  /// Where a cell is said to stand: the number of its column, and in JSON Lines its byte in the line.
  private func column(_ number: Int, _ row: Int, _ cell: Range<Int>) -> Int {
    plan.format == .csv ? number + 1 : cell.lowerBound - Int(rows.starts[row]) + 1
  }

  /// A cell for messages: at most 40 characters of it.
  static func text(_ cell: Span<UInt8>) -> String {
    let text = String(decoding: cell.indices.prefix(200).map { cell[$0] }, as: UTF8.self)
    return text.count <= 40 ? text : "\(text.prefix(39))…"
  }
}
