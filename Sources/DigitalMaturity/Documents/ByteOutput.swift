/// Bytes being written: what reports, JSON and tables append to.
///
/// Numbers are formatted here, without a locale and without allocation, so that output is the same everywhere.
public struct ByteOutput: Sendable {
  /// What has been written, in UTF-8.
  public private(set) var bytes: [UInt8]

  /// Makes an empty output with room for so many bytes.
  public init(reserving capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// What has been written, as text. O(bytes).
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends text as it is.
  public mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends text of the program as it is.
  public mutating func write(_ literal: StaticString) {
    literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends one byte.
  public mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Appends bytes, prepared for instance because they are written thousands of times.
  public mutating func write(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Appends bytes.
  public mutating func write(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Makes room for so many bytes more, where much will be written.
  package mutating func reserve(_ count: Int) {
    // Room at least doubles, so that it may be made again and again.
    if bytes.capacity - bytes.count < count { bytes.reserveCapacity(max(bytes.count + count, 2 * bytes.capacity)) }
  }

  /// Takes back whatever was written from the byte at `count` on; nothing when there are not so many.
  package mutating func truncate(to count: Int) {
    if count < bytes.count { bytes.removeSubrange(count...) }
  }

  /// Appends a whole number.
  public mutating func write(_ number: Int) {
    // Most have one digit.
    if (0..<10).contains(number) {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Appends a finite number in the fewest digits that read back as the same number; `1` rather than `1.0`.
  ///
  /// A number that is not finite appends nothing: results never hold one.
  public mutating func write(exact number: Double) {
    guard number.isFinite else { return }
    // From 2 to the power of 54 on the shortest text has an exponent.
    if abs(number) < 0x1p54, Double(Int(number)) == number {
      write(Int(number))
    } else {
      write(number.description)
    }
  }

  /// Appends a number rounded to `decimals` (0 to 15), half away from zero; see ``DecimalText/rounded(_:decimals:)``.
  public mutating func write(_ number: Double, decimals: Int) {
    guard (0...15).contains(decimals), let plain = DecimalText.Plain(number, decimals: decimals) else {
      return write(DecimalText.rounded(number, decimals: decimals))
    }
    if plain.isNegative { write(byte: UInt8(ascii: "-")) }
    write(plain.whole)
    if plain.scale == 1 { return }
    write(byte: UInt8(ascii: "."))
    // Zeros between the point and the first digit that counts.
    var unit = plain.scale / 10
    while unit > 1, plain.fraction < unit {
      write(byte: UInt8(ascii: "0"))
      unit /= 10
    }
    write(plain.fraction)
  }
}
