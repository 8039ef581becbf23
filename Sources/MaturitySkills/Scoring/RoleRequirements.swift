import DigitalMaturity

/// What a set of roles asks for together, bound to the positions of competences and literacies.
///
/// Of several roles that ask for one competence the essential one counts before the desirable, then the higher level.
struct RoleRequirements: Sendable {
  /// What is asked of a competence.
  struct Competence: Sendable {
    /// The value of the level.
    var level: Double
    var isEssential: Bool
  }

  /// What is asked of a literacy.
  struct AskedLiteracy: Sendable {
    /// The positions of the essential competences.
    var competences: [Int]
    /// The essential competences as the rule takes them, in the same order.
    var asked: [LiteracyRule.Asked]
    /// The level that the roles ask of the literacy: the highest that one says of it, else of its essential competences.
    var target: Double
  }

  /// For each competence what is asked; nil for nothing.
  let competences: [Competence?]
  /// For each literacy what is asked; without essential competences it asks for nothing.
  let literacies: [AskedLiteracy]
  /// Whether there is no role, so that nothing can be asked.
  let hasNoRole: Bool
  /// Whether results are for the person alone.
  let isPrivate: Bool
  /// Whether the person helps others to learn.
  let isChampion: Bool

  init(_ roles: [Identifier<RoleProfile>], _ framework: SkillsFramework, _ literacies: [Literacy]) {
    let values = Dictionary(framework.levels.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    let profiles = roles.compactMap(framework.profile)
    var competences: [Competence?] = Array(repeating: nil, count: framework.competences.count)
    for profile in profiles {
      for (index, competence) in framework.competences.enumerated() {
        guard case .level(let id, let importance)? = profile.requirement(of: competence), let level = values[id] else {
          continue
        }
        let wanted = Competence(level: level, isEssential: importance == .essential)
        guard let known = competences[index] else {
          competences[index] = wanted
          continue
        }
        let isMore =
          known.isEssential == wanted.isEssential ? wanted.level > known.level : wanted.isEssential
        if isMore { competences[index] = wanted }
      }
    }
    self.competences = competences
    self.literacies = literacies.map { literacy in
      let positions = framework.competences.indices.filter {
        framework.competences[$0].literacy == literacy.id && competences[$0]?.isEssential == true
      }
      let asked = positions.map {
        LiteracyRule.Asked(id: framework.competences[$0].id.rawValue, required: competences[$0]?.level ?? 0)
      }
      let targets = profiles.map { profile in
        if case .level(let id, .essential)? = profile.literacies[literacy.id], let level = values[id] { return level }
        // A role that says nothing of the literacy as a whole asks for its highest competence.
        return framework.competences.filter { $0.literacy == literacy.id }.compactMap { competence -> Double? in
          guard case .level(let id, .essential)? = profile.requirement(of: competence) else { return nil }
          return values[id]
        }.max() ?? -.infinity
      }
      return AskedLiteracy(competences: positions, asked: asked, target: targets.max() ?? 0)
    }
    hasNoRole = roles.isEmpty
    isPrivate = profiles.contains(where: \.isPrivate)
    isChampion = profiles.contains(where: \.isChampion)
  }
}
