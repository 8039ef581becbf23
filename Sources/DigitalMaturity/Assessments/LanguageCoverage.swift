/// How much of an assessment can be read in a language, and what is shown in place of the rest.
public struct LanguageCoverage: Sendable, Hashable {
  /// A text that is shown in another language.
  public struct Fallback: Sendable, Hashable {
    /// Where it stands, by ids: `areas.leadership.name`.
    public let place: String
    /// The tag of the language that is shown.
    public let language: String
  }

  /// The language tag that was asked for.
  public let language: String
  /// How many different texts there are. One that stands in several places, such as “Yes”, counts once.
  public private(set) var texts = 0
  /// The texts that are shown in another language, in the assessment's order.
  public private(set) var fallbacks: [Fallback] = []

  private var met: Set<LocalizedText> = []

  init(language: String) { self.language = language }

  /// Counts a text, if there is anything to read.
  mutating func add(_ text: LocalizedText?, own: String, at place: TextPlace) {
    guard let text, !text.isEmpty, met.insert(text).inserted else { return }
    texts += 1
    let shown = text.language(in: language, own: own)
    if LocalizedText.primary(of: shown) != LocalizedText.primary(of: language) {
      fallbacks.append(Fallback(place: place.name, language: shown))
    }
  }

  /// What to tell whoever asked for the language, with the first few places: “Welsh: 4 of 412 texts are missing and are
  /// shown in English: areas.leadership.name, … and 1 more”. Nil when nothing is missing.
  public var sentence: String? {
    Self.sentence(
      language: language, texts: texts, missing: fallbacks.map(\.place), shown: Set(fallbacks.map(\.language)),
      noun: ("text", "texts"))
  }

  private static let mostPlaces = 3

  static func sentence(
    language: String, texts: Int, missing: [String], shown: Set<String>, noun: (one: String, many: String)
  ) -> String? {
    guard !missing.isEmpty else { return nil }
    let more = missing.count - mostPlaces
    let places = missing.prefix(mostPlaces).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let languages = Set(shown.map { name(of: $0) }).sorted().joined(separator: " or ")
    let verb = missing.count == 1 ? "is" : "are"
    return
      "\(name(of: language)): \(missing.count) of \(texts) \(texts == 1 ? noun.one : noun.many) \(verb) missing and "
      + "\(verb) shown in \(languages): \(places)"
  }

  /// A language's English name; its tag where it is not among those that councils commonly print.
  public static func name(of tag: String) -> String { names[LocalizedText.primary(of: tag)] ?? "“\(tag)”" }

  private static let names = [
    "ar": "Arabic", "bn": "Bengali", "cy": "Welsh", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "ga": "Irish", "gd": "Scottish Gaelic", "gu": "Gujarati", "hi": "Hindi", "it": "Italian",
    "kw": "Cornish", "lt": "Lithuanian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "so": "Somali", "ta": "Tamil", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
  ]

  /// Writes the coverage as a JSON object: `language`, `texts`, `missing`, and `fallbacks`, each with its `place` and the
  /// `language` that is shown.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("language", language)
      writer.member("texts", texts)
      writer.member("missing", fallbacks.count)
      writer.key("fallbacks")
      writer.array { writer in
        for fallback in fallbacks {
          writer.object { writer in
            writer.member("place", fallback.place)
            writer.member("language", fallback.language)
          }
        }
      }
    }
  }
}

extension Assessment {
  /// How much of the assessment can be read in a language, or of one questionnaire with the assessment's title. O(texts).
  /// - Parameters:
  ///   - language: A language tag.
  ///   - questionnaire: The questionnaire that is shown alone, as a form is; the whole assessment when nil.
  public func coverage(in language: String, of questionnaire: Questionnaire? = nil) -> LanguageCoverage {
    var coverage = LanguageCoverage(language: language)
    if let questionnaire {
      let root = TextPlace(path: .root, name: "")
      coverage.add(title, own: self.language, at: root["title"])
      let position = questionnaires.firstIndex { $0.id == questionnaire.id } ?? 0
      let place = root["questionnaires"][position, questionnaire.id.rawValue]
      questionnaire.visitTexts(at: place, isAlone: true) { coverage.add($0, own: self.language, at: $1) }
    } else {
      draft.visitTexts { coverage.add($0, own: self.language, at: $1) }
    }
    return coverage
  }
}

extension MessageCatalogue {
  /// What to tell whoever asked for the language of the words: how many the catalogue lacks. Nil when it lacks none.
  public var sentence: String? {
    LanguageCoverage.sentence(
      language: language, texts: known, missing: missing, shown: [Self.english.language],
      noun: ("phrase of the interface", "phrases of the interface"))
  }
}
