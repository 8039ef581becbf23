import DigitalMaturity

/// Words that came from outside the report, such as an area's name, with their language where it is not the report's.
struct Content: Sendable, Hashable {
  /// The text as it came: a format escapes it.
  let text: String
  /// The language tag, when it is not the language of the report's own words.
  let language: String?

  init(_ text: String, language: String? = nil) {
    self.text = text
    self.language = language
  }
}

/// A sentence made of the report's own words and of content, which a format must set apart: a name written from right
/// to left must not reorder the words around it.
struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  enum Part: Sendable, Hashable {
    case words(String)
    case content(Content)
  }

  private(set) var parts: [Part]

  init(_ words: String) { parts = words.isEmpty ? [] : [.words(words)] }
  init(_ content: Content) { parts = [.content(content)] }
  init(stringLiteral value: String) { self.init(value) }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.words(literal)) }
    }
    mutating func appendInterpolation(_ words: String) { appendLiteral(words) }
    mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    mutating func appendInterpolation(_ content: Content) { parts.append(.content(content)) }
    mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }
  }

  var isEmpty: Bool { parts.isEmpty }

  /// The words alone, for places that hold nothing else; controls and direction marks are left out.
  var plain: String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .content(let content): PlainText.clean(content.text)
      }
    }.joined()
  }

  /// The phrase with a capital letter in front, where it begins with words of the report's own.
  var capitalised: Phrase {
    guard case .words(let words)? = parts.first else { return self }
    var phrase = self
    phrase.parts[0] = .words(NumberWords.capitalised(words))
    return phrase
  }

  static func + (left: Phrase, right: Phrase) -> Phrase { "\(left)\(right)" }

  /// Phrases with commas between them and a last word before the last: `a, b and c`.
  static func list(_ phrases: [Phrase], last: String = "and") -> Phrase {
    var list = phrases.first ?? ""
    for (index, phrase) in phrases.enumerated().dropFirst() {
      list = index == phrases.count - 1 ? "\(list) \(last) \(phrase)" : "\(list), \(phrase)"
    }
    return list
  }

  /// Phrases with the same words between each two.
  static func joined(_ phrases: [Phrase], by separator: String) -> Phrase {
    var all = phrases.first ?? ""
    for phrase in phrases.dropFirst() { all = "\(all)\(separator)\(phrase)" }
    return all
  }
}
