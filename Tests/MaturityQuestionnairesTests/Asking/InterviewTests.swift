import DigitalMaturity
@testable import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("an interview") struct InterviewTests {
  private static let tools = ChoicesAnswers(
    options: [
      AnswerOption(id: "mail", label: "mail, or so", score: nil),
      AnswerOption(id: "maps", label: "maps, or so", score: nil),
      AnswerOption(id: "chat", label: "chat, or so", score: nil),
      AnswerOption(id: "none", label: "None of these", score: nil),
    ], none: "none", atMost: 2)

  private static let order = RankingAnswers(
    options: [
      AnswerOption(id: "cost", label: "cost", score: nil), AnswerOption(id: "speed", label: "speed", score: nil),
      AnswerOption(id: "care", label: "care", score: nil),
    ])

  static let questionnaire = Questionnaire(
    id: "staff", title: "How we work", introduction: "It takes ten minutes.",
    attributes: [
      Attribute(
        id: "team", text: "Which team?",
        values: [.init(id: "north", label: "Team north"), .init(id: "south", label: "Team south")])
    ],
    sections: [
      .init(
        id: "leadership", title: "Leadership", introduction: "About those who decide.",
        questions: [
          Question(
            id: "led", kind: "level", text: "Who leads?", help: "Think of last year.",
            answers: .closed([
              AnswerOption(id: "nobody", label: "Nobody leads", score: 0),
              AnswerOption(id: "some", label: "Some lead", score: 1),
              AnswerOption(
                id: "all", label: LocalizedText(translations: ["en": "All lead", "cy": "Pawb"], first: "en"), score: 2),
            ]), allowed: [.dontKnow, .notApplicable]),
          Question(
            id: "plan", kind: "yes-no", text: "Is there a plan?",
            answers: .closed([
              AnswerOption(id: "no", label: "No", score: 0), AnswerOption(id: "yes", label: "Yes", score: 2),
            ]), isRequired: true, allowed: [.notApplicable, .preferNotToSay]),
          Question(
            id: "read", kind: "agreement", text: "I have read it.",
            answers: .closed([
              AnswerOption(id: "disagree", label: "Disagree", score: 0),
              AnswerOption(id: "agree", label: "Agree", score: 2),
            ]), showWhen: .test(.question("plan"), .isOption(["yes"]))),
        ]),
      .init(
        id: "work", title: "Work",
        questions: [
          Question(id: "tools", kind: "choices", text: "Which tools?", answers: .open(tools)),
          Question(id: "first", kind: "ranking", text: "What comes first?", answers: .open(order)),
          Question(
            id: "hours", kind: "number", text: "How many hours?",
            answers: .open(NumberAnswers(minimum: -5, maximum: 40))),
          Question(
            id: "share", kind: "percentage", text: "Which share?", answers: .open(NumberAnswers.percentage()),
            allowed: [.dontKnow]),
          Question(id: "why", kind: "text", text: "Why?", answers: .open(TextAnswers()), allowed: [.preferNotToSay]),
        ]),
    ])

  static func interview() -> Interview { Interview(questionnaire, respondent: "p1") }

  /// Types lines, and gives what was kept and what the last line brought.
  @discardableResult
  private func type(_ lines: [String], _ interview: inout Interview) -> (entries: [InterviewEntry], last: String) {
    var entries: [InterviewEntry] = []
    var last = ""
    for line in lines {
      let turn = interview.take(line)
      if let entry = turn.entry { entries.append(entry) }
      last = turn.text
    }
    return (entries, last)
  }

  /// The cells of the row that is handed in, by column.
  private func row(_ interview: Interview) throws -> [String: String] {
    let text = ResponseForm.csv(interview.sheet, of: Self.questionnaire).text
    let lines = text.split(separator: "\r\n")
    let names = try #require(lines.first).split(separator: ",").map(String.init)
    let cells = try #require(lines.last).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first })
  }

  /// The lines that lead to each question.
  static let way: [(id: String, lines: [String])] = [
    ("team", []), ("led", ["1"]), ("plan", ["1", "1"]), ("read", ["1", "1", "2"]), ("tools", ["1", "1", "1"]),
    ("first", ["1", "1", "1", ""]), ("hours", ["1", "1", "1", "", ""]), ("share", ["1", "1", "1", "", "", ""]),
    ("why", ["1", "1", "1", "", "", "", ""]),
  ]

  private func asking(_ id: String) throws -> Interview {
    var interview = Self.interview()
    type(try #require(Self.way.first { $0.id == id }).lines, &interview)
    return interview
  }

  // MARK: What is shown

  @Test("an introduction keeps its paragraphs; all notes are one text with what was asked") func paragraphs() {
    var questionnaire = Self.questionnaire
    questionnaire.introduction = "Ten minutes.\nYour manager sees it."
    var interview = Interview(questionnaire, respondent: "p1")
    #expect(interview.opening.contains("\n\nTen minutes.\n\nYour manager sees it.\n"), "\(interview.opening)")
    for line in ["+ moved in May", "1", "+ hard to say", "1"] { _ = interview.take(line) }
    #expect(interview.noteText == "Which team?: moved in May; Who leads?: hard to say")
  }

  @Test("whatever is typed, no line that is shown is longer than 72 characters", arguments: way.map(\.id))
  func narrow(_ id: String) throws {
    for line in ["xyz", "n", "na", "d", "p", "99", "1 1", "b", "?", "+ a note", "-", "", "q"] {
      var interview = try asking(id)
      let shown = interview.take(line).text.split(separator: "\n")
      #expect(!shown.isEmpty && shown.allSatisfy { $0.count <= 72 }, "\(line): \(shown)")
    }
  }

  @Test("the attributes are asked first, then numbered statements, with the progress and the keys")
  func shown() {
    var interview = Self.interview()
    #expect(
      interview.opening == """
        How we work

        It takes ten minutes.

        Type the number of an answer and press Enter. ? explains the other keys.

        About you, 1 of 1
        Which team?
        1. Team north
        2. Team south
        Type a number from 1 to 2.
        Or: Enter leaves it blank, b back, ? help, q stop.

        """)
    let led = interview.take("2").text
    #expect(
      led == """
        Kept: 2.

        Question 1 of 7, Leadership
        About those who decide.
        Who leads?
        1. Nobody leads
        2. Some lead
        3. All lead
        Type a number from 1 to 3.
        Or: d don't know, n does not apply, Enter leaves it blank, b back,
        ? help, q stop.

        """)
    #expect(interview.take("?").text.hasPrefix("Think of last year.\nd: don't know.\nn: does not apply.\n"))
    let plan = interview.take("3").text
    #expect(plan.contains("Question 2 of 7, Leadership\nIs there a plan?\n1. No\n2. Yes\n"))
    #expect(
      plan.contains(
        "Type a number from 1 to 2. An answer is needed.\nOr: na does not apply, p prefer not to say, b back"))
    #expect(!plan.contains("About those who decide"))
  }

  @Test("what is promised stands before the first question, and not again after a stop")
  func notice() {
    var interview = Interview(
      Self.questionnaire, respondent: "p1", notice: ["Who sees it: two people.", "Kept until: May."])
    #expect(interview.opening.contains("\n\nWho sees it: two people.\nKept until: May.\n\nType the number"))
    _ = interview.take("1")
    #expect(!interview.opening.contains("Who sees it"))
  }

  @Test("texts in the language asked for")
  func language() {
    var interview = Interview(Self.questionnaire, respondent: "p1", language: "cy")
    #expect(interview.take("1").text.contains("3. Pawb\n"))
    #expect(interview.take("all lead").text.contains("Kept: 3."))
  }

  @Test("lines are short, plain and whole: nothing steers a terminal", arguments: ["", "?", "7", "2", "d"])
  func plain(_ line: String) {
    var questionnaire = Self.questionnaire
    questionnaire.sections[0].questions[0].text = LocalizedText(String(repeating: "word after word ", count: 40))
    var interview = Interview(questionnaire, respondent: "p1")
    let text = interview.opening + interview.take("1").text + interview.take(line).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 && !(127..<160).contains($0.value) })
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  // MARK: Answers

  @Test(
    "an answer of every kind",
    arguments: [
      ("team", "2", "south"), ("team", "team NORTH", "north"), ("led", " 1 ", "nobody"), ("led", "some", "some"),
      ("led", "d", "dont-know"), ("led", "N", "not-applicable"), ("led", "don’t know", "dont-know"),
      ("plan", "2", "yes"), ("plan", "y", "yes"), ("plan", "n", "no"), ("plan", "na", "not-applicable"),
      ("plan", "p", "prefer-not-to-say"), ("read", "2", "agree"), ("tools", "1 3", "mail;chat"),
      ("tools", "3,1", "mail;chat"), ("tools", "4", "none"), ("tools", "maps, or so; chat", "maps;chat"),
      ("tools", "2 2", "maps"), ("first", "3 1 2", "care;cost;speed"), ("first", "2", "speed"), ("hours", "+5", "5"),
      ("hours", "-2.5", "-2.5"), ("share", "12 %", "12"), ("share", "d", "dont-know"), ("why", "because", "because"),
      ("why", "= d", "d"), ("why", "=+ x", "'+ x"), ("why", "+44 20", "'+44 20"),
    ])
  func kinds(_ id: String, _ line: String, _ cell: String) throws {
    var interview = try asking(id)
    let turn = interview.take(line)
    #expect(turn.entry?.item == id)
    #expect(turn.text.hasPrefix("Kept: "), "\(turn.text)")
    #expect(try row(interview)[id] == cell)
  }

  @Test(
    "what is no answer is said with what would be right, and nothing is kept",
    arguments: [
      ("team", "3", "There is no 3. Type a number from 1 to 2."),
      (
        "team", "d",
        "“don't know” is no answer to this question. Type a number from 1 to 2. Enter on its own leaves it blank."
      ),
      ("led", "0", "There is no 0. Type a number from 1 to 3."),
      ("led", "a", "“a” is not the number of an answer. Type a number from 1 to 3."),
      ("led", "99999999999999999999999", "There is no 99999999999999999999999. Type a number from 1 to 3."),
      ("led", "+", "Type + and then your note, such as: + ask the depot as well."),
      (
        "plan", "",
        "This question needs an answer. Type a number from 1 to 2. Or choose one of the other keys that ? lists."
      ),
      (
        "plan", "-",
        "This question needs an answer. Type a number from 1 to 2. Or choose one of the other keys that ? lists."
      ),
      ("tools", "4 1", "4 goes with no other: choose it alone, or leave it out."),
      (
        "tools", "1 2 3",
        "That is 3 of them, and at most 2 can be named. Type the numbers of all that apply, at most 2, such as 1 3."
      ),
      ("tools", "1 9", "There is no 9. Type the numbers of all that apply, at most 2, such as 1 3."),
      (
        "tools", ",",
        "There is no number in that. Type the numbers of all that apply, at most 2, such as 1 3."
      ),
      ("first", "1 1", "1 stands twice. Type the numbers of them in order, the most important first, such as 2 1."),
      ("hours", "many", "“many” is not a number from -5 to 40. Type a number from -5 to 40."),
      ("hours", "41", "“41” is not a number from -5 to 40. Type a number from -5 to 40."),
      ("share", "1,5", "“1,5” is not a percentage from 0 to 100. Type a percentage from 0 to 100."),
      (
        "why", "d",
        "“don't know” is no answer to this question. To answer with those letters alone, put = in front. Type your answer on one line. Enter on its own leaves it blank."
      ),
      ("why", "=", "Nothing stands behind =. Type your answer on one line."),
    ])
  func wrong(_ id: String, _ line: String, _ message: String) throws {
    var interview = try asking(id)
    let before = interview.progress
    let turn = interview.take(line)
    #expect(turn.entry == nil)
    #expect(turn.text.split(separator: "\n").joined(separator: " ") == message)
    #expect(interview.progress == before && interview.isOpen)
    #expect(try row(interview)[id] == "")
  }

  @Test("a note may stand beside any answer, and the question stays", arguments: Self.way.map(\.id))
  func notes(_ id: String) throws {
    var interview = try asking(id)
    let turn = interview.take("+ ask\u{1B}[2J the depot, “too”")
    #expect(turn.entry == InterviewEntry(id, .note("ask [2J the depot, “too”")))
    #expect(turn.text.hasPrefix("Note kept. Type "))
    #expect(interview.take("?").text.contains("Your note: ask [2J the depot, “too”\n"))
    _ = interview.take("+ another")
    #expect(interview.notes == [id: "another"])
    #expect(String(decoding: interview.noteRows, as: UTF8.self) == "p1,\(id),another\r\n")
  }

  // MARK: Ways

  @Test("what branching hides is not asked and is not shown; what it shows again is asked")
  func branching() throws {
    var interview = try asking("plan")
    #expect(interview.take("1").text.contains("Question 3 of 7, Work\nWhich tools?"))
    #expect(interview.sheet.columns[2].codes == [AnswerCode.notShown.rawValue])
    _ = interview.take("b")
    let read = interview.take("2").text
    #expect(read.contains("Question 3 of 8, Leadership\nI have read it."))
    _ = interview.take("2")
    #expect(try row(interview)["read"] == "agree")
    // Hidden again, its answer does not count.
    type(["b", "b", "1"], &interview)
    #expect(try row(interview)["read"] == "")
    #expect(interview.sheet.columns[2].codes == [AnswerCode.notShown.rawValue])
  }

  @Test("back goes to the question before, Enter keeps its answer, a dash takes it out")
  func back() throws {
    var interview = Self.interview()
    #expect(interview.take("B").text == "This is the first question.\n")
    type(["1", "2"], &interview)
    let led = interview.take("b").text
    #expect(led.contains("Who leads?") && led.contains("Answered so far: 2.\n") && led.contains("Enter keeps it"))
    let kept = interview.take("")
    #expect(kept.entry == nil && kept.text.contains("Is there a plan?"))
    #expect(try row(interview)["led"] == "some")
    let cleared = type(["b", "-"], &interview)
    #expect(cleared.entries == [InterviewEntry("led", .status(.unanswered))])
    #expect(try row(interview)["led"] == "")
    #expect(type(["b", "b", "2"], &interview).last.contains("Who leads?"))
    #expect(try row(interview)["team"] == "south")
  }

  @Test("at the end answers can be changed, then handed in, and then nothing more is taken")
  func end() throws {
    var interview = try asking("why")
    var almost = Self.interview()
    #expect(type(["1", "1", "1", "1", "1 2 3", "3", "", "so"], &almost).last.contains("1 of 7 is left blank."))
    let closing = interview.take("so").text
    #expect(closing.contains("That was the last question. 4 of 7 are left blank."))
    #expect(interview.take("?").text == String(closing.dropFirst("Kept: so.\n".count)))
    #expect(interview.take("12").text == "Every question has been asked. Type Enter, b or q.\n")
    #expect(interview.take("b").text.contains("Answered so far: so."))
    let again = interview.take("=so what")
    #expect(again.text.contains("That was the last question."))
    let handedIn = interview.take("")
    #expect(handedIn.entry == InterviewEntry("", .handedIn))
    #expect(interview.isHandedIn && !interview.isOpen)
    #expect(interview.take("1") == Interview.Turn(entry: nil, text: ""))
    #expect(interview.end() == "")
    #expect(try row(interview)["why"] == "so what")
  }

  @Test("stopping and the end of input keep what was answered", arguments: [true, false])
  func stop(_ isTyped: Bool) throws {
    var interview = try asking("led")
    let text = isTyped ? interview.take("q").text : interview.end()
    #expect(text == "Stopped. Your answers so far are kept, and you can go on later.\n")
    #expect(!interview.isOpen && !interview.isHandedIn)
    #expect(try row(interview)["team"] == "north")
  }

  // MARK: Laws

  @Test(
    "whatever is typed, the journal leads to the same place and answers, and what is asked never ends",
    arguments: 0..<60)
  func anything(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let words = [
      "", "?", "b", "q", "-", "d", "n", "na", "p", "1", "2", "3", "9", "1 2", "3 1 2", "2;1", "y", "+ note", "+", "=",
      "= x",
      "north", "agree", "12", "-3", "1e400", "nan", "\u{0}", "é\u{301}", "don't know", "a;b",
      String(repeating: "x", count: 5_000),
    ]
    var interview = Self.interview()
    var entries: [InterviewEntry] = []
    for _ in 0..<120 where interview.isOpen {
      let turn = interview.take(words.randomElement(using: &generator) ?? "")
      if let entry = turn.entry { entries.append(entry) }
      #expect(turn.text.hasSuffix("\n"))
      if !interview.isOpen, !interview.isHandedIn {
        // A new run goes on from the journal alone.
        let lines = InterviewJournal.start("p1", Self.questionnaire, of: "a") + entries.flatMap(\.line)
        let journal = try InterviewJournal(lines, file: "j")
        #expect(journal.entries == entries && journal.damagedLines == 0)
        interview = Self.interview()
        #expect(interview.restore(journal.entries) == [])
      }
    }
    var again = Self.interview()
    #expect(again.restore(entries) == [])
    #expect(try row(again) == row(interview))
    #expect(again.notes == interview.notes)
    #expect(again.progress == interview.progress)
    #expect(again.isHandedIn == interview.isHandedIn)
  }

  @Test("the row that is handed in reads back as what was answered, as CSV and as JSON Lines", arguments: 0..<20)
  func readBack(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let answers: [[String]] = [
      ["1", "2", ""], ["1", "2", "3", "d", "n", ""], ["1", "2", "na", "p"], ["1", "2", ""], ["1 2", "4", ""],
      ["2 1", "3", ""],
      ["-5", "3.25", ""], ["100", "0", "d", ""], ["a, \"b\"; c", "= é", "p", ""],
    ]
    var interview = Self.interview()
    // Hidden questions are not asked, so type by the question asked.
    while interview.isOpen {
      let asked = interview.opening
      let index = Self.texts.firstIndex { asked.contains($0) }
      _ = interview.take(index.flatMap { answers[$0].randomElement(using: &generator) } ?? "")
    }
    let csv = ResponseForm.csv(interview.sheet, of: Self.questionnaire).bytes
    let lines = ResponseForm.jsonLines(interview.sheet, of: Self.questionnaire).bytes
    #expect(lines.count { $0 == 0x0A } == 1)
    for (bytes, name) in [(csv, "a.csv"), (lines, "a.jsonl")] {
      var reader = try ResponseReader(.bytes(bytes), file: name, questionnaire: Self.questionnaire)
      var sheet = AnswerSheet(for: Self.questionnaire)
      while let block = try reader.next() { sheet.append(block) }
      sheet.markNotShown(in: Self.questionnaire)
      #expect(reader.problems.list == [])
      #expect(sheet.count == 1)
      #expect(sheet.columns.map(\.codes) == interview.sheet.columns.map(\.codes), "\(name)")
      #expect(sheet.columns.map { $0.openAnswer(0) } == interview.sheet.columns.map { $0.openAnswer(0) }, "\(name)")
      #expect(sheet.attributes == interview.sheet.attributes)
    }
  }

  static let texts = [
    "Which team?", "Who leads?", "Is there a plan?", "I have read it.", "Which tools?", "What comes first?",
    "How many hours?", "Which share?", "Why?",
  ]
}
