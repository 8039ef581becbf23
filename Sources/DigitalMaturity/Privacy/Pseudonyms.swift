/// Random codes in place of names, and the key that leads back from one to the other.
///
/// Codes say nothing about a name or about when it was met. Kept, the key gives the same person the same code in the next
/// assessment; destroyed, it leaves data that nobody can lead back to a name by their codes. Keep it apart from the data.
///
/// ```swift
/// var pseudonyms = Pseudonyms()
/// let code = pseudonyms.code(for: "Ann Example")  // such as “kd4t9wxn”
/// ```
public struct Pseudonyms: Sendable {
  /// A name and its code.
  public struct Pair: Sendable, Hashable {
    /// The name, as it was first written.
    public let name: String
    /// The code that stands for it.
    public let code: String

    /// Makes a pair.
    public init(name: String, code: String) {
      self.name = name
      self.code = code
    }
  }

  /// How many letters and digits a code has. With 20 letters first and 28 after that there are over 2.6e11.
  public static let length = 8

  /// Consonants and digits that are hard to confuse, so that a code is no word. It begins with a letter and has no e, so
  /// that no spreadsheet takes it for a number.
  private static let letters = Array("bcdfghjkmnpqrstvwxyz")
  private static let characters = letters + Array("23456789")

  private var codes: [String: Pair] = [:]
  private var taken: Set<String> = []

  /// Makes pseudonyms of nobody yet.
  public init() {}

  /// Takes up a key that was kept.
  /// - Parameter key: Names and codes; each once, however capitalised.
  /// - Throws: ``DocumentError`` with all problems; the path of each is the position of its pair, `[3]`.
  public init(key: [Pair]) throws(DocumentError) {
    var problems: [Diagnostic] = []
    func add(_ code: Diagnostic.Code, _ message: String, _ index: Int) {
      problems.append(Diagnostic(code, message, path: ModelPath.root[index]))
    }
    for (index, pair) in key.enumerated() {
      let (name, code) = (Spelling.folded(pair.name), Spelling.folded(pair.code))
      if name.isEmpty || code.isEmpty {
        add(.missingKey, "a line of the key has a name and a code; write both, or take the line out", index)
      } else if codes[name] != nil {
        add(.duplicateID, "“\(DocumentNode.short(pair.name))” stands twice in the key; take one line out", index)
      } else if taken.contains(code) {
        add(.duplicateID, "the code “\(DocumentNode.short(pair.code))” stands for two names; give one another", index)
      } else {
        codes[name] = pair
        taken.insert(code)
      }
    }
    if !problems.isEmpty { throw DocumentError(problems) }
  }

  /// How many names have a code.
  public var count: Int { codes.count }

  /// All names with their codes, in the order of the codes, which tells nothing. O(n log n).
  public var key: [Pair] { codes.values.sorted { ($0.code, $0.name) < ($1.code, $1.name) } }

  /// The code of a name that has one; names are the same however they are capitalised and spaced.
  public func code(of name: String) -> String? { codes[Spelling.folded(name)]?.code }

  /// The code of a name; a new one where it has none. What is a code already stays. By the system's random numbers.
  public mutating func code(for name: String) -> String {
    var generator = SystemRandomNumberGenerator()
    return code(for: name, using: &generator)
  }

  /// The code of a name; a new one where it has none. What is a code already stays.
  /// - Parameters:
  ///   - name: The name.
  ///   - generator: Where random numbers come from: one whose numbers cannot be guessed, but in a test.
  public mutating func code(for name: String, using generator: inout some RandomNumberGenerator) -> String {
    let folded = Spelling.folded(name)
    if taken.contains(folded) { return name }
    if let pair = codes[folded] { return pair.code }
    var code = Self.randomCode(using: &generator)
    while taken.contains(code) || codes[code] != nil { code = Self.randomCode(using: &generator) }
    codes[folded] = Pair(name: name, code: code)
    taken.insert(code)
    return code
  }

  /// A code that stands for nobody yet.
  public static func randomCode(using generator: inout some RandomNumberGenerator) -> String {
    var code = ""
    for place in 0..<length {
      let choice = place == 0 ? letters : characters
      code.append(choice[Int.random(in: choice.indices, using: &generator)])
    }
    return code
  }
}
