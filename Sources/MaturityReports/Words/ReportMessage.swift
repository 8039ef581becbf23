import DigitalMaturity

/// The phrases of reports, in English. Catalogues of other languages have them under `reports`.
enum ReportMessage: String, CatalogueMessage {
  static let group = "reports"

  // MARK: Headings of tables and short answers in them

  case area = "Area"
  case score = "Score"
  case level = "Level"
  case target = "Target"
  case gap = "Gap"
  case answered = "Answered"
  case people = "People"
  case agreed = "Agreed"
  case agreedAnswers = "Agreed answers"
  case answers = "Answers"
  case overall = "Overall"
  case option = "Option"
  case share = "Share"
  case meanPlace = "Mean place"
  case first = "First"
  case difference = "Difference"
  case likelyRange = "Likely range"
  case groupHeading = "Group"
  case nameHeading = "Name"
  case madeOf = "Made of"
  case theme = "Theme"
  case principle = "Principle"
  case literacy = "Literacy"
  case together = "Together"
  case fromScore = "From score"
  case whatItMeans = "What it means"
  case whatItLooksLike = "What it looks like"
  case today = "Today"
  case aim = "Aim"
  case everyone = "Everyone"
  case notStated = "Not stated"
  case attributeNotStated = "{attribute} not stated"
  case withheldWord = "withheld"
  case notAsked = "not asked"
  case noTarget = "no target"
  case onTarget = "on target"
  case gapBelow = "{gap} below"
  case gapAbove = "{gap} above"
  case basisQuestions = "{count, plural, one {one question} other {# questions}}"
  case basisAreas = "{count, plural, one {one area} other {# areas}}"

  // MARK: Parts of sentences

  case quoted = "“{text}”"
  case spelled = "{count, spellout}"

  // MARK: The page

  case pageTitle = "{assessment}: results"
  case results = "Results"
  case contents = "Contents"
  case skip = "Skip to the results"
  case occasion = "{title}, {date}"
  case versionOfAssessment = "Version {version} of the assessment"
  case otherVersion =
    "{cohort}: these results were scored with another state of the assessment ({id}, version {version}). Texts here are of the version at hand."
  case marks =
    "{withheld} means withheld, so that nobody can be picked out. {none} means that there is no score; the reason stands beside it."
  case swipe = "Swipe to see more →"
  case shadeKey = "The larger the share, the stronger the shade:"
  case shadeUnder = "under {share}"
  case shadeFrom = "from {share}"
  case participationPeople = "{cohort}: {count, plural, one {# person} other {# people}}, “{title}”"
  case participationMeasured = "{cohort}: figures that were measured, “{title}”"
  case participationAgreed = "{cohort}: {count, plural, one {# agreed answer} other {# agreed answers}}, “{title}”"
  case participationWithheld = "{cohort}: number of people withheld, “{title}”"

  // MARK: At a glance

  case glance = "At a glance"
  case glanceOf = "{cohort}: at a glance"
  case scoresByArea = "Scores by area"
  case scoresByAreaOf = "{cohort}: scores by area"
  case chartTitle = "{cohort}: scores and targets by area"
  case chartDescription = "On a scale from {low} to {high}. {rows}."
  case chartTarget = "target {target}"
  case chartRow = "{area} {score}"
  case chartRowTarget = "{area} {score}, target {target}"
  case chartRowRange = "{row}, likely range {range}"
  case withheldOverview =
    "Below are the reason, what this group can do to have results that can be shown, and a way to use the assessment at once."
  case noFiguresForEveryone = "These results have no figures for everyone together."
  case allResultsWithheld = "All results of this group are withheld, because too few people stand behind them."
  case nobodyResponded = "Nobody has responded yet."
  case noAreaHasScore = "No area has a score."
  case oneAreaScores = "{area} scores {score}."
  case allScoresSame = "All {count, spellout} areas with a score have the same, {score}."
  case strongestAndWeakest = "Strongest: {strongest} ({high}). Weakest: {weakest} ({low})."
  case andMore = "{count, spellout} more"
  case belowItsTarget = "It is below its target."
  case reachesItsTarget = "It reaches its target."
  case allReachTarget = "All {all, spellout} areas reach their target."
  case allBelowTarget = "All {all, spellout} areas are below target."
  case bothReachTarget = "Both areas reach their target."
  case bothBelowTarget = "Both areas are below target."
  case someBelowTarget =
    "{below, plural, one {{below, Spellout} of {all, spellout} areas is below target.} other {{below, Spellout} of {all, spellout} areas are below target.}}"
  case allScoredReachTarget = "All {all, spellout} areas with a score and a target reach their target."
  case allScoredBelowTarget = "All {all, spellout} areas with a score and a target are below target."
  case bothScoredReachTarget = "Both areas with a score and a target reach their target."
  case bothScoredBelowTarget = "Both areas with a score and a target are below target."
  case someScoredBelowTarget =
    "{below, plural, one {{below, Spellout} of {all, spellout} areas with a score and a target is below target.} other {{below, Spellout} of {all, spellout} areas with a score and a target are below target.}}"
  case allAreasWithheld = "The scores of all areas are withheld."
  case areasWithheld =
    "{count, plural, one {{count, Spellout} area is withheld.} other {{count, Spellout} areas are withheld.}}"
  case areasWithoutScore =
    "{count, plural, one {{count, Spellout} area has no score.} other {{count, Spellout} areas have no score.}}"
  case figurePeople = "{count, plural, one {person took part} other {people took part}}"
  case figureAgreed = "{count, plural, one {agreed answer} other {agreed answers}}"
  case figureAnswered = "of questions answered"
  case figureTargets = "areas at or above target"
  case figureOverall = "overall score"
  case reachedOf = "{reached} of {all}"

  // MARK: Who took part

  case participationTitle = "Who took part"
  case tookPartOf = "{count} of {people} people took part: {share}."
  case tookPartWithheld = "How many of the {people} people took part is withheld."
  case rateCaption = "Who took part, by {attributes}"
  case tookPart = "Took part"
  case outOf = "Of"
  case rateMeans = "The share is of the headcount that was given: everybody who could have answered."

  // MARK: How people are spread

  case spreadTitle = "How people are spread over the levels"
  case spreadIntroduction =
    "An average can hide that some people see much and others little. Each bar is all who have a score in the area, each part of it the share at one level, in per cent."
  case spreadIntroductionAnswers =
    "An average can hide that some answers are high and others low. Each bar is all answers in the area, each part of it the share at one level, in per cent."
  case spreadChart = "{cohort}: how people are spread over the levels"
  case spreadCaption = "Share of people at each level"
  case spreadCaptionAnswers = "Share of answers at each level"
  case countAnswersGiven = "{count, plural, one {# answer} other {# answers}}"
  case statementsTitle = "How far people agree with statements"
  case statementsIntroduction =
    "Each bar is all who answered. What lies left of the middle line disagrees, what lies right of it agrees; half of those in the middle lie on each side. Numbers are per cent."
  case statementsIntroductionEven =
    "Each bar is all who answered. What lies left of the middle line disagrees, what lies right of it agrees. Numbers are per cent."
  case turnedRound = "{statement} (agreeing speaks against the area)"
  case statementsChart = "{cohort}: how far people agree with statements"
  case statementsCaption = "Share of people who gave each answer"
  case statement = "Statement"
  case agreementTitle = "Where people agree, and where there are two camps"
  case agreementIntroduction =
    "This is about how near to each other people’s answers lie, not about how good things are. In two camps, many answered low and many high, with few between: talk about these first."
  case agreeMost = "Where people agree most"
  case campsHeading = "Where there are two camps"
  case noTwoCamps = "On no question whose answers may be shown do people stand in two camps."
  case mostSpread = "Where answers are most spread out"
  case andSoMany = "{count, plural, one {And one more question.} other {And {count, spellout} more questions.}}"

  // MARK: Side by side

  case sideBySide = "Side by side"
  case sideBySideIntroduction =
    "Each questionnaire asks its own questions, so scores of different questionnaires are not compared. One question an area is the same: which description is closest to how things are today. Here are the average answers to it."
  case sideBySideShort = "The average answer to the one question an area that is the same for all."
  case sideBySideText = "Side by side: the average answer to the question that is the same for all."
  case sideBySideCaption = "Average answer to the same question"
  case pairedTitle = "{first} and {second}: average answer to the same question"
  case bothFigures = "{first} and {second}"
  case differenceFigures = "{difference} (likely {range})"
  case countPeople = "{count, plural, one {# person} other {# people}}"
  case countAgreed = "{count, plural, one {# agreed answer} other {# agreed answers}}"
  case nothingComparable =
    "Nothing can be put side by side here: in no area do two of them have a figure that may be shown."
  case nothingComparableWithheld = "Nothing can be put side by side here: the results of {cohorts} are withheld."
  case same = "the same"
  case lessThan = "less than {number}"
  case higher = "{size} higher"
  case lower = "{size} lower"
  case cohortHigher = "{cohort} {size} higher"
  case cohortLower = "{cohort} {size} lower"
  case differenceRange = "{difference} (likely between {low} and {high})"

  // MARK: All audiences together

  case pooledTitle = "All audiences together"
  case pooledIntroduction =
    "Each score is the average of the audiences’ own scores, as the assessment declares: {parts}. An audience that was not asked about an area has no part in it."
  case pooledDifference =
    "The difference is {second} less {first}: they were not asked the same, so take it as a reason to ask why."
  case pooledOneFixed =
    "The likely range allows for who happened to answer among {people}; {fixed} is fixed, and its figures are taken as they are."
  case pooledBothFixed =
    "Both are fixed, and neither is an average over people who may stand for others, so there is no likely range."
  case pooledBothVary = "The likely range allows for who happened to answer among both."
  case pooledPart = "{name} counts {weight}"
  case pooledCaption = "Scores by area, all audiences together"

  // MARK: Area by area

  case areaByArea = "Area by area"
  case unanimous = "Everyone has the same score here. Handle this with care: it tells what each person answered."
  case notOnScale = "not on the scale of the levels"
  case onTargetOf = "on the target of {target}"
  case belowTargetOf = "{gap} below the target of {target}"
  case aboveTargetOf = "{gap} above the target of {target}"
  case shareAnswered = "{share} answered"
  case looksLikeHere = "What “{level}” looks like here"
  case highestLevel = "This is the highest level."
  case comesNext = "What comes next: “{level}”"
  case belowFirstLevel = "Below the first level"
  case recommendedActions = "Recommended actions"
  case actionWorkstream = "Workstream: {name}"
  case actionLead = "Lead: {name}"
  case actionEffort = "Effort: {days, plural, one {# officer-day} other {# officer-days}}"
  case actionFrom = "From the results of: {cohorts}"
  case actionWithDetails = "{action}. {details}."

  // MARK: Groups

  case byAttribute = "By {attributes}"
  case cohortByAttribute = "{cohort} by {attributes}"
  case cohortColonByAttribute = "{cohort}: by {attributes}"
  case byAttributeAllWithheld = "By {attributes}: all {count} groups are withheld."
  case byAttributeNoGroups = "By {attributes}: no groups."
  case groupsWithheld = "{count, plural, one {# group withheld.} other {# groups withheld.}}"
  case scoresByAreaAndAttribute = "Scores by area and {attributes}"
  case heatmapTitle = "{cohort}: scores by area and {attributes}"
  case shade = "The stronger the shade, the higher the level."
  case withheldMark = "{mark}: withheld, because too few people stand behind it."
  case unanimousMark = "{mark}: everyone in the group has the same score. Handle with care."
  case smallGroups = "Where fewer than {count} people stand behind a figure, take it as a hint, not as a finding."

  // MARK: Views

  case themes = "Themes"
  case themesIntroduction = "Themes are views across the areas: an area may belong to several."
  case viewsOfSeveral =
    "These groups may have been asked different questions, so the columns are not compared here: “Side by side” compares the same questions."
  case scoresByTheme = "Scores by theme"
  case principles = "Principles"
  case principlesOf = "Principles: {set}"
  case principlesIntroduction =
    "What the answers say about statements of principle. One that no question is evidence of is marked “not asked”."
  case scoresOf = "Scores: {name}"
  case literacies = "Digital literacies"
  case literaciesIntroduction =
    "What the answers say about the digital skills that people are expected to have. A few questions touch each; this is not a test of anybody."
  case scoresByLiteracy = "Scores by literacy"
  case scoreLevelBasis = "{score} {level} ({basis})"

  // MARK: Answers that are not scored

  case unscoredAnswers = "Answers that are not scored"
  case unscoredAnswersOf = "{cohort}: answers that are not scored"
  case placesCaption = "Mean place, and who put it first"
  case choicesCaption = "Who chose what"
  case answersWithheld = "{mark} The answers are withheld, because too few people stand behind them."
  case nobodyAnswered = "Nobody answered."
  case peopleAnswered = "{count, plural, one {# person answered.} other {# people answered.}}"
  case peopleAnsweredOthers =
    "{count, plural, one {# person answered; {others}.} other {# people answered; {others}.}}"
  case leftBlank = "{count} left it blank"
  case didNotKnow = "{count} did not know"
  case didNotApply = "{count} said that it did not apply"
  case preferredNotToSay = "{count} preferred not to say"
  case agreedAnswersGiven = "{count, plural, one {# agreed answer.} other {# agreed answers.}}"
  case standSideBySide =
    "{count, plural, one {# agreed answer stands} other {# agreed answers stand}} side by side below, each about something else. An average over them would tell of none."
  case wroteThis = "{group}: {text}"
  case rankedNote =
    "They are in order of the mean place; 1 would be first for everyone. An option left out shares the places that were left."
  case severalNote = "Each could choose several, so shares may add up to more than 100\u{A0}%."
  case meanAndMiddle = "Mean {mean}, middle {middle}."

  // MARK: What is withheld

  case withheldTitle = "What is withheld, and why"
  case measuredRule =
    "These are figures that were measured. They are not about any one person, so nothing is withheld."
  case nothingWithheldRule =
    "These are answers that a group agreed on. They are not about any one person, so nothing is withheld."
  case withheldRule =
    "A figure is withheld when fewer than {threshold} people stand behind it, or when another withheld figure could be worked out from it. It is marked {mark}."
  case smallCounts =
    "Among {threshold} people or more, the number who gave one answer or reached one level may be small, and is shown."
  case nothingHadToBeWithheld = "In these results nothing had to be withheld."
  case nothingWithheld = "Nothing is withheld."
  case withheldText = "Withheld. {rule}"
  case groupsWithheldWhole = "These groups are withheld whole:"
  case figuresWithheld = "Of groups that are shown, these figures are withheld:"
  case everyoneWithheld = "Everyone: all results."
  case groupsWithheldBy = "By {attributes}: {groups}."
  case allGroups = "all {count} groups"
  case allGroupsBut = "{hidden} of {all} groups, all but {shown}"
  case figuresOfGroup = "{group}: {figures}."
  case allAreas = "all areas"
  case countThemes = "{count, plural, one {# theme} other {# themes}}"
  case countPrinciples = "{count, plural, one {# principle} other {# principles}}"
  case countLiteracies = "{count, plural, one {# literacy} other {# literacies}}"
  case countQuestions = "{count, plural, one {# question} other {# questions}}"
  case agreeInstead =
    "The group can record one agreed answer instead (mode: consensus): that is not personal data and is shown."
  case cohortWithheld =
    "All results of this group are withheld. A figure is shown only when at least {threshold} people stand behind it: with fewer, it could tell what one of them said. This is a promise made to everyone who took part. It says nothing about how good or bad the results are."
  case whatGroupCanDo = "What this group can do:"
  case agreeTitle = "Agree one answer together."
  case agreeText =
    "Talk each question through and record the answer that the group agrees on, with a questionnaire whose mode is {mode}. An agreed answer belongs to the group and is not personal data, so it is shown, whatever the group’s size."
  case askMoreTitle = "Ask more people."
  case askMoreText = "From {threshold} people on, results can be shown."
  case talkTitle = "Begin to talk now."
  case talkText = "The descriptions below need no figures."
  case discussionTitle = "For your discussion: what each level looks like"
  case discussionIntroduction =
    "For each area, agree which description is closest to how things are today, and which you want to reach. Mark both."
  case descriptionsOf = "{area}: the descriptions"

  // MARK: How reliably areas are measured

  case reliabilityTitle = "Annex: how reliably areas are measured"
  case reliabilityIntroduction =
    "Cronbach’s alpha says how far the questions of an area hang together: 1 where people who score high on one score high on all, near 0 where one question tells nothing of another. A common rule of thumb asks for {wanted}. It counts those who answered every question of the area."
  case reliabilityCaption = "Cronbach’s alpha of each area"
  case audience = "Audience"
  case questionsHeading = "Questions"
  case alpha = "Alpha"
  case higherWithout = "Higher without"
  case questionAndFigure = "{question} ({figure})"

  // MARK: How it was calculated

  case methodTitle = "How it was calculated"
  case theLevels = "The levels"
  case measuredMethod = "Figures are taken as they were measured. They are not a sample of anybody."
  case agreedMethod = "Groups recorded answers that they agreed on. They are not a sample of anybody."
  case answeredMeans =
    "“Answered” is the share of questions that were answered, of all that were shown to people and applied to them."
  case rounding =
    "Figures are rounded once, when shown. Levels, targets and limits are compared with the unrounded figure. A score that rounding to one decimal would carry over the start of a level or over its target is shown with more decimals."
  case versions = "Assessment {id}, version {version}, content {digest}; questionnaire {questionnaire}."
  case versionsBuilt =
    "Assessment {id}, version {version}, no content digest (built in a program); questionnaire {questionnaire}."
  case kindAreas = "areas"
  case kindThemes = "themes"
  case kindPrinciples = "principles"
  case kindLiteracies = "literacies"
  case kindOverall = "the overall score"
  case kindAndNames = "{kind}: {names}"
  case ruleAlone = "The rule is “{rule}”."
  case ruleSummary = "The rule is “{rule}”: {summary}"
  case ruleWith = "The rule is “{rule}” with {settings}."
  case ruleWithSummary = "The rule is “{rule}” with {settings}: {summary}"
  case madeOfAreas = "It is made of the scores of areas."
  case peopleAveraged = "Each person is scored, then the scores of all people are averaged."
  case questionsAveraged = "Each question is averaged over the people who answered it, then the rule is applied."
  case areaLeftOut = "An area without a score is left out."
  case areaLowest = "An area without a score counts as the lowest score."
  case areaBlocks = "With one area without a score there is no score."
  case blankLeftOut = "A blank answer is left out."
  case blankLowest = "A blank answer counts as the lowest score."
  case blankBlocks = "With one blank answer there is no score."
  case dontKnowLowest = "A “don’t know” counts as the lowest score."
  case dontKnowBlank = "A “don’t know” counts as a blank."
  case inapplicableLeftOut = "What does not apply to a person is left out for that person."
  case leastAreas = "At least {share} of its areas must have a score."
  case leastOfPerson = "A person has a score when at least {share} of the questions that apply are answered."
  case leastOfQuestions = "There is a score when at least {share} of its questions are answered."
  case weighted =
    "Everyone’s scores are weighted, so that each {attributes} counts by its headcount and not by how many answered. Counts and groups are as people answered."
  case weightedEffect =
    "Everyone’s scores are weighted, so that each {attributes} counts by its headcount and not by how many answered; that makes them about as sure as {sure} of {people} people would (design effect at most {effect}). Counts and groups are as people answered."
  case withoutHeadcount =
    "{group}: {count, plural, one {# person} other {# people}} without a headcount; each counts as people do on average."
  case noHeadcount = "{group}: there is no headcount; each person counts as people do on average."
  case nobodyOfGroupAnswered =
    "{group}: nobody answered, so its {count, plural, one {# person is} other {# people are}} not represented."
  case moreThanHeadcount =
    "{group}: {people} answered, more than its headcount of {headcount}; check the headcounts."

  // MARK: Sources

  case sourcesTitle = "Where the wording comes from"
  case theAssessment = "The assessment"
}
