extension Undefined.Code {
  /// No question of the questionnaire measures the subject.
  public static let notAsked = Self(rawValue: "not-asked")
  /// Nobody answered.
  public static let noneAnswered = Self(rawValue: "none-answered")
  /// Answers to the question have no scores.
  public static let noScores = Self(rawValue: "no-scores")
  /// Every item was hidden or said to be inapplicable.
  public static let noneApplicable = Self(rawValue: "none-applicable")
  /// Fewer items were answered than the definition asks for.
  public static let tooFewAnswered = Self(rawValue: "too-few-answered")
  /// An item is missing, and the definition lets none be.
  public static let missingAnswer = Self(rawValue: "missing-answer")
  /// The weights of the answered items add up to nothing.
  public static let noWeight = Self(rawValue: "no-weight")
  /// Nobody responded.
  public static let noRespondents = Self(rawValue: "no-respondents")
  /// A person's score exists for nobody.
  public static let nobodyScored = Self(rawValue: "nobody-scored")
  /// The figure would say too much about few people.
  public static let withheld = Self(rawValue: "withheld")
}

extension Undefined {
  /// No question measures the subject.
  public static let notAsked = Undefined(.notAsked, ReasonMessage.notAsked.rawValue)
  /// Nobody answered.
  public static let noneAnswered = Undefined(.noneAnswered, ReasonMessage.noneAnswered.rawValue)
  /// Answers to the question have no scores.
  public static let noScores = Undefined(.noScores, ReasonMessage.noScores.rawValue)
  /// Every item was hidden or said to be inapplicable.
  public static let noneApplicable = Undefined(.noneApplicable, ReasonMessage.noneApplicable.rawValue)
  /// Fewer items were answered than the definition asks for.
  public static let tooFewAnswered = Undefined(.tooFewAnswered, ReasonMessage.tooFewAnswered.rawValue)
  /// An item is missing, and the definition lets none be.
  public static let missingAnswer = Undefined(.missingAnswer, ReasonMessage.missingAnswer.rawValue)
  /// The weights of the answered items add up to nothing.
  public static let noWeight = Undefined(.noWeight, ReasonMessage.noWeight.rawValue)
  /// Nobody responded.
  public static let noRespondents = Undefined(.noRespondents, ReasonMessage.noRespondents.rawValue)
  /// A person's score exists for nobody.
  public static let nobodyScored = Undefined(.nobodyScored, ReasonMessage.nobodyScored.rawValue)
  /// The figure would say too much about few people.
  public static let withheld = Undefined(.withheld, ReasonMessage.withheld.rawValue)
}
