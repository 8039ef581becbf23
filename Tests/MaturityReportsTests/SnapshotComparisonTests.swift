import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite struct SnapshotComparisonTests {
  @Test(arguments: ["html", "markdown", "table"])
  func whereNothingCanBeComparedASentenceSaysWhy(format: String) throws {
    var vocabulary = Vocabulary()
    vocabulary.addReports()
    var sample = Sample()
    sample.members = 9
    let text = try sample.write(try #require(vocabulary.reportFormat(format)))
    #expect(text.contains("Nothing can be put side by side here: the results of Members are withheld."))
    #expect(!text.contains("average answer"))
    sample.members = 12
    #expect(try sample.write(try #require(vocabulary.reportFormat(format))).contains("verage answer"))
  }

  @Test func aCohortThatSaysNothingIsNoReasonToLeaveOthersOut() throws {
    var sample = Sample()
    sample.members = 12
    #expect(SnapshotComparison(ReportFacts(try sample.makeContext())).whyNothing == nil)
    sample.choice = { _, _ in nil }
    let reason = SnapshotComparison(ReportFacts(try sample.makeContext())).whyNothing
    #expect(reason?.plain.hasSuffix("in no area do two of them have a figure that may be shown.") == true)
    #expect(SnapshotComparison(ReportFacts(try Sample().makeContext())).whyNothing == nil)
  }

  /// Twelve members and thirty-two staff answer: Welch's range stands beside the difference. An agreed answer is no sample.
  @Test func differencesHaveALikelyRange() throws {
    var sample = Sample()
    sample.members = 12
    let facts = ReportFacts(try sample.makeContext())
    let row = try #require(SnapshotComparison(facts).rows.first)
    let (staff, members) = try (#require(row.results[0]), #require(row.results[1]))
    let range = try MeanDifference(
      of: members.distribution.asDistribution.get(), minus: staff.distribution.asDistribution.get()
    ).interval.get()
    let words = try #require(SnapshotComparison.difference(row, facts)).plain
    #expect(words.contains("(likely between \(DecimalText.rounded(abs(range.low), decimals: 1)) lower and "))
    #expect(words.contains("\(DecimalText.rounded(range.high, decimals: 1)) higher)"))
    #expect(range.low < 0 && range.high > 0)
  }
}
