/// A condition on answers or scores: what shows a question, triggers an action or sets a ceiling.
///
/// A test of something without an answer or score is false, so `not` of it is true.
public indirect enum Condition: Sendable, Hashable {
  /// All hold; true when there are none.
  case all([Condition])
  /// At least one holds; false when there are none.
  case any([Condition])
  /// Does not hold.
  case not(Condition)
  /// A test of one subject.
  case test(Subject, Test)

  /// What is tested.
  public enum Subject: Sendable, Hashable {
    /// A question's answer. Comparisons look at the number of an answer that is one, else at its score.
    case question(Identifier<Question>)
    /// An area's score.
    case area(Identifier<Area>)
    /// A principle's score.
    case principle(Identifier<Principle>)
    /// A literacy's score.
    case literacy(Identifier<Literacy>)
  }

  /// What is asked of it.
  public enum Test: Sendable, Hashable {
    /// The answer is one of these options, has one of them among several, or puts one of them first. Of a score: false.
    case isOption([Identifier<AnswerOption>])
    /// Score ≥ the number.
    case atLeast(Double)
    /// Score ≤ the number.
    case atMost(Double)
    /// Score > the number.
    case above(Double)
    /// Score < the number.
    case below(Double)
    /// There is an answer or a score, or with false there is none.
    case answered(Bool)
  }

  /// What is known of a subject when a condition is evaluated.
  public struct Known: Sendable, Hashable {
    /// The options chosen; of a ranking, the one put first.
    public var options: [Identifier<AnswerOption>]
    /// What comparisons look at: the number of an answer that is one, else the score.
    public var score: Double?
    /// Whether there is an answer or a score.
    public var isAnswered: Bool

    /// Makes what is known.
    public init(options: [Identifier<AnswerOption>] = [], score: Double? = nil, isAnswered: Bool) {
      self.options = options
      self.score = score
      self.isAnswered = isAnswered
    }

    /// Nothing is known.
    public static let nothing = Known(isAnswered: false)
  }

  /// Whether the condition holds. Scores are compared unrounded, within 1e-9.
  public func holds(_ known: (Subject) -> Known) -> Bool {
    switch self {
    case .all(let conditions): conditions.allSatisfy { $0.holds(known) }
    case .any(let conditions): conditions.contains { $0.holds(known) }
    case .not(let condition): !condition.holds(known)
    case .test(let subject, let test): test.holds(known(subject))
    }
  }

  /// Everything the condition tests, in order, repeats included.
  public var subjects: [Subject] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.subjects)
    case .not(let condition): condition.subjects
    case .test(let subject, _): [subject]
    }
  }

  /// The questions the condition tests.
  public var questions: [Identifier<Question>] {
    subjects.compactMap { subject in
      if case .question(let id) = subject { id } else { nil }
    }
  }
}

extension Condition.Test {
  func holds(_ known: Condition.Known) -> Bool {
    let tolerance = 1e-9
    switch self {
    case .isOption(let options): return known.options.contains(where: options.contains)
    case .atLeast(let bound): return known.score.map { $0 >= bound - tolerance } ?? false
    case .atMost(let bound): return known.score.map { $0 <= bound + tolerance } ?? false
    case .above(let bound): return known.score.map { $0 > bound + tolerance } ?? false
    case .below(let bound): return known.score.map { $0 < bound - tolerance } ?? false
    case .answered(let expected): return known.isAnswered == expected
    }
  }
}

extension Condition.Subject {
  /// The key that names the kind of subject in a document.
  public var kind: String {
    switch self {
    case .question: "question"
    case .area: "area"
    case .principle: "principle"
    case .literacy: "literacy"
    }
  }

  /// The subject's id as text.
  public var id: String {
    switch self {
    case .question(let id): id.rawValue
    case .area(let id): id.rawValue
    case .principle(let id): id.rawValue
    case .literacy(let id): id.rawValue
    }
  }
}
