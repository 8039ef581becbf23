import DigitalMaturity

/// The phrases of skills pages, in English. Catalogues of other languages have them under `skills`. What a spreadsheet gets
/// has headings for programs, which are the same in every language.
enum SkillsMessage: String, CatalogueMessage {
  static let group = "skills"

  // MARK: Standings, ratings, raters

  case met = "met"
  case notMet = "not met"
  case notRated = "not rated"
  case notNeeded = "not needed"
  case outOfDate = "out of date"
  case ratingsDisagree = "ratings of one day disagree"
  case notAgreed = "not agreed yet"
  case notNeededInWork = "not needed in this work"
  case twoOfOneDay = "two of one day"
  case everythingRated = "everything rated"
  case below = "{gap} below"
  case desirable = "{level}, desirable"
  case ratingOfDay = "{rating}, {day}"
  case ratingOutOfDate = "{rating} (out of date)"
  case ownRating = "Own rating"
  case managerRating = "Manager's rating"
  case peerRating = "Peer's rating"
  case managerOverSelf = "The manager's rating counts; without one the person's own, then a peer's."
  case meanOfAll = "The mean of all ratings counts."
  case lowestOfAll = "The lowest of all ratings counts."
  case agreedByTwo = "A rating counts where at least two people agree."
  case validity = "Ratings from before {day} are out of date and count as not rated."
  case webinar = "webinar"
  case dropIn = "drop-in"
  case guide = "guide"
  case codingClub = "coding club"
  case digitalChampion = "digital champion"
  case literacyMet =
    "A literacy is met when everything essential in it is; it is not rated while any of that is not."
  case literacyReached =
    "A literacy is met when its level, made of everything essential in it by the rule “{rule}”, reaches what the role asks; it is not rated while any of that is not."

  // MARK: Headings of columns

  case literacy = "Literacy"
  case competence = "Competence"
  case level = "Level"
  case asked = "Asked"
  case gap = "Gap"
  case standing = "Standing"
  case person = "Person"
  case role = "Role"
  case all = "All"
  case everyone = "Everyone"
  case groupHeading = "Group"
  case team = "Team"
  case people = "People"
  case share = "Share"
  case likelyRange = "Likely range"
  case meetIt = "Meet it"
  case ofRated = "Of rated"
  case notRatedHeading = "Not rated"
  case outOfDateHeading = "Out of date"
  case meanGap = "Mean gap"
  case peopleBelow = "People below"
  case ratedByBoth = "Rated by both"
  case ratedHigher = "Rate themselves higher"
  case alike = "Alike"
  case lower = "Lower"
  case ownMean = "Own rating, mean"
  case managerMean = "Manager's rating, mean"
  case ownAboveMean = "Own above manager's, mean"
  case ownAbove = "Own above manager's"
  case notes = "Notes"
  case rating = "Rating"
  case about = "About"
  case note = "Note"
  case learning = "Learning"
  case form = "Form"
  case hoursHeading = "Hours"
  case forWhat = "For"
  case seats = "Seats"
  case sessions = "Sessions"
  case sessionHours = "Session hours"
  case learnerHours = "Learner hours"
  case champions = "Champions"
  case samePeople = "Same people"
  case metBefore = "Met before"
  case meetNow = "Meet now"
  case gained = "Gained"
  case lost = "Lost"
  case change = "Change"
  case changeOfSame = "Their change"
  case likelyRangeOfSame = "Their likely range"
  case likelyRangeOfLevels = "Likely range of levels"
  case levelChange = "Levels gained, mean"
  case starters = "Starters"
  case leavers = "Leavers"

  // MARK: Totals

  case title = "Digital literacies, {day}"
  case scoreTitle = "Digital literacies: who meets what their role asks, {day}"
  case heatmapTitle = "Digital literacies by {breakdown}, {day}"
  case demandTitle = "Digital literacies: what learning to order, {day}"
  case progressTitle = "Digital literacies: what moved from {before} to {after}"
  case peopleCounted = "{count, plural, one {One person.} other {# people.}}"
  case tooFew = "Too few people to show anything."
  case nothingShownBy =
    "By {breakdown} nothing may be shown: too few people are in each group, or would be known from the others. Take a coarser breakdown, or none."
  case gapsInLevels =
    "Gaps are in levels. The likely range allows for chance: the fewer people, the wider it is (95 %, Wilson)."
  case threshold =
    "Every figure has at least {threshold} people behind it; [c] is withheld. Small teams are counted with the team they are part of."
  case withoutRole =
    "{count, plural, one {One person without a role of the framework is in no figure.} other {# people without a role of the framework are in no figure.}}"
  case privateRoles = "People in private roles, such as elected members, are in no figure."
  case allLiteracies = "All literacies"
  case whoMeets = "Who meets each literacy"
  case rangeInPercent = "{low} to {high} %"
  case rangeOfChange = "{low} to {high}"
  case samePeopleTitle = "The same people: those rated on both days"
  case commonestGaps = "The commonest gaps"
  case selfAndManager = "How people rate themselves beside their managers"
  case ofTeam = "team"
  case ofDirectorate = "directorate"
  case ofRole = "role"
  case others = "“Others” are the people of a directorate who are in no team of {threshold} or more."
  case unanimous =
    "Where a share is 0 % or 100 % it says something of everybody in the group: take care whom you show it."
  case shareTitle = "Share of people who meet each literacy, by {breakdown}"
  case rangesTitle = "How sure the shares are, and how many are not rated, by {breakdown}"
  case rangesName = "Likely ranges"
  case demandIntroduction =
    "For what is essential in people's roles; each person's plan takes the largest gaps first."
  case toOrder = "To order"
  case byTeam = "By team"
  case couldNeedIt =
    "“Of rated” are the people who could need it: their roles ask for more than the level where it begins."
  case championsNote =
    "Champions are digital champions at the highest level in everything that the item teaches, in the whole council."
  case championsByTeam = "Digital champions who could teach it, by team"
  case championsFolded =
    "Champions are counted in groups of {threshold} or more: teams with fewer with the team they are part of, or with others."
  case championsFew =
    "There are too few champions to count them by team: groups have {threshold} or more."
  case allLiteraciesBy = "All literacies, by {breakdown}"
  case counted =
    "{starters, plural, one {One person is counted now and was not} other {# people are counted now and were not}}; {leavers, plural, one {one was counted and is not any more.} other {# were counted and are not any more.}}"
  case samePeopleNote =
    "The same people are those rated on both days; their change is withheld where the people rated on one of the days alone are so few that their figures would follow."
  case changeNote =
    "Changes are in percentage points, levels gained in levels. The likely range allows for chance (95 %, Newcombe; of levels Student): where it holds 0, nothing may have moved. For groups it takes the people of the two days as different ones, which makes it wider than it need be."
  case unroundedChanges = "Changes are of unrounded shares."
  case unroundedDifferences = "Differences are of unrounded means."
  case fewDiffer =
    "Hardly anybody started, left or was rated between the two days, so that there is next to nothing to compare: figures of both days would tell of those few, and the earlier ones are withheld. Choose days further apart, such as one after each round of ratings."
  case fewDifferNote =
    "A figure of {before} is [c] where it and that of {after} would differ by fewer than {threshold} people, who started, left or were rated between the days, or where one such figure would follow from it."
  case withheldEverywhere = "By {breakdowns} that is so everywhere."
  case breakdownsNext = "{list} and by {last}"
  case noSuchGroup =
    "A dash stands where there was no such group on that day: small teams are counted with the team they are part of, and which teams are small may change between the days, so such groups cannot be compared."

  // MARK: Named people

  case notice =
    "Personal: for the person and the manager only; not for capability or discipline. Keep it safe, and delete it in time."
  case noticeOfOwn =
    "Personal: for this person alone, and for nobody else; not for capability or discipline. Keep it safe, and delete it in time."
  case gapsTitle =
    "{count, plural, one {Digital literacies: gaps of one person, {day}} other {Digital literacies: gaps of # people, {day}}}"
  case farBelow = "How far each person is below what the role asks"
  case personTitle = "Digital literacies of {person}, {day}"
  case inTheRole = "In the role {roles}. {standing}"
  case noRole = "no role"
  case inNoRole =
    "The list of people names no role of the framework for this person, so nothing is asked and nothing can be scored; name one there."
  case withoutRoleNamed =
    "{count, plural, one {One person has no role of the framework, so that nothing can be scored: {codes}. Name one in the list of people.} other {# people have no role of the framework, so that nothing can be scored: {codes}. Name one for each in the list of people.}}"
  case withoutRoleAmong =
    "{count, plural, other {# people have no role of the framework, so that nothing can be scored, among them {codes}. Name one for each in the list of people.}}"
  case allMet = "Everything that the role asks is met."
  case someNotMet = "Some of what the role asks is not met yet; the plan says what would help."
  case someNotRated = "Some of what the role asks is not rated yet."
  case nothingAsked = "The role asks for nothing."
  case literacies = "Literacies"
  case competences = "Competences"
  case planTitle = "Learning plan of {person}, {day}"
  case plansTitle =
    "{count, plural, one {Learning plans of one person, {day}} other {Learning plans of # people, {day}}}"
  case offer = "An offer, to be talked over. The largest gaps come first."
  case offers = "Offers, to be talked over. The largest gaps come first."
  case plans = "Plans"
  case learningPlan = "Learning plan"
  case nothingToPlan = "nothing to plan"
  case notAllRated = "not everything is rated yet"
  case planIsEmpty = "There is nothing to plan."
  case nothingFits = "Nothing fits in the hours that there are."
  case nothingFitsHours = "nothing fits the hours"
  case planTakes = "{hours, plural, one {The plan takes # hour.} other {The plan takes # hours.}}"
  case hoursDoNotReach = "The hours do not reach for: {competences}."
  case secondTime = "Would need something in the plan a second time: {competences}."
  case untaught = "Nothing in the framework teaches the rest of: {competences}."
  case notRatedYet = "Not rated yet, so that nothing is planned: {competences}."
}
