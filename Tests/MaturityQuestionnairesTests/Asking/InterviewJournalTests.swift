import DigitalMaturity
import MaturityQuestionnaires
import Testing

@Suite("the journal of an interview") struct InterviewJournalTests {
  private static let start = InterviewJournal.start("p “1”\\", InterviewTests.questionnaire, of: "digital-first")

  private static let entries = [
    InterviewEntry("team", .answer("north")), InterviewEntry("led", .status(.dontKnow)),
    InterviewEntry("led", .note("a \"note\", with \\ and \t\u{1}\u{2028} in it")),
    InterviewEntry("why", .answer("  , \n:")),
  ]

  @Test("lines read back, each a line of JSON")
  func readBack() throws {
    let bytes = Self.start + Self.entries.flatMap(\.line)
    #expect(bytes.count { $0 == 0x0A } == 1 + Self.entries.count)
    #expect(
      String(decoding: Self.start, as: UTF8.self) == """
        {"interview": 1, "assessment": "digital-first", "questionnaire": "staff", "respondent": "p “1”\\\\"}

        """)
    let journal = try InterviewJournal(bytes, file: "j")
    #expect(journal.entries == Self.entries)
    #expect(
      journal.respondent == "p “1”\\" && journal.questionnaire == "staff" && journal.assessment == "digital-first")
    #expect(journal.damagedLines == 0)
  }

  @Test("cut short anywhere, it gives the entries that are whole")
  func torn() throws {
    let bytes = Self.start + Self.entries.flatMap(\.line)
    for end in Self.start.count...bytes.count {
      let journal = try InterviewJournal(Array(bytes[..<end]), file: "j")
      let whole = bytes[Self.start.count..<end].count { $0 == 0x0A }
      // The last line is whole when only its line end is missing.
      #expect([whole, whole + 1].contains(journal.entries.count))
      #expect(journal.entries == Array(Self.entries.prefix(journal.entries.count)))
      // The next run begins a line of its own.
      let more = try InterviewJournal(Array(bytes[..<end]) + [0x0A] + InterviewEntry("", .handedIn).line, file: "j")
      #expect(more.entries == Array(Self.entries.prefix(journal.entries.count)) + [InterviewEntry("", .handedIn)])
    }
  }

  @Test("a first line that was cut short is followed by a whole one")
  func tornStart() throws {
    let journal = try InterviewJournal(
      Array(Self.start.prefix(20)) + [0x0A] + Self.start + Self.entries[0].line, file: "j")
    #expect(journal.entries == [Self.entries[0]])
  }

  @Test("what is no journal is refused", arguments: ["", "respondent,led\n", "{\"interview\": 2}\n", "[]\n"])
  func none(_ text: String) {
    let error = #expect(throws: DocumentError.self) { try InterviewJournal(Array(text.utf8), file: "x.csv") }
    #expect(error?.diagnostics.first?.location?.file == "x.csv")
  }

  @Test("what no longer fits the questionnaire is given back, and asked anew")
  func changed() {
    var interview = Interview(InterviewTests.questionnaire, respondent: "p1")
    let stale = [
      InterviewEntry("team", .answer("west")), InterviewEntry("gone", .answer("x")),
      InterviewEntry("plan", .status(.unanswered)), InterviewEntry("tools", .answer("mail;fax")),
      InterviewEntry("hours", .answer("many")), InterviewEntry("team", .status(.dontKnow)),
    ]
    #expect(interview.restore(stale + [InterviewEntry("led", .answer("all"))]) == stale)
    #expect(interview.opening.contains("Going on where you stopped: 1 of 7 questions done.\n\nAbout you, 1 of 1\n"))
  }
}
