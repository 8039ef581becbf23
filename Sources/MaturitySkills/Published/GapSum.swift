/// A sum of gaps in which the order of the terms never matters: a whole number of steps of 2⁻⁷⁴.
///
/// Levels lie between −1e6 and 1e6, so that the sum of everybody's gaps has room. A term is exact where the levels that it is
/// the difference of are 0 or at least 2⁻²¹, and else cut to a whole step.
struct GapSum: Sendable, Hashable {
  private var steps: Int128 = 0

  @inline(__always)
  mutating func add(_ gap: Double) {
    // No difference of two levels is as large.
    guard gap.magnitude < 0x1p22 else { return }
    // The first 32 bits after the point, then the 42 after those; cutting off either is exact.
    let scaled = gap * 0x1p32
    let high = Int64(scaled)
    steps &+= Int128(high) &<< 42 &+ Int128(Int64((scaled - Double(high)) * 0x1p42))
  }

  @inline(__always)
  mutating func add(_ other: GapSum) { steps &+= other.steps }

  /// The sum rounded to the nearest number.
  var value: Double {
    // Sixty-four bits, the last of them set where any after it is, round as all of them would.
    let magnitude = steps.magnitude
    let cut = max(0, 64 - magnitude.leadingZeroBitCount)
    var bits = UInt64(truncatingIfNeeded: magnitude &>> UInt128(truncatingIfNeeded: cut))
    if magnitude.trailingZeroBitCount < cut { bits |= 1 }
    let sum = Double(bits) * Double(sign: .plus, exponent: cut - 74, significand: 1)
    return steps < 0 ? -sum : sum
  }
}
