public import DigitalMaturity

/// Where each area stands against its target: what priorities and roadmaps start from.
public struct AreaStandings: Sendable, Hashable {
  /// One area.
  public struct Standing: Sendable, Hashable {
    /// The area.
    public let area: Area
    /// The score, or why there is none.
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
    /// One group's of a questionnaire.
    case group([GroupAttribute], Identifier<Questionnaire>)
    /// Those of answers that stand side by side, each about something else: there is no score of all.
    case different(Identifier<Questionnaire>)
    /// Nobody's: there are no results.
    case nothing
  }

  /// Whose scores they are.
  public let source: Source
  /// The areas, in the assessment's order.
  public let areas: [Standing]
  private let result: GroupResult?

  /// The standing of every area: audiences together where the assessment says how to pool them, else the first result's.
  ///
  /// Agreed answers that are each about something else, such as proposals, have no score of all: name a group.
  /// - Parameters:
  ///   - assessment: The assessment that was scored.
  ///   - scorecards: Its published results.
  ///   - group: The one group that is looked at, of the first result that has it; everyone when empty.
  public init(_ assessment: Assessment, _ scorecards: [PublishableScorecard], group: [GroupAttribute] = []) {
    let first = scorecards.first { $0.groups.contains { $0.key == group } } ?? scorecards.first
    let pooled =
      group.isEmpty ? ReportContext(assessment: assessment, scorecards: scorecards).pooledScores : []
    var reason = Undefined.noRespondents
    switch first {
    case let first? where !group.isEmpty:
      result = first.groups.first { $0.key == group }
      source = .group(group, first.questionnaire)
    case let first? where pooled.isEmpty && first.standsSideBySide:
      result = nil
      source = .different(first.questionnaire)
      reason = .differentThings
    case let first?:
      result = first.everyone
      source = pooled.isEmpty ? .questionnaire(first.questionnaire) : .pooled
    case nil:
      result = nil
      source = .nothing
    }
    var areas: [Standing] = []
    for (index, area) in assessment.areas.enumerated() {
      let score =
        pooled.isEmpty ? result?.score(of: Subject(.area, area.id.rawValue))?.score : pooled[index].score
      let figure = score ?? .undefined(reason)
      let gap = figure.then { score in
        area.target.map { Figure.finite(max(0, $0 - score)) } ?? .undefined(.noTarget)
      }
      areas.append(Standing(area: area, score: figure, gap: gap))
    }
    self.areas = areas
  }

  /// The standing of an area; nil when there is no such area.
  public subscript(area: Identifier<Area>) -> Standing? { areas.first { $0.area.id == area } }

  /// What a condition on scores is decided by.
  func known(_ subject: Condition.Subject) -> Condition.Known {
    let score: Double?
    switch subject {
    case .area(let id): score = self[id]?.score.value
    case .principle(let id): score = result?.score(of: Subject(.principle, id.rawValue))?.score.value
    case .literacy(let id): score = result?.score(of: Subject(.literacy, id.rawValue))?.score.value
    case .question: score = nil
    }
    return score.map { Condition.Known(score: $0, isAnswered: true) } ?? .nothing
  }
}

extension Undefined {
  /// The answers are each about something else.
  static let differentThings = Undefined(.differentThings, PlanMessage.differentThings.rawValue)
  /// Nothing is aimed for.
  static let noTarget = Undefined(.noTarget, PlanMessage.noTarget.rawValue)
}

extension Undefined.Code {
  /// An average would be over different things.
  public static let differentThings = Self(rawValue: "different-things")
  /// Nothing is aimed for.
  public static let noTarget = Self(rawValue: "no-target")
}
