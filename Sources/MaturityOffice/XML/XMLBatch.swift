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

  /// Adds the start of an element; its attributes are those added since `first`.
  mutating func addStart(_ name: Span<UInt8>, attributesFrom first: Int) {
    let name = XMLName(name)
    open.append(name)
    events.append(Event(kind: .start, name: name, range: first..<attributes.count))
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
}
