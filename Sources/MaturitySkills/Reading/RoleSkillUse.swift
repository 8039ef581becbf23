import DigitalMaturity

/// Whether rows of a role-skill file are in use, by the columns that say so.
struct RoleSkillUse: Sendable {
  /// What a row says.
  enum Use: Sendable, Hashable {
    case inUse
    /// The column that says otherwise.
    case outOfUse(Int)
    /// The column that cannot be understood.
    case unclear(Int)
  }

  /// Columns that tell of an end: yes or no, or the day since which. They follow those of ``RoleSkillImport`` before them.
  static let endings: [(name: String, others: [String])] = [
    ("out of use", ["out-of-use", "out_of_use", "not in use"]),
    (
      "withdrawn",
      [
        "withdrawn on", "withdrawn_on", "date withdrawn", "withdrawn date", "withdrawal date", "ended", "end date",
        "discontinued",
      ]
    ),
    ("retired", ["retired on", "retired_on", "date retired", "retired date"]),
    ("inactive", ["obsolete", "archived", "deleted"]),
  ]
  private static let (inUse, status, firstEnding) = (3, 4, 5)

  private static let no: Set<String> = ["no", "n", "false", "0", "-"]
  private static let yes: Set<String> = ["yes", "y", "true", "1", "x"]
  private static let ended: Set<String> = [
    "out of use", "not in use", "retired", "inactive", "obsolete", "withdrawn", "deleted", "archived", "old", "ended",
    "expired", "superseded", "discontinued", "closed", "no longer used", "no longer in use",
  ]

  /// The day on which rows are in use or not; nil for one after all others.
  let day: Day?

  func of(_ row: NamedRows.Row) -> Use {
    let use = Spelling.folded(row.text(Self.inUse))
    if Self.no.contains(use) || Self.ended.contains(use) { return .outOfUse(Self.inUse) }
    if Self.ended.contains(Spelling.folded(row.text(Self.status))) { return .outOfUse(Self.status) }
    for column in Self.firstEnding..<Self.firstEnding + Self.endings.count {
      switch hasEnded(row.text(column)) {
      case true?: return .outOfUse(column)
      case false?: continue
      case nil: return .unclear(column)
      }
    }
    // Many files say it behind the name: “Fax (out of use)”.
    let named = [0, 1].first { column in
      let text = Spelling.folded(row.text(column))
      return Self.ended.contains { text.hasSuffix("(\($0))") || text.hasSuffix("- \($0)") }
    }
    return named.map { .outOfUse($0) } ?? .inUse
  }

  /// Whether a cell says that something has ended; nil where that cannot be told.
  private func hasEnded(_ text: String) -> Bool? {
    let word = Spelling.folded(text)
    if word.isEmpty || Self.no.contains(word) { return false }
    if Self.yes.contains(word) || Self.ended.contains(word) { return true }
    // A day whose month could be first has ended if it has either way.
    let days = [Day(word)].compactMap(\.self)
    let either = days.isEmpty ? DateOrder.allCases.compactMap { Day(word, order: $0) } : days
    guard let earliest = either.min(), let latest = either.max() else { return nil }
    guard let day else { return true }
    return latest <= day ? true : earliest > day ? false : nil
  }
}
