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
  /// The rule looks at answers to questions, and the score is made of areas.
  public static let needsQuestions = Self(rawValue: "needs-questions")
  /// Nobody responded.
  public static let noRespondents = Self(rawValue: "no-respondents")
  /// A person's score exists for nobody.
  public static let nobodyScored = Self(rawValue: "nobody-scored")
  /// The figure would say too much about few people.
  public static let withheld = Self(rawValue: "withheld")
}

extension Undefined {
  /// No question measures the subject.
  public static let notAsked = Undefined(.notAsked, "No question of this questionnaire measures it.")
  /// Nobody answered.
  public static let noneAnswered = Undefined(.noneAnswered, "None of its questions was answered.")
  /// Answers to the question have no scores.
  public static let noScores = Undefined(.noScores, "Its answers have no scores.")
  /// Every item was hidden or said to be inapplicable.
  public static let noneApplicable = Undefined(.noneApplicable, "None of its questions applied.")
  /// Fewer items were answered than the definition asks for.
  public static let tooFewAnswered = Undefined(.tooFewAnswered, "Too few of its questions were answered.")
  /// An item is missing, and the definition lets none be.
  public static let missingAnswer = Undefined(.missingAnswer, "A question is not answered, and all must be.")
  /// The weights of the answered items add up to nothing.
  public static let noWeight = Undefined(.noWeight, "The questions that were answered weigh nothing.")
  /// The rule looks at answers to questions, and the score is made of areas.
  public static let needsQuestions = Undefined(
    .needsQuestions, "Its rule looks at answers to questions, and it is made of areas; give it another rule.")
  /// Nobody responded.
  public static let noRespondents = Undefined(.noRespondents, "Nobody responded.")
  /// A person's score exists for nobody.
  public static let nobodyScored = Undefined(.nobodyScored, "Nobody answered enough of its questions to be scored.")
  /// The figure would say too much about few people.
  public static let withheld = Undefined(
    .withheld, "Withheld: too few people stand behind it or behind a figure that it would give away.")
}
