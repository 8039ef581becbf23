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
    steps &+= Int128(high) &<< 42
    let rest = scaled - Double(high)
    if rest != 0 { steps &+= Int128(Int64(rest * 0x1p42)) }
  }

  @inline(__always)
  mutating func add(_ other: GapSum) { steps &+= other.steps }

  /// The sum rounded to the nearest number.
  var value: Double { Double(steps) * 0x1p-74 }
}
