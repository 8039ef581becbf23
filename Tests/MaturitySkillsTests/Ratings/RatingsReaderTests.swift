import DigitalMaturity
import MaturityTables
import Testing

@testable import MaturitySkills

@Suite("Files of ratings") struct RatingsReaderTests {
  private static let people = "code,role\na1,staff\na2,clerk\na3,member\n"

  private func verdicts(
    _ ratings: StaffRatings, _ person: Int, by rater: RaterKind = .own
  ) -> [StaffRatings.Rating.Verdict?] {
    (0..<3).map { ratings.rating(of: person, in: $0, by: rater)?.verdict }
  }

  @Test("a row a rating: ids, names, values, descriptions, letters of the form and not needed") func long() async throws
  {
    let staff = try Council.staff(Self.people)
    let ratings = try await Council.ratings(
      """
      person,rater,competence,level,date,note
      a1,self,letters,alone,2026-01-05,
      a1,Self,Forms,With help,25/01/2026,
      a1,self,passwords,2,2026-01-05,
      a1,manager,letters,Some,2026-01-05,seen it
      a1,manager,forms,not needed,2026-01-05,
      a2,peer, passwords ,NOT-YET,2026-01-05,
      a2,self,letters,don't know,2026-01-05,
      a2,self,forms,,2026-01-05,
      a2,self,passwords,B,2026-01-05,
      ,,,,,
      """, of: staff)
    #expect(ratings.problems.count == 0, "\(ratings.problems.list)")
    #expect(verdicts(ratings, 0) == [.level(2), .level(1), .level(2)])
    #expect(verdicts(ratings, 0, by: .manager) == [.level(1), .notNeeded, nil])
    #expect(verdicts(ratings, 1, by: .peer) == [nil, nil, .level(0)])
    #expect(verdicts(ratings, 1) == [nil, nil, .level(1)])
    #expect(ratings.rating(of: 0, in: 0, by: .own)?.day == Day("2026-01-05"))
    #expect(ratings.read == 7)
  }

  @Test("letters beside the levels' say not needed and don't know; rows of an empty table say nothing")
  func statusLetters() async throws {
    let staff = try Council.staff(Self.people)
    let ratings = try await Council.ratings(
      """
      person,rater,date,letters,forms,passwords
      a1,self,2026-01-05,D,E,Not needed in this work
      ,self,,,,
      a2,self,2026-01-05,d,C,
      """, of: staff)
    #expect(ratings.problems.count == 0, "\(ratings.problems.list)")
    #expect(verdicts(ratings, 0) == [.notNeeded, nil, .notNeeded])
    #expect(verdicts(ratings, 1) == [.notNeeded, .level(2), nil])
    let rater = try await Council.ratings("person,rater,date,letters\n,self,,C\n", of: staff)
    #expect(rater.problems.list.map(\.code) == [.incompleteRow])
  }

  @Test("a row a person: a column for each competence") func wide() async throws {
    let staff = try Council.staff(Self.people)
    let ratings = try await Council.ratings(
      "respondent,Letters,forms,extra,passwords\na1,alone,,x,not-applicable\na3,1,yes,,\n", of: staff, rater: .own,
      ratedOn: "2026-02-01")
    #expect(verdicts(ratings, 0) == [.level(2), nil, .notNeeded])
    #expect(verdicts(ratings, 2) == [.level(1), .level(2), nil])
    #expect(ratings.problems.list.map(\.code) == [.skippedColumn])
    #expect(ratings.problems.list.first?.location == SourceLocation(file: "ratings.csv", line: 1, column: 4))
  }

  /// As in files that are imported: the dates of a file tell the order of day and month, or somebody has to.
  @Test("dates with strokes are read in the order that the file tells, or that is said") func dates() async throws {
    let staff = try Council.staff(Self.people)
    func read(_ days: String..., dates: DateOrder? = nil) async throws -> StaffRatings {
      var reader = try RatingsReader(
        staff: staff, framework: SmallFramework.framework,
        options: RatingsOptions(on: try Council.day("2026-12-31"), dates: dates))
      let rows = days.enumerated().map { "a\($0.offset + 1),self,letters,alone,\($0.element)\n" }.joined()
      try await reader.read(
        .bytes(Array(("person,rater,competence,level,date\n" + rows).utf8)), file: "ratings.csv", rater: nil, day: nil,
        workers: 2, bytesPerChunk: 30, bytesForOne: 0)
      return reader.finish()
    }
    func days(_ ratings: StaffRatings) -> [String?] {
      (0..<2).map { ratings.rating(of: $0, in: 0, by: .own).map { "\($0.day)" } }
    }
    #expect(days(try await read("03/02/2026", "25/02/2026")) == ["2026-02-03", "2026-02-25"])
    #expect(days(try await read("25/02/2026", "03/02/2026")) == ["2026-02-25", "2026-02-03"])
    #expect(days(try await read("03/02/2026", "04/02/2026", dates: .dayMonth)) == ["2026-02-03", "2026-02-04"])
    #expect(days(try await read("03/02/2026", "02/25/2026", dates: .monthDay)) == ["2026-03-02", "2026-02-25"])
    #expect(days(try await read("02/25/2026", "2026-03-01")) == ["2026-02-25", "2026-03-01"])
    #expect(days(try await read("03/03/2026", "2026-03-01")) == ["2026-03-03", "2026-03-01"])
    for (own, words) in [
      (
        ["2026-02-01", "03/02/2026"],
        "no date of the file tells which; say it with --dates day-month or --dates month-day"
      ),
      (["02/25/2026", "03/02/2026"], "“02/25/2026” on line 2 has the month first; say it with --dates month-day"),
    ] {
      let error = await #expect(throws: DocumentError.self) { try await read(own[0], own[1]) }
      let problem = try #require(error?.diagnostics.first)
      #expect(problem.message.contains(words), "\(problem)")
      #expect(problem.location == SourceLocation(file: "ratings.csv", line: 3, column: 5))
    }
    let mixed = await #expect(throws: DocumentError.self) { try await read("02/25/2026", "03/02/2026", "25/02/2026") }
    #expect(mixed?.diagnostics.first?.message.contains("other dates of the file begin with either") == true)
  }

  @Test("the latest rating counts, in any order of rows and files") func latest() async throws {
    let staff = try Council.staff(Self.people)
    let head = "person,rater,competence,level,date\n"
    let rows = [
      "a1,self,letters,not-yet,2025-01-01\n", "a1,self,letters,alone,2026-01-01\n",
      "a1,self,letters,with-help,2025-06-01\n",
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let ratings = try await Council.ratings(head + order.map { rows[$0] }.joined(), of: staff)
      #expect(verdicts(ratings, 0)[0] == .level(2))
      let apart = try await Council.ratings(head + rows[order[0]], head + rows[order[1]] + rows[order[2]], of: staff)
      #expect(verdicts(apart, 0)[0] == .level(2))
    }
    let then = try await Council.ratings(head + rows.joined(), of: staff, on: "2025-12-31", today: "2026-06-01")
    #expect(verdicts(then, 0)[0] == .level(1))
    #expect(then.later == 1 && then.problems.count == 0)
  }

  @Test(
    "what does not count is named with row and column, and the rest does",
    arguments: [
      (
        "a9,self,letters,alone,2026-01-01", .unknownPerson, 1,
        "there is no person “a9” in the list of people; did you mean “a1”?"
      ),
      (",self,letters,alone,2026-01-01", .incompleteRow, 1, "the row names no person"),
      ("a1,boss,letters,alone,2026-01-01", .unknownRater, 2, "“boss” is no rater"),
      ("a1,,letters,alone,2026-01-01", .incompleteRow, 2, "does not say who rated"),
      (
        "a3,manager,letters,alone,2026-01-01", .raterNotAllowed, 2,
        "people in the role “member” are rated by the person alone"
      ),
      (
        "a1,self,leters,alone,2026-01-01", .unknownCompetence, 3,
        "there is no competence “leters”; did you mean “letters”?"
      ),
      ("a1,self,,alone,2026-01-01", .incompleteRow, 3, "names no competence"),
      ("a1,self,letters,expert,2026-01-01", .unknownLevel, 4, "there is no level “expert”"),
      ("a1,self,letters,alone,2026-13-01", .invalidDate, 5, "“2026-13-01” is not a date"),
      ("a1,self,letters,alone,", .incompleteRow, 5, "does not say when"),
      ("a1,self,letters,alone,2026-07-01", .futureDate, 5, "2026-07-01 has not come yet; today is 2026-06-01"),
      ("a1,self,letters", .incompleteRow, 5, "does not say when"),
    ] as [(String, Diagnostic.Code, Int, String)])
  func problems(_ row: String, _ code: Diagnostic.Code, _ column: Int, _ words: String) async throws {
    let staff = try Council.staff(Self.people)
    let ratings = try await Council.ratings(
      "person,rater,competence,level,date\na2,self,letters,alone,2026-01-01\n\(row)\na2,self,forms,alone,2026-01-01\n",
      of: staff)
    #expect(ratings.problems.list.map(\.code) == [code], "\(ratings.problems.list)")
    let problem = try #require(ratings.problems.list.first)
    #expect(problem.location == SourceLocation(file: "ratings.csv", line: 3, column: column), "\(problem)")
    #expect(problem.message.contains(words), "\(problem)")
    #expect(verdicts(ratings, 1) == [.level(2), .level(2), nil])
  }

  @Test("all that is wrong with a row is told at once, wide and long")
  func everythingOfARow() async throws {
    let staff = try Council.staff(Self.people)
    let long = try await Council.ratings(
      "person,rater,competence,level,date\nzz,boss,letters,expert,2026-13-01\n", of: staff)
    #expect(
      long.problems.list.map(\.code) == [.unknownPerson, .unknownRater, .invalidDate, .unknownLevel],
      "\(long.problems.list)")
    #expect(long.problems.list.map(\.location?.column) == [1, 2, 5, 4])
    let wide = try await Council.ratings(
      "person,rater,date,letters,forms\nzz,boss,2026-13-01,expert,none of it\na1,self,2026-01-01,alone,master\n",
      of: staff)
    #expect(wide.problems.list.map(\.location?.line) == [2, 2, 2, 2, 2, 3], "\(wide.problems.list)")
    #expect(wide.problems.list.map(\.location?.column) == [1, 2, 3, 4, 5, 5])
    #expect(verdicts(wide, 0) == [.level(2), nil, nil])
  }

  @Test("two ratings of one day that disagree do not count, and both rows are named") func conflict() async throws {
    let staff = try Council.staff(Self.people)
    let head = "person,rater,competence,level,date\n"
    let rows = "a1,self,letters,alone,2026-01-01\na1,self,letters,with-help,2026-01-01\n"
    let ratings = try await Council.ratings(head + rows, of: staff)
    #expect(verdicts(ratings, 0)[0] == .conflicting)
    let problem = try #require(ratings.problems.list.first)
    #expect(problem.code == .conflictingRatings)
    #expect(problem.location == SourceLocation(file: "ratings.csv", line: 3, column: 4))
    #expect(
      problem.message.contains(
        "the person rates “a1” in “letters” twice on 2026-01-01: “with-help” here, “alone” on line 2"))
    // In another file too; and a third that repeats one of them changes nothing.
    let apart = try await Council.ratings(
      head + "a1,self,letters,alone,2026-01-01\n",
      head + "a1,self,letters,with-help,2026-01-01\na1,self,letters,alone,2026-01-01\n",
      of: staff)
    #expect(verdicts(apart, 0)[0] == .conflicting)
    #expect(apart.problems.list.first?.message.contains("on line 2 of ratings.csv") == true)
    #expect(apart.problems.count == 1)
    // The same twice is no conflict, and a later rating settles one, whichever comes first.
    let repeated = try await Council.ratings(
      head + "a1,self,letters,alone,2026-01-01\na1,self,letters,2,2026-01-01\n", of: staff)
    #expect(verdicts(repeated, 0)[0] == .level(2) && repeated.problems.count == 0)
    for settled in [rows + "a1,self,letters,not-yet,2026-02-01\n", "a1,self,letters,not-yet,2026-02-01\n" + rows] {
      let found = try await Council.ratings(head + settled, of: staff)
      #expect(verdicts(found, 0)[0] == .level(0))
      #expect(found.problems.count == 0)
    }
  }

  @Test("of several notes of one day none is lost, in whatever order they are read") func severalNotes() async throws {
    let staff = try Council.staff(Self.people)
    let head = "person,rater,competence,level,date,note\n"
    let rows = ["one,2026-02-01", "two,2026-02-01", "two,2026-02-01", "old,2026-01-01"].map {
      let parts = $0.split(separator: ",")
      return "a1,peer,letters,alone,\(parts[1]),\(parts[0])\n"
    }
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]] {
      let together = try await Council.ratings(head + order.map { rows[$0] }.joined(), of: staff, keepsNotes: true)
      #expect(together.rating(of: 0, in: 0, by: .peer)?.note == "one; two", "\(order)")
      let (first, last) = (head + rows[order[0]] + rows[order[1]], head + rows[order[2]] + rows[order[3]])
      let apart = try await Council.ratings(first, last, of: staff, keepsNotes: true)
      #expect(apart.rating(of: 0, in: 0, by: .peer)?.note == "one; two", "\(order)")
    }
  }

  @Test("notes are kept with the rating that counts, where they are wanted") func notes() async throws {
    let staff = try Council.staff(Self.people)
    let csv =
      "person,rater,competence,level,date,note\na1,self,letters,alone,2026-01-01,old\na1,self,letters,alone,2026-02-01,new\na1,self,forms,alone,2026-01-01,old\na1,self,forms,alone,2026-03-01,\n"
    let kept = try await Council.ratings(csv, of: staff, keepsNotes: true)
    #expect(kept.rating(of: 0, in: 0, by: .own)?.note == "new")
    #expect(kept.rating(of: 0, in: 1, by: .own)?.note == nil)
    #expect(try await Council.ratings(csv, of: staff).rating(of: 0, in: 0, by: .own)?.note == nil)
  }

  @Test(
    "that cannot be understood are refused",
    arguments: [
      ("", "the file is empty"), ("rater,competence,level,date\n", "lacks the column “person”"),
      ("person,competence,level,date\n", "lacks the column “rater”"),
      ("person,rater,competence,level\n", "lacks the column “date”"),
      ("person,rater,competence,date\n", "lacks the column “level”"),
      ("person,rater,date\n", "lacks the column “competence”"),
      ("person,rater,date,letters,Letters\n", "the column “letters” stands twice"),
      ("person,rater,date,person,letters\n", "the column “person” stands twice"),
    ]) func refused(_ csv: String, _ words: String) async throws
  {
    let staff = try Council.staff(Self.people)
    let error = await #expect(throws: DocumentError.self) { _ = try await Council.ratings(csv, of: staff) }
    #expect(error?.diagnostics.first?.message.contains(words) == true, "\(String(describing: error))")
  }

  /// A plain implementation: the latest per person, rater and competence, none where that day disagrees.
  @Test("the same on any number of workers and in chunks of any size", arguments: 0..<12)
  func law(_ seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let people = (0..<40).map { "person-\($0 * 37)" }
    let staff = try Council.staff("code,role\n" + people.map { "\($0),staff\n" }.joined())
    let competences = ["letters", "forms", "passwords"]
    let levels = ["not-yet", "with-help", "alone"]
    var expected: [String: (day: Int, levels: Set<Int>)] = [:]
    var csv = "person,rater,competence,level,date\n"
    for _ in 0..<3_000 {
      let (person, rater) = (Int.random(in: 0..<40, using: &random), Int.random(in: 0..<3, using: &random))
      let (competence, level) = (Int.random(in: 0..<3, using: &random), Int.random(in: 0..<3, using: &random))
      let day = Int.random(in: 1...28, using: &random)
      let key = "\(person)/\(rater)/\(competence)"
      if let known = expected[key], known.day > day {
        // Older.
      } else if expected[key]?.day == day {
        expected[key]?.levels.insert(level)
      } else {
        expected[key] = (day, [level])
      }
      let quote = Int.random(in: 0..<9, using: &random) == 0 ? "\"" : ""
      csv +=
        "\(people[person]),\(RaterKind.allCases[rater].rawValue),\(quote)\(competences[competence])\(quote),\(levels[level]),2026-01-\(day < 10 ? "0" : "")\(day)\n"
    }
    for (workers, chunk) in [(1, 1 << 20), (1, 100), (3, 700), (2, 5_000)] {
      var reader = try RatingsReader(
        staff: staff, framework: SmallFramework.framework, options: RatingsOptions(on: try Council.day("2026-06-01")))
      try await reader.read(
        .bytes(Array(csv.utf8)), file: "r.csv", rater: nil, day: nil, workers: workers, bytesPerChunk: chunk,
        bytesForOne: 0)
      let ratings = reader.finish()
      #expect(ratings.read == 3_000)
      for person in 0..<40 {
        for rater in RaterKind.allCases {
          for competence in 0..<3 {
            let found = ratings.rating(of: person, in: competence, by: rater)
            let wanted = expected["\(person)/\(rater.position)/\(competence)"]
            #expect(found?.day.number == wanted.map { $0.day + 20_453 }, "2026-01-01 is day 20,454")
            let verdict = wanted.map {
              $0.levels.count > 1 ? StaffRatings.Rating.Verdict.conflicting : .level($0.levels.first ?? 0)
            }
            #expect(found?.verdict == verdict)
          }
        }
      }
    }
  }

  @Test("problems keep their lines in chunks of any size") func lines() async throws {
    let staff = try Council.staff(Self.people)
    var csv = "person,rater,competence,level,date\n"
    for line in 2...2_000 {
      csv += line % 100 == 0 ? "nobody,self,letters,alone,2026-01-01\n" : "a1,self,forms,alone,2026-01-01\n"
    }
    var reader = try RatingsReader(
      staff: staff, framework: SmallFramework.framework, options: RatingsOptions(on: try Council.day("2026-06-01")))
    try await reader.read(
      .bytes(Array(csv.utf8)), file: "r.csv", rater: nil, day: nil, workers: 3, bytesPerChunk: 333, bytesForOne: 0)
    #expect(
      reader.finish().problems.list.compactMap(\.location?.line) == Array(stride(from: 100, through: 2_000, by: 100)))
  }
}
