import MaturityTesting
import Testing

@Suite struct SnapshotTests {
  @Test(arguments: ["", "a", "a\nb\n"])
  func theSameTextHasNoDifference(_ text: String) {
    #expect(SnapshotDifference.between(recorded: text, actual: text) == nil)
  }

  @Test(
    arguments: [
      ("a\nb\nc", "a\nX\nc", 2, "b", "X"), ("a", "a\nb", 2, nil, "b"), ("a\nb", "a", 2, "b", nil),
      ("", "x", 1, "", "x"),
      ("a\n", "a", 2, "", nil), ("a\r\n", "a\n", 1, "a\r", "a"),
    ] as [(String, String, Int, String?, String?)])
  func theFirstDifferentLineIsNamed(_ recorded: String, _ actual: String, _ line: Int, _ old: String?, _ new: String?) {
    let difference = SnapshotDifference.between(recorded: recorded, actual: actual)
    #expect(difference?.line == line)
    #expect(difference?.recorded == old)
    #expect(difference?.actual == new)
  }

  @Test func isReadAloud() {
    let difference = SnapshotDifference.between(recorded: "a\nb", actual: "a")
    #expect(difference?.description == "line 2\n  recorded: b\n  now:      (nothing)")
  }
}
