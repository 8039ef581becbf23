/// Searching bytes eight at a time, by arithmetic on 64-bit words.
package enum WordScan {
  static var lowBits: UInt64 { 0x0101_0101_0101_0101 }
  static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// A word with `byte` in each of its eight places.
  @inline(__always)
  static func eight(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* lowBits
  }

  /// The eight bytes from `offset`, the first of them lowest.
  @inlinable @inline(__always)
  package static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    // Bounds are checked, and any eight bytes are a number.
    UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The high bit of each byte that is zero, and of no other byte.
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low = ~highBits
    return ~(((word & low) &+ low) | word | low)
  }

  /// The high bit of the first byte that is zero; bits above that one mean nothing. Cheaper than `zeroBytes`.
  @inline(__always)
  static func firstZeroByte(_ word: UInt64) -> UInt64 {
    (word &- lowBits) & ~word & highBits
  }

  /// The place of the byte whose high bit is the lowest bit set in `hits`.
  @inline(__always)
  static func firstPlace(_ hits: UInt64) -> Int {
    hits.trailingZeroBitCount >> 3
  }

  /// The place of the first `byte` in `range`, or the end of the range.
  static func first(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let pattern = eight(byte)
    var at = range.lowerBound
    while range.upperBound - at >= 8 {
      let hits = firstZeroByte(word(bytes, at: at) ^ pattern)
      if hits != 0 { return at + firstPlace(hits) }
      at += 8
    }
    while at < range.upperBound {
      if bytes[at] == byte { return at }
      at += 1
    }
    return at
  }
}
