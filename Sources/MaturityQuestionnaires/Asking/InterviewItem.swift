import DigitalMaturity

/// One thing that an interview asks: an attribute of the person, or a question.
enum InterviewItem: Sendable {
  case attribute(Int, Attribute)
  case question(Int, Question, section: Int)

  /// Everything that a questionnaire asks, in the order of a form.
  static func all(of questionnaire: Questionnaire) -> [InterviewItem] {
    var items = questionnaire.attributes.enumerated().map { InterviewItem.attribute($0.offset, $0.element) }
    var number = 0
    for (section, content) in questionnaire.sections.enumerated() {
      for question in content.questions {
        items.append(.question(number, question, section: section))
        number += 1
      }
    }
    return items
  }

  /// The id: the name of its column in a response file.
  var id: String {
    switch self {
    case .attribute(_, let attribute): attribute.id.rawValue
    case .question(_, let question, _): question.id.rawValue
    }
  }

  var text: LocalizedText {
    switch self {
    case .attribute(_, let attribute): attribute.text
    case .question(_, let question, _): question.text
    }
  }

  var help: LocalizedText? {
    if case .question(_, let question, _) = self { question.help } else { nil }
  }

  /// What is numbered, each with the id that stands for it.
  var options: [(id: String, label: LocalizedText)] {
    switch self {
    case .attribute(_, let attribute): attribute.values.map { ($0.id.rawValue, $0.label) }
    case .question(_, let question, _): question.answers.options.map { ($0.id.rawValue, $0.label) }
    }
  }

  /// The statuses that may be chosen instead of an answer.
  var allowed: AnswerStatusSet {
    if case .question(_, let question, _) = self { question.allowed } else { [] }
  }

  var isRequired: Bool {
    if case .question(_, let question, _) = self { question.isRequired } else { false }
  }

  /// How an answer is given.
  enum Manner {
    /// The number of one option.
    case one
    /// The numbers of several.
    case several(any OptionAnswerKind)
    /// A number.
    case number(any NumberAnswerKind)
    /// Words.
    case words(any OpenAnswerKind)
  }

  var manner: Manner {
    guard case .question(_, let question, _) = self, case .open(let kind) = question.answers else { return .one }
    switch kind {
    case let kind as any OptionAnswerKind: return .several(kind)
    case let kind as any NumberAnswerKind: return .number(kind)
    default: return .words(kind)
    }
  }

  /// Whether “n” would be taken for a no.
  var isYesNo: Bool {
    if case .question(_, let question, _) = self { question.kind == YesNoKind.name } else { false }
  }
}
