/// Text in one language or several.
///
/// In a document a plain string, or a map of language tags (BCP 47): `{en: Leadership, cy: Arweinyddiaeth}`.
public struct LocalizedText: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The text for readers of a language that has no text of its own: the plain string, or the first of the map.
  public let text: String
  /// The texts by language tag; empty for a plain string.
  public let translations: [String: String]

  /// Makes text without a language of its own.
  public init(_ text: String) {
    self.text = text
    translations = [:]
  }

  /// Makes text of translations.
  /// - Parameters:
  ///   - translations: The texts by language tag.
  ///   - first: The tag whose text serves where no other fits; without it, the least tag serves.
  public init(translations: [String: String], first: String? = nil) {
    let serving = first ?? translations.keys.min() ?? ""
    text = translations[serving] ?? ""
    self.translations = translations
  }

  /// Makes plain text.
  public init(stringLiteral value: String) { self.init(value) }

  /// The serving text.
  public var description: String { text }

  /// Whether there is nothing to read.
  public var isEmpty: Bool {
    // Most texts begin with a letter.
    if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
    return text.allSatisfy(\.isWhitespace)
  }

  /// The text for a language tag, by the lookup of RFC 4647: its own, else that of the tag shortened from its end (`cy` for
  /// `cy-GB`), else ``text``. Letters of either case are alike.
  public func text(in language: String?) -> String {
    tag(for: language).flatMap { translations[$0] } ?? text
  }

  /// The tag of the text that ``text(in:)`` gives.
  /// - Parameters:
  ///   - language: The language that is asked for.
  ///   - own: The language of plain text.
  public func language(in language: String?, own: String) -> String {
    if translations.isEmpty { return own }
    return tag(for: language) ?? translations.keys.sorted().first { translations[$0] == text } ?? own
  }

  /// The tag of the translation for a language; nil when there is none.
  private func tag(for language: String?) -> String? {
    guard let language, !translations.isEmpty else { return nil }
    if translations[language] != nil { return language }
    return Self.lookup(language, in: translations.keys.sorted())
  }

  /// The first of a language's tags, from the whole to its first part, that is among those at hand (RFC 4647, 3.4);
  /// nil when none is. Letters of either case are alike.
  public static func lookup(_ language: String, in tags: [String]) -> String? {
    var parts = language.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    while !parts.isEmpty {
      let range = parts.joined(separator: "-")
      if let found = tags.first(where: { $0.lowercased() == range }) { return found }
      parts.removeLast()
      // A single letter begins an extension, and says nothing alone.
      if parts.count > 1, parts.last?.count == 1 { parts.removeLast() }
    }
    return nil
  }

  /// The first part of a tag, in lower case: `cy` of `cy-GB`.
  static func primary(of tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }

  /// Every text there is: the serving text, then the translations in the order of their tags.
  public var all: [String] {
    translations.isEmpty ? [text] : translations.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether text is a language tag: two or three letters, then parts of one to eight letters or digits, all ASCII (BCP 47
  /// in outline).
  public static func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard tag.utf8.allSatisfy({ $0 < 0x80 }), let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy(\.isLetter)
    else { return false }
    return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isNumber } }
  }
}

extension TableReader {
  /// Text in one language or several.
  public mutating func localized(_ key: DocumentKey) -> LocalizedText? {
    value(key).flatMap { $0.readLocalizedText(into: log) }
  }

  /// Text in one language or several that must be there.
  public mutating func requiredLocalized(_ key: DocumentKey) -> LocalizedText? {
    required(key).flatMap { $0.readLocalizedText(into: log) }
  }

  /// An id that must be there.
  @inlinable
  public mutating func requiredIdentifier<Named>(_ key: DocumentKey, _: Named.Type = Named.self) -> Identifier<Named>? {
    requiredText(key).map { Identifier($0) }
  }

  /// An id.
  @inlinable
  public mutating func identifier<Named>(_ key: DocumentKey, _: Named.Type = Named.self) -> Identifier<Named>? {
    text(key).map { Identifier($0) }
  }

  /// A list of ids; empty when the key is absent. What is no text is reported, and an empty id stands in for it.
  @inlinable
  public mutating func identifiers<Named>(_ key: DocumentKey, _: Named.Type = Named.self) -> [Identifier<Named>] {
    list(key).map { Identifier($0.readText(into: log) ?? "") }
  }
}

extension DocumentNode {
  /// Text in one language or several; reports anything else.
  public func readLocalizedText(into log: DiagnosticLog) -> LocalizedText? {
    guard isMapping else { return readText(into: log).map { LocalizedText($0) } }
    var translations: [String: String] = [:]
    var first: String?
    for (key, value) in members {
      guard let tag = key.readText(into: log), let text = value.readText(into: log) else { continue }
      guard LocalizedText.isLanguageTag(tag) else {
        log.error(
          .invalidValue, "“\(Self.short(tag))” is not a language tag such as en, cy or en-GB", at: key.location)
        continue
      }
      translations[tag] = text
      first = first ?? tag
    }
    guard first != nil else {
      if count == 0 { log.error(.wrongType, "text belongs here, not an empty mapping", at: location) }
      return nil
    }
    return LocalizedText(translations: translations, first: first)
  }
}
