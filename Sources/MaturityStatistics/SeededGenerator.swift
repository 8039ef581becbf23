/// Random numbers that follow from a seed alone: the same on every platform, for sampling that can be repeated.
///
/// xoshiro256++ 1.0 (Blackman and Vigna 2021, “Scrambled linear pseudorandom number generators”, ACM TOMS 47), its state
/// filled by SplitMix64 (Steele, Lea and Flood 2014). Passes the usual test batteries; not for secrets or pseudonyms.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private var a, b, c, d: UInt64

  /// The generator of a seed and a stream. Streams of one seed are unrelated sequences: give each part of a job, such as
  /// each resample, its own, and the results do not depend on which thread does which.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var ofSeed = SplitMix64(state: seed)
    var ofStream = SplitMix64(state: stream)
    var mixer = SplitMix64(state: ofSeed.next() ^ (ofStream.next() &* 0xD134_2543_DE82_EF95))
    self.init(state: mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The generator with a given state, not all zero.
  init(state a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// The next 64 random bits.
  @inline(__always) public mutating func next() -> UInt64 {
    let result = rotated(a &+ d, by: 23) &+ a
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, by: 45)
    return result
  }

  /// A number from 0 up to but not including 1: 53 random bits.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  @inline(__always) private func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    bits << count | bits >> (64 - count)
  }
}

/// The generator that fills the other's state: every state gives a well-mixed number.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
