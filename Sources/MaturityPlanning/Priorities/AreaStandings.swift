public import DigitalMaturity

/// Where each area stands against its target: what priorities and roadmaps start from.
public struct AreaStandings: Sendable, Hashable {
  /// One area.
  public struct Standing: Sendable, Hashable {
    /// The area.
    public let area: Area
    /// Everyone's score, or why there is none.
    public let score: Figure<Double>
    /// Target − score, unrounded and never below 0; undefined without a score or a target.
    public let gap: Figure<Double>
  }

  /// Whose scores they are.
  public enum Source: Sendable, Hashable {
    /// Several audiences', pooled as the assessment declares.
    case pooled
    /// One questionnaire's.
    case questionnaire(Identifier<Questionnaire>)
    /// Nobody's: there are no results.
    case nothing
  }

  /// Whose scores they are.
  public let source: Source
  /// The areas, in the assessment's order.
  public let areas: [Standing]
  private let scorecard: PublishableScorecard?

  /// The standing of every area: audiences together where the assessment says how to pool them, else the first result's.
  /// - Parameters:
  ///   - assessment: The assessment that was scored.
  ///   - scorecards: Its published results.
  public init(_ assessment: Assessment, _ scorecards: [PublishableScorecard]) {
    let pooled = ReportContext(assessment: assessment, scorecards: scorecards).pooledScores
    scorecard = scorecards.first
    source = !pooled.isEmpty ? .pooled : scorecards.first.map { .questionnaire($0.questionnaire) } ?? .nothing
    areas = assessment.areas.enumerated().map { index, area in
      let score =
        pooled.isEmpty
        ? scorecards.first?.everyone?.score(of: Subject(.area, area.id.rawValue))?.score : pooled[index].score
      let figure = score ?? .undefined(.noRespondents)
      let gap = figure.then { score in
        area.target.map { Figure.finite(max(0, $0 - score)) } ?? .undefined(.noTarget)
      }
      return Standing(area: area, score: figure, gap: gap)
    }
  }

  /// The standing of an area; nil when there is no such area.
  public subscript(area: Identifier<Area>) -> Standing? { areas.first { $0.area.id == area } }

  /// What a condition on scores is decided by.
  func known(_ subject: Condition.Subject) -> Condition.Known {
    let score: Double?
    switch subject {
    case .area(let id): score = self[id]?.score.value
    case .principle(let id): score = scorecard?.everyone?.score(of: Subject(.principle, id.rawValue))?.score.value
    case .literacy(let id): score = scorecard?.everyone?.score(of: Subject(.literacy, id.rawValue))?.score.value
    case .question: score = nil
    }
    return score.map { Condition.Known(score: $0, isAnswered: true) } ?? .nothing
  }
}

extension Undefined {
  /// Nothing is aimed for.
  static let noTarget = Undefined(.noTarget, PlanMessage.noTarget.rawValue)
}

extension Undefined.Code {
  /// Nothing is aimed for.
  public static let noTarget = Self(rawValue: "no-target")
}
