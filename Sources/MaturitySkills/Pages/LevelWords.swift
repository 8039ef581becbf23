import DigitalMaturity

/// Levels, standings and raters in the words of pages.
struct LevelWords: Sendable {
  let levels: [ProficiencyLevel]
  let language: String?

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

  static func standing(_ standing: Standing) -> String {
    switch standing {
    case .met: "met"
    case .notMet: "not met"
    case .notRated: "not rated"
    case .notNeeded: "not needed"
    }
  }

  static func reason(_ reason: NoLevel) -> String {
    switch reason {
    case .notRated: "not rated"
    case .outOfDate: "out of date"
    case .conflicting: "ratings of one day disagree"
    case .notAgreed: "not agreed yet"
    case .notNeeded: "not needed in this work"
    }
  }

  static func heading(_ rater: RaterKind) -> String {
    switch rater {
    case .own: "Own rating"
    case .manager: "Manager's rating"
    case .peer: "Peer's rating"
    }
  }

  static func policy(_ policy: RaterPolicy) -> String {
    switch policy {
    case .managerOverSelf: "The manager's rating counts; without one the person's own, then a peer's."
    case .mean: "The mean of all ratings counts."
    case .lowest: "The lowest of all ratings counts."
    case .agreed: "A rating counts where at least two people agree."
    }
  }

  /// How old ratings may be.
  static func validity(_ validFrom: Day?) -> String? {
    validFrom.map { "Ratings from before \($0.words) are out of date and count as not rated." }
  }

  static func form(_ form: LearningItem.Form) -> String {
    switch form {
    case .webinar: "webinar"
    case .dropIn: "drop-in"
    case .guide: "guide"
    case .codingClub: "coding club"
    case .digitalChampion: "digital champion"
    }
  }

  /// What a rating says, and when unless the column says so for all.
  func rating(_ rating: StaffRatings.Rating?, isOld: Bool, withDay: Bool) -> ResultTable.Cell {
    guard let rating else { return .none }
    let verdict =
      switch rating.verdict {
      case .level(let position): levels.indices.contains(position) ? levels[position].name.text(in: language) : ""
      case .notNeeded: "not needed"
      case .conflicting: "two of one day"
      }
    return .text(verdict + (withDay ? ", \(rating.day.words)" : "") + (isOld ? " (out of date)" : ""))
  }

  /// A number of hours.
  static func hours(_ hours: Double) -> String { "\(DecimalText.exact(hours)) hour\(hours == 1 ? "" : "s")" }

  /// A difference with its sign, in a column of numbers.
  static func signed(_ difference: Double?, decimals: Int) -> ResultTable.Cell {
    guard let difference else { return .none }
    let amount = DecimalText.rounded(abs(difference), decimals: decimals)
    if !amount.contains(where: { ("1"..."9").contains($0) }) { return .text(amount) }
    return .text((difference > 0 ? "+" : "\u{2212}") + amount)
  }
}
