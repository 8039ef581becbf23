/// Sums of unknown whole numbers that are told, and what follows from them by adding and subtracting.
///
/// Reckoned modulo a prime, so that nothing is lost by rounding: what follows is found, unless the prime divides one of the
/// numbers on the way.
struct ToldSums {
  /// An unknown, and how often it is in a sum.
  struct Term: Hashable {
    var unknown: Int
    var factor: Int
  }

  /// A sum that does not follow from those before it, less what they say of it.
  private struct Row {
    /// The unknown that it is solved for, which is in no later row.
    var pivot: Int
    var terms: [(unknown: Int, factor: UInt64)]
    /// The sums that were told, and how often each is in it.
    var sources: [(sum: Int, factor: UInt64)]
  }

  private static let prime: UInt64 = 2_147_483_647

  private var rows: [Row] = []
  /// For each unknown the row that is solved for it; -1 where none is.
  private var rowOf: [Int]
  // What is being reckoned with, kept since it is as long as all there is.
  private var values: [UInt64]
  private var met: [Int] = []
  private var isWaiting: [Bool] = []
  private var sources: [Int: UInt64] = [:]

  init(unknowns: Int) {
    rowOf = Array(repeating: -1, count: unknowns)
    values = Array(repeating: 0, count: unknowns)
  }

  /// Tells a sum, under a number.
  mutating func tell(_ sum: Int, _ terms: [Term]) {
    reduce(terms)
    let left = Set(met).filter { values[$0] != 0 }.sorted()
    guard let pivot = left.first else { return }
    let factor = Self.inverse(of: values[pivot])
    sources[sum, default: 0] = (sources[sum, default: 0] + 1) % Self.prime
    rowOf[pivot] = rows.count
    rows.append(
      Row(
        pivot: pivot, terms: left.map { ($0, values[$0] * factor % Self.prime) },
        sources: sources.filter { $0.value != 0 }.map { ($0.key, $0.value * factor % Self.prime) }))
    isWaiting.append(false)
  }

  /// The numbers of the sums that another follows from; nil where it does not.
  mutating func sources(of terms: [Term]) -> [Int]? {
    reduce(terms)
    if met.contains(where: { values[$0] != 0 }) { return nil }
    return sources.filter { $0.value != 0 }.map(\.key).sorted()
  }

  /// Takes from a sum what the rows say of it. O(what the rows that it meets are made of).
  private mutating func reduce(_ terms: [Term]) {
    for unknown in met { values[unknown] = 0 }
    met.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    var (first, waiting) = (rows.count, 0)
    func wait(_ row: Int, _ isWaiting: inout [Bool]) {
      guard row >= 0, !isWaiting[row] else { return }
      isWaiting[row] = true
      waiting += 1
      first = min(first, row)
    }
    for term in terms {
      let factor = UInt64((term.factor % Int(Self.prime) + Int(Self.prime)) % Int(Self.prime))
      values[term.unknown] = (values[term.unknown] + factor) % Self.prime
      met.append(term.unknown)
      wait(rowOf[term.unknown], &isWaiting)
    }
    // A row holds what later rows are solved for, but never what earlier ones are.
    while waiting > 0 {
      defer { first += 1 }
      guard isWaiting[first] else { continue }
      isWaiting[first] = false
      waiting -= 1
      let row = rows[first]
      let factor = Self.prime - values[row.pivot]
      if factor == Self.prime { continue }
      for (unknown, own) in row.terms {
        values[unknown] = (values[unknown] + factor * own) % Self.prime
        met.append(unknown)
        if unknown != row.pivot { wait(rowOf[unknown], &isWaiting) }
      }
      for (sum, own) in row.sources {
        sources[sum, default: 0] = (sources[sum, default: 0] + factor * own) % Self.prime
      }
    }
  }

  private static func inverse(of value: UInt64) -> UInt64 {
    // By Fermat's little theorem.
    var (power, result, exponent) = (value, UInt64(1), prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * power % prime }
      power = power * power % prime
      exponent >>= 1
    }
    return result
  }
}
