import DigitalMaturity
import Foundation
import MaturityYAML
import Testing

@testable import MaturityQuestionnaires

@Suite("Words of interviews") struct InterviewWordsTests {
  private func catalogue() throws -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addQuestionnaires()
    let text = """
      format: 1
      language: cy
      status: reviewed
      interviews: {type-number: "Teipiwch rif o 1 i {count}.", kept: "Cadwyd: {answer}.", back: b yn ôl}
      """
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["cy.yaml": text]), path: "cy.yaml")
  }

  /// What the catalogue lacks is English.
  @Test func anInterviewIsInTheLanguageOfItsWords() throws {
    var interview = Interview(
      InterviewTests.questionnaire, respondent: "p1", language: "cy", words: try catalogue())
    #expect(interview.opening.contains("Teipiwch rif o 1 i "))
    #expect(interview.opening.contains("b yn ôl, ? help, q stop."))
    #expect(interview.take("1").text.hasPrefix("Cadwyd: 1.\n"))
  }

  @Test func everyEnglishPhraseIsOneAndIsUsed() throws {
    for message in InterviewMessage.allCases { _ = try MessagePattern(message.rawValue) }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/MaturityQuestionnaires/Asking")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var used: Set<String> = []
    for file in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\.([a-z][A-Za-z]*)/) { used.insert(String(match.1)) }
    }
    #expect(InterviewMessage.allCases.map { String(describing: $0) }.filter { !used.contains($0) } == [])
  }
}
