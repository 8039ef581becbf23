import DigitalMaturity

/// An object on a line of its own.
enum JSONLine {
  /// The line, which ends in a newline. Texts have no line ends of their own in JSON, so those of the layout can go.
  static func bytes(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(members)
    var line: [UInt8] = []
    var isIndentation = false
    for byte in writer.finish().bytes {
      if byte == 0x0A {
        isIndentation = true
        if line.last == UInt8(ascii: ",") { line.append(0x20) }
      } else if byte != 0x20 || !isIndentation {
        isIndentation = false
        line.append(byte)
      }
    }
    line.append(0x0A)
    return line
  }
}
