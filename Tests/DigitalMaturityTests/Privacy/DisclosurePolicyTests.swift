import DigitalMaturity
import Testing

struct DisclosurePolicyTests {
  @Test(arguments: [(10, 10), (5, 5), (4, 5), (0, 5), (-3, 5), (Int.min, 5), (50, 50), (Int.max, Int.max)])
  func aThresholdIsNeverBelowFive(_ asked: Int, _ threshold: Int) {
    #expect(DisclosurePolicy(threshold: asked).threshold == threshold)
  }

  @Test func tenIsTheStandard() {
    #expect(DisclosurePolicy.standard.threshold == 10)
  }
}
