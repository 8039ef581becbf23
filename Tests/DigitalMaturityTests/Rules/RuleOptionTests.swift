import DigitalMaturity
import MaturityScoringRules
import Testing

@Suite struct RuleOptionTests {
  @Test func valuesAreFoundByNameAndType() {
    let options: RuleOptions = ["n": .number(2), "w": .word("x"), "b": .boolean(false)]
    #expect(options.number("n") == 2)
    #expect(options.word("n") == nil)
    #expect(options.number("w") == nil)
    #expect(options.boolean("b") == false)
    #expect(options.number("none") == nil)
  }

  @Test func ofANameThatStandsTwiceTheLastCounts() {
    let options = RuleOptions(dictionaryLiteral: ("n", .number(1)), ("n", .number(2)))
    #expect(options.number("n") == 2)
  }

  @Test func isReadAloud() {
    let options: RuleOptions = [
      "rule": .rule(Median()), "at": .number(2), "when": .condition(.not(.test(.question("q"), .atMost(1.5)))),
      "list": .list([["at": .number(1)], ["at": .number(0.25)]]),
    ]
    #expect(options.description == ["at 2", "list at 1; at 0.25", "rule median", "when not (q at most 1.5)"])
  }

  @Test func theKeysThatEveryRuleHasAreReserved() {
    #expect(RuleOption.reservedNames.isSuperset(of: ["rule", "missing", "dont-know", "minimum-answered", "unit"]))
  }
}
