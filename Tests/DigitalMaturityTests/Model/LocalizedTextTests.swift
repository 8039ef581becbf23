import DigitalMaturity
import Testing

@Suite struct LocalizedTextTests {
  private func read(_ json: String) throws -> (text: LocalizedText?, problems: [String]) {
    let log = DiagnosticLog()
    let text = try readJSON(json).readLocalizedText(into: log)
    return (text, log.diagnostics.map(\.description))
  }

  @Test func plainTextServesEveryLanguage() {
    let text: LocalizedText = "Leadership"
    #expect(text.text == "Leadership")
    #expect(text.text(in: "cy") == "Leadership")
    #expect(text.text(in: nil) == "Leadership")
    #expect(text.all == ["Leadership"])
  }

  @Test func theFirstOfTheMapServesWhereNoOtherFits() throws {
    let text = try #require(try read(#"{"cy": "Arweinyddiaeth", "en": "Leadership"}"#).text)
    #expect(text.text == "Arweinyddiaeth")
    #expect(text.text(in: "en") == "Leadership")
    #expect(text.text(in: "en-GB") == "Leadership")
    #expect(text.text(in: "fr") == "Arweinyddiaeth")
    #expect(text.text(in: nil) == "Arweinyddiaeth")
    #expect(text.all == ["Arweinyddiaeth", "Leadership"])
  }

  @Test func theExactTagGoesBeforeItsFirstPart() {
    let text = LocalizedText(translations: ["en": "colour", "en-US": "color"])
    #expect(text.text(in: "en-US") == "color")
    #expect(text.text(in: "en-AU") == "colour")
    #expect(text.text == "colour", "without a first, the least tag serves")
  }

  @Test(arguments: ["en", "cy", "gsw", "en-GB", "zh-Hant-TW", "sl-rozaj-biske"])
  func languageTagsAreAccepted(_ tag: String) throws {
    let read = try read(#"{"\#(tag)": "x"}"#)
    #expect(read.text?.translations == [tag: "x"])
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: ["english", "e", "en_GB", "e1", "en-", "日本", "en-abcdefghi", "ça"])
  func otherKeysAreReported(_ tag: String) throws {
    let read = try read(#"{"\#(tag)": "x"}"#)
    #expect(read.text == nil)
    #expect(
      read.problems == [
        "a.json:1:2: error: “\(tag)” is not a language tag such as en, cy or en-GB [invalid-value]"
      ])
  }

  @Test func whatIsNoTextIsReported() throws {
    #expect(try read("[1]").problems == ["a.json:1:1: error: text belongs here, not a list [wrong-type]"])
    #expect(try read("{}").problems == ["a.json:1:1: error: text belongs here, not an empty mapping [wrong-type]"])
    let nested = try read(#"{"en": {"x": 1}, "cy": "Testun"}"#)
    #expect(nested.problems == ["a.json:1:8: error: text belongs here, not a mapping [wrong-type]"])
    #expect(nested.text?.text == "Testun")
  }

  @Test(arguments: ["", " ", "\n\t", "\u{A0}"])
  func blankTextIsEmpty(_ text: String) { #expect(LocalizedText(text).isEmpty) }

  @Test func textIsNotEmpty() { #expect(!LocalizedText(" x ").isEmpty) }
}
