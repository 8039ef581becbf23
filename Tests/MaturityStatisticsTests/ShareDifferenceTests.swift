import MaturityStatistics
import Testing

@Suite struct ShareDifferenceTests {
  /// Newcombe 1998, “Interval estimation for the difference between independent proportions”, table II, method 10.
  @Test(arguments: [
    ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090), ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926), ((0, 10), (0, 20), -0.1611, 0.2775), ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0000), ((10, 10), (0, 10), 0.6075, 1.0000),
  ]) func ofOtherPeopleAgreesWithNewcombe(second: (Int, Int), first: (Int, Int), low: Double, high: Double) throws {
    let found = ShareDifference(from: first, to: second)
    let interval = try found.interval.get()
    #expect(abs(interval.low - low) < 5e-5 && abs(interval.high - high) < 5e-5, "\(interval)")
    #expect(interval.method == .newcombe && interval.confidence == 0.95)
    #expect(
      found.difference == .value(Double(second.0) / Double(second.1) - Double(first.0) / Double(first.1)))
  }

  /// From an implementation in Python of the published formula, as `Tests/Oracles/check_skills.py` has it, over the shapes of
  /// tables that Newcombe's second paper goes through: with and without pairs that changed, and pairs that all did.
  @Test(arguments: [
    ((36, 12, 2, 0), 0.0569, 0.3404), ((20, 12, 2, 16), 0.0562, 0.3292), ((18, 14, 0, 18), 0.1441, 0.3963),
    ((16, 10, 0, 24), 0.0804, 0.3085), ((14, 0, 0, 36), -0.0491, 0.0491), ((36, 14, 0, 0), 0.1528, 0.4167),
    ((1, 1, 7, 12), -0.5069, -0.0256),
  ]) func ofTheSamePeopleAgreesWithTheFormula(table: (Int, Int, Int, Int), low: Double, high: Double) throws {
    let (both, gained, lost, neither) = table
    let n = both + gained + lost + neither
    let interval = try ShareDifference(
      from: (both + lost, n), to: (both + gained, n),
      pairs: .init(both: both, gained: gained, lost: lost, neither: neither)
    ).interval.get()
    #expect(abs(interval.low - low) < 5e-5 && abs(interval.high - high) < 5e-5, "\(interval)")
  }

  @Test(arguments: 0..<60) func liesRoundTheDifferenceAndTurnsWithIt(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<4).map { _ in Int.random(in: 0...30, using: &generator) }
    let pairs = ShareDifference.Pairs(both: counts[0], gained: counts[1], lost: counts[2], neither: counts[3] + 2)
    let more = (0..<4).map { _ in Int.random(in: 0...20, using: &generator) }
    let first = (yes: pairs.both + pairs.lost + more[0], of: pairs.count + more[0] + more[1])
    let second = (yes: pairs.both + pairs.gained + more[2], of: pairs.count + more[2] + more[3])
    let found = ShareDifference(from: first, to: second, pairs: pairs)
    let (difference, interval) = (try found.difference.get(), try found.interval.get())
    #expect(interval.low <= difference && difference <= interval.high)
    #expect(interval.low >= -1 - 1e-9 && interval.high <= 1 + 1e-9)
    // The other way round it is the same with the sign turned.
    let back = try ShareDifference(
      from: second, to: first,
      pairs: .init(both: pairs.both, gained: pairs.lost, lost: pairs.gained, neither: pairs.neither)
    ).interval.get()
    #expect(abs(back.low + interval.high) < 1e-12 && abs(back.high + interval.low) < 1e-12)
    // People who answer alike both times say more than as many others.
    let apart = try ShareDifference(from: first, to: second).interval.get()
    let isAlike = pairs.both * pairs.neither > pairs.gained * pairs.lost
    if isAlike { #expect(interval.high - interval.low <= apart.high - apart.low + 1e-12) }
    let wider = try ShareDifference(from: first, to: second, pairs: pairs, confidence: 0.99).interval.get()
    #expect(wider.low <= interval.low && wider.high >= interval.high)
  }

  @Test func isUndefinedWithAReason() {
    #expect(ShareDifference(from: (0, 0), to: (1, 2)).difference.reason?.code == .noValues)
    #expect(ShareDifference(from: (0, 0), to: (1, 2)).interval.reason?.code == .noValues)
    #expect(ShareDifference(from: (3, 2), to: (1, 2)).difference.reason?.code == .invalidCount)
    let one = ShareDifference(from: (1, 1), to: (1, 2))
    #expect(one.difference == .value(-0.5) && one.interval.reason?.code == .tooFewValues)
    let pairs = ShareDifference.Pairs(both: 5, gained: 0, lost: 0, neither: 0)
    #expect(ShareDifference(from: (4, 10), to: (6, 10), pairs: pairs).interval.reason?.code == .inconsistentPairs)
    for confidence in [0, 1, .nan] {
      #expect(
        ShareDifference(from: (4, 10), to: (6, 10), confidence: confidence).interval.reason?.code == .invalidOption)
    }
  }
}
