import DigitalMaturity
import Testing

@Suite("Plural categories") struct PluralCategoryTests {
  /// The categories of 0 to 24 by Babel 2.19, which has CLDR's rules; a letter each, `-` for other.
  @Test(arguments: [
    ("en", "-1-----------------------"), ("cy", "z12f--m------------------"), ("ga", "-12ffffmmmm--------------"),
    ("gd", "-12ffffffff12fffffff-----"), ("pl", "m1fffmmmmmmmmmmmmmmmmmfff"),
  ])
  func smallNumbers(language: String, categories: String) {
    let letters: [Character: PluralCategory] = ["z": .zero, "1": .one, "2": .two, "f": .few, "m": .many, "-": .other]
    let found = (0..<25).map { PluralCategory(of: $0, in: language) }
    #expect(found == categories.map { letters[$0] })
    #expect(PluralCategory(of: 3, in: language + "-GB") == found[3])
  }

  /// Of 100, 101, 102, 103, 111, 112, 113, 122 and 1,000,001, by the same.
  @Test(arguments: [
    ("en", "---------"), ("cy", "---------"), ("ga", "---------"), ("gd", "---------"), ("pl", "mmffmmmfm"),
  ])
  func largeNumbers(language: String, categories: String) {
    let letters: [Character: PluralCategory] = ["f": .few, "m": .many, "-": .other]
    let numbers = [100, 101, 102, 103, 111, 112, 113, 122, 1_000_001]
    #expect(numbers.map { PluralCategory(of: $0, in: language) } == categories.map { letters[$0] })
  }

  @Test func everyNumberHasACategory() {
    #expect(PluralCategory(of: .min, in: "cy") == .other)
    #expect(PluralCategory(of: -2, in: "cy") == .two)
    #expect(PluralCategory(of: 1, in: "xx") == .one)
    #expect(PluralCategory(of: 1, in: "") == .one)
  }
}
