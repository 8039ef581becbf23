import DigitalMaturity
import Foundation
import MaturityYAML
import Testing

@testable import MaturityPlanning

@Suite("Words of planning pages") struct PlanWordsTests {
  private func catalogue() throws -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addPlanning()
    let text = """
      format: 1
      language: cy
      status: draft
      decimal-separator: ","
      common: {range: "{low} i {high}", april: Ebrill}
      planning:
        priorities-title: "Blaenoriaethau: {assessment}"
        benefit: Budd
        way-to-target: Y ffordd
        months-late: "{count, plural, one {# mis} other {# o fisoedd}} yn hwyr"
        needs-stopped: "{item} heb {needed}."
        to-mend: "I'w drwsio: {problem}"
        unserved: "Dim byd i {areas}."
        no-effort: Dim amcan.
        requires-unavailable: "Mae angen {needed}."
        target-before: "targed {before} cynt, {now} nawr"
        kind-area: maes
      """
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["cy.yaml": text]), path: "cy.yaml")
  }

  @Test func phrasesMonthsAndNumbersAreInTheLanguage() throws {
    let words = PlanWords(try PlanSample().assessment(), nil, try catalogue())
    #expect(words(.monthsLate, ["count": 2]) == "2 o fisoedd yn hwyr")
    #expect(words(.done) == "Done", "what is missing is English")
    #expect(words.month(try #require(Month("2019-04"))) == "Ebrill 2019")
    #expect(words.range(-0.25, 1.5) == "−0,25 i +1,50")
    #expect(words.signed(0.001) == "0,00")
  }

  @Test func everyPageIsWrittenWithTheWordsThatItIsGiven() throws {
    let planned = PlanSample(
      programme: "actions: [{id: base, name: Base, area: online, uplift: 0.5, effort: 1}]")
    let (assessment, words) = (try planned.assessment(), try catalogue())
    let results = try planned.results(all: [2, 3, 5])
    let priorities = Priorities(assessment, [results]).page(assessment, words: words)
    #expect(priorities.title == "Blaenoriaethau: Plan")
    #expect(priorities.tables[0].columns[2].heading == "Budd")
    #expect(priorities.words.isDraft)
    // A spreadsheet's headings are the same in every language.
    #expect(priorities.data?.columns[3].heading == "Benefit")
    let sample = PlanSample(
      programme: """
        projects:
          - {id: kiosk, name: Kiosk, state: stopped, reason: Nobody came.}
          - {id: till, name: Till, requires: [kiosk], serves: [online]}
        """)
    let roadmap = Roadmap(try sample.assessment()).page(
      try sample.assessment(), standings: AreaStandings(assessment, [results]), words: words)
    #expect(roadmap.notes.prefix(2) == ["I'w drwsio: Till heb Kiosk.", "Dim byd i Leadership."])
    var options = Comparison.PageOptions(baseName: "2026", nowName: "2027")
    options.words = words
    let comparison = try Comparison(results, results).page(assessment, options)
    #expect(comparison.words == words)
    #expect(comparison.tables[0].columns.last?.heading == "Y ffordd")
    #expect(try Trend([results, results]).page(assessment, names: ["a", "b"], words: words).words == words)
    #expect(
      try Correction([results], [results]).page(assessment, publishedName: "a", correctedName: "b", words: words).words
        == words)
  }

  /// Why a figure has no value, and what changed in an assessment, are phrases too; for programs they stay English.
  @Test func reasonsAndChangesAreInTheLanguage() throws {
    let catalogue = try catalogue()
    let sample = PlanSample(
      programme: """
        actions:
          - {id: base, name: Base, area: online, uplift: 0.5, effort: 1, state: stopped, reason: Nobody came.}
          - {id: tower, name: Tower, area: online, uplift: 0.5, effort: 1, requires: [base]}
          - {id: wall, name: Wall, area: online, uplift: 0.5}
        """)
    let (assessment, results) = (try sample.assessment(), try sample.results(all: [2, 3, 5]))
    let words = PlanWords(assessment, nil, catalogue)
    #expect(words.reason(.noEffort) == "Dim amcan.")
    #expect(words.reason(.noDays) == Undefined.noDays.sentence, "what is missing is English")
    let priorities = Priorities(assessment, [results])
    let selection = ActionSelection(priorities, budget: 10)
    let page = priorities.page(assessment, selection: selection, words: catalogue)
    let told = page.tables.flatMap(\.rows).joined()
    #expect(told.contains("Dim amcan.") && told.contains("Mae angen “Base”."), "\(page.tables)")
    #expect(selection.unavailable.map(\.reason).contains { $0.hasPrefix("It requires “base”, which") })
    var later = PlanSample()
    later.version = "2.0.0"
    later.target = 5
    let changes = AssessmentChanges(
      try PlanSample().assessment(), try later.assessment(), questionnaire: "staff", words: catalogue)
    #expect(changes.changes.map(\.detail) == ["targed 4 cynt, 5 nawr"])
    var options = Comparison.PageOptions(baseName: "2026", nowName: "2027")
    options.words = catalogue
    options.assessmentChanges = changes
    let comparison = try Comparison(results, results).page(assessment, options)
    #expect(comparison.tables.last?.rows.first?.first == "maes")
  }

  /// A note that stands below every comparison fits any number of areas.
  @Test func theNoteOnNoiseNamesNoNumberOfAreas() throws {
    let sample = PlanSample()
    let results = try sample.results(all: [2, 3, 5])
    let page = try Comparison(results, results).page(
      try sample.assessment(), Comparison.PageOptions(baseName: "2026", nowName: "2027"))
    let note = try #require(page.notes.first { $0.hasPrefix("More than noise: ") })
    #expect(note.contains("one in twenty") && !note.contains("nine"))
  }

  @Test func everyEnglishPhraseIsOneAndIsUsed() throws {
    for message in PlanMessage.allCases { _ = try MessagePattern(message.rawValue) }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/MaturityPlanning")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var used: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && !file.lastPathComponent.hasSuffix("Message.swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\.([a-z][A-Za-z]*)/) { used.insert(String(match.1)) }
    }
    let all = PlanMessage.allCases.map { String(describing: $0) }
    #expect(all.filter { !used.contains($0) } == [])
  }
}
