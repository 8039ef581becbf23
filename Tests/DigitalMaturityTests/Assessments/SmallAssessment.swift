import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturitySkills
import MaturityYAML

/// One small valid assessment three times: in YAML, in JSON and in Swift.
enum SmallAssessment {
  static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    return vocabulary
  }()

  static let yaml = [
    "assessment.yaml": """
    format: 1
    id: small
    version: 1.0.0
    title: Small assessment
    levels:
      - {id: low, value: 1, name: Low}
      - {id: middle, value: 2, name: Middle}
      - {id: high, value: 3, name: High}
    themes:
      - {id: place, name: Place}
    principle-sets:
      - {id: declaration, name: Declaration}
    principles:
      - {id: open, set: declaration, name: Open, statement: We work in the open.}
    literacies:
      - {id: writing, name: Writing}
    areas:
      - {id: leadership, name: Leadership, themes: [place], target: 3, levels: {low: Nobody leads.}}
      - {id: people, name: People, weight: 2}
    scoring:
      areas: {rule: weighted-mean}
    questionnaires:
      - include: staff.yaml
    workstreams:
      - {id: engage, name: Engage}
    actions:
      - {id: train, name: Train, area: people, when: {area: people, below: 2}, workstream: engage, effort: 3, uplift: 0.5,
         timeframe: {from: 2026-04, to: 2026-06}}
    projects:
      - {id: portal, name: Portal, workstream: engage, state: pilot, serves: [people], timeframe: {from: 2026-01, to: 2026-02}}
    governance:
      - {id: board, name: Board}
    """,
    "staff.yaml": """
    id: staff
    title: Staff survey
    attributes:
      - {id: team, text: Which team?, values: [{id: north, label: Team north}, {id: south, label: Team south}]}
    answers:
      agree:
        - {id: disagree, label: I disagree, score: 1}
        - {id: agree, label: I agree, score: 3}
    sections:
      - id: main
        title: Main
        questions:
          - {id: led, kind: agreement, text: Are you led well?, options: agree, measures: {areas: [leadership]}}
          - id: trained
            kind: choice
            text: Are you trained?
            options:
              - {id: no, label: Not at all, score: 1}
              - {id: partly, label: In part, score: 2}
              - {id: yes, label: In full, score: 3}
            measures: {areas: {people: 0.5}}
      - id: more
        title: More
        questions:
          - {id: open-work, kind: yes-no, text: Is work shown?, measures: {principles: [open], literacies: [writing]}}
          - {id: helper, kind: choice, text: Who helped?, options: [{id: friend, label: A friend}, {id: team-mate, label: A mate}],
             show-when: {question: trained, at-least: 2}, allow: [dont-know]}
    """,
  ]

  static let json = """
    {"format": 1, "id": "small", "version": "1.0.0", "title": "Small assessment",
     "levels": [{"id": "low", "value": 1, "name": "Low"}, {"id": "middle", "value": 2, "name": "Middle"},
       {"id": "high", "value": 3, "name": "High"}],
     "themes": [{"id": "place", "name": "Place"}],
     "principle-sets": [{"id": "declaration", "name": "Declaration"}],
     "principles": [{"id": "open", "set": "declaration", "name": "Open", "statement": "We work in the open."}],
     "literacies": [{"id": "writing", "name": "Writing"}],
     "areas": [
       {"id": "leadership", "name": "Leadership", "themes": ["place"], "target": 3, "levels": {"low": "Nobody leads."}},
       {"id": "people", "name": "People", "weight": 2}],
     "scoring": {"areas": {"rule": "weighted-mean"}},
     "questionnaires": [{"id": "staff", "title": "Staff survey",
       "attributes": [{"id": "team", "text": "Which team?",
         "values": [{"id": "north", "label": "Team north"}, {"id": "south", "label": "Team south"}]}],
       "answers": {"agree": [{"id": "disagree", "label": "I disagree", "score": 1},
         {"id": "agree", "label": "I agree", "score": 3}]},
       "sections": [
         {"id": "main", "title": "Main", "questions": [
           {"id": "led", "kind": "agreement", "text": "Are you led well?", "options": "agree",
            "measures": {"areas": ["leadership"]}},
           {"id": "trained", "kind": "choice", "text": "Are you trained?", "options": [
             {"id": "no", "label": "Not at all", "score": 1}, {"id": "partly", "label": "In part", "score": 2},
             {"id": "yes", "label": "In full", "score": 3}], "measures": {"areas": {"people": 0.5}}}]},
         {"id": "more", "title": "More", "questions": [
           {"id": "open-work", "kind": "yes-no", "text": "Is work shown?",
            "measures": {"principles": ["open"], "literacies": ["writing"]}},
           {"id": "helper", "kind": "choice", "text": "Who helped?",
            "options": [{"id": "friend", "label": "A friend"}, {"id": "team-mate", "label": "A mate"}],
            "show-when": {"question": "trained", "at-least": 2}, "allow": ["dont-know"]}]}]}],
     "workstreams": [{"id": "engage", "name": "Engage"}],
     "actions": [{"id": "train", "name": "Train", "area": "people", "when": {"area": "people", "below": 2},
       "workstream": "engage", "effort": 3, "uplift": 0.5, "timeframe": {"from": "2026-04", "to": "2026-06"}}],
     "projects": [{"id": "portal", "name": "Portal", "workstream": "engage", "state": "pilot", "serves": ["people"],
       "timeframe": {"from": "2026-01", "to": "2026-02"}}],
     "governance": [{"id": "board", "name": "Board"}]}
    """

  static var draft: AssessmentDraft {
    var draft = AssessmentDraft(id: "small", version: "1.0.0", title: "Small assessment")
    draft.levels = [
      MaturityLevel(id: "low", value: 1, name: "Low"), MaturityLevel(id: "middle", value: 2, name: "Middle"),
      MaturityLevel(id: "high", value: 3, name: "High"),
    ]
    draft.themes = [Theme(id: "place", name: "Place")]
    draft.principleSets = [PrincipleSet(id: "declaration", name: "Declaration")]
    draft.principles = [Principle(id: "open", set: "declaration", name: "Open", statement: "We work in the open.")]
    draft.literacies = [Literacy(id: "writing", name: "Writing")]
    draft.areas = [
      Area(id: "leadership", name: "Leadership", themes: ["place"], target: 3, levels: ["low": "Nobody leads."]),
      Area(id: "people", name: "People", weight: 2),
    ]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean()))
    draft.questionnaires = [questionnaire]
    draft.workstreams = [Workstream(id: "engage", name: "Engage")]
    draft.actions = [
      Action(
        id: "train", name: "Train", area: "people", when: .test(.area("people"), .below(2)), workstream: "engage",
        effort: 3, uplift: 0.5, timeframe: timeframe("2026-04", "2026-06"))
    ]
    draft.projects = [
      Project(
        id: "portal", name: "Portal", workstream: "engage", timeframe: timeframe("2026-01", "2026-02"),
        progress: Progress(.pilot), serves: ["people"])
    ]
    draft.governance = [GovernanceBody(id: "board", name: "Board")]
    return draft
  }

  static func timeframe(_ from: String, _ to: String) -> Timeframe? {
    Month(from).flatMap { from in Month(to).map { Timeframe(from: from, to: $0) } }
  }

  private static let questionnaire = Questionnaire(
    id: "staff", title: "Staff survey",
    attributes: [
      Attribute(
        id: "team", text: "Which team?",
        values: [.init(id: "north", label: "Team north"), .init(id: "south", label: "Team south")])
    ],
    sections: [
      .init(
        id: "main", title: "Main",
        questions: [
          Question(
            id: "led", kind: "agreement", text: "Are you led well?",
            answers: .closed([
              AnswerOption(id: "disagree", label: "I disagree", score: 1),
              AnswerOption(id: "agree", label: "I agree", score: 3),
            ]), measures: Measures(areas: ["leadership"])),
          Question(
            id: "trained", kind: "choice", text: "Are you trained?",
            answers: .closed([
              AnswerOption(id: "no", label: "Not at all", score: 1),
              AnswerOption(id: "partly", label: "In part", score: 2),
              AnswerOption(id: "yes", label: "In full", score: 3),
            ]), measures: Measures(areas: ["people": 0.5])),
        ]),
      .init(
        id: "more", title: "More",
        questions: [
          Question(
            id: "open-work", kind: "yes-no", text: "Is work shown?",
            answers: .closed([
              AnswerOption(id: "no", label: "No", score: 1), AnswerOption(id: "yes", label: "Yes", score: 3),
            ]), measures: Measures(principles: ["open": 1], literacies: ["writing": 1])),
          Question(
            id: "helper", kind: "choice", text: "Who helped?",
            answers: .closed([
              AnswerOption(id: "friend", label: "A friend", score: nil),
              AnswerOption(id: "team-mate", label: "A mate", score: nil),
            ]), allowed: [.dontKnow], showWhen: .test(.question("trained"), .atLeast(2))),
        ]),
    ])
}

/// The small assessment with a mistake in its YAML. The mark `§` stands before the expected place, and is taken away.
struct Mistake {
  let files: [String: String]
  let place: SourceLocation?

  /// - Parameter edits: Each replaces text that stands once in the files.
  init(_ edits: [(from: String, to: String)]) {
    var files = SmallAssessment.yaml
    var place: SourceLocation?
    for (from, to) in edits {
      let name = files.keys.first { files[$0]?.contains(from) == true } ?? ""
      let parts = (files[name] ?? "").components(around: from)
      // Text that does not stand once spoils the file, and the test fails.
      files[name] = parts.count == 2 ? parts[0] + to + parts[1] : "“\(from)” stands \(parts.count - 1) times"
    }
    for (name, text) in files {
      let halves = text.components(around: "§")
      guard halves.count == 2 else { continue }
      let lines = halves[0].split(separator: "\n", omittingEmptySubsequences: false)
      place = SourceLocation(file: name, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
      files[name] = halves.joined()
    }
    self.files = files
    self.place = place
  }

  init(_ from: String, _ to: String) { self.init([(from, to)]) }

  /// All diagnostics of reading: errors, or the warnings of an assessment that could be read.
  var diagnostics: [Diagnostic] { SmallAssessment.diagnostics(files) }
}

extension SmallAssessment {
  static func diagnostics(_ files: [String: String]) -> [Diagnostic] {
    do throws(DocumentError) {
      return try vocabulary.readAssessment(from: MemorySource(texts: files)).warnings
    } catch {
      return error.diagnostics
    }
  }

  static func diagnostics(_ draft: AssessmentDraft) -> [Diagnostic] {
    do throws(DocumentError) {
      return try Assessment(draft).warnings
    } catch {
      return error.diagnostics
    }
  }
}

extension String {
  /// The text around each occurrence of another.
  func components(around other: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: other) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
