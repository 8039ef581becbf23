import MaturityReports
import Testing

@Suite struct ColourTests {
  /// Ratios that WCAG's own examples and well-known contrast checkers give.
  @Test(arguments: [
    ("#000000", "#ffffff", 21), ("#767676", "#FFF", 4.54), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59),
    ("#ff0000", "#ffffff", 4.0), ("#949494", "#ffffff", 3.03), ("#ffffff", "#ffffff", 1), ("#808080", "#000000", 5.32),
  ])
  func contrast(_ one: String, _ other: String, _ ratio: Double) throws {
    let (one, other) = (try #require(Colour(one)), try #require(Colour(other)))
    #expect(abs(one.contrast(with: other) - ratio) < 0.005)
    #expect(one.contrast(with: other) == other.contrast(with: one))
  }

  @Test func luminanceRisesWithEachPart() {
    let grey = (0...255).map { Colour(red: UInt8($0), green: UInt8($0), blue: UInt8($0)).luminance }
    #expect(zip(grey, grey.dropFirst()).allSatisfy { $0 < $1 })
    #expect(grey[0] == 0 && abs(grey[255] - 1) < 1e-12)
  }

  @Test func onlyColoursAreRead() {
    #expect(Colour("#12436D")?.description == "#12436D")
    #expect(Colour("#abc") == Colour("#AABBCC"))
    for text in ["", "#", "12436D", "#12436", "#12436DD", "#12436G", "red", "#é00", "#1234567", "rgb(0,0,0)"] {
      #expect(Colour(text) == nil, "\(text)")
    }
  }
}
