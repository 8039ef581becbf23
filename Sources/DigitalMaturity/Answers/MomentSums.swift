/// Running sums over the people who answered every item: of each item, its square, and its product with their total.
struct MomentSums: Sendable, Hashable {
  /// How many people answered every item.
  var n = 0
  /// For each item Σ x, Σ x², Σ x · total, one after another.
  var sums: [Int]

  init(items: Int) { sums = Array(repeating: 0, count: items * 3) }

  mutating func add(_ other: MomentSums) {
    n += other.n
    sums.add(other.sums)
  }

  /// The moments that alpha is calculated from.
  var moments: Figure<ItemMoments> {
    Figure { () throws(Undefined) in
      func every(_ first: Int) -> [Double] {
        stride(from: first, to: sums.count, by: 3).map { Double(sums[$0]) }
      }
      return try ItemMoments(n: n, sums: every(0), squares: every(1), productsWithTotal: every(2))
    }
  }
}
