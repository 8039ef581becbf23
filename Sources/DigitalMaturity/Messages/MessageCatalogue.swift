/// The words of the interface in one language: reports, forms and explanations are written with them.
///
/// A value. ``english`` is the source; another language is one document, read with
/// ``Vocabulary/readCatalogue(from:path:limits:)``. A phrase that a catalogue lacks is shown in English, and ``missing``
/// says so.
public struct MessageCatalogue: Sendable, Hashable {
  /// The language tag.
  public let language: String
  /// Whether no speaker of the language has checked the words: whatever is written with them says so.
  public let isDraft: Bool
  /// The ids of the phrases that it lacks, of those that the vocabulary knew that it was read with.
  public let missing: [String]
  /// How many phrases that vocabulary knew.
  public let known: Int
  /// What stands between whole numbers and decimals.
  public let decimalSeparator: String
  /// The numbers from 0 in words; larger ones are written in digits.
  let numbers: [String]
  let patterns: [String: MessagePattern]
  /// What a reader of the document should know, such as phrases for a part of the interface that is not there.
  public internal(set) var warnings: [Diagnostic] = []

  /// The English words.
  public static let english = MessageCatalogue(
    language: "en", numbers: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])

  init(
    language: String, isDraft: Bool = false, missing: [String] = [], known: Int = 0, decimalSeparator: String = ".",
    numbers: [String] = [], patterns: [String: MessagePattern] = [:]
  ) {
    self.language = language
    self.isDraft = isDraft
    self.missing = missing
    self.known = known
    self.decimalSeparator = decimalSeparator
    self.numbers = numbers
    self.patterns = patterns
  }

  /// Whether readers of a language can read its words: whether the first parts of their tags are the same.
  public func serves(_ language: String) -> Bool {
    LocalizedText.primary(of: language) == LocalizedText.primary(of: self.language)
  }

  /// A phrase as it is put together: words of the language, and what was put in.
  public enum Piece: Sendable {
    /// Words of the phrase itself.
    case words(String)
    /// What was put in.
    case argument(any MessageArgument)
  }

  /// Whether the catalogue has a phrase of its own; of English every phrase is.
  public func has(_ message: some CatalogueMessage) -> Bool {
    self.language == Self.english.language || patterns[message.id] != nil
  }

  /// A phrase in pieces, for formats that set apart what was put in. A name that nothing is put in for stays in its braces.
  /// O(phrase).
  public func pieces(
    _ message: some CatalogueMessage, _ arguments: KeyValuePairs<String, any MessageArgument>
  ) -> [Piece] {
    if !patterns.isEmpty, let own = patterns[message.id] {
      return Rendering(language: language, numbers: numbers, arguments: arguments).pieces(own.parts)
    }
    let english = message.rawValue
    guard english.utf8.contains(UInt8(ascii: "{")) else { return [.words(english)] }
    let rendering = Rendering(language: Self.english.language, numbers: Self.english.numbers, arguments: arguments)
    if let pieces = rendering.pieces(ofNames: english) { return pieces }
    do throws(MessagePattern.Problem) {
      let parts = try MessagePattern(english).parts
      return rendering.pieces(parts)
    } catch {
      return [.words(english)]
    }
  }

  /// A phrase as text.
  public func text(
    _ message: some CatalogueMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> String {
    pieces(message, arguments).map { piece in
      switch piece {
      case .words(let words): words
      case .argument(let argument): argument.messageText
      }
    }.joined()
  }

  /// Digits with a decimal point, written as the language writes them.
  public func decimal(_ digits: String) -> String {
    if decimalSeparator == "." { return digits }
    return digits.split(separator: ".", omittingEmptySubsequences: false).joined(separator: decimalSeparator)
  }
}

private struct Rendering {
  let language: String
  let numbers: [String]
  let arguments: KeyValuePairs<String, any MessageArgument>

  /// The pieces of a phrase in which nothing but names stands in braces, as in most: they need no pattern. Nil for others.
  func pieces(ofNames phrase: String) -> [MessageCatalogue.Piece]? {
    var pieces: [MessageCatalogue.Piece] = []
    var rest = phrase[...]
    while let brace = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
      let behind = rest.utf8.index(after: brace)
      guard rest.utf8[brace] == UInt8(ascii: "{"),
        let end = rest.utf8[behind...].firstIndex(where: { !Self.isInName($0) }), end > behind,
        rest.utf8[end] == UInt8(ascii: "}")
      else { return nil }
      if brace > rest.startIndex { pieces.append(.words(String(rest[..<brace]))) }
      pieces.append(named(String(rest[behind..<end])))
      rest = rest[rest.utf8.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return pieces
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "A") < 26 || byte &- UInt8(ascii: "0") < 10
      || byte == UInt8(ascii: "-")
  }

  func pieces(_ parts: [MessagePattern.Part]) -> [MessageCatalogue.Piece] {
    var pieces: [MessageCatalogue.Piece] = []
    pieces.reserveCapacity(parts.count)
    add(parts, to: &pieces)
    return pieces
  }

  private func add(_ parts: [MessagePattern.Part], to pieces: inout [MessageCatalogue.Piece]) {
    for part in parts {
      switch part {
      case .words(let words): pieces.append(.words(words))
      case .argument(let name): pieces.append(named(name))
      case .spelled(let name, let isCapital): pieces.append(spelled(name, isCapital))
      case .plural(let name, let forms):
        let category = argument(name)?.pluralNumber.map { PluralCategory(of: $0, in: language) } ?? .other
        let form = forms.first { $0.category == category } ?? forms.first { $0.category == .other }
        add(form?.parts ?? [], to: &pieces)
      }
    }
  }

  private func named(_ name: String) -> MessageCatalogue.Piece {
    argument(name).map { .argument($0) } ?? .words("{\(name)}")
  }

  private func spelled(_ name: String, _ isCapital: Bool) -> MessageCatalogue.Piece {
    guard let argument = argument(name) else { return .words("{\(name)}") }
    guard let count = argument.pluralNumber, numbers.indices.contains(count) else {
      return .argument(argument)
    }
    let word = numbers[count]
    return .words(isCapital ? word.prefix(1).uppercased() + word.dropFirst() : word)
  }

  private func argument(_ name: String) -> (any MessageArgument)? { arguments.first { $0.key == name }?.value }
}
