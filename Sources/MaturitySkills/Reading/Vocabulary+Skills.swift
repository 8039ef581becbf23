public import DigitalMaturity

extension Vocabulary {
  /// Adds the `skills:` section.
  public mutating func addSkills() { add(SkillsSection.self) }
}
