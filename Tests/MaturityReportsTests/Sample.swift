import DigitalMaturity

/// Σ w x / Σ w over what is answered: enough of a rule for reports to have something to show.
struct SampleMean: LinearScoringRule {
  static let name = "sample-mean"
  static let summary = "The mean of what was answered, by weight."

  init() {}
  init(_ options: RuleOptions) throws(DocumentError) {}

  func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    guard let low = items.map(\.minimum).min(), let high = items.map(\.maximum).max() else { return 1...5 }
    return low...high
  }

  func form(_ context: ScoringContext) -> Figure<LinearForm> {
    let divisor = context.scored.reduce(0) { $0 + $1.item.weight }
    guard divisor > 0 else { return .undefined(.noneAnswered) }
    return .value(LinearForm(weights: context.items.map(\.weight), divisor: divisor))
  }
}

/// An assessment and answers to it, of any size, from names.
struct Sample {
  var title = "How we work"
  var areaNames = ["Leadership", "Online services", "Information"]
  var teamNames = ["North", "South", "West"]
  var target: Double? = 4
  /// Targets of the first areas, where they differ.
  var targets: [Double] = []
  var mode = Questionnaire.Mode.individual
  var threshold = 10
  var note: String? = "Synthetic data"
  var language: String?
  var source: LocalizedText?
  var setSource: LocalizedText?
  /// How likely ranges are found.
  var intervals = IntervalOptions.none
  /// Whether each area's second question is a statement to agree with.
  var asksStatements = false
  /// What every statement ends with.
  var suffix = ""
  /// How many people of each team answer the staff questionnaire.
  var people = [14, 12, 6]
  /// How many work in each team, to weigh their answers by; nothing when each person counts once.
  var headcounts: [Int] = []
  /// How many answer the members' questionnaire; nil when it is not part of the report.
  var members: Int?
  /// The position of the option that a person chooses for an area; nil for don't know.
  var choice: @Sendable (_ person: Int, _ area: Int) -> Int? = { ($0 * 7 + $1 * 3) % 11 == 0 ? nil : ($0 + $1) % 4 }

  static let levelNames = ["Just starting", "Some teams", "Most teams", "How we work", "Always improving"]

  static let agreement = ["Disagree", "Rather disagree", "Neither", "Rather agree", "Agree"].enumerated().map {
    AnswerOption(id: Identifier("level-\($0 + 1)"), label: LocalizedText($1), score: Double($0 + 1))
  }

  func areaID(_ index: Int) -> Identifier<Area> { Identifier("area-\(index)") }

  var levels: [MaturityLevel] {
    Self.levelNames.enumerated().map { index, name in
      MaturityLevel(
        id: Identifier("level-\(index + 1)"), value: Double(index + 1), name: LocalizedText(name),
        summary: LocalizedText("What \(name) means."))
    }
  }

  func makeAssessment() throws -> Assessment {
    var draft = AssessmentDraft(
      id: "sample", version: "1.2.3", title: LocalizedText(title), summary: "A sample.",
      source: source)
    draft.levels = levels
    draft.themes = [Theme(id: "work", name: "Work")]
    draft.principleSets = [PrincipleSet(id: "ours", name: "Our principles", source: setSource)]
    draft.principles = [
      Principle(id: "asked", set: "ours", name: "Asked about", statement: "We ask."),
      Principle(id: "silent", set: "ours", name: "Not asked about", statement: "We do not ask."),
    ]
    draft.literacies = [Literacy(id: "writing", name: "Writing", summary: "Clear words.")]
    draft.areas = areaNames.enumerated().map { index, name in
      Area(
        id: areaID(index), name: LocalizedText(name), summary: LocalizedText("About area \(index)."),
        themes: ["work"], target: targets.indices.contains(index) ? targets[index] : target,
        levels: Dictionary(
          uniqueKeysWithValues: levels.map { ($0.id, LocalizedText("\($0.name.text) in area \(index).")) }))
    }
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: SampleMean(), minimumAnswered: 0.5))
    draft.workstreams = [Workstream(id: "engage", name: "Engage")]
    draft.actions = areaNames.indices.map { index in
      Action(
        id: Identifier("act-\(index)"), name: LocalizedText("Improve area \(index)"), description: "Do it well.",
        area: areaID(index), when: .test(.area(areaID(index)), .below(3)), workstream: "engage", lead: "Head of work",
        effort: 12,
        timeframe: Month("2027-01").flatMap { from in Month("2027-03").map { Timeframe(from: from, to: $0) } })
    }
    draft.questionnaires = [questionnaire("staff", attributes: true), questionnaire("members", attributes: false)]
    return try Assessment(draft)
  }

  private func questionnaire(_ id: Identifier<Questionnaire>, attributes: Bool) -> Questionnaire {
    let questions = areaNames.indices.flatMap { index -> [Question] in
      let options = levels.map { level in
        AnswerOption(
          id: Identifier(level.id.rawValue), label: LocalizedText("\(level.name.text) in area \(index).\(suffix)"),
          score: level.value)
      }
      let measures = Measures(
        areas: [areaID(index): 1], principles: index == 0 ? ["asked": 1] : [:],
        literacies: index == 0 ? ["writing": 1] : [:])
      return [
        Question(
          id: Identifier("now-\(index)"), kind: "level", text: "Which is closest?", help: "Think of today.",
          answers: .closed(options), snapshot: areaID(index), measures: measures, allowed: [.dontKnow]),
        Question(
          id: Identifier("more-\(index)"), kind: asksStatements ? "agreement" : "level",
          text: LocalizedText(asksStatements ? "Area \(index) is in good hands." : "And how about this?"),
          answers: .closed(asksStatements ? Self.agreement : options), measures: Measures(areas: [areaID(index)]),
          allowed: [.dontKnow, .notApplicable],
          showWhen: index == 1 ? .test(.question("now-0"), .isOption(["level-1", "level-2"])) : nil),
      ]
    }
    return Questionnaire(
      id: id, title: LocalizedText("Questions for \(id)"), audience: id.rawValue, mode: mode,
      introduction: "There are no right answers.",
      attributes: attributes
        ? [
          Attribute(
            id: "team", text: "Where do you work?",
            values: teamNames.enumerated().map {
              Attribute.Value(id: Identifier("team-\($0)"), label: LocalizedText($1))
            })
        ] : [],
      sections: [Questionnaire.Section(id: "all", title: "All questions", questions: questions)])
  }

  func makeContext() throws -> ReportContext {
    let assessment = try makeAssessment()
    var scorecards = [try scorecard(assessment, "staff", groups: people, isByTeam: true)]
    if let members { scorecards.append(try scorecard(assessment, "members", groups: [members], isByTeam: false)) }
    return ReportContext(
      assessment: assessment, scorecards: scorecards, options: ReportOptions(language: language, note: note))
  }

  private func scorecard(
    _ assessment: Assessment, _ id: Identifier<Questionnaire>, groups: [Int], isByTeam: Bool
  ) throws -> PublishableScorecard {
    var population: Headcounts?
    if isByTeam, !headcounts.isEmpty, let questionnaire = assessment.questionnaire(id) {
      let groups = headcounts.enumerated().map { Headcounts.Group([Identifier("team-\($0)")], people: $1) }
      population = try Headcounts(attributes: ["team"], groups: groups, of: questionnaire)
    }
    let scorer = try Scorer(
      assessment, questionnaire: id, breakdowns: isByTeam ? [["team"]] : [], population: population)
    var sheet = AnswerSheet(questions: areaNames.count * 2, attributes: isByTeam ? 1 : 0)
    var person = 0
    for (team, count) in groups.enumerated() {
      for _ in 0..<count {
        sheet.addRespondent(notStated: isByTeam ? [UInt16(teamNames.count)] : [])
        if isByTeam { sheet.set(attribute: 0, value: UInt16(team)) }
        for area in areaNames.indices {
          for question in [area * 2, area * 2 + 1] {
            let code = choice(person, area).flatMap { AnswerCode.option($0) } ?? .dontKnow
            sheet.set(code, question: question)
          }
        }
        person += 1
      }
    }
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    return scorer.scorecard(tally, intervals: intervals).published(under: DisclosurePolicy(threshold: threshold))
  }

  /// The sample in a format, as text.
  func write(_ format: any ReportFormat, width: Int? = nil) throws -> String {
    var context = try makeContext()
    if let width {
      var options = context.options
      options.width = width
      context = ReportContext(assessment: context.assessment, scorecards: context.scorecards, options: options)
    }
    var output = ByteOutput()
    format.write(context, to: &output)
    return output.text
  }
}

extension Sample {
  /// Names that try to be something else.
  static let hostileNames = [
    "<script>alert(1)</script>", "\"quotes\" & 'more' ]]> <!-- -->", "=HYPERLINK(\"http://x.example\",\"y\")",
    "\u{202E}اسم عربي", String(repeating: "Long", count: 50), "👩🏽‍💻 emoji 🇬🇧", "a|b`c`[d](http://e.example)*f*_g_",
    "\u{1B}[31mred\u{1B}]0;title\u{7}", "-1+1", "@sum", "line\nbreak\ttab", "漢字の名前", "www.example.org a@b.example",
  ]

  static var hostile: Sample {
    var sample = Sample()
    sample.title = "Title <b>bold</b> & \u{1B}[1m"
    sample.areaNames = hostileNames
    sample.teamNames = ["<i>North</i>", "\u{202E}شمال|x", "=1+1"]
    sample.note = "Note <script> | `x` \u{1B}[31m"
    sample.members = 12
    return sample
  }
}
