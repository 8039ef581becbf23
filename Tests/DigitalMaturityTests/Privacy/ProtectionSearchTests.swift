import Testing

@testable import DigitalMaturity

struct ProtectionSearchTests {
  private func remedy(
    _ sample: CellSample, of group: String, counting count: Int? = nil, groups: Set<String>, figure: Set<String>? = nil,
    relations: [FigureRelation] = [], isLast: Bool = false
  ) throws -> [String]? {
    var search = ProtectionSearch(sample.groups, sample.counts, people: sample.people(0..<1))
    var counted = sample.figure(counting: count ?? sample.categories)
    counted.relations = relations
    let pattern = ProtectionSearch.Pattern(
      hidden: sample.names.map((figure ?? groups).contains),
      wholes: figure.map { _ in sample.names.map(groups.contains) })
    let remedy = search.remedy(
      try #require(sample.names.firstIndex(of: group)), counted, pattern, people: sample.people(counted.counted),
      isLast: isLast)
    switch remedy {
    case .none: return []
    case .withhold(let more): return more.map { sample.names[$0] }
    case .impossible: return nil
    }
  }

  @Test func twoGroupsProtectEachOther() throws {
    let sample = CellSample([("a=x", 9), ("a=y", 20), ("a=z", 30)], by: ["a"])
    #expect(try remedy(sample, of: "a=x", groups: ["a=x", "a=y"]) == [])
    // Alone it could be nothing else; the smallest other group lets it be.
    #expect(try remedy(sample, of: "a=x", groups: ["a=x"]) == ["a=y"])
  }

  /// Of (x, p) there are 1 to 3: two can come, whose answers (x, q) and (y, p) share, and the one that is there must stay. What
  /// was met on the way is counted with everybody back, so that it says the same again.
  @Test func aMoveThatWasMetChangesNoAnswer() throws {
    let sample = CellSample(
      [("a=x b=p", [1, 0]), ("a=x b=q", [2, 5]), ("a=y b=p", [9, 0]), ("a=y b=q", [9, 0]), ("a=z b=p", [20, 20])],
      by: ["a", "b", "a b"])
    var search = ProtectionSearch(sample.groups, sample.counts, people: sample.people(0..<1))
    let hidden = sample.names.map(["a=x b=p", "a=x b=q", "a=y b=p", "a=y b=q"].contains)
    let group = try #require(sample.names.firstIndex(of: "a=x b=p"))
    for _ in 1...2 {
      let remedy = search.remedy(
        group, sample.figure(counting: 2), .init(hidden: hidden, wholes: nil), people: sample.people(0..<1))
      #expect(remedy != .none)
    }
  }

  /// A group that is named has somebody in it.
  @Test func aGroupOfOneCanGiveNobodyAway() throws {
    let sample = CellSample([("a=x", 1), ("a=y", 1), ("a=z", 30)], by: ["a"])
    #expect(try remedy(sample, of: "a=x", groups: ["a=x", "a=y"]) == ["a=z"])
  }

  @Test func aCrossedGroupNeedsARectangle() throws {
    let cells = [
      ("a=x b=p", 3), ("a=x b=q", 30), ("a=x b=r", 12), ("a=y b=p", 40), ("a=y b=q", 50), ("a=y b=r", 11),
      ("a=z b=p", 9), ("a=z b=q", 60), ("a=z b=r", 70),
    ]
    let sample = CellSample(cells, by: ["a", "b", "a b"])
    // Of all four-cornered ones, that of 12 + 40 + 11 others, with (z, p) it would be 12 + 9 + 70.
    #expect(try remedy(sample, of: "a=x b=p", groups: ["a=x b=p"]) == ["a=y b=r", "a=y b=p", "a=x b=r"])
    #expect(
      try remedy(sample, of: "a=x b=p", groups: ["a=x b=p", "a=x b=r", "a=y b=p", "a=y b=r"]) == [])
    // A third row makes no rectangle.
    #expect(try remedy(sample, of: "a=x b=p", groups: ["a=x b=p", "a=x b=r", "a=y b=p", "a=z b=p"]) == ["a=y b=r"])
  }

  /// The rows' and columns' answers are shown: people who swap must have answered alike.
  @Test func swapsLeaveTheAnswersOfTotalsAlone() throws {
    let apart = CellSample(
      [("a=x b=p", [5, 0]), ("a=x b=q", [0, 9]), ("a=y b=p", [9, 0]), ("a=y b=q", [0, 9]), ("a=z b=p", [20, 20])],
      by: ["a", "b", "a b"])
    let four: Set<String> = ["a=x b=p", "a=x b=q", "a=y b=p", "a=y b=q"]
    #expect(try remedy(apart, of: "a=x b=p", groups: four) != [])
    let alike = CellSample(
      [("a=x b=p", [5, 0]), ("a=x b=q", [3, 6]), ("a=y b=p", [9, 0]), ("a=y b=q", [0, 9]), ("a=z b=p", [20, 20])],
      by: ["a", "b", "a b"])
    #expect(try remedy(alike, of: "a=x b=p", groups: four) == [])
  }

  /// All of a group's people are shown, so that it has at most so many answers.
  @Test func answersAreNoMoreThanPeople() throws {
    let sample = CellSample([("a=x", [9, 1]), ("a=y", [20, 1]), ("a=z", [30, 5])], by: ["a"])
    // One more in x, and one fewer, since y has one without an answer: 8 to 10.
    #expect(try remedy(sample, of: "a=x", counting: 1, groups: [], figure: ["a=x", "a=y"]) == ["a=z"])
    // Where both are withheld whole, people could be elsewhere.
    #expect(try remedy(sample, of: "a=x", counting: 1, groups: ["a=x", "a=y"], figure: ["a=x", "a=y"]) == [])
  }

  @Test func withNobodyLeftToAnswerOnlyEveryonesFigureHelps() throws {
    let sample = CellSample([("a=x", [9, 1]), ("a=y", [20, 0]), ("a=z", [30, 0])], by: ["a"])
    let more = try remedy(sample, of: "a=x", counting: 1, groups: [], figure: ["a=x", "a=y", "a=z"])
    #expect(more == [""])
  }

  /// Who has a score answered: with as many answers as scores there can be no fewer.
  @Test func whatIsKnownOfOtherFiguresHolds() throws {
    let sample = CellSample([("a=x", [9, 5]), ("a=y", [20, 5])], by: ["a"])
    let scored = FigureRelation(more: [1..<2], less: [1..<2])
    #expect(try remedy(sample, of: "a=x", counting: 1, groups: [], figure: ["a=x", "a=y"], relations: [scored]) == [])
    let atLeastNine = FigureRelation(more: [1..<2], less: [0..<1])
    #expect(
      try remedy(sample, of: "a=x", counting: 1, groups: [], figure: ["a=x", "a=y", ""], relations: [atLeastNine])
        == nil)
  }

  /// What is known of other figures may leave no way to anything else. Where nothing else can be done for a group, ever more
  /// is withheld.
  @Test func whereNoMoveHelpsTheLeastIsWithheld() throws {
    let sample = CellSample([("a=x", [9, 5]), ("a=y", [20, 5]), ("a=z", [30, 5])], by: ["a"])
    let never = FigureRelation(more: [1..<2], less: [0..<1])
    #expect(try remedy(sample, of: "a=x", counting: 1, groups: [], figure: ["a=x"], relations: [never]) == nil)
    #expect(
      try remedy(sample, of: "a=x", counting: 1, groups: [], figure: ["a=x"], relations: [never], isLast: true)
        == ["a=y"])
    #expect(
      try remedy(
        sample, of: "a=x", counting: 1, groups: [], figure: ["a=x", "a=y", "a=z"], relations: [never], isLast: true)
        == [""])
  }
}
