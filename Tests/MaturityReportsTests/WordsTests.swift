import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite struct DisplayWidthTests {
  // East Asian Width and emoji presentation of Unicode's own tables.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한글", 4), ("ｶﾅ", 2), ("（", 2), ("…", 1), ("👩🏽‍💻", 2),
    ("🇬🇧", 2), ("☺", 1), ("☺\u{FE0F}", 2), ("اسم", 3), ("\u{200B}", 0), ("🚀", 2), ("a🚀b", 4),
  ])
  func cells(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test(arguments: [
    ("Leadership", 10, "Leadership"), ("Leadership", 6, "Leade…"), ("漢字漢字", 6, "漢字…"), ("a b", 3, "a b"),
    ("ab cd", 4, "ab…"), ("ab", 1, "…"), ("ab", 0, ""),
  ])
  func shortening(text: String, width: Int, expected: String) {
    #expect(DisplayWidth.shorten(text, to: width) == expected)
    #expect(DisplayWidth.of(DisplayWidth.shorten(text, to: width)) <= width)
  }

  @Test func wrapping() {
    #expect(DisplayWidth.wrap("Planning and local business", to: 14) == ["Planning and", "local business"])
    #expect(DisplayWidth.wrap("Incomprehensibilities", to: 8) == ["Incompr…"])
    #expect(DisplayWidth.wrap("", to: 8).isEmpty)
  }
}

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", "a[31mb"), ("a\nb\r\n\tc", "a b c"), ("\u{202E}abc\u{202C}", "abc"),
    ("\u{200F}x\u{2066}y\u{2069}", "xy"), ("👩🏽‍💻", "👩🏽‍💻"), ("a\u{9B}b", "ab"), ("a\u{2028}b", "a b"), ("\u{FEFF}a", "a"),
  ])
  func controlsAndDirectionMarksAreLeftOut(text: String, expected: String) {
    #expect(PlainText.clean(text) == expected)
  }
}

@Suite struct ReportFactsTests {
  /// Many rows hang on one question: the row says so.
  @Test func aRowSaysWhatItIsMadeOf() throws {
    let context = try Sample().makeContext()
    let everyone = try #require(context.scorecards.first?.everyone)
    let words = ReportWords(catalogue: .english)
    #expect(words.basis(try #require(everyone.areas.first).provenance).plain == "2 questions")
    #expect(words.basis(try #require(everyone.themes.first).provenance).plain == "3 areas")
    #expect(words.basis(try #require(everyone.literacies.first).provenance).plain == "one question")
    let page = try Page(try Sample().write(HTMLReportFormat()))
    let rows = page.root.ofClass("views").flatMap { $0.all("tbody") }.flatMap { $0.all("tr") }
    #expect(rows.map { $0.children[3].text } == ["3 areas", "one question", "–", "one question"])
    #expect(try Sample().write(MarkdownReportFormat()).contains("| Writing | 2.5 Some teams (one question) |"))
  }

  @Test func textsKeepTheirLanguage() throws {
    var sample = Sample()
    sample.language = "cy"
    let facts = ReportFacts(try sample.makeContext())
    let text = LocalizedText(translations: ["en": "Name", "cy": "Enw"], first: "en")
    #expect(facts.content(text) == Content("Enw", language: "cy"))
    #expect(facts.content("Plain" as LocalizedText) == Content("Plain"))
  }

  @Test func cohortsOfOneAudienceAreToldApart() throws {
    let context = try Sample().makeContext()
    let twice = ReportContext(assessment: context.assessment, scorecards: context.scorecards + context.scorecards)
    #expect(
      ReportFacts(twice).cohorts.map(\.name.text) == ["Questions for staff", "Questions for staff (2)"])
  }

  @Test func vocabularyKnowsTheFormats() {
    var vocabulary = Vocabulary()
    vocabulary.addReports()
    for (name, ending) in [("html", "html"), ("markdown", "md"), ("table", "txt"), ("csv", "csv")] {
      #expect(vocabulary.reportFormat(name)?.fileExtension == ending)
    }
  }
}
