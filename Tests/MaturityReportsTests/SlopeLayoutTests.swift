import Testing

@testable import MaturityReports

@Suite("Places of a slope chart's names") struct SlopeLayoutTests {
  /// Of any wishes, nothing stands on another, all is in the range, and what has room stands where it wants to.
  @Test(arguments: 0..<50) func nothingStandsOnAnother(seed: UInt64) {
    var random = SplitMix(state: seed)
    let wishes = (0..<Int.random(in: 1...20, using: &random)).map { _ in
      (place: Double.random(in: 0...400, using: &random), height: Double.random(in: 10...40, using: &random))
    }
    let range = 0.0...max(400, wishes.reduce(0) { $0 + $1.height })
    let places = SlopeLayout.apart(wishes, within: range)
    let boxes = zip(places, wishes).map { ($0 - $1.height / 2, $0 + $1.height / 2) }.sorted { $0.0 < $1.0 }
    for (one, next) in zip(boxes, boxes.dropFirst()) { #expect(one.1 <= next.0 + 1e-6) }
    #expect((boxes.first?.0 ?? 0) >= -1e-6 && (boxes.last?.1 ?? 0) <= range.upperBound + 1e-6)
    // The order is that of the wishes.
    let order = wishes.indices.sorted { (wishes[$0].place, $0) < (wishes[$1].place, $1) }
    for (one, next) in zip(order, order.dropFirst()) { #expect(places[one] <= places[next]) }
  }

  @Test func whatHasRoomStays() {
    #expect(SlopeLayout.apart([(10, 20), (200, 20), (100, 20)], within: 0...300) == [10, 200, 100])
    // Two that meet stand around their middle.
    #expect(SlopeLayout.apart([(100, 20), (100, 20)], within: 0...300) == [90, 110])
    #expect(SlopeLayout.apart([(0, 20), (0, 20)], within: 0...300) == [10, 30])
    #expect(SlopeLayout.apart([], within: 0...1).isEmpty)
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
