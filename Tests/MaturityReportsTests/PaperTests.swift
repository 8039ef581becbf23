import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite("Paper as Markdown and as a page") struct PaperWritingTests {
  static let note = Paper(
    title: "Briefing note", fields: [Paper.Field("To", "Scrutiny board"), Paper.Field("Date", "2 December")],
    blocks: [
      .heading("Purpose", level: 1, number: "1"),
      .paragraph(PaperText("To ") + .bold("tell") + PaperText(" the board."), number: "1.1"),
      .paragraph("Without a number."), .heading("Risk", level: 2, number: "1.2"), .heading("Plain", level: 3),
      .list([Paper.Item("one"), Paper.Item("deeper", level: 1), Paper.Item("two")], isNumbered: true),
      .list([Paper.Item("bullet")]), .quote(PaperText([.init("Said", isItalic: true)]) + " so."),
      .table(
        PaperTable(
          caption: "Scores", columns: [.init("Area"), .init("Score", isNumber: true)],
          rows: [["a|b", "3.4"], ["c", "–"]])),
    ])

  @Test("what is written as Markdown reads back")
  func roundTrip() { #expect(Paper(markdown: Self.note.markdown().text) == Self.note) }

  static let hostile =
    Sample.hostileNames.map(PlainText.clean) + [
      "# no heading", "1. no list", "3.1 no number", "- no item", "> no quote", "| no | table |", "**no bold**",
      "{{no.field}}",
      "<!-- no comment -->", "[no](link)", "a_b_c *d*", "\\", "`code`", "~~~", "---", "&amp;", "2019", "12) x",
      "7 days", "&#49; &x; & &;",
    ]

  @Test("hostile text reads back as it was, wherever it stands", arguments: hostile)
  func hostileRoundTrip(text: String) {
    let words = PaperText(text)
    let paper = Paper(
      title: text, fields: [Paper.Field("To", words)],
      blocks: [
        .heading(words, level: 1, number: "1"), .paragraph(words, number: "1.1"), .paragraph(words), .quote(words),
        .list([Paper.Item(words)]),
        .table(PaperTable(caption: "Caption", columns: [.init(words)], rows: [[words]])),
        .paragraph(PaperText("a ") + .bold(text)),
      ])
    #expect(Paper(markdown: paper.markdown().text) == paper, "\(paper.markdown().text)")
  }

  @Test("the page has headings, numbers, a front sheet and tables with headings of rows and columns")
  func page() {
    let html = Self.note.html().text
    for part in [
      "<html lang=\"en-GB\">", "<h1>Briefing note</h1>", "<dt>To</dt>", "<dd>Scrutiny board</dd>",
      "<h2 class=\"numbered\"><span class=\"no\">1</span> <span>Purpose</span></h2>",
      "<span class=\"no\">1.1</span> <span>To <strong>tell</strong> the board.</span>", "<h3 class=\"numbered\">",
      "<h4 class=\"plain\">", "<blockquote>", "<em>Said</em> so.", "<th scope=\"row\">a|b</th>",
      "<td class=\"number\">3.4</td>",
    ] { #expect(html.contains(part), "\(part)") }
    #expect(html.contains("<li>one<ul><li>deeper</li>"))
  }

  @Test("hostile text is inert on the page", arguments: Sample.hostileNames)
  func hostilePage(text: String) throws {
    let words = PaperText(text)
    let paper = Paper(
      title: text, language: "en\" onload=\"x", fields: [Paper.Field(text, words)],
      blocks: [
        .heading(words, level: 1, number: text), .paragraph(words), .list([Paper.Item(words)]),
        .table(PaperTable(caption: text, columns: [.init(words)], rows: [[words]])),
      ])
    let html = paper.html().text
    #expect(!html.contains("<script") && !html.contains("onload=\"") && !html.contains("]]>"))
    #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }
}

@Suite("Paper of Markdown") struct PaperReadingTests {
  @Test("an officer's Markdown becomes a paper")
  func reading() {
    let paper = Paper(
      markdown: """
        # A note

        **To:** The board\\
        **Date:** *soon*

        <!-- for the
        writer {{x}} -->
        ## 1. Purpose ##

        1.1 To tell, in
        two lines,  
        and a third. See [the plan](https://example.org/plan) or <https://example.org>.

        - a
          goes on
        - b
            - deep

        1) first
        2) second

        > Words of
        > a resident

        Area | no table

        | Area | Score |
        |:-----|------:|
        | a \\| b | 3 |
        | short |
        """)
    #expect(paper.title == "A note")
    #expect(paper.fields.map(\.label) == ["To", "Date"])
    #expect(paper.fields.last?.value.runs == [.init("soon", isItalic: true)])
    #expect(
      paper.blocks == [
        .heading("Purpose", level: 1, number: "1"),
        .paragraph(
          PaperText([
            .init("To tell, in two lines,\nand a third. See "), .init("the plan"),
            .init(" (https://example.org/plan) or https://example.org."),
          ]), number: "1.1"),
        .list([Paper.Item("a goes on"), Paper.Item("b"), Paper.Item("deep", level: 1)]),
        .list([Paper.Item("first"), Paper.Item("second")], isNumbered: true),
        .quote("Words of a resident"), .paragraph("Area | no table"),
        .table(
          PaperTable(
            columns: [.init("Area"), .init("Score", isNumber: true)], rows: [["a | b", "3"], ["short", ""]])),
      ])
  }

  @Test(
    "what a paper cannot hold is said, with its line",
    arguments: [
      ("# T\n\n```\nx\n```\n", [3, 5]), ("a\n\n---\n", [3]), ("![p](x.png)\n", [1]), ("<div>\n", [1]),
      ("## 1 A\n\n1.1 a\n\n1.3 b\n\n3 is no number\n", [5]), ("3. a\n", [1]), ("|a|b|\n|-|-|\n|c|\n", [3]),
      ("x\n\n<!-- open\n\ny\n", [3]), ("# T\n\n## 1 A\n\n1.1 fine\n\n### 1.2 B\n\n## 2 C\n", []),
    ])
  func problems(markdown: String, lines: [Int]) {
    let problems = Paper.problems(inMarkdown: markdown, file: "note.md")
    #expect(problems.map { $0.location?.line ?? 0 } == lines, "\(problems)")
    #expect(problems.allSatisfy { $0.severity == .warning && $0.location?.file == "note.md" })
  }

  @Test(
    "emphasis",
    arguments: [
      (
        "**b** *i* _i_ __b__",
        [
          ("b", true, false), (" ", false, false), ("i", false, true), (" ", false, false), ("i", false, true),
          (" ", false, false), ("b", true, false),
        ]
      ),
      ("a * b * c", [("a * b * c", false, false)]), ("snake_case_name", [("snake_case_name", false, false)]),
      ("**open", [("**open", false, false)]), ("\\*no\\* `a*b`", [("*no* a*b", false, false)]),
      ("**a *b* c**", [("a ", true, false), ("b", true, true), (" c", true, false)]),
    ])
  func emphasis(markdown: String, runs: [(String, Bool, Bool)]) {
    let expected = runs.map { PaperText.Run($0.0, isBold: $0.1, isItalic: $0.2) }
    #expect(MarkdownInline.runs(markdown) == expected)
  }

  @Test(
    "garbage is read without harm",
    arguments: ["", "#", "|\n|-", "- ", "[", "**", "`", "<!--", "\\", "1.", "> ", "&", "![", "|||\n|-|-|\n|", "\u{0}"])
  func garbage(markdown: String) { _ = Paper(markdown: markdown).html() }
}
