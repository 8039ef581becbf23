import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite("Note") struct NoteTests {
  static func fill(
    _ markdown: String, _ sample: Sample = Sample(), base: Sample? = nil, programme: Programme? = nil
  ) throws -> String {
    try Note(markdown: markdown, file: "note.md").filled(
      from: NoteFields(now: sample.makeContext(), base: base.map { try $0.makeContext() }, programme: programme))
  }

  static func problems(_ markdown: String, _ sample: Sample = Sample(), base: Sample? = nil) throws -> [Diagnostic] {
    try #require(throws: DocumentError.self) { try fill(markdown, sample, base: base) }.diagnostics
  }

  @Test("fields become what the results say, in words")
  func fields() throws {
    let context = try Sample().makeContext()
    let facts = ReportFacts(context)
    let area = try #require(context.scorecards.first?.everyone?.areas.first)
    for (field, words) in [
      ("area.area-0.name", "Leadership"), ("area.area-0.score", facts.shown(area)), ("area.area-0.level", "Some teams"),
      ("area.area-0.target", "4"), ("area.area-0.gap", "1.5 below target"), ("area.area-0.respondents", "29"),
      ("area.area-0.answered", "91\u{A0}%"), ("respondents", "32"), ("staff.respondents", "32"),
      ("now.respondents", "32"),
      ("audience", "Staff"), ("title", "How we work"), ("version", "1.2.3"), ("threshold", "10"),
      ("principle.silent.score", "no score"), ("group.team.team-0.respondents", "14"),
      ("group.team.team-0.name", "North"),
      ("group.team.team-2.respondents", "withheld"), ("group.team.team-2.area.area-0.score", "withheld"),
      ("group.team.team-2.area.area-0.level", "withheld"), ("group.team.team-2.area.area-0.target", "4"),
      ("below-target", "three of three areas"), ("theme.work.name", "Work"), ("furthest.target", "4"),
      ("strongest.target", "4"), ("area.area-0.range", "not known"),
      (" area.area-0.target ", "4"),
    ] { #expect(try Self.fill("Is {{\(field)}}") == "Is \(words)", "\(field)") }
  }

  @Test("only fields are replaced: every other character stays")
  func prose() throws {
    let prose = "# T\r\n\r\n  *x* \\{{ not }} } { {single} <!-- {{area.nothing}} -->\t[a] \u{202E}… é\r\n"
    #expect(try Self.fill(prose) == prose)
    #expect(try Self.fill(prose + "{{respondents}}" + prose) == prose + "32" + prose)
  }

  @Test(
    "a field that cannot be filled is named with its place and the nearest that can",
    arguments: [
      ("a\n  {{area.area-0.scor}}", 2, 3, "did you mean “{{area.area-0.score}}”?"),
      ("{{aera.area-0.score}}", 1, 1, "did you mean “{{area.area-0.score}}”?"),
      ("{{area.aera-0.score}}", 1, 1, "there is no area “aera-0”; did you mean “{{area.area-0.score}}”?"),
      ("{{area}}", 1, 1, "say which area, such as “{{area.area-0.score}}”"),
      ("{{area.area-0}}", 1, 1, "say what of it: name, score"),
      ("é {{group.team.team-9.respondents}}", 1, 3, "did you mean “{{group.team.team-0.respondents}}”?"),
      ("{{group.tema.team-0.respondents}}", 1, 1, "say which attribute: team"),
      ("{{group.team.team-0.respondent}}", 1, 1, "did you mean “{{group.team.team-0.respondents}}”?"),
      ("{{area.area-0.score.more}}", 1, 1, "nothing can follow “score”"),
      ("{{respondents.more}}", 1, 1, "“respondents” has no “more” of its own"),
      ("{{overall.score}}", 1, 1, "the assessment has no overall score"),
      ("{{base.respondents}}", 1, 1, "add them with --base"), ("{{area.area-0.change}}", 1, 1, "add them with --base"),
      ("{{table.changes}}", 1, 1, "add them with --base"), ("{{table.projects}}", 1, 1, "has no projects"),
      ("{{changes}}", 1, 1, "add them with --base"), ("{{table.programme}}", 1, 1, "choose within officer-days"),
      ("{{table.changes | table.projects}}", 1, 1, "add them with --base"),
      ("{{respondents | table.chnages}}", 1, 1, "did you mean “{{table.changes}}”?"),
      ("{{table.area}}", 1, 1, "did you mean “{{table.areas}}”?"), ("x {{table.areas}}", 1, 3, "on a line of its own"),
      ("{{}}", 1, 1, "names nothing"), ("{{respondents", 1, 1, "not closed"), ("{{respondents\n}}", 1, 1, "not closed"),
    ])
  func unknown(markdown: String, line: Int, column: Int, words: String) throws {
    let problems = try Self.problems(markdown)
    #expect(problems.count == 1)
    #expect(problems[0].location == SourceLocation(file: "note.md", line: line, column: column))
    #expect(problems[0].message.contains(words), "\(problems[0])")
  }

  @Test("every problem is told at once, in the order of places")
  func allProblems() throws {
    let problems = try Self.problems("{{a}}\n{{respondents}}\n{{b}} {{c\n{{area.x.score}}")
    #expect(problems.map { $0.location?.line } == [1, 3, 3, 4])
  }

  @Test("change is told since earlier results, and refused where they were scored in another way")
  func change() throws {
    var earlier = Sample()
    earlier.choice = { _, _ in 1 }
    let text = try Self.fill(
      "It is {{area.area-0.change}}; {{base.area.area-0.score}}\n\n{{table.changes}}\n", base: earlier)
    #expect(text.hasPrefix("It is 0.48 higher; 2.0\n\n**Staff: what changed**\n\n| Area | Before | Now | Change |"))
    #expect(text.hasSuffix(" |\n\nChanges are of unrounded scores.\n"))
    #expect(try Self.fill("{{area.area-0.change}}", base: Sample()) == "no change")
    var fewer = Sample()
    fewer.people = [3]
    fewer.teamNames = ["North"]
    #expect(try Self.fill("{{area.area-0.change}}", base: fewer) == "withheld")
    #expect(try Self.fill("{{area.area-0.change}}", fewer, base: Sample()) == "withheld")
    var other = Sample()
    other.areaNames = ["Other"]
    #expect(try Self.problems("{{area.area-2.change}}", base: other)[0].message.contains("do not have it"))
  }

  @Test("of fields with a bar between, the first that there is something for")
  func alternatives() throws {
    #expect(try Self.fill("Hm{{changes | nothing}}. A {{changes | nothing}}\n") == "Hm. A\n")
    #expect(try Self.fill("{{ changes | title }}") == "How we work")
    #expect(try Self.fill("a\n\n{{table.changes | nothing}}\n\nb") == "a\n\n\n\nb")
    #expect(try Self.fill("{{table.programme | table.actions}}").contains("| Workstream | Project | Description |"))
    #expect(try Self.fill("{{changes | nothing}}", base: Sample()) == "No area moved since the earlier results.")
  }

  @Test(
    "with earlier results the templates tell what changed, in the same figures everywhere",
    arguments: NoteTemplate.allCases)
  func changesOfTemplates(template: NoteTemplate) throws {
    var earlier = Sample()
    earlier.choice = { person, _ in person % 2 }
    let text = try Self.fill(template.markdown, base: earlier)
    let sentence = try #require(
      text.split(separator: "\n").first { $0.contains("Moved most since the earlier results: ") })
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains(" higher | ") }
    #expect(rows.count == 3)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingSpaces }
      let (before, now) = (try #require(Double(cells[1])), try #require(Double(cells[2])))
      let change = try #require(cells[3].split(separator: " ").first.flatMap { Double($0) })
      #expect(abs(now - before - change) < 0.0151, "\(row)")
      #expect(sentence.contains("\(cells[0]), \(cells[3]) (\(cells[4] == "yes" ? "more than noise" : "may be noise"))"))
    }
    let alone = try Self.fill(template.markdown)
    #expect(!alone.contains("earlier results:") && !alone.contains("what changed"))
  }

  @Test(
    "what was chosen is a table that boards know, with leads and days; recommended actions are called so without it")
  func programme() throws {
    let actions = Array(try Sample().makeAssessment().actions.prefix(2))
    let programme = Programme(actions: actions, budget: 30)
    let text = try Self.fill(NoteTemplate.briefingNote.markdown, programme: programme)
    #expect(
      text.contains(
        """
        | Workstream | Project | Description | Timeframe |
        | --- | --- | --- | --- |
        | Engage | Improve area 0 | Do it well.<br>Lead: Head of work · Effort: 12 officer-days | January to March 2027 |
        | Engage | Improve area 1 | Do it well.<br>Lead: Head of work · Effort: 12 officer-days | January to March 2027 |
        """))
    #expect(text.contains("Three actions are recommended. Estimated effort: 36 officer-days. Two actions were chosen"))
    #expect(text.contains("within a budget of 30 officer-days. Estimated effort: 24 officer-days."))
    #expect(!text.contains("Recommended actions"))
    #expect(try Self.fill("{{programme}}", programme: Programme(actions: [], budget: 1)).hasPrefix("No action fits"))
    let without = try Self.fill(NoteTemplate.briefingNote.markdown)
    #expect(without.contains("**Recommended actions**") && !without.contains("chosen"))
  }

  @Test(
    "whether a note tells of earlier results, and of what was chosen",
    arguments: [
      ("{{base.respondents}}", true, false), ("{{area.a.change}}", true, false), ("{{changes|nothing}}", true, false),
      ("{{table.programme | table.actions}}", false, true), ("{{title}} <!-- {{changes}} -->", false, false),
    ])
  func telling(markdown: String, isOfBase: Bool, isOfProgramme: Bool) {
    let note = Note(markdown: markdown, file: "note.md")
    #expect(note.tellsOfEarlierResults == isOfBase)
    #expect(note.tellsOfProgramme == isOfProgramme)
  }

  @Test("values are words, whatever they hold", arguments: Sample.hostileNames.indices)
  func hostile(index: Int) throws {
    let name = PlainText.clean(Sample.hostileNames[index])
    let filled = try Self.fill("{{area.area-\(index).name}} and so on\n\n- {{area.area-\(index).name}}\n", .hostile)
    let paper = Paper(markdown: filled)
    let shown = name.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } ? "\u{2068}\(name)\u{2069}" : name
    #expect(paper.blocks == [.paragraph(PaperText(shown + " and so on")), .list([Paper.Item(PaperText(shown))])])
  }

  @Test("a figure at the start of a paragraph or heading is not taken for its number")
  func figureFirst() throws {
    let paper = Paper(
      markdown: try Self.fill("# T\n\n## {{respondents}} people\n\n{{area.area-0.score}} is the score.\n"))
    #expect(paper.blocks == [.heading("32 people", level: 1), .paragraph("2.5 is the score.")])
  }

  @Test("what is still to be written is told")
  func placeholders() {
    let note = Note(markdown: "# T\n\n[name] [c] [x](y) \\[no] <!-- [no] -->\n\n1.2 [date\n]\n", file: "note.md")
    #expect(
      note.warnings.map { "\($0.location?.line ?? 0) \($0.code.rawValue)" } == ["3 unfinished", "5 invalid-value"])
  }

  @Test(
    "templates are filled from any results, and are in order", arguments: NoteTemplate.allCases,
    [
      Sample(), .hostile,
      {
        var sample = Sample(); sample.people = [3, 0, 0]; return sample
      }(),
      {
        var sample = Sample(); sample.people = [0, 0, 0]; return sample
      }(),
      {
        var sample = Sample(); sample.choice = { _, _ in nil }; return sample
      }(),
    ])
  func templates(template: NoteTemplate, sample: Sample) throws {
    let note = Note(markdown: template.markdown, file: "note.md")
    #expect(note.warnings.allSatisfy { $0.code == .unfinished })
    let paper = Paper(markdown: try note.filled(from: NoteFields(now: sample.makeContext())))
    #expect(paper.isNumberedInOrder)
    #expect(!paper.fields.isEmpty)
    #expect(!paper.markdown().text.contains("{{"))
  }

  @Test("the headings of a cabinet report")
  func headings() {
    let numbers = Paper(markdown: NoteTemplate.cabinetReport.markdown).blocks.compactMap { block -> String? in
      if case .heading(_, _, let number) = block { number } else { nil }
    }
    #expect(
      numbers == ["1", "2", "3", "4", "5", "5.1", "5.2", "6", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7"])
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
