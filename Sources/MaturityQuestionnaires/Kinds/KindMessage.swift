import DigitalMaturity

/// What belongs in the cell of each kind of question, in English. Catalogues of other languages have them under `kinds`.
enum KindMessage: String, CatalogueMessage {
  static let group = "kinds"

  case text = "text"
  case number = "a number"
  case numberBetween = "a number from {low} to {high}"
  case numberAtLeast = "a number of at least {low}"
  case numberAtMost = "a number of at most {high}"
  case percentage = "a percentage"
  case percentageBetween = "a percentage from {low} to {high}"
  case percentageAtLeast = "a percentage of at least {low}"
  case percentageAtMost = "a percentage of at most {high}"
  case someOptions = "some of its options, separated by semicolons"
  case optionsAtMost = "at most {most} of its options, separated by semicolons"
  case optionsInOrder = "its options in order, separated by semicolons"
  case firstInOrder = "its first {most} options in order, separated by semicolons"
}
