/// Draws whole numbers with given chances, each draw in constant time: the alias method (Walker 1977; set up as in Vose
/// 1991). Several tables share one store, so that a run over all of them walks through memory.
struct AliasTables: Sendable {
  /// An entry's number is drawn below its threshold, of 2⁶³; else its alias.
  private var thresholds: [Int] = []
  /// Each entry's alias, then its own number: picked by place and not by a branch, since half of those are guessed wrong.
  private var numbers: [Int32] = []
  /// Where each table starts.
  private var starts: [Int] = [0]

  /// Adds a table for the numbers `first`, `first` + 1, …; all fit into 32 bits.
  ///
  /// Chances are 0 or more, one of them above 0, and need not add up to 1. O(chances).
  mutating func append(_ chances: [Double], first: Int = 0) {
    let total = chances.reduce(0, +)
    var scaled = chances.map { $0 / total * Double(chances.count) }
    var aliases = Array(chances.indices)
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      aliases[low] = high
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 { small.append(large.removeLast()) }
    }
    for (place, alias) in aliases.enumerated() {
      thresholds.append(alias == place ? .max : Int(scaled[place] * 0x1p63))
      numbers.append(Int32(truncatingIfNeeded: first + alias))
      numbers.append(Int32(truncatingIfNeeded: first + place))
    }
    starts.append(thresholds.count)
  }

  /// A number of a table. One random number gives both the entry (its high part) and the choice within it (the rest).
  @inline(__always) func draw(from table: Int, using generator: inout SeededGenerator) -> Int {
    let start = starts[table]
    let product = generator.next().multipliedFullWidth(by: UInt64(starts[table + 1] - start))
    let entry = start + Int(product.high)
    let isBelow = UInt(bitPattern: Int(product.low >> 1) &- thresholds[entry]) >> 63
    return Int(numbers[2 * entry + Int(isBelow)])
  }
}

/// Draws independent Poisson numbers, one for each rate: small rates from tables, large ones by rejection.
struct PoissonSampler: Sendable {
  /// Rates above this are drawn by rejection, which needs no memory; below it a table is faster.
  static let largestTabled = 1024.0

  private var tables = AliasTables()
  private var tabled = 0
  private var rejections: [PoissonRejection] = []

  /// A sampler of finite rates above 0, all tabled ones before those above `largestTabled`.
  init(rates: [Double]) {
    for rate in rates {
      if rate > PoissonSampler.largestTabled {
        rejections.append(PoissonRejection(rate: rate))
      } else {
        let (first, chances) = PoissonSampler.chances(rate: rate)
        tables.append(chances, first: first)
        tabled += 1
      }
    }
  }

  /// Calls `body` with the place of each rate and its number.
  @inline(__always) func draw(using generator: inout SeededGenerator, _ body: (Int, Int) -> Void) {
    for place in 0..<tabled { body(place, tables.draw(from: place, using: &generator)) }
    for (index, rejection) in rejections.enumerated() { body(tabled + index, rejection.draw(using: &generator)) }
  }

  /// The chances of a Poisson number from `first` on, relative to its likeliest, as far as they exceed 2⁻⁶⁴.
  static func chances(rate: Double) -> (first: Int, chances: [Double]) {
    let mode = Int(rate)
    var below: [Double] = []
    var chance = 1.0
    var number = mode
    while number > 0 {
      chance *= Double(number) / rate
      guard chance > 0x1p-64 else { break }
      below.append(chance)
      number -= 1
    }
    var chances = Array(below.reversed()) + [1]
    chance = 1
    number = mode
    while true {
      number += 1
      chance *= rate / Double(number)
      guard chance > 0x1p-64 else { break }
      chances.append(chance)
    }
    return (mode - below.count, chances)
  }
}

/// A Poisson number of a large rate by transformed rejection, “PTRS” (Hörmann 1993, “The transformed rejection method for
/// generating Poisson random variables”, Insurance: Mathematics and Economics 12, 39–45).
struct PoissonRejection: Sendable {
  private let rate, logRate, a, b, logInverse, quick: Double

  /// For rates from 100 on.
  init(rate: Double) {
    self.rate = rate
    logRate = naturalLogarithm(rate)
    b = 0.931 + 2.53 * squareRoot(rate)
    a = -0.059 + 0.02483 * b
    logInverse = naturalLogarithm(1.1239 + 1.1328 / (b - 3.4))
    quick = 0.9277 - 3.6224 / (b - 2)
  }

  func draw(using generator: inout SeededGenerator) -> Int {
    while true {
      let u = generator.unit() - 0.5
      let v = generator.unit()
      let side = 0.5 - u.magnitude
      let number = ((2 * a / side + b) * u + rate + 0.43).rounded(.down)
      if side >= 0.07, v <= quick { return Int(number) }
      // Numbers below 10 have no chance worth the name at these rates, and the series of the factorial needs 10.
      guard number >= 10, number < 1e15, side >= 0.013 || v <= side else { continue }
      let proposal = naturalLogarithm(v) + logInverse - naturalLogarithm(a / (side * side) + b)
      if proposal <= number * logRate - rate - PoissonRejection.logFactorial(number) { return Int(number) }
    }
  }

  /// ln k! by Stirling's series, for k ≥ 10.
  private static func logFactorial(_ k: Double) -> Double {
    let correction = (1 / 12 - (1 / 360 - 1 / (1260 * k * k)) / (k * k)) / k
    return (k + 0.5) * naturalLogarithm(k) - k + naturalLogarithm(2 * .pi) / 2 + correction
  }
}
