import DigitalMaturity
import MaturityYAML
import Testing

/// SplitMix64 (Steele, Lea and Flood 2014): the same random numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

@Suite struct YAMLGarbageTests {
  /// Every value of a document, through the public API.
  private func visit(_ node: DocumentNode) -> Int {
    var values = 1
    for element in node.elements { values += visit(element) }
    for (key, value) in node.members { values += visit(key) + visit(value) }
    return values
  }

  /// Whatever the bytes, the reader returns a whole document or says at least one thing that is wrong with a place.
  @Test(arguments: 0..<8)
  func nothingTrapsOnGarbage(seed: Int) {
    let pieces =
      [
        "{", "}", "[", "]", ",", ": ", ":", "- ", "-", "? ", "\"", "'", "\\", "\\u", "d83d", "|", ">", "&a", "*a", "!",
        "!!int", "!x", "<<", "%", "%TAG", "---", "...", "\n", "\n ", "\n  ", " ", "\t", "#", "@", "0", "a", "é", "~",
        "\u{FEFF}", "\u{85}", "\r",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xFF, 0xFE], [0xFE, 0xFF]]
    var generator = SeededGenerator(state: UInt64(seed))
    let limits = DocumentLimits(bytes: 80, depth: 4, nodes: 12)
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<24, using: &generator) { bytes += pieces.randomElement(using: &generator) ?? [] }
      do throws(DocumentError) {
        let document = try YAMLReader.read(bytes, file: "f", limits: limits)
        #expect(visit(document.root) == document.nodeCount)
      } catch {
        #expect(!error.diagnostics.isEmpty)
        #expect(error.diagnostics.allSatisfy { ($0.location?.line ?? 0) >= 1 && ($0.location?.column ?? 0) >= 1 })
      }
    }
  }
}
