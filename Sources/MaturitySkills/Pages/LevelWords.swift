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
    validFrom.map { "Ratings from before \($0) are out of date and count as not rated." }
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

  /// `self: On my own, 2025-10-01`.
  func rating(_ rating: StaffRatings.Rating?, isOld: Bool) -> ResultTable.Cell {
    guard let rating else { return .none }
    let verdict =
      switch rating.verdict {
      case .level(let position): levels.indices.contains(position) ? levels[position].name.text(in: language) : ""
      case .notNeeded: "not needed"
      case .conflicting: "two of one day"
      }
    return .text("\(verdict), \(rating.day)\(isOld ? " (out of date)" : "")")
  }
}
