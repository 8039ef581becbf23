import DigitalMaturity
import Testing

struct AnswerSheetTests {
  @Test func aNewRespondentHasAnsweredNothing() {
    var sheet = AnswerSheet(questions: 2, attributes: 2)
    sheet.addRespondent("e1", notStated: [3, 2])
    #expect(sheet.count == 1)
    #expect(sheet.respondents == ["e1"])
    #expect(sheet.columns.map(\.codes) == [[AnswerCode.unanswered.rawValue], [AnswerCode.unanswered.rawValue]])
    #expect(sheet.attributes == [[3], [2]])
  }

  @Test func anAttributeNotNamedIsNotStatedRatherThanItsFirstValue() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q")]
    sample.attributes = [Attribute("part", values: ["x", "y"])]
    var sheet = AnswerSheet(for: sample.questionnaire)
    sheet.addRespondent(notStated: [])
    let scorer = try sample.scorer(by: [["part"]])
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    #expect(scorer.scorecard(tally).groups.map(\.key) == [[], [GroupAttribute(attribute: "part", value: nil)]])
  }

  @Test func answersGoToTheLastRespondent() {
    var sheet = AnswerSheet(questions: 1, attributes: 1)
    sheet.addRespondent(notStated: [2])
    sheet.addRespondent(notStated: [2])
    sheet.set(AnswerCode(rawValue: 3), question: 0)
    sheet.set(attribute: 0, value: 1)
    #expect(sheet.columns[0].codes == [AnswerCode.unanswered.rawValue, 3])
    #expect(sheet.attributes == [[2, 1]])
  }

  @Test func positionsThatDoNotExistChangeNothing() {
    var sheet = AnswerSheet(questions: 1, attributes: 1)
    sheet.set(AnswerCode.dontKnow, question: 0)
    sheet.set(attribute: 0, value: 0)
    #expect(sheet.count == 0)
    sheet.addRespondent(notStated: [1])
    sheet.set(AnswerCode.dontKnow, question: 1)
    sheet.set(AnswerCode.dontKnow, question: -1)
    let isSet = sheet.set(.number(1), question: 9)
    #expect(!isSet)
    sheet.set(attribute: 5, value: 0)
    #expect(sheet.columns[0].codes == [AnswerCode.unanswered.rawValue])
    #expect(sheet.attributes == [[1]])
    #expect(AnswerSheet(questions: -1, attributes: -1).columns.isEmpty)
  }

  @Test(arguments: [OpenAnswer.number(2.5), .word(7), .text("ideas")])
  func anOpenAnswerIsFoundAgainAndOnlyInItsRow(_ answer: OpenAnswer) {
    var sheet = AnswerSheet(questions: 1, attributes: 0)
    for row in 0..<5 {
      sheet.addRespondent(notStated: [])
      if row == 3 { sheet.set(answer, question: 0) }
    }
    #expect((-1...5).map { sheet.columns[0].openAnswer($0) } == [nil, nil, nil, nil, answer, nil, nil])
    sheet.addRespondent(notStated: [])
    sheet.set(answer, question: 0)
    sheet.set(AnswerCode.preferNotToSay, question: 0)
    #expect(sheet.columns[0].openAnswer(5) == nil)
  }

  /// A filler between two open answers is never taken for one.
  @Test func anOpenCodeWithoutAValueIsNoAnswer() {
    var sheet = AnswerSheet(questions: 1, attributes: 0)
    sheet.addRespondent(notStated: [])
    sheet.set(AnswerCode.open, question: 0)
    sheet.addRespondent(notStated: [])
    sheet.set(.number(4), question: 0)
    #expect(sheet.columns[0].openAnswer(0) == nil)
    #expect(sheet.columns[0].codes[0] == AnswerCode.unanswered.rawValue)
  }

  @Test func aColumnHoldsOpenAnswersOfOneType() {
    var sheet = AnswerSheet(questions: 1, attributes: 0)
    sheet.addRespondent(notStated: [])
    let text = sheet.set(.text("many"), question: 0)
    sheet.addRespondent(notStated: [])
    let number = sheet.set(.number(4), question: 0)
    #expect(text && !number)
    #expect(sheet.columns[0].openAnswer(0) == .text("many"))
    #expect(sheet.columns[0].openAnswer(1) == nil)
  }

  @Test func appendingKeepsOpenAnswersInTheirRows() {
    func sheet(_ answers: [Double?]) -> AnswerSheet {
      var sheet = AnswerSheet(questions: 2, attributes: 1)
      for answer in answers {
        sheet.addRespondent(answer.map { "\($0)" } ?? "none", notStated: [1])
        if let answer { sheet.set(.number(answer), question: 1) }
      }
      return sheet
    }
    let lists: [[Double?]] = [[nil, 1, nil], [nil], [2, nil], [], [nil, nil, 3]]
    var all = sheet([])
    for list in lists {
      let isAdded = all.append(sheet(list))
      #expect(isAdded)
    }
    let expected = lists.flatMap { $0 }
    #expect(all.count == expected.count)
    #expect(expected.indices.map { all.columns[1].openAnswer($0) } == expected.map { $0.map { .number($0) } })
    #expect(all.columns[0].codes.count == expected.count)
    #expect(all.attributes[0].count == expected.count)
    #expect(all.respondents == expected.map { $0.map { "\($0)" } ?? "none" })
  }

  @Test func aBlockOfRespondentsIsFilledColumnByColumn() {
    var sheet = AnswerSheet(questions: 2, attributes: 1)
    sheet.addRespondent("first", notStated: [2])
    sheet.addRespondents(3)
    sheet.setLast([0, 4, AnswerCode.open.rawValue], question: 0)
    sheet.setLast([1, 0], attribute: 0)
    let isSet = sheet.set(.number(2.5), question: 1, row: 2)
    #expect(isSet)
    let blank = AnswerCode.unanswered.rawValue
    #expect(sheet.columns[0].codes == [blank, 0, 4, blank])
    #expect(sheet.attributes == [[2, .max, 1, 0]])
    #expect((0..<4).map { sheet.columns[1].openAnswer($0) } == [nil, nil, .number(2.5), nil])
    // More than there are rows for, or no such row: nothing changes.
    let before = sheet.columns
    sheet.setLast([0, 0, 0, 0, 0], question: 0)
    sheet.setLast([0, 0, 0, 0, 0], attribute: 0)
    sheet.addRespondents(-1)
    let outside = [sheet.set(.number(1), question: 1, row: 4), sheet.set(.number(1), question: 1, row: -1)]
    #expect(outside == [false, false])
    #expect(sheet.columns == before)
    #expect(sheet.count == 4)
  }

  @Test func aSheetOfOtherColumnsIsRefused() {
    var sheet = AnswerSheet(questions: 1, attributes: 1)
    var other = AnswerSheet(questions: 2, attributes: 1)
    other.addRespondent(notStated: [1])
    let added = [sheet.append(other), sheet.append(AnswerSheet(questions: 1, attributes: 0))]
    #expect(added == [false, false])
    #expect(sheet.count == 0)
  }

  @Test func aSheetOfOtherOpenAnswersIsRefused() {
    func sheet(_ answer: OpenAnswer) -> AnswerSheet {
      var sheet = AnswerSheet(questions: 1, attributes: 0)
      sheet.addRespondent(notStated: [])
      sheet.set(answer, question: 0)
      return sheet
    }
    var numbers = sheet(.number(1))
    let added = [OpenAnswer.text("one"), .word(1), .number(2)].map { numbers.append(sheet($0)) }
    #expect(added == [false, false, true])
    #expect(numbers.count == 2)
  }
}

@Suite("Rows of a sheet") struct AnswerSheetRowTests {
  /// Taking rows out leaves what adding the others alone gives.
  @Test(arguments: [[], [0], [4], [1, 2], [0, 2, 4], [0, 1, 2, 3, 4]]) func takesRowsOut(rows: [Int]) {
    func sheet(_ people: [Int]) -> AnswerSheet {
      var sheet = AnswerSheet(questions: 2, attributes: 1)
      sheet.addRespondents(
        people.count, codes: people.map { UInt8($0) } + people.map { _ in AnswerCode.unanswered.rawValue },
        values: people.map { UInt16($0) })
      for (row, person) in people.enumerated() where person.isMultiple(of: 2) {
        sheet.set(.text("\(person)"), question: 1, row: row)
      }
      return sheet
    }
    var whole = sheet(Array(0..<5))
    whole.remove(rows: rows)
    let rest = sheet((0..<5).filter { !rows.contains($0) })
    #expect(whole.count == rest.count)
    #expect(whole.attributes == rest.attributes)
    #expect(whole.columns[0].codes == rest.columns[0].codes)
    for row in 0..<rest.count { #expect(whole.columns[1].openAnswer(row) == rest.columns[1].openAnswer(row)) }
  }
}
