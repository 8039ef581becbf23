public import DigitalMaturity

/// One of a list of options, which may or may not have scores.
public struct ChoiceKind: QuestionKind {
  /// `choice`.
  public static let name = "choice"
  /// What is asked and answered.
  public static let summary = "Choose one of the options; options may have scores."

  /// Reads the options.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    guard let options = OptionsReader(log: question.log).options(of: &question, in: context) else {
      _ = question.required("options")
      return nil
    }
    return .closed(options)
  }
}

/// How far the person agrees with a statement, on a scale with scores.
public struct AgreementKind: QuestionKind {
  /// `agreement`.
  public static let name = "agreement"
  /// What is asked and answered.
  public static let summary = "Say how far you agree with a statement; every option has a score."

  /// Reads the options.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    let reader = OptionsReader(log: question.log)
    guard let options = reader.options(of: &question, in: context) else {
      _ = question.required("options")
      return nil
    }
    reader.requireScores(options, of: name, at: question)
    return .closed(options)
  }
}

/// Yes or no. Without options of its own, no scores as the lowest level and yes as the highest.
public struct YesNoKind: QuestionKind {
  /// `yes-no`.
  public static let name = "yes-no"
  /// What is asked and answered.
  public static let summary =
    "Answer yes or no; unless options say otherwise, no is the lowest level and yes the highest."

  /// Reads the options.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    if let options = OptionsReader(log: question.log).options(of: &question, in: context) { return .closed(options) }
    return .closed([
      AnswerOption(id: "no", label: "No", score: context.levels.first?.value),
      AnswerOption(id: "yes", label: "Yes", score: context.levels.last?.value),
    ])
  }
}
