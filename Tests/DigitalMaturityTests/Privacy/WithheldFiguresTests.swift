import Testing

@testable import DigitalMaturity

struct WithheldFiguresTests {
  /// What a withheld group shares with another is what is left of it when it is withheld by itself.
  @Test(arguments: UInt64(1)...20, [3, 30, 120])
  func sharingLeavesTheSame(_ seed: UInt64, _ people: Int) throws {
    let workshop = RandomWorkshop(seed: seed, people: people)
    let scorer = try Scorer(
      workshop.sample.assessment(), questionnaire: "all", breakdowns: workshop.breakdowns,
      effectsOn: seed.isMultiple(of: 2) ? Subject(.area, "area-1") : nil)
    var tally = scorer.makeTally()
    scorer.tally(try workshop.sample.sheet(workshop.people), into: &tally)
    let groups = scorer.scorecard(tally, intervals: .none).groups
    var nothing = groups[0]
    nothing.withhold()
    for group in groups {
      var (alone, sharing) = (group, group)
      alone.withhold()
      sharing.withhold(as: nothing)
      #expect(sharing == alone)
    }
  }
}
