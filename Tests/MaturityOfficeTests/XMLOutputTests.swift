import Testing

@testable import MaturityOffice

@Suite("XML output")
struct XMLOutputTests {
  private static func parsed(_ content: XMLOutput) throws -> (texts: String, attributes: [String]) {
    let bytes = zip([
      ("a.xml", "<c xmlns=\"\(TestWorkbook.main)\">\(String(decoding: content.bytes, as: UTF8.self))</c>")
    ])
    let archive = try ZipArchive(bytes, limits: .standard)
    let part = try #require(archive.part(named: "a.xml"))
    var xml = XMLReader(try ZipPartReader(part, of: archive), limits: .standard, bytesPerChunk: 3)
    var text: [UInt8] = []
    var attributes: [String] = []
    while let event = try xml.next() {
      if event.kind == .text { xml.append(event, to: &text) }
      if let value = xml.attribute(.t, of: event) { attributes.append(value) }
    }
    return (String(decoding: text, as: UTF8.self), attributes)
  }

  @Test(
    "whatever is written is well-formed, and reads back but for what XML cannot hold",
    arguments: [
      ("plain", "plain"), ("<script>alert(\"1\")</script>", "<script>alert(\"1\")</script>"),
      ("a & b ]]> c", "a & b ]]> c"),
      ("&amp; &#0;", "&amp; &#0;"), ("\u{0}\u{8}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
      ("\u{FFFD}\u{EFBF}", "\u{FFFD}\u{EFBF}"), ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"), ("\r\n\r\n", "\n\n"),
      ("‏שלום", "‏שלום"), ("👩‍💻😀\u{10FFFF}", "👩‍💻😀\u{10FFFF}"), ("\u{7F}\u{85}\u{2028}", "\u{7F}\u{85}\u{2028}"),
      ("'\"", "'\""),
    ])
  func escaping(text: String, expected: String) throws {
    var output = XMLOutput()
    output.text(text)
    #expect(Array(try Self.parsed(output).texts.utf8) == Array(expected.utf8))
    #expect(Array(XMLOutput.clean(text).utf8) == Array(expected.utf8))
    output = XMLOutput()
    output.markup("<c")
    output.attribute("t", text)
    output.markup("/>")
    #expect(try Self.parsed(output).attributes.map { Array($0.utf8) } == [Array(expected.utf8)])
  }

  @Test(
    "the text of a cell reads back, whatever escapes it seems to hold",
    arguments: [
      "_x000D_", "_x005F_", "_x005F_x000D_", "_x0041_x0042_", "__x0041__", "_x00_", "_x000g_", "_X0041_", "_", "a_b",
      "_x0041",
    ])
  func cellText(text: String) {
    var output = XMLOutput()
    output.cellText(text)
    var bytes: [UInt8] = []
    EscapedText.decode(output.bytes, onto: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test("pairs of surrogates are one character, halves are none")
  func surrogates() {
    func decoded(_ text: String) -> String {
      var bytes: [UInt8] = []
      EscapedText.decode(Array(text.utf8), onto: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(decoded("_xD83D__xDE00_") == "😀")
    #expect(decoded("_xD83D_!") == "\u{FFFD}!")
    #expect(decoded("a_x000d_b") == "a\rb")
    // A NUL is no part of any text: it stays in plain sight.
    #expect(decoded("a_x0000_b") == "a_x0000_b")
  }
}
