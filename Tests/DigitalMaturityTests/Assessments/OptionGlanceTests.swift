import Testing

@testable import DigitalMaturity

@Suite struct OptionGlanceTests {
  /// Whether options a, b and c of these labels are found sound.
  private func findsSound(_ labels: LocalizedText...) -> Bool {
    var glance = OptionGlance()
    return glance.findsSound(
      labels.enumerated().map { AnswerOption(id: ["a", "b", "c"][$0.offset], label: $0.element, score: 1) })
  }

  @Test func usualOptionsAreSound() {
    #expect(findsSound("Never", "We plan our work together", "We look back on our work together"))
    #expect(findsSound("A", "B", "C"), "an option may be called by its own id")
    let hotel = LocalizedText(translations: ["en": "Hotel", "fr": "Hotel"])
    #expect(findsSound(hotel, "Agree", "Strongly agree"), "a label may be the same in two languages")
  }

  @Test(
    arguments: [
      [" B", "Never"], ["Never", "never "], ["N/A", "Never"], ["Never", "\u{A0}"],
      ["We plan our work together", "Mostly we plan our work together"],
    ] as [[LocalizedText]])
  func whatTheChecksSpeakOfIsNotSound(_ labels: [LocalizedText]) {
    #expect(!findsSound(labels[0], labels[1]))
  }

  /// What is sound at a glance, the exact checks have nothing to say of; and most of what they pass is.
  @Test func agreesWithTheExactChecks() {
    var random = SeededGenerator(seed: 45)
    var glance = OptionGlance()
    var counts = (sound: 0, passed: 0)
    for _ in 0..<3_000 {
      let options = (0..<Int.random(in: 0...5, using: &random)).map { _ in Self.option(&random) }
      let problems = problems(of: options)
      let isSound = glance.findsSound(options)
      #expect(!isSound || problems.isEmpty, "\(options) \(problems)")
      counts.sound += isSound ? 1 : 0
      counts.passed += problems.isEmpty ? 1 : 0
    }
    #expect(counts.sound > 200 && counts.sound > counts.passed / 2, "\(counts)")
  }

  private func problems(of options: [AnswerOption]) -> [Diagnostic] {
    let checks = AssessmentChecks(draft: SmallAssessment.draft, document: nil, log: DiagnosticLog())
    checks.checkOptions(options, at: .root)
    return checks.log.diagnostics
  }

  private static func option(_ random: inout SeededGenerator) -> AnswerOption {
    let ids = ["a", "b", "c", "d", "never", "in-part", "Wrong", "", "not-shown"]
    let words = ["Never", "never ", "In part", "A", "B", "N/A", " ", "Don’t know", "é", "In  part", "Always"]
    let statements = [
      "We plan our work together", "We plan our  work together and look back on it", "We look back on our work",
      "mostly we plan our work TOGETHER", "Nobody plans any of the work here",
    ]
    func text(_ random: inout SeededGenerator) -> String {
      (Bool.random(using: &random) ? words : statements).randomElement(using: &random)!
    }
    let id = ids.prefix(Int.random(in: 4...9, using: &random)).randomElement(using: &random)!
    let label =
      Int.random(in: 0..<4, using: &random) == 0
      ? LocalizedText(translations: ["en": text(&random), "cy": text(&random)], first: "en")
      : LocalizedText(text(&random))
    let score = ([nil, 1, 2, 3, 1e13, .nan] as [Double?]).randomElement(using: &random)!
    return AnswerOption(id: Identifier(id), label: label, score: score)
  }
}
