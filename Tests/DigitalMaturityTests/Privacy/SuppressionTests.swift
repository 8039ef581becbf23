import Testing

@testable import DigitalMaturity

struct SuppressionTests {
  @Test func withoutASmallGroupNothingIsWithheld() {
    #expect(CellSample([("a=x", 10), ("a=y", 30)], by: ["a"]).withheld().isEmpty)
    #expect(CellSample([("", 10)], by: []).withheld().isEmpty)
    #expect(CellSample([(String, Int)](), by: []).withheld().isEmpty)
  }

  @Test func everyoneMayBeTooFew() {
    #expect(CellSample([("", 9)], by: []).withheld() == [""])
    #expect(CellSample([("a=x", 4), ("a=y", 5)], by: ["a"]).withheld() == ["", "a=x", "a=y"])
  }

  @Test func theNextSmallestGroupHidesASmallOne() {
    #expect(CellSample([("a=x", 9), ("a=y", 20), ("a=z", 33)], by: ["a"]).withheld() == ["a=x", "a=y"])
  }

  /// Of equal groups the first, so that the same figures are withheld every time.
  @Test func amongEqualGroupsTheFirstIsWithheld() {
    #expect(CellSample([("a=x", 9), ("a=y", 20), ("a=z", 20)], by: ["a"]).withheld() == ["a=x", "a=y"])
  }

  /// Two small groups hide each other, but their sum must not be a small figure.
  @Test func smallGroupsTogetherReachTheThreshold() {
    let small = CellSample([("a=w", 20), ("a=x", 3), ("a=y", 3), ("a=z", 20)], by: ["a"])
    #expect(small.withheld() == ["a=w", "a=x", "a=y"])
    #expect(CellSample([("a=x", 5), ("a=y", 5), ("a=z", 35)], by: ["a"]).withheld() == ["a=x", "a=y"])
  }

  /// Five people in five groups that have a name are one each: their sum tells, however large it is.
  @Test func groupsThatCannotDifferHideNothing() {
    let singles = CellSample([("a=p", 1), ("a=q", 1), ("a=r", 1), ("a=s", 1), ("a=t", 1), ("a=z", 40)], by: ["a"])
    #expect(singles.withheld(threshold: 5) == ["a=p", "a=q", "a=r", "a=s", "a=t", "a=z"])
    // Six people could be two in any of them, which is still too narrow; eight could be four.
    let six = CellSample([("a=p", 2), ("a=q", 1), ("a=r", 1), ("a=s", 1), ("a=t", 1), ("a=z", 40)], by: ["a"])
    #expect(six.withheld(threshold: 5).count == 6)
    let eight = CellSample([("a=p", 4), ("a=q", 1), ("a=r", 1), ("a=s", 1), ("a=t", 1), ("a=z", 40)], by: ["a"])
    #expect(eight.withheld(threshold: 5) == ["a=p", "a=q", "a=r", "a=s", "a=t"])
  }

  @Test func withNothingLeftToHideBehindTheTotalIsWithheld() {
    // One group that is everyone: hidden already, so is everyone.
    #expect(CellSample([("a=x", 12)], by: ["a"]).withheld(counting: 1, already: ["a=x"]) == ["", "a=x"])
    #expect(CellSample([("a=x", 9)], by: ["a"]).withheld() == ["", "a=x"])
  }

  @Test func aWithheldTotalDoesNotFollowFromItsParts() {
    // x is withheld beside y; of its parts, which are all large, one must be too.
    let cells = [("a=x b=p", 10), ("a=x b=q", 10), ("a=y b=p", 9), ("a=z b=p", 31)]
    #expect(CellSample(cells, by: ["a", "a b"]).withheld() == ["a=x", "a=y", "a=x b=p", "a=y b=p"])
  }

  @Test func aTotalWithheldForAnotherFigureDoesNotFollowEither() {
    let cells = [("a=x b=p", 20), ("a=x b=q", 20), ("a=y b=p", 9), ("a=y b=q", 8), ("a=z b=p", 43)]
    let withheld = CellSample(cells, by: ["a", "a b"]).withheld(counting: 1, already: ["a=x", "a=y"])
    #expect(withheld == ["a=x", "a=y", "a=x b=p", "a=y b=p", "a=y b=q"])
  }

  @Test func crossedGroupsAreHiddenAgainstBothOfTheirTotals() {
    let large = [("a=x b=p", 25), ("a=x b=q", 23), ("a=y b=p", 18), ("a=y b=q", 22)]
    #expect(CellSample(large, by: ["a", "b", "a b"]).withheld().isEmpty)
    // One cell of a two by two table takes all four with it.
    let small = [("a=x b=p", 9), ("a=x b=q", 26), ("a=y b=p", 21), ("a=y b=q", 19)]
    #expect(
      CellSample(small, by: ["a", "b", "a b"]).withheld() == ["a=x b=p", "a=x b=q", "a=y b=p", "a=y b=q"])
  }

  /// Nobody asked for the parts alone, but either table tells how many are in them.
  @Test func aTotalThatTwoBreakdownsShareCountsAsShown() {
    let cells = [
      ("a=x b=p c=u", 4), ("a=x b=p c=v", 26), ("a=x b=q c=u", 5), ("a=x b=q c=v", 35),
      ("a=y b=p c=u", 15), ("a=y b=p c=v", 15), ("a=y b=q c=u", 20), ("a=y b=q c=v", 20),
    ]
    // Hidden against the two other groups of c alone, (x, u) would be 70 less (x, v).
    #expect(CellSample(cells, by: ["a b", "a c"]).withheld() == ["a=x c=u", "a=x c=v"])
  }

  /// Services belong to directorates, whether their names say so or not.
  @Test func nestedGroupsAreHiddenWithinTheirTotal() {
    let cells = [("a=x s=x1", 9), ("a=x s=x2", 30), ("a=x s=x3", 40), ("a=y s=y1", 12), ("a=y s=y2", 20)]
    // The smallest other group is y1; it is no help, since y less y2 is shown.
    #expect(CellSample(cells, by: ["a", "s"]).withheld() == ["s=x1", "s=x2"])
    #expect(CellSample(cells, by: ["a", "a s"]).withheld() == ["a=x s=x1", "a=x s=x2"])
  }

  /// Where the service is not stated it may be any directorate's.
  @Test func whatIsNotStatedBelongsToNothing() {
    let cells = [("a=x s=x1", 9), ("a=x s=x2", 30), ("a=x s=-", 12), ("a=y s=y1", 20), ("a=y s=-", 14)]
    let withheld = CellSample(cells, by: ["a", "s"]).withheld()
    #expect(withheld.contains("s=x1") && !withheld.contains("a=x") && withheld.count >= 2)
  }

  @Test func whatIsWithheldAlreadyCountsAsAMask() {
    let sample = CellSample([("a=x", 9), ("a=y", 20), ("a=z", 31)], by: ["a"])
    #expect(sample.withheld(counting: 1, already: ["a=z"]) == ["a=x", "a=y", "a=z"])
    let figure = CellSample([("a=x", [9, 11]), ("a=y", [20, 0]), ("a=z", [31, 3])], by: ["a"])
    #expect(figure.withheld(counting: 1) == ["a=x", "a=y"])
  }

  /// Who answered is no more than who is there: behind a group that all answered nothing can hide.
  @Test func aFigureIsHiddenWhereItCouldBeMore() {
    // All of y answered and all of y are shown: x could only have fewer answers, if y had more than people.
    let sample = CellSample([("a=x", [2, 11]), ("a=y", [20, 0]), ("a=z", [29, 2])], by: ["a"])
    let withheld = sample.withheld(counting: 1)
    #expect(withheld.contains("a=x") && withheld.count >= 2)
    #expect(!withheld.contains(""))
  }

  /// Nearly all answered: whatever else is withheld, x has nearly as many answers as people. Everyone's figure is worth
  /// more than all of x.
  @Test func aGroupIsWithheldRatherThanEveryonesFigure() {
    let sample = CellSample([("a=x", [9, 2]), ("a=y", [20, 0]), ("a=z", [30, 0])], by: ["a"])
    let withheld = sample.withheld([[sample.figure(counting: 1)]])
    #expect(sample.names(withheld.groups) == ["a=x", "a=y"])
    #expect(sample.names(withheld.figures[0]) == ["a=x", "a=y"])
  }

  /// What a question and a score made of it alone withhold is withheld of both.
  @Test func figuresThatSayTheSameAreWithheldTogether() {
    let sample = CellSample([("a=x", [9, 3, 8]), ("a=y", [12, 0, 8]), ("a=z", [30, 2, 3])], by: ["a"])
    let (answers, scores) = (sample.figure(counting: 2), sample.figure(counting: 1))
    let apart = sample.withheld([[answers], [scores]])
    #expect(apart.figures.map(sample.names) == [[], ["a=x", "a=y"]])
    #expect(sample.withheld([[answers, scores]]).figures.map(sample.names) == [["a=x", "a=y"]])
  }

  /// Small tables, every world tried: no withheld number of people is known to less than a range 3 wide.
  @Test(arguments: UInt64(1)...120)
  func noWithheldGroupIsKnownNearly(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (rows, columns) = seed % 2 == 0 ? (2, 3) : (3, 3)
    var cells: [(String, Int)] = []
    for row in 0..<rows {
      for column in 0..<columns where Int.random(in: 0..<6, using: &generator) > 0 {
        cells.append(("a=r\(row) b=c\(column)", Int.random(in: 1...(rows == 2 ? 9 : 5), using: &generator)))
      }
    }
    let breakdowns = [["a", "b", "a b"], ["a", "a b"], ["a b"], ["a", "b"]][Int(seed / 2) % 4]
    let sample = CellSample(cells, by: breakdowns)
    let hidden = sample.withheld([[sample.figure(counting: 1)]], threshold: 5).groups
    let people = sample.people(0..<1)
    for (group, count) in people.enumerated() where count < 5 { #expect(hidden[group]) }
    if hidden[0] { return }
    for (name, range) in AllWorlds(sample: sample, hidden: hidden).ranges() {
      #expect(range.upperBound - range.lowerBound >= 3, "\(name) is \(range) in \(cells) by \(breakdowns)")
    }
  }

  /// Where nearly all answered, figures ask for whole groups to be withheld, and groups are decided on again.
  @Test(arguments: UInt64(1)...120)
  func noWithheldGroupIsKnownNearlyAfterFiguresAskedForMore(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var cells: [(String, [Int])] = []
    for row in 0..<3 {
      for column in 0..<3 where Int.random(in: 0..<6, using: &generator) > 0 {
        let silent = Int.random(in: 0..<4, using: &generator) == 0 ? 1 : 0
        cells.append(("a=r\(row) b=c\(column)", [Int.random(in: 1...5, using: &generator), silent]))
      }
    }
    let breakdowns = [["a", "b", "a b"], ["a", "a b"], ["a b"], ["a", "b"]][Int(seed) % 4]
    let sample = CellSample(cells, by: breakdowns)
    let withheld = sample.withheld([[sample.figure(counting: 1)], [sample.figure(counting: 2)]], threshold: 5)
    if withheld.groups.first ?? true { return }
    for (name, range) in AllWorlds(sample: sample, hidden: withheld.groups).ranges() {
      #expect(range.upperBound - range.lowerBound >= 3, "\(name) is \(range) in \(cells) by \(breakdowns)")
    }
  }

  /// 50 × 40 groups: the work must not grow with the square of the groups.
  @Test func aLargeTableIsDecided() {
    var cells: [(String, Int)] = []
    for row in 0..<50 {
      for column in 0..<40 where (row * 7 + column * 3) % 23 > 0 {
        cells.append(("a=r\(row) b=c\(column)", (row * 7 + column * 3) % 23))
      }
    }
    let sample = CellSample(cells, by: ["a", "a b"])
    let hidden = Set(sample.withheld())
    for (name, people) in zip(sample.names, sample.people(0..<1)) where people < 10 { #expect(hidden.contains(name)) }
    #expect(!hidden.contains(""))
  }
}
