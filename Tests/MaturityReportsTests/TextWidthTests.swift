import Testing

@testable import MaturityReports

@Suite("Width of text in drawings") struct TextWidthTests {
  @Test(
    "wide letters count more, marks nothing",
    arguments: [
      ("", 0.0), ("ii", 5.6), ("WW", 19.8), ("10", 12.8), ("漢", 10.5), ("e\u{301}", 6.2), ("\u{200D}", 0), ("…", 10),
    ])
  func width(_ text: String, _ width: Double) { #expect(abs(TextWidth.of(text, size: 10) - width) < 1e-9) }

  @Test("a line is never wider than its room, and nothing is lost without an ellipsis", arguments: [60.0, 120, 700])
  func lines(_ width: Double) {
    let names = [
      "Leadership and direction", String(repeating: "W", count: 200), "a " + String(repeating: "導", count: 40) + " b",
      String(repeating: "القيادة ", count: 9), String(repeating: "👩🏽‍💻", count: 20), "one", "", "   ",
    ]
    for name in names {
      let all = TextWidth.lines(name, to: width, size: 15, most: 1_000)
      #expect(all.allSatisfy { TextWidth.of($0, size: 15) <= width || $0.count == 1 }, "\(name)")
      #expect(all.joined().filter { $0 != " " } == name.filter { $0 != " " })
      let few = TextWidth.lines(name, to: width, size: 15, most: 2)
      #expect(few.count == min(all.count, 2))
      #expect(few.allSatisfy { TextWidth.of($0, size: 15) <= width || $0.count == 1 })
      #expect((few.last?.hasSuffix("…") ?? false) == (all.count > 2))
    }
  }

  @Test("what fits is not shortened", arguments: ["Some teams", "導力"])
  func fits(_ text: String) {
    let width = TextWidth.of(text, size: 15)
    #expect(TextWidth.shorten(text, to: width, size: 15) == text)
    #expect(TextWidth.shorten(text, to: width - 1, size: 15).hasSuffix("…"))
    #expect(TextWidth.of(TextWidth.shorten(text, to: width - 1, size: 15), size: 15) <= width - 1)
  }
}
