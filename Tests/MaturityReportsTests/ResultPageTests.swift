import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite struct ResultPageTests {
  /// A browser shows what stands in a title as it is written.
  @Test(arguments: ["Plain", "Digital literacies – people’s own", "عنوان", "<b>&\u{202E}"])
  func aTitleHoldsTextAlone(_ title: String) throws {
    let page = ResultPage(title: title, tables: [ResultTable(title: "T", columns: [], rows: [])])
    let html = page.html().text
    let start = try #require(html.firstRange(of: "<title>")).upperBound
    let end = try #require(html.firstRange(of: "</title>")).lowerBound
    #expect(!html[start..<end].contains("<"))
    #expect(!html[start..<end].isEmpty)
    #expect(!html[start..<end].contains("\u{202E}"))
  }
}
