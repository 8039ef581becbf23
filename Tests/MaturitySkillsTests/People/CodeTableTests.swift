import DigitalMaturity
import Testing

@testable import MaturitySkills

@Suite("Codes by their bytes") struct CodeTableTests {
  @Test("are numbered as they come, and found again") func numbers() {
    var table = CodeTable()
    let codes = (0..<5_000).map { "p\($0 * 7)-\(String(repeating: "x", count: $0 % 20))" }
    for (index, code) in codes.enumerated() {
      let added = table.insert(code)
      #expect(added.position == index && added.isNew)
    }
    #expect(table.count == codes.count)
    for (index, code) in codes.enumerated() {
      #expect(table.position(of: code) == index)
      #expect(table[index] == code)
      let again = table.insert(code)
      #expect(again.position == index && !again.isNew)
    }
    #expect(table.position(of: "p1") == nil && table.position(of: "") == nil)
  }

  @Test("that differ in one byte are different", arguments: 1...33) func bytes(_ length: Int) {
    var table = CodeTable()
    var all: Set<String> = []
    for place in 0..<length {
      for byte in ["a", "b", "\u{0}"] {
        var code = Array(repeating: "x", count: length)
        code[place] = byte
        all.insert(code.joined())
        table.insert(code.joined())
      }
    }
    #expect(table.count == all.count)
  }
}
