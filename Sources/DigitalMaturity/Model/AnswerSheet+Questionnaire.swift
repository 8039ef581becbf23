/// One answer given in Swift.
public enum Answer: Sendable, Hashable {
  /// An option of a closed question.
  case option(Identifier<AnswerOption>)
  /// Several options; of a ranking, the first place first.
  case options([Identifier<AnswerOption>])
  /// A number.
  case number(Double)
  /// Text.
  case text(String)
  /// No answer, and why.
  case status(AnswerStatus)
}

extension AnswerSheet {
  /// An empty sheet with a questionnaire's columns.
  public init(for questionnaire: Questionnaire) {
    self.init(questions: questionnaire.questions.count, attributes: questionnaire.attributes.count)
  }

  /// Adds a respondent. Questions that are not named are unanswered, attributes not stated. O(answers × questions).
  /// - Parameters:
  ///   - answers: The answers by question.
  ///   - attributes: The values of attributes.
  ///   - questionnaire: The questionnaire that the sheet belongs to.
  /// - Throws: ``DocumentError`` for questions, options, attributes and values that do not exist, and answers of the
  ///   wrong type; then nobody is added.
  public mutating func add(
    _ answers: [Identifier<Question>: Answer], attributes: [Identifier<Attribute>: Identifier<Attribute.Value>] = [:],
    to questionnaire: Questionnaire
  ) throws(DocumentError) {
    let log = DiagnosticLog()
    let questions = questionnaire.questions
    var closed: [(question: Int, code: AnswerCode)] = []
    var open: [(question: Int, answer: OpenAnswer)] = []
    for (id, answer) in answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let index = questions.firstIndex(where: { $0.id == id }) else {
        let known = questions.map(\.id.rawValue)
        log.error(.unknownReference, "there is no question “\(id)”\(NearestName.hint(id.rawValue, in: known))")
        continue
      }
      switch (answer, questions[index].answers) {
      case (.status(let status), _): closed.append((index, status == .answered ? .unanswered : AnswerCode(status)))
      case (.option(let option), .closed(let options)):
        if let code = options.firstIndex(where: { $0.id == option }).flatMap(AnswerCode.option) {
          closed.append((index, code))
        } else {
          let known = options.map(\.id.rawValue)
          log.error(
            .unknownReference, "“\(id)” has no option “\(option)”\(NearestName.hint(option.rawValue, in: known))")
        }
      case (.options(let named), .open(let kind as any OptionAnswerKind)):
        let known = kind.options.map(\.id)
        let positions = named.compactMap { known.firstIndex(of: $0) }
        if let unknown = named.first(where: { !known.contains($0) }) {
          let hint = NearestName.hint(unknown.rawValue, in: known.map(\.rawValue))
          log.error(.unknownReference, "“\(id)” has no option “\(unknown)”\(hint)")
        } else if let answer = kind.encode(positions) {
          open.append((index, answer))
        } else {
          log.error(.invalidValue, "these options together are no answer to “\(id)”, which is \(kind.expectation)")
        }
      case (.number(let number), .open(let kind)) where Self.accepts(.number(number), "\(number)", kind):
        open.append((index, .number(number)))
      case (.text(let text), .open(let kind)) where Self.accepts(.text(text), text, kind):
        open.append((index, .text(text)))
      case (_, .open(let kind)): log.error(.wrongType, "an answer to “\(id)” is \(kind.expectation)")
      case (_, .closed): log.error(.wrongType, "an answer to “\(id)” is one of its options")
      }
    }
    var values: [(attribute: Int, value: UInt16)] = []
    for (id, value) in attributes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let attribute = questionnaire.attributes.firstIndex(where: { $0.id == id }) else {
        let known = questionnaire.attributes.map(\.id.rawValue)
        log.error(.unknownReference, "there is no attribute “\(id)”\(NearestName.hint(id.rawValue, in: known))")
        continue
      }
      let known = questionnaire.attributes[attribute].values.map(\.id.rawValue)
      if let position = known.firstIndex(of: value.rawValue) {
        values.append((attribute, UInt16(clamping: position)))
      } else {
        log.error(
          .unknownReference,
          "the attribute “\(id)” has no value “\(value)”\(NearestName.hint(value.rawValue, in: known))")
      }
    }
    try log.throwIfErrors()
    addRespondent(notStated: questionnaire.attributes.map(\.notStated))
    for (question, code) in closed { set(code, question: question) }
    for (question, answer) in open { set(answer, question: question) }
    for (attribute, value) in values { set(attribute: attribute, value: value) }
  }

  /// Whether a kind reads the answer's text as that answer: it is of the right type and within the bounds.
  private static func accepts(_ answer: OpenAnswer, _ text: String, _ kind: any OpenAnswerKind) -> Bool {
    let bytes = Array(text.utf8)
    return kind.encode(bytes.span) == answer
  }
}
