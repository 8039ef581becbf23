import Testing

@testable import DigitalMaturity

@Suite struct FoldedTextsTests {
  private func folded(_ texts: String...) -> FoldedTexts {
    var folded = FoldedTexts()
    for text in texts { folded.append(text) }
    return folded
  }

  @Test func textsAreComparedAsTheyAreFolded() {
    let texts = folded("In  PART", "in part", " In part\t", "In full")
    #expect(texts.areAlike(0, 1) && texts.areAlike(1, 2))
    #expect(!texts.areAlike(0, 3))
    #expect(texts.isAlike(0, "in part") && !texts.isAlike(0, "in parts") && !texts.isAlike(0, "in fact"))
    #expect(Array(texts[0]) == Array("in part".utf8) && texts.length(of: 0) == 7)
  }

  @Test func oneTextStandsInsideAnother() {
    let texts = folded("We plan", "Then we  plan", "We plan ahead", "We plot", "")
    #expect(texts.stands(0, in: 0) && texts.stands(0, in: 1) && texts.stands(0, in: 2))
    #expect(!texts.stands(0, in: 3) && !texts.stands(2, in: 0))
    #expect(texts.stands(4, in: 0) && texts.stands(4, in: 4) && !texts.stands(0, in: 4))
  }

  @Test func repeatsNameTheFirstOfTheirKind() {
    let texts = folded("b", "A", "aa", "a ", "B", "ab", " a", "c")
    #expect(texts.repeats.map(\.first) == [1, 0, 1])
    #expect(texts.repeats.map(\.later) == [3, 4, 6])
    #expect(folded().repeats.isEmpty && folded("a").repeats.isEmpty)
  }

  @Test func textsAreTakenOut() {
    var texts = folded("a", "b")
    texts.removeAll()
    texts.append("c")
    #expect(texts.count == 1 && texts.isAlike(0, "c"))
  }
}
