public import MaturityStatistics

/// Why there is no score, in the sentences that `Undefined` reasons carry.
public enum ReasonMessage: String, CatalogueMessage {
  /// The key of the group.
  public static let group = "reasons"

  /// No question of the questionnaire measures it.
  case notAsked = "No question of this questionnaire measures it."
  /// Nobody answered any of its questions.
  case noneAnswered = "None of its questions was answered."
  /// The answers have no scores.
  case noScores = "Its answers have no scores."
  /// Every question was hidden or inapplicable.
  case noneApplicable = "None of its questions applied."
  /// Fewer questions were answered than asked for.
  case tooFewAnswered = "Too few of its questions were answered."
  /// One is missing and none may be.
  case missingAnswer = "A question is not answered, and all must be."
  /// What was answered weighs nothing.
  case noWeight = "The questions that were answered weigh nothing."
  /// Nobody responded.
  case noRespondents = "Nobody responded."
  /// Nobody has a score.
  case nobodyScored = "Nobody answered enough of its questions to be scored."
  /// It would say too much about few people.
  case withheld = "Withheld: too few people stand behind it or behind a figure that it would give away."
}

extension MessageCatalogue {
  /// Why a figure has no value, in this language; nil where the catalogue does not know the sentence.
  public func sentence(of reason: Undefined) -> String? {
    ReasonMessage(rawValue: reason.sentence).flatMap { has($0) ? text($0) : nil }
  }
}
