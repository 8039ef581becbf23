import DigitalMaturity
@testable import MaturityQuestionnaires
import MaturityScoringRules
@testable import MaturityTables
import Synchronization
import Testing

@Suite("Response files on many workers") struct ResponseFoldTests {
  private struct Result: Equatable {
    var tally: Tally?
    var problems = ResponseProblems()
    var respondents = 0
    var errors: [String] = []
  }

  private static func scorer() throws -> Scorer {
    var draft = AssessmentDraft(id: "a", version: "1.0.0", title: "A")
    draft.levels = [MaturityLevel(id: "low", value: 1, name: "Low"), MaturityLevel(id: "high", value: 2, name: "High")]
    draft.areas = [Area(id: "area", name: "Area")]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean()))
    var questionnaire = Example.questionnaire
    questionnaire.sections[0].questions[0].measures = Measures(areas: ["area"])
    draft.questionnaires = [questionnaire]
    return try Scorer(try Assessment(draft), questionnaire: "staff", breakdowns: [["team"]])
  }

  /// Block by block, on one thread, in blocks of the usual size.
  private static func straight(_ bytes: [UInt8], _ scorer: Scorer) -> Result {
    var result = Result()
    do throws(DocumentError) {
      let read = try readFile(bytes)
      var tally = scorer.makeTally()
      scorer.tally(read.sheet, into: &tally)
      result = Result(tally: tally, problems: read.problems, respondents: read.respondents)
    } catch {
      result.errors = error.diagnostics.map(\.description)
    }
    return result
  }

  private static func folded(
    _ bytes: [UInt8], _ scorer: Scorer, workers: Int, bytesPerChunk: Int, met: RespondentsMet? = nil
  ) async throws -> Result {
    do {
      let read = try await ResponseReader.fold(
        .bytes(bytes), format: nil, file: "r.csv", questionnaire: Example.questionnaire, met: met, workers: workers,
        bytesPerChunk: bytesPerChunk, bytesForOne: 0, progress: { _ in }, into: { scorer.makeTally() },
        { sheet, tally in scorer.tally(sheet, into: &tally) })
      var tally = scorer.makeTally()
      for state in read.states { tally.merge(state) }
      return Result(tally: tally, problems: read.problems, respondents: read.respondents)
    } catch let error as DocumentError {
      return Result(errors: error.diagnostics.map(\.description))
    }
  }

  /// Rows of which some are wrong, ragged, quoted, empty or repeated.
  private static func rows(_ count: Int, ascending: Bool, _ generator: inout Seeded) -> [UInt8] {
    let cells = [
      ["north", "Team South", "", "nowhere", "NORTH"], ["low", "2", "All lead", "", "dont-know", "n/a", "?", "1"],
      ["yes", "no", "\"Yes, often\"", "", "not-shown"], ["0", "99.5", "7%", "", "n/a", "-3"],
      ["", "Because", "\"a,b\"", "\"two\nlines\"", "x\0y", "\u{E9}"],
    ]
    var text = Example.header
    for number in 0..<count {
      let isRepeat = Int.random(in: 0..<12, using: &generator) == 0
      let id = isRepeat ? (ascending ? number - 1 : Int.random(in: 0..<count, using: &generator)) : number
      text += ["p\(id)", "P\(id) ", ""].randomElement(using: &generator) ?? ""
      for choice in cells { text += "," + (choice.randomElement(using: &generator) ?? "") }
      text += ["", "", "", "", ",surplus", "\n,,,,,", "\n\n"].randomElement(using: &generator) ?? ""
      text += ["\n", "\r\n"].randomElement(using: &generator) ?? ""
    }
    return Array(text.utf8)
  }

  @Test(arguments: 0..<4, [true, false])
  func anyNumberOfWorkersAndAnySizeOfBlockGiveTheSame(seed: Int, ascending: Bool) async throws {
    var generator = Seeded(seed: UInt64(seed) + 7)
    let scorer = try Self.scorer()
    let bytes = Self.rows(50, ascending: ascending, &generator)
    let straight = Self.straight(bytes, scorer)
    #expect(straight.respondents > 20)
    for (workers, bytesPerChunk) in [(1, 1), (1, 333), (2, 50), (2, 1 << 20), (3, 1), (3, 600), (8, 100)] {
      let folded = try await Self.folded(bytes, scorer, workers: workers, bytesPerChunk: bytesPerChunk)
      #expect(folded == straight, "\(workers) workers, \(bytesPerChunk) bytes")
      let kept = try await Self.folded(
        bytes, scorer, workers: workers, bytesPerChunk: bytesPerChunk, met: RespondentsMet())
      #expect(kept == straight, "\(workers) workers, \(bytesPerChunk) bytes, ids kept")
    }
  }

  @Test(arguments: 0..<6) func hostileBytesGiveTheSameOnAnyNumberOfWorkers(seed: Int) async throws {
    var generator = Seeded(seed: UInt64(seed) + 2_000)
    let scorer = try Self.scorer()
    let pieces =
      ["1", "2", "low", "north", ",", ",", ",", "\n", "\n", "\r", "\r\n", "\"", "\"\"", "n/a", "\u{E9}", "\t"].map {
        Array($0.utf8)
      } + [[0xFF], [0xC3], [0x00], [0xEF, 0xBB, 0xBF]]
    for round in 0..<40 {
      var bytes = round.isMultiple(of: 5) ? [] : Array(Example.header.utf8)
      for _ in 0..<Int.random(in: 0..<120, using: &generator) { bytes += pieces.randomElement(using: &generator) ?? [] }
      let straight = Self.straight(bytes, scorer)
      let folded = try await Self.folded(
        bytes, scorer, workers: Int.random(in: 1...4, using: &generator),
        bytesPerChunk: Int.random(in: 1...100, using: &generator))
      #expect(folded == straight, "\(bytes)")
    }
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", Example.header, "\u{FEFF}" + Example.header, "respondent,team\n1,north\n"])
  func filesWithoutRowsGiveTheSame(text: String) async throws {
    let scorer = try Self.scorer()
    let straight = Self.straight(Array(text.utf8), scorer)
    for workers in [1, 2] {
      let folded = try await Self.folded(Array(text.utf8), scorer, workers: workers, bytesPerChunk: 3)
      #expect(folded == straight)
    }
  }

  @Test func aCellOfTwoMegabytesIsRead() async throws {
    let cell = String(repeating: "x", count: 2 << 20)
    let bytes = Array((Example.header + "1,north,low,yes,5,\(cell)\n2,south,high,no,6,\"\(cell)\"\n").utf8)
    let read = try await ResponseReader.fold(
      .bytes(bytes), file: "r.csv", questionnaire: Example.questionnaire, workers: 2, into: { 0 },
      { sheet, count in for row in 0..<sheet.count where sheet.columns[3].openAnswer(row) != nil { count += 1 } })
    #expect(read.states.reduce(0, +) == 2)
    #expect(read.respondents == 2)
    #expect(read.problems.count == 0)
  }

  @Test("an open quotation mark is refused with its place, on any number of workers", arguments: [1, 2, 5])
  func openQuotationMark(workers: Int) async throws {
    // Rows over some chunks, so that the last is not the first.
    let rows = (1...200_000).map { "\($0),north,low,yes,5,\n" }
    let bytes = Array((Example.header + rows.joined() + "x,south,\"high,no,6,z\ny,north,low,,,\n").utf8)
    let error = await #expect(throws: DocumentError.self) {
      _ = try await ResponseReader.fold(
        .bytes(bytes), file: "r.csv", questionnaire: Example.questionnaire, workers: workers, into: { 0 },
        { sheet, count in count += sheet.count })
    }
    #expect(error?.diagnostics.map(\.code.rawValue) == ["unterminated-quote"])
    #expect(error?.diagnostics.first?.severity == .error)
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "r.csv", line: 200_002, column: 3))
  }

  @Test func respondentsOfAnEarlierFileAreMetAgain() async throws {
    let first = Array((Example.header + "b,north,low,,,\na,north,low,,,\n").utf8)
    let second = Array((Example.header + "A,north,high,,,\nc,north,high,,,\n").utf8)
    func fold(_ bytes: [UInt8], _ met: RespondentsMet?) async throws -> ResponseFold<Int> {
      try await ResponseReader.fold(
        .bytes(bytes), file: "r.csv", questionnaire: Example.questionnaire, met: met, into: { 0 },
        { sheet, count in count += sheet.count })
    }
    let read = try await fold(first, RespondentsMet())
    let again = try await fold(second, read.met)
    #expect(again.respondents == 1)
    #expect(again.met?.count == 3)
    #expect(try await fold(second, nil).respondents == 2)
    #expect(try await fold(second, nil).met == nil)
  }

  @Test(arguments: [1, 2]) func cancellationEndsTheReading(workers: Int) async {
    let bytes = Array((Example.header + String(repeating: ",north,low,yes,5,y\n", count: 1_000)).utf8)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await ResponseReader.fold(
        .bytes(bytes), file: "r.csv", questionnaire: Example.questionnaire, workers: workers, into: { 0 }, { _, _ in })
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }

  @Test(arguments: [1, 3]) func progressGrowsToTheNumberOfRespondents(workers: Int) async throws {
    let bytes = Array((Example.header + String(repeating: ",north,low,yes,5,y\n", count: 1_000)).utf8)
    let told = Mutex<[Int]>([])
    _ = try await ResponseReader.fold(
      .bytes(bytes), format: nil, file: "r.csv", questionnaire: Example.questionnaire, met: nil, workers: workers,
      bytesPerChunk: 1_000, bytesForOne: 0, progress: { count in told.withLock { $0.append(count) } }, into: { 0 },
      { _, _ in })
    let counts = told.withLock { $0 }
    #expect(counts == counts.sorted())
    #expect(counts.last == 1_000)
    #expect(counts.count > 10)
  }
}
