/// Writes JSON (RFC 8259), indented by two spaces, keys in the order they are written.
///
/// The same calls give the same bytes on every platform. A number that is not finite is written as `null`.
public struct JSONWriter: Sendable {
  private var output: ByteOutput
  /// For each open container: whether it has content yet.
  private var open: [(isObject: Bool, isEmpty: Bool)] = []
  private var afterKey = false

  /// Begins to write.
  public init() { output = ByteOutput() }

  /// Writes an object; its members are written in `body` with ``key(_:)``.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    container(isObject: true, "{", "}", body)
  }

  /// Writes an array; its elements are written in `body`.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    container(isObject: false, "[", "]", body)
  }

  /// Writes the key of the next value.
  public mutating func key(_ name: String) {
    separate()
    string(name)
    output.write(": ")
    afterKey = true
  }

  /// Writes text.
  public mutating func value(_ text: String) {
    separate()
    string(text)
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    separate()
    output.write(number)
  }

  /// Writes a number in the fewest digits that read back the same.
  public mutating func value(_ number: Double) {
    separate()
    if number.isFinite { output.write(exact: number) } else { output.write("null") }
  }

  /// Writes `true` or `false`.
  public mutating func value(_ boolean: Bool) {
    separate()
    output.write(boolean ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    output.write("null")
  }

  /// Writes a member of text, `null` when there is none.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a member of a number, `null` when there is none.
  public mutating func member(_ name: String, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// Writes a member of a whole number, `null` when there is none.
  public mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// What was written, ending in a newline.
  public consuming func finish() -> ByteOutput {
    output.write("\n")
    return output
  }

  private mutating func container(
    isObject: Bool, _ opening: String, _ closing: String, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    output.write(opening)
    open.append((isObject, true))
    body(&self)
    let wasEmpty = open.popLast()?.isEmpty ?? true
    if !wasEmpty { newline() }
    output.write(closing)
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { output.write(byte: UInt8(ascii: ",")) }
    open[last].isEmpty = false
    newline()
  }

  private mutating func newline() {
    output.write(byte: UInt8(ascii: "\n"))
    output.write(bytes: repeatElement(UInt8(ascii: " "), count: 2 * open.count))
  }

  private mutating func string(_ text: String) {
    output.write(byte: UInt8(ascii: "\""))
    defer { output.write(byte: UInt8(ascii: "\"")) }
    // Nearly every text is written as it is.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if isPlain { return output.write(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output.write("\\\"")
      case UInt8(ascii: "\\"): output.write("\\\\")
      case 0x0A: output.write("\\n")
      case 0x0D: output.write("\\r")
      case 0x09: output.write("\\t")
      case 0..<0x20:
        output.write(byte < 0x10 ? "\\u000" : "\\u00")
        output.write(String(byte, radix: 16))
      default: output.write(byte: byte)
      }
    }
  }
}
