public import DigitalMaturity

extension NamedSkills {
  private var notes: [String] {
    var notes = [
      LevelWords.policy(raters),
      "A literacy is met when everything essential in it is; it is not rated while any of that is not.",
    ]
    if let validity = LevelWords.validity(validFrom) { notes.append(validity) }
    return notes
  }

  // MARK: Gaps

  /// Everybody's literacies with what is asked, and for a spreadsheet every literacy and competence of everybody.
  public func gapsPage(language: String? = nil) -> ResultPage {
    ResultPage(
      notice: Self.notice,
      title: "Digital literacies: gaps of \(count == 1 ? "one person" : "\(count) people"), \(on.words)",
      tables: [
        ResultTable(
          title: "How far each person is below what the role asks",
          columns: [.words("Person"), .words("Role")] + scorer.literacies.map { .words($0.name.text(in: language)) }
            + [.words("All")],
          rows: map { (person) -> [ResultTable.Cell] in
            [.text(person.person), .text(roles(person, language).joined(separator: "; "))]
              + person.literacies.map { literacy in
                switch literacy.standing {
                case .met: "met"
                case .notMet: literacy.gap.map { .text("\(DecimalText.exact(rounded($0))) below") } ?? .none
                case .notRated: "not rated"
                case .notNeeded: .none
                }
              } + [.text(LevelWords.standing(person.all))]
          })
      ], notes: notes, data: data(language))
  }

  private func roles(_ person: PersonSkills, _ language: String?) -> [String] {
    person.roles.map { scorer.framework.role($0)?.name.text(in: language) ?? $0.rawValue }
  }

  /// Every literacy and competence of everybody, a row each, for a spreadsheet.
  private func data(_ language: String?) -> ResultTable {
    let words = LevelWords(levels: scorer.framework.levels, language: language)
    var rows: [[ResultTable.Cell]] = []
    for person in self {
      let roles = person.roles.map(\.rawValue).joined(separator: "; ")
      let head: [ResultTable.Cell] = [
        .text(person.person), .text(roles), .text(person.team ?? ""), .text(person.manager ?? ""),
      ]
      for literacy in person.literacies where literacy.required != nil {
        rows.append(
          head + [
            "literacy", .text(literacy.id.rawValue), words.value(literacy.level), words.value(literacy.required),
            words.value(literacy.gap), .text(literacy.standing.rawValue), .none, .none, .none, .none,
          ])
      }
      for competence in person.competences where competence.required != nil {
        rows.append(
          head + [
            "competence", .text(competence.id.rawValue), words.value(competence.level),
            words.value(competence.required), words.value(competence.gap), .text(competence.standing.rawValue),
            .text(competence.isEssential ? "essential" : "desirable"), words.value(competence.ratings[.own]),
            words.value(competence.ratings[.manager]), words.value(competence.selfAboveManager),
          ])
      }
    }
    return ResultTable(
      title: "Gaps",
      columns: [
        .words("person"), .words("roles"), .words("team"), .words("manager"), .words("kind"), .words("id"),
        .number("level"), .number("required"), .number("gap"), .words("standing"), .words("importance"),
        .number("self"), .number("manager rating"), .number("self above manager"),
      ], rows: rows)
  }

  private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  // MARK: A person

  /// One person: levels against what is asked, who rated what and when, and a learning plan.
  /// - Parameters:
  ///   - position: Of the person in this collection.
  ///   - hours: The hours there are to learn; as many as it takes when not given.
  ///   - withDesirable: Whether the plan is for gaps in what is only desirable too.
  ///   - language: The language tag of texts; the document's own when not set.
  public func personPage(
    _ position: Int, hours: Double? = nil, withDesirable: Bool = false, language: String? = nil
  ) -> ResultPage {
    let person = self[position]
    let words = LevelWords(levels: scorer.framework.levels, language: language)
    let literacies = ResultTable(
      title: "Literacies",
      columns: [
        .words("Literacy"), .words("Level"), .words("Asked"), .number("Gap"), .words("Standing"),
      ],
      rows: person.literacies.map { literacy in
        [
          .text(literacy.name.text(in: language)), words.level(literacy.level), words.level(literacy.required),
          words.gap(literacy.gap), .text(LevelWords.standing(literacy.standing)),
        ]
      })
    let plan = plan(for: position, hours: hours, withDesirable: withDesirable)
    return ResultPage(
      notice: Self.notice, title: "Digital literacies of \(person.person), \(on.words)",
      introduction: [
        "In the role \(roles(person, language).joined(separator: " and ")). \(Self.sentence(person.all))"
      ],
      tables: [literacies, planTable(plan, words), competenceTable(person, words)],
      notes: Self.sentences(plan, scorer.framework, language) + notes,
      data: NamedSkills(scores: scores, people: [people[position]]).data(language))
  }

  private static func sentence(_ all: Standing) -> String {
    switch all {
    case .met: "Everything that the role asks is met."
    case .notMet: "Some of what the role asks is not met yet; the plan says what would help."
    case .notRated: "Some of what the role asks is not rated yet."
    case .notNeeded: "The role asks for nothing."
    }
  }

  /// The competences with what each rater says. Of raters and notes only those that there are have a column.
  private func competenceTable(_ person: PersonSkills, _ words: LevelWords) -> ResultTable {
    let raters = RaterKind.allCases.filter { rater in person.competences.contains { $0.ratings[rater] != nil } }
    // The day of all ratings of a rater stands in the heading.
    let days = raters.map { rater -> Day? in
      let days = Set(person.competences.compactMap { $0.ratings[rater]?.day })
      return days.count == 1 ? days.first : nil
    }
    let isCompared = person.competences.contains { $0.selfAboveManager != nil }
    let hasNotes = person.competences.contains { $0.ratings.values.contains { $0.note != nil } }
    var columns: [ResultTable.Column] = [.words("Competence"), .words("Level"), .words("Asked"), .number("Gap")]
    for (rater, day) in zip(raters, days) {
      let when = day.map { ", \($0.words)" } ?? ""
      columns.append(.words(LevelWords.heading(rater) + when))
    }
    if isCompared { columns.append(.number("Own above manager's")) }
    if hasNotes { columns.append(.words("Notes")) }
    let rows = person.competences.map { competence -> [ResultTable.Cell] in
      let asked: ResultTable.Cell =
        competence.required == nil
        ? "not needed"
        : competence.isEssential
          ? words.level(competence.required) : .text("\(text(words.level(competence.required))), desirable")
      var row: [ResultTable.Cell] = [
        .text(competence.name.text(in: words.language)),
        competence.level == nil
          ? .text(LevelWords.reason(competence.reason ?? .notRated)) : words.level(competence.level), asked,
        words.gap(competence.gap),
      ]
      for (rater, day) in zip(raters, days) {
        row.append(
          words.rating(
            competence.ratings[rater], isOld: competence.outOfDate.contains(rater), withDay: day == nil))
      }
      if isCompared {
        let difference = competence.selfAboveManager
        row.append(LevelWords.signed(difference, decimals: difference == difference?.rounded() ? 0 : 1))
      }
      if hasNotes {
        row.append(.text(RaterKind.allCases.compactMap { competence.ratings[$0]?.note }.joined(separator: "; ")))
      }
      return row
    }
    return ResultTable(title: "Competences", columns: columns, rows: rows)
  }

  private func text(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let number, let decimals): DecimalText.rounded(number, decimals: decimals)
    default: ""
    }
  }

  // MARK: Plans

  /// The learning plan of one person.
  public func planPage(
    _ position: Int, hours: Double? = nil, withDesirable: Bool = false, language: String? = nil
  ) -> ResultPage {
    let words = LevelWords(levels: scorer.framework.levels, language: language)
    let plan = plan(for: position, hours: hours, withDesirable: withDesirable)
    return ResultPage(
      notice: Self.notice, title: "Learning plan of \(self[position].person), \(on.words)",
      introduction: ["An offer, to be talked over. The largest gaps come first."], tables: [planTable(plan, words)],
      notes: Self.sentences(plan, scorer.framework, language))
  }

  /// The learning plans of everybody in the collection, a row a step.
  public func plansPage(hours: Double? = nil, withDesirable: Bool = false, language: String? = nil) -> ResultPage {
    let words = LevelWords(levels: scorer.framework.levels, language: language)
    var rows: [[ResultTable.Cell]] = []
    for position in indices {
      let name: ResultTable.Cell = .text(self[position].person)
      let plan = plan(for: position, hours: hours, withDesirable: withDesirable)
      for row in planTable(plan, words).rows { rows.append([name] + row) }
      if plan.steps.isEmpty { rows.append([name, "nothing to plan", .none, .none, .none]) }
    }
    return ResultPage(
      notice: Self.notice, title: "Learning plans of \(count == 1 ? "one person" : "\(count) people"), \(on.words)",
      introduction: ["Offers, to be talked over. The largest gaps come first."],
      tables: [
        ResultTable(
          title: "Plans",
          columns: [.words("Person"), .words("Learning"), .words("Form"), .number("Hours"), .words("For")], rows: rows)
      ], notes: notes)
  }

  private func planTable(_ plan: LearningPlan, _ words: LevelWords) -> ResultTable {
    ResultTable(
      title: "Learning plan",
      columns: [.words("Learning"), .words("Form"), .number("Hours"), .words("For")],
      rows: plan.steps.map { step in
        let brings = step.brings.map { brings in
          let name = scorer.framework.competence(brings.competence)?.name.text(in: words.language)
          return "\(name ?? brings.competence.rawValue): \(text(words.level(brings.to)))"
        }
        return [
          .text(step.item.name.text(in: words.language)), .text(LevelWords.form(step.item.form)),
          .number(step.item.hours, decimals: 1), .text(brings.joined(separator: "; ")),
        ]
      })
  }

  private static func sentences(_ plan: LearningPlan, _ framework: SkillsFramework, _ language: String?) -> [String] {
    func names(_ ids: [Identifier<Competence>]) -> String {
      ids.map { framework.competence($0)?.name.text(in: language) ?? $0.rawValue }.joined(separator: ", ")
    }
    var sentences = [
      plan.steps.isEmpty ? "There is nothing to plan." : "The plan takes \(LevelWords.hours(plan.hours))."
    ]
    let tooLong = plan.left.filter { $0.reason == .hours }.map(\.competence)
    let untaught = plan.left.filter { $0.reason == .nothingTeachesIt }.map(\.competence)
    if !tooLong.isEmpty { sentences.append("The hours do not reach for: \(names(tooLong)).") }
    let twice = plan.left.filter { $0.reason == .onlyTwice }.map(\.competence)
    if !twice.isEmpty { sentences.append("Would need something in the plan a second time: \(names(twice)).") }
    if !untaught.isEmpty { sentences.append("Nothing in the framework teaches the rest of: \(names(untaught)).") }
    if !plan.notRated.isEmpty {
      sentences.append("Not rated yet, so that nothing is planned: \(names(plan.notRated)).")
    }
    return sentences
  }
}

extension LevelWords {
  /// A value of the scale for a spreadsheet.
  fileprivate func value(_ value: Double?) -> ResultTable.Cell { value.map { .number($0, decimals: 6) } ?? .none }

  /// The value of a rating for a spreadsheet; its word where it has none.
  fileprivate func value(_ rating: StaffRatings.Rating?) -> ResultTable.Cell {
    switch rating?.verdict {
    case .level(let position)?: levels.indices.contains(position) ? .number(levels[position].value, decimals: 6) : .none
    case .notNeeded?: "not-needed"
    case .conflicting?: "conflicting"
    case nil: .none
    }
  }
}
