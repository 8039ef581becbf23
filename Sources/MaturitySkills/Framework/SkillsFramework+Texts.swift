public import DigitalMaturity

extension SkillsFramework: TranslatableContent {
  /// Calls `visit` with the texts of levels, competences, roles, learning and questionnaires.
  public func visitTexts(at place: TextPlace, _ visit: (LocalizedText?, TextPlace) -> Void) {
    func visitNamed(_ name: LocalizedText, _ summary: LocalizedText?, _ place: TextPlace) {
      visit(name, place["name"])
      visit(summary, place["summary"])
    }
    for (index, level) in levels.enumerated() {
      visitNamed(level.name, level.summary, place["levels"][index, level.id.rawValue])
    }
    for (index, competence) in competences.enumerated() {
      let place = place["competences"][index, competence.id.rawValue]
      visitNamed(competence.name, competence.summary, place)
      for (level, text) in competence.levels.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        visit(text, place["levels"][level.rawValue])
      }
    }
    for (index, role) in roles.enumerated() {
      visitNamed(role.name, role.summary, place["roles"][index, role.id.rawValue])
    }
    for (index, item) in learning.enumerated() {
      visitNamed(item.name, item.summary, place["learning"][index, item.id.rawValue])
    }
    // The questionnaires that are made of these texts are the assessment's; their titles are visited there.
  }
}
