import Testing

@testable import DigitalMaturity

@Suite struct InvitationForecastTests {
  private static func attribute(_ id: String, _ values: [String]) -> Attribute {
    Attribute(
      id: Identifier(id), text: LocalizedText(id),
      values: values.map { Attribute.Value(id: Identifier($0), label: LocalizedText($0)) })
  }

  private static let questionnaire = Questionnaire(
    id: "staff", title: "Staff",
    attributes: [attribute("team", ["a", "b", "c", "d"]), attribute("role", ["x", "y"])], sections: [])

  private static func teams(_ people: Int...) throws -> Headcounts {
    try Headcounts(
      attributes: ["team"], groups: zip(["a", "b", "c", "d"], people).map { .init([Identifier($0)], people: $1) },
      of: questionnaire)
  }

  private static func crossed(_ people: [String: Int]) throws -> Headcounts {
    try Headcounts(
      attributes: ["team", "role"],
      groups: people.sorted { $0.key < $1.key }.map { key, people in
        let parts = key.map { Identifier<Attribute.Value>(String($0)) }
        return .init([parts[0], parts[1]], people: people)
      }, of: questionnaire)
  }

  private func outlooks(_ forecast: InvitationForecast) -> [String] {
    forecast.groups.map { group in
      "\(group.key.map { $0.value?.rawValue ?? "-" }.joined()) \(group.outlook.rawValue) \(group.more)"
    }
  }

  @Test("groups below the threshold, those that protect them, and how many more to invite")
  func teams() throws {
    let forecast = try InvitationForecast(try Self.teams(40, 9, 18, 30), of: Self.questionnaire, rate: 0.6)
    #expect(forecast.needed == 17)
    #expect(
      outlooks(forecast) == [" shown 0", "a shown 0", "b too-few 8", "c protects-others 0", "d shown 0"])
    #expect(forecast.groups.map(\.expected) == [58, 24, 5, 10, 18])
    #expect(forecast.everyone?.invited == 97)
    // scipy.stats.binom.sf(9, 18, 0.6)
    #expect(abs(forecast.groups[3].chance - 0.7368411690211738) < 1e-9)
    // With those invited nothing is withheld.
    let more = try InvitationForecast(try Self.teams(40, 17, 18, 30), of: Self.questionnaire, rate: 0.6)
    #expect(more.groups.allSatisfy { $0.outlook == .shown })
  }

  @Test("nobody invited is nothing withheld")
  func nobody() throws {
    let forecast = try InvitationForecast(try Self.teams(20, 0, 20, 30), of: Self.questionnaire, rate: 0.5)
    #expect(outlooks(forecast) == [" shown 0", "a shown 0", "b nobody 0", "c shown 0", "d shown 0"])
  }

  @Test("everyone may be too few")
  func few() throws {
    let forecast = try InvitationForecast(try Self.teams(3, 3, 3, 0), of: Self.questionnaire, rate: 1)
    #expect(outlooks(forecast) == [" too-few 1", "a too-few 7", "b too-few 7", "c too-few 7", "d nobody 0"])
  }

  @Test("breakdowns that are published together protect each other")
  func crossed() throws {
    let invited = try Self.crossed(["ax": 30, "ay": 9, "bx": 30, "by": 30])
    let apart = try InvitationForecast(invited, of: Self.questionnaire, rate: 1)
    #expect(apart.groups.allSatisfy { $0.outlook == .shown })
    let together = try InvitationForecast(
      invited, of: Self.questionnaire, by: [["team"], ["role"], ["team", "role"]], rate: 1)
    #expect(
      outlooks(together) == [
        " shown 0", "a shown 0", "b shown 0", "x shown 0", "y shown 0", "ax protects-others 0", "ay too-few 1",
        "bx protects-others 0", "by protects-others 0",
      ])
  }

  @Test(
    "it says of numbers what results of as many people say",
    arguments: [[40, 9, 18, 30], [9, 8, 50, 50], [10, 10, 10, 10], [4, 4, 4, 90]])
  func asPublished(_ people: [Int]) throws {
    let invited = try Self.teams(people[0], people[1], people[2], people[3])
    let forecast = try InvitationForecast(invited, of: Self.questionnaire, rate: 1)
    let cells = zip(["a", "b", "c", "d"], people).map { ("team=\($0)", $1) }
    let withheld = CellSample(cells, by: ["team"]).withheld()
    #expect(
      forecast.groups.filter { $0.outlook != .shown }.map { group in
        group.key.map { "team=\($0.value?.rawValue ?? "")" }.joined()
      } == withheld)
  }

  /// Golden values: the smallest n with `scipy.stats.binom.sf(t - 1, n, p) >= l`; on average, the smallest with n·p ≥ t.
  @Test(
    arguments: [
      (10, 0.6, 0.9, 21), (10, 0.5, 0.5, 19), (5, 0.25, 0.95, 34), (10, 1, 0.9, 10), (30, 0.35, 0.8, 96),
      (10, 0.6, nil, 17),
      (10, 0.1, nil, 100), (5, 1, nil, 5), (7, 0.7, nil, 10), (10, 1e-4, nil, 100_000),
    ])
  func needed(_ threshold: Int, _ rate: Double, _ likelihood: Double?, _ people: Int) {
    #expect(InvitationForecast.needed(for: threshold, rate, likelihood) == people)
  }

  @Test("parameters that cannot be are all told")
  func wrong() throws {
    let invited = try Self.teams(10, 10, 10, 10)
    let error = #expect(throws: DocumentError.self) {
      try InvitationForecast(invited, of: Self.questionnaire, by: [["role"], []], rate: 1.5, likelihood: 1)
    }
    #expect(error?.diagnostics.map(\.code) == [.invalidValue, .invalidValue, .unknownReference, .invalidValue])
    for rate in [0, -1, Double.nan] {
      #expect(throws: DocumentError.self) { try InvitationForecast(invited, of: Self.questionnaire, rate: rate) }
    }
  }
}
