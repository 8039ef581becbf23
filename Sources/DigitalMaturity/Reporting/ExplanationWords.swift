extension ReportContext {
  /// Who a group is: everyone, or its attributes' labels.
  func people(of group: GroupResult, in scorecard: PublishableScorecard) -> String {
    people(of: group.key, in: scorecard)
  }

  /// Who has these attributes in common.
  func people(of key: [GroupAttribute], in scorecard: PublishableScorecard) -> String {
    let attributes = assessment.questionnaire(scorecard.questionnaire)?.attributes ?? []
    if key.isEmpty { return "everyone" }
    return key.map { part in
      guard let value = part.value else { return "\(part.attribute) not stated" }
      let label = attributes.first { $0.id == part.attribute }?.values.first { $0.id == value }?.label
      return label?.text(in: options.language) ?? value.rawValue
    }.joined(separator: ", ")
  }
}

extension DecimalText {
  /// Four decimals at most, so that steps can be checked by hand.
  static func upToFour(_ number: Double) -> String { withoutZeros(rounded(number, decimals: 4)) }

  static func withoutZeros(_ text: String) -> String {
    var text = text
    while text.contains("."), let last = text.last, last == "0" || last == "." {
      text.removeLast()
      if last == "." { break }
    }
    return text
  }
}

extension StatusCounts {
  /// How many answers have each status that occurs, in words.
  var words: String {
    AnswerStatus.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.words)" }.joined(separator: ", ")
  }
}
