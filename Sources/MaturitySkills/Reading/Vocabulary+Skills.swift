public import DigitalMaturity

extension Vocabulary {
  /// Adds the `skills:` section, and the phrases of skills pages.
  public mutating func addSkills() {
    add(SkillsSection.self)
    add(messages: SkillsMessage.self)
  }
}
