public import DigitalMaturity

/// Options put in order: at most 16. People may leave some out, and then those share the places that are left.
///
/// A ranking scores by the places of the options that `score` names: `{of: [residents], places: [5, 3, 1]}` gives 5 for
/// the first place, 3 for the second and 1 for any later one and for being left out; of several options the mean counts.
/// Without `score` it has none.
public struct RankingKind: QuestionKind {
  /// `ranking`.
  public static let name = "ranking"
  /// What is asked and answered.
  public static let summary = "Put the options in order; it scores by the places of those you name, or has no score."

  /// Reads `options`, `at-most` and `score`.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    let log = question.log
    let options = OptionsReader(log: log).options(of: &question, in: context)
    let most = question.integer("at-most")
    let scoring = question.value("score").flatMap { readScoring($0, log) }
    guard let options else {
      _ = question.required("options")
      return nil
    }
    let answers = RankingAnswers(options: options, atMost: most, scoring: scoring)
    for finding in answers.findings {
      let place = question.node.member(finding.key).map { node in finding.inner.flatMap { node.member($0) } ?? node }
      log.error(finding.code, finding.message, at: place?.location ?? question.node.location)
    }
    return .open(answers)
  }

  private static func readScoring(_ node: DocumentNode, _ log: DiagnosticLog) -> RankingAnswers.Scoring? {
    node.readTable(into: log) { table in
      var named: [Identifier<AnswerOption>] = []
      if let node = table.required("of") {
        let nodes = node.kind == .sequence ? Array(node.elements) : [node]
        named = nodes.compactMap { $0.readText(into: log).map { Identifier($0) } }
      }
      let places = table.requiredList("places").map { $0.readNumber(into: log) ?? 0 }
      return RankingAnswers.Scoring(of: named, places: places)
    }
  }
}
