import DigitalMaturity
import MaturityReports
import MaturityScoringRules
import Testing

@Suite("What groups wrote, in reports") struct AgreedTextsReportTests {
  struct Words: OpenAnswerKind {
    var expectation: String { "text" }
    func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
      .text(String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self))
    }
    func score(_ answer: OpenAnswer) -> Double? { nil }
  }

  /// A link, and what does harm where it is taken for markup.
  static let link = "https://example.org/notes"
  static let hostile = "<script>alert(1)</script> [us](javascript:x) | *b*\n# \u{1B}[31mred"

  static func context(_ mode: Questionnaire.Mode) throws -> ReportContext {
    let options = [AnswerOption(id: "no", label: "No", score: 1), AnswerOption(id: "yes", label: "Yes", score: 5)]
    let questionnaire = Questionnaire(
      id: "check", title: "Check", audience: "reviewers", mode: mode,
      attributes: [
        Attribute(
          id: "proposal", text: "Which?",
          values: [.init(id: "one", label: "Proposal <1>"), .init(id: "two", label: "Proposal 2")])
      ],
      sections: [
        .init(
          id: "s", title: "S",
          questions: [
            Question(
              id: "now", kind: "choice", text: "Is it met?", answers: .closed(options),
              measures: Measures(areas: ["work"])),
            Question(id: "why", kind: "text", text: "What shows it?", answers: .open(Words())),
          ])
      ])
    var draft = AssessmentDraft(id: "sample", version: "1.0.0", title: "Sample")
    draft.levels = [
      MaturityLevel(id: "low", value: 1, name: "Low"), MaturityLevel(id: "high", value: 5, name: "High"),
    ]
    draft.areas = [Area(id: "work", name: "Work")]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean()))
    draft.questionnaires = [questionnaire]
    let assessment = try Assessment(draft)
    var sheet = AnswerSheet(for: questionnaire)
    for (proposal, text) in [("one", hostile), ("two", link)] {
      try sheet.add(
        ["now": .option("yes"), "why": .text(text)], attributes: ["proposal": Identifier(proposal)], to: questionnaire)
    }
    let scorer = try Scorer(assessment, questionnaire: "check")
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    var texts = AgreedTexts(of: questionnaire)
    texts?.add(sheet)
    return ReportContext(
      assessment: assessment, scorecards: [scorer.scorecard(tally).published()], agreedTexts: texts.map { [$0] } ?? [])
  }

  static func written(_ format: some ReportFormat, _ mode: Questionnaire.Mode = .consensus) throws -> String {
    var output = ByteOutput()
    format.write(try context(mode), to: &output)
    return output.text
  }

  @Test("stands by its proposal, side by side, and is text wherever it stands")
  func escaped() throws {
    let html = try Self.written(HTMLReportFormat())
    #expect(html.contains("&lt;script>alert(1)&lt;/script>") || html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!html.contains("<script") && !html.contains("href=\"http") && html.contains(Self.link))
    #expect(html.contains("Proposal 2"))
    let markdown = try Self.written(MarkdownReportFormat())
    #expect(markdown.contains("- Proposal 2: https\\://example.org/notes"))
    #expect(markdown.contains("&lt;script&gt;") && markdown.contains("\\[us\\](javascript\\:x) \\| \\*b\\* \\#"))
    #expect(!markdown.contains("\u{1B}"))
    let table = try Self.written(TextTableReportFormat())
    #expect(table.contains("Proposal 2: \(Self.link)"))
    #expect(!table.contains("\u{1B}") && !table.contains("\n#"))
  }

  @Test("what people wrote one by one is in no report")
  func people() throws {
    for format in [HTMLReportFormat(), MarkdownReportFormat(), TextTableReportFormat()] as [any ReportFormat] {
      #expect(!(try Self.written(format, .individual).contains("example.org")))
    }
  }
}
