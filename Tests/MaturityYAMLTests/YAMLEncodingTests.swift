import DigitalMaturity
import MaturityYAML
import Testing

@Suite struct YAMLEncodingTests {
  /// A text in UTF-16 with its mark.
  private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    ([0xFEFF] + text.utf16).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return littleEndian ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false])
  func readsUTF16WithAMark(littleEndian: Bool) throws {
    let bytes = Self.utf16("é: 😀 ü\nb: {c: x}\n", littleEndian: littleEndian)
    let root = try YAMLReader.read(bytes, file: "a.yaml").root
    #expect(root.member("é")?.text == "😀 ü")
    #expect(
      root.member("b")?.member("c")?.location == DigitalMaturity.SourceLocation(file: "a.yaml", line: 2, column: 8))
  }

  @Test(arguments: [true, false])
  func halfACharacterOfUTF16IsAProblem(littleEndian: Bool) {
    // The high half of 😀 alone, then a line end.
    var bytes = Self.utf16("a: 1\nb: x", littleEndian: littleEndian)
    bytes += littleEndian ? [0x3D, 0xD8, 0x0A, 0x00] : [0xD8, 0x3D, 0x00, 0x0A]
    #expect(
      problems(bytes) == [
        "a.yaml:2:5: error: this is not valid UTF-16: half a character stands here; save the file as UTF-8 [encoding]"
      ])
  }

  @Test(arguments: [true, false])
  func aByteTooFewOfUTF16IsAProblem(littleEndian: Bool) {
    let bytes = Self.utf16("a: xy", littleEndian: littleEndian).dropLast()
    #expect(problems(Array(bytes)).first?.hasPrefix("a.yaml:1:5: error: this is not valid UTF-16") == true)
  }

  @Test func onlyAMarkIsAnEmptyFile() {
    for bytes: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(problems(bytes).first?.hasSuffix("[empty-document]") == true)
    }
  }

  @Test func placesDoNotCountTheMark() throws {
    let root = try YAMLReader.read([0xEF, 0xBB, 0xBF] + Array("a: x".utf8), file: "a.yaml").root
    #expect(root.member("a")?.location.column == 4)
  }

  @Test(
    arguments: [
      ([0xFF], 5), ([0xC3], 5), ([0xC3, 0x28], 5), ([0xE2, 0x82], 5), ([0xC0, 0xAF], 5), ([0xED, 0xA0, 0x80], 5),
      ([0xF5, 0x80, 0x80, 0x80], 5), ([0xC3, 0xA9, 0x80], 6),
    ] as [([UInt8], Int)])
  func invalidUTF8IsAProblemWithItsPlace(_ broken: [UInt8], column: Int) {
    let bytes = Array("é: ä\nb: x".utf8) + broken + Array("\n".utf8)
    #expect(
      problems(bytes) == [
        "a.yaml:2:\(column): error: this byte is not valid UTF-8; save the file as UTF-8 [encoding]"
      ])
  }

  @Test func invalidUTF8AfterAMarkHasTheSamePlace() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a: ".utf8) + [0xFF]
    #expect(problems(bytes).first?.hasPrefix("a.yaml:1:4: ") == true)
  }

  @Test func controlCharactersAreProblems() {
    #expect(
      problems("a: é\u{7}\n") == [
        "a.yaml:1:5: error: the control character U+0007 stands here, which YAML does not allow; remove it [syntax]"
      ])
    #expect(
      problems(Array("a\0:\0".utf8)) == [
        "a.yaml:1:2: error: a zero byte stands here; save the file as UTF-8 [encoding]"
      ])
  }
}
