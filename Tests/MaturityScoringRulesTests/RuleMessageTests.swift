import DigitalMaturity
import Testing

@testable import MaturityScoringRules

@Suite("Words of rules") struct RuleMessageTests {
  @Test(arguments: RuleMessage.allCases)
  func everyEnglishPhraseIsOne(_ message: RuleMessage) throws { _ = try MessagePattern(message.rawValue) }

  @Test func theyBelongToTheVocabulary() {
    var vocabulary = Vocabulary()
    vocabulary.addScoringRules()
    #expect(vocabulary.messages.contains { $0.group == "rules" })
  }
}
