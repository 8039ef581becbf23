public import DigitalMaturity

extension Vocabulary {
  /// Adds the `questionnaires:` section and the kinds `level`, `choice`, `agreement`, `yes-no`, `number` and `text`.
  public mutating func addQuestionnaires() {
    add(QuestionnairesSection.self)
    add(LevelKind.self)
    add(ChoiceKind.self)
    add(AgreementKind.self)
    add(YesNoKind.self)
    add(NumberKind.self)
    add(TextKind.self)
  }
}
