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
    /// The report's own words.
    case words(String)
    /// Words of the report that are missing in its language.
    case foreign(String, language: String)
    /// A word that is typed as it stands, such as a key of a document.
    case code(String)
    case content(Content)
  }

  private(set) var parts: [Part]

  init(_ words: String) { parts = words.isEmpty ? [] : [.words(words)] }
  init(_ content: Content) { parts = [.content(content)] }
  init(part: Part) { parts = [part] }
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

  /// Adds a part; words of one other language that follow each other are one part.
  mutating func append(_ part: Part) {
    if case .foreign(let last, let language)? = parts.last, case .foreign(let next, language) = part {
      parts[parts.count - 1] = .foreign(last + next, language: language)
    } else {
      parts.append(part)
    }
  }

  /// The words alone, for places that hold nothing else; controls and direction marks are left out.
  var plain: String {
    parts.map { part in
      switch part {
      case .words(let words), .foreign(let words, _), .code(let words): words
      case .content(let content): PlainText.clean(content.text)
      }
    }.joined()
  }

  /// The phrase with a capital letter in front, if it begins with words of the report.
  var capitalised: Phrase {
    var phrase = self
    switch phrase.parts.first {
    case .words(let words)?: phrase.parts[0] = .words(NumberWords.capitalised(words))
    case .foreign(let words, let language)?:
      phrase.parts[0] = .foreign(NumberWords.capitalised(words), language: language)
    default: break
    }
    return phrase
  }

  static func + (left: Phrase, right: Phrase) -> Phrase { "\(left)\(right)" }

  /// Phrases with the same words between each two.
  static func joined(_ phrases: [Phrase], by separator: String) -> Phrase {
    var all = phrases.first ?? ""
    for phrase in phrases.dropFirst() { all = "\(all)\(separator)\(phrase)" }
    return all
  }
}
