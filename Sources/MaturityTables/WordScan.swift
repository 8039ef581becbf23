/// Searching bytes eight at a time, by arithmetic on 64-bit words.
package enum WordScan {
  @usableFromInline static var lowBits: UInt64 { 0x0101_0101_0101_0101 }
  @usableFromInline static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// A word with `byte` in each of its eight places.
  @inlinable @inline(__always)
  static func eight(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* lowBits
  }

  /// The eight bytes from `offset`, the first of them lowest.
  @inlinable @inline(__always)
  package static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    // Bounds are checked, and any eight bytes are a number.
    UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The four bytes from `offset`, the first of them lowest.
  @inlinable @inline(__always)
  package static func half(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
    // Bounds are checked, and any four bytes are a number.
    UInt32(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The high bit of each byte that is zero, and of no other byte.
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low = ~highBits
    return ~(((word & low) &+ low) | word | low)
  }

  /// The high bit of the first byte that is zero; bits above that one mean nothing. Cheaper than `zeroBytes`.
  @inlinable @inline(__always)
  static func firstZeroByte(_ word: UInt64) -> UInt64 {
    (word &- lowBits) & ~word & highBits
  }

  /// The high bit of the first byte below `limit`, of 128 at most; bits above that one mean nothing.
  @inlinable @inline(__always)
  static func firstByte(below limit: UInt8, _ word: UInt64) -> UInt64 {
    (word &- eight(limit)) & ~word & highBits
  }

  /// The place of the byte whose high bit is the lowest bit set in `hits`.
  @inlinable @inline(__always)
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

  /// The place of the first `mark` or byte below 14, such as a line end, from `start`; the end of the bytes where there is
  /// none. And whether all bytes before it are ASCII.
  @inlinable
  package static func textEnd(_ bytes: Span<UInt8>, from start: Int, mark: UInt8) -> (end: Int, isASCII: Bool) {
    let pattern = eight(mark)
    var at = start
    var highs: UInt64 = 0
    while bytes.count - at >= 8 {
      let word = word(bytes, at: at)
      let hits = firstZeroByte(word ^ pattern) | firstByte(below: 14, word)
      if hits != 0 {
        let place = firstPlace(hits)
        highs |= word & (1 << UInt64(place * 8) &- 1)
        return (at + place, highs & highBits == 0)
      }
      highs |= word
      at += 8
    }
    while at < bytes.count, bytes[at] != mark, bytes[at] >= 14 {
      highs |= UInt64(bytes[at])
      at += 1
    }
    return (at, highs & highBits == 0)
  }

  /// Whether eight bytes are all ASCII with a shape, and none is a capital letter.
  @inlinable @inline(__always)
  package static func isFolded(_ word: UInt64) -> Bool {
    guard word & highBits == 0, firstByte(below: 0x21, word) == 0 else { return false }
    // The high bit is set in a sum where the byte is at least “A”, and where it is past “Z”.
    let (fromA, pastZ) = (word &+ eight(0x80 - 0x41), word &+ eight(0x80 - 0x5B))
    return (fromA & ~pastZ) & highBits == 0
  }
}
