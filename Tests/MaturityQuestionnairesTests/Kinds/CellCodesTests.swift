import DigitalMaturity
@testable import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("What a cell means") struct CellCodesTests {
  private func question(_ options: [AnswerOption], kind: String = "choice") -> Question {
    Question(id: "q", kind: kind, text: "?", answers: .closed(options))
  }

  private func meaning(_ codes: CellCodes, _ cell: String) -> String { meaning(codes, Array(cell.utf8)) }

  private func meaning(_ codes: CellCodes, _ cell: [UInt8]) -> String {
    switch codes.meaning(of: cell.span) {
    case .blank: "blank"
    case .unknown: "unknown"
    case .code(let code):
      code < 250 ? "\(code)" : AnswerCode(rawValue: UInt8(truncatingIfNeeded: code)).status.rawValue
    }
  }

  private let welsh = [
    AnswerOption(id: "no", label: LocalizedText(translations: ["en": "Not at all", "cy": "Ddim o gwbl"]), score: 1),
    AnswerOption(
      id: "yes", label: LocalizedText(translations: ["en": "Yes, it’s done", "cy": "Ydy, wedi’i wneud"]), score: 2),
  ]

  @Test(arguments: [
    ("no", "0"), ("yes", "1"), ("NO", "0"), (" Yes ", "1"), ("Not at all", "0"), ("not  AT\tall", "0"),
    ("Ddim o gwbl", "0"), ("Yes, it's done", "1"), ("Yes, it’s done", "1"), ("Ydy, wedi'i wneud", "1"),
    ("yes,\u{A0}it’s done", "1"), ("", "blank"), ("  \t", "blank"), ("\u{A0}", "blank"), ("\r\n", "blank"),
    ("dont-know", "dont-know"), ("Don’t know", "dont-know"), ("DON'T KNOW", "dont-know"), ("Dont know", "dont-know"),
    ("not applicable", "not-applicable"), ("N/A", "not-applicable"), ("Prefer not to say", "prefer-not-to-say"),
    ("not-shown", "not-shown"), ("a", "0"), ("B", "1"), ("c", "unknown"),
    ("-", "unanswered"), ("–", "unanswered"), ("1", "unknown"), ("maybe", "unknown"), ("n", "unknown"),
    ("not at al", "unknown"),
    ("\0", "unknown"), ("yes\0", "unknown"),
  ])
  func cellsAreFoldedAndFound(_ cell: String, _ expected: String) {
    #expect(meaning(CellCodes(question(welsh)), cell) == expected)
  }

  @Test func idsMayBeTypedWithSpaces() {
    let codes = CellCodes(
      question([
        AnswerOption(id: "just-starting", label: "It depends on one person.", score: 1),
        AnswerOption(id: "some-teams", label: "A few do it.", score: 2),
      ]))
    #expect(meaning(codes, " Some teams ") == "1")
    #expect(meaning(codes, "Just Starting") == "0")
  }

  @Test func lettersThatWouldMeanAnotherOptionAreThatOption() {
    let codes = CellCodes(
      question([AnswerOption(id: "b", label: "Low", score: 1), AnswerOption(id: "a", label: "High", score: 2)]))
    #expect(meaning(codes, "A") == "1" && meaning(codes, "B") == "0")
  }

  @Test func invalidBytesAreUnknownAndDoNotTrap() {
    let codes = CellCodes(question(welsh))
    #expect(meaning(codes, [0xFF]) == "unknown")
    #expect(meaning(codes, [0x79, 0xC3]) == "unknown")
    for byte in UInt8.min...UInt8.max { _ = meaning(codes, [byte]) }
  }

  @Test func oneLetterIsFoundInEitherCase() {
    let codes = CellCodes(
      question([AnswerOption(id: "a", label: "Apple", score: nil), AnswerOption(id: "5", label: "é", score: nil)]))
    #expect(meaning(codes, "a") == "0")
    #expect(meaning(codes, "A") == "0")
    #expect(meaning(codes, "5") == "1")
    #expect(meaning(codes, "é") == "1")
    #expect(meaning(codes, "z") == "unknown")
  }

  @Test func anIdGoesBeforeALabelAndALabelBeforeAValue() {
    // Such options are refused in a document; a file is read all the same if they are built by hand.
    let options = [
      AnswerOption(id: "2", label: "x", score: 1), AnswerOption(id: "x", label: "3", score: 2),
      AnswerOption(id: "c", label: "C", score: 3),
    ]
    let codes = CellCodes(question(options, kind: "level"))
    #expect(meaning(codes, "2") == "0")
    #expect(meaning(codes, "x") == "1")
    #expect(meaning(codes, "3") == "1")
    #expect(meaning(codes, "1") == "0")
  }

  @Test func aLevelsValueIsASpellingOfALevelQuestionAlone() {
    let options = [
      AnswerOption(id: "low", label: "Low", score: 1), AnswerOption(id: "half", label: "Half", score: 2.5),
    ]
    let level = CellCodes(question(options, kind: "level"))
    #expect(meaning(level, "1") == "0")
    #expect(meaning(level, "2.5") == "1")
    #expect(meaning(level, "1.0") == "unknown")
    #expect(meaning(level, "2") == "unknown")
    let choice = CellCodes(question(options))
    #expect(meaning(choice, "1") == "unknown")
  }

  @Test func aValueThatTwoOptionsHaveSaysNothing() {
    let options = [AnswerOption(id: "a", label: "A", score: 2), AnswerOption(id: "b", label: "B", score: 2)]
    #expect(meaning(CellCodes(question(options, kind: "level")), "2") == "unknown")
  }

  @Test func whatAnOptionIsCalledGoesBeforeWhatAStatusIs() {
    let options = [
      AnswerOption(id: "dont-know", label: "N/A", score: 1), AnswerOption(id: "none", label: "-", score: 2),
      AnswerOption(id: "some", label: "Prefer not to say", score: 3),
    ]
    let codes = CellCodes(question(options))
    for (cell, expected) in [
      ("dont-know", "0"), ("n/a", "0"), ("N/A", "0"), ("-", "1"), ("prefer not to say", "2"), ("a", "0"), ("c", "2"),
      // What no option is called is a status still, in every other spelling.
      ("don't know", "dont-know"), ("not applicable", "not-applicable"), ("–", "unanswered"),
      ("prefer-not-to-say", "prefer-not-to-say"),
    ] {
      #expect(meaning(codes, cell) == expected, "\(cell)")
    }
    #expect(meaning(.statuses, "-") == "unanswered")
  }

  @Test func theTableHasShortSpellingsOfWhatIsOffered() {
    var question = question(
      welsh + [
        AnswerOption(id: "n-a", label: "N/A", score: 3), AnswerOption(id: "often", label: "Often", score: 4),
      ])
    question.allowed = [.dontKnow]
    let codes = CellCodes(question)
    func code(_ cell: String) -> UInt16 {
      let bytes = Array(cell.utf8)
      return codes.table.code(of: bytes.span, 0, bytes.count)
    }
    let unknown = CellTable.unknown
    for (cell, expected) in [
      ("no", 0), ("NO", unknown), ("Not at all", 0), ("not at all", 0), ("a", 0), ("A", 0), ("c", 2), ("N/A", 2),
      ("n/a", 2), ("Yes, it’s done", 1), ("yes, it's done", 1), ("dont-know", 251), ("Don’t know", 251),
      ("Don't know", 251), ("DON'T KNOW", unknown), ("E", 251), ("e", 251),
      // Not offered, or more than sixteen bytes.
      ("not applicable", unknown), ("-", unknown), ("prefer-not-to-say", unknown), ("Ydy, wedi’i wneud", unknown),
      ("F", unknown),
      // A label that is an id but for its letters' case.
      ("often", 3), ("Often", 3), ("OFTEN", unknown),
    ] {
      #expect(code(cell) == expected, "\(cell)")
    }
  }

  @Test func attributesHaveNoStatuses() {
    let attribute = Attribute(
      id: "team", text: "?", values: [.init(id: "north", label: "The north"), .init(id: "n-a", label: "Nowhere")])
    let codes = CellCodes(attribute)
    #expect(meaning(codes, "The North") == "0")
    #expect(meaning(codes, "n-a") == "1")
    #expect(meaning(codes, "don't know") == "unknown")
  }

  @Test func openQuestionsHaveStatusesAlone() {
    #expect(meaning(.statuses, "n/a") == "not-applicable")
    #expect(meaning(.statuses, "12") == "unknown")
    #expect(meaning(.statuses, " ") == "blank")
  }

  @Test func manyOptionsAreAllFound() {
    let options = (0..<250).map {
      AnswerOption(id: Identifier("option-\($0)"), label: LocalizedText("Label \($0)"), score: nil)
    }
    let codes = CellCodes(question(options))
    for index in options.indices {
      #expect(meaning(codes, "option-\(index)") == "\(index)")
      #expect(meaning(codes, "LABEL \(index)") == "\(index)")
    }
    #expect(meaning(codes, "option-250") == "unknown")
  }

  /// Folding a cell's bytes is the same as folding its text.
  @Test(arguments: 0..<6) func foldsBytesAsText(seed: Int) {
    var generator = Seeded(seed: UInt64(seed))
    let pieces = ["a", "B", " ", "  ", "\t", "\n", "\u{A0}", "’", "é", "Z", "-", "\u{FEFF}", "ß", "1"]
    for _ in 0..<300 {
      let label = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let codes = CellCodes(question([AnswerOption(id: "the-only", label: LocalizedText(label), score: nil)]))
      #expect(meaning(codes, label) == (Spelling.folded(label).isEmpty ? "blank" : "0"), "\(label.debugDescription)")
    }
  }
}
