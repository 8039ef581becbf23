import Testing

@testable import MaturitySkills

@Suite("Few bytes") struct FewBytesTests {
  private func few(_ text: [UInt8]) -> FewBytes? { FewBytes(text.span) }

  private func stand(_ few: FewBytes, in text: [UInt8], at place: Int) -> Bool {
    let bytes = text + Array(repeating: 0, count: FewBytes.width)
    let stands = few.stand(in: bytes.span, at: place)
    let standsToo = few.stand(in: bytes.span, atKnown: place)
    #expect(standsToo == stands)
    return stands
  }

  @Test("stand where all of them are, whatever is around them", arguments: 0...24) func same(_ count: Int) throws {
    let text = (0..<count).map { UInt8(ascii: "a") + UInt8($0) }
    let few = try #require(self.few(text))
    #expect(few.count == count)
    #expect(stand(few, in: text, at: 0) && stand(few, in: [1, 2, 3] + text + [4, 5], at: 3))
    for place in 0..<count {
      var other = text
      other[place] ^= 0x80
      #expect(!stand(few, in: other, at: 0))
    }
  }

  @Test("are no more than 24, and stand nowhere where they are not known") func none() {
    let many = Array(repeating: UInt8(ascii: "a"), count: 25)
    #expect(few(many) == nil)
    #expect(!stand(FewBytes(), in: many, at: 0) && !stand(FewBytes(), in: [], at: 0))
    #expect(stand(.nothing, in: many, at: 3) && FewBytes.nothing.count == 0)
  }
}
