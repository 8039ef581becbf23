import DigitalMaturity
import MaturityYAML
import Testing

/// Phrases for the tests.
enum SeatMessage: String, CatalogueMessage {
  static let group = "seats"
  case plain = "Take a seat."
  case free = "{count, plural, one {# seat of {all} is free.} other {# seats of {all} are free.}}"
  case inWords = "{count, Spellout} and {count, spellout} for {name}."
}

/// Phrases in which names alone stand in braces, and some that are no phrases.
enum NameMessage: String, CatalogueMessage {
  static let group = "names"
  case one = "{a}"
  case both = "{a}{b}"
  case among = "From {a} to {b}."
  case again = "{a} and {a}"
  case spaced = "{ a } of {b}"
  case other = "{a} of {c-3}"
  case stray = "a } and {b}"
  case open = "{a} {b"
  case empty = "{} {a}"
}

@Suite("Words of the interface") struct MessageCatalogueTests {
  private func read(_ text: String) throws(DocumentError) -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.add(messages: SeatMessage.self)
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["xx.yaml": text]), path: "xx.yaml")
  }

  private let head = "format: 1\nlanguage: cy\nstatus: draft\n"

  @Test func englishIsTheSource() {
    let words = MessageCatalogue.english
    #expect(words.text(SeatMessage.plain) == "Take a seat.")
    #expect(words.text(SeatMessage.free, ["count": 1, "all": 9]) == "1 seat of 9 is free.")
    #expect(words.text(SeatMessage.free, ["count": 0, "all": "nine"]) == "0 seats of nine are free.")
    #expect(words.text(SeatMessage.inWords, ["count": 3, "name": "{you}"]) == "Three and three for {you}.")
    #expect(words.text(SeatMessage.inWords, ["count": 12, "name": ""]) == "12 and 12 for .")
    #expect(SeatMessage.inWords.id == "seats.in-words")
    #expect(!words.isDraft && words.missing.isEmpty && words.sentence == nil)
  }

  @Test(
    arguments: [
      (.one, "1"), (.both, "12"), (.among, "From 1 to 2."), (.again, "1 and 1"), (.spaced, "1 of 2"),
      (.other, "1 of {c-3}"), (.stray, "a } and {b}"), (.open, "{a} {b"), (.empty, "{} {a}"),
    ] as [(NameMessage, String)])
  func namesInBracesArePutIn(message: NameMessage, text: String) {
    #expect(MessageCatalogue.english.text(message, ["a": 1, "b": "2"]) == text)
  }

  /// A place that nothing is put in for is seen, and not left out in silence.
  @Test func whatIsNotPutInIsSeen() {
    #expect(MessageCatalogue.english.text(SeatMessage.inWords, ["count": 1]) == "One and one for {name}.")
    #expect(MessageCatalogue.english.text(SeatMessage.free) == "{count} seats of {all} are free.")
  }

  @Test func anotherLanguageIsOneFile() throws {
    let words = try read(
      head + """
        numbers: [dim, un]
        decimal-separator: ","
        seats:
          free: "{count, plural, zero {dim} one {un} two {dwy} few {tair} many {chwech} other {#}} o {all}."
          in-words: "{name}: {count, Spellout}, {count, spellout}."
        reasons: {no-respondents: Nid oes neb wedi ateb.}
        """)
    #expect(words.language == "cy" && words.isDraft && words.serves("cy-GB") && !words.serves("en"))
    let forms = [0, 1, 2, 3, 4, 6].map { words.text(SeatMessage.free, ["count": $0, "all": 9]) }
    #expect(forms == ["dim o 9.", "un o 9.", "dwy o 9.", "tair o 9.", "4 o 9.", "chwech o 9."])
    #expect(words.text(SeatMessage.inWords, ["count": 1, "name": "A"]) == "A: Un, un.")
    #expect(words.text(SeatMessage.inWords, ["count": 2, "name": "A"]) == "A: 2, 2.")
    #expect(words.decimal("3.5") == "3,5")
    // What is missing is English, by English's rules.
    #expect(words.text(SeatMessage.plain) == "Take a seat.")
    #expect(!words.has(SeatMessage.plain) && words.has(SeatMessage.free))
    #expect(words.missing.first == "seats.plain" || words.missing.contains("seats.plain"))
    #expect(words.known > SeatMessage.allCases.count + ReasonMessage.allCases.count)
    #expect(words.missing.count == words.known - 3)
    #expect(words.sentence(of: .noRespondents) == "Nid oes neb wedi ateb.")
    #expect(words.sentence(of: .notAsked) == nil)
    #expect(
      words.sentence
        == "Welsh: \(words.known - 3) of \(words.known) phrases of the interface are missing and are shown in English: "
        + "\(words.missing.prefix(3).joined(separator: ", ")) and \(words.known - 6) more")
  }

  @Test func everyProblemIsReportedWithItsPlace() {
    let text =
      head + """
        seats:
          plian: x
          plain: "x {extra}"
          free: "{count, plural, one {#}"
          in-words: "{count, spellout} {nam}"
        """
    #expect(throws: DocumentError.self) { try read(text) }
    do { _ = try read(text) } catch {
      #expect(
        error.diagnostics.map(\.description) == [
          "xx.yaml:5:3: error: unknown key “plian”; did you mean “plain”? [unknown-key]",
          "xx.yaml:6:10: error: nothing is put in for “{extra}” [message-pattern]",
          "xx.yaml:7:9: error: “” is no form of “count”; forms are zero, one, two, few, many, other [message-pattern]",
          "xx.yaml:8:13: error: “{name}” is missing in this phrase; English has “{count, Spellout} and {count, spellout} for {name}.” [message-pattern]",
          "xx.yaml:8:13: error: nothing is put in for “{nam}”; did you mean “name”? [message-pattern]",
        ])
    }
  }

  /// A tool without skills, say, can read the words of one with them.
  @Test func phrasesOfAnotherPartAreWarnedOf() throws {
    let words = try read(head + "seats: {plain: Eisteddwch.}\nseat: {plain: x}\n")
    #expect(words.text(SeatMessage.plain) == "Eisteddwch.")
    #expect(
      words.warnings.map(\.description) == [
        "xx.yaml:5:1: warning: no part of the interface here has the phrases “seat”; did you mean “seats”? [unknown-key]"
      ])
  }

  @Test(arguments: [
    ("format: 1\nlanguage: welsh!\nstatus: draft\n", "“welsh!” is not a language tag such as cy"),
    ("format: 1\nlanguage: cy\nstatus: done\n", "“done” is no status; write draft or reviewed"),
    ("format: 1\nlanguage: cy\n", "“status” is missing here; add it"),
    (
      "format: 2\nlanguage: cy\nstatus: draft\n",
      "this document has format 2; this version reads format 1: write that, or take a newer version"
    ),
    (
      "format: 1\nlanguage: de\nstatus: draft\nseats:\n  free: \"{count, plural, two {#} other {#}} {all}\"\n",
      "the language “de” has no form “two”; it has one, other"
    ),
  ])
  func aHeadThatIsWrongIsRefused(text: String, message: String) {
    do {
      _ = try read(text)
      Issue.record("was read")
    } catch {
      #expect(error.diagnostics.map(\.message) == [message])
    }
  }

  /// Reasons are told by their sentences, which stand once in the program.
  @Test func reasonsAreThoseOfTheFigures() {
    let reasons: [Undefined] = [
      .notAsked, .noneAnswered, .noScores, .noneApplicable, .tooFewAnswered, .missingAnswer, .noWeight,
      .noRespondents, .nobodyScored, .withheld,
    ]
    #expect(Set(reasons.map(\.sentence)) == Set(ReasonMessage.allCases.map(\.rawValue)))
    for reason in reasons { #expect(MessageCatalogue.english.sentence(of: reason) == reason.sentence) }
  }
}
