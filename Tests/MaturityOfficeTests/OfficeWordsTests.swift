import DigitalMaturity
import Foundation
import MaturityTables
import MaturityYAML
import Testing

@testable import MaturityOffice

@Suite("Words of workbooks and documents") struct OfficeWordsTests {
  private func catalogue(status: String = "reviewed") throws -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addOffice { _ in ResultPage(title: "Nothing", tables: []) }
    let text = """
      format: 1
      language: cy
      status: \(status)
      office: {cover: Clawr, contents: Cynnwys, notes: Nodiadau, note: "Nodyn {number}", key: Allwedd, page: Tudalen, of-pages: o, choose-id: "{attribute}, {sheet}"}
      """
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["cy.yaml": text]), path: "cy.yaml")
  }

  /// What the catalogue lacks is English.
  @Test("a workbook of results is in the words of its page") func results() throws {
    let words = try catalogue()
    var page = ResultWorkbookTests.page(["Leadership"])
    page.words = words
    let workbook = try WorkbookReader(.bytes(page.workbook()))
    #expect(workbook.sheets.map(\.name) == ["Clawr", "Cynnwys", "Nodiadau", "Areas", "Areas 2"])
    var reader = try workbook.rows(ofSheet: "Nodiadau")
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.texts()) }
    #expect(rows[0] == ["Nodiadau"] && rows[1] == ["This sheet has one table."])
    #expect(rows.last == ["Nodyn 1", "Scores are rounded."])
  }

  @Test("an entry sheet and a document are in the words that they are given") func forms() throws {
    let words = try catalogue()
    var draft = AssessmentDraft(id: "a", version: "1.0.0", title: "A")
    draft.levels = [MaturityLevel(id: "l", value: 1, name: "L"), MaturityLevel(id: "m", value: 5, name: "M")]
    let questionnaire = Questionnaire(
      id: "staff", title: "Staff",
      attributes: [Attribute(id: "site", text: "Where?", values: [.init(id: "x", label: "X")])],
      sections: [.init(id: "s", title: "S", questions: [])])
    let bytes = EntryWorkbook.write(questionnaire, of: try Assessment(draft), words: words)
    #expect(try WorkbookReader(.bytes(bytes)).sheets.map(\.name) == ["Answers", "Allwedd"])
    #expect(try PaperDocumentTests.part("xl/worksheets/sheet1.xml", of: bytes).contains("site, Allwedd"))
    let document = Paper(title: "P", language: "cy", blocks: []).document(words: words)
    #expect(try PaperDocumentTests.part("word/footer1.xml", of: document).contains("Tudalen"))
  }

  @Test("what is written with words that nobody has reviewed says so") func draft() throws {
    let words = try catalogue(status: "draft")
    var page = ResultWorkbookTests.page(["Leadership"])
    page.words = words
    var reader = try WorkbookReader(.bytes(page.workbook())).rows(ofSheet: "Clawr")
    var cells: [String] = []
    while let row = try reader.next() { cells += row.texts() }
    #expect(cells.contains { $0.contains("draft that no speaker of the language has reviewed") })
    // Before the first question: what stands after an option could be taken for one.
    var draft = AssessmentDraft(id: "a", version: "1.0.0", title: "A")
    draft.levels = [MaturityLevel(id: "l", value: 1, name: "L"), MaturityLevel(id: "m", value: 5, name: "M")]
    let questionnaire = Questionnaire(
      id: "staff", title: "Staff",
      attributes: [Attribute(id: "site", text: "Where?", values: [.init(id: "x", label: "X")])],
      sections: [.init(id: "s", title: "S", questions: [])])
    for (words, isDraft) in [(words, true), (try catalogue(), false), (.english, false)] {
      let bytes = QuickImportForm.write(questionnaire, of: try Assessment(draft), statuses: [], words: words)
      let text = try PaperDocumentTests.part("word/document.xml", of: bytes)
      let question = try #require(text.range(of: "1. Where? [site]"))
      #expect(text[..<question.lowerBound].contains(CommonMessage.draftWords.rawValue) == isDraft)
      #expect(text.contains(CommonMessage.draftWords.rawValue) == isDraft)
    }
  }

  @Test("every English phrase is one, and is used") func used() throws {
    for message in OfficeMessage.allCases { _ = try MessagePattern(message.rawValue) }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/MaturityOffice")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var used: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && !file.lastPathComponent.hasSuffix("Message.swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\.([a-z][A-Za-z]*)/) { used.insert(String(match.1)) }
    }
    #expect(OfficeMessage.allCases.map { String(describing: $0) }.filter { !used.contains($0) } == [])
  }
}
