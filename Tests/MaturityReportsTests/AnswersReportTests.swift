import DigitalMaturity
import MaturityReports
import Testing

/// Fifteen of twenty people answered: ten name the cost and five of them the time too, five nothing. Twelve rank speed,
/// price, care; three rank care alone, and speed and price share the places 2 and 3.
@Suite("Answers that no score tells of, in every format") struct AnswersReportTests {
  @Test func theTableHasSharesWithTheirBase() throws {
    let text = try AnswersSample().write(TextTableReportFormat())
    #expect(
      text.contains(
        """
        About barriers? 15 people answered; 5 left it blank. Each could choose several, so shares may add up to more than \
        100\u{A0}%.
        Option       Share  Likely range  People
        -----------  -----  ------------  ------
        The cost      67\u{A0}%    42 to 85\u{A0}%      10
        The time      33\u{A0}%    15 to 58\u{A0}%       5
        The nothing   33\u{A0}%    15 to 58\u{A0}%       5
        """), "\(text)")
    // By hand: speed (12 · 1 + 3 · 2.5) / 15, price (12 · 2 + 3 · 2.5) / 15, care (12 · 3 + 3 · 1) / 15.
    #expect(
      text.contains(
        """
        Option     Mean place  First  People
        ---------  ----------  -----  ------
        The speed         1.3   80\u{A0}%      12
        The price         2.1    0\u{A0}%       0
        The care          2.6   20\u{A0}%       3
        """), "\(text)")
    #expect(text.contains("About drink? 15 people answered; 5 left it blank."))
    #expect(text.contains("A tea      40\u{A0}%    20 to 64\u{A0}%       6"))
    // Eight times 10 and seven times 40.
    #expect(text.contains("About share? 15 people answered; 5 left it blank. Mean 24.0\u{A0}%, middle 10.0\u{A0}%."))
    #expect(!text.contains("About now?"), "a score tells of it")
  }

  @Test func thePageHasATableForEach() throws {
    let page = try Page(AnswersSample().write(HTMLReportFormat()))
    page.expectSound()
    let section = try #require(page.root.all("section").first { $0.attributes["id"] == "answers" })
    #expect(section.all("h3").map(\.text) == ["About barriers?", "About order?", "About drink?", "About share?"])
    let tables = section.all("table")
    #expect(tables.count == 3)
    #expect(
      tables[0].all("tr").map { $0.all("th").map(\.text) + $0.all("td").map(\.text) } == [
        ["Option", "Share", "Likely range", "People"], ["The cost", "67\u{A0}%", "42 to 85\u{A0}%", "10"],
        ["The time", "33\u{A0}%", "15 to 58\u{A0}%", "5"], ["The nothing", "33\u{A0}%", "15 to 58\u{A0}%", "5"],
      ])
    #expect(tables[1].all("th").prefix(4).map(\.text) == ["Option", "Mean place", "First", "People"])
  }

  @Test func markdownHasTheSame() throws {
    let text = try AnswersSample().write(MarkdownReportFormat())
    for words in [
      "## Answers that are not scored", "### About order?", "| The care | 2.6 | 20\u{A0}% | 3 |",
      "| The cost | 67\u{A0}% | 42 to 85\u{A0}% | 10 |", "Mean 24.0\u{A0}%, middle 10.0\u{A0}%.",
    ] { #expect(text.contains(words), "\(words) in \(text)") }
  }

  @Test func csvHasARowForEachOption() throws {
    let text = try AnswersSample().write(CSVReportFormat())
    for row in [
      "staff,Everyone,question,barriers,About barriers?,,,,,15,0.75,15,Its answers have no scores.,,,",
      "staff,Everyone,option,barriers/time,The time,,,,,15,,5,,0.3333333333333333,,",
      "staff,Everyone,option,order/care,The care,,,,,15,,3,,0.2,2.6,",
      "staff,Everyone,question,share,About share?,24,,,,15,0.75,15,,,,",
    ] { #expect(text.contains(row + "\r\n"), "\(row) in \(text)") }
  }

  @Test func answersOfTooFewAreWithheld() throws {
    var sample = AnswersSample()
    sample.answering = 9
    for format in [TextTableReportFormat(), MarkdownReportFormat(), HTMLReportFormat()] as [any ReportFormat] {
      let text = try sample.write(format)
      #expect(text.contains("The answers are withheld, because too few people stand behind them."), "\(format.name)")
      #expect(!text.contains("The cost"), "\(format.name)")
    }
    let csv = try sample.write(CSVReportFormat())
    #expect(csv.contains("staff,Everyone,question,order,About order?,[c],,,,[c],[c],[c],Withheld"))
    #expect(!csv.contains("option,"))
  }

  @Test func anExplanationHasTheSharesAndTheirBase() throws {
    let context = try AnswersSample().makeContext()
    let scorecard = try #require(context.scorecards.first)
    let choices = try #require(context.explanation(ofQuestion: "barriers", in: scorecard)).text
    #expect(
      choices == """
        About barriers? Question “barriers”, questionnaire “staff”, everyone

        1. Answers: 15 answered, 5 left blank.
        2. By option; one answer may choose several:
            10 of 15, 67 %, chose “The cost”
            5 of 15, 33 %, chose “The time”
            5 of 15, 33 %, chose “The nothing”

        No mean. Its answers have no scores.

        """)
    let order = try #require(context.explanation(ofQuestion: "order", in: scorecard)).text
    #expect(order.contains("3 of 15, 20 %, put “The care” first; mean place 2.6"))
  }

  @Test func theFormSaysWhatToDo() throws {
    let context = try AnswersSample().makeContext()
    let questionnaire = try #require(context.assessment.questionnaires.first)
    let page = try Page(PrintableForm.html(questionnaire, of: context.assessment).text)
    page.expectSound()
    let questions = page.root.ofClass("question")
    #expect(questions[1].ofClass("hint").map(\.text) == ["Tick all that apply. “The nothing” goes with no other."])
    #expect(questions[1].ofClass("letter").map(\.text) == ["A", "B", "C", ""])
    #expect(
      questions[2].ofClass("hint").map(\.text) == [
        "Put these in order: write 1 in the box of the first, 2 in the next, and so on."
      ])
    #expect(questions[4].ofClass("hint").map(\.text) == ["Write a number:"])
  }
}
