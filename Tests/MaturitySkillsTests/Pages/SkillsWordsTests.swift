import DigitalMaturity
import Foundation
import MaturityYAML
import Testing

@testable import MaturitySkills

@Suite("Words of skills pages") struct SkillsWordsTests {
  private func catalogue(_ status: String) throws -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addSkills()
    let text = """
      format: 1
      language: cy
      status: \(status)
      decimal-separator: ","
      common: {draft-words: Drafft., november: Tachwedd}
      skills: {below: "{gap} yn is"}
      """
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["cy.yaml": text]), path: "cy.yaml")
  }

  private func words(_ catalogue: MessageCatalogue) -> LevelWords {
    LevelWords(levels: [], language: nil, catalogue: catalogue)
  }

  @Test func phrasesDaysAndNumbersAreInTheLanguage() throws {
    let words = words(try catalogue("reviewed"))
    #expect(words(.below, ["gap": words.exact(1.5)]) == "1,5 yn is")
    #expect(words(.notMet) == "not met", "what is missing is English")
    #expect(words.day(try #require(Day("2025-11-30"))) == "30\u{A0}Tachwedd\u{A0}2025")
    #expect(self.words(.english).day(try #require(Day("2025-11-30"))) == "30\u{A0}November\u{A0}2025")
    #expect(words.signed(-1.25, decimals: 1) == .text("\u{2212}1,3"))
  }

  @Test func aPageCarriesItsWords() throws {
    let page = ResultPage(words(try catalogue("draft")), title: "T", tables: [])
    #expect(page.words.isDraft && page.words.language == "cy")
    #expect(page.words.draftNote.map(\.language) == ["cy", "en"])
    #expect(page.words.draftNote.map(\.text) == ["Drafft.", CommonMessage.draftWords.rawValue])
  }

  @Test func everyEnglishPhraseIsOneAndIsUsed() throws {
    for message in SkillsMessage.allCases { _ = try MessagePattern(message.rawValue) }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/MaturitySkills")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var used: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && !file.lastPathComponent.hasSuffix("Message.swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\.([a-z][A-Za-z]*)/) { used.insert(String(match.1)) }
    }
    let all = SkillsMessage.allCases.map { String(describing: $0) }
    #expect(all.filter { !used.contains($0) } == [])
  }
}
