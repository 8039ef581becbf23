import Foundation
import MaturityScoringRules
import MaturityYAML
import Testing

@testable import DigitalMaturity

@Suite("Words of explanations") struct ExplanationWordsTests {
  private func explanation(_ words: MessageCatalogue) throws -> Explanation {
    var sample = ScoringSample()
    sample.questions = [.closed("q", scores: [1, 5])]
    let people = (1...12).map { number -> ScoringSample.Person in
      (["q": .option(number % 4 == 0 ? "a" : "b")], [:])
    }
    let scorecard = try sample.scorecard(people, by: []).published()
    let context = ReportContext(
      assessment: try sample.assessment(), scorecards: [scorecard], options: ReportOptions(words: words))
    let area = try #require(context.assessment.areas.first)
    return try #require(context.explanation(of: Subject(.area, area.id.rawValue), in: scorecard))
  }

  private func read(_ status: String) throws -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    let text = """
      format: 1
      language: cy
      status: \(status)
      decimal-separator: ","
      explanations: {sum-of-people: "Swm {sum} / {people} = {mean}.", draft-words: Drafft.}
      """
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["cy.yaml": text]), path: "cy.yaml")
  }

  /// Three chose 1, nine 5: 48 / 12 = 4.
  @Test func wordsAreThoseOfTheCatalogue() throws {
    let text = try explanation(try read("reviewed")).text
    #expect(text.contains(". Swm 48 / 12 = 4.\n"))
    #expect(text.contains("Made of 1 question: q (weight 1)."), "what is missing is English")
    #expect(try explanation(.english).text.contains("Sum 48, divided by 12 people: 4."))
  }

  @Test func aDraftSaysSoInBothLanguages() throws {
    let steps = try explanation(try read("draft")).steps
    #expect(steps.suffix(2).map(\.text) == ["Drafft.", ExplanationMessage.draftWords.rawValue])
    #expect(try explanation(.english).steps.last?.text != ExplanationMessage.draftWords.rawValue)
  }

  @Test func everyEnglishPhraseIsOneAndIsUsed() throws {
    for message in ExplanationMessage.allCases { _ = try MessagePattern(message.rawValue) }
    for message in ReasonMessage.allCases { _ = try MessagePattern(message.rawValue) }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/DigitalMaturity")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var used: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && !file.lastPathComponent.hasSuffix("Message.swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\.([a-z][A-Za-z]*)/) { used.insert(String(match.1)) }
    }
    let all = ExplanationMessage.allCases.map { String(describing: $0) }
    #expect(all.filter { !used.contains($0) } == [])
  }
}
