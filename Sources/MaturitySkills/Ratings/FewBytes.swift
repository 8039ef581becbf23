/// At most 24 bytes, compared by three words whatever their number.
struct FewBytes: Sendable {
  /// The bytes that are compared, which must all be there.
  static let width = 24

  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
  /// How many there are; negative where it is not known what they are.
  private(set) var count = -1

  /// It is not known what they are: they stand nowhere.
  init() {}

  /// None at all, which stand everywhere.
  static var nothing: FewBytes {
    var few = FewBytes()
    few.count = 0
    return few
  }

  /// Nil for more bytes.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= Self.width else { return nil }
    func word(_ number: Int) -> (word: UInt64, mask: UInt64) {
      var (word, mask): (UInt64, UInt64) = (0, 0)
      for place in 0..<min(max(bytes.count - 8 * number, 0), 8) {
        word |= UInt64(bytes[8 * number + place]) << UInt64(8 * place)
        mask |= 0xFF << UInt64(8 * place)
      }
      return (word, mask)
    }
    let (one, two, three) = (word(0), word(1), word(2))
    words = (one.word, two.word, three.word)
    masks = (one.mask, two.mask, three.mask)
    count = bytes.count
  }

  /// Whether they stand at a place, from which on there are ``width`` bytes.
  @inline(__always)
  func stand(in bytes: Span<UInt8>, at place: Int) -> Bool {
    isSame(bytes.word(at: place), bytes.word(at: place &+ 8), bytes.word(at: place &+ 16))
  }

  /// Whether they stand at a place, from which on the caller knows that there are ``width`` bytes.
  @inline(__always)
  func stand(in bytes: Span<UInt8>, atKnown place: Int) -> Bool {
    isSame(bytes.word(atKnown: place), bytes.word(atKnown: place &+ 8), bytes.word(atKnown: place &+ 16))
  }

  @inline(__always)
  private func isSame(_ one: UInt64, _ two: UInt64, _ three: UInt64) -> Bool {
    let other = (one ^ words.0) & masks.0 | (two ^ words.1) & masks.1 | (three ^ words.2) & masks.2
    return other == 0 && count >= 0
  }
}
