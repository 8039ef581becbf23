/// Draws whole numbers with given chances, each draw in constant time: the alias method (Walker 1977; set up as in Vose
/// 1991). Several tables share one store, so that a run over all of them walks through memory.
struct AliasTables: Sendable {
  struct Entry: Sendable {
    /// The entry's number is drawn below this, of 2⁶³; else its alias.
    fileprivate var threshold: Int
    /// The alias in the low half, the entry's own number in the high one: picked by a shift and not by a branch, since half
    /// of those are guessed wrong.
    fileprivate var numbers: UInt64
  }

  fileprivate private(set) var entries: [Entry] = []
  /// Where each table ends.
  fileprivate private(set) var ends: [Int] = []

  /// Adds a table for the numbers `first`, `first` + 1, …; all fit into 32 bits.
  ///
  /// Chances are 0 or more, one of them above 0, and need not add up to 1. O(chances).
  mutating func append(_ chances: [Double], first: Int = 0) {
    let total = chances.reduce(0, +)
    var scaled = chances.map { $0 / total * Double(chances.count) }
    let aliases = Self.aliases(&scaled)
    for (place, alias) in aliases.enumerated() {
      let (low, high) = (Int32(truncatingIfNeeded: first + alias), Int32(truncatingIfNeeded: first + place))
      entries.append(
        Entry(
          threshold: alias == place ? .max : Int(scaled[place] * 0x1p63),
          numbers: UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))))
    }
    ends.append(entries.count)
  }

  /// Fills each entry's share up to 1 from one that has more: `scaled` becomes what is an entry's own.
  private static func aliases(_ scaled: inout [Double]) -> [Int] {
    var aliases = Array(scaled.indices)
    let count = aliases.count
    // Two stacks in one array: from the front the entries below 1, from the end the others.
    var stack = aliases
    var (small, large) = (0, count)
    for place in 0..<count {
      if scaled[place] < 1 {
        stack[small] = place
        small += 1
      }
    }
    for place in 0..<count where scaled[place] >= 1 {
      large -= 1
      stack[large] = place
    }
    while small > 0, large < count {
      small -= 1
      let (low, high) = (stack[small], stack[large])
      aliases[low] = high
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        stack[small] = high
        small += 1
        large += 1
      }
    }
    return aliases
  }

  /// A number of a table.
  func draw(from table: Int, using generator: inout SeededGenerator) -> Int {
    let start = table > 0 ? ends[table - 1] : 0
    return Self.draw(entries.span.extracting(start..<ends[table]), from: 0, ends[table] - start, using: &generator)
  }

  /// Calls `body` with so many numbers of the first table, one after another.
  @inline(__always) func draw(_ times: Int, using generator: inout SeededGenerator, _ body: (Int) -> Void) {
    let (entries, size) = (entries.span, ends[0])
    for _ in 0..<times { body(Self.draw(entries, from: 0, size, using: &generator)) }
  }

  /// Calls `body` with each table's place and a number of it.
  @inline(__always) func drawFromEach(using generator: inout SeededGenerator, _ body: (Int, Int) -> Void) {
    let (entries, ends) = (entries.span, ends.span)
    var start = 0
    for table in ends.indices {
      let end = ends[table]
      body(table, Self.draw(entries, from: start, end &- start, using: &generator))
      start = end
    }
  }

  /// One random number gives both the entry (its high part) and the choice within it (the rest).
  @inline(__always)
  private static func draw(
    _ entries: Span<Entry>, from start: Int, _ size: Int, using generator: inout SeededGenerator
  ) -> Int {
    let product = generator.next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: size))
    let entry = entries[start &+ Int(truncatingIfNeeded: product.high)]
    let isBelow = UInt64(bitPattern: Int64(truncatingIfNeeded: product.low >> 1) &- Int64(entry.threshold)) >> 63
    return Int(Int32(truncatingIfNeeded: entry.numbers &>> (isBelow &<< 5)))
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
    tables.drawFromEach(using: &generator, body)
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
