extension Span<UInt8> {
  /// Whether the bytes are well-formed UTF-8 (The Unicode Standard, table 3-7).
  var isValidUTF8: Bool {
    var at = 0
    while at < count {
      let lead = self[at]
      at += 1
      if lead < 0x80 { continue }
      let second: ClosedRange<UInt8>
      let more: Int  // continuation bytes after the second
      switch lead {
      case 0xC2...0xDF: (second, more) = (0x80...0xBF, 0)
      case 0xE0: (second, more) = (0xA0...0xBF, 1)
      case 0xED: (second, more) = (0x80...0x9F, 1)
      case 0xE1...0xEF: (second, more) = (0x80...0xBF, 1)
      case 0xF0: (second, more) = (0x90...0xBF, 2)
      case 0xF1...0xF3: (second, more) = (0x80...0xBF, 2)
      case 0xF4: (second, more) = (0x80...0x8F, 2)
      default: return false
      }
      guard count - at > more, second.contains(self[at]) else { return false }
      at += 1
      for _ in 0..<more {
        guard self[at] & 0xC0 == 0x80 else { return false }
        at += 1
      }
    }
    return true
  }
}
