import DigitalMaturity
import MaturityScoringRules
import Testing

/// A rule with an option of every kind.
private struct Every: ScoringRule {
  static let name = "every"
  static let summary = "Has an option of every kind."
  static let options = [
    RuleOption("share", .number(0...1), summary: "A share."),
    RuleOption("least", .number(0 ... .infinity), summary: "A lower bound."),
    RuleOption("most", .number(-.infinity...10), summary: "An upper bound."),
    RuleOption("strict", .boolean, summary: "A boolean."),
    RuleOption("mode", .word(["gentle", "harsh"]), summary: "A word."),
    RuleOption("when", .condition, summary: "A condition."),
    RuleOption("inner", .rule, summary: "A rule."),
    RuleOption(
      "steps", .list([RuleOption("at", .number(0...9), isRequired: true, summary: "Where.")]), summary: "A list."),
  ]
  let settings: RuleOptions

  init(_ options: RuleOptions) throws(DocumentError) {
    if options.boolean("strict") == true, options.word("mode") == "gentle" {
      throw DocumentError(Diagnostic(.invalidValue, "a strict rule is not gentle; choose one"))
    }
    settings = options
  }

  func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
  func score(_ context: ScoringContext) -> Figure<Double> { .undefined(.noneAnswered) }
}

@Suite("Scoring rules and their options are read as they are declared") struct ScoringReadingTests {
  private static let vocabulary: Vocabulary = {
    var vocabulary = SmallAssessment.vocabulary
    vocabulary.add(Every.self)
    return vocabulary
  }()

  private typealias Place = DigitalMaturity.SourceLocation

  private func read(_ rule: String) -> (assessment: Assessment?, problems: [Diagnostic], place: Place?) {
    let mistake = Mistake("areas: {rule: weighted-mean}", "areas: " + rule)
    do throws(DocumentError) {
      return (try Self.vocabulary.readAssessment(from: MemorySource(texts: mistake.files)), [], mistake.place)
    } catch {
      return (nil, error.diagnostics, mistake.place)
    }
  }

  @Test func everyKindOfOptionIsRead() throws {
    let read = read(
      """
      {rule: every, share: 0.5, least: 3, most: -1e6, strict: true, mode: harsh, when: {question: trained, is: no},
          inner: {rule: every, inner: minimum, share: 1}, steps: [{at: 1}, {at: 2.5}]}
      """)
    #expect(read.problems == [])
    let settings = try #require(read.assessment?.scoring?.areas.rule.settings)
    #expect(settings.number("share") == 0.5)
    #expect(settings.number("least") == 3)
    #expect(settings.number("most") == -1e6)
    #expect(settings.boolean("strict") == true)
    #expect(settings.word("mode") == "harsh")
    #expect(settings.condition("when") == .test(.question("trained"), .isOption(["no"])))
    #expect(settings.rule("inner") is Every)
    #expect(settings.rule("inner")?.settings.rule("inner") is Minimum)
    #expect(settings.list("steps").map { $0.number("at") } == [1, 2.5])
    #expect(
      settings.description == [
        "inner every (inner minimum, share 1)", "least 3", "mode harsh", "most -1000000", "share 0.5",
        "steps at 1; at 2.5", "strict true", "when trained is no",
      ])
  }

  @Test func optionsThatAreNotSetAreAbsent() throws {
    let settings = try #require(read("{rule: every}").assessment?.scoring?.areas.rule.settings)
    #expect(settings.values.isEmpty)
    #expect(settings.number("share") == nil && settings.boolean("strict") == nil && settings.word("mode") == nil)
    #expect(settings.condition("when") == nil && settings.rule("inner") == nil && settings.list("steps").isEmpty)
  }

  @Test(
    arguments: [
      ("{rule: every, share: §1.5}", .invalidValue, "“share” is a number from 0 to 1"),
      ("{rule: every, least: §-1}", .invalidValue, "“least” is a number of at least 0"),
      ("{rule: every, most: §11}", .invalidValue, "“most” is a number of at most 10"),
      ("{rule: every, share: §half}", .wrongType, "a number belongs here, not the text “half”"),
      ("{rule: every, strict: §1}", .wrongType, "true or false belongs here, not the number 1"),
      ("{rule: every, mode: §gentel}", .invalidValue, "“gentel” is not a word for “mode”; did you mean “gentle”?"),
      ("{rule: every, mode: §[harsh]}", .wrongType, "text belongs here, not a list"),
      ("{rule: every, when: §trained}", .wrongType, "a mapping of keys and values belongs here"),
      ("{rule: every, inner: §mediun}", .unknownRule, "there is no scoring rule “mediun”; did you mean “median”?"),
      ("{rule: every, inner: {rule: §mediun, x: 1}}", .unknownRule, "there is no scoring rule “mediun”"),
      ("{rule: every, inner: §{}}", .missingKey, "“rule” is missing here; add it"),
      (
        "{rule: every, inner: §capped}", .missingKey,
        "the rule “capped” needs “inner” and “ceilings”; write {rule: capped, inner: …, ceilings: …}"
      ),
      ("{rule: every, inner: {rule: median, §share: 1}}", .unknownKey, "unknown key “share”"),
      ("{rule: every, steps: [§{}]}", .missingKey, "“at” is missing here; add it"),
      ("{rule: every, steps: [{at: 1}, {at: §10}]}", .invalidValue, "“at” is a number from 0 to 9"),
      ("{rule: every, steps: [{at: 1, §to: 2}]}", .unknownKey, "unknown key “to”"),
      ("{rule: every, steps: §1}", .wrongType, "a list belongs here, not the number 1"),
      ("{rule: §every, strict: true, mode: gentle}", .invalidValue, "a strict rule is not gentle; choose one"),
      (
        "{rule: every, inner: {rule: §every, strict: true, mode: gentle}}", .invalidValue, "a strict rule is not gentle"
      ),
      ("{rule: §[every]}", .wrongType, "text belongs here, not a list"),
      ("§{rule: capped, inner: median}", .missingKey, "“ceilings” is missing here; add it"),
      ("{rule: §capped, inner: median, ceilings: []}", .invalidValue, "the rule “capped” needs at least one ceiling"),
      (
        "{rule: capped, inner: median, ceilings: [§{at: 2}]}", .missingKey, "“when” is missing here; add it"
      ),
    ] as [(String, Diagnostic.Code, String)])
  func aWrongOptionIsReportedAtItsPlace(_ rule: String, _ code: Diagnostic.Code, _ words: String) {
    let read = read(rule)
    #expect(read.problems.map(\.code) == [code], "\(read.problems)")
    #expect(read.problems.first?.location == read.place && read.place != nil, "\(read.problems)")
    #expect(read.problems.first?.message.contains(words) == true, "\(read.problems)")
  }

  @Test func allWrongOptionsOfARuleAreReportedAtOnce() {
    #expect(read("{rule: every, share: 2, mode: soft, steps: [{}, {at: x}], sahre: 1}").problems.count == 5)
  }

  @Test func whatIsNotSaidHasItsDefaults() throws {
    let plan = try #require(read("{rule: median}").assessment?.scoring)
    #expect(plan.areas.missing == .omit)
    #expect(plan.areas.dontKnow == .missing)
    #expect(plan.areas.minimumAnswered == 0)
    #expect(plan.areas.unit == .respondent)
    #expect(plan.themeSource == .areas)
    #expect(plan.overall == nil)
    #expect(plan.themes.rule is Median)
    #expect(plan.principles.rule is Median)
    #expect(plan.literacies.rule is Median)
  }

  @Test func everyPartOfAPlanIsRead() throws {
    let plan = try #require(
      read(
        """
        {rule: weighted-mean, missing: lowest, dont-know: lowest, minimum-answered: 0.5, unit: question,
            by-id: {people: {rule: minimum}}}
          themes: {rule: minimum, of: questions}
          principles: {rule: median, missing: block}
          literacies: {rule: minimum}
          overall: {rule: weighted-mean}
        """
      ).assessment?.scoring)
    #expect(plan.areas.missing == .lowest)
    #expect(plan.areas.dontKnow == .lowest)
    #expect(plan.areas.minimumAnswered == 0.5)
    #expect(plan.areas.unit == .question)
    #expect(plan.definition(for: "leadership").rule is WeightedMean)
    #expect(plan.definition(for: "people").rule is Minimum)
    #expect(plan.themes.rule is Minimum)
    #expect(plan.themeSource == .questions)
    #expect(plan.principles.rule is Median)
    #expect(plan.principles.missing == .block)
    #expect(plan.literacies.rule is Minimum)
    #expect(plan.overall?.rule is WeightedMean)
  }

  @Test func noneIsNoOverallScore() throws {
    let plan = try #require(read("{rule: median}\n  overall: none").assessment?.scoring)
    #expect(plan.overall == nil)
  }
}
