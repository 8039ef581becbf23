extension ReportContext {
  /// Who a group is: everyone, or its attributes' labels.
  func people(of group: GroupResult, in scorecard: PublishableScorecard) -> String {
    people(of: group.key, in: scorecard)
  }

  /// Who has these attributes in common.
  func people(of key: [GroupAttribute], in scorecard: PublishableScorecard) -> String {
    let attributes = assessment.questionnaire(scorecard.questionnaire)?.attributes ?? []
    if key.isEmpty { return say(.everyone) }
    return key.map { part in
      guard let value = part.value else { return say(.notStated, ["attribute": part.attribute.rawValue]) }
      let label = attributes.first { $0.id == part.attribute }?.values.first { $0.id == value }?.label
      return label?.text(in: options.language) ?? value.rawValue
    }.joined(separator: ", ")
  }
}

extension ReportContext {
  /// A phrase of explanations in the report's words.
  func say(
    _ message: ExplanationMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> String {
    options.words.text(message, arguments)
  }

  /// An explanation whose words are a draft says so at the end of its steps, in its language and in English.
  func noted(_ explanation: Explanation) -> Explanation {
    let notes = options.words.draftNote.map { Explanation.Step($0.text) }
    return Explanation(title: explanation.title, steps: explanation.steps + notes, result: explanation.result)
  }

  /// Why a figure has no value: in English where the words do not know the reason.
  func sentence(_ reason: Undefined?) -> String {
    reason.map { options.words.sentence(of: $0) ?? $0.sentence } ?? ""
  }

  /// A number with four decimals at most, as the language writes it.
  func shown(_ number: Double) -> String { options.words.decimal(DecimalText.upToFour(number)) }

  /// A number as its author wrote it, as the language writes it.
  func exact(_ number: Double) -> String { options.words.decimal(DecimalText.plain(number)) }

  /// How many answers have each status that occurs.
  func words(_ counts: StatusCounts) -> String {
    AnswerStatus.allCases.filter { counts[$0] > 0 }.map {
      say(.statusCount, ["count": counts[$0], "status": say($0.message)])
    }.joined(separator: ", ")
  }
}

extension AnswerStatus {
  fileprivate var message: ExplanationMessage {
    switch self {
    case .answered: .statusAnswered
    case .unanswered: .statusBlank
    case .dontKnow: .statusDontKnow
    case .notApplicable: .statusNotApplicable
    case .preferNotToSay: .statusPreferNot
    case .notShown: .statusNotShown
    }
  }

  /// The status in plain English, for reports.
  public var words: String { message.rawValue }
}

extension DecimalText {
  /// Four decimals at most, so that steps can be checked by hand.
  static func upToFour(_ number: Double) -> String { withoutZeros(rounded(number, decimals: 4)) }

  /// Four decimals at most; of a number below a tenth four digits, within twelve decimals.
  static func fourDigits(_ number: Double) -> String {
    var decimals = 4
    var least = 0.1
    while decimals < 12, number != 0, number.magnitude < least {
      decimals += 1
      least /= 10
    }
    return withoutZeros(rounded(number, decimals: decimals))
  }

  static func withoutZeros(_ text: String) -> String {
    var text = text
    while text.contains("."), let last = text.last, last == "0" || last == "." {
      text.removeLast()
      if last == "." { break }
    }
    return text
  }
}
