import DigitalMaturity
import Foundation
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("importing responses") struct ResponseImportTests {
  static let microsoft = """
    ID,Start time,Completion time,Email,Name,Where do you work?,We share data safely.,People\u{A0}have time to learn,\
    How do you find out what’s planned?,Visits in a year?,Anything else?,Anything else?2
    1,10/9/24 11:02:00,10/9/24 11:03:00,anonymous,,Adult care & health,Agree,Disagree,"Our manager explains; we can object.",\
    "1,200",Fine,=1+1
    2,10/9/24 11:04:00,10/9/24 11:09:00,anonymous,,"Streets, parks and lights","Neither agree, nor disagree",,Don't know,0,,
    """ + "\n"

  static let read = [
    ["form-1", "care", "c", "agree", "disagree", "1200", "Fine", "'=1+1"],
    ["form-2", "streets", "dont-know", "neither", "", "0", "", ""],
  ]

  @Test("a table of Microsoft Forms becomes answers, without names and times")
  func microsoftForms() throws {
    let responses = try FormExample.read(Self.microsoft)
    #expect(responses.rows == Self.read)
    #expect(responses.problems.count == 0)
    #expect(responses.details.isEmpty)
    #expect(!responses.csv.text.contains("anonymous"))
    #expect(responses.files.first?.missing == [])
    #expect(responses.files.first?.rows == 2)
  }

  @Test(
    "the same table in every encoding and with every separator",
    arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windowsCP1252], [",", ";", "\t"])
  func encodings(_ encoding: String.Encoding, _ separator: String) throws {
    var text = Self.microsoft
    if separator != "," {
      // The commas of cells in quotation marks stay.
      var isInQuotes = false
      text = String(
        text.map { character in
          if character == "\"" { isInQuotes.toggle() }
          return character == "," && !isInQuotes ? Character(separator) : character
        })
    }
    let mark = encoding == .windowsCP1252 ? "" : "\u{FEFF}"
    let data = try #require((mark + text.replacingOccurrences(of: "\n", with: "\r\n")).data(using: encoding))
    let responses = try FormExample.read([("form.csv", Array(data))])
    #expect(responses.rows == Self.read)
    #expect(responses.problems.counts == (encoding == .windowsCP1252 ? [.encoding: 1] : [:]))
  }

  @Test("a table of Google Forms, with a grid")
  func googleForms() throws {
    let responses = try FormExample.read(
      """
      Timestamp,Where do you work?,How far do you agree? [We share data safely.],How far do you agree? [People have time to learn]
      2024/03/05 2:41:22 pm GMT,"Streets, parks and lights",Agree,"Neither agree, nor disagree"
      2024/03/05 2:45:00 pm GMT,Adult care & health,,Disagree
      """)
    #expect(
      responses.rows == [
        ["form-row-2", "streets", "", "agree", "neither", "", "", ""],
        ["form-row-3", "care", "", "", "disagree", "", "", ""],
      ])
    #expect(responses.problems.counts == [.missingColumn: 4])
  }

  private static func named(_ audience: String) -> Questionnaire {
    var questionnaire = FormExample.questionnaire
    questionnaire.isNamed = true
    questionnaire.audience = audience
    questionnaire.attributes = []
    return questionnaire
  }

  @Test("of ratings the code and the day are read from their questions, and letters of the form too")
  func ratings() throws {
    var responses = ResponseImport(to: Self.named("manager"), options: ImportOptions(expectsAllQuestions: false))
    let form = """
      ID,Start time,Completion time,Email,Name,1. Code of the person [respondent],"2. Date, such as 2026-11-30 [date]",\
      We share data safely.
      1,10/9/24 11:02:00,10/9/24 11:03:00,boss@x,Boss,p1,30/11/2026,Agree
      2,10/9/24 11:02:00,10/9/24 11:03:00,boss@x,Boss,p2,1/12/2026,Not needed in this work
      3,10/9/24 11:02:00,10/9/24 11:03:00,boss@x,Boss,p3,2026-12-02,D
      4,10/9/24 11:02:00,10/9/24 11:03:00,boss@x,Boss,p4,soon,A
      5,10/9/24 11:02:00,10/9/24 11:03:00,boss@x,Boss,p5,,B
      """
    try responses.read(.bytes(Array(form.utf8)), file: "form.csv")
    #expect(responses.days == ["2026-11-30", "2026-12-01", "2026-12-02", "", ""])
    let lines = responses.csv.text.split(separator: "\r\n").map(String.init)
    #expect(lines.first?.hasPrefix("person,rater,date,leadership-1,data-1,") == true)
    #expect(
      lines.dropFirst().map { $0.prefix { $0 != "\r" } }.map {
        $0.split(separator: ",").prefix(4).joined(separator: ",")
      }
        == [
          "p1,manager,2026-11-30,agree", "p2,manager,2026-12-01,not-needed", "p3,manager,2026-12-02,not-needed",
          "p4,manager,disagree", "p5,manager,neither",
        ])
    #expect(responses.problems.list.map { $0.location?.line } == [5])
    #expect(responses.problems.list.first?.message.contains("“soon” is not a date") == true)
  }

  @Test(
    "a table of ratings keyed in is read, without its unused rows; another's rating is left out, and no code is told")
  func keyedRatings() throws {
    var responses = ResponseImport(to: Self.named("self"), options: ImportOptions(expectsAllQuestions: false))
    try responses.read(
      .bytes(Array("person,rater,date,data-1\np1,self,2026-11-30,agree\np2,peer,2026-11-30,agree\n,self,,\n".utf8)),
      file: "f.csv")
    #expect(responses.sheet.respondents == ["p1"] && responses.days == ["2026-11-30"])
    #expect(responses.problems.list.map(\.message).count == 1)
    #expect(responses.problems.list.first?.location == SourceLocation(file: "f.csv", line: 3, column: 2))
    var nameless = ResponseImport(to: Self.named("self"), options: ImportOptions(expectsAllQuestions: false))
    try nameless.read(.bytes(Array("Timestamp,data-1\nx,agree\n".utf8)), file: "f.csv")
    #expect(nameless.problems.counts == [.missingColumn: 1])
    #expect(nameless.problems.list.first?.message.contains("the code of the person") == true)
  }

  @Test("what is not understood counts as blank, with its place and how often")
  func notUnderstood() throws {
    let responses = try FormExample.read(
      """
      Timestamp,data-1,people,visits,What is your shoe size?,leadership-1
      t,Agree,Sometimes,many,42,Prefer not to say
      t,Yes,Sometimes,-1,43,
      t,Agree,agree,1e3,44,a,surplus
      """)
    #expect(responses.rows.map { $0[3] } == ["agree", "", "agree"])
    #expect(responses.rows.map { $0[2] } == ["prefer-not-to-say", "", "a"])
    #expect(
      responses.places
        == [
          "1:5 unknown-column", "1:1 missing-column", "1:1 missing-column", "1:1 missing-column",
          "2:3 unknown-answer", "2:4 unknown-answer", "2:6 status-not-allowed", "3:2 unknown-answer",
          "3:3 unknown-answer",
          "3:4 unknown-answer", "4:7 ragged-row",
        ].sorted(by: Self.order))
    let report = try #require(responses.files.first)
    #expect(report.columns[2].notUnderstood.map { "\($0.text) \($0.count)" } == ["Sometimes 2"])
    #expect(report.columns[3].notUnderstood.map(\.text) == ["-1", "many"])
    #expect(report.damagedRows == 3)
    #expect(report.isDamaged)
    #expect(responses.report.contains("5. What is your shoe size? → NOT MAPPED"))
    #expect(responses.report.contains("not understood: “Sometimes” (2)"))
  }

  /// Problems stand in the order of rows; those of one row in that of its columns.
  private static func order(_ left: String, _ right: String) -> Bool {
    func line(_ text: String) -> Int { Int(text.prefix { $0 != ":" }) ?? 0 }
    return line(left) < line(right)
  }

  @Test("a table without a question is refused, and still reported")
  func noQuestion() throws {
    var responses = ResponseImport(to: FormExample.questionnaire)
    let error = #expect(throws: DocumentError.self) {
      try responses.read(
        .bytes(Array("Timestamp,How well do we share data safely?\nt,Agree\n".utf8)), file: "f.csv")
    }
    #expect(error?.diagnostics.map(\.code) == [.missingColumn])
    #expect(responses.outcomes == [.detail(.completed, isKept: false), .unmapped(nearest: "data-1")])
    #expect(responses.sheet.count == 0)
    #expect(throws: DocumentError.self) { try FormExample.read("") }
  }

  // MARK: Who answered

  @Test("names, addresses and times are kept only when asked for, and times are written in one way")
  func details() throws {
    let text = """
      ID,Start time,Completion time,Email,Name,data-1
      5,10/9/24 11:02:00,45575.5,jo@town.example,Jo Bloggs,Agree
      6,10/13/24 9:00:00 PM,,,,Agree
      """
    let without = try FormExample.read(text)
    #expect(!without.csv.text.contains("Jo") && !without.csv.text.contains("@") && !without.csv.text.contains("2024"))
    let kept = try FormExample.read(text, options: ImportOptions(keepsDetails: true))
    #expect(
      kept.rows.map { $0.suffix(4) } == [
        ["Jo Bloggs", "jo@town.example", "2024-10-09T11:02:00", "2024-10-10T12:00:00"],
        ["", "", "2024-10-13T21:00:00", ""],
      ])
    #expect(
      kept.csv.text.hasPrefix("respondent,directorate,") && kept.csv.text.contains(",name,email,started,completed\r\n"))
  }

  @Test("a date whose day cannot be told from its month is left out, with its place, unless the order is given")
  func dates() throws {
    let text = "ID,Start time,Completion time,Email,Name,data-1\n5,10/9/24 11:02:00,,,,Agree\n"
    let read = try FormExample.read(text, options: ImportOptions(keepsDetails: true))
    #expect(read.problems.list.first { $0.code == .ambiguousDate }?.location?.column == 2)
    #expect(read.details == [[:]])
    let told = try FormExample.read(text, options: ImportOptions(keepsDetails: true, dates: .dayMonth))
    #expect(told.details == [[.started: "2024-09-10T11:02:00"]])
  }

  @Test(
    "respondents' ids begin with the file's name as it was before downloading",
    arguments: [
      ("How we work(1-104).csv", "how-we-work-5"), ("out/How we work (Responses).csv", "how-we-work-5"),
      ("Session 1 (2).csv", "session-1-5"), ("(1-9).csv", "1-9-5"), (".csv", "csv-5"), ("a (old).csv", "a-old-5"),
    ])
  func ids(_ file: String, _ id: String) throws {
    let read = try FormExample.read("ID,Start time,Completion time,data-1\n5,,,Agree\n", file: file)
    #expect(read.sheet.respondents == [id])
  }

  @Test("a column of respondents' ids is taken as it is")
  func respondents() throws {
    #expect(try FormExample.read("respondent,data-1\n E7 ,Agree\n,Agree\n").sheet.respondents == ["E7", "form-row-3"])
  }

  // MARK: Repeats

  static let repeated = """
    ID,Start time,Completion time,Email,data-1
    1,,,ann@town.example,Agree
    2,,,bob@town.example,Agree
    3,,,ANN@town.example,Disagree
    3,,,anonymous,Agree
    """

  @Test(
    "one person counts once, by id or e-mail address",
    arguments: [
      (DuplicatePolicy.first, ["agree", "agree"], 0), (.reject, ["agree", "agree"], 2), (.last, ["agree", "agree"], 0),
    ])
  func repeats(_ policy: DuplicatePolicy, _ answers: [String], _ problems: Int) throws {
    let text = Self.repeated.replacingOccurrences(of: "3,,,anonymous", with: "1,,,anonymous")
    let read = try FormExample.read(text, options: ImportOptions(duplicates: policy))
    #expect(read.rows.map { $0[3] } == answers)
    #expect(read.problems.counts[.duplicateRespondent] ?? 0 == problems)
    #expect(read.files.first?.repeats == 2)
    // The address tells that somebody answered twice, and is told to nobody.
    #expect(!read.problems.list.contains { $0.message.contains("@") })
  }

  @Test("the last of several files counts, and what it replaces leaves nothing behind")
  func lastOfSeveralFiles() throws {
    let options = ImportOptions(duplicates: .last, keepsDetails: true, prefix: "x")
    let first =
      "ID,Start time,Completion time,Email,Name,data-1\n1,,,a@t.example,Ann,Agree\n2,,,b@t.example,Bob,Agree\n"
    let second = "ID,Start time,Completion time,Email,Name,data-1\n9,,,A@t.example,Annie,Disagree\n2,,,,Bo,Disagree\n"
    let third = "ID,Start time,Completion time,Email,Name,data-1\n9,,,,Anna,Agree\n"
    let read = try FormExample.read(
      [("1.csv", Array(first.utf8)), ("2.csv", Array(second.utf8)), ("3.csv", Array(third.utf8))], options: options)
    #expect(read.sheet.respondents == ["x-2", "x-9"])
    #expect(read.rows.map { $0[3] } == ["disagree", "agree"])
    #expect(read.details.map { $0[.name] } == ["Bo", "Anna"])
  }

  private static let channels: Questionnaire = {
    var questionnaire = FormExample.questionnaire
    questionnaire.sections[0].questions = [
      Question(
        id: "channels", kind: "choices", text: "Which do you use?",
        answers: .open(
          ChoicesAnswers(
            options: [
              AnswerOption(id: "phone", label: "By phone", score: nil),
              AnswerOption(id: "front-desk", label: "At the desk [any]", score: nil),
              AnswerOption(id: "other", label: "Something else", score: nil),
              AnswerOption(id: "none", label: "None of these", score: nil),
            ], none: "none")), allowed: [.dontKnow]),
      Question(id: "led", kind: "agreement", text: "We lead", answers: .closed(FormExample.agreement)),
    ]
    return questionnaire
  }()

  private func importChannels(_ text: String, map: ColumnMap = ColumnMap()) throws -> ResponseImport {
    var responses = ResponseImport(to: Self.channels, options: ImportOptions(map: map))
    try responses.read(.bytes(Array(text.utf8)), file: "form.csv")
    return responses
  }

  @Test(
    "options that have a column each are one answer: LimeSurvey’s by codes and by texts, SurveyMonkey’s, and others’",
    arguments: [
      // Codes: Y, or nothing for what was not ticked and for what was not shown.
      (
        "id,submitdate,lastpage,startlanguage,seed,channels[phone],channels[frontdesk],channels[other],channels[none],led\n"
          + "1,,2,en,9,Y,,a friend asked for me,,agree\n2,,2,en,9,,Y,,,\n3,,2,en,9,,,,Y,agree\n4,,2,en,9,,,,,agree\n",
        ImportedColumn.Match.code
      ),
      // An older version, with conversions of Y and N.
      (
        "id,submitdate,lastpage,startlanguage,CHANNELS_phone,CHANNELS_frontdesk,CHANNELS_other,CHANNELS_none,led\n"
          + "1,,2,en,1,0,a friend,0,agree\n2,,2,en,0,1,,0,\n3,,2,en,0,0,,1,agree\n4,,2,en,,,,,agree\n", .code
      ),
      // Full texts, where N/A is what was not shown.
      (
        "Response ID,Date submitted,Last page,Start language,Which do you use? [By phone],Which do you use? [At the desk [any]],"
          + "Which do you use? [Other],Which do you use? [None of these],We lead\n"
          + "1,,2,en,Yes,No,a friend,No,Agree\n2,,2,en,No,Yes,,No,\n3,,2,en,No,No,,Yes,Agree\n4,,2,en,N/A,N/A,N/A,N/A,Agree\n",
        .text
      ),
      // Both.
      (
        "id,submitdate,lastpage,startlanguage,channels[SQ001]. Which do you use? [By phone],"
          + "channels[SQ002]. Which do you use? [At the desk [any]],channels[other]. Which do you use? [Other],"
          + "channels[SQ003]. Which do you use? [None of these],led. We lead\n"
          + "1,,2,en,Y,N,a friend,N,agree\n2,,2,en,N,Y,,N,\n3,,2,en,N,N,,Y,agree\n4,,2,en,,,,,agree\n", .code
      ),
      // Two rows of names, and the words of what was ticked.
      (
        "Respondent ID,Collector ID,Which do you use?,,,,We lead\n,,By phone,At the desk [any],Something else,None of these,Response\n"
          + "1,7,By phone,,Something else,,Agree\n2,7,,At the desk [any],,,\n3,7,,,,None of these,Agree\n4,7,,,,,Agree\n",
        .text
      ),
      (
        "number,channels_phone,channels_front-desk,channels_other,channels_none,led\n1,x,,x,,agree\n2,,x,,,\n3,,,,x,agree\n4,,,,,agree\n",
        .code
      ),
    ])
  func optionColumns(_ text: String, _ match: ImportedColumn.Match) throws {
    let read = try importChannels(text)
    #expect(
      read.outcomes.filter { if case .mapped(_, by: match) = $0 { true } else { false } }.prefix(4) == [
        .mapped("channels[phone]", by: match), .mapped("channels[front-desk]", by: match),
        .mapped("channels[other]", by: match), .mapped("channels[none]", by: match),
      ], "\(read.outcomes)")
    #expect(
      read.rows.map { Array($0[2...]) } == [
        ["phone;other", "agree"], ["front-desk", ""], ["none", "agree"], ["", "agree"],
      ])
    #expect(read.sheet.columns[0].codes[3] == AnswerCode.unanswered.rawValue)
    #expect(!read.files[0].missing.contains("channels"))
    #expect(read.problems.counts.keys.allSatisfy { [.missingColumn, .unknownColumn].contains($0) }, "\(read.places)")
  }

  @Test("an option’s code that the question does not have is told, and a map says which option it is")
  func mappedOptions() throws {
    let text =
      "id,submitdate,lastpage,startlanguage,channels[SQ001],channels[SQ002],channels[SQ003]\n1,,2,en,Y,Y,\n2,,2,en,,,Y\n3,,2,en,Maybe,Y,Y\n"
    #expect(
      throws: DocumentError.self, "none of its columns is a question that is known"
    ) { try importChannels(text) }
    let map = ColumnMap([
      .init(column: "channels[SQ001]", target: "channels[phone]"),
      .init(column: "channels[SQ002]", target: "channels[front-desk]"),
      .init(column: "channels[SQ003]", target: "channels[dont-know]"),
    ])
    let read = try importChannels(text, map: map)
    #expect(read.outcomes.last == .mapped("channels[dont-know]", by: .map))
    #expect(read.rows.map { $0[2] } == ["phone;front-desk", "dont-know", ""])
    #expect(read.places == ["1:1 missing-column", "1:1 missing-column", "4:5 unknown-answer", "4:6 unknown-answer"])
    #expect(read.problems.list.last?.message.contains("channels[front-desk], channels[dont-know] together") == true)
    let some = try importChannels("respondent,channels[phone],channels[SQ009],led\na,Y,Y,agree\n")
    #expect(some.outcomes[2] == .unmapped(nearest: "channels[option]"))
    let wrong = try importChannels(
      text,
      map: ColumnMap([.init(column: "5", target: "channels[phone]"), .init(column: "6", target: "channels[fax]")]))
    #expect(wrong.problems.list.first?.message.contains("no question or attribute “channels[fax]”") == true)
  }

  @Test("names that are far too long for an option are not looked at")
  func longNames() throws {
    let long = "channels" + String(repeating: "[phone]", count: 280)
    let read = try importChannels("respondent,channels[phone],\(long)\na,Y,Y\n")
    #expect(read.outcomes[1] == .mapped("channels[phone]", by: .code))
    #expect(read.outcomes[2] != .unmapped(nearest: "channels[option]"))
  }

  @Test("a question is read from one column or from those of its options, and none with others is told")
  func optionColumnsAndOthers() throws {
    let both = try importChannels("respondent,channels[phone],channels,channels[none]\na,Y,front-desk,Y\n")
    #expect(both.outcomes[2] == .repeated("channels", of: 2))
    #expect(both.rows.map { $0[2] } == [""])
    #expect(both.problems.counts[.unknownAnswer] == 1)
    let mapped = try importChannels(
      "respondent,all,channels[phone]\na,front-desk,Y\n", map: ColumnMap([.init(column: "all", target: "channels")]))
    #expect(mapped.outcomes[2] == .repeated("channels[phone]", of: 2))
    #expect(mapped.rows.map { $0[2] } == ["front-desk"])
  }

  @Test("several choices and rankings, as forms join them")
  func severalChoices() throws {
    var questionnaire = FormExample.questionnaire
    let options = [
      AnswerOption(id: "phone", label: "By phone", score: nil),
      AnswerOption(id: "web", label: "Online, by myself", score: nil),
      AnswerOption(id: "desk", label: "Desk", score: nil),
    ]
    questionnaire.sections[0].questions = [
      Question(id: "how-1", kind: "choices", text: "How?", answers: .open(ChoicesAnswers(options: options))),
      Question(id: "rank-1", kind: "ranking", text: "Rank", answers: .open(RankingAnswers(options: options))),
    ]
    var microsoft = ResponseImport(to: questionnaire)
    let form =
      "ID,Start time,Completion time,How?,Rank\n1,,,\"By\u{A0}phone;Online, by myself;\",\"Desk;By phone;Online, by myself;\"\n2,,,Fax;,\n"
    try microsoft.read(.bytes(Array(form.utf8)), file: "m.csv")
    #expect(microsoft.rows.map { Array($0.suffix(2)) } == [["phone;web", "desk;phone;web"], ["", ""]])
    #expect(microsoft.problems.counts[.unknownAnswer] == 1)
    var google = ResponseImport(to: questionnaire)
    try google.read(.bytes(Array("Timestamp,How?\nt,\"Desk, Online, by myself\"\n".utf8)), file: "g.csv")
    #expect(google.rows.map { $0[2] } == ["web;desk"])
    var lines = ResponseImport(to: questionnaire)
    let answers =
      #"{"respondent":"a","how-1":["phone","web"],"rank-1":["desk","phone","web"]}"# + "\n"
      + #"{"respondent":"b","how-1":"desk"}"# + "\n"
    try lines.read(.bytes(Array(answers.utf8)), file: "a.jsonl")
    #expect(lines.rows.map { Array($0.suffix(2)) } == [["phone;web", "desk;phone;web"], ["desk", ""]])
    #expect(lines.places == ["1:1 missing-column"])
  }

  @Test(
    "a file with a row an answer comes after all others, in whatever order files are read",
    arguments: [DuplicatePolicy.reject, .first, .last], [false, true])
  func rowsPerAnswer(_ policy: DuplicatePolicy, _ isLongFirst: Bool) throws {
    let wide = ("w.csv", Array("respondent,data-1,people\na,agree,agree\nb,neither,agree\n".utf8))
    let long = ("l.csv", Array("respondent,question,answer\nA,data-1,disagree\nc,people,agree\n".utf8))
    let read = try FormExample.read(
      isLongFirst ? [long, wide] : [wide, long], options: ImportOptions(duplicates: policy))
    let answers = Dictionary(uniqueKeysWithValues: read.rows.map { ($0[0].lowercased(), $0[3] + "/" + $0[4]) })
    #expect(answers == ["a": policy == .last ? "disagree/" : "agree/agree", "b": "neither/agree", "c": "/agree"])
    #expect(read.files.map(\.repeats).reduce(0, +) == 1)
    let repeats = read.problems.list.filter { $0.code == .duplicateRespondent }
    #expect(repeats.map(\.message) == (policy == .reject ? [repeats.first?.message ?? ""] : []))
    if policy == .reject {
      #expect(repeats.first?.location?.file == "l.csv" && repeats.first?.location?.line == 2)
      #expect(repeats.first?.message.contains("stands at w.csv:2 already") == true)
    }
  }

  // MARK: Bad input

  @Test("a cell of ten megabytes is read as text, and refused where an option belongs")
  func largeCell() throws {
    let large = String(repeating: "abcdefghij", count: 1_000_000)
    let read = try FormExample.read("Timestamp,data-1,first-comment\nt,\(large),\(large)\n")
    #expect(read.rows.first?[6].utf8.count == 10_000_000)
    let problem = try #require(read.problems.list.first { $0.code == .unknownAnswer })
    #expect(problem.location == SourceLocation(file: "form.csv", line: 2, column: 2))
    #expect(problem.message.utf8.count < 300)
  }

  @Test("a cell over the limit ends the reading with its place, and the rows before it stay")
  func tooLargeCell() throws {
    var read = ResponseImport(to: FormExample.questionnaire)
    let large = String(repeating: "x", count: 17 << 20)
    let error = #expect(throws: DocumentError.self) {
      try read.read(.bytes(Array("Timestamp,data-1\nt,Agree\nt,\(large)\n".utf8)), file: "f.csv")
    }
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "f.csv", line: 3, column: 2))
    #expect(read.sheet.count == 1)
    #expect(read.files.count == 1)
  }

  @Test("more columns than a spreadsheet has are refused with the place")
  func tooManyColumns() throws {
    let header = (0..<16_385).map { "c\($0)" }.joined(separator: ",")
    let error = #expect(throws: DocumentError.self) { try FormExample.read("\(header)\n") }
    #expect(error?.diagnostics.first?.code.rawValue == "too-many-columns")
    #expect(error?.diagnostics.first?.location?.line == 1)
  }

  @Test("mixed line ends and NUL bytes are read and told, with their places")
  func badBytes() throws {
    let read = try FormExample.read(
      "Timestamp,data-1,first-comment\rt,Agree,\"a\r\nb\"\nt,Ag\u{0}ree,n\u{0}ul\r\n\r\nt,Agree,end\n")
    #expect(read.rows.map { $0[3] } == ["agree", "agree", "agree"])
    #expect(read.rows.map { $0[6] } == ["a\r\nb", "nul", "end"])
    let rows = read.places.filter { !$0.hasSuffix("missing-column") }
    #expect(rows == ["4:2 nul-byte", "4:3 nul-byte"])
  }

  @Test(
    "a quotation mark that is never closed refuses the file with its place, and the rows before it stay",
    arguments: [
      "Timestamp,data-1,first-comment\nt,Agree,x\nt,Agree,\"open\nt,Agree,\n",
      "sep=;\nTimestamp;data-1;first-comment\nt;Agree;\"open\nt;Agree;\n",
    ])
  func openQuotationMark(_ text: String) {
    var read = ResponseImport(to: FormExample.questionnaire)
    let error = #expect(throws: DocumentError.self) { try read.read(.bytes(Array(text.utf8)), file: "f.csv") }
    #expect(error?.diagnostics.map(\.code.rawValue) == ["unterminated-quote"])
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "f.csv", line: 3, column: 3))
    #expect(read.sheet.count == (text.hasPrefix("sep") ? 0 : 1))
  }

  @Test("a file read as Windows-1252 says so, with the place of the first byte that is no UTF-8")
  func otherEncoding() throws {
    let bytes = Array("Timestamp,first-comment\nt,plain\nt,caf".utf8) + [0xE9, 0x0A]
    let read = try FormExample.read([("f.csv", bytes)])
    #expect(read.rows.map { $0[6] } == ["plain", "café"])
    let problem = try #require(read.problems.list.first { $0.code == .encoding })
    #expect(
      problem.description
        == "f.csv:3:1: warning: the byte E9 in this line is no UTF-8, so the whole file is read as Windows-1252, where it is “é”; if letters look wrong, save the file again as CSV in UTF-8 [encoding]"
    )
    let damaged = try FormExample.read([("f.csv", Array("Timestamp,first-comment\nt,café\nt,caf".utf8) + [0xC3, 0x0A])])
    #expect(damaged.rows.map { $0[6] } == ["café", "caf\u{FFFD}"])
    #expect(damaged.places.contains("3:2 invalid-utf-8"))
  }

  @Test("formulas are text, and harmless where they are written")
  func formulas() throws {
    let read = try FormExample.read("Timestamp,data-1,first-comment\nt,=A1,\"=HYPERLINK(\"\"x\"\")\"\n")
    #expect(read.problems.list.last?.code == .unknownAnswer)
    #expect(read.rows.first?[6] == "'=HYPERLINK(\"x\")")
  }

  @Test("rows of any table, such as a workbook's, are read alike")
  func rows() throws {
    let rows = [
      FormRow(["ID", "Start time", "Completion time", "We share data safely.", "visits"], line: 1),
      FormRow(["1", "45575.5", "45575.6", "Agree", "12.0"], line: 2), FormRow([], line: 3),
      FormRow(["2", "45575.5", "45575.6", "Disagree"], line: 4),
    ]
    var next = rows.makeIterator()
    var read = ResponseImport(to: FormExample.questionnaire)
    try read.read(file: "book.xlsx") { next.next() }
    #expect(read.rows.map { $0[3] } == ["agree", "disagree"])
    #expect(read.rows.map { $0[5] } == ["12", ""])
    #expect(read.places.filter { $0.hasSuffix("empty-row") } == ["3:1 empty-row"])
  }

  @Test("garbage ends in an error or answers, never in a trap", arguments: 0..<200)
  func garbage(seed: UInt64) {
    var generator = Seeded(seed: seed)
    let pieces = [
      "Timestamp", "data-1", ",", ";", "\t", "\n", "\r\n", "\"", "Agree", "\u{0}", "[", "]",
      "ID,Start time,Completion time",
      "é", "2", "=", "Anything else?", "respondent", "sep=;\n", "\u{FEFF}",
    ]
    let text = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    for bytes in [
      Array(text.utf8), Array(text.utf8) + [0xFF, 0xC3], text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
    ] {
      let read = try? FormExample.read(
        [("g.csv", bytes)], options: ImportOptions(duplicates: .last, keepsDetails: true))
      if let read {
        #expect(read.details.count == read.sheet.count && read.sheet.respondents.count == read.sheet.count)
      }
    }
  }
}
