import DigitalMaturity
import Testing

@Suite("Conditions are read, or refused with a place") struct ConditionReadingTests {
  private func read(_ json: String) throws -> (condition: Condition?, problems: [String]) {
    let log = DiagnosticLog()
    let condition = try readJSON(json).readCondition(into: log)
    return (condition, log.diagnostics.map(\.description))
  }

  @Test(
    arguments: [
      (#"{"question": "q", "is": "a"}"#, .test(.question("q"), .isOption(["a"]))),
      (#"{"question": "q", "is": ["a", "b"]}"#, .test(.question("q"), .isOption(["a", "b"]))),
      (#"{"question": "q", "is": true}"#, .test(.question("q"), .isOption(["true"]))),
      (#"{"area": "a", "at-least": 3}"#, .test(.area("a"), .atLeast(3))),
      (#"{"principle": "p", "at-most": 2.5}"#, .test(.principle("p"), .atMost(2.5))),
      (#"{"literacy": "l", "above": -1}"#, .test(.literacy("l"), .above(-1))),
      (#"{"area": "a", "below": 1e2}"#, .test(.area("a"), .below(100))),
      (#"{"answered": false, "question": "q"}"#, .test(.question("q"), .answered(false))),
      (#"{"all": []}"#, .all([])),
      (
        #"{"not": {"any": [{"question": "q", "is": "a"}, {"all": [{"area": "b", "below": 2}]}]}}"#,
        .not(.any([.test(.question("q"), .isOption(["a"])), .all([.test(.area("b"), .below(2))])]))
      ),
    ] as [(String, Condition)])
  func isRead(_ json: String, _ expected: Condition) throws {
    let read = try read(json)
    #expect(read.condition == expected)
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    ("{}", "1:1: error: a condition begins with all, any, not, question, area, principle or literacy [invalid-value]"),
    (
      #"{"qestion": "q", "is": "a"}"#, "1:2: error: unknown key “qestion”; did you mean “question”? [unknown-key]"
    ),
    (
      #"{"question": "q", "at-last": 3}"#, "1:19: error: unknown key “at-last”; did you mean “at-least”? [unknown-key]"
    ),
    (
      #"{"question": "q"}"#,
      "1:1: error: say what is asked of “q”: is, at-least, at-most, above, below or answered [invalid-value]"
    ),
    (#"{"question": "q", "below": null}"#, "1:1: error: say what is asked of “q”"),
    (
      #"{"question": "q", "below": 3, "above": 1}"#,
      "1:1: error: a test asks one thing; join two with all [invalid-value]"
    ),
    (
      #"{"question": "q", "area": "a", "below": 3}"#,
      "1:1: error: a condition is one thing, not “question” and “area” together; use all or any [invalid-value]"
    ),
    (#"{"all": [], "below": 3}"#, "1:1: error: a test belongs with what it tests, inside the list [invalid-value]"),
    (#"{"question": "q", "below": "three"}"#, "1:28: error: a number belongs here, not the text “three” [wrong-type]"),
    (#"{"question": ["q"], "below": 3}"#, "1:14: error: text belongs here, not a list [wrong-type]"),
    (
      #"{"question": "q", "answered": "yes"}"#,
      "1:31: error: true or false belongs here, not the text “yes” [wrong-type]"
    ),
    (#"{"any": {"question": "q", "is": "a"}}"#, "1:9: error: a list belongs here, not a mapping [wrong-type]"),
    (#"{"not": [1]}"#, "1:9: error: a mapping of keys and values belongs here, not a list [wrong-type]"),
    (#"["q"]"#, "1:1: error: a mapping of keys and values belongs here, not a list [wrong-type]"),
    (
      #"{"all": [{"question": "q", "is": "a"}, {"question": "r"}]}"#, "1:40: error: say what is asked of “r”"
    ),
  ])
  func isRefused(_ json: String, _ problem: String) throws {
    let read = try read(json)
    #expect(read.problems.count == 1, "\(read.problems)")
    #expect(read.problems.first?.hasPrefix("a.json:" + problem) == true, "\(read.problems)")
  }

  @Test func everyProblemInsideIsReported() throws {
    let read = try read(#"{"all": [{"question": "q"}, {"any": [{"area": "a", "is": [[]]}, 5]}]}"#)
    #expect(read.problems.count == 3)
  }
}
