import DigitalMaturity
import Testing

@Suite struct AgreedAnswersTests {
  private static func questionnaire(_ attributes: [String], _ mode: Questionnaire.Mode = .consensus) -> Questionnaire {
    Questionnaire(
      id: "agreed", title: "Agreed", mode: mode,
      attributes: attributes.map { id in
        Attribute(
          id: Identifier(id), text: LocalizedText(id),
          values: ["one", "two"].map { .init(id: Identifier($0), label: LocalizedText($0)) })
      }, sections: [])
  }

  /// The problems of rows, each the values of the attributes.
  private func problems(_ attributes: [String], _ rows: [[UInt16]]) throws -> [String] {
    let questionnaire = Self.questionnaire(attributes)
    func sheet(_ rows: some Sequence<[UInt16]>) -> AnswerSheet {
      var sheet = AnswerSheet(for: questionnaire)
      for row in rows {
        sheet.addRespondent(notStated: questionnaire.attributes.map(\.notStated))
        for (index, value) in row.enumerated() { sheet.set(attribute: index, value: value) }
      }
      return sheet
    }
    var whole = try #require(AgreedAnswers(of: questionnaire))
    whole.add(sheet(rows))
    // The same in parts, in another order.
    for cut in 0...rows.count {
      var (first, second) = (
        try #require(AgreedAnswers(of: questionnaire)), try #require(AgreedAnswers(of: questionnaire))
      )
      first.add(sheet(rows[..<cut]))
      second.add(sheet(rows[cut...]))
      second.merge(first)
      #expect(second == whole)
    }
    return whole.problems.map { "\($0.severity.rawValue) \($0.message)" }
  }

  @Test("one row a session is what it claims to be")
  func one() throws {
    #expect(try problems(["session"], [[0], [1]]) == [])
    #expect(try problems(["session", "present"], [[0, 0], [1, 0]]) == [])
    #expect(try problems([], [[]]) == [])
    #expect(try problems(["session"], []) == [])
    #expect(try problems(["team", "place"], [[0, 0], [0, 1], [1, 2]]) == [])
    #expect(AgreedAnswers(of: Self.questionnaire(["session"], .individual)) == nil)
  }

  @Test(
    "several rows of one session are not, whatever else they say",
    arguments: [
      (["session"], [[0], [0], [1]], "“one” has 2"),
      (["present", "session"], [[0, 1], [1, 1], [2, 1]], "“two” has 3"),
      (["session"], [[2], [2]], "no session has 2"), (["session"], [[0], [.max], [.max]], "no session has 2"),
      ([], [[], []], "the file has 2"), (["team", "place"], [[0, 1], [0, 1]], "“one” with “two” has 2"),
    ])
  func several(_ attributes: [String], _ rows: [[UInt16]], _ part: String) throws {
    let problems = try problems(attributes, rows)
    #expect(problems.first?.hasPrefix("error “agreed” has one row a session, and \(part): single people's") == true)
  }

  @Test("rows that do not say how many took part are told")
  func presence() throws {
    #expect(
      try problems(["session", "present"], [[0, 2], [1, 0]]) == [
        "warning 1 row does not say how many took part: fill in “present”; it takes five or more to agree an answer that is shown"
      ])
  }
}
