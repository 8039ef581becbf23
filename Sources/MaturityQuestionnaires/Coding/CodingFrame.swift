public import DigitalMaturity

/// A coding frame: reasons that open comments are sorted into, each with the words that hint at it.
///
/// Words only suggest. A person reads each comment and has the last word; see ``CodedComments``.
public struct CodingFrame: Sendable, Hashable {
  /// A reason that a comment may give.
  public struct Reason: Sendable, Hashable {
    /// The code: small letters, digits and hyphens.
    public var code: String
    /// What people read.
    public var label: String
    /// Words and runs of words that hint at it; `*` at the end of a word stands for any ending. May be empty.
    public var words: [String]

    /// Makes a reason.
    public init(code: String, label: String, words: [String]) {
      self.code = code
      self.label = label
      self.words = words
    }
  }

  /// What the words of a comment suggest.
  public struct Suggestion: Sendable, Hashable {
    /// Positions in ``CodingFrame/reasons``, the one with the most hints first; of equals the earlier in the frame.
    public var reasons: [Int] = []
    /// The hints found, those of the first reason first.
    public var hints: [String] = []
  }

  /// The code of a comment whose reason is none of the frame's.
  public static let other = "other"
  /// The code of a comment that gives no reason at all.
  public static let none = "none"

  /// The reasons in the frame's order; `other` is the last, and is added where the frame does not have it.
  public let reasons: [Reason]
  /// The hints of each reason, as words.
  private let hints: [[Hint]]

  /// Makes a frame.
  /// - Throws: `DocumentError` where codes are none, stand twice or are reserved, and where a hint is empty or stands
  ///   under two reasons. The problems' paths begin with the reason's position.
  public init(_ reasons: [Reason]) throws(DocumentError) {
    let all = reasons.contains { $0.code == Self.other } ? reasons : reasons + [Self.otherReason]
    self.reasons = all
    hints = all.map { $0.words.map(Hint.init) }
    let problems = Self.problems(all, hints)
    if !problems.isEmpty { throw DocumentError(problems) }
  }

  private static let otherReason = Reason(code: other, label: "Another reason", words: [])

  /// The position of the reason with a code or a label; nil for none.
  public func position(of text: String) -> Int? {
    let folded = Spelling.folded(text)
    return reasons.firstIndex { $0.code == folded } ?? reasons.firstIndex { Spelling.folded($0.label) == folded }
  }

  /// The reasons whose hints stand in a comment. O(words of the comment × hints).
  public func suggestion(for comment: String) -> Suggestion {
    let words = Hint.words(of: comment)
    var found: [(reason: Int, hints: [String])] = []
    for (index, list) in hints.enumerated() {
      let hits = list.filter { $0.stands(in: words) }
      if !hits.isEmpty { found.append((index, hits.map(\.text))) }
    }
    // A stable order: more hints first, and of equals the frame's own order.
    found.sort { ($1.hints.count, $0.reason) < ($0.hints.count, $1.reason) }
    return Suggestion(reasons: found.map(\.reason), hints: found.flatMap(\.hints))
  }

  private static func problems(_ reasons: [Reason], _ hints: [[Hint]]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func add(_ code: Diagnostic.Code, _ message: String, _ reason: Int) {
      problems.append(Diagnostic(code, message, path: ModelPath.root[reason]))
    }
    var codes: Set<String> = []
    var owners: [[String]: String] = [:]
    for (index, reason) in reasons.enumerated() {
      let code = reason.code
      if !Identifier<Reason>(code).isValid {
        add(.invalidValue, "“\(code)” is no code; use small letters, digits and hyphens", index)
      } else if code == none {
        add(.invalidValue, "the code “none” is kept for comments that give no reason; choose another", index)
      } else if !codes.insert(code).inserted {
        add(.duplicateID, "the code “\(code)” stands twice; put its words in one row", index)
      }
      if Spelling.folded(reason.label).isEmpty {
        add(.missingKey, "the code “\(code)” has no label; write what people are to read", index)
      }
      for hint in hints[index] {
        if hint.words.isEmpty {
          add(.invalidValue, "“\(hint.text)” has no letter and no digit; take it out", index)
        } else if let owner = owners[hint.words] {
          add(
            .invalidValue,
            owner == code
              ? "“\(hint.text)” stands twice here; take one out"
              : "“\(hint.text)” stands under “\(owner)” too, so it hints at neither; take it out of one", index)
        } else {
          owners[hint.words] = code
        }
      }
    }
    return problems
  }
}

/// A run of words to look for.
private struct Hint: Sendable, Hashable {
  let text: String
  /// The words, folded; a `*` at the end of one is kept.
  let words: [String]

  init(_ text: String) {
    self.text = text
    words = Hint.words(of: text, keepingStars: true)
  }

  func stands(in comment: [String]) -> Bool {
    guard !words.isEmpty, comment.count >= words.count else { return false }
    return (0...comment.count - words.count).contains { start in
      words.indices.allSatisfy { Self.matches(words[$0], comment[start + $0]) }
    }
  }

  private static func matches(_ hint: String, _ word: String) -> Bool {
    hint.utf8.last == UInt8(ascii: "*") ? word.hasPrefix(hint.dropLast()) : hint == word
  }

  /// The words of a text: runs of letters, digits and apostrophes, in lower case.
  static func words(of text: String, keepingStars: Bool = false) -> [String] {
    let words = Spelling.folded(text).lowercased().unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "'"
        || keepingStars && scalar == "*")
    }
    return words.compactMap { scalars -> String? in
      // Apostrophes belong inside a word; around it they quote.
      let inner = scalars.drop { $0 == "'" }
      guard let end = inner.lastIndex(where: { $0 != "'" }), inner.contains(where: { $0 != "*" && $0 != "'" }) else {
        return nil
      }
      return String(inner[...end])
    }
  }
}
