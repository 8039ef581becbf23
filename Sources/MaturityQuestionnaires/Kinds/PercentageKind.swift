public import DigitalMaturity

/// A percentage from 0 to 100, scored through bands or as itself. A percent sign may follow it.
public struct PercentageKind: QuestionKind {
  /// `percentage`.
  public static let name = "percentage"
  /// What is asked and answered.
  public static let summary = "Write a percentage from 0 to 100; it scores through bands, or as itself."

  /// Reads `bands`, which begin at 0, and reports those that overlap or leave a gap.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    let bands = ScoreBand.read(&question)
    let answers = NumberAnswers.percentage(bands: bands.map(\.band))
    return ScoreBand.report(answers.findings, bands, otherwise: "bands", question) ? .open(answers) : nil
  }
}

extension NumberAnswers {
  /// The answers of a percentage question.
  public static func percentage(bands: [ScoreBand] = []) -> NumberAnswers {
    NumberAnswers(minimum: 0, maximum: 100, bands: bands, unit: "%")
  }
}
