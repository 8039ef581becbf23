import DigitalMaturity
@testable import MaturityQuestionnaires
import Testing

@Suite("Respondents met") struct RespondentsMetTests {
  private func ids(_ texts: [String]) -> RespondentIds {
    var ids = RespondentIds()
    for text in texts { ids.add(Array(text.utf8).span) }
    return ids
  }

  /// Rows whose id stands above, by the plainest means.
  private func repeats(_ texts: [String]) -> [Int] {
    var met: Set<String> = []
    return texts.indices.filter {
      let id = Spelling.folded(texts[$0])
      return !id.isEmpty && !met.insert(id).inserted
    }
  }

  @Test(arguments: [
    "a", "A", "p-000001", "person-123456", "15-bytes-are-15", "15-BYTES-are-15", "sixteen-bytes-16", "", " ", " a  B ",
    "É",
    "0\0",
  ])
  func anIdIsFoldedText(text: String) {
    let ids = ids(["b", text, "a longer id than any key can hold", text])
    let folded = Array(Spelling.folded(text).utf8)
    #expect((0..<4).map(ids.id) == [[0x62], folded, Array("a longer id than any key can hold".utf8), folded])
    #expect(ids.keys[1] == (folded.isEmpty ? 0 : RespondentIds.key(folded.span)))
  }

  @Test(arguments: 0..<8) func repeatsAreThoseOfASetOfText(seed: Int) {
    var generator = Seeded(seed: UInt64(seed))
    let pieces = ["a", "B", "b", "1", "é", " ", "\t", "-", "0123456789", "\0"]
    let texts = (0..<3_000).map { _ in
      (0..<Int.random(in: 0...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    var met = RespondentsMet()
    var found: [Int] = []
    for start in stride(from: 0, to: texts.count, by: 250) {
      found += (met.add(ids(Array(texts[start..<start + 250]))) ?? []).map { start + $0 }
    }
    #expect(found == repeats(texts))
    #expect(met.count == Set(texts.map(Spelling.folded)).subtracting([""]).count)
    #expect(texts.allSatisfy { Spelling.folded($0).isEmpty || met.contains($0) })
    #expect(!met.contains("no such id"))
    #expect(!met.contains(""))
  }

  @Test(arguments: [
    ["1", "2", "9", "10", "11", "100"], ["p01", "p02", "p02", " P02", "p10"], ["", "a", "", "a", "", "b"],
    ["respondent-000000001", "respondent-000000002", "respondent-000000002", "respondent-000000010"],
    ["short", "a-longer-id-of-more-than-15", "b-longer-id-of-more-than-15"], [], ["", ""],
  ])
  func ascendingIdsNeedNoMemory(texts: [String]) {
    for cut in 0...texts.count {
      var met = RespondentsMet.lastAlone
      let first = met.add(ids(Array(texts[..<cut])))
      let second = met.add(ids(Array(texts[cut...])))
      #expect((first ?? [-1]) + (second ?? [-1]).map { cut + $0 } == repeats(texts))
      #expect(met.count == 0)
    }
  }

  @Test(arguments: [
    ["2", "1"], ["10", "9"], ["b", "", "a"], ["b-longer-id-of-more-than-15", "a-longer-id-of-more-than-15"],
  ])
  func otherOrdersAreSaidToBe(texts: [String]) {
    for cut in 0...texts.count {
      var met = RespondentsMet.lastAlone
      let isKnown = [texts[..<cut], texts[cut...]].allSatisfy { met.add(ids(Array($0))) != nil }
      #expect(!isKnown)
    }
  }

  @Test func idsOfUpTo15BytesAreTheirOwnKeys() {
    var keys: Set<UInt128> = []
    for length in 1...15 {
      for byte in UInt8.min...UInt8.max where byte != 0 {
        let key = RespondentIds.key(Array(repeating: byte, count: length).span)
        #expect(RespondentIds.isWhole(key))
        keys.insert(key)
      }
    }
    #expect(keys.count == 15 * 255)
    let nuls: [[UInt8]] = [[], [0], [0, 0]]
    let nulKeys = nuls.map { RespondentIds.key($0.span) }
    #expect(nulKeys[0] == 0)
    #expect(Set(nulKeys).count == 3)
  }

  @Test func longerIdsHaveKeysThatDiffer() {
    var keys: Set<UInt128> = []
    var count = 0
    for length in 16...40 {
      for place in 0..<length {
        for byte in stride(from: UInt8(1), to: 255, by: 17) {
          var id = Array(repeating: UInt8(0), count: length)
          id[place] = byte
          let key = RespondentIds.key(id.span)
          #expect(!RespondentIds.isWhole(key))
          keys.insert(key)
          count += 1
        }
      }
    }
    #expect(keys.count == count)
  }
}

@Suite("Sets of keys") struct KeySetTests {
  @Test(arguments: [10, 64, 1_000, 20_000]) func holdsWhatASetHolds(count: Int) {
    var generator = Seeded(seed: UInt64(count))
    var own = KeySet<UInt64>()
    var plain: Set<UInt64> = []
    for _ in 0..<count {
      let key = UInt64.random(in: 1...UInt64(count), using: &generator) << 40
      #expect(own.insert(key) == plain.insert(key).inserted)
    }
    #expect(own.count == plain.count)
    for key in UInt64(1)...UInt64(count) { #expect(own.contains(key << 40) == plain.contains(key << 40)) }
  }

  @Test func anEmptySetHoldsNothing() {
    #expect(!KeySet<UInt128>().contains(1))
  }
}
