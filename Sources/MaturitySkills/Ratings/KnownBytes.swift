/// Bytes that stood somewhere before, and what they said.
struct KnownBytes: Sendable {
  var start = 0
  /// How many there are; 0 for none, which stand nowhere.
  var count = 0
  var value = 0

  /// Whether the same bytes stand at a place.
  @inline(__always)
  func stands(in bytes: Span<UInt8>, at place: Int) -> Bool {
    guard count > 0, bytes.count &- place >= count else { return false }
    if count >= 8 {
      var offset = 0
      while count &- offset > 8 {
        if bytes.word(at: start &+ offset) != bytes.word(at: place &+ offset) { return false }
        offset &+= 8
      }
      // The last bytes overlap those before.
      let last = count &- 8
      return bytes.word(at: start &+ last) == bytes.word(at: place &+ last)
    }
    for offset in 0..<count where bytes[start &+ offset] != bytes[place &+ offset] { return false }
    return true
  }
}

extension Span<UInt8> {
  /// The eight bytes from a place, the first of them lowest. One load, where what another module has would be a call.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    // Bounds are checked, and any eight bytes are a number.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The eight bytes from a place, where the caller has seen that there are so many.
  @inline(__always)
  func word(atKnown place: Int) -> UInt64 {
    assert(place >= 0 && count - place >= 8)
    return UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
  }

  /// The four bytes from a place, the first of them lowest.
  @inline(__always)
  func half(at place: Int) -> UInt32 {
    // Bounds are checked, and any four bytes are a number.
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}
