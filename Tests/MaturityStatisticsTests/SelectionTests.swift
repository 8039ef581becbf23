import Testing

@testable import MaturityStatistics

struct SelectionTests {
  /// Numbers in no order, with many that are equal, in order, and turned around.
  @Test(arguments: UInt64(1)...20)
  func everyPlaceHasWhatSortingPutsThere(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...60, using: &generator)
    let few = (0..<count).map { _ in Double(Int.random(in: 0...4, using: &generator)) }
    let many = (0..<count).map { _ in Double.random(in: -1...1, using: &generator) }
    for numbers in [few, many, many.sorted(), many.sorted(by: >), Array(repeating: 0.5, count: count)] {
      let sorted = numbers.sorted()
      for place in numbers.indices {
        var moved = numbers
        #expect(moved.select(place) == sorted[place])
        #expect(moved.sorted() == sorted)
        #expect(moved[..<place].allSatisfy { $0 <= sorted[place] })
        #expect(moved[place...].allSatisfy { $0 >= sorted[place] })
      }
    }
  }
}
