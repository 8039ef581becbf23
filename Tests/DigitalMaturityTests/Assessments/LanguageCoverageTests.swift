import DigitalMaturity
import Testing

@Suite("How much can be read in a language") struct LanguageCoverageTests {
  private func sample(_ text: LocalizedText) throws -> Assessment {
    var sample = ScoringSample()
    sample.questions = [.closed("q", scores: [1, 5])]
    var draft = AssessmentDraft(id: "sample", version: "1.0.0", title: text)
    draft.levels = sample.levels
    draft.areas = sample.areas
    draft.scoring = sample.plan
    draft.questionnaires = [sample.questionnaire]
    return try Assessment(draft)
  }

  private let both = LocalizedText(translations: ["en": "Sample", "cy": "Sampl"], first: "en")

  /// The title has Welsh; nothing else has.
  @Test func everyTextWithoutTheLanguageIsCountedAndNamed() throws {
    let assessment = try sample(both)
    let coverage = assessment.coverage(in: "cy-GB")
    #expect(coverage.texts == coverage.fallbacks.count + 1)
    #expect(coverage.fallbacks.allSatisfy { $0.language == "en" })
    #expect(coverage.fallbacks.contains { $0.place == "areas.\(assessment.areas[0].id).name" })
    #expect(assessment.coverage(in: "en-GB").sentence == nil)
    let sentence = try #require(coverage.sentence)
    #expect(
      sentence.hasPrefix(
        "Welsh: \(coverage.texts - 1) of \(coverage.texts) texts are missing and are shown in English: levels."))
    let form = assessment.coverage(in: "cy", of: assessment.questionnaires[0])
    #expect(form.texts < coverage.texts)
    #expect(form.fallbacks.allSatisfy { $0.place.hasPrefix("questionnaires.") })
  }

  @Test func whatIsShownInsteadIsNamed() throws {
    let polish = LocalizedText(translations: ["pl": "Próbka", "en": "Sample"], first: "pl")
    let coverage = try sample(polish).coverage(in: "cy")
    #expect(coverage.fallbacks.first == LanguageCoverage.Fallback(place: "title", language: "pl"))
    #expect(try #require(coverage.sentence).contains("are shown in English or Polish: title, "))
    #expect(try #require(try sample("Sample").coverage(in: "xx").sentence).hasPrefix("“xx”: "))
  }

  /// One of the same words in several places is one text to translate.
  @Test func aTextCountsOnce() throws {
    var draft = try sample(both).draft
    let before = try Assessment(draft).coverage(in: "cy").texts
    for index in draft.areas.indices { draft.areas[index].summary = "The same" }
    draft.summary = "The same"
    let coverage = try Assessment(draft).coverage(in: "cy")
    #expect(coverage.texts == before + 1)
    #expect(coverage.fallbacks.contains { $0.place == "summary" })
  }

  /// RFC 4647, 3.4: shortened from the end, a single letter goes with what follows it.
  @Test(
    arguments: [
      (["en", "cy"], "cy", "cy"), (["en", "cy"], "cy-GB", "cy"), (["en", "cy"], "CY-gb", "cy"),
      (["en", "cy"], "pl", nil),
      (["en", "cy-GB"], "cy", nil), (["zh-Hant", "zh"], "zh-Hant-CN-x-private1", "zh-Hant"),
      (["zh-Hant-CN-x"], "zh-Hant-CN-x-private1", nil), ([], "cy", nil), (["cy"], "", nil),
    ] as [([String], String, String?)])
  func lookup(tags: [String], asked: String, found: String?) {
    #expect(LocalizedText.lookup(asked, in: tags) == found)
    let text = LocalizedText(
      translations: Dictionary(uniqueKeysWithValues: tags.map { ($0, "in \($0)") }), first: tags.first)
    #expect(text.text(in: asked) == (found ?? tags.first).map { "in \($0)" } ?? "")
    if !tags.isEmpty { #expect(text.language(in: asked, own: "de") == found ?? tags.first) }
    #expect(LocalizedText("plain").language(in: asked, own: "de") == "de")
  }
}
