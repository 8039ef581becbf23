import MaturityStatistics
import Testing

@Suite("Two camps") struct CampsTests {
  private func distribution(_ counts: [Int]) throws -> Distribution {
    try Distribution(values: counts.indices.map { Double($0 + 1) }, counts: counts)
  }

  @Test(
    "answers that stand apart, counted by hand",
    arguments: [
      ([6, 4, 1, 5, 4], 1.0, 10, 4.0, 9), ([10, 0, 0, 0, 10], 1, 10, 5, 10), ([3, 5, 2, 8, 2], 2, 8, 4, 10),
      ([0, 6, 2, 4, 0], 2, 6, 4, 4), ([5, 5], 1, 5, 2, 5), ([3, 9], 1, 3, 2, 9),
      // Of two valleys only one has a quarter on either side; of two that are alike the lower parts them.
      ([4, 1, 4, 1, 10], 1, 9, 5, 10), ([5, 1, 5, 1, 5], 1, 5, 3, 11),
    ])
  func camps(_ counts: [Int], _ lower: Double, _ lowerCount: Int, _ upper: Double, _ upperCount: Int) throws {
    let camps = try #require(try distribution(counts).camps)
    #expect(camps.lower == lower && camps.lowerCount == lowerCount)
    #expect(camps.upper == upper && camps.upperCount == upperCount)
  }

  @Test(
    "a spread, a slope, a stray few and too few answers are no camps",
    arguments: [
      [4, 4, 4, 4, 4], [1, 3, 8, 3, 1], [10, 6, 3, 2, 1], [16, 2, 0, 1, 2], [0, 0, 12, 0, 0], [1, 0, 1], [20], [8, 2],
      [5, 3, 5],
    ])
  func none(_ counts: [Int]) throws {
    #expect(try distribution(counts).camps == nil)
  }

  @Test("counts as large as integers hold") func large() throws {
    let camps = try #require(try distribution([.max / 2, 0, .max / 2]).camps)
    #expect(camps.lowerCount == .max / 2 && camps.upperCount == .max / 2)
    #expect(try distribution([.max / 4, .max / 4]).camps != nil)
    #expect(try distribution([.max, 0, 0]).movers(toAgree: 1) == 0)
    #expect(try distribution([.max / 2, 0, .max / 2]).movers(toAgree: 1) == .max / 2)
  }

  @Test("turning the scale round turns the camps round", arguments: 0..<200)
  func mirrored(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<Int(2 + generator.next() % 5)).map { _ in Int(generator.next() % 12) }
    let one = try distribution(counts).camps
    let other = try distribution(counts.reversed()).camps
    #expect((one == nil) == (other == nil))
    guard let one, let other else { return }
    // Where sides and valleys are alike, the lowest is taken, which is another one the other way round.
    #expect(one.lowerCount + one.upperCount == other.lowerCount + other.upperCount)
    #expect(4 * min(one.lowerCount, one.upperCount) >= counts.reduce(0, +))
    #expect(one.lower < one.upper)
  }

  @Test(
    "how many would have to move, counted by hand",
    arguments: [
      ([6, 4, 1, 5, 4], 0.75, 5), ([0, 0, 12, 0, 0], 0.75, 0), ([10, 0, 0, 0, 10], 0.75, 5),
      ([4, 4, 4, 4, 4], 0.75, 7),
      ([5, 5], 0.75, 3), ([3, 9], 0.75, 0), ([2, 2, 2], 1, 2), ([1, 2, 3], 0, 0), ([3], 1, 0), ([0, 0], 0.75, 0),
    ])
  func movers(_ counts: [Int], _ share: Double, _ expected: Int) throws {
    #expect(try distribution(counts).movers(toAgree: share) == expected)
  }

  @Test("when so many have moved, nobody has to any more", arguments: 0..<200)
  func enough(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var counts = (0..<Int(3 + generator.next() % 4)).map { _ in Int(generator.next() % 9) }
    let movers = try distribution(counts).movers()
    let pair = counts.indices.dropLast().max { counts[$0] + counts[$0 + 1] < counts[$1] + counts[$1 + 1] } ?? 0
    for move in 0..<movers {
      #expect(try distribution(counts).movers() == movers - move)
      let from = try #require(counts.indices.first { $0 != pair && $0 != pair + 1 && counts[$0] > 0 })
      counts[from] -= 1
      counts[pair] += 1
    }
    #expect(try distribution(counts).movers() == 0)
  }
}
