/// The results of one questionnaire: every group, with every score and where it came from.
///
/// For the host's own use. A scorecard knows small groups exactly, so no report takes it: publish it first, with
/// ``published(under:)``.
public struct Scorecard: Sendable, Hashable {
  /// Which assessment was scored.
  public let assessment: AssessmentReference
  /// The questionnaire that was answered.
  public let questionnaire: Identifier<Questionnaire>
  /// Who was asked.
  public let audience: String
  /// Whether people answered one by one or a group agreed.
  public let mode: Questionnaire.Mode
  /// Everyone first, then the groups of each breakdown.
  public let groups: [GroupResult]
  /// The population that everyone's scores are weighted to; nil when each person counts once. Everyone's scores,
  /// statistics and likely ranges are then of the population; counts are of the people who answered, and groups are as
  /// they answered.
  public let population: PopulationWeighting?
  /// What it was made of.
  let counted: CountedCells

  /// Everyone together.
  public var everyone: GroupResult? { groups.first { $0.key.isEmpty } }
}

/// Which version of which assessment a result belongs to.
public struct AssessmentReference: Sendable, Hashable {
  /// The assessment's id.
  public let id: Identifier<Assessment>
  /// Its version.
  public let version: String
  /// A fingerprint of its content; nil for one built in Swift.
  public let digest: String?
  /// From its lowest level to its highest; nil without levels, and in results that were written before it was kept.
  public let scale: ClosedRange<Double>?

  /// The reference to an assessment.
  public init(_ assessment: Assessment) {
    self.init(
      id: assessment.id, version: assessment.version, digest: assessment.digest, scale: assessment.levels.scale)
  }

  init(id: Identifier<Assessment>, version: String, digest: String?, scale: ClosedRange<Double>? = nil) {
    self.id = id
    self.version = version
    self.digest = digest
    self.scale = scale
  }
}

/// One attribute of a group's people: the same value for all of them, or not stated by any.
public struct GroupAttribute: Sendable, Hashable {
  /// The attribute.
  public let attribute: Identifier<Attribute>
  /// The value; nil for people who did not state it.
  public let value: Identifier<Attribute.Value>?

  /// Makes a part of a group's key.
  public init(attribute: Identifier<Attribute>, value: Identifier<Attribute.Value>?) {
    self.attribute = attribute
    self.value = value
  }
}

/// The results of one group.
public struct GroupResult: Sendable, Hashable {
  /// What the group's people have in common; empty for everyone.
  public let key: [GroupAttribute]
  /// How many responded; nil when that is withheld.
  public internal(set) var respondents: Int?
  /// Whether the whole group is withheld.
  public internal(set) var isSuppressed = false
  /// The areas, in the assessment's order.
  public internal(set) var areas: [SubjectScore]
  /// The themes, in the assessment's order.
  public internal(set) var themes: [SubjectScore]
  /// The principles, in the assessment's order.
  public internal(set) var principles: [SubjectScore]
  /// The literacies, in the assessment's order.
  public internal(set) var literacies: [SubjectScore]
  /// One score for everything; nil when the assessment has none.
  public internal(set) var overall: SubjectScore?
  /// The questions, in the questionnaire's order.
  public internal(set) var questions: [QuestionResult]

  /// The score of a subject; nil when there is no such subject.
  public func score(of subject: Subject) -> SubjectScore? {
    let scores =
      switch subject.kind {
      case .area: areas
      case .theme: themes
      case .principle: principles
      case .literacy: literacies
      case .overall: overall.map { [$0] } ?? []
      }
    // Looked for by place: a score is large, and only one is copied.
    return scores.indices.first { scores[$0].subject == subject }.map { scores[$0] }
  }
}

/// Something that has a score.
public struct Subject: Sendable, Hashable {
  /// What kind of thing it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An area of maturity.
    case area
    /// A theme.
    case theme
    /// A principle.
    case principle
    /// A literacy.
    case literacy
    /// Everything together.
    case overall
  }

  /// What kind of thing it is.
  public let kind: Kind
  /// Its id; `overall` for everything together.
  public let id: String

  /// Names a subject.
  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// Everything together.
  public static let overall = Subject(.overall, "overall")
}
