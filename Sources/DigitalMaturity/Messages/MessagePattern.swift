/// A phrase with named places for what is put in, in a part of ICU's MessageFormat.
///
/// | written | stands for |
/// |---|---|
/// | `{name}` | what is put in under a name |
/// | `{count, spellout}` | a small number in words; `Spellout` with a capital letter |
/// | `{count, plural, one {# area} other {# areas}}` | the form for a number; `#` is the number |
///
/// Forms may hold what a phrase may hold. An apostrophe is an apostrophe.
public struct MessagePattern: Sendable, Hashable {
  /// What a phrase is made of.
  enum Part: Sendable, Hashable {
    case words(String)
    case argument(String)
    case spelled(String, isCapital: Bool)
    case plural(String, [Form])
  }

  /// What a plural says for one category of numbers.
  struct Form: Sendable, Hashable {
    let category: PluralCategory
    let parts: [Part]
  }

  /// Why text is no phrase: a sentence without a full stop.
  public struct Problem: Error, Sendable, Hashable {
    /// What is wrong and what mends it.
    public let message: String
  }

  let parts: [Part]

  /// Reads a phrase. O(text).
  public init(_ text: String) throws(Problem) {
    var parser = Parser(bytes: Array(text.utf8))
    parts = try parser.parts(plural: nil)
    if parser.place < parser.bytes.count { throw Problem(message: "a “}” stands here without its “{”") }
  }

  /// The names of what is put in.
  public var arguments: Set<String> { Self.arguments(parts) }

  /// The forms that the phrase gives for counts: of each plural, its categories.
  var plurals: [Set<PluralCategory>] { Self.plurals(parts) }

  private static func arguments(_ parts: [Part]) -> Set<String> {
    parts.reduce(into: []) { names, part in
      switch part {
      case .words: break
      case .argument(let name), .spelled(let name, _): names.insert(name)
      case .plural(let name, let forms):
        names.insert(name)
        for form in forms { names.formUnion(arguments(form.parts)) }
      }
    }
  }

  private static func plurals(_ parts: [Part]) -> [Set<PluralCategory>] {
    parts.flatMap { part -> [Set<PluralCategory>] in
      guard case .plural(_, let forms) = part else { return [] }
      return [Set(forms.map(\.category))] + forms.flatMap { plurals($0.parts) }
    }
  }
}

private struct Parser {
  let bytes: [UInt8]
  var place = 0

  /// Reads up to the end or to a `}`.
  /// - Parameter plural: The number that `#` stands for, inside a form.
  mutating func parts(plural: String?) throws(MessagePattern.Problem) -> [MessagePattern.Part] {
    var parts: [MessagePattern.Part] = []
    var start = place
    func words(_ end: Int) {
      if end > start { parts.append(.words(String(decoding: bytes[start..<end], as: UTF8.self))) }
    }
    while place < bytes.count, bytes[place] != UInt8(ascii: "}") {
      if bytes[place] == UInt8(ascii: "{") {
        words(place)
        parts.append(try argument())
        start = place
      } else if bytes[place] == UInt8(ascii: "#"), let plural {
        words(place)
        parts.append(.argument(plural))
        place += 1
        start = place
      } else {
        place += 1
      }
    }
    words(place)
    return parts
  }

  /// Reads what stands in braces.
  private mutating func argument() throws(MessagePattern.Problem) -> MessagePattern.Part {
    place += 1
    let name = word()
    guard !name.isEmpty else { throw Self.problem("a name is missing after “{”") }
    if skip("}") { return .argument(name) }
    guard skip(",") else { throw Self.problem("“{\(name)” is not closed; add “}”") }
    switch word() {
    case let style where style == "spellout" || style == "Spellout":
      guard skip("}") else { throw Self.problem("“{\(name), \(style)” is not closed; add “}”") }
      return .spelled(name, isCapital: style == "Spellout")
    case "plural":
      guard skip(",") else { throw Self.problem("“{\(name), plural” has no forms; add “, other {…}}”") }
      return .plural(name, try forms(of: name))
    case let style:
      throw Self.problem("“\(style)” is no way to show “\(name)”; write plural, spellout or Spellout")
    }
  }

  private mutating func forms(of name: String) throws(MessagePattern.Problem) -> [MessagePattern.Form] {
    var forms: [MessagePattern.Form] = []
    while !skip("}") {
      let category = word()
      guard let known = PluralCategory(rawValue: category) else {
        let all = PluralCategory.allCases.map(\.rawValue).joined(separator: ", ")
        throw Self.problem("“\(category)” is no form of “\(name)”; forms are \(all)")
      }
      guard skip("{") else { throw Self.problem("the form “\(category)” of “\(name)” needs “{…}”") }
      guard !forms.contains(where: { $0.category == known }) else {
        throw Self.problem("the form “\(category)” of “\(name)” stands twice")
      }
      forms.append(MessagePattern.Form(category: known, parts: try parts(plural: name)))
      guard skip("}") else { throw Self.problem("the form “\(category)” of “\(name)” is not closed; add “}”") }
    }
    guard forms.contains(where: { $0.category == .other }) else {
      throw Self.problem("“\(name)” has no form “other”; add it")
    }
    return forms
  }

  private static func problem(_ message: String) -> MessagePattern.Problem {
    MessagePattern.Problem(message: message)
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\n") { place += 1 }
  }

  /// Skips a character, with spaces in front of it, if it is there.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  /// Letters, digits and hyphens, with spaces in front of them.
  private mutating func word() -> String {
    skipSpaces()
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        place += 1
      default: return String(decoding: bytes[start..<place], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }
}
