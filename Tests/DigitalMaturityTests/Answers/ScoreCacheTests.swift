@testable import DigitalMaturity
import Testing

struct ScoreCacheTests {
  private static func find(_ cache: ScoreCache, _ keys: [UInt64], sumBits: Int) -> [Int?] {
    keys.map { key in
      var ids: [Int32] = [-1]
      return cache.find([key], from: 0, sumBits: sumBits, into: &ids) == nil ? Int(ids[0]) : nil
    }
  }

  @Test(arguments: [0, 1, 6, 9], UInt64(1)...3)
  func knowsWhatItWasTold(sumBits: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var cache = ScoreCache()
    var ids: [UInt64: Int] = [:]
    // A pattern of 0 and one of all bits are patterns too.
    let patterns =
      [0, UInt64.max >> UInt64(sumBits)] + (0..<20).map { _ in UInt64.random(in: 1..<1 << 40, using: &generator) }
    func key() -> UInt64 {
      let pattern = patterns[Int.random(in: patterns.indices, using: &generator)]
      return pattern << UInt64(sumBits) | UInt64.random(in: 0..<1 << UInt64(sumBits), using: &generator)
    }
    for _ in 0..<600 {
      let key = key()
      #expect(Self.find(cache, [key], sumBits: sumBits) == [ids[key]])
      guard ids[key] == nil else { continue }
      cache.insert(key, sumBits: sumBits, form: nil, id: ids.count)
      ids[key] = ids.count
    }
    let keys = Array(ids.keys)
    #expect(Self.find(cache, keys, sumBits: sumBits) == keys.map { ids[$0] })
  }

  @Test func patternsOfOneFormShareTheirSums() {
    var cache = ScoreCache()
    let form = ScoreCache.Form(score: .value(SumForm(imputed: 0, divisor: 3, constant: 0)), offset: 0)
    let other = ScoreCache.Form(score: .value(SumForm(imputed: 0, divisor: 3, constant: 0)), offset: 1)
    cache.insert(0b01_0101, sumBits: 4, form: form, id: 7)
    cache.insert(0b10_0110, sumBits: 4, form: form, id: 8)
    cache.insert(0b11_0001, sumBits: 4, form: other, id: 9)
    #expect(Self.find(cache, [0b01_0110, 0b10_0101, 0b11_0101, 0b11_0001], sumBits: 4) == [8, 7, nil, 9])
  }

  @Test func findsRowAfterRowUpToOneThatIsNotKnown() {
    var cache = ScoreCache()
    cache.insert(3, sumBits: 0, form: nil, id: 4)
    var ids: [Int32] = [0, 0, 0, 0]
    let stop = cache.find([3, 3, 5, 3], from: 1, sumBits: 0, into: &ids)
    #expect(stop == 2)
    #expect(ids == [0, 4, 0, 0])
  }

  @Test func aFullCacheKeepsWhatItHas() {
    var cache = ScoreCache()
    for key in 0..<UInt64(3 * ScoreCache.patternLimit) { cache.insert(key, sumBits: 0, form: nil, id: Int(key)) }
    let known = Self.find(cache, Array(0..<UInt64(ScoreCache.patternLimit)), sumBits: 0)
    #expect(known == (0..<ScoreCache.patternLimit).map { $0 })
    #expect(Self.find(cache, [UInt64(ScoreCache.patternLimit)], sumBits: 0) == [nil])
    cache.stopPacking()
    #expect(cache.isOff)
    #expect(Self.find(cache, [3], sumBits: 0) == [nil])
  }
}
