import DigitalMaturity
import Testing

@testable import MaturitySkills

@Suite("Several raters") struct RaterPolicyTests {
  private static let levels = [0, 1, 2, 4].map {
    ProficiencyLevel(id: Identifier("l\($0)"), value: Double($0), name: LocalizedText("Level \($0)"))
  }

  /// What a rater says: the position of a level, `x` not needed, `!` conflicting, `o` level 1 but too old, `-` nothing.
  private func cell(_ letter: Character) -> RatingCell {
    var cell = RatingCell(line: 2, day: 200, level: RatingCell.none, file: 0)
    switch letter {
    case "x": cell.level = RatingCell.notNeeded
    case "!": (cell.level, cell.file) = (1, RatingCell.disagrees)
    case "o": (cell.level, cell.day) = (1, 99)
    case "-": cell.level = RatingCell.none
    default: cell.level = UInt8(String(letter)) ?? RatingCell.none
    }
    return cell
  }

  @Test(
    "become one level, or none with a reason",
    arguments: [
      // The person, the manager, a peer; positions of levels 0, 1, 2, 4.
      ("32-", RaterPolicy.managerOverSelf, 2.0, nil), ("3--", .managerOverSelf, 4, nil),
      ("--1", .managerOverSelf, 1, nil),
      ("3o-", .managerOverSelf, 4, nil), ("oo-", .managerOverSelf, nil, .outOfDate),
      ("---", .managerOverSelf, nil, .notRated),
      ("3x-", .managerOverSelf, nil, .notNeeded), ("x2-", .managerOverSelf, 2, nil),
      ("x--", .managerOverSelf, nil, .notNeeded),
      ("3!-", .managerOverSelf, 4, nil), ("!2-", .managerOverSelf, 2, nil), ("x!-", .managerOverSelf, nil, .notNeeded),
      ("-!-", .managerOverSelf, nil, .conflicting), ("o!-", .managerOverSelf, nil, .conflicting),
      ("32-", .mean, 3, nil), ("310", .mean, 5.0 / 3, nil), ("3x-", .mean, 4, nil), ("xx-", .mean, nil, .notNeeded),
      ("3o-", .mean, 4, nil), ("3!-", .mean, 4, nil), ("!!-", .mean, nil, .conflicting),
      ("-o-", .mean, nil, .outOfDate),
      ("321", .lowest, 1, nil), ("3-x", .lowest, 4, nil), ("---", .lowest, nil, .notRated),
      ("22-", .agreed, 2, nil), ("222", .agreed, 2, nil), ("21-", .agreed, nil, .notAgreed),
      ("2--", .agreed, nil, .notAgreed),
      ("22x", .agreed, nil, .notAgreed), ("xx-", .agreed, nil, .notNeeded), ("---", .agreed, nil, .notRated),
      ("-x-", .agreed, nil, .notAgreed), ("xo-", .agreed, nil, .notAgreed), ("2!2", .agreed, 2, nil),
      ("2!-", .agreed, nil, .notAgreed), ("-!-", .agreed, nil, .conflicting), ("3!1", .lowest, 1, nil),
    ] as [(String, RaterPolicy, Double?, NoLevel?)])
  func combine(_ said: String, _ policy: RaterPolicy, _ value: Double?, _ reason: NoLevel?) {
    let table = CombinedRatings(levels: Self.levels, policy: policy)
    let cells = said.map(cell)
    let code = table.combine(cells[0], cells[1], cells[2], oldest: 100)
    #expect(CombinedRatings.reason(of: code) == reason)
    #expect((reason == nil ? table.values[Int(code)] : nil) == value)
  }

  @Test("a rating of the first valid day is valid") func boundary() throws {
    let day = try Council.day("2026-06-01")
    #expect(ValidityPeriod("18m")?.oldest(on: day) == Day("2024-12-01"))
    #expect(ValidityPeriod("2 years")?.oldest(on: day) == Day("2024-06-01"))
    #expect(ValidityPeriod("90d")?.oldest(on: day) == Day("2026-03-03"))
    #expect(ValidityPeriod("12 weeks")?.oldest(on: day) == Day("2026-03-09"))
    for wrong in ["", "m", "0m", "-1m", "18", "18 fortnights", "1.5y"] { #expect(ValidityPeriod(wrong) == nil) }
  }
}
