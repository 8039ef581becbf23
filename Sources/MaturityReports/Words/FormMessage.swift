import DigitalMaturity

/// The phrases of forms, in English. Catalogues of other languages have them under `forms`.
enum FormMessage: String, CatalogueMessage {
  static let group = "forms"

  // MARK: Before the questions

  case beforeYouStart = "Before you start"
  case purpose = "What this form is for"
  case purposeOfAgreed =
    "It records answers that you agree on as a group. Write nobody’s name on it, and nothing about one person."
  case whatIsShown = "What is shown"
  case shownOfAgreed =
    "The answers you agree on are shown as your group’s. They are not personal data, and nothing is withheld."
  case shownOfGroups =
    "Results are shown for groups only, and a figure is withheld when fewer than {threshold} people stand behind it. In a larger group it may be shown that few people gave an answer, never who they were."
  case takingPart = "Taking part"
  case upToYou = "It is up to you. Leave out any question. Do not write your name on this form."
  case upToYouNamed = "It is up to you. Leave out any question. Write the code you were given, and no name."
  case upToYouOfOthers =
    "It is up to you. Leave out any question. Write the code of the person whom you rate, and no name."
  case yourCode = "Your code"
  case codeOfPerson = "Code of the person"
  case date = "Date"
  case dateToType = "Date, such as {example}"
  case whoSees = "Who sees the filled-in forms"
  case keptUntil = "Kept until"
  case aboutYou = "About you"
  case aboutYourGroup = "About your group"
  case booklet = "Booklet {number}"
  case thankYou = "Thank you. Please give this form to the person who runs the session."
  case thankYouNamed = "Thank you. Please give this form back to the person who gave it to you."

  // MARK: Beside the questions

  case dontKnow = "Don’t know"
  case notApplicable = "Not applicable"
  case notNeeded = "Not needed in this work"
  case preferNotToSay = "Prefer not to say"
  case onlyIf = "Answer this only if {condition}."
  case required = "Please answer this one."
  case write = "Write {expectation}:"
  case orderAll = "Put these in order: write 1 in the box of the first, 2 in the next, and so on."
  case orderFirst =
    "Put the first {count} in order: write 1 in the box of the first, 2 in the next, and so on."
  case tickAll = "Tick all that apply."
  case tickMost = "Tick {count} at the most."
  case exclusive = "“{option}” goes with no other."

  // MARK: Conditions, as parts of “Answer this only if …”

  case conditionAnd = "{conditions} and {condition}"
  case conditionOr = "{conditions} or {condition}"
  case conditionNot = "it is not so that {condition}"
  case scoreOf = "the score of {subject} {comparison}"
  case answerIs = "your answer to question {number} is {answer}"
  case answerScores = "your answer to question {number} scores {comparison}"
  case putFirst = "you put {options} first in question {number}"
  case chose = "you chose {options} in question {number}"
  case youAnswered = "you answered question {number}"
  case youDidNotAnswer = "you did not answer question {number}"
  case atLeast = "at least {bound}"
  case atMost = "at most {bound}"
  case above = "above {bound}"
  case below = "below {bound}"
  case isOption = "is {options}"
  case isKnown = "is known"
  case isNotKnown = "is not known"
}
