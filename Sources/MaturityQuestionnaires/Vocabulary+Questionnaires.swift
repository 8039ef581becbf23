public import DigitalMaturity

extension Vocabulary {
  /// Adds the sections `questionnaires:` and `indicators:`, and the kinds `level`, `choice`, `choices`, `agreement`, `yes-no`, `number`,
  /// `percentage`, `ranking` and `text`.
  public mutating func addQuestionnaires() {
    add(messages: InterviewMessage.self)
    add(messages: KindMessage.self)
    add(messages: IndicatorMessage.self)
    add(QuestionnairesSection.self)
    add(IndicatorsSection.self)
    add(LevelKind.self)
    add(ChoiceKind.self)
    add(ChoicesKind.self)
    add(AgreementKind.self)
    add(YesNoKind.self)
    add(NumberKind.self)
    add(PercentageKind.self)
    add(RankingKind.self)
    add(TextKind.self)
  }
}
