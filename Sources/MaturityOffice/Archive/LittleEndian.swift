extension [UInt8] {
  /// The number in two bytes; nil where they are not there.
  func littleEndian16(at place: Int) -> Int? {
    guard place >= 0, place <= count - 2 else { return nil }
    return Int(self[place]) | Int(self[place + 1]) << 8
  }

  /// The number in four bytes; nil where they are not there.
  func littleEndian32(at place: Int) -> Int? {
    guard place >= 0, place <= count - 4, let low = littleEndian16(at: place),
      let high = littleEndian16(at: place + 2)
    else { return nil }
    return low | high << 16
  }

  /// Appends a number in `width` bytes.
  mutating func append(littleEndian number: Int, width: Int) {
    for shift in 0..<width { append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }
}
