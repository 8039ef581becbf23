import DigitalMaturity

/// The phrases in which rules show how they come to a score, in English. Catalogues of other languages have them under `rules`.
enum RuleMessage: String, CatalogueMessage {
  static let group = "rules"

  // MARK: The middle and the lowest

  case inOrder = "In order: {scores}."
  case lowestIs = "The lowest is {score}."
  case middleIs = "The middle one of {count} is {score}."
  case middleTwo = "The middle two of {count} are {low} and {high}, and halfway between them lies {score}."
  case middleShared =
    "The middle of {count} is {median}: {below} lie below it and {equal} on it. {median} + {step} × (({count} ÷ 2 − {below}) ÷ {equal} − 0.5) = {score}."

  // MARK: Of the maximum

  case percentOf = "Weight × (score − base), of weight × (highest score − base):"
  case percentMethod =
    "100 × the sum of weight × (score − base), divided by the sum of weight × (highest score − base), over what has a score:"
  case percentPart = "{name}: {weight} × ({score} − {base}) = {part}, of {weight} × ({highest} − {base}) = {most}"
  case percentItem = "{name}: {weight} × (score − {base}), of {weight} × ({highest} − {base}) = {most}"
  case percentSum = "100 × {sum}, divided by {most}: {score}."

  // MARK: Levels

  case byLevel = "Questions by their level:"
  case levelItems = "Level {level}: {items}"
  case weighted = "{name} (weight {weight})"
  case metFrom = "{name} (weight {weight}, met from {score})"
  case whatIsMet = "What is met:"
  case isMet = "{name}, level {level}, weight {weight}: {score}, which is at least {needed}: met"
  case isNotMet = "{name}, level {level}, weight {weight}: {score}, which is less than {needed}: not met"
  case blankNotMet = "{name}, level {level}, weight {weight}: no answer, not met"
  case passedOver = "{name}, level {level}, weight {weight}: passed over"
  case levelReached =
    "Level {level}: {met} of the weights {all} up to it are met, a share of {share}; {needed} is needed: reached."
  case levelNotReached =
    "Level {level}: {met} of the weights {all} up to it are met, a share of {share}; {needed} is needed: not reached."
  case nothingAsked = "Level {level}: nothing is asked up to it: reached."
  case highestReached = "The highest level reached is {level}."
  case partOfStep =
    "The step to level {next} has the weights {all}, of which {met} are met: {reached} + {met} ÷ {all} × ({next} − {reached}) = {score}."
  case levelMean = "Level {level}: {products} = {sum}, divided by the weights {weights}: {mean}"
  case meansOfLevels = "The mean of each level:"
  case addedUp = "Added up: {means} = {score}."

  // MARK: Shares

  case countsOne = "{score} is at least {bound}, which counts 1."
  case countsNothing = "{score} is less than {bound}, which counts 0."
}
