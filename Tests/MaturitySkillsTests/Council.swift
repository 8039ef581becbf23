import DigitalMaturity
import MaturitySkills
import MaturityTables
import Testing

/// People and ratings of ``SmallFramework``, from CSV.
enum Council {
  static func staff(
    _ csv: String, teams: String? = nil, framework: SkillsFramework = SmallFramework.framework
  ) throws -> StaffList {
    var problems = SkillsProblems()
    let tree = try teams.map { try TeamTree(.bytes(Array($0.utf8)), file: "teams.csv", problems: &problems) }
    let list = try StaffList(
      .bytes(Array(csv.utf8)), file: "people.csv", framework: framework, teams: tree ?? TeamTree())
    #expect(problems.count == 0 && list.problems.count == 0, "\(problems.list + list.problems.list)")
    return list
  }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func ratings(
    _ csv: String..., of staff: StaffList, on day: String = "2026-06-01", today: String? = nil,
    keepsNotes: Bool = false,
    rater: RaterKind? = nil, ratedOn: String? = nil, framework: SkillsFramework = SmallFramework.framework
  ) async throws -> StaffRatings {
    var reader = try RatingsReader(
      staff: staff, framework: framework,
      options: RatingsOptions(
        on: try self.day(day), today: try today.map { try self.day($0) }, keepsNotes: keepsNotes))
    for (index, file) in csv.enumerated() {
      try await reader.read(
        .bytes(Array(file.utf8)), file: index == 0 ? "ratings.csv" : "ratings-\(index + 1).csv", rater: rater,
        day: try ratedOn.map { try self.day($0) })
    }
    return reader.finish()
  }

  static func scorer(_ framework: SkillsFramework = SmallFramework.framework) throws -> SkillsScorer {
    try SkillsScorer(try Assessment(SmallFramework.draft(framework)))
  }
}
