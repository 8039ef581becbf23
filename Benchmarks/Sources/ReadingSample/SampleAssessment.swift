/// Writes the YAML that is measured: the shape of an assessment, with texts of the usual lengths.
///
/// The same seed gives the same bytes.
public struct SampleAssessment {
  private var state: UInt64
  private var text = ""

  /// An assessment of about `bytes` bytes.
  public static func yaml(bytes: Int, seed: UInt64 = 2017) -> String {
    var sample = SampleAssessment(state: seed)
    sample.write(bytes: bytes)
    return sample.text
  }

  private init(state: UInt64) { self.state = state }

  private mutating func write(bytes: Int) {
    text = """
      # yaml-language-server: $schema=../schema/assessment.schema.json
      format: 1
      id: sample
      version: 1.0.0
      title: Sample assessment
      source: generated for a measurement; no council's content
      levels:

      """
    for (value, level) in Self.levels.enumerated() {
      text += "  - {id: \(level), value: \(value + 1), name: \(sentence(2)), summary: \"\(sentence(9))\"}\n"
    }
    text +=
      "themes:\n  - {id: digital-place, name: Digital place}\n  - {id: digital-workforce, name: Digital workforce}\n"
    text += "principle-sets:\n  - {id: declaration, name: Declaration}\nprinciples:\n"
    for number in 1...9 {
      text += "  - {id: declaration-\(number), set: declaration, name: \(sentence(3)), statement: \(sentence(9))}\n"
    }
    text += "scoring:\n  areas: {rule: weighted-mean, missing: omit, minimum-answered: 0.5}\n"
    text += "areas:\n"
    for area in 1...9 {
      text += "  - id: area-\(area)\n    name: \(sentence(3))\n    summary: >-\n"
      for _ in 1...3 { text += "      \(sentence(12))\n" }
      text +=
        "    themes: [digital-place, digital-workforce]\n    weight: 1\n    target: \(2 + random(4))\n    levels:\n"
      for level in Self.levels { text += "      \(level): \(sentence(14))\n" }
    }
    text += "questionnaires:\n- id: employees\n  title: \(sentence(4))\n  sections:\n"
    var question = 0
    for section in 1... {
      text += "  - id: section-\(section)\n    title: \(sentence(4))\n    questions:\n"
      for _ in 1...8 {
        question += 1
        writeQuestion(question)
      }
      if text.utf8.count >= bytes { break }
    }
  }

  private mutating func writeQuestion(_ number: Int) {
    text += "      - id: question-\(number)\n        kind: level\n        text: \(sentence(13))?\n"
    if random(3) == 0 { text += "        help: '\(sentence(10))'  # shown under the question\n" }
    text += "        options:\n"
    for (index, letter) in ["a", "b", "c", "d", "e"].enumerated() {
      text += "          - {id: \(letter), score: \(index + 1), label: \"\(sentence(11))\"}\n"
    }
    text += "        measures: {areas: [area-\(1 + random(9))], principles: [declaration-\(1 + random(9))]}\n"
    text += "        weight: \(random(2) == 0 ? "1" : "0.5")\n        required: \(random(2) == 0)\n"
    text += "        allow: [dont-know, not-applicable]\n"
  }

  private static let levels = ["just-starting", "some-teams", "most-teams", "how-we-work", "always-improving"]
  private static let words = [
    "services", "residents", "we", "a", "the", "digital", "teams", "share", "council", "information", "and", "decide",
    "with", "from", "start", "place", "learning", "staff", "to", "their", "online", "managers", "support", "every",
  ]

  private mutating func sentence(_ count: Int) -> String {
    (0..<count).map { _ in Self.words[random(Self.words.count)] }.joined(separator: " ")
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}
