import DigitalMaturity
import MaturityQuestionnaires
import MaturityYAML
import Testing

/// What CollectAnswers.md says of an interview in the terminal.
@Suite("the interview that is shown") struct InterviewShownTests {
  private static let page = "\(Article.catalogue)/CollectAnswers.md"

  private static func interview() throws -> Interview {
    let source = FolderSource(path: "\(Article.root.path)/Assessments/digital-first")
    let assessment = try DocumentationTests.vocabulary.readAssessment(from: source)
    return Interview(try #require(assessment.questionnaire("employees-short")), respondent: "e001")
  }

  @Test("the question shown is the question there is")
  func prompt() throws {
    var interview = try Self.interview()
    _ = interview.take("1")
    let shown = interview.take("1").text
    let block = try #require(try Article(Self.page).blocks("text").first { $0.text.hasPrefix("About you, ") })
    #expect(shown.hasSuffix("\n" + block.text), "\(shown)")
  }

  @Test("the keys of the table are those that the help lists, and no other")
  func keys() throws {
    let text = try Article(Self.page).text
    let table = try #require(text.split(separator: "\n| key |").dropFirst().first)
    let rows = table.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).prefix { $0.hasPrefix("|") }
    let inTable = rows.compactMap { $0.split { " |`".contains($0) }.first.map(String.init) }
    let question = Question(
      id: "why", kind: "text", text: "Why?", answers: .open(TextAnswers()),
      allowed: [.dontKnow, .notApplicable, .preferNotToSay])
    var interview = Interview(
      Questionnaire(id: "q", title: "Q", sections: [.init(id: "s", title: "S", questions: [question])]),
      respondent: "e001")
    let help = interview.take("?").text.split(separator: "\n\n").first ?? ""
    let inHelp = help.split(separator: "\n").compactMap { $0.split { " :".contains($0) }.first.map(String.init) }
    #expect(Set(inTable) == Set(inHelp).union(["?"]))
    #expect(inTable.count == inHelp.count + 1)
  }
}
