import DigitalMaturity
import Testing

@testable import MaturitySkills

@Suite("People's own ratings beside their managers'") struct RaterComparisonTests {
  private func comparison(_ people: (difference: Double, own: Double)...) -> RaterComparison {
    var counts = SkillsCounts.Comparison()
    for person in people { counts.add(person.difference, own: person.own) }
    return RaterComparison(counts)
  }

  @Test("are counted, and their means follow") func means() {
    let all = comparison((1, 3), (0, 2), (-0.25, 1), (0, 2))
    #expect(all.people == 4 && all.higher == 1 && all.same == 2 && all.lower == 1)
    #expect(all.meanDifference == .value(0.1875) && all.ownMean == .value(2) && all.managerMean == .value(1.8125))
  }

  @Test("of nobody have no mean") func nobody() {
    #expect(comparison().people == 0 && comparison().ownMean.reason?.code == .nobodyRated)
  }

  @Test("leave nothing to be found where they are withheld") func withheld() {
    var (one, other) = (comparison((1, 3), (0, 2)), comparison((-2, 1)))
    one.withhold()
    other.withhold()
    #expect(one == other && one.people == nil && one.higher == nil && one.same == nil && one.lower == nil)
    #expect([one.meanDifference, one.ownMean, one.managerMean].allSatisfy { $0.reason?.code == .withheld })
  }
}
