import DigitalMaturity
@testable import MaturityQuestionnaires
@testable import MaturityTables
import Testing

@Suite("Common cells by look-up") struct CommonCellsTests {
  private static let question = Question(
    id: "q", kind: "level", text: "?",
    answers: .closed([
      AnswerOption(id: "a", label: "Strongly agree", score: 1), AnswerOption(id: "b2", label: "B", score: 2),
      AnswerOption(id: "sixteen-bytes-id", label: "Sixteen Bytes ID", score: 3),
      AnswerOption(id: "seventeen-bytes-id", label: "é", score: 4),
    ]), allowed: [.dontKnow])

  /// What the look-up knows, it knows as the exact way does, and it knows the spellings of the questionnaire.
  @Test(arguments: 0..<6) func theLookUpIsTheExactWay(seed: Int) throws {
    var generator = Seeded(seed: UInt64(seed))
    let codes = CellCodes(Self.question)
    var common = CommonCells()
    common.add(cell: 0, index: 0, codes, blank: 250) {
      ResponsePlan.isOffered(AnswerCode(rawValue: UInt8(truncatingIfNeeded: $0)), Self.question)
    }
    let known = [
      "a", "A", "b2", "B", "sixteen-bytes-id", "Sixteen Bytes ID", "Strongly agree", "1", "4", "dont-know", "",
    ]
    let others = [
      "n/a", "B2", "é", "seventeen-bytes-id", "x", "ab", " ", "\0", "a\0", "strongly agre", "0", "not-shown",
    ]
    let cells = (0..<400).map { _ in (known + others).randomElement(using: &generator) ?? "" }
    // A second column keeps a row with an empty cell from being a blank line.
    var reader = CSVReader(.bytes(Array(cells.map { "\($0),x\n" }.joined().utf8)))
    let block = try #require(try reader.next())
    let rows = (0..<block.count).map { CommonCells.Row(firstCell: block.cells(in: $0).lowerBound, cells: 2, line: 1) }
    var found = Array(repeating: UInt8(99), count: rows.count)
    var closer: [CommonCells.OtherCell] = []
    common.read(block, rows, into: &found, others: &closer)
    for (row, cell) in cells.enumerated() {
      if closer.contains(where: { $0.row == row }) {
        #expect(found[row] == 99)
        #expect(!known.contains(cell), "“\(cell)” is common")
      } else {
        switch codes.meaning(of: Array(cell.utf8).span) {
        case .blank: #expect(found[row] == 250)
        case .code(let code): #expect(UInt16(found[row]) == code, "“\(cell)”")
        case .unknown: Issue.record("“\(cell)” is unknown, but has a code")
        }
      }
    }
  }

  @Test func aStatusThatIsNotOfferedNeedsACloserLook() throws {
    let read = try readFile(Example.header + "1,north,n/a,dont-know,,\n")
    #expect(read.problems.counts == [.statusNotAllowed: 2])
  }

  @Test func rowsOfAnyLengthAreReadAsFarAsTheyGo() throws {
    var text = Example.header
    for length in 1...9 {
      text +=
        (["p\(length)", "north", "low", "yes"] + Array(repeating: "5", count: 5)).prefix(length).joined(separator: ",")
        + "\n"
    }
    let read = try readFile(text)
    let cells = read.cells(Example.questionnaire)
    #expect(cells.map { $0[0] } == ["unanswered", "unanswered"] + Array(repeating: "low", count: 7))
    #expect(cells.map { $0[1] } == Array(repeating: "unanswered", count: 3) + Array(repeating: "yes", count: 6))
    #expect(cells.map { $0[4] } == ["not stated"] + Array(repeating: "north", count: 8))
    #expect(read.problems.counts == [.raggedRow: 8])
  }
}
