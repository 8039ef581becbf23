/// A questionnaire for one audience: attributes of the person, then questions in sections.
public struct Questionnaire: Sendable {
  /// Whether people answer one by one, or a group records one agreed answer.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// Each person answers.
    case individual
    /// A session agrees one answer: not personal data, and not a sample.
    case consensus

    /// How an audience answers unless its questionnaire says otherwise: elected members, who are few, agree one answer a
    /// session; all others answer one by one.
    /// - Parameter audience: Who is asked: members are `members` and `elected-members`.
    public static func usual(for audience: String) -> Mode {
      audience == "members" || audience == "elected-members" ? .consensus : .individual
    }
  }

  /// Questions under one heading.
  public struct Section: Sendable {
    /// The section's id.
    public var id: Identifier<Section>
    /// Its heading.
    public var title: LocalizedText
    /// What is read before its questions.
    public var introduction: LocalizedText?
    /// Its questions, in order.
    public var questions: [Question]

    /// Makes a section.
    public init(
      id: Identifier<Section>, title: LocalizedText, introduction: LocalizedText? = nil, questions: [Question]
    ) {
      self.id = id
      self.title = title
      self.introduction = introduction
      self.questions = questions
    }
  }

  /// The questionnaire's id.
  public var id: Identifier<Questionnaire>
  /// Its title.
  public var title: LocalizedText
  /// Who is asked, such as `employees`.
  public var audience: String
  /// How it is answered.
  public var mode: Mode
  /// Whether answers are of a person whose code stands beside them, so that a form promises no anonymity: what it says
  /// before its questions is ``introduction`` alone.
  public var isNamed: Bool
  /// Whether its answers are figures that were measured, and nobody's opinion: `mode` is ``Mode/consensus`` then.
  public var isMeasured: Bool
  /// What is read before it.
  public var introduction: LocalizedText?
  /// What is asked about the person, for breakdowns.
  public var attributes: [Attribute]
  /// Its sections, in order.
  public var sections: [Section]

  /// Makes a questionnaire; without a mode it is answered as is usual for its audience.
  public init(
    id: Identifier<Questionnaire>, title: LocalizedText, audience: String = "everyone", mode: Mode? = nil,
    isNamed: Bool = false, isMeasured: Bool = false, introduction: LocalizedText? = nil, attributes: [Attribute] = [],
    sections: [Section]
  ) {
    self.id = id
    self.title = title
    self.audience = audience
    self.mode = mode ?? .usual(for: audience)
    self.isNamed = isNamed
    self.isMeasured = isMeasured
    self.introduction = introduction
    self.attributes = attributes
    self.sections = sections
  }

  /// All questions, in order. O(questions).
  public var questions: [Question] { sections.flatMap(\.questions) }

  /// Whether any question has a condition.
  var hasConditions: Bool {
    sections.contains { section in section.questions.indices.contains { section.questions[$0].showWhen != nil } }
  }
}

/// Something about a person that results can be broken down by, with all its values declared.
public struct Attribute: Sendable, Hashable {
  /// One value of an attribute.
  public struct Value: Sendable, Hashable {
    /// The value's id: what a response file holds.
    public var id: Identifier<Value>
    /// What people read.
    public var label: LocalizedText

    /// Makes a value.
    public init(id: Identifier<Value>, label: LocalizedText) {
      self.id = id
      self.label = label
    }
  }

  /// The attribute's id: the name of its column in a response file.
  public var id: Identifier<Attribute>
  /// How a form asks for it.
  public var text: LocalizedText
  /// Its values, in order: at most 65,534.
  public var values: [Value]

  /// Makes an attribute.
  public init(id: Identifier<Attribute>, text: LocalizedText, values: [Value]) {
    self.id = id
    self.text = text
    self.values = values
  }

  /// The code of an answer sheet for “not stated”.
  public var notStated: UInt16 { UInt16(clamping: values.count) }
}
