import Testing

@testable import MaturitySkills

@Suite("Known bytes") struct KnownBytesTests {
  @Test("stand where all of them are the same", arguments: [1, 3, 7, 8, 9, 15, 16, 17, 30]) func same(_ count: Int) {
    let text = (0..<count).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    let known = KnownBytes(start: 1, count: count)
    func stands(_ other: [UInt8]) -> Bool {
      let bytes = [0] + text + other
      return known.stands(in: bytes.span, at: count + 1)
    }
    #expect(stands(text) && stands(text + [0]))
    #expect(!stands(text.dropLast()))
    for place in 0..<count {
      var other = text
      other[place] = 0
      #expect(!stands(other))
    }
  }

  @Test("none stand nowhere") func none() {
    let bytes: [UInt8] = [1, 2, 3]
    let stands = KnownBytes().stands(in: bytes.span, at: 0)
    #expect(!stands)
  }
}
