import Testing

@testable import DigitalMaturity

struct PublishedTotalsTests {
  private func protected(_ sample: CellSample, hidden: Set<String>, threshold: Int = 10) -> [String] {
    var all = sample.groups
    all.addImplied()
    let totals = PublishedTotals(sample.groups, threshold: threshold)
    var people = Array(repeating: 0, count: all.count)
    for breakdown in all.breakdowns {
      for (cell, group) in breakdown.groupOf.enumerated() { people[group] += sample.counts.sum(cell, 0..<1) }
    }
    var isHidden = sample.names.map(hidden.contains)
    totals.protect(&isHidden, people: people)
    return sample.names(isHidden)
  }

  private let crossed = [
    ("a=x b=p", 12), ("a=x b=q", 14), ("a=x b=r", 16), ("a=y b=p", 13), ("a=y b=q", 15), ("a=y b=r", 17),
  ]

  @Test func nothingWithheldAsksForNothing() {
    #expect(protected(CellSample(crossed, by: ["a", "b", "a b"]), hidden: []).isEmpty)
  }

  @Test func oneWithheldPartTakesTheSmallestOther() {
    #expect(protected(CellSample(crossed, by: ["a b"]), hidden: ["a=y b=r"]) == ["a=x b=p", "a=y b=r"])
    #expect(protected(CellSample(crossed, by: ["a", "a b"]), hidden: ["a=y b=r"]) == ["a=y b=p", "a=y b=r"])
  }

  @Test func withheldPartsTogetherReachTheThreshold() {
    let cells = [("a=x", 4), ("a=y", 5), ("a=z", 12), ("a=w", 40)]
    #expect(protected(CellSample(cells, by: ["a"]), hidden: ["a=x", "a=y"]) == ["a=x", "a=y", "a=z"])
    #expect(protected(CellSample(cells, by: ["a"]), hidden: ["a=x", "a=y"], threshold: 9) == ["a=x", "a=y"])
  }

  /// x and y are withheld, so neither row tells; but both rows less what is shown of them are six people.
  @Test func whatIsWithheldOfWithheldGroupsIsAUnion() {
    let cells = [("a=x b=p", 3), ("a=x b=q", 30), ("a=y b=p", 3), ("a=y b=q", 40), ("a=z b=p", 50), ("a=z b=q", 50)]
    let withheld = protected(
      CellSample(cells, by: ["a", "a b"]), hidden: ["a=x", "a=y", "a=x b=p", "a=y b=p"])
    #expect(withheld == ["a=x", "a=y", "a=x b=p", "a=x b=q", "a=y b=p"])
  }

  /// The parts were not asked for, but (x, p) and (x, q) are shown, and so the parts of x by c have a known total.
  @Test func aTotalThatFollowsIsATotal() {
    let cells = [
      ("a=x b=p c=u", 12), ("a=x b=p c=v", 6), ("a=x b=q c=u", 5), ("a=x b=q c=v", 13),
      ("a=y b=p c=u", 14), ("a=y b=p c=v", 3), ("a=y b=q c=u", 4), ("a=y b=q c=v", 15),
    ]
    let sample = CellSample(cells, by: ["a b", "a c"])
    #expect(protected(sample, hidden: ["a=x c=u"]) == ["a=x c=u", "a=x c=v"])
    // Where no breakdown tells a part, its groups hide those of other parts.
    let both = protected(sample, hidden: ["a=x b=p", "a=x c=u", "a=y b=p", "a=y c=u"])
    #expect(both == ["a=x b=p", "a=y b=p", "a=x c=u", "a=y c=u"])
  }

  /// All advisers are in x, whose other person is then known, though every group is large.
  @Test func whatIsLeftOfGroupsWithoutThoseWithinThemIsAUnion() {
    let cells = [("a=x b=adviser", 30), ("a=x b=manager", 1), ("a=y b=officer", 40), ("a=y b=manager", 15)]
    #expect(protected(CellSample(cells, by: ["a", "b"]), hidden: []) == ["b=adviser", "b=manager"])
    #expect(protected(CellSample(cells, by: ["a", "b"]), hidden: [], threshold: 1).isEmpty)
    #expect(protected(CellSample(cells, by: ["a"]), hidden: []).isEmpty)
    // Two of a hold all officers, and three people more: with one of the two and the third withheld, either could hold more.
    let two = [
      ("a=x b=officer", 20), ("a=y b=officer", 20), ("a=y b=manager", 3), ("a=z b=manager", 30), ("a=z b=adviser", 30),
    ]
    #expect(protected(CellSample(two, by: ["a", "b"]), hidden: []) == ["a=x", "a=z"])
  }

  @Test func groupsOfNobodyHideNothing() {
    let cells = [("a=x", [9]), ("a=y", [0]), ("a=z", [30])]
    #expect(protected(CellSample(cells, by: ["a"]), hidden: ["a=x"]) == ["a=x", "a=z"])
  }
}
