import DigitalMaturity
import StarterAssessments
import Testing

@Suite("The starter solution-check") struct SolutionCheckTests {
  private static let statements = ["simple", "open", "whole", "anywhere", "once", "safe", "learning"]
  private static let reasons = ["customers", "online", "savings", "income"]

  /// A form with all seven statements planned and nothing said of reasons.
  private static var planned: [Identifier<Question>: Answer] {
    Dictionary(uniqueKeysWithValues: statements.map { (Identifier("\($0)-now"), .option("planned")) })
  }

  private static func goAhead(_ answers: [Identifier<Question>: Answer]) throws -> SubjectScore {
    let result = try Starter.score(try Starter.read("solution-check"), answers)
    return try #require(result.score(of: Subject(.area, "go-ahead")))
  }

  @Test("all seven planned and one reason shown is enough, whichever it is", arguments: reasons)
  func oneReasonIsEnough(_ reason: String) throws {
    var answers = Self.planned
    answers[Identifier("reason-\(reason)")] = .option("shown")
    #expect(try Self.goAhead(answers).score.value == 1)
    for statement in Self.statements { answers[Identifier("\(statement)-now")] = .option("met") }
    #expect(try Self.goAhead(answers).score.value == 2)
  }

  @Test("reasons that are only hoped for are none")
  func hopeIsNoReason() throws {
    var answers = Self.planned
    #expect(try Self.goAhead(answers).score.value == 0)
    for reason in Self.reasons { answers[Identifier("reason-\(reason)")] = .option("hoped-for") }
    #expect(try Self.goAhead(answers).score.value == 0)
    let result = try Starter.score(try Starter.read("solution-check"), answers)
    #expect(result.score(of: Subject(.area, "reasons"))?.score.value == 0)
  }

  @Test("one statement that is not met, or not answered, holds it back", arguments: statements)
  func everyStatementCounts(_ statement: String) throws {
    var answers = Self.planned
    answers["reason-savings"] = .option("shown")
    answers[Identifier("\(statement)-now")] = .option("not-met")
    #expect(try Self.goAhead(answers).score.value == 0)
    answers[Identifier("\(statement)-now")] = nil
    let unknown = try Self.goAhead(answers)
    #expect(unknown.score.value == nil)
    #expect(unknown.score.reason != nil)
  }

  /// All seven planned is 1; no reason shown holds it down to 0.
  @Test("an explanation shows what the ceiling does", arguments: [true, false])
  func explained(_ hasReason: Bool) throws {
    var answers = Self.planned
    if hasReason { answers["reason-online"] = .option("shown") }
    let assessment = try Starter.read("solution-check")
    func step(people: Int) throws -> Explanation.Step {
      let scorecard = try Starter.scorecard(assessment, answers, people: people)
      let context = ReportContext(assessment: assessment, scorecards: [scorecard])
      let explanation = try #require(context.explanation(of: Subject(.area, "go-ahead"), in: scorecard))
      return try #require(explanation.steps.first { $0.text.contains("then held under ceilings:") })
    }
    let one = try step(people: 1)
    #expect(one.text.hasPrefix("The rule “minimum” makes of the answers 1, which"))
    let condition =
      "at most 0 while not ((reason-customers is shown or reason-online is shown or reason-savings is shown or "
    #expect(one.details.count == 1)
    #expect(one.details[0].text.hasPrefix(condition))
    #expect(one.details[0].text.hasSuffix(hasReason ? ": so it is not, and 1 stays" : ": so it is, 1 → 0"))
    // Several are scored each by itself, and nothing is told of one of them.
    let several = try step(people: 3)
    #expect(several.text.hasPrefix("The rule “minimum” scores each by itself"))
    #expect(several.details.map(\.text.count).allSatisfy { $0 > condition.count })
    #expect(!several.details[0].text.contains("so it is"))
  }

  @Test("the eleven statements are those of digital-first, in the same words")
  func statementsAreTheSame() throws {
    let first = try Starter.read("digital-first")
    let check = try Starter.read("solution-check")
    let sets = check.principleSets.map(\.id)
    #expect(check.principles.count == 11)
    #expect(check.principles == first.principles.filter { sets.contains($0.set) })
    #expect(check.principleSets.map(\.name) == first.principleSets.filter { sets.contains($0.id) }.map(\.name))
    let measured = Set(check.questionnaires.flatMap(\.questions).flatMap(\.measures.principles.ids))
    #expect(measured == Set(check.principles.map(\.id)))
    let source = try #require(check.source).text
    #expect(source.contains("The rule that all seven must be met or planned") && source.contains("own"))
  }

  @Test("each statement and reason has room for where the evidence is")
  func evidenceIsAskedFor() throws {
    let questionnaire = try #require(try Starter.read("solution-check").questionnaires.first)
    #expect(questionnaire.mode == .consensus)
    #expect(questionnaire.questions.count { $0.kind == "text" } == 11)
    #expect(questionnaire.questions.count { $0.kind != "text" } == 11)
  }
}
