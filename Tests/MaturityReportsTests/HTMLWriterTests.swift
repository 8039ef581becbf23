import DigitalMaturity
import Foundation
import Testing

@testable import MaturityReports

@Suite struct HTMLWriterTests {
  private func written(_ body: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter(reserving: 0)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"q\" 'r'", "&quot;q&quot; &#39;r&#39;"),
    ("]]>", "]]&gt;"), ("&amp;", "&amp;amp;"), ("plain", "plain"), ("é 漢 👩🏽‍💻", "é 漢 👩🏽‍💻"),
    ("a\u{0}b\u{1B}c\u{7F}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"), ("\u{85}", "\u{FFFD}"),
    ("\u{A0}ﬁ￥", "\u{A0}ﬁ￥"), ("58\u{A0}%", "58\u{A0}%"), ("\u{9F}\u{A0}¿", "\u{FFFD}\u{A0}¿"), ("©", "©"),
    ("a\tb\nc\rd", "a\tb\nc\u{FFFD}d"), ("", ""),
  ])
  func textIsEscaped(text: String, expected: String) {
    #expect(written { $0.text(text) } == expected)
  }

  /// Not characters at all: no literal can hold them.
  @Test(arguments: [0xFFFE, 0xFFFF, 0x1FFFE, 0xFDD0, 0xFDEF, 0x10FFFF] as [UInt32])
  func noncharactersAreReplaced(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(written { $0.text("a\(Character(scalar))b") } == "a\u{FFFD}b")
  }

  /// Their neighbours are characters.
  @Test(arguments: [0xFDCF, 0xFDF0, 0xFFFD, 0xFFFC, 0x10000, 0x1FFFD, 0x2F800, 0x10FFFD] as [UInt32])
  func charactersBesideNoncharactersStay(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(written { $0.text("a&\(Character(scalar))b") } == "a&amp;\(Character(scalar))b")
  }

  @Test func attributesAreEscaped() {
    let phrase = Phrase(Content("\"><script> 'x' &"))
    #expect(
      written { $0.element("p", .label(phrase)) }
        == "<p aria-label=\"&quot;&gt;&lt;script&gt; &#39;x&#39; &amp;\"></p>\n")
    #expect(written { $0.element("p", .language("cy\" onload=\"x")) } == "<p lang=\"cyonloadx\"></p>\n")
  }

  @Test func elementsCloseThemselves() {
    let text = written { writer in
      writer.element("ul") { writer in
        writer.element("li", .class("one")) { $0.text("a") }
        writer.void("br")
      }
    }
    #expect(text == "<ul><li class=\"one\">a</li>\n<br/></ul>\n")
  }

  @Test func attributesOfTheProgramAreWrittenAsTheyAre() {
    #expect(written { $0.void("i", .classes(["a", "b"]), .fixed("x", "1-2")) } == "<i class=\"a b\" x=\"1-2\"/>")
    #expect(
      written { $0.void("i", .number("x", 2.25), .number("y", -0.01), .percent("z", 1.0 / 3)) }
        == "<i x=\"2.3\" y=\"0.0\" z=\"33.33%\"/>")
  }

  @Test func aCellWithANumberIsAnElement() {
    let cell = written { $0.numberCell(-2.349, decimals: 2) }
    #expect(cell == written { $0.element("td", .class("number"), phrase: "-2.35") })
  }

  @Test func rowsOfLongTablesAreElements() {
    let name = Content("שם & <b>")
    #expect(
      written { $0.row { $0.rowHeading(name) } }
        == written { $0.element("tr") { $0.element("th", .fixed("scope", "row"), phrase: Phrase(name)) } })
  }

  @Test func contentIsIsolatedWhereItsDirectionMayDiffer() {
    #expect(written { $0.text("\(Content("plain")): x" as Phrase) } == "plain: x")
    #expect(written { $0.text("\(Content("שם")): x" as Phrase) } == "<bdi>שם</bdi>: x")
    #expect(written { $0.text("\(Content("enw", language: "cy"))" as Phrase) } == "<bdi lang=\"cy\">enw</bdi>")
    // Marks that would turn letters round, or end the isolation, are left out; joiners stay.
    for mark in ["\u{202E}", "\u{202A}", "\u{2067}", "\u{2069}", "\u{200F}", "\u{61C}"] {
      #expect(written { $0.text("\(Content("é\(mark)x"))" as Phrase) } == "<bdi>éx</bdi>")
    }
    #expect(written { $0.text("\(Content("👩\u{200D}💻 –"))" as Phrase) } == "<bdi>👩\u{200D}💻 –</bdi>")
  }

  @Test func idsAreGivenOutOnce() {
    var writer = HTMLWriter(reserving: 0)
    let ids = ["a b", "a b", "A\"<", "", "", "a-b-2"].map { writer.makeID($0).value }
    #expect(ids == ["a-b", "a-b-2", "-", "id", "id-2", "a-b-2-2"])
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [(-0.5, "0.0"), (0.425, "42.5"), (2, "100.0"), (Double.nan, "0.0")])
  func barsStayInTheirTrack(share: Double, width: String) {
    #expect(written { $0.void("i", .barWidth(share)) } == "<i style=\"width:\(width)%\"/>")
  }
}
