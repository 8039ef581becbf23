internal import CByteMasks

/// Sixty-four bytes looked at together. Each answer is a bit for each byte, the lowest for the first.
enum ByteMask {
  /// How many bytes there must be from the place that is looked at.
  static let length = 64

  /// Which of the bytes from a place are `byte`.
  @inline(__always)
  static func of(_ byte: UInt8, _ bytes: Span<UInt8>, at place: Int) -> UInt64 {
    // Bounds are checked by extracting.
    unsafe bytes.extracting(place..<place &+ length).withUnsafeBytes { unsafe c_mask_of($0.baseAddress, byte) }
  }

  /// Which of the bytes from a place are below `limit`, of 127 at most, or above 127, or are `byte`.
  @inline(__always)
  static func ofOdd(below limit: UInt8, or byte: UInt8, _ bytes: Span<UInt8>, at place: Int) -> UInt64 {
    unsafe bytes.extracting(place..<place &+ length).withUnsafeBytes {
      unsafe c_mask_of_odd($0.baseAddress, limit, byte)
    }
  }
}
