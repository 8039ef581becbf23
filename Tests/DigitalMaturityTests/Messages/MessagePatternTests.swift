import DigitalMaturity
import Testing

@Suite("Phrases with places") struct MessagePatternTests {
  @Test(arguments: [
    ("", []), ("No place, and it’s 5 # here.", []), ("{a}{b} {a}", ["a", "b"]),
    ("{n, plural, one {# of {all}} other {{n, spellout} of {all}}}", ["all", "n"]),
    ("{ a }{b,spellout}{c , Spellout }", ["a", "b", "c"]),
  ])
  func placesHaveNames(text: String, names: [String]) throws {
    #expect(try MessagePattern(text).arguments.sorted() == names)
  }

  @Test(arguments: [
    ("{", "a name is missing after “{”"), ("{}", "a name is missing after “{”"), ("{a", "“{a” is not closed; add “}”"),
    ("a}", "a “}” stands here without its “{”"),
    ("{a, number}", "“number” is no way to show “a”; write plural, spellout or Spellout"),
    ("{a, spellout", "“{a, spellout” is not closed; add “}”"),
    ("{a, plural}", "“{a, plural” has no forms; add “, other {…}}”"),
    ("{a, plural, one {x}}", "“a” has no form “other”; add it"),
    ("{a, plural, =1 {x} other {y}}", "“” is no form of “a”; forms are zero, one, two, few, many, other"),
    ("{a, plural, one x}", "the form “one” of “a” needs “{…}”"),
    ("{a, plural, one {x} one {y} other {z}}", "the form “one” of “a” stands twice"),
    ("{a, plural, other {x}", "“” is no form of “a”; forms are zero, one, two, few, many, other"),
    ("{a, plural, other {x", "the form “other” of “a” is not closed; add “}”"),
  ])
  func whatIsWrongIsSaid(text: String, message: String) {
    #expect(throws: MessagePattern.Problem.self) { try MessagePattern(text) }
    do { _ = try MessagePattern(text) } catch { #expect(error.message == message) }
  }
}
