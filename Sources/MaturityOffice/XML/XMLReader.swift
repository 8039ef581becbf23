/// Reads a part of a workbook as XML, an event after another. Memory is that of a piece of 64 KiB.
struct XMLReader: ~Copyable {
  private var part: ZipPartReader
  private var parser: ExpatParser
  private let limits: WorkbookLimits
  private var chunk: [UInt8]
  private var batch = XMLBatch()
  private var nextEvent = 0
  private var hasEnded = false
  /// What follows the events that are there already.
  private var failure: WorkbookProblem?
  /// Bytes since something was found in them.
  private var fruitless = 0

  /// The most bytes one tag or comment may have: expat holds a whole one, and goes over it again for each piece of it.
  private static var bytesPerTag: Int { 1 << 20 }

  init(_ part: consuming ZipPartReader, limits: WorkbookLimits, bytesPerChunk: Int = 64 << 10) {
    self.part = part
    self.limits = limits
    parser = ExpatParser(depth: limits.depth)
    chunk = [UInt8](repeating: 0, count: bytesPerChunk)
  }

  /// The next event; nil at the end. Its bytes and attributes are there until the next one is asked for.
  mutating func next() throws(WorkbookProblem) -> XMLBatch.Event? {
    while nextEvent == batch.events.count {
      if let failure { throw failure }
      if hasEnded { return nil }
      try parseMore()
    }
    nextEvent += 1
    return batch.events[nextEvent - 1]
  }

  /// Appends the text of an event.
  func append(_ event: XMLBatch.Event, to text: inout [UInt8]) {
    text.append(contentsOf: batch.bytes[event.range])
  }

  /// Calls `body` with an attribute's value; returns nil if the start has no such attribute.
  func withAttribute<Result>(
    _ name: XMLName, of event: XMLBatch.Event, _ body: (Span<UInt8>) -> Result
  ) -> Result? {
    guard event.kind == .start else { return nil }
    for index in event.range where batch.attributes[index].name == name {
      return body(batch.bytes.span.extracting(batch.attributes[index].range))
    }
    return nil
  }

  /// An attribute's value as text.
  func attribute(_ name: XMLName, of event: XMLBatch.Event) -> String? {
    guard event.kind == .start else { return nil }
    for attribute in batch.attributes[event.range] where attribute.name == name {
      return String(decoding: batch.bytes[attribute.range], as: UTF8.self)
    }
    return nil
  }

  private mutating func parseMore() throws(WorkbookProblem) {
    batch.removeAll()
    nextEvent = 0
    let count = try part.read(into: &chunk)
    hasEnded = count < chunk.count
    parse(count)
    fruitless = batch.events.isEmpty ? fruitless + count : 0
    if failure == nil, fruitless > Self.bytesPerTag {
      failure = WorkbookProblem(
        code: .limit,
        message: """
          The part “\(part.name)” has a tag or comment of over \(Self.bytesPerTag) bytes, which is not read. Open the \
          workbook in a spreadsheet and save it again.
          """)
    }
  }

  /// Parses the first bytes of the piece: by expat up to the next start of a row, then the plain cells in it without.
  private mutating func parse(_ count: Int) {
    let chunk = chunk
    let text = chunk.span.extracting(0..<count)
    var place = 0
    var tag = PlainCell.rowTag(in: text, from: place)
    while failure == nil {
      let end = tag?.upperBound ?? count
      failure = problem(parser.parse(text.extracting(place..<end), isLast: hasEnded && end == count, into: &batch))
      if end == count { return }
      place = end
      guard failure == nil, let row = tag, parser.endsWithRow(of: row.count) else {
        // What looks like a row may be in a comment, which expat would go over again and again.
        tag = nil
        continue
      }
      // A cell and its value lie two deeper than the row.
      if batch.isInRow, batch.depth + 2 <= limits.depth {
        place = batch.addPlainCells(chunk, from: end, count: count)
        parser.leaveOut(place - end)
      }
      tag = PlainCell.rowTag(in: text, from: place)
    }
  }

  private func problem(_ outcome: ExpatParser.Outcome) -> WorkbookProblem? {
    switch outcome {
    case .done: nil
    case .documentType:
      WorkbookProblem(
        code: .documentType,
        message: """
          The part “\(part.name)” declares a document type, which no workbook needs and which can be made to do harm. \
          It is not read. Open the workbook in a spreadsheet and save it again.
          """)
    case .tooDeep:
      WorkbookProblem(
        code: .limit,
        message: """
          The part “\(part.name)” is nested deeper than \(limits.depth) elements. Open the workbook in a spreadsheet and \
          save it again.
          """)
    case .failed(let message, let line, let column):
      WorkbookProblem(
        code: .badXML,
        message: """
          The part “\(part.name)” is not valid XML (\(message), line \(line), column \(column)), so the file is damaged. \
          Download or copy it again, or save it again in a spreadsheet.
          """)
    }
  }
}
