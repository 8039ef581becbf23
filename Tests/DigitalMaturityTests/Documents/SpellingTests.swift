import DigitalMaturity
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("Agree", "agree"), ("  In\t part \n", "in part"), ("Don’t  know", "don't know"), ("a\u{A0}b", "a b"), ("", ""),
    (" ", ""), ("É Z", "É z"), ("[@`{", "[@`{"), ("a\u{1}B\u{7F}", "a\u{1}b\u{7F}"),
  ])
  func isFolded(_ text: String, into folded: String) { #expect(Spelling.folded(text) == folded) }

  /// Text that is folded in one go folds like text that is not: a letter beyond ASCII in front makes it the latter.
  @Test func allWaysOfFoldingAgree() {
    var random = SeededGenerator(seed: 44)
    let characters = Array(" \t\n\u{1}\u{1F}!AaMmZz[@`{\u{7F}09-’é ")
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...40, using: &random)
      let text = String((0..<length).map { _ in characters.randomElement(using: &random)! })
      #expect("é" + Spelling.folded("x" + text).dropFirst() == Spelling.folded("é" + text), "\(text.debugDescription)")
    }
  }
}
