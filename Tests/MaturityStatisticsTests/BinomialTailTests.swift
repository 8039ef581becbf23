import MaturityStatistics
import Testing

@Suite struct BinomialTailTests {
  /// Golden values: scipy 1.x, `scipy.stats.binom.sf(k - 1, n, p)`.
  @Test(
    arguments: [
      (5, 10, 0.5, 0.623046875), (10, 17, 0.6, 0.6405076570669056), (10, 20, 0.6, 0.8724787538527833),
      (10, 25, 0.35, 0.36969101907332436), (5, 5, 0.9, 0.5904900000000001), (10, 1000, 0.01, 0.5426994078251132),
      (1000, 2000, 0.5, 0.5089195055729272), (4, 3, 0.2, 0), (0, 40, 0.3, 1),
    ])
  func scipy(_ successes: Int, _ n: Int, _ chance: Double, _ expected: Double) throws {
    let tail = try #require(binomialTail(atLeast: successes, of: n, chance: chance).value)
    #expect(abs(tail - expected) < 1e-11)
  }

  @Test("certain and impossible")
  func edges() {
    #expect(binomialTail(atLeast: 3, of: 3, chance: 1).value == 1)
    #expect(binomialTail(atLeast: 4, of: 3, chance: 1).value == 0)
    #expect(binomialTail(atLeast: 1, of: 3, chance: 0).value == 0)
    #expect(binomialTail(atLeast: 0, of: 0, chance: 0).value == 1)
    #expect(binomialTail(atLeast: 10, of: 1_000_000_000, chance: 0.6).value == 1)
  }

  @Test("with one more asked it is p of one way and 1 − p of the other (Pascal)", arguments: 1...12)
  func pascal(_ successes: Int) throws {
    for n in 0...30 {
      for chance in [0.05, 0.5, 0.93] {
        func tail(_ successes: Int, _ n: Int) throws -> Double {
          try #require(binomialTail(atLeast: successes, of: n, chance: chance).value)
        }
        let split = chance * (try tail(successes - 1, n)) + (1 - chance) * (try tail(successes, n))
        #expect(abs(try tail(successes, n + 1) - split) < 1e-12)
      }
    }
  }

  @Test func undefined() {
    #expect(binomialTail(atLeast: -1, of: 3, chance: 0.5).reason?.code == .invalidCount)
    #expect(binomialTail(atLeast: 1, of: -3, chance: 0.5).reason?.code == .invalidCount)
    for chance in [-0.1, 1.1, .nan] {
      #expect(binomialTail(atLeast: 1, of: 3, chance: chance).reason?.code == .invalidOption)
    }
  }
}
