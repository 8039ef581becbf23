public import DigitalMaturity

/// Two results of one questionnaire: what moved, how sure that is, and who took part each time.
///
/// Made of published results alone, so it shows nothing that was withheld.
public struct Comparison: Sendable, Hashable {
  /// Which version was scored first.
  public let baseAssessment: AssessmentReference
  /// Which version was scored now.
  public let assessment: AssessmentReference
  /// What the earlier assessment is called, and its day.
  public let baseOccasion: Occasion
  /// What the later one is called, and its day.
  public let occasion: Occasion
  /// The questionnaire.
  public let questionnaire: Identifier<Questionnaire>
  /// Who was asked.
  public let audience: String
  /// Everyone's areas, themes, principles, literacies and overall score, in the order of the later result.
  public let changes: [ScoreChange]
  /// What was scored before and is not scored now, by name.
  public let removed: [Subject]
  /// Who took part each time.
  public let participation: Participation
  /// Questions that an area was made of before and is not now, or the other way round, or with another weight.
  public let changedItems: [ItemChange]
  /// The areas' scores on the questions that were asked both times.
  public let common: [ScoreChange]
  /// Whether all scores are made of the same, by the same rules.
  let isScoredAlike: Bool
  /// What became of earlier scores.
  public let scale: ScaleChange

  /// An area's question that came, went or weighs differently.
  public struct ItemChange: Sendable, Hashable {
    /// The area.
    public let subject: Subject
    /// The question.
    public let item: String
    /// Its weight before; nil when it is new.
    public let base: Double?
    /// Its weight now; nil when it was taken out.
    public let now: Double?
  }

  /// Compares two results.
  /// - Parameters:
  ///   - base: The earlier result.
  ///   - now: The later result.
  ///   - scale: What becomes of earlier scores, when the scale has changed.
  /// - Throws: When they are results of different assessments or questionnaires, when the earlier has the later date, and when
  ///   both say what their scale is, the scale has changed, and `scale` is said to be the same.
  public init(
    _ base: PublishableScorecard, _ now: PublishableScorecard, scale: ScaleChange = .same
  ) throws(DocumentError) {
    guard base.assessment.id == now.assessment.id else {
      throw DocumentError(
        Diagnostic(
          .differentAssessments,
          "these are results of two assessments, “\(base.assessment.id)” and “\(now.assessment.id)”: figures of different "
            + "things are not one trend; compare results of one"))
    }
    guard base.questionnaire == now.questionnaire else {
      throw DocumentError(
        Diagnostic(
          .differentAssessments,
          "these are answers to two questionnaires, “\(base.questionnaire)” and “\(now.questionnaire)”; compare results of "
            + "one"))
    }
    try base.occasion.check(before: now.occasion)
    guard !base.standsSideBySide, !now.standsSideBySide else {
      throw DocumentError(
        Diagnostic(
          .differentAssessments,
          "a result holds agreed answers that stand side by side, each about something else; score each by itself, and compare "
            + "two results of one"))
    }
    if scale == .same, let scales = Self.changedScales(base, now) { throw DocumentError(.changed(scales)) }
    self.scale = scale
    baseAssessment = base.assessment
    assessment = now.assessment
    baseOccasion = base.occasion
    occasion = now.occasion
    questionnaire = now.questionnaire
    audience = now.audience
    let before = base.everyone
    let scores = now.everyone?.scores ?? []
    changes = scores.map { score in
      ScoreChange(before?.score(of: score.subject), score, baseMode: base.mode, mode: now.mode, scale: scale)
    }
    let kept = Set(scores.map(\.subject))
    isScoredAlike =
      before?.scores.map(\.subject) == scores.map(\.subject)
      && zip(before?.scores ?? [], scores).allSatisfy { $0.provenance == $1.provenance }
    removed = (before?.scores ?? []).map(\.subject).filter { !kept.contains($0) }
    participation = Participation(base, now)
    changedItems = Self.changedItems(before, now.everyone)
    common = Self.common(before, now.everyone, scale)
  }

  /// The scales of two results, where both are known and they are not the same.
  public static func changedScales(
    _ base: PublishableScorecard, _ now: PublishableScorecard
  ) -> (base: ClosedRange<Double>, now: ClosedRange<Double>)? {
    guard let old = base.assessment.scale, let new = now.assessment.scale, old != new else { return nil }
    return (old, new)
  }

  /// Σ max(0, target − base) over areas that have both scores and a target: how much there was to close, in levels.
  /// Undefined without such an area.
  public var gapBefore: Figure<Double> { gap(\.before) }

  /// The same now, over the same areas and with the same targets.
  public var gapNow: Figure<Double> { gap(\.now) }

  /// How much of ``gapBefore`` is closed; below 0 where more lies open now.
  public var gapClosed: Figure<Double> { gapBefore.then { before in gapNow.then { .finite(before - $0) } } }

  /// Percent to target before: 1 − Σ max(0, target − base)/Σ target, 0 to 1, over the same areas. Undefined without one, and
  /// where targets do not add up to more than 0.
  public var toTargetBefore: Figure<Double> { toTarget(gapBefore) }
  /// The same now.
  public var toTargetNow: Figure<Double> { toTarget(gapNow) }

  private func toTarget(_ gap: Figure<Double>) -> Figure<Double> {
    let targets = gaps.reduce(0) { $0 + $1.target }
    return gap.then { targets > 1e-9 ? .finite(1 - $0 / targets) : .undefined(.noTarget) }
  }

  /// The sum over the areas, or why there is none: what the first area with a target lacks.
  private func gap(_ part: (Gap) -> Double) -> Figure<Double> {
    if !gaps.isEmpty { return .finite(gaps.reduce(0) { $0 + part($1) }) }
    let aimed = changes.first { $0.subject.kind == .area && $0.target != nil }
    return .undefined(aimed?.change.reason ?? .noTarget)
  }

  private typealias Gap = (target: Double, before: Double, now: Double)

  private var gaps: [Gap] {
    changes.filter { $0.subject.kind == .area }.compactMap { change in
      guard let target = change.target, let base = change.base.value, let now = change.now.value else { return nil }
      return (target, max(0, target - base), max(0, target - now))
    }
  }

  private static func changedItems(_ base: GroupResult?, _ now: GroupResult?) -> [ItemChange] {
    guard let base, let now else { return [] }
    return now.areas.flatMap { score -> [ItemChange] in
      guard let before = base.score(of: score.subject) else { return [] }
      func weights(_ score: SubjectScore) -> [String: Double] {
        Dictionary(score.provenance.items.map { ($0.id, $0.weight) }) { first, _ in first }
      }
      let (old, new) = (weights(before), weights(score))
      let ids = before.provenance.items.map(\.id) + score.provenance.items.map(\.id).filter { old[$0] == nil }
      return ids.filter { old[$0] != new[$0] }.map {
        ItemChange(subject: score.subject, item: $0, base: old[$0], now: new[$0])
      }
    }
  }

  /// Σ w·mean/Σ w over the questions of an area that both results have, with the later weights: a plain measure that both
  /// have in common, whatever rule scores them.
  private static func common(_ base: GroupResult?, _ now: GroupResult?, _ scale: ScaleChange) -> [ScoreChange] {
    guard let base, let now else { return [] }
    return now.areas.compactMap { score in
      guard let before = base.score(of: score.subject), score.provenance.source == .questions else { return nil }
      let old = Set(before.provenance.items.map(\.id))
      let shared = score.provenance.items.filter { old.contains($0.id) }
      guard !shared.isEmpty else { return nil }
      func mean(_ group: GroupResult) -> Figure<Double> {
        Figure { () throws(Undefined) in
          var sum = 0.0
          var weights = 0.0
          for item in shared {
            let mean = group.questions.first { $0.id.rawValue == item.id }?.mean ?? .undefined(.notAsked)
            sum += item.weight * (try mean.get())
            weights += item.weight
          }
          guard weights > 0 else { throw .noWeight }
          return sum / weights
        }
      }
      return ScoreChange(
        subject: score.subject, name: score.name, base: mean(base).then(scale.moved), now: mean(now),
        interval: .undefined(.notOfPeopleAlone), target: score.target)
    }
  }
}

extension Diagnostic {
  /// Scores of two scales, and nobody said what becomes of the earlier ones.
  /// - Parameter scales: The earlier and the later one.
  public static func changed(_ scales: (base: ClosedRange<Double>, now: ClosedRange<Double>)) -> Diagnostic {
    func words(_ range: ClosedRange<Double>) -> String {
      "\(DecimalText.exact(range.lowerBound)) to \(DecimalText.exact(range.upperBound))"
    }
    return Diagnostic(
      .changedScale,
      "scores went from \(words(scales.base)) before and go from \(words(scales.now)) now; say with --scale clamp, rescale or "
        + "reset what becomes of the earlier ones")
  }
}

extension GroupResult {
  /// Every score, in the order that reports show them.
  var scores: [SubjectScore] { areas + themes + principles + literacies + (overall.map { [$0] } ?? []) }
}

extension Undefined {
  static let notOfPeopleAlone = Undefined(
    .notOfPeopleAlone, PlanMessage.meanOfMeans.rawValue)
}

extension Undefined.Code {
  /// A mean of means.
  public static let notOfPeopleAlone = Self(rawValue: "mean-of-means")
}

extension Diagnostic.Code {
  /// Results that cannot be compared.
  public static let differentAssessments = Self(rawValue: "different-assessments")
  /// Results on two scales, and nobody said what becomes of the earlier one.
  public static let changedScale = Self(rawValue: "changed-scale")
}
