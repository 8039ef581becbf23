import DigitalMaturity

/// The phrases of a session's pages, in English. Catalogues of other languages have them under `sessions`.
enum SessionMessage: String, CatalogueMessage {
  static let group = "sessions"

  // MARK: Both pages

  case agendaPage = "{assessment}: agenda"
  case wallPage = "{assessment}: on the wall"
  case answer = "Answer"
  case round = "Round {number}"
  case askedAgain = "Asked again"
  case askedAgainOf = "Asked again. {participation}"
  case withheld =
    "{cohort}: fewer than {threshold} people answered, so nothing is shown. Talk the questions through and agree one answer together; an agreed answer is nobody’s own and is shown."
  case twoCamps = "Two camps"
  case mostAgree = "Most agree"
  case spreadOut = "Spread out"
  case camps =
    "Two camps: {lower, plural, one {# person} other {# people}} around {lowerAnswer}, {upper, plural, one {# person} other {# people}} around {upperAnswer}."
  case mostSideBySide = "Most stand side by side; most often the answer is {mode}."
  case reach = "Answers reach from {low} to {high}; most often the answer is {mode}."
  case movingToOne = "{count, Spellout} would have to move for three quarters to stand on one answer."
  case movingToTwo =
    "{count, Spellout} would have to move for three quarters to stand on one answer or two neighbouring ones."
  case stayedAndAgreeAsBefore =
    "The mean stayed at {mean}, and people agree as much as before ({before}, now {after})."
  case stayedAndAgreeMore = "The mean stayed at {mean}, and people agree more than before ({before}, now {after})."
  case stayedAndAgreeLess = "The mean stayed at {mean}, and people agree less than before ({before}, now {after})."
  case movedAndAgreeAsBefore =
    "The mean went from {first} to {second}, and people agree as much as before ({before}, now {after})."
  case movedAndAgreeMore =
    "The mean went from {first} to {second}, and people agree more than before ({before}, now {after})."
  case movedAndAgreeLess =
    "The mean went from {first} to {second}, and people agree less than before ({before}, now {after})."

  // MARK: The agenda

  case agendaTitle = "What to talk about next"
  case agreeLeast = "Where you agree least"
  case whatMoved = "Asked again: what moved"
  case cards = "A card for each area"
  case countAnswers = "{count, plural, one {# answer} other {# answers}}"
  case shareAgree = "{share} agreement"
  case rounds = "Round 1: {first} answers. Round 2: {second}."
  case promptClosest = "Which description is closest to how things are today? What have you seen that says so?"
  case promptYear =
    "Which would you want to be true in a year, and what is the first thing that would have to change?"
  case promptCamps =
    "Some of you chose {lower} and others {upper}. What have you seen at work that the others may not have seen?"
  case promptCampsOn =
    "On “{question}” some of you chose {lower} and others {upper}. What have you seen at work that the others may not have seen?"
  case promptClose =
    "Most of you stand close to {mode}. What is the best example of it, and what speaks against it?"
  case promptCloseOn =
    "On “{question}” most of you stand close to {mode}. What is the best example of it, and what speaks against it?"
  case promptDiffer =
    "Your answers differ. Which team or service did each of you think of, and where would you have answered differently?"
  case promptDifferOn =
    "On “{question}” your answers differ. Which team or service did each of you think of, and where would you have answered differently?"
  case promptMonth = "What is one thing that we could do differently next month?"
  case promptKeep = "What must we keep doing so that it stays this way?"
  case promptNext =
    "What is the first thing that would have to change here before this is true: “{description}”"

  // MARK: The wall

  case wallTitle = "Thank you. This is what you said"
  case whereYouSeeUs = "Where you see us"
  case placeOnScale = "Place on the scale"
}
