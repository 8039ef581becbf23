import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("Response files") struct ResponseReaderTests {
  private let questionnaire = Example.questionnaire

  @Test func cellsAreIdsLabelsAndValues() throws {
    let read = try readFile(
      Example.header + """
        1,north,low,no,12.5,Because
        2,Team South,ALL LEAD,"Yes, often",50 %,"A ""quoted""
        line"
        3,,2,,,
        4,south,Don't know,YES,n/a,

        """)
    #expect(read.problems.count == 0, "\(read.problems.list)")
    #expect(read.respondents == 4)
    #expect(
      read.cells(questionnaire) == [
        ["low", "no", "12.5", "Because", "north"], ["high", "yes", "50.0", "A \"quoted\"\nline", "south"],
        ["high", "unanswered", "unanswered", "unanswered", "not stated"],
        ["dont-know", "yes", "not-applicable", "unanswered", "south"],
      ])
    #expect(read.sheet.respondents.isEmpty, "ids are used to find repeats and forgotten")
  }

  // MARK: The header

  @Test func anUnknownColumnIsNamedWithTheNearestAndLeftOut() throws {
    let read = try readFile("led,helpde,Start time,share\nlow,yes,09:00,5\n")
    #expect(read.cells(questionnaire) == [["low", "unanswered", "5.0", "unanswered", "not stated"]])
    #expect(
      read.problems.list.map(\.description) == [
        "r.csv:1:2: warning: the column “helpde” is no question or attribute of “staff” and is left out; did you mean “helped”? [unknown-column]",
        "r.csv:1:3: warning: the column “Start time” is no question or attribute of “staff” and is left out [unknown-column]",
        "r.csv:1:1: warning: there is no column “team”; it counts as blank for everyone [missing-column]",
        "r.csv:1:1: warning: there is no column “helped”; it counts as blank for everyone [missing-column]",
        "r.csv:1:1: warning: there is no column “why”; it counts as blank for everyone [missing-column]",
      ])
  }

  @Test func aColumnWithoutANameIsLeftOut() throws {
    let read = try readFile("led,,helped,\nlow,x,no,\n")
    #expect(read.cells(questionnaire).first?.prefix(2) == ["low", "no"])
    #expect(
      read.problems.list.filter { $0.code == .unknownColumn }.map(\.message) == [
        "the column has no name in the first row and is left out",
        "the column has no name in the first row and is left out",
      ])
  }

  @Test func aRepeatedColumnIsLeftOut() throws {
    let read = try readFile("led, LED ,helped,share,why,team\nlow,high,no,1,x,north\n")
    #expect(read.cells(questionnaire) == [["low", "no", "1.0", "x", "north"]])
    #expect(
      read.problems.list.map(\.description) == [
        "r.csv:1:2: warning: the column “ LED ” stands twice (first as number 1); this one is left out [repeated-column]"
      ])
  }

  @Test func aHeaderWithoutAQuestionIsAnError() {
    do throws(DocumentError) {
      _ = try readFile("respondent,team,ledd\n1,north,low\n")
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [.unknownColumn, .missingColumn])
      #expect(error.diagnostics.last?.severity == .error)
      #expect(
        error.diagnostics.last?.message
          == "no column of the first row is a question of “staff”; columns are named by question ids, such as led, helped, share"
      )
      #expect(error.diagnostics.last?.location?.line == 1)
    }
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"])
  func anEmptyFileIsAnError(_ text: String) {
    do throws(DocumentError) {
      _ = try readFile(text)
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [.emptyDocument])
      #expect(error.diagnostics.first?.message == "the file is empty; its first row names the questions")
    }
  }

  @Test func aFileOfAHeaderAloneHasNobody() throws {
    let read = try readFile(Example.header)
    #expect(read.respondents == 0)
    #expect(read.problems.count == 0)
  }

  // MARK: Rows

  @Test func anUnknownOptionIsNamedAndTheRowsOtherAnswersAreKept() throws {
    let read = try readFile(Example.header + "1,nroth,hgih,no,101,x\n2,south,low,yes,5,y\n")
    #expect(
      read.cells(questionnaire) == [
        ["unanswered", "no", "unanswered", "x", "not stated"], ["low", "yes", "5.0", "y", "south"],
      ])
    #expect(
      read.problems.list.map(\.description) == [
        "r.csv:2:2: warning: “nroth” in column “team” is not one of its answers; it counts as not stated; did you mean “north”? [unknown-answer]",
        "r.csv:2:3: warning: “hgih” in column “led” is not one of its answers; it counts as blank; did you mean “high”? [unknown-answer]",
        "r.csv:2:5: warning: “101” in column “share” is not a number from 0 to 100; it counts as blank [unknown-answer]",
      ])
    #expect(read.problems.counts == [.unknownAnswer: 3])
  }

  @Test func aShortRowIsKeptWithBlanks() throws {
    let read = try readFile(Example.header + "1,north,low\n2,south,high,yes,5,y\n")
    #expect(read.cells(questionnaire).first == ["low", "unanswered", "unanswered", "unanswered", "north"])
    #expect(read.respondents == 2)
    #expect(
      read.problems.list.map(\.description) == [
        "r.csv:2:4: warning: the row has 3 cells and the header 6; the missing ones count as blank [ragged-row]"
      ])
  }

  @Test func aLongRowIsKeptWithoutItsSurplus() throws {
    let read = try readFile(Example.header + "1,north,low,yes,5,y,surplus,more\n")
    #expect(read.cells(questionnaire) == [["low", "yes", "5.0", "y", "north"]])
    #expect(
      read.problems.list.map(\.description) == [
        "r.csv:2:7: warning: the row has 8 cells and the header 6; the surplus ones are left out [ragged-row]"
      ])
  }

  @Test func arespondentWhoCameBeforeIsLeftOutAndNamed() throws {
    let read = try readFile(
      Example.header + "A1,north,low,,,\nB2,north,low,,,\n a1 ,south,high,,,\n,south,high,,,\n,south,high,,,\n")
    #expect(read.respondents == 4, "rows without an id are never repeats")
    #expect(
      read.problems.list.map(\.description) == [
        "r.csv:4:1: warning: the respondent “a1” stands in an earlier row or file; this one is left out, since each person has one number over all files [duplicate-respondent]"
      ])
  }

  @Test func respondentsOfAnEarlierFileAreMetAgain() throws {
    var first = try ResponseReader(
      .bytes(Array((Example.header + "a,north,low,,,\n").utf8)), file: "1.csv", questionnaire: questionnaire)
    while try first.next() != nil {}
    let met = first.respondentsMet()
    #expect(met.count == 1)
    #expect(met.contains("a"))
    #expect(met.contains(" A "))
    #expect(!met.contains("b"))
    let second = try readFile(
      Array((Example.header + "A,north,high,,,\nb,north,high,,,\n").utf8), questionnaire, met: met)
    #expect(second.respondents == 1)
    #expect(second.places == ["2:1 duplicate-respondent"])
  }

  @Test func aRowWithNothingInItIsLeftOutAndSaidSo() throws {
    let read = try readFile(Example.header + ",,,,,\n1,north,low,,,\n , ,\t,,,\n\n2,north,low,,,\n")
    #expect(read.respondents == 2)
    #expect(read.places == ["2:1 empty-row", "4:1 empty-row"], "a line without a comma is no row at all")
  }

  @Test func aStatusThatIsNotOfferedIsKeptAndSaidSo() throws {
    let read = try readFile(
      Example.header + "1,north,n/a,prefer not to say,don't know,not-applicable\n2,,don't know,,n/a,\n")
    #expect(
      read.cells(questionnaire) == [
        ["not-applicable", "prefer-not-to-say", "dont-know", "not-applicable", "north"],
        ["dont-know", "unanswered", "not-applicable", "unanswered", "not stated"],
      ])
    #expect(read.problems.counts == [.statusNotAllowed: 4])
    #expect(
      read.problems.list.first?.description
        == "r.csv:2:3: warning: “led” does not offer “not applicable”; it is kept as that all the same [status-not-allowed]"
    )
  }

  @Test func whatBranchingHidIsKeptAsThat() throws {
    let read = try readFile("led,helped,share,why,team\nnot-shown,not-shown,not-shown,not-shown,north\n")
    #expect(read.cells(questionnaire) == [["not-shown", "not-shown", "not-shown", "not-shown", "north"]])
    #expect(read.problems.count == 0)
  }

  @Test("a quotation mark that is never closed refuses the file with its place")
  func openQuotationMark() {
    let error = #expect(throws: DocumentError.self) {
      try readFile(Example.header + "1,north,low,yes,5,y\n2,south,high,no,6,\"never closed\n3,north,low,,,\n")
    }
    #expect(error?.diagnostics.map(\.code.rawValue) == ["unterminated-quote"])
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "r.csv", line: 3, column: 6))
  }

  @Test("a NUL byte is left out of its cell and told")
  func nulBytes() throws {
    let read = try readFile(Example.header + "1,no\0rth,l\0ow,\0,5,a\0b\n")
    #expect(read.cells(questionnaire) == [["low", "unanswered", "5.0", "ab", "north"]])
    #expect(read.places == ["2:2 nul-byte", "2:3 nul-byte", "2:4 nul-byte", "2:6 nul-byte"])
  }

  // MARK: Forms of the file

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEndsAndByteOrderMarksMakeNoDifference(_ end: String, _ mark: String) throws {
    let rows = [Example.header.filter { $0 != "\n" }, "1,north,low,yes,5,y", "2,south,high,no,6,z"]
    let read = try readFile(mark + rows.joined(separator: end) + end)
    #expect(read.problems.count == 0, "\(read.problems.list)")
    #expect(read.cells(questionnaire) == [["low", "yes", "5.0", "y", "north"], ["high", "no", "6.0", "z", "south"]])
  }

  @Test func aFileInUTF16IsRefused() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x6C, 0, 0x65, 0, 0x64, 0]
    do throws(DocumentError) {
      _ = try readFile(bytes)
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code.rawValue) == ["utf-16"])
    }
  }

  @Test func theEmptyFormIsAHeaderThatTheReaderUnderstands() throws {
    let form = ResponseForm.csv(questionnaire)
    #expect(form.text.split(whereSeparator: \.isNewline) == ["respondent,team,led,helped,share,why"])
    let read = try readFile(Array(form.text.utf8) + Array("1,north,low,yes,5,y\n".utf8))
    #expect(read.problems.count == 0)
    #expect(read.cells(questionnaire) == [["low", "yes", "5.0", "y", "north"]])
  }

  // MARK: Counting

  @Test func problemsAreCountedInFullAndListedUpToALimit() throws {
    var text = Example.header
    for number in 0..<1_500 { text += "\(number),north,wrong,yes,5,y\n" }
    let read = try readFile(text)
    #expect(read.respondents == 1_500)
    #expect(read.problems.count == 1_500)
    #expect(read.problems.list.count == ResponseProblems.listed)
    #expect(ResponseProblems.listed == 1_000)
    #expect(read.places.last == "1001:3 unknown-answer")
  }

  @Test func everyCellIsAccountedFor() throws {
    let text =
      Example.header + """
        1,north,low,yes,5,y
        2,north,?,yes,5,y
        3,north,don't know,,x,y
        1,north,low,yes,5,y
        ,,,,,
        4,north,high
        5,x,low,yes,5,y,z

        """
    let read = try readFile(text)
    #expect(read.respondents == 5)
    #expect(
      read.problems.counts == [
        .unknownAnswer: 3, .duplicateRespondent: 1, .emptyRow: 1, .raggedRow: 2,
      ])
    // Rows of the file = respondents + those left out, each of which is a problem.
    #expect(
      7 == read.respondents + (read.problems.counts[.duplicateRespondent] ?? 0) + (read.problems.counts[.emptyRow] ?? 0)
    )
    #expect(read.sheet.columns.allSatisfy { $0.codes.count == 5 })
  }

  @Test func aFileOfSeveralBlocksIsReadToItsEnd() throws {
    var text = Example.header
    for number in 0..<9_000 { text += "\(number),north,low,yes,\(number % 101),y\n" }
    text += "17,north,low,yes,5,y\n9000,north,oops,yes,5,y\n"
    let read = try readFile(text)
    #expect(read.respondents == 9_001)
    #expect(read.places == ["9002:1 duplicate-respondent", "9003:3 unknown-answer"])
    #expect(read.sheet.columns[2].openAnswer(8_999) == .number(Double(8_999 % 101)))
  }

  @Test(
    "a file with another separator is told apart from one with wrong columns",
    arguments: [(";", "semicolons"), ("\t", "tabs")])
  func otherSeparators(_ separator: String, _ name: String) throws {
    let header = ["respondent", "team", "quick"].joined(separator: separator)
    do {
      _ = try readFile("\(header)\n1\(separator)north\(separator)a1\n")
      Issue.record("a file separated by \(name) was read")
    } catch {
      #expect(error.diagnostics.count == 1)
      #expect(error.diagnostics[0].message.hasPrefix("the cells of this file are separated by \(name); save it again"))
    }
  }

  @Test func aStatusThatIsNotOfferedIsKeptAndNoted() throws {
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
