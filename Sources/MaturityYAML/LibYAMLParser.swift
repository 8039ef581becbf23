import CLibYAML
import DigitalMaturity

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// libyaml's parser, one event at a time: all the code of this module that touches C's memory.
///
/// The parser and the event live on the heap, because libyaml keeps a pointer to its own parser. Each event is deleted
/// before the next one is read; the last one and the parser are deleted when this value ends, on every path.
@safe
struct LibYAMLParser: ~Copyable {
  /// What comes next in the file.
  enum Event {
    case scalar, alias, sequence, mapping, end, document, endOfFile
    /// An event that carries nothing: the beginning of the file, the end of a document.
    case other
    /// The file cannot be read on: ``problem`` says why.
    case failure
  }

  /// Why libyaml stopped, in its own words and places.
  struct Problem {
    var isAboutBytes: Bool
    var message: String
    /// For a problem with bytes, the offset of the first bad one.
    var byteOffset: Int
    /// The character that is not allowed, or less than 0.
    var value: Int
    var place: Place
    /// What was being read, and where it began.
    var context: String
    var contextPlace: Place
  }

  /// A place as libyaml counts: line and column from 1, characters from 0.
  struct Place {
    var mark: DocumentBuilder.Mark
    var character: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let isReady: Bool

  /// Begins to read UTF-8.
  /// - Parameter bytes: Must stay where they are as long as this value lives.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    isReady = unsafe yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    // A deleted event or parser is all zeros, and deleting zeros does nothing.
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Reads on.
  mutating func next() -> Event {
    unsafe yaml_event_delete(event)
    guard isReady, unsafe yaml_parser_parse(parser, event) == 1 else { return .failure }
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: return .scalar
    case YAML_MAPPING_START_EVENT: return .mapping
    case YAML_SEQUENCE_START_EVENT: return .sequence
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return .end
    case YAML_ALIAS_EVENT: return .alias
    case YAML_DOCUMENT_START_EVENT: return .document
    case YAML_STREAM_END_EVENT: return .endOfFile
    default: return .other
    }
  }

  /// Where the current event begins.
  var mark: DocumentBuilder.Mark { unsafe Self.place(event.pointee.start_mark).mark }

  /// Adds the current scalar.
  func addScalar(to builder: inout DocumentBuilder, quoted: Bool) throws(DocumentError) {
    // The bytes live until the next event; the builder copies them.
    let text = unsafe Span(_unsafeStart: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
    try builder.scalar(text, quoted: quoted, at: mark)
  }

  /// Whether the current scalar stands without quotes and is no block of text.
  var isPlain: Bool { unsafe event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// Whether the current scalar has no text.
  var isEmpty: Bool { unsafe event.pointee.data.scalar.length == 0 }

  /// The text of the current scalar.
  var text: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length))
  }

  /// The anchor and the tag of the current scalar, sequence or mapping; nil when it has neither, as almost all.
  var properties: (anchor: String?, tag: String?)? {
    let pointers =
      switch unsafe event.pointee.type {
      case YAML_SCALAR_EVENT: unsafe (event.pointee.data.scalar.anchor, event.pointee.data.scalar.tag)
      case YAML_SEQUENCE_START_EVENT:
        unsafe (event.pointee.data.sequence_start.anchor, event.pointee.data.sequence_start.tag)
      default: unsafe (event.pointee.data.mapping_start.anchor, event.pointee.data.mapping_start.tag)
      }
    if unsafe pointers.0 == nil, unsafe pointers.1 == nil { return nil }
    return unsafe (pointers.0.map { unsafe String(cString: $0) }, pointers.1.map { unsafe String(cString: $0) })
  }

  /// The name in the current alias.
  var aliasName: String { unsafe String(cString: event.pointee.data.alias.anchor) }

  /// What stopped the parser.
  var problem: Problem {
    let parser = unsafe parser.pointee
    return unsafe Problem(
      isAboutBytes: parser.error == YAML_READER_ERROR,
      message: parser.problem.map { unsafe String(cString: $0) } ?? "there is not enough memory",
      byteOffset: parser.problem_offset, value: Int(parser.problem_value), place: Self.place(parser.problem_mark),
      context: parser.context.map { unsafe String(cString: $0) } ?? "", contextPlace: Self.place(parser.context_mark))
  }

  /// The number of lines that begin with `%`. libyaml compares each directive with all before it, within one event,
  /// so they are counted before it sees them.
  static func directiveCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var count = 0
    var position = 0
    while position < bytes.count,
      let found = unsafe memchr(start + position, Int32(UInt8(ascii: "%")), bytes.count - position)
    {
      position = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
      // A line ends with a control character, or with one of those that are not ASCII.
      let before = position == 0 ? 0 : unsafe start[position - 1]
      if before < 0x20 || before > 0x7E { count += 1 }
      position += 1
    }
    return count
  }

  private static func place(_ mark: yaml_mark_t) -> Place {
    Place(
      mark: DocumentBuilder.Mark(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1),
      character: Int(clamping: mark.index))
  }
}
