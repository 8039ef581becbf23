import Testing

@testable import DigitalMaturity

struct SuppressionTests {
  /// Groups as “part=x role=front”; the first is everyone, “”.
  private func withheld(_ groups: [(String, Int)], threshold: Int = 10, already: Set<String> = []) -> [String] {
    let keys = groups.map { group in
      group.0.split(separator: " ").map { part in
        let pair = part.split(separator: "=")
        return GroupAttribute(attribute: Identifier(String(pair[0])), value: Identifier(String(pair[1])))
      }
    }
    let rule = Suppression(keys, policy: DisclosurePolicy(threshold: threshold))
    let hidden = rule.withheld(people: groups.map(\.1), already: groups.map { already.contains($0.0) })
    return zip(groups, hidden).filter(\.1).map(\.0.0)
  }

  @Test func withoutASmallGroupNothingIsWithheld() {
    #expect(withheld([("", 40), ("a=x", 10), ("a=y", 30)]).isEmpty)
    #expect(withheld([("", 10)]).isEmpty)
    #expect(withheld([]).isEmpty)
  }

  @Test func everyoneMayBeTooFew() {
    #expect(withheld([("", 9)]) == [""])
    #expect(withheld([("", 9), ("a=x", 4), ("a=y", 5)]) == ["", "a=x", "a=y"])
  }

  @Test func theNextSmallestGroupHidesASmallOne() {
    #expect(withheld([("", 62), ("a=x", 9), ("a=y", 20), ("a=z", 33)]) == ["a=x", "a=y"])
  }

  /// Of equal groups the first, so that the same figures are withheld every time.
  @Test func amongEqualGroupsTheFirstIsWithheld() {
    #expect(withheld([("", 49), ("a=x", 9), ("a=y", 20), ("a=z", 20)]) == ["a=x", "a=y"])
  }

  /// Two small groups hide each other, but their sum must not be a small figure.
  @Test func smallGroupsTogetherReachTheThreshold() {
    #expect(withheld([("", 46), ("a=x", 3), ("a=y", 3), ("a=z", 20), ("a=w", 20)]) == ["a=x", "a=y", "a=z"])
    #expect(withheld([("", 45), ("a=x", 5), ("a=y", 5), ("a=z", 35)]) == ["a=x", "a=y"])
  }

  @Test func aGroupOfNobodyHidesNothing() {
    // The empty group is no mask: x would be everyone less y.
    #expect(withheld([("", 29), ("a=x", 9), ("a=y", 20), ("a=z", 0)]) == ["a=x", "a=y"])
  }

  @Test func withNothingLeftToHideBehindTheTotalIsWithheld() {
    #expect(withheld([("", 12), ("a=x", 12), ("a=x b=p", 9), ("a=x b=q", 3)]).contains("a=x b=p"))
    // One group that is everyone: hidden already, so is everyone.
    #expect(withheld([("", 12), ("a=x", 12)], already: ["a=x"]) == ["", "a=x"])
    // All parts withheld and still too few.
    #expect(withheld([("", 9), ("a=x", 9)]) == ["", "a=x"])
  }

  @Test func aWithheldTotalDoesNotFollowFromItsParts() {
    // x is withheld beside y; of its parts, which are all large, one must be too.
    let groups = [
      ("", 60), ("a=x", 20), ("a=y", 9), ("a=z", 31), ("a=x b=p", 10), ("a=x b=q", 10), ("a=y b=p", 9), ("a=z b=p", 31),
    ]
    #expect(withheld(groups) == ["a=x", "a=y", "a=x b=p", "a=y b=p"])
  }

  /// Here no other sum asks for it: two parts of y hide each other.
  @Test func aTotalWithheldForAnotherFigureDoesNotFollowEither() {
    let groups = [
      ("", 100), ("a=x", 40), ("a=y", 17), ("a=z", 43), ("a=x b=p", 20), ("a=x b=q", 20), ("a=y b=p", 9),
      ("a=y b=q", 8), ("a=z b=p", 43),
    ]
    #expect(withheld(groups, already: ["a=x", "a=y"]) == ["a=x", "a=y", "a=x b=p", "a=y b=p", "a=y b=q"])
  }

  @Test func crossedGroupsAreHiddenAgainstBothOfTheirTotals() {
    let groups = [
      ("", 88), ("a=x", 48), ("a=y", 40), ("b=p", 43), ("b=q", 45),
      ("a=x b=p", 25), ("a=x b=q", 23), ("a=y b=p", 18), ("a=y b=q", 22),
    ]
    #expect(withheld(groups).isEmpty)
    // One cell of a two by two table takes all four with it.
    let small = [
      ("", 75), ("a=x", 35), ("a=y", 40), ("b=p", 30), ("b=q", 45),
      ("a=x b=p", 9), ("a=x b=q", 26), ("a=y b=p", 21), ("a=y b=q", 19),
    ]
    #expect(withheld(small) == ["a=x b=p", "a=x b=q", "a=y b=p", "a=y b=q"])
  }

  /// Nobody asked for the parts alone, but either table tells how many are in them.
  @Test func aTotalThatTwoBreakdownsShareCountsAsShown() {
    let groups = [
      ("", 140), ("a=x b=p", 30), ("a=x b=q", 40), ("a=y b=p", 30), ("a=y b=q", 40),
      ("a=x c=u", 9), ("a=x c=v", 61), ("a=y c=u", 35), ("a=y c=v", 35),
    ]
    // Hidden against the two other groups of c alone, (x, u) would be 70 less (x, v).
    #expect(withheld(groups) == ["a=x c=u", "a=x c=v"])
  }

  @Test func whatIsWithheldAlreadyCountsAsAMask() {
    let groups = [("", 60), ("a=x", 9), ("a=y", 20), ("a=z", 31)]
    #expect(withheld(groups, already: ["a=z"]) == ["a=x", "a=z"])
  }

  @Test(arguments: UInt64(1)...50)
  func noWithheldGroupIsADifferenceOfShownOnes(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (rows, columns) = (Int.random(in: 1...6, using: &generator), Int.random(in: 1...5, using: &generator))
    var cells: [(String, Int)] = []
    for row in 0..<rows {
      for column in 0..<columns where Int.random(in: 0..<5, using: &generator) > 0 {
        cells.append(("a=r\(row) b=c\(column)", Int.random(in: 0..<40, using: &generator)))
      }
    }
    func total(_ key: String) -> (String, Int) {
      (key, cells.filter { $0.0.split(separator: " ").contains { $0 == key } }.reduce(0) { $0 + $1.1 })
    }
    let lines = (0..<rows).map { total("a=r\($0)") } + (0..<columns).map { total("b=c\($0)") }
    let groups = [("", cells.reduce(0) { $0 + $1.1 })] + lines + cells
    let hidden = Set(withheld(groups))
    for (key, people) in groups where people > 0 && people < 10 { #expect(hidden.contains(key)) }
    for (key, people) in [groups[0]] + lines where people > 0 {
      for parts in key.isEmpty ? [Array(lines[..<rows]), Array(lines[rows...]), cells] : [cells] {
        let parts = parts.filter { part in
          part.1 > 0 && (key.isEmpty || part.0.split(separator: " ").contains { $0 == key })
        }
        let withheld = parts.filter { hidden.contains($0.0) }
        if hidden.contains(key) {
          #expect(parts.isEmpty || !withheld.isEmpty, "\(key) follows from its parts")
        } else if !withheld.isEmpty {
          #expect(withheld.count >= 2 && withheld.reduce(0) { $0 + $1.1 } >= 10, "\(withheld) follow from \(key)")
        }
      }
    }
  }

  /// 50 × 40 groups: the work must not grow with the square of the groups.
  @Test func aLargeTableIsDecided() {
    var groups: [(String, Int)] = [("", 0)]
    for row in 0..<50 { groups.append(("a=r\(row)", 0)) }
    for row in 0..<50 {
      for column in 0..<40 {
        let people = (row * 7 + column * 3) % 23
        groups.append(("a=r\(row) b=c\(column)", people))
        groups[0].1 += people
        groups[row + 1].1 += people
      }
    }
    let hidden = Set(withheld(groups))
    #expect(groups.allSatisfy { $0.1 == 0 || $0.1 >= 10 || hidden.contains($0.0) })
    #expect(!hidden.contains(""))
  }
}
