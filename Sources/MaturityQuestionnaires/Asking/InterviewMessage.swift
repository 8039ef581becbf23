import DigitalMaturity

/// The phrases of an interview, in English. Catalogues of other languages have them under `interviews`. The keys stay the same in
/// every language.
enum InterviewMessage: String, CatalogueMessage {
  static let group = "interviews"

  // MARK: What is asked

  case howToAnswer = "Type the number of an answer and press Enter. ? explains the other keys."
  case goingOn = "Going on where you stopped: {done} of {all} questions done."
  case questionOf = "Question {number} of {all}, {section}"
  case aboutYou = "About you, {number} of {all}"
  case aboutYourGroup = "About your group, {number} of {all}"
  case answeredSoFar = "Answered so far: {answer}."
  case yourNote = "Your note: {note}"
  case isNeeded = "An answer is needed."
  case orKeys = "Or: {keys}."
  case keyMeans = "{key} {meaning}"
  case keyIs = "{key}: {meaning}."
  case enterKeeps = "Enter keeps it"
  case enterLeavesBlank = "Enter leaves it blank"
  case back = "b back"
  case help = "? help"
  case stop = "q stop"
  case helpEnter = "Enter on its own: leave it blank, or keep what you answered."
  case helpBack = "b: back to the question before."
  case helpNote = "+ and some words: a note to your answer."
  case helpClear = "-: take your answer out."
  case helpStop = "q: stop. You can go on later."
  case helpWords = "= in front: what follows is your answer, even if it is one of these."
  case lastNoneBlank = "That was the last question. None is left blank."
  case lastSomeBlank =
    "That was the last question. {blank, plural, one {# of {all} is} other {# of {all} are}} left blank."
  case handIn = "Enter hands your answers in. b goes back, q stops, and you can go on later."

  // MARK: How to answer

  case typeOne = "Type 1."
  case typeNumber = "Type a number from 1 to {count}."
  case typeOrder = "Type the numbers of them in order, the most important first, such as {example}."
  case typeFirst =
    "Type the numbers of the first {most} in order, the most important first, such as {example}."
  case typeAll = "Type the numbers of all that apply, such as {example}."
  case typeMost = "Type the numbers of all that apply, at most {most}, such as {example}."
  case typeExpected = "Type {expectation}."
  case typeLine = "Type your answer on one line."

  // MARK: What came of a line

  case first = "This is the first question."
  case noteKept = "Note kept."
  case kept = "Kept: {answer}."
  case needsAnswer = "This question needs an answer."
  case orOtherKeys = "Or choose one of the other keys that ? lists."
  case leftBlank = "Left blank."
  case cannotBeKept = "That cannot be kept."
  case thankYou = "Thank you. Your answers are handed in."
  case allAsked = "Every question has been asked. Type Enter, b or q."
  case stopped = "Stopped. Your answers so far are kept, and you can go on later."

  // MARK: What was not understood

  case howToNote = "Type + and then your note, such as: + ask the depot as well."
  case noSuchStatus = "“{status}” is no answer to this question."
  case lettersAlone = "To answer with those letters alone, put = in front."
  case enterAloneLeavesBlank = "Enter on its own leaves it blank."
  case textIsNot = "“{text}” is not {expectation}."
  case thatIsNot = "That is not {expectation}."
  case nothingBehind = "Nothing stands behind =."
  case thereIsNo = "There is no {number}."
  case noNumberOfAnswer = "“{text}” is not the number of an answer."
  case twice = "{number} stands twice."
  case noNumber = "There is no number in that."
  case goesAlone = "{number} goes with no other: choose it alone, or leave it out."
  case tooMany = "That is {count} of them, and at most {most} can be named."

  // MARK: Instead of an answer

  case answered = "answered"
  case blank = "left blank"
  case dontKnow = "don't know"
  case notApplicable = "does not apply"
  case notNeeded = "not needed in this work"
  case preferNotToSay = "prefer not to say"
  case notAsked = "not asked"
}

/// The words of an interview in a language, called as a function with a phrase and what is put in.
struct InterviewWords: Sendable {
  let catalogue: MessageCatalogue
  /// Whether people are rated: what does not apply is not needed then.
  var isOfRatings = false

  func callAsFunction(
    _ message: InterviewMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> String {
    catalogue.text(message, arguments)
  }

  /// A status as it is said to a person.
  func callAsFunction(_ status: AnswerStatus) -> String {
    switch status {
    case .answered: self(InterviewMessage.answered)
    case .unanswered: self(InterviewMessage.blank)
    case .dontKnow: self(InterviewMessage.dontKnow)
    case .notApplicable: self(isOfRatings ? InterviewMessage.notNeeded : .notApplicable)
    case .preferNotToSay: self(InterviewMessage.preferNotToSay)
    case .notShown: self(InterviewMessage.notAsked)
    }
  }
}
