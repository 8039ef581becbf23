/// Reads the keys of one mapping, and knows which keys were never asked for.
///
/// Tables are read in a closure, ``DocumentNode/readTable(into:_:)``: when it returns, every key that nothing asked
/// for is reported with the nearest known name, so a misspelt key can never be silently ignored.
///
/// Every method gives nil, or an empty list, for a key that is absent or null. A value of another type is reported with its
/// place, and gives the same. A look-up is O(members).
public struct TableReader {
  /// The mapping being read.
  public let node: DocumentNode
  /// Where problems go.
  public let log: DiagnosticLog
  /// A bit for each of the first 64 members that has been asked for.
  private var met: UInt64 = 0
  /// The other keys that have been asked for: nearly all of them absent.
  private var others: [DocumentKey] = []
  /// What `met` is when every member has been asked for; nil where members are too many to say.
  private let all: UInt64?
  /// Where the next key is looked for first: most are asked for in the order they are written.
  private var place: DocumentNode.MemberPlace
  private var acceptsAllKeys = false

  init(node: DocumentNode, log: DiagnosticLog) {
    self.node = node
    self.log = log
    place = node.firstMember
    all = node.count < 64 ? (1 << UInt64(node.count)) - 1 : nil
  }

  /// The value of a key, null included, or nil when the key is absent. Marks the key as known.
  public mutating func node(_ key: DocumentKey) -> DocumentNode? {
    guard let found = node.find(key, from: place) else {
      noteOther(key)
      return nil
    }
    if found.position < 64 { met |= 1 << UInt64(truncatingIfNeeded: found.position) } else { noteOther(key) }
    place = node.place(after: found)
    return node.value(at: found)
  }

  private mutating func noteOther(_ key: DocumentKey) {
    if others.isEmpty { others.reserveCapacity(8) }
    others.append(key)
  }

  /// The value of a key, or nil when it is absent or null. Marks the key as known.
  public mutating func value(_ key: DocumentKey) -> DocumentNode? {
    guard let value = node(key), !value.isNull else { return nil }
    return value
  }

  /// The value of a key that must be there; reports it where it is not.
  public mutating func required(_ key: DocumentKey) -> DocumentNode? {
    if let value = value(key) { return value }
    log.error(.missingKey, "“\(key)” is missing here; add it", at: node.location)
    return nil
  }

  /// Text; numbers and booleans count as the text they were written as.
  public mutating func text(_ key: DocumentKey) -> String? { value(key).flatMap { $0.readText(into: log) } }

  /// Text that must be there.
  public mutating func requiredText(_ key: DocumentKey) -> String? { required(key).flatMap { $0.readText(into: log) } }

  /// A finite number.
  public mutating func number(_ key: DocumentKey) -> Double? { value(key).flatMap { $0.readNumber(into: log) } }

  /// A whole number.
  public mutating func integer(_ key: DocumentKey) -> Int? { value(key).flatMap { $0.readInteger(into: log) } }

  /// `true` or `false`.
  public mutating func boolean(_ key: DocumentKey) -> Bool? { value(key).flatMap { $0.readBoolean(into: log) } }

  /// The elements of a list; empty when the key is absent.
  public mutating func list(_ key: DocumentKey) -> DocumentNode.Elements {
    value(key).map { $0.readList(into: log) } ?? .none
  }

  /// The elements of a list that must be there.
  public mutating func requiredList(_ key: DocumentKey) -> DocumentNode.Elements {
    required(key).map { $0.readList(into: log) } ?? .none
  }

  /// One of a set of words; reports any other with the nearest.
  @inlinable
  public mutating func word<Word: RawRepresentable<String> & CaseIterable>(_ key: DocumentKey, _: Word.Type) -> Word? {
    value(key).flatMap { $0.readWord(Word.self, into: log) }
  }

  /// Marks all keys as known: for a table whose keys are data.
  public mutating func acceptAllKeys() { acceptsAllKeys = true }

  /// Reports the keys that nothing asked for.
  @usableFromInline
  func reportUnknownKeys() {
    guard !acceptsAllKeys, met != all else { return }
    // Absent keys first: what is misspelt is probably one of them.
    var known: [String] = []
    for key in others.map(\.description) where !known.contains(key) { known.append(key) }
    for (position, (key, _)) in node.members.enumerated().prefix(64) where met & 1 << UInt64(position) != 0 {
      known.append(String(decoding: key.bytes, as: UTF8.self))
    }
    for (key, _) in node.members where !known.contains(where: { key.textEquals($0) }) {
      let name = String(decoding: key.bytes, as: UTF8.self)
      log.error(
        .unknownKey, "unknown key “\(DocumentNode.short(name))”\(NearestName.hint(name, in: known))", at: key.location)
    }
  }
}

extension DocumentNode {
  /// Reads a mapping: `body` asks for its keys; keys it did not ask for are reported when it returns.
  /// - Returns: What `body` returns, or nil, with a report, when the node is not a mapping.
  @inlinable
  public func readTable<Result>(into log: DiagnosticLog, _ body: (inout TableReader) -> Result) -> Result? {
    guard var table = table(into: log) else { return nil }
    let result = body(&table)
    table.reportUnknownKeys()
    return result
  }

  /// A reader of a mapping; nil, with a report, for anything else.
  @usableFromInline
  func table(into log: DiagnosticLog) -> TableReader? {
    if isMapping { return TableReader(node: self, log: log) }
    log.error(.wrongType, "a mapping of keys and values belongs here, not \(noun)", at: location)
    return nil
  }

  /// The text of a scalar; reports anything else.
  public func readText(into log: DiagnosticLog) -> String? {
    if let text { return text }
    log.error(.wrongType, "text belongs here, not \(noun)", at: location)
    return nil
  }

  /// A finite number; reports anything else.
  public func readNumber(into log: DiagnosticLog) -> Double? {
    if let number, number.isFinite { return number }
    log.error(.wrongType, "a number belongs here, not \(noun)", at: location)
    return nil
  }

  /// A whole number; reports anything else.
  public func readInteger(into log: DiagnosticLog) -> Int? {
    if let integer { return integer }
    log.error(.wrongType, "a whole number belongs here, not \(noun)", at: location)
    return nil
  }

  /// `true` or `false`; reports anything else.
  public func readBoolean(into log: DiagnosticLog) -> Bool? {
    if let boolean { return boolean }
    log.error(.wrongType, "true or false belongs here, not \(noun)", at: location)
    return nil
  }

  /// The elements of a list; reports anything else.
  public func readList(into log: DiagnosticLog) -> Elements {
    if !isSequence { log.error(.wrongType, "a list belongs here, not \(noun)", at: location) }
    return elements
  }

  /// One of a set of words; reports any other with the nearest.
  @inlinable
  public func readWord<Word: RawRepresentable<String> & CaseIterable>(
    _: Word.Type, into log: DiagnosticLog
  ) -> Word? {
    guard let text = readText(into: log) else { return nil }
    if let word = Word(rawValue: text) { return word }
    reportUnknownWord(text, known: Word.allCases.map(\.rawValue), into: log)
    return nil
  }

  @usableFromInline
  func reportUnknownWord(_ text: String, known: [String], into log: DiagnosticLog) {
    log.error(
      .invalidValue, "“\(Self.short(text))” is not one of the words for this key\(NearestName.hint(text, in: known))",
      at: location)
  }
}
