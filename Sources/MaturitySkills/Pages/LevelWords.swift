import DigitalMaturity

/// The words of skills pages: levels, standings and raters, in a language.
///
/// Called as a function with a phrase and what is put in: `words(.below, ["gap": "2"])`.
struct LevelWords: Sendable {
  let levels: [ProficiencyLevel]
  /// The language tag of the framework's own texts.
  let language: String?
  let catalogue: MessageCatalogue

  /// A phrase of skills pages.
  func callAsFunction(
    _ message: SkillsMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> String {
    catalogue.text(message, arguments)
  }

  /// A text of the framework.
  func text(_ text: LocalizedText) -> String { text.text(in: language) }

  /// A day in words.
  func day(_ day: Day) -> String { day.words(in: catalogue) }

  /// A number as its author wrote it.
  func exact(_ number: Double) -> String { catalogue.decimal(DecimalText.exact(number)) }

  /// A level by its name; what lies between two levels as a number.
  func level(_ value: Double?) -> ResultTable.Cell {
    guard let value else { return .none }
    if let level = levels.first(where: { abs($0.value - value) <= 1e-9 }) {
      return .text(level.name.text(in: language))
    }
    return .number(value, decimals: 1)
  }

  /// A gap: a dash for none.
  func gap(_ gap: Double?) -> ResultTable.Cell {
    guard let gap, gap > 1e-9 else { return .none }
    return .number(gap, decimals: gap == gap.rounded() ? 0 : 1)
  }

  func standing(_ standing: Standing) -> String {
    switch standing {
    case .met: self(.met)
    case .notMet: self(.notMet)
    case .notRated: self(.notRated)
    case .notNeeded: self(.notNeeded)
    }
  }

  func reason(_ reason: NoLevel) -> String {
    switch reason {
    case .notRated: self(.notRated)
    case .outOfDate: self(.outOfDate)
    case .conflicting: self(.ratingsDisagree)
    case .notAgreed: self(.notAgreed)
    case .notNeeded: self(.notNeededInWork)
    }
  }

  func heading(_ rater: RaterKind) -> String {
    switch rater {
    case .own: self(.ownRating)
    case .manager: self(.managerRating)
    case .peer: self(.peerRating)
    }
  }

  func policy(_ policy: RaterPolicy) -> String {
    switch policy {
    case .managerOverSelf: self(.managerOverSelf)
    case .mean: self(.meanOfAll)
    case .lowest: self(.lowestOfAll)
    case .agreed: self(.agreedByTwo)
    }
  }

  /// When a literacy is met, and when it is not rated.
  func met(_ scoring: ScoringDefinition?) -> String {
    guard let scoring else { return self(.literacyMet) }
    return self(.literacyReached, ["rule": type(of: scoring.rule).name])
  }

  /// How old ratings may be.
  func validity(_ validFrom: Day?) -> String? { validFrom.map { self(.validity, ["day": day($0)]) } }

  func form(_ form: LearningItem.Form) -> String {
    switch form {
    case .webinar: self(.webinar)
    case .dropIn: self(.dropIn)
    case .guide: self(.guide)
    case .codingClub: self(.codingClub)
    case .digitalChampion: self(.digitalChampion)
    }
  }

  /// What totals are broken down by, as it stands in a sentence.
  func name(of breakdown: SkillsBreakdown) -> String {
    let names: [SkillsMessage] =
      switch breakdown {
      case .team: [.ofTeam]
      case .directorate: [.ofDirectorate]
      case .role: [.ofRole]
      case .directorateAndRole: [.ofDirectorate, .ofRole]
      case .teamAndRole: [.ofTeam, .ofRole]
      }
    return catalogue.list(names.map { self($0) })
  }

  /// What a rating says, and when unless the column says so for all.
  func rating(_ rating: StaffRatings.Rating?, isOld: Bool, withDay: Bool) -> ResultTable.Cell {
    guard let rating else { return .none }
    let verdict =
      switch rating.verdict {
      case .level(let position): levels.indices.contains(position) ? levels[position].name.text(in: language) : ""
      case .notNeeded: self(.notNeeded)
      case .conflicting: self(.twoOfOneDay)
      }
    let dated = withDay ? self(.ratingOfDay, ["rating": verdict, "day": day(rating.day)]) : verdict
    return .text(isOld ? self(.ratingOutOfDate, ["rating": dated]) : dated)
  }

  /// A difference with its sign, in a column of numbers.
  func signed(_ difference: Double?, decimals: Int) -> ResultTable.Cell {
    guard let difference else { return .none }
    let amount = DecimalText.rounded(abs(difference), decimals: decimals)
    let shown = catalogue.decimal(amount)
    if !amount.contains(where: { ("1"..."9").contains($0) }) { return .text(shown) }
    return .text((difference > 0 ? "+" : "\u{2212}") + shown)
  }
}
