import DigitalMaturity
import MaturityTables
import Testing

@testable import MaturitySkills

@Suite("The fast way through ratings") struct PlainRatingsTests {
  private static let people = "code,role\na1,staff\na2,clerk\na3,member\na-longer-code,staff\n"

  private func read(
    _ csv: String, exactly: Bool, bytesPerChunk: Int = 1 << 20, rater: RaterKind? = nil, dates: DateOrder? = nil
  ) async throws -> (ratings: StaffRatings, refusal: DocumentError?) {
    // Whoever wants notes takes every row the exact way.
    var reader = try RatingsReader(
      staff: try Council.staff(Self.people), framework: SmallFramework.framework,
      options: RatingsOptions(
        on: try Council.day("2026-06-01"), today: try Council.day("2026-07-01"), keepsNotes: exactly,
        dates: dates))
    do {
      try await reader.read(
        .bytes(Array(csv.utf8)), file: "ratings.csv", rater: rater, day: nil, workers: 2, bytesPerChunk: bytesPerChunk,
        bytesForOne: 0)
    } catch let refusal as DocumentError {
      // What was read before stays.
      return (reader.finish(), refusal)
    }
    return (reader.finish(), nil)
  }

  private func cell(_ number: Int, of ratings: StaffRatings) -> [Int] {
    let cell = ratings.cells[number]
    return [Int(cell.line), Int(cell.day), Int(cell.level), Int(cell.file)]
  }

  private func expectTheSame(
    _ csv: String, bytesPerChunk: Int = 1 << 20, rater: RaterKind? = nil, dates: DateOrder? = nil
  ) async throws {
    let (plain, refused) = try await read(
      csv, exactly: false, bytesPerChunk: bytesPerChunk, rater: rater, dates: dates)
    let (exact, refusal) = try await read(csv, exactly: true, rater: rater, dates: dates)
    #expect(refused?.diagnostics == refusal?.diagnostics, "\(csv)")
    // What is wrong with cells is told before what is wrong with rows, block by block, and blocks are others.
    #expect(plain.problems.counts == exact.problems.counts, "\(csv)")
    let (found, wanted) = (plain.problems.list.map(\.description), exact.problems.list.map(\.description))
    #expect(found.sorted() == wanted.sorted(), "\(csv)")
    #expect(plain.read == exact.read && plain.later == exact.later, "\(csv)")
    #expect(
      (0..<plain.cells.places.count).allSatisfy { cell($0, of: plain) == cell($0, of: exact) }, "\(csv)")
  }

  /// Rows of every kind among plain ones: what is read does not depend on the way.
  @Test("reads what the exact way reads", arguments: UInt64(1)...60) func same(_ seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    func pick(_ usual: [String], _ odd: [String]) -> String {
      (Int.random(in: 0..<12, using: &generator) == 0 ? odd : usual).randomElement(using: &generator) ?? ""
    }
    var csv =
      ["person,rater,competence,level,date,note", "date,note,level,competence,rater,person"][Int(seed % 2)] + "\n"
    for _ in 0..<80 {
      var cells = [
        pick(["a1", "a1", "a2", "a-longer-code"], ["a3", "a9", " a1", "\"a1\"", "", "a1\"", "a-longer-codes"]),
        pick(["self", "self", "manager"], ["peer", "Self", "boss", "", "\tself"]),
        pick(["letters", "forms", "passwords"], ["Letters", "letter", "\"forms\"", "", "passwords "]),
        pick(
          ["not-yet", "with-help", "alone"],
          ["not needed", "n/a", "2", "Some", "", "-", "expert", "é", "Alone", "\u{0}"]),
        pick(
          ["2026-01-05", "2026-01-06"],
          [
            seed % 3 == 0 ? "25/01/2026" : "05/01/2026", "2026-06-15", "2026-09-01", "2026-02-30", "soon", "",
            "2026-01-5",
          ]),
        pick(["", ""], ["a note", "\"a, b\"", "\"two\nlines\"", "é", seed % 5 == 0 ? "\"open" : "open\"", "a,b,c"]),
      ]
      if seed % 2 == 1 { cells = [4, 5, 3, 2, 1, 0].map { cells[$0] } }
      if Int.random(in: 0..<20, using: &generator) == 0 { cells.removeLast(Int.random(in: 1...5, using: &generator)) }
      csv += cells.joined(separator: ",") + pick(["\n", "\n", "\r\n"], ["\r", "\n\n", "\r\n\r\n", ",,\n"])
    }
    let dates: DateOrder? = seed % 3 == 0 ? nil : seed % 3 == 1 ? .dayMonth : .monthDay
    try await expectTheSame(csv, dates: dates)
    try await expectTheSame(csv, bytesPerChunk: 200, dates: dates)
  }

  @Test(
    "rows at the edge",
    arguments: [
      "a1,self,letters,alone,2026-01-01", "a1,self,letters,alone,2026-01-01\r\n", "a1,self,letters,alone,2026-01-01,\n",
      "a1,self,letters,alone\na1,self,forms,alone,2026-01-01\n", "a1,self,letters,alone,2026-01-01,x,y,z\n", "a1\n",
      "\n\na1",
    ])
  func edges(_ rows: String) async throws {
    try await expectTheSame("person,rater,competence,level,date,note\n" + rows)
    try await expectTheSame("person,rater,competence,level,date\n" + rows)
  }

  @Test("who rated need not be said in each row") func defaults() async throws {
    try await expectTheSame(
      "person,competence,level,date\na1,letters,alone,2026-01-01\na3,forms,alone,2026-01-01\n", rater: .manager)
  }
}
