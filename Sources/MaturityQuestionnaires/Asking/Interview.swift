public import DigitalMaturity

/// An interview: a questionnaire asked one question at a time, by lines of text.
///
/// It takes what a person types and gives what is to be shown, and never reads or writes anything itself, so it works over
/// a pipe as over a terminal, and is tested without either.
///
/// ```swift
/// var interview = Interview(questionnaire, respondent: "k7m3")
/// show(interview.opening)
/// while interview.isOpen, let line = readLine() {
///   let turn = interview.take(line)
///   if let entry = turn.entry { append(entry.line) }  // on disk before anything is shown
///   show(turn.text)
/// }
/// ```
///
/// Attributes are asked first. Questions that branching hides are not asked. What a person types is never lost in silence:
/// a line that is not understood is answered with what would be right.
public struct Interview: Sendable {
  /// What came of a line.
  public struct Turn: Sendable, Hashable {
    /// What is to be kept before anything is shown; nil where nothing was learnt.
    public let entry: InterviewEntry?
    /// What is shown: what came of the line, and what is asked next. Lines end in a newline.
    public let text: String
  }

  private enum Stage {
    case asking(Int)
    /// Everything was asked; answers can still be changed.
    case closing
    case handedIn
    case stopped
  }

  /// The questionnaire.
  public let questionnaire: Questionnaire
  /// Who is interviewed, as response files call them.
  public let respondent: String
  /// The language tag of texts; the document's own when nil.
  public let language: String?
  /// What is said before the first question, a sentence or two each, such as who sees the answers.
  public let notice: [String]
  let words: InterviewWords

  private(set) var answers: InterviewAnswers
  private var stage: Stage

  /// Begins an interview.
  /// - Parameters:
  ///   - questionnaire: The questionnaire.
  ///   - respondent: Who is interviewed.
  ///   - language: The language tag of texts; the document's own when not set.
  ///   - notice: What is said before the first question, a sentence or two each.
  ///   - words: The words of the interview itself.
  public init(
    _ questionnaire: Questionnaire, respondent: String, language: String? = nil, notice: [String] = [],
    words: MessageCatalogue = .english
  ) {
    self.questionnaire = questionnaire
    self.respondent = respondent
    self.language = language
    self.notice = notice
    self.words = InterviewWords(catalogue: words, isOfRatings: questionnaire.isNamed)
    answers = InterviewAnswers(questionnaire, respondent: respondent)
    stage = .closing
    goOn()
  }

  // MARK: What it has come to

  /// Whether there is something to type.
  public var isOpen: Bool {
    switch stage {
    case .asking, .closing: true
    case .handedIn, .stopped: false
    }
  }

  /// Whether the answers were handed in.
  public var isHandedIn: Bool { if case .handedIn = stage { true } else { false } }

  /// The answers so far, a sheet of one respondent; what branching hides is marked as not shown.
  public var sheet: AnswerSheet { answers.marked }

  /// The notes to answers, by the ids of questions and attributes.
  public var notes: [String: String] { answers.notes }

  /// How many of the questions that are asked have been answered or passed over.
  public var progress: (done: Int, of: Int) {
    let questions = answers.shownQuestions
    return (questions.count(where: answers.taken.contains), questions.count)
  }

  // MARK: Going on after a stop

  /// Takes in what an earlier run learnt, then goes on at the first question that it did not come to.
  /// - Returns: The entries that do not fit the questionnaire, such as one that was changed meanwhile; those are asked anew.
  public mutating func restore(_ entries: [InterviewEntry]) -> [InterviewEntry] {
    let left = entries.filter { !apply($0) }
    if !isHandedIn { goOn() }
    return left
  }

  // MARK: Lines

  /// Takes a line that a person typed, without its line end. O(questions).
  public mutating func take(_ line: String) -> Turn {
    let line = Self.clean(line)
    switch stage {
    case .asking(let index): return take(line, index)
    case .closing: return close(line)
    case .handedIn, .stopped: return Turn(entry: nil, text: "")
    }
  }

  /// The input has ended: nothing more can be typed, and what was answered is kept.
  /// - Returns: What is shown.
  public mutating func end() -> String {
    guard isOpen else { return "" }
    stage = .stopped
    return Self.wrapped(words(.stopped))
  }

  private mutating func take(_ line: String, _ index: Int) -> Turn {
    let item = items[index]
    switch InterviewLine(line, for: item, words) {
    case .help: return Turn(entry: nil, text: help(item) + prompt)
    case .back:
      guard let before = shown(before: index) else {
        return Turn(entry: nil, text: Self.wrapped(words(.first)))
      }
      stage = .asking(before)
      return Turn(entry: nil, text: prompt)
    case .stop:
      stage = .stopped
      return Turn(entry: nil, text: Self.wrapped(words(.stopped)))
    case .wrong(let message): return Turn(entry: nil, text: Self.wrapped(message))
    case .note(let text):
      return learn(
        InterviewEntry(item.id, .note(text)), Self.wrapped("\(words(.noteKept)) \(item.instruction(words))"),
        asksOn: nil)
    case .blank:
      if answers.answer(of: index, words) != nil {
        moveOn(from: index)
        return Turn(entry: nil, text: prompt)
      }
      return pass(item, index)
    case .clear: return pass(item, index)
    case .status(let status):
      return learn(
        InterviewEntry(item.id, .status(status)), Self.wrapped(words(.kept, ["answer": words(status)])), asksOn: index)
    case .answer(let cell, let shown):
      return learn(InterviewEntry(item.id, .answer(cell)), Self.wrapped(words(.kept, ["answer": shown])), asksOn: index)
    }
  }

  /// Leaves an item blank.
  private mutating func pass(_ item: InterviewItem, _ index: Int) -> Turn {
    guard !item.isRequired else {
      let others = item.allowed.isEmpty ? "" : " " + words(.orOtherKeys)
      return Turn(entry: nil, text: Self.wrapped("\(words(.needsAnswer)) \(item.instruction(words))\(others)"))
    }
    return learn(InterviewEntry(item.id, .status(.unanswered)), Self.wrapped(words(.leftBlank)), asksOn: index)
  }

  private mutating func learn(_ entry: InterviewEntry, _ reply: String, asksOn index: Int?) -> Turn {
    guard apply(entry) else {
      let instruction = items.first { $0.id == entry.item }?.instruction(words) ?? ""
      return Turn(entry: nil, text: Self.wrapped("\(words(.cannotBeKept)) \(instruction)"))
    }
    guard let index else { return Turn(entry: entry, text: reply) }
    moveOn(from: index)
    return Turn(entry: entry, text: reply + prompt)
  }

  /// Takes an entry in; false where it does not fit.
  private mutating func apply(_ entry: InterviewEntry) -> Bool {
    if entry.content == .handedIn {
      stage = .handedIn
      return true
    }
    return answers.apply(entry)
  }

  private mutating func close(_ line: String) -> Turn {
    switch line.lowercased() {
    case "":
      stage = .handedIn
      return Turn(entry: InterviewEntry("", .handedIn), text: Self.wrapped(words(.thankYou)))
    case "b":
      if let last = shown(before: items.count) { stage = .asking(last) }
      return Turn(entry: nil, text: prompt)
    case "q":
      stage = .stopped
      return Turn(entry: nil, text: Self.wrapped(words(.stopped)))
    case "?": return Turn(entry: nil, text: prompt)
    default: return Turn(entry: nil, text: Self.wrapped(words(.allAsked)))
    }
  }

  /// A line as it is meant: without blanks around it and characters that steer a terminal.
  private static func clean(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let isControl = scalar.value < 32 || (127..<160).contains(scalar.value)
      text.append(isControl || scalar == "\u{A0}" ? " " : scalar)
    }
    return String(text).trimmed
  }

  // MARK: Places

  /// Everything that is asked, in order.
  var items: [InterviewItem] { answers.items }

  private func shown(before index: Int) -> Int? { items.indices.prefix(index).last(where: answers.isShown) }

  /// The next item after one; at the end the first that was not come to.
  private mutating func moveOn(from index: Int) {
    if let next = items.indices.dropFirst(index + 1).first(where: answers.isShown) {
      stage = .asking(next)
    } else {
      goOn()
    }
  }

  /// Goes to the first item that was not come to.
  private mutating func goOn() {
    let next = items.indices.first { answers.isShown($0) && !answers.taken.contains($0) }
    stage = next.map { .asking($0) } ?? .closing
  }

  /// The item that is asked; nil when all have been.
  var current: Int? { if case .asking(let index) = stage { index } else { nil } }
}
