import DigitalMaturity
import Testing

@Suite struct GarbageTests {
  /// Whatever the bytes, the reader returns a document or says at least one thing that is wrong with a place.
  @Test(arguments: 0..<8)
  func nothingTrapsOnGarbage(seed: Int) {
    let pieces =
      [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d83d", "\\ude00", "\n", " ", "\t", "0", "1", "-", ".", "e",
        "true",
        "null", "a", "é", "\u{FEFF}", "\"a\":", "\"include\"",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xF0, 0x9F]]
    var generator = SeededGenerator(seed: UInt64(seed))
    let limits = DocumentLimits(bytes: 60, depth: 4, nodes: 12)
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<24, using: &generator) { bytes += pieces.randomElement(using: &generator) ?? [] }
      do throws(DocumentError) {
        let document = try JSONReader.read(bytes, file: "f", limits: limits)
        #expect(document.nodeCount > 0)
      } catch {
        #expect(!error.diagnostics.isEmpty)
        #expect(error.diagnostics.allSatisfy { ($0.location?.line ?? 0) >= 1 && ($0.location?.column ?? 0) >= 1 })
      }
    }
  }
}
