/// An area's score over several audiences together: Σ w·s / Σ w over the questionnaires' published scores, with the weights
/// that the assessment declares (`scoring: cohorts:`). It is made of figures that are published beside it.
public struct PooledScore: Sendable, Hashable {
  /// One audience's part.
  public struct Part: Sendable, Hashable {
    /// The questionnaire.
    public let questionnaire: Identifier<Questionnaire>
    /// What it counts.
    public let weight: Double
    /// Its score of the area.
    public let score: Figure<Double>
  }

  /// The area.
  public let area: Area
  /// The score, unrounded, or why there is none.
  public let score: Figure<Double>
  /// The level the score falls in; nil without a score.
  public let level: Identifier<MaturityLevel>?
  /// Target − score, unrounded: above 0 is below target. Nil when either is missing.
  public let gap: Double?
  /// What it is made of, in the order of the declaration.
  public let parts: [Part]
  /// How far the second part lies above the first, with its likely range; nil unless there are two.
  public let difference: AudienceDifference?
}

extension ReportContext {
  /// Every area's score over the audiences together, in the assessment's order.
  ///
  /// Empty when the assessment declares no weights of cohorts, or fewer than two results are at hand. An audience that is
  /// not asked about an area has no part in it; one whose score is missing or withheld leaves the area without a score,
  /// since the others' would stand for it.
  public var pooledScores: [PooledScore] {
    let cohorts = assessment.scoring?.cohorts ?? []
    guard !cohorts.isEmpty, scorecards.count > 1 else { return [] }
    return assessment.areas.map { area in
      let subject = Subject(.area, area.id.rawValue)
      let parts = cohorts.map { cohort in
        let scorecard = scorecards.first { $0.questionnaire == cohort.questionnaire }
        let score = scorecard.map { $0.everyone?.score(of: subject)?.score ?? .undefined(.noRespondents) }
        return PooledScore.Part(
          questionnaire: cohort.questionnaire, weight: cohort.weight,
          score: score ?? .undefined(.notScored(cohort.questionnaire.rawValue)))
      }
      let sides = cohorts.compactMap { cohort in
        scorecards.first { $0.questionnaire == cohort.questionnaire }.flatMap { scorecard in
          scorecard.everyone?.score(of: subject).map { AudienceDifference.Side($0, mode: scorecard.mode) }
        }
      }
      let difference =
        cohorts.count == 2 && sides.count == 2 ? AudienceDifference(from: sides[0], to: sides[1]) : nil
      // A share of people, say, is on no scale of levels.
      let isOnScale = scorecards.compactMap { $0.everyone?.score(of: subject) }
        .allSatisfy { $0.score.value == nil || $0.level != nil }
      return pooled(area, parts, difference, isOnScale: isOnScale)
    }
  }

  private func pooled(
    _ area: Area, _ parts: [PooledScore.Part], _ difference: AudienceDifference?, isOnScale: Bool
  ) -> PooledScore {
    let asked = parts.filter { $0.score.reason?.code != .notAsked }
    let known = asked.compactMap { part in part.score.value.map { (weight: part.weight, score: $0) } }
    let score: Figure<Double>
    if let reason = asked.compactMap(\.score.reason).first {
      score = .undefined(reason)
    } else if known.isEmpty {
      score = .undefined(.notAsked)
    } else {
      score = .finite(known.reduce(0) { $0 + $1.weight * $1.score } / known.reduce(0) { $0 + $1.weight })
    }
    return PooledScore(
      area: area, score: score,
      level: isOnScale ? score.value.flatMap { assessment.levels.level(for: $0)?.id } : nil,
      gap: isOnScale ? score.value.flatMap { score in area.target.map { $0 - score } } : nil, parts: parts,
      difference: difference)
  }
}

extension PooledScore {
  /// Writes the score as a table with `id`, `name`, `score`, `parts` and `difference`.
  func write(to writer: inout JSONWriter) {
    func write(_ figure: Figure<Double>, to writer: inout JSONWriter) {
      writer.member("score", figure.value)
      guard let reason = figure.reason else { return }
      writer.member("reason", reason.sentence)
      writer.member("reasonCode", reason.code.rawValue)
    }
    writer.object { writer in
      writer.member("id", area.id.rawValue)
      writer.member("name", area.name.text)
      write(score, to: &writer)
      writer.member("level", level?.rawValue)
      writer.member("target", area.target)
      writer.member("gap", gap)
      writer.key("parts")
      writer.array { writer in
        for part in parts {
          writer.object { writer in
            writer.member("questionnaire", part.questionnaire.rawValue)
            writer.member("weight", part.weight)
            write(part.score, to: &writer)
          }
        }
      }
      writer.key("difference")
      if let difference { difference.write(to: &writer) } else { writer.null() }
    }
  }
}

extension Undefined {
  /// A cohort that the assessment declares is not among the results.
  fileprivate static func notScored(_ questionnaire: String) -> Undefined {
    Undefined(.notScored, "No answers to the questionnaire “\(questionnaire)” were scored.")
  }
}

extension Undefined.Code {
  /// A cohort that the assessment declares is not among the results.
  public static let notScored = Self(rawValue: "not-scored")
}
