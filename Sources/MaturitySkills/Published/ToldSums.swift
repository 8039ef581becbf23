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
    var terms: [Multiples.Element]
    /// The sums that were told, and how often each is in it.
    var sources: [Multiples.Element]
  }

  private var rows: [Row] = []
  /// For each unknown the row that is solved for it; -1 where none is.
  private var rowOf: [Int]
  /// What is left of the sum that is being reckoned with, and the sums that were taken from it.
  private var left: Multiples
  private var taken: Multiples
  private var isWaiting: [Bool] = []

  /// - Parameters:
  ///   - unknowns: How many there are.
  ///   - told: What is told. Of sums that follow from each other the first count.
  init(unknowns: Int, told: [[Term]]) {
    rowOf = Array(repeating: -1, count: unknowns)
    left = Multiples(count: unknowns)
    taken = Multiples(count: told.count)
    /// For each unknown the sums that it is in, the last first.
    var sumsOf = Array(repeating: [Int](), count: unknowns)
    for (sum, terms) in told.enumerated().reversed() { for term in terms { sumsOf[term.unknown].append(sum) } }
    for (sum, terms) in told.enumerated() {
      for term in terms { sumsOf[term.unknown].removeLast() }
      reduce(terms)
      // Later sums are the shorter the longer none of them has the unknown that this one is solved for.
      let pivot = left.elements.max { one, other in
        let (first, second) = (sumsOf[one.place], sumsOf[other.place])
        return (first.last ?? .max, -first.count, -one.place) < (second.last ?? .max, -second.count, -other.place)
      }
      guard let pivot else { continue }
      let factor = Multiples.inverse(of: pivot.factor)
      taken.add(1, of: sum)
      rowOf[pivot.place] = rows.count
      rows.append(Row(pivot: pivot.place, terms: left.elements(times: factor), sources: taken.elements(times: factor)))
      isWaiting.append(false)
    }
  }

  /// The sums that another follows from, by their places among those that are told; nil where it does not.
  mutating func sources(of terms: [Term]) -> [Int]? {
    reduce(terms)
    return left.elements.isEmpty ? taken.elements.map(\.place).sorted() : nil
  }

  /// Takes from a sum what the rows say of it. O(what the rows that it meets are made of).
  private mutating func reduce(_ terms: [Term]) {
    left.removeAll()
    taken.removeAll()
    var (first, waiting) = (rows.count, 0)
    func wait(_ row: Int, _ isWaiting: inout [Bool]) {
      guard row >= 0, !isWaiting[row] else { return }
      isWaiting[row] = true
      waiting += 1
      first = min(first, row)
    }
    for term in terms {
      left.add(term.factor, of: term.unknown)
      wait(rowOf[term.unknown], &isWaiting)
    }
    // A row holds what later rows are solved for, but never what earlier ones are.
    while waiting > 0 {
      defer { first += 1 }
      guard isWaiting[first] else { continue }
      isWaiting[first] = false
      waiting -= 1
      let row = rows[first]
      let factor = left.negative(of: row.pivot)
      if factor == 0 { continue }
      for (unknown, own) in row.terms {
        left.add(own, of: unknown, times: factor)
        if unknown != row.pivot { wait(rowOf[unknown], &isWaiting) }
      }
      for (sum, own) in row.sources { taken.add(own, of: sum, times: factor) }
    }
  }
}

/// How often each of many things is in something, most of them not at all; modulo a prime.
private struct Multiples {
  typealias Element = (place: Int, factor: UInt64)

  private static let prime: UInt64 = 2_147_483_647

  private var factors: [UInt64]
  /// The places that were added to, each once.
  private var met: [Int] = []
  private var isMet: [Bool]

  init(count: Int) {
    factors = Array(repeating: 0, count: count)
    isMet = Array(repeating: false, count: count)
  }

  /// All that it has.
  var elements: [Element] { elements(times: 1) }

  func elements(times factor: UInt64) -> [Element] {
    met.compactMap { place in factors[place] == 0 ? nil : (place, factors[place] * factor % Self.prime) }
  }

  /// What added to a thing leaves none of it.
  func negative(of place: Int) -> UInt64 { factors[place] == 0 ? 0 : Self.prime - factors[place] }

  mutating func add(_ factor: UInt64, of place: Int, times number: UInt64 = 1) {
    if !isMet[place] {
      isMet[place] = true
      met.append(place)
    }
    factors[place] = (factors[place] + factor * number) % Self.prime
  }

  mutating func add(_ factor: Int, of place: Int) {
    let prime = Int(Self.prime)
    add(UInt64((factor % prime + prime) % prime), of: place)
  }

  mutating func removeAll() {
    for place in met {
      factors[place] = 0
      isMet[place] = false
    }
    met.removeAll(keepingCapacity: true)
  }

  static func inverse(of value: UInt64) -> UInt64 {
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
