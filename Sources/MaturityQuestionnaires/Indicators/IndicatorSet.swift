public import DigitalMaturity

/// The indicators of an assessment, which are also a questionnaire that figures answer: what they show stands beside what
/// people say.
public struct IndicatorSet: Sendable, Hashable {
  /// The id of the questionnaire.
  public var id: Identifier<Questionnaire>
  /// Its title.
  public var title: LocalizedText
  /// The indicators, in order.
  public var indicators: [Indicator]

  /// Makes a set.
  public init(id: Identifier<Questionnaire>, title: LocalizedText, indicators: [Indicator]) {
    self.id = id
    self.title = title
    self.indicators = indicators
  }

  /// The questionnaire: a number a figure, scored by its bands. It is no person's answer, so nothing of it is withheld.
  public var questionnaire: Questionnaire {
    Questionnaire(
      id: id, title: title, audience: "evidence", mode: .consensus, isMeasured: true,
      sections: [
        .init(
          id: "figures", title: title,
          questions: indicators.map { indicator in
            Question(
              id: indicator.id, kind: NumberKind.name, text: indicator.name,
              answers: .open(NumberAnswers(bands: indicator.bands, unit: indicator.unit)), measures: indicator.measures,
              weight: indicator.weight)
          })
      ])
  }

  /// The last values that had been measured on a day, as answers to ``questionnaire``. What was not measured is left out.
  public func answers(on day: Day? = nil) -> [Identifier<Question>: Answer] {
    var answers: [Identifier<Question>: Answer] = [:]
    for indicator in indicators {
      if let latest = indicator.latest(on: day) { answers[indicator.id] = .number(latest.value) }
    }
    return answers
  }
}
