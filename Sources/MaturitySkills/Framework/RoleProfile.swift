public import DigitalMaturity

/// What a role asks of the people who have it.
public struct RoleProfile: Sendable, Hashable {
  /// The role's id: what a list of people names.
  public var id: Identifier<RoleProfile>
  /// A short name.
  public var name: LocalizedText
  /// Who has it.
  public var summary: LocalizedText?
  /// The role whose statements hold here too, unless this one has its own about the same thing.
  public var extends: Identifier<RoleProfile>?
  /// What is asked of every competence of a literacy.
  public var literacies: [Identifier<Literacy>: Requirement]
  /// What is asked of a competence; counts before what is said of its literacy, wherever either was said.
  public var competences: [Identifier<Competence>: Requirement]
  /// Who may rate people in this role; nil for those of the role it extends, and everybody without one.
  public var raters: Set<RaterKind>?
  /// Whether results are for the person alone: in no list and no total. Holds for every role that extends this one.
  public var isPrivate: Bool
  /// Whether people in this role help others to learn. Holds for every role that extends this one.
  public var isChampion: Bool

  /// Makes a profile.
  public init(
    id: Identifier<RoleProfile>, name: LocalizedText, summary: LocalizedText? = nil,
    extends: Identifier<RoleProfile>? = nil, literacies: [Identifier<Literacy>: Requirement] = [:],
    competences: [Identifier<Competence>: Requirement] = [:], raters: Set<RaterKind>? = nil, isPrivate: Bool = false,
    isChampion: Bool = false
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.extends = extends
    self.literacies = literacies
    self.competences = competences
    self.raters = raters
    self.isPrivate = isPrivate
    self.isChampion = isChampion
  }

  /// What is asked of a competence: what is said of it, else of its literacy; nil for nothing.
  public func requirement(of competence: Competence) -> Requirement? {
    competences[competence.id] ?? literacies[competence.literacy]
  }
}

/// What a role asks of a literacy or a competence.
public enum Requirement: Sendable, Hashable {
  /// It is not needed in this role.
  case notNeeded
  /// A level, and how much it matters.
  case level(Identifier<ProficiencyLevel>, Importance = .essential)

  /// How much a requirement matters.
  public enum Importance: String, Sendable, Hashable, CaseIterable {
    /// A literacy is met only with it.
    case essential
    /// Good to have: shown and planned for, but no literacy waits for it.
    case desirable
  }

  /// How a document says that nothing is needed.
  static let notNeededWord = "not-needed"

  /// The level asked for; nil when it is not needed.
  public var level: Identifier<ProficiencyLevel>? {
    if case .level(let level, _) = self { level } else { nil }
  }
}

/// Who rates.
public enum RaterKind: String, Sendable, Hashable, CaseIterable {
  /// The person, of themselves.
  case own = "self"
  /// The person's manager.
  case manager
  /// Somebody the person works with.
  case peer
}

extension SkillsFramework {
  /// A role with everything that holds in it: the statements of the roles it extends and its own, which count first.
  ///
  /// Nil for a role that does not exist. A circle, which the checks report, ends where it began. O(depth).
  public func profile(_ id: Identifier<RoleProfile>) -> RoleProfile? {
    var chain: [RoleProfile] = []
    var next: Identifier<RoleProfile>? = id
    while let id = next, let role = roles.first(where: { $0.id == id }), !chain.contains(where: { $0.id == id }) {
      chain.append(role)
      next = role.extends
    }
    guard var profile = chain.first else { return nil }
    for role in chain.dropFirst() {
      profile.literacies.merge(role.literacies) { own, _ in own }
      profile.competences.merge(role.competences) { own, _ in own }
      profile.raters = profile.raters ?? role.raters
      profile.isPrivate = profile.isPrivate || role.isPrivate
      profile.isChampion = profile.isChampion || role.isChampion
    }
    profile.extends = nil
    return profile
  }
}
