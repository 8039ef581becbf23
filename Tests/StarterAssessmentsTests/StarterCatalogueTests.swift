import DigitalMaturity
import MaturityOffice
import MaturityPlanning
import MaturityQuestionnaires
import MaturityReports
import MaturityScoringRules
import MaturitySkills
import MaturityYAML
import StarterAssessments
import Testing

@Suite("Words that come with the library") struct StarterCatalogueTests {
  private static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addReports()
    vocabulary.addOffice(page: ResultTables.page)
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    vocabulary.addPlanning()
    return vocabulary
  }()

  /// Every phrase is there and has what the English one has put in, every form is one of the language, and no phrase is
  /// unknown: the reader refuses the rest. What nobody has reviewed says so.
  @Test(arguments: StarterCatalogue.all.map(\.language))
  func everyFileIsReadWhole(_ language: String) throws {
    let starter = try #require(StarterCatalogue.forLanguage(language))
    let words = try Self.vocabulary.readCatalogue(from: starter.source, path: starter.path)
    #expect(words.language == language)
    #expect(words.warnings == [])
    #expect(words.isDraft, "the Welsh words are a draft until a speaker has reviewed them")
    #expect(words.known > 1000)
    #expect(words.missing == [], "a new phrase needs its words in Assessments/words/\(starter.path)")
  }

  @Test func aLanguageIsLookedUp() {
    #expect(StarterCatalogue.forLanguage("cy-GB")?.language == "cy")
    #expect(StarterCatalogue.forLanguage("CY")?.path == "cy.yaml")
    for language in ["en", "pl", "c", ""] { #expect(StarterCatalogue.forLanguage(language) == nil) }
  }
}
