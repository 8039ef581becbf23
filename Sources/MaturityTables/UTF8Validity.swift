extension Span<UInt8> {
  /// Whether the bytes are well-formed UTF-8 (The Unicode Standard, table 3-7).
  var isValidUTF8: Bool {
    var at = 0
    while at < count {
      let length = lengthOfUTF8(at: at)
      if length == 0 { return false }
      at += length
    }
    return true
  }

  /// How many bytes the character has that begins at a place; 0 where none does.
  @inline(__always)
  func lengthOfUTF8(at place: Int) -> Int {
    let lead = self[place]
    if lead < 0x80 { return 1 }
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
    default: return 0
    }
    let at = place + 1
    guard count - at > more, second.contains(self[at]) else { return 0 }
    for next in at + 1..<at + 1 + more where self[next] & 0xC0 != 0x80 { return 0 }
    return more + 2
  }
}
