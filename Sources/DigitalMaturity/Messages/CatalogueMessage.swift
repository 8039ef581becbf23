/// The phrases of one part of the interface: a case each, whose raw value is the English phrase, a ``MessagePattern``.
///
/// ```swift
/// enum NoticeMessage: String, CatalogueMessage {
///   static let group = "notices"
///   case seats = "{count, plural, one {# seat is} other {# seats are}} free."
/// }
/// let words = MessageCatalogue.english
/// words.text(NoticeMessage.seats, ["count": 3])  // 3 seats are free.
/// ```
///
/// A catalogue names the phrase by the case's name in lower case with hyphens: `seats`, under `notices`. Give a bundle's
/// phrases to a vocabulary with ``Vocabulary/add(messages:)``, so that catalogues may hold them.
public protocol CatalogueMessage: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What the phrases are for: the key under which a catalogue has them, a slug.
  static var group: String { get }
}

extension CatalogueMessage {
  /// The key of the phrase in its group: `weakest-link` of the case `weakestLink`.
  public var key: String {
    var key = ""
    for character in String(describing: self) {
      if character.isUppercase {
        key += "-" + character.lowercased()
      } else {
        key.append(character)
      }
    }
    return key
  }

  /// The key of the phrase in a catalogue: `reports.weakest-link`.
  public var id: String { "\(Self.group).\(key)" }
}

/// What can be put into a phrase.
public protocol MessageArgument: Sendable {
  /// The number that chooses the form of a counted phrase; nil for whatever is no whole number.
  var pluralNumber: Int? { get }
  /// How it is written.
  var messageText: String { get }
}

extension MessageArgument {
  /// No number.
  public var pluralNumber: Int? { nil }
}

extension String: MessageArgument {
  /// Itself.
  public var messageText: String { self }
}

extension Int: MessageArgument {
  /// Itself.
  public var pluralNumber: Int? { self }
  /// In digits.
  public var messageText: String { String(self) }
}
