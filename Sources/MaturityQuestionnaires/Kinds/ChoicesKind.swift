public import DigitalMaturity

/// Several of a list of options: at most 64.
///
/// An answer scores as `score` says: the `sum` or `mean` of the chosen options' scores, the `highest` of them, or the
/// `count` of options chosen; `bands` may turn a sum or a count into a score on the levels' scale. Without `score` it has
/// none. The option that `none` names goes with no other and counts as nothing chosen.
public struct ChoicesKind: QuestionKind {
  /// `choices`.
  public static let name = "choices"
  /// What is asked and answered.
  public static let summary = "Choose all options that apply; it scores by their sum, mean, count or highest."

  /// Reads `options`, `none`, `at-most`, `score` and `bands`.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    let log = question.log
    let options = OptionsReader(log: log).options(of: &question, in: context)
    let none = question.identifier("none", AnswerOption.self)
    let most = question.integer("at-most")
    let scoring = question.word("score", ChoicesAnswers.Scoring.self)
    let bands = ScoreBand.read(&question)
    guard let options else {
      _ = question.required("options")
      return nil
    }
    let answers = ChoicesAnswers(
      options: options, none: none, atMost: most, scoring: scoring, bands: bands.map(\.band))
    // A score that cannot be read has been reported, and what only follows from its lack has not to be.
    let isUnread = scoring == nil && question.value("score") != nil
    for finding in answers.findings where !(isUnread && finding.code == .missingKey) {
      let place = finding.band.map { bands[$0].node } ?? question.node.member(finding.key)
      log.error(finding.code, finding.message, at: place?.location ?? question.node.location)
    }
    return .open(answers)
  }
}
