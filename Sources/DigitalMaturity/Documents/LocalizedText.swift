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

  /// The text for a language tag: its own, else that of the tag's first part (`cy` for `cy-GB`), else ``text``.
  public func text(in language: String?) -> String {
    guard let language, !translations.isEmpty else { return text }
    if let exact = translations[language] { return exact }
    let primary = String(language.prefix { $0 != "-" })
    return translations[primary] ?? text
  }

  /// Every text there is: the serving text, then the translations in the order of their tags.
  public var all: [String] {
    translations.isEmpty ? [text] : translations.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Two or three letters, then parts of one to eight letters or digits, all ASCII (BCP 47 in outline).
  static func isLanguageTag(_ tag: String) -> Bool {
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
