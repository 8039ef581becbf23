import Testing

@testable import MaturitySkills

@Suite("Short cells") struct ShortCellTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) + Array(repeating: UInt8(ascii: "."), count: 40) }

  private func cell(_ text: String, value: Int = 0) -> ShortCell? {
    let code = Array(text.utf8)
    return ShortCell(code.span, end: UInt8(ascii: ","), value: value)
  }

  private func stands(_ cell: ShortCell, in text: String, at place: Int = 0) -> Bool {
    let bytes = bytes(text)
    return cell.stands(in: bytes.span, at: place)
  }

  @Test("stand where their bytes and what ends them are, whatever follows", arguments: 0...23) func length(_ count: Int)
    throws
  {
    let text = String("abcdefghijklmnopqrstuvw".prefix(count))
    let short = try #require(cell(text, value: 7))
    #expect(short.count == count && short.value == 7)
    #expect(stands(short, in: "x\(text),z", at: 1))
    #expect(stands(short, in: "\(text),"))
    #expect(!stands(short, in: "\(text)\n"))
    #expect(!stands(short, in: "\(text)a,"))
    for place in 0..<count {
      var other = Array(text)
      other[place] = "-"
      #expect(!stands(short, in: String(other) + ","))
    }
  }

  @Test(
    "are none where they are too long, or would not stand in a file as they are",
    arguments: ["abcdefghijklmnopqrstuvwx", "a,b", "a\"b", "é", "a\nb", "\u{0}"])
  func none(_ text: String) {
    #expect(cell(text) == nil)
    #expect(!stands(ShortCell(), in: text))
  }

  @Test("are found again by the bytes up to what ends them") func found() throws {
    var cells = ShortCells()
    for (value, text) in ["alone", "", "with-help", "2"].enumerated() {
      let (one, other) = (bytes("\(text),x"), bytes("\(text),another one"))
      let kept = try #require(cell(text, value: value))
      cells.keep(kept, one.span, at: 0)
      let likely = cells.likely(other.span, at: 0)
      #expect(stands(likely, in: "\(text),another one") && likely.value == value)
    }
  }
}
