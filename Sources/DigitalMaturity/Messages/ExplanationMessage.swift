/// The phrases of explanations, in English. Catalogues of other languages have them under `explanations`.
enum ExplanationMessage: String, CatalogueMessage {
  static let group = "explanations"

  // MARK: What is explained

  case scoreTitle = "{name}: {kind} “{id}”, questionnaire “{questionnaire}”, {people}"
  case questionTitle = "{text} Question “{id}”, questionnaire “{questionnaire}”, {people}"
  case kindArea = "area"
  case kindTheme = "theme"
  case kindPrinciple = "principle"
  case kindLiteracy = "literacy"
  case kindOverall = "overall"
  case everyone = "everyone"
  case notStated = "{attribute} not stated"

  // MARK: What it is made of, and by which rule

  case madeOfQuestions =
    "{count, plural, one {Made of # question: {items}.} other {Made of # questions: {items}.}}"
  case madeOfAreas = "{count, plural, one {Made of # area: {items}.} other {Made of # areas: {items}.}}"
  case item = "{id} (weight {weight})"
  case itemReversed = "{id} (weight {weight}, reversed)"
  case rule = "Rule “{rule}”"
  case ruleWith = "Rule “{rule}” with {settings}"
  case blanksLeftOut = "blank answers are left out"
  case blankLowest = "a blank counts as the lowest score"
  case blankBlocks = "one blank means no score"
  case dontKnowLowest = "a don't know counts as the lowest score"
  case dontKnowBlank = "a don't know counts as a blank"
  case least = "at least {share} % of what applies must be answered"

  // MARK: People

  case eachPerson = "Each person is scored by the rule: {people} of {respondents} have a score."
  case eachPersonWithout =
    "Each person is scored by the rule: {people} of {respondents} have a score; {without, plural, one {# without one is left out.} other {# without one are left out.}}"
  case scoresWithheld = "How many people have which score is withheld, as a question that it is made of is."
  case peopleByScore = "People by their score: {products}."
  case sumOfPeople =
    "Sum {sum}, divided by {people, plural, one {# person} other {# people}}: {mean}."
  case eachAgreed = "Each agreed answer is scored by the rule: {people} of {respondents} have a score."
  case eachAgreedWithout =
    "Each agreed answer is scored by the rule: {people} of {respondents} have a score; {without, plural, one {# without one is left out.} other {# without one are left out.}}"
  case agreedByScore = "Agreed answers by their score: {products}."
  case sumOfAgreed =
    "Sum {sum}, divided by {people, plural, one {# agreed answer} other {# agreed answers}}: {mean}."
  case rounded = "Shown to four decimals, added up unrounded."
  case hint =
    "{count, plural, one {Only # person: take this as a hint, not as a finding.} other {Only # people: take this as a hint, not as a finding.}}"

  // MARK: Questions

  case questionsAveraged = "Each question is averaged over the people who answered it."
  case questionsMiddle = "Each question stands for the middle of its answers."
  case questionsInterpolated = "Each question stands for where the middle lies within its answers."
  case whatBecame = "What became of the questions:"
  case questionWithheld = "{id}: withheld"
  case questionStatuses = "{id}: {statuses}"
  case statusCount = "{count} {status}"
  case statusAnswered = "answered"
  case statusBlank = "left blank"
  case statusDontKnow = "don't know"
  case statusNotApplicable = "not applicable"
  case statusPreferNot = "prefer not to say"
  case statusNotShown = "not shown"
  case scoresAndMean = "scores {scores}; mean {mean}"
  case scoresAndWeightedMean = "scores {scores}; weighted mean {mean}"
  case scoresAndMiddle = "scores {scores}; middle {median}"
  case scoresAndWeightedMiddle = "scores {scores}; weighted middle {median}"
  case scoresAndMiddleShared =
    "scores {scores}; middle {median}, with {below} below it and {equal} on it: {median} + {step} × (({count} ÷ 2 − {below}) ÷ {equal} − 0.5) = {middle}"
  case none = "none"
  case answeredOf = "Answered: {answered} of {applicable} that were shown and applied, {share} %."

  // MARK: Sums

  case weightTimesMean = "Weight × mean: {products}."
  case weightTimesMedian = "Weight × median: {products}."
  case weightTimesScore = "Weight × score: {products}."
  case hasNoMean = "{name} has no mean: {reason}"
  case hasNoMedian = "{name} has no median: {reason}"
  case hasNoScore = "{name} has no score: {reason}"
  case factorTimes = "Factor × what it counts as: {products}."
  case countsAs = "They count as {scores}."
  case countsAsLowest = "{name} has no answers and counts as its lowest score, {score}."
  case weighNothing = "Left out, since they weigh 0: {items}."
  case sum = "Sum {sum}."
  case sumDivided = "Sum {sum}, divided by {divisor}: {score}."
  case constantAdded = "{constant} is added: {score}."
  case sumOfWeights = "Sum {sum}, divided by the weights {weights}: {mean}."
  case ruleMakes = "The rule makes of them {score}."

  case ceilings = "The rule “{rule}” makes of the answers {score}, which is then held under ceilings:"
  case ceilingsOfEach = "The rule “{rule}” scores each by itself, and each score is then held under ceilings:"
  case ceiling = "at most {at} while {condition}"
  case ceilingMet = "at most {at} while {condition}: so it is, {before} → {after}"
  case ceilingNotMet = "at most {at} while {condition}: so it is not, and {before} stays"

  // MARK: What each part does

  case effectsOfQuestions = "What each question does to the score, the strongest first:"
  case effectsOfAreas = "What each area does to the score, the strongest first:"
  case effectOfQuestion = "{id}: without it {without}; one answer higher {higher}"
  case effectOfOpen = "{id}: without it {without}"
  case effectOfArea = "{id}: without it {without}; one level higher {higher}"
  case noChange = "{score}, no change"
  case more = "{score}, {change} more"
  case less = "{score}, {change} less"
  case noScoreBecause = "no score ({reason})"

  // MARK: The result

  case noScore = "No score. {reason}"
  case score = "Score {score}"
  case levelFrom = "level “{level}”, which begins at {from}"
  case targetBelow = "target {target}, {gap} below it"
  case targetReached = "target {target}, reached"
  case noMean = "No mean. {reason}"
  case hasNoScores = "It has no scores."
  case mean = "Mean {mean}."
  case weightedMean = "Weighted mean {mean}."

  // MARK: One question

  case answers = "Answers: {statuses}."
  case reversed = "The question is reversed: a score counts as {low} + {high} less the score."
  case sumOfAnswers = "{products} = {sum}, divided by {count} answers: {mean}."
  case byOption = "By option:"
  case byOptionRanked = "By option; one that is left out shares the places that are left:"
  case byOptionSeveral = "By option; one answer may choose several:"
  case option = "{count} × “{label}” (score {score})"
  case optionFirst = "{count} of {answered}, {share} %, put “{label}” first"
  case optionChosen = "{count} of {answered}, {share} %, chose “{label}”"
  case withScore = "{option} (score {score})"
  case withPlace = "{option}; mean place {place}"

  // MARK: Weighted to a population

  case weightedGroup =
    "{group}: {people, plural, one {# person} other {# people}} × weight {weight} × mean {mean}"
  case weightedGroupOf =
    "{group}: {people, plural, one {# person} other {# people}} × weight {weight} ({headcount} ÷ {respondents}) × mean {mean}"
  case othersWeighted = "People of no group with a headcount count as people do on average."
  case withheldTogether = "Withheld groups together"
  case everyoneWeighted =
    "Everyone is weighted: a person counts as many as there are in the group for each that answered."
  case weightedSum =
    "Sum of people × weight × mean {total}, divided by the sum of people × weight {weights}: {mean}. Each person counting once it would be {unweighted}."
  case designEffect =
    "Design effect {effect}: as sure as {sure} of the {people} people would be, if all counted the same."
}
