import DigitalMaturity
import MaturityScoringRules
import Testing

struct BreakdownTests {
  private var sample: ScoringSample {
    var sample = ScoringSample()
    sample.questions = [.closed("q")]
    sample.attributes = [
      Attribute("part", values: ["x", "y"]), Attribute("role", values: ["front", "office"]),
    ]
    return sample
  }

  private let people: [ScoringSample.Person] = [
    (["q": .option("a")], ["part": "x", "role": "front"]), (["q": .option("b")], ["part": "x", "role": "front"]),
    (["q": .option("c")], ["part": "x", "role": "office"]), (["q": .option("d")], ["part": "y", "role": "front"]),
    (["q": .option("e")], ["role": "office"]), (["q": .option("e")], ["part": "y"]),
  ]

  /// “part=x role=front: people, score”.
  private func lines(_ scorecard: Scorecard) -> [String] {
    scorecard.groups.map { group in
      let key = group.key.map { "\($0.attribute)=\($0.value?.rawValue ?? "not stated")" }.joined(separator: " ")
      return "\(key): \(group.respondents ?? -1), \(group.areas[0].score.value ?? -1)"
    }
  }

  @Test func oneWayGroupsStandInTheOrderOfTheirValuesAndNotStatedLast() throws {
    #expect(
      try lines(sample.scorecard(people, by: [["part"]])) == [
        ": 6, \(20.0 / 6)", "part=x: 3, 2.0", "part=y: 2, 4.5", "part=not stated: 1, 5.0",
      ])
  }

  @Test func severalBreakdownsStandOneAfterTheOther() throws {
    #expect(
      try lines(sample.scorecard(people, by: [["role"], ["part"]])) == [
        ": 6, \(20.0 / 6)", "role=front: 3, \(7.0 / 3)", "role=office: 2, 4.0", "role=not stated: 1, 5.0",
        "part=x: 3, 2.0", "part=y: 2, 4.5", "part=not stated: 1, 5.0",
      ])
  }

  /// Only groups that somebody is in, whatever order the attributes are named in.
  @Test(arguments: [["part", "role"], ["role", "part"], ["role", "part", "role"]] as [[Identifier<Attribute>]])
  func crossedGroupsStandInTheQuestionnairesOrder(_ breakdown: [Identifier<Attribute>]) throws {
    #expect(
      try lines(sample.scorecard(people, by: [breakdown])) == [
        ": 6, \(20.0 / 6)", "part=x role=front: 2, 1.5", "part=x role=office: 1, 3.0", "part=y role=front: 1, 4.0",
        "part=y role=not stated: 1, 5.0", "part=not stated role=office: 1, 5.0",
      ])
  }

  @Test func theSameBreakdownTwiceOrOfNothingIsNoOther() throws {
    let scorecard = try sample.scorecard(people, by: [["part"], [], ["part"], ["part", "part"]])
    #expect(scorecard.groups.count == 4)
    #expect(scorecard.published().breakdowns == [["part"]])
  }

  /// Every group's people are counted once in each breakdown, and group means weigh up to everyone's.
  @Test(arguments: UInt64(1)...10)
  func groupsAddUpToEveryone(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: 90)
    let scorecard = try workshop.sample.scorecard(workshop.people, by: [["part"], ["part", "role"], ["grade"]])
    let everyone = scorecard.groups[0]
    for breakdown: [Identifier<Attribute>] in [["part"], ["part", "role"], ["grade"]] {
      let groups = scorecard.groups.filter { $0.key.map(\.attribute) == breakdown }
      #expect(groups.compactMap(\.respondents).reduce(0, +) == 90)
      for (index, area) in everyone.areas.enumerated() where area.provenance.unit == .respondent {
        let parts = groups.map { $0.areas[index] }
        #expect(parts.compactMap(\.people).reduce(0, +) == area.people)
        let sum = parts.reduce(0.0) { $0 + ($1.score.value ?? 0) * Double($1.people ?? 0) }
        #expect(abs(sum - (area.score.value ?? 0) * Double(area.people ?? 0)) < 1e-9)
      }
      for index in everyone.questions.indices {
        for status in AnswerStatus.allCases {
          let parts = groups.compactMap { $0.questions[index].statuses?[status] }
          #expect(parts.reduce(0, +) == everyone.questions[index].statuses?[status])
        }
      }
    }
  }

  /// 300 · 300 values and “not stated” make 90,601 groups.
  @Test func moreGroupsThanTheLimitAreADiagnostic() throws {
    var sample = sample
    sample.attributes = ["a", "b"].map { Attribute($0, values: (0..<300).map { "v\($0)" }) }
    let error = #expect(throws: DocumentError.self) { try sample.scorer(by: [["a"], ["b"]]) }
    #expect(error?.diagnostics.map(\.code) == [.limit])
    #expect(error?.description.contains("65536") == true)
    // One at a time is fine.
    #expect(try sample.scorer(by: [["a"]]).makeTally().respondents == 0)
  }

  /// 255 values and “not stated”, twice, are the limit itself.
  @Test func asManyGroupsAsTheLimitAreFine() throws {
    var sample = sample
    sample.attributes = ["a", "b"].map { Attribute($0, values: (0..<255).map { "v\($0)" }) }
    let people: [ScoringSample.Person] = [
      (["q": .option("a")], ["a": "v254", "b": "v254"]), (["q": .option("b")], ["a": "v0", "b": "v254"]),
      (["q": .option("c")], [:]),
    ]
    #expect(
      try lines(sample.scorecard(people, by: [["a", "b"]])) == [
        ": 3, 2.0", "a=v0 b=v254: 1, 2.0", "a=v254 b=v254: 1, 1.0", "a=not stated b=not stated: 1, 3.0",
      ])
  }
}
