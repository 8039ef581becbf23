import DigitalMaturity
import Foundation
import MaturityYAML
import Testing

@testable import MaturityReports

@Suite("Words of reports") struct ReportWordsTests {
  static let groups: [any CatalogueMessage.Type] = [
    ReportMessage.self, SessionMessage.self, FormMessage.self, PaperMessage.self, TableMessage.self,
    ChartMessage.self,
  ]

  private let words = ReportWords(catalogue: .english)

  @Test(arguments: [
    ("2027-01", "2027-03", "January to March 2027"), ("2027-04", "2027-04", "April 2027"),
    ("2026-12", "2027-01", "December 2026 to January 2027"),
  ])
  func timeframes(from: String, to: String, expected: String) throws {
    let timeframe = Timeframe(from: try #require(Month(from)), to: try #require(Month(to)))
    #expect(words.timeframe(timeframe).plain == expected)
  }

  @Test(
    "a text that is quoted within a sentence leaves the full stop to it",
    arguments: [
      ("Most of them.", "“Most of them”"), ("Most of them", "“Most of them”"), ("And so on...", "“And so on...”"),
      ("Why?", "“Why?”"), ("", "“”"),
    ])
  func quoted(text: String, expected: String) { #expect(words.quoted(Content(text)).plain == expected) }

  @Test func lists() {
    #expect(words.list([]).plain == "")
    #expect(words.list(["a"]).plain == "a")
    #expect(words.list(["a", "b"]).plain == "a and b")
    #expect(words.listOr(["a", "b", "c"]).plain == "a, b or c")
  }

  @Test(arguments: groups.indices) func everyEnglishPhraseIsOne(_ index: Int) throws {
    func check<Message: CatalogueMessage>(_: Message.Type) throws {
      for message in Message.allCases { _ = try MessagePattern(message.rawValue) }
    }
    try check(Self.groups[index])
  }

  /// A phrase that nothing says would be translated in vain.
  @Test(arguments: groups.indices) func everyPhraseIsUsed(_ index: Int) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/MaturityReports")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var used: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && !file.lastPathComponent.hasSuffix("Message.swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\.([a-z][A-Za-z]*)/) { used.insert(String(match.1)) }
    }
    func unused<Message: CatalogueMessage>(_: Message.Type) -> [String] {
      Message.allCases.map { String(describing: $0) }.filter { !used.contains($0) }
    }
    #expect(unused(Self.groups[index]) == [])
  }

  // MARK: Another language

  private func catalogue(_ phrases: String, head: String = "status: draft") throws -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addReports()
    let text = "format: 1\nlanguage: cy\n\(head)\n\(phrases)"
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["cy.yaml": text]), path: "cy.yaml")
  }

  private func context(_ words: MessageCatalogue) throws -> ReportContext {
    var sample = Sample()
    sample.language = "cy"
    let context = try sample.makeContext()
    var options = context.options
    options.words = words
    return ReportContext(assessment: context.assessment, scorecards: context.scorecards, options: options)
  }

  private func write(_ format: any ReportFormat, _ words: MessageCatalogue) throws -> String {
    var output = ByteOutput()
    format.write(try context(words), to: &output)
    return output.text
  }

  private let phrases = """
    common:
      draft-words: Drafft yw’r geiriau.
      list-and: "{list} a(c) {last}"
    reports:
      skip: Neidio i’r canlyniadau
      area: Maes
      strongest-and-weakest: "Cryfaf: {strongest} ({high}). Gwannaf: {weakest} ({low})."
    """

  /// The page is in the language of its words; what is of another language is marked with that language.
  @Test func aPageSaysItsLanguageAndEachFallback() throws {
    let page = try Page(try write(HTMLReportFormat(), try catalogue(phrases)))
    #expect(page.root.children.first?.attributes["lang"] == "cy")
    let skip = try #require(page.root.ofClass("skip").first)
    #expect(skip.text == "Neidio i’r canlyniadau" && skip.children.isEmpty)
    let headline = try #require(page.root.ofClass("headline").first)
    #expect(headline.text.hasPrefix("Cryfaf: "))
    // Areas have no Welsh names, and what is said of targets is missing in the catalogue.
    #expect(headline.all("bdi").allSatisfy { $0.attributes["lang"] == "en" } && !headline.all("bdi").isEmpty)
    #expect(headline.all("span").contains { $0.attributes["lang"] == "en" && $0.text.contains("below target") })
    #expect(page.root.all("th").contains { $0.text == "Maes" && $0.all("span").isEmpty })
  }

  /// What an officer wrote alone is no draft.
  @Test func aNoteThatIsFilledWithADraftSaysSoAtItsEnd() throws {
    let end = "\n\n*Drafft yw’r geiriau.*\n\n*\(CommonMessage.draftWords.rawValue)*\n"
    func fill(_ markdown: String, _ words: MessageCatalogue) throws -> String {
      try Note(markdown: markdown, file: "note.md").filled(from: NoteFields(now: context(words)))
    }
    let draft = try catalogue(phrases)
    #expect(try fill("# T\n\nOf {{respondents}}.", draft) == "# T\n\nOf 32." + end)
    #expect(try fill("Of {{respondents}}.\n", draft) == "Of 32." + end)
    #expect(try fill("Nobody.\n", draft) == "Nobody.\n")
    #expect(try fill("Of {{respondents}}.", try catalogue(phrases, head: "status: reviewed")) == "Of 32.")
  }

  /// In both languages, so that whoever reads either knows; words that were reviewed say nothing.
  @Test(
    arguments: [
      HTMLReportFormat(), MarkdownReportFormat(), TextTableReportFormat(), AgendaReportFormat(), WallReportFormat(),
    ] as [any ReportFormat])
  func aDraftSaysSo(_ format: any ReportFormat) throws {
    let draft = try write(format, try catalogue(phrases))
    #expect(draft.contains("Drafft yw’r geiriau."))
    #expect(draft.contains(CommonMessage.draftWords.rawValue))
    let reviewed = try write(format, try catalogue(phrases, head: "status: reviewed"))
    #expect(!reviewed.contains("Drafft") && !reviewed.contains(CommonMessage.draftWords.rawValue))
    #expect(!(try write(format, .english)).contains(CommonMessage.draftWords.rawValue))
  }

  /// A phrase that is missing is one stretch of English, with what is put in; names keep their own language.
  @Test func aFallbackIsOneStretch() throws {
    let words = ReportWords(catalogue: try catalogue("reports: {}"))
    #expect(words(.actionEffort, ["days": 12]).parts == [.foreign("Effort: 12 officer-days", language: "en")])
    let name = Content("Enw")
    #expect(
      words(.actionLead, ["name": name]).parts == [.foreign("Lead: ", language: "en"), .content(name)])
  }

  @Test func aFormIsInTheLanguageOfItsWords() throws {
    let words = try catalogue("forms: {dont-know: Ddim yn gwybod, before-you-start: Cyn dechrau}")
    let context = try context(words)
    let options = FormOptions(report: context.options)
    let questionnaire = context.assessment.questionnaires[0]
    let page = try Page(PrintableForm.html(questionnaire, of: context.assessment, options: options).text)
    #expect(page.root.children.first?.attributes["lang"] == "cy")
    #expect(page.root.all("h2").first?.text == "Cyn dechrau")
    #expect(page.root.ofClass("option").contains { $0.text == "Ddim yn gwybod" })
    #expect(page.root.all("span").contains { $0.attributes["lang"] == "en" && $0.text == "Not applicable" })
    let markdown = MarkdownForm.text(questionnaire, of: context.assessment, options: options).text
    #expect(markdown.contains(/\n- [A-Z]\. Not applicable\n- [A-Z]\. Ddim yn gwybod\n/))
    #expect(
      options.statusLabels(for: questionnaire).map(\.label) == [
        "Not applicable", "Ddim yn gwybod", "Prefer not to say",
      ])
  }

  @Test func decimalsAreWrittenAsTheLanguageWritesThem() throws {
    let words = try catalogue("reports: {}", head: "status: reviewed\ndecimal-separator: \",\"")
    let report = ReportWords(catalogue: words)
    #expect(report.rounded(2.55, decimals: 1) == "2,6" && report.exact(4) == "4" && report.exact(3.5) == "3,5")
    let table = try write(TextTableReportFormat(), words)
    #expect(!table.contains(/[0-9]\.[0-9]/) && table.contains(/[0-9],[0-9]/))
    // What a program reads has points.
    #expect(try write(CSVReportFormat(), words).contains(/[0-9]\.[0-9]/))
  }
}
