import DigitalMaturity
import Foundation
import MaturityReports
import Testing

@Suite struct ReportLookTests {
  static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4]
  static let svg = "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- ours -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"

  private func problems(
    _ logo: ReportLook.Logo? = nil, _ colours: [ReportLook.Part: String] = [:]
  ) -> [Diagnostic] {
    do throws(DocumentError) {
      _ = try ReportLook(council: "Sample Council", logo: logo, colours: colours)
      return []
    } catch { return error.diagnostics }
  }

  private func page(_ look: ReportLook) throws -> Page {
    try Page(try Sample().write(HTMLReportFormat(look: look)))
  }

  @Test func nameLogoAndColoursAreInThePage() throws {
    let look = try ReportLook(
      council: "Sample <Council>", logo: .init(Self.png, text: "Elephant & castle"),
      colours: [.accent: "#005EA5", .link: "#004", .linkInDark: "#9cf", .band: "#1d2f3a"])
    let page = try page(look)
    let header = try #require(page.root.all("header").first)
    #expect(header.attributes["class"] == "page band")
    #expect(header.ofClass("council").flatMap { $0.all("p") }.map(\.text) == ["Sample <Council>"])
    let image = try #require(page.root.all("img").first)
    #expect(image.attributes["alt"] == "Elephant & castle")
    let source = try #require(image.attributes["src"])
    let start = "data:image/png;base64,"
    #expect(source.hasPrefix(start))
    #expect(Data(base64Encoded: String(source.dropFirst(start.count))) == Data(Self.png))
    let style = try #require(page.root.all("style").last).text
    #expect(style.contains("@media all { :root { --band: #1D2F3A; --band-text: #FFFFFF; } }"))
    #expect(style.contains("(prefers-color-scheme: light) { :root { --mark: #005EA5; --link: #000044; } }"))
    #expect(style.contains("(prefers-color-scheme: dark) { :root { --link: #99CCFF; } }"))
  }

  @Test func aNameThatTheLogoSaysIsSaidOnce() throws {
    let look = try ReportLook(council: "Sample Council", logo: .init(Array(Self.svg.utf8), text: "Sample Council"))
    let council = try page(look).root.ofClass("council")
    #expect(council.count == 1 && council[0].all("p").isEmpty)
    #expect(council[0].all("img").first?.attributes["src"]?.hasPrefix("data:image/svg+xml;base64,") == true)
    #expect(try page(.plain).root.ofClass("council").isEmpty)
    #expect(try page(.plain).root.all("style").count == 1)
  }

  @Test(arguments: 0...5) func bytesAreWrittenAsTheyAre(count: Int) throws {
    let bytes = Self.png + (0..<count).map { UInt8(250 + $0) }
    let look = try ReportLook(logo: .init(bytes, text: "Logo"))
    let source = try #require(try page(look).root.all("img").first?.attributes["src"])
    #expect(Data(base64Encoded: String(source.dropFirst("data:image/png;base64,".count))) == Data(bytes))
  }

  @Test func everyFailingPairIsToldWithItsRatioAndTheOneNeeded() {
    let found = problems(
      .init(Array("hello".utf8), text: "Logo"),
      [
        .accent: "#F46A25", .link: "#777777", .linkInDark: "#555555", .band: "#FFFFFF", .bandText: "#949494",
        .accentInDark: "blue",
      ])
    let messages = found.map(\.message)
    #expect(found.map(\.code).filter { $0 == .lowContrast }.count == 4)
    #expect(messages.contains("the accent in the dark “blue” is no colour; write one such as #12436D"))
    // The orange is 2.9 to 1 on white, and less on the ground of bars.
    #expect(
      messages.contains { $0.hasPrefix("the accent #F46A25 on the ground of bars (#F4F6F8) has a contrast of 2.") })
    #expect(
      messages.contains(
        "the colour of links #777777 on the light page (#FFFFFF) has a contrast of 4.48 to 1, and 4.5 to 1 is needed; take a darker one"
      ))
    #expect(messages.contains { $0.hasPrefix("the colour of links in the dark #555555 on the dark page (#12161B)") })
    #expect(
      messages.contains { $0.hasPrefix("the text of the band #949494 on the band (#FFFFFF) has a contrast of 3.03") })
    #expect(messages.contains("the logo is neither PNG nor JPEG nor SVG; save it as one of them"))
    #expect(messages.count == 6)
  }

  @Test(
    "the mend is one that there is",
    arguments: [
      (ReportLook.Part.accent, "#FFFFFF", "darker"), (.accent, "#F46A25", "darker"), (.link, "#F6F6F6", "darker"),
      (.accentInDark, "#111111", "lighter"), (.linkInDark, "#000000", "lighter"), (.linkInDark, "#555555", "lighter"),
      // White on a middle grey fails, and nothing is lighter.
      (.band, "#777777", "darker"), (.band, "#28A197", "darker"),
    ])
  func mends(_ part: ReportLook.Part, _ colour: String, _ mend: String) {
    let found = problems(nil, [part: colour]).map(\.message)
    #expect(found.count == 1 && found.first?.hasSuffix("take a \(mend) one") == true, "\(found)")
  }

  @Test func aBandHasWhiteTextUnlessSaidOtherwise() {
    #expect(problems(nil, [.band: "#12436D"]).isEmpty)
    #expect(problems(nil, [.band: "#28A197"]).map(\.code) == [.lowContrast])
    #expect(problems(nil, [.band: "#28A197", .bandText: "#000"]).isEmpty)
    #expect(problems(nil, [.bandText: "#000"]).map(\.code) == [.missingKey])
  }

  @Test(arguments: [
    ("<svg onload=\"x\"><script>alert(1)</script></svg>", "<script"),
    ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "<!entity"), ("<html><svg/></html>", "neither PNG"),
    ("<!-- svg", "neither PNG"), ("", "neither PNG"), ("<svg><SCRIPT/></svg>", "<script"),
    ("<svg><a href=\"javascript:x\"/></svg>", "javascript:"),
  ])
  func aPictureThatIsMoreThanAPictureIsRefused(_ text: String, _ part: String) {
    let found = problems(.init(Array(text.utf8), text: "Logo"))
    #expect(found.map(\.code) == [.invalidPicture])
    #expect(found.first?.message.contains(part) == true)
  }

  @Test func aLogoHasALimitAndWords() {
    let large = Self.png + Array(repeating: 0, count: ReportLook.Logo.largest)
    #expect(problems(.init(large, text: "Logo")).first?.message.contains("at most 100000 are kept") == true)
    #expect(problems(.init(Self.png, text: " ")).first?.message.contains("no text") == true)
    #expect(problems(.init([0xFF, 0xD8, 0xFF, 0xE0], text: "Logo")).isEmpty)
  }

  /// The grounds that colours are checked against are those of the sheet.
  @Test func groundsAreTheSheets() throws {
    let style = try #require(try page(.plain).root.all("style").first).text.lowercased()
    for ground in ["--paper: #ffffff; --panel: #f4f6f8", "--paper: #12161b; --panel: #1b2128"] {
      #expect(style.contains(ground))
    }
    let dark = problems(nil, [.accentInDark: "#12161B", .accent: "#FFFFFF"]).map(\.message)
    #expect(dark.count == 2)
    #expect(dark.contains { $0.contains("(#F4F6F8)") || $0.contains("(#FFFFFF)") })
  }
}
