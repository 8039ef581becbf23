/// What stands in a piece of an XML file, in its order: starts, ends and texts, with their bytes in one place.
struct XMLBatch {
  enum Kind {
    case start, end, text
  }

  struct Event {
    var kind: Kind
    var name: XMLName
    /// Of a text, its bytes in ``bytes``; of a start, its attributes in ``attributes``.
    var range: Range<Int>
  }

  struct Attribute {
    var name: XMLName
    /// The value's bytes in ``bytes``.
    var range: Range<Int>
  }

  private(set) var events: [Event] = []
  private(set) var attributes: [Attribute] = []
  private(set) var bytes: [UInt8] = []

  /// The names of the elements that have started and not ended.
  private var open: [XMLName] = []

  /// How deep the elements are nested.
  var depth: Int { open.count }

  /// Whether the start of a row is the last that was added, and has not ended.
  var isInRow: Bool { events.last?.kind == .start && open.last == .row }

  /// Forgets what it holds, but not which elements are open, and keeps the memory.
  mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds an attribute of the start that is added next. Only those that mean something are kept.
  mutating func addAttribute(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    let name = XMLName(name)
    if name == .other { return }
    attributes.append(Attribute(name: name, range: add(value)))
  }

  /// Adds the start of an element, whose attributes are those added since `first`; returns its name.
  mutating func addStart(_ name: Span<UInt8>, attributesFrom first: Int) -> XMLName {
    let name = XMLName(name)
    open.append(name)
    events.append(Event(kind: .start, name: name, range: first..<attributes.count))
    return name
  }

  /// Adds the end of the element that started last and has not ended.
  mutating func addEnd() {
    events.append(Event(kind: .end, name: open.popLast() ?? .other, range: 0..<0))
  }

  mutating func addText(_ text: Span<UInt8>) {
    // The parser gives line ends and references piece by piece.
    if let last = events.last, last.kind == .text {
      events[events.count - 1].range = last.range.lowerBound..<add(text).upperBound
    } else {
      events.append(Event(kind: .text, name: .other, range: add(text)))
    }
  }

  private mutating func add(_ text: Span<UInt8>) -> Range<Int> {
    let start = bytes.count
    for index in 0..<text.count { bytes.append(text[index]) }
    return start..<bytes.count
  }

  // MARK: Plain cells

  /// Adds the plain cells that follow each other in the first `count` bytes of a text, as the parser would. Returns where
  /// they end.
  mutating func addPlainCells(_ text: [UInt8], from start: Int, count: Int) -> Int {
    let span = text.span.extracting(0..<count)
    let offset = bytes.count - start
    var end = start
    while let cell = PlainCell(span, at: end) {
      add(cell, offset)
      end = cell.end
    }
    bytes.append(contentsOf: text[start..<end])
    return end
  }

  /// - Parameter offset: How much further on the cell's text stands in ``bytes``.
  private mutating func add(_ cell: PlainCell, _ offset: Int) {
    let first = attributes.count
    func add(_ name: XMLName, _ range: Range<Int>?) {
      if let range { attributes.append(Attribute(name: name, range: range.shifted(by: offset))) }
    }
    add(.r, cell.reference)
    add(.s, cell.style)
    add(.t, cell.type)
    events.append(Event(kind: .start, name: .c, range: first..<attributes.count))
    if let value = cell.value {
      events.append(Event(kind: .start, name: .v, range: attributes.count..<attributes.count))
      if !value.isEmpty { events.append(Event(kind: .text, name: .other, range: value.shifted(by: offset))) }
      events.append(Event(kind: .end, name: .v, range: 0..<0))
    }
    events.append(Event(kind: .end, name: .c, range: 0..<0))
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
