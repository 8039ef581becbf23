import Testing

@testable import MaturityQuestionnaires

@Suite("texts of forms") struct LooseTextTests {
  @Test(
    "texts that people and programs retype are alike",
    arguments: [
      ("  How do\u{A0}you  find\tout what’s planned? ", "how do you find out what's planned"),
      ("We’re told “what” – not why…", "we're told \"what\" - not why..."),
      ("ÉCOLE Ŵyl", "école ŵyl"),
      ("soft\u{AD}hyphen\u{200B} and\u{FEFF} marks", "softhyphen and marks"),
      ("Name *", "name"),
      ("?!", ""),
      ("NUL\u{0}L", "null"),
    ])
  func folded(_ text: String, _ expected: String) {
    // A full stop is left out at the end alone, and so are three.
    #expect(LooseText.folded(text) == LooseText.folded(expected))
    #expect(LooseText.folded(text).hasPrefix(expected.prefix(3)))
  }

  @Test("folding what is folded changes nothing", arguments: ["A  b? ", "“x”…", "12. Why?", "É – é"])
  func idempotent(_ text: String) {
    let once = LooseText.folded(text)
    #expect(LooseText.folded(once) == once)
  }

  @Test("words that differ stay different")
  func different() {
    #expect(LooseText.folded("agree") != LooseText.folded("disagree"))
    #expect(LooseText.folded("a b") != LooseText.folded("ab"))
    #expect(LooseText.folded("plan 1") != LooseText.folded("plan 2"))
    #expect(LooseText.folded("ty") != LooseText.folded("tŷ"))
  }

  @Test(
    "numbers in front and behind",
    arguments: [("12. why", "why"), ("q3) why", "why"), ("7: why", "why")])
  func ordinals(_ text: String, _ rest: String) {
    #expect(LooseText.withoutOrdinal(text) == rest)
  }

  @Test("what is no ordinal stays", arguments: ["12 angry men", "3d printing", "why", "4.", "q"])
  func noOrdinals(_ text: String) {
    #expect(LooseText.withoutOrdinal(text) == nil)
  }

  @Test("the number of a repeated text")
  func repeats() throws {
    let repeated = try #require(LooseText.withoutRepeat(LooseText.folded("Anything else?2")))
    #expect(repeated.text == "anything else")
    #expect(repeated.number == 2)
    #expect(LooseText.withoutRepeat("plan") == nil)
    #expect(LooseText.withoutRepeat("42") == nil)
    // A text is never its own first copy.
    #expect(LooseText.withoutRepeat("plan1") == nil)
  }

  @Test(
    "numbers as people write them",
    arguments: [("1,234", "1234"), ("£ 1,234,567.50", "1234567.50"), ("12", "12"), ("3,400 %", "3400 %")])
  func numbers(_ text: String, _ expected: String) {
    #expect(LooseText.number(text) == expected)
  }

  @Test(
    "a comma that is no mark of thousands is not taken for one", arguments: ["3,5", "12,34", "1,2345", "1234,567", ","])
  func decimals(_ text: String) {
    #expect(LooseText.number(text) == nil)
  }

  @Test("trimming takes blanks and NUL away, nothing else")
  func trimmed() {
    #expect(LooseText.trimmed(" \u{A0}a\u{0} b\n") == "a b")
    #expect(LooseText.trimmed("“a”.") == "“a”.")
    #expect(LooseText.trimmed("\u{FEFF}") == "")
  }
}
