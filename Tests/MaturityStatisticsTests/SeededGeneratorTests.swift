import Testing

@testable import MaturityStatistics

@Suite struct SeededGeneratorTests {
  /// The first numbers of the authors' xoshiro256plusplus.c for the state 1, 2, 3, 4, as published with Rust's rand_xoshiro.
  @Test func agreesWithTheReferenceXoshiro() {
    var generator = SeededGenerator(state: 1, 2, 3, 4)
    let expected: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807, 15_849_039_046_786_891_736,
      10_450_023_813_501_588_000,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  /// The first numbers of the reference splitmix64.c for the state 1234567.
  @Test func agreesWithTheReferenceSplitMix() {
    var generator = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func seedsAndStreamsAreApart() {
    var first: Set<UInt64> = []
    for seed in 0..<40 as Range<UInt64> {
      for stream in 0..<40 as Range<UInt64> {
        var generator = SeededGenerator(seed: seed, stream: stream)
        first.insert(generator.next())
        var again = SeededGenerator(seed: seed, stream: stream)
        #expect(first.contains(again.next()))
      }
    }
    #expect(first.count == 1600)
  }

  @Test func unitNumbersFillTheirRange() {
    var generator = SeededGenerator(seed: 8)
    let numbers = (0..<10_000).map { _ in generator.unit() }
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    // Five standard errors of a mean of uniform numbers.
    #expect(close(numbers.exactSum / 10_000, 0.5, within: 5 / squareRoot(12 * 10_000)))
  }
}
