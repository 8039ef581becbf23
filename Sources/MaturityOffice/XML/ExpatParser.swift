import CExpat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// expat's parser: all the code of this module that touches its memory.
///
/// Nothing is ever fetched: expat reads no external entity unless it is given a handler for them, and a file that
/// declares a document type, where entities are declared, is stopped at that place.
@safe
struct ExpatParser: ~Copyable {
  enum Outcome {
    case done
    /// The file declares a document type.
    case documentType
    /// Elements are nested deeper than the limit.
    case tooDeep
    /// The file is not well-formed XML, in expat's words.
    case failed(String, line: Int, column: Int)
  }

  private let parser: XML_Parser?
  private let state: UnsafeMutablePointer<HandlerState>
  /// How many bytes were parsed.
  private var parsed = 0
  /// A line, and how many bytes of it were left out.
  private var leftOut = (line: 0, bytes: 0)

  init(depth: Int) {
    unsafe parser = XML_ParserCreateNS(nil, XML_Char(XMLNamespace.separator))
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: HandlerState(deepest: depth, parser: parser))
    guard let parser = unsafe parser else { return }
    unsafe XML_SetUserData(parser, state)
    unsafe XML_SetElementHandler(parser, startElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, characterData)
    unsafe XML_SetStartDoctypeDeclHandler(parser, startDocumentType)
  }

  deinit {
    if let parser = unsafe parser { unsafe XML_ParserFree(parser) }
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Parses a piece of the file, at most 1 GiB, and adds what it holds to `batch`.
  mutating func parse(_ text: Span<UInt8>, isLast: Bool, into batch: inout XMLBatch) -> Outcome {
    guard let parser = unsafe parser else { return .failed("there is not enough memory", line: 0, column: 0) }
    parsed += text.count
    unsafe swap(&state.pointee.batch, &batch)
    let status = unsafe text.withUnsafeBytes { buffer in
      // expat takes characters, which are the same bytes.
      unsafe XML_Parse(
        parser, buffer.assumingMemoryBound(to: CChar.self).baseAddress, Int32(clamping: buffer.count), isLast ? 1 : 0)
    }
    unsafe swap(&state.pointee.batch, &batch)
    if let stop = unsafe state.pointee.stop { return stop }
    if status == XML_STATUS_OK { return .done }
    let message = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
    let line = unsafe Int(clamping: XML_GetCurrentLineNumber(parser))
    let column = unsafe Int(clamping: XML_GetCurrentColumnNumber(parser)) + 1
    return .failed(
      message ?? "it cannot be read", line: line, column: column + (line == leftOut.line ? leftOut.bytes : 0))
  }

  /// Whether the last that was parsed, all of `count` bytes, is the start of a row, which what follows is in. A comment that
  /// looks like one is none.
  func endsWithRow(of count: Int) -> Bool {
    let row = unsafe state.pointee.row
    return row.count == count && row.upperBound == parsed
  }

  /// Leaves out the elements in some bytes of one line, which the caller has read: an error behind them is counted with
  /// them.
  mutating func leaveOut(_ count: Int) {
    guard let parser = unsafe parser else { return }
    let line = unsafe Int(clamping: XML_GetCurrentLineNumber(parser))
    leftOut = (line, (line == leftOut.line ? leftOut.bytes : 0) + count)
  }
}

/// What the handlers write to. It lives on the heap, because expat keeps a pointer to it.
@safe
private struct HandlerState {
  var batch = XMLBatch()
  let deepest: Int
  var stop: ExpatParser.Outcome?
  /// Where the tag stood that started the last row, in all that was parsed.
  var row = 0..<0
  private let parser: XML_Parser?

  init(deepest: Int, parser: XML_Parser?) {
    self.deepest = deepest
    unsafe self.parser = parser
  }

  /// Notes where the tag of a row stands.
  mutating func noteRow() {
    guard let parser = unsafe parser else { return }
    let start = unsafe Int(clamping: XML_GetCurrentByteIndex(parser))
    row = unsafe start..<start + Int(XML_GetCurrentByteCount(parser))
  }

  mutating func stop(_ outcome: ExpatParser.Outcome) {
    if stop == nil { stop = outcome }
    if let parser = unsafe parser { unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }
}

// The handlers. What expat gives them lives until they return.

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let state = unsafe data?.assumingMemoryBound(to: HandlerState.self), let name = unsafe name else { return }
  if unsafe state.pointee.batch.depth >= state.pointee.deepest {
    unsafe state.pointee.stop(.tooDeep)
    return
  }
  let first = unsafe state.pointee.batch.attributes.count
  // Names and values in turn, and a nil at the end.
  if var next = unsafe attributes {
    while let name = unsafe next[0], let value = unsafe next[1] {
      let name = unsafe Span(_unsafeStart: octets(name), count: strlen(name))
      let value = unsafe Span(_unsafeStart: octets(value), count: strlen(value))
      unsafe state.pointee.batch.addAttribute(name, value)
      unsafe next += 2
    }
  }
  let bytes = unsafe Span(_unsafeStart: octets(name), count: strlen(name))
  if unsafe state.pointee.batch.addStart(bytes, attributesFrom: first) == .row { unsafe state.pointee.noteRow() }
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
  guard let state = unsafe data?.assumingMemoryBound(to: HandlerState.self) else { return }
  unsafe state.pointee.batch.addEnd()
}

private func characterData(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ count: Int32) {
  guard let state = unsafe data?.assumingMemoryBound(to: HandlerState.self), let text = unsafe text else { return }
  let bytes = unsafe Span(_unsafeStart: octets(text), count: Int(count))
  unsafe state.pointee.batch.addText(bytes)
}

private func startDocumentType(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ systemId: UnsafePointer<XML_Char>?,
  _ publicId: UnsafePointer<XML_Char>?, _ hasInternalSubset: Int32
) {
  guard let state = unsafe data?.assumingMemoryBound(to: HandlerState.self) else { return }
  unsafe state.pointee.stop(.documentType)
}

/// The same bytes as unsigned ones.
private func octets(_ text: UnsafePointer<XML_Char>) -> UnsafePointer<UInt8> {
  unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
}
