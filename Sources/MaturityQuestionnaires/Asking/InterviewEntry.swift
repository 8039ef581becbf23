public import DigitalMaturity

/// One thing that an interview has learnt: a line of its journal.
public struct InterviewEntry: Sendable, Hashable {
  /// What was learnt.
  public enum Content: Sendable, Hashable {
    /// An answer, as the cell of a response file says it.
    case answer(String)
    /// No answer, and why: `unanswered` for a question that was passed over.
    case status(AnswerStatus)
    /// A note to the answer.
    case note(String)
    /// The answers were handed in.
    case handedIn
  }

  /// The id of the question or attribute; empty for handing in.
  public let item: String
  /// What was learnt.
  public let content: Content

  /// Makes an entry.
  public init(_ item: String, _ content: Content) {
    self.item = item
    self.content = content
  }

  /// The entry as a line of JSON, which ends in a newline.
  public var line: [UInt8] {
    JSONLine.bytes { json in
      if !item.isEmpty { json.member("item", item) }
      switch content {
      case .answer(let cell): json.member("answer", cell)
      case .status(let status): json.member("status", status.rawValue)
      case .note(let text): json.member("note", text)
      case .handedIn:
        json.key("handed-in")
        json.value(true)
      }
    }
  }

  /// Reads a line; nil where it is none of an entry.
  init?(_ node: DocumentNode) {
    if node.member("handed-in")?.boolean == true {
      self.init("", .handedIn)
      return
    }
    guard let item = node.member("item")?.text, !item.isEmpty else { return nil }
    if let cell = node.member("answer")?.text {
      self.init(item, .answer(cell))
    } else if let status = node.member("status")?.text.flatMap({ AnswerStatus(rawValue: $0) }) {
      self.init(item, .status(status))
    } else if let note = node.member("note")?.text {
      self.init(item, .note(note))
    } else {
      return nil
    }
  }
}
