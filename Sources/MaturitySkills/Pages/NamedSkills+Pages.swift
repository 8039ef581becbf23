public import DigitalMaturity

extension NamedSkills {
  private func notes(_ words: LevelWords) -> [String] {
    [words.policy(raters), words.met(scorer.framework.scoring)] + (words.validity(validFrom).map { [$0] } ?? [])
  }

  private func pageWords(_ language: String?, _ catalogue: MessageCatalogue) -> LevelWords {
    LevelWords(levels: scorer.framework.levels, language: language, catalogue: catalogue)
  }

  // MARK: Gaps

  /// Everybody's literacies with what is asked, and for a spreadsheet every literacy and competence of everybody.
  public func gapsPage(language: String? = nil, words catalogue: MessageCatalogue = .english) -> ResultPage {
    let words = pageWords(language, catalogue)
    var columns: [ResultTable.Column] = [.words(words(.person)), .words(words(.role))]
    for literacy in scorer.literacies { columns.append(.words(words.text(literacy.name))) }
    columns.append(.words(words(.all)))
    var rows: [[ResultTable.Cell]] = []
    for person in self {
      var row: [ResultTable.Cell] = [.text(person.person), .text(roles(person, words).joined(separator: "; "))]
      for literacy in person.literacies { row.append(standing(literacy, words)) }
      row.append(.text(person.hasRole ? words.standing(person.all) : words(.noRole)))
      rows.append(row)
    }
    return ResultPage(
      words, notice: words(isPrivate ? .noticeOfOwn : .notice),
      title: words(.gapsTitle, ["count": count, "day": words.day(on)]),
      tables: [ResultTable(title: words(.farBelow), columns: columns, rows: rows)],
      notes: withoutRole(words) + notes(words), data: data(words))
  }

  /// Who is in no role of the framework, and what to do about it.
  private func withoutRole(_ words: LevelWords) -> [String] {
    let codes = people.filter { scores.requirements(of: $0).hasNoRole }.map { scores.ratings.staff.people[$0].code }
    guard !codes.isEmpty else { return [] }
    let listed = codes.prefix(Self.codesInSentence)
    return [
      words(
        listed.count < codes.count ? .withoutRoleAmong : .withoutRoleNamed,
        ["count": codes.count, "codes": words.catalogue.list(Array(listed))])
    ]
  }

  /// More codes than these are no sentence any more; the table has them all.
  private static let codesInSentence = 20

  /// Whether a literacy is met, or how far it is not.
  private func standing(_ literacy: PersonSkills.LiteracyResult, _ words: LevelWords) -> ResultTable.Cell {
    switch literacy.standing {
    case .met: return .text(words(.met))
    case .notMet:
      guard let gap = literacy.gap else { return .none }
      return .text(words(.below, ["gap": words.exact(rounded(gap))]))
    case .notRated: return .text(words(.notRated))
    case .notNeeded: return .none
    }
  }

  private func roles(_ person: PersonSkills, _ words: LevelWords) -> [String] {
    person.roles.map { role in scorer.framework.role(role).map { words.text($0.name) } ?? role.rawValue }
  }

  /// Every literacy and competence of everybody, a row each, for a spreadsheet.
  private func data(_ words: LevelWords) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for person in self {
      let roles = person.roles.map(\.rawValue).joined(separator: "; ")
      let head: [ResultTable.Cell] = [
        .text(person.person), .text(roles), .text(person.team ?? ""), .text(person.manager ?? ""),
      ]
      rows.append(
        head + [
          "all", "all", .none, .none, .none, .text(person.hasRole ? person.all.rawValue : Self.noRole), .none, .none,
          .none,
          .none,
        ])
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
            words.value(competence.required), words.value(competence.gap),
            // A level that is too old is another thing to do than one that nobody ever gave.
            .text(
              competence.standing == .notRated
                ? (competence.reason ?? .notRated).rawValue : competence.standing.rawValue),
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

  /// Stands for a standing where there is no role.
  static let noRole = "no-role"

  private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  // MARK: A person

  /// One person: levels against what is asked, who rated what and when, and a learning plan.
  /// - Parameters:
  ///   - position: Of the person in this collection.
  ///   - hours: The hours there are to learn; as many as it takes when not given.
  ///   - withDesirable: Whether the plan is for gaps in what is only desirable too.
  ///   - language: The language tag of texts; the document's own when not set.
  ///   - catalogue: The words of the page itself.
  public func personPage(
    _ position: Int, hours: Double? = nil, withDesirable: Bool = false, language: String? = nil,
    words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let person = self[position]
    let words = pageWords(language, catalogue)
    let literacies = ResultTable(
      title: words(.literacies),
      columns: [
        .words(words(.literacy)), .words(words(.level)), .words(words(.asked)), .number(words(.gap)),
        .words(words(.standing)),
      ],
      rows: person.literacies.map { literacy in
        [
          .text(words.text(literacy.name)), words.level(literacy.level), words.level(literacy.required),
          words.gap(literacy.gap),
          .text(person.hasRole ? words.standing(literacy.standing) : words(.noRole)),
        ]
      })
    let plan = plan(for: position, hours: hours, withDesirable: withDesirable)
    var planned = planTable(plan, words)
    let said = Self.sentences(plan, scorer.framework, words)
    // A table without rows is not shown.
    if !plan.steps.isEmpty { planned.notes = said }
    return ResultPage(
      words, notice: words(isPrivate ? .noticeOfOwn : .notice),
      title: words(.personTitle, ["person": person.person, "day": words.day(on)]),
      introduction: [
        person.hasRole
          ? words(
            .inTheRole,
            ["roles": words.catalogue.list(roles(person, words)), "standing": Self.sentence(person.all, words)])
          : words(.inNoRole)
      ],
      tables: [literacies, planned, competenceTable(person, words)] + (noteTable(person, words).map { [$0] } ?? []),
      notes: (plan.steps.isEmpty ? said : []) + notes(words),
      data: NamedSkills(scores: scores, people: [people[position]]).data(words))
  }

  private static func sentence(_ all: Standing, _ words: LevelWords) -> String {
    switch all {
    case .met: words(.allMet)
    case .notMet: words(.someNotMet)
    case .notRated: words(.someNotRated)
    case .notNeeded: words(.nothingAsked)
    }
  }

  /// The notes beside ratings, each once, with whose it is and what it is about: a row for each person has one note for all
  /// that it rates. Nil without any.
  private func noteTable(_ person: PersonSkills, _ words: LevelWords) -> ResultTable? {
    var rows: [[ResultTable.Cell]] = []
    for rater in RaterKind.allCases {
      let rated = person.competences.compactMap { competence in
        competence.ratings[rater].map { (name: words.text(competence.name), rating: $0) }
      }
      var told: Set<StaffRatings.Rating.Occasion> = []
      for (_, rating) in rated {
        guard let note = rating.note, told.insert(rating.occasion).inserted else { continue }
        let about = rated.filter { $0.rating.occasion == rating.occasion }.map(\.name)
        let ofDay = rated.count { $0.rating.day == rating.day }
        rows.append([
          .text(words(.ratingOfDay, ["rating": words.heading(rater), "day": words.day(rating.day)])),
          .text(about.count > 1 && about.count == ofDay ? words(.everythingRated) : about.joined(separator: "; ")),
          .text(note),
        ])
      }
    }
    guard !rows.isEmpty else { return nil }
    return ResultTable(
      title: words(.notes),
      columns: [.words(words(.rating)), .words(words(.about)), .words(words(.note))], rows: rows)
  }

  /// The competences with what each rater says. Only raters that there are have a column.
  private func competenceTable(_ person: PersonSkills, _ words: LevelWords) -> ResultTable {
    let raters = RaterKind.allCases.filter { rater in person.competences.contains { $0.ratings[rater] != nil } }
    // The day of all ratings of a rater stands in the heading.
    let days = raters.map { rater -> Day? in
      let days = Set(person.competences.compactMap { $0.ratings[rater]?.day })
      return days.count == 1 ? days.first : nil
    }
    let isCompared = person.competences.contains { $0.selfAboveManager != nil }
    var columns: [ResultTable.Column] = [
      .words(words(.competence)), .words(words(.level)), .words(words(.asked)), .number(words(.gap)),
    ]
    for (rater, day) in zip(raters, days) {
      let heading = words.heading(rater)
      columns.append(.words(day.map { words(.ratingOfDay, ["rating": heading, "day": words.day($0)]) } ?? heading))
    }
    if isCompared { columns.append(.number(words(.ownAbove))) }
    let rows = person.competences.map { competence -> [ResultTable.Cell] in
      let asked: ResultTable.Cell =
        competence.required == nil
        ? .text(words(person.hasRole ? .notNeeded : .noRole))
        : competence.isEssential
          ? words.level(competence.required)
          : .text(words(.desirable, ["level": text(words.level(competence.required))]))
      var row: [ResultTable.Cell] = [
        .text(words.text(competence.name)),
        competence.level == nil
          ? .text(words.reason(competence.reason ?? .notRated)) : words.level(competence.level), asked,
        words.gap(competence.gap),
      ]
      for (rater, day) in zip(raters, days) {
        row.append(
          words.rating(
            competence.ratings[rater], isOld: competence.outOfDate.contains(rater), withDay: day == nil))
      }
      if isCompared {
        let difference = competence.selfAboveManager
        row.append(words.signed(difference, decimals: difference == difference?.rounded() ? 0 : 1))
      }
      return row
    }
    return ResultTable(title: words(.competences), columns: columns, rows: rows)
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
    _ position: Int, hours: Double? = nil, withDesirable: Bool = false, language: String? = nil,
    words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let words = pageWords(language, catalogue)
    let plan = plan(for: position, hours: hours, withDesirable: withDesirable)
    return ResultPage(
      words, notice: words(isPrivate ? .noticeOfOwn : .notice),
      title: words(.planTitle, ["person": self[position].person, "day": words.day(on)]),
      introduction: [words(self[position].hasRole ? .offer : .inNoRole)], tables: [planTable(plan, words)],
      notes: Self.sentences(plan, scorer.framework, words),
      // A spreadsheet has no title that says whose it is.
      data: plansTable([position], hours: hours, withDesirable: withDesirable, words))
  }

  /// The learning plans of everybody in the collection, a row a step.
  public func plansPage(
    hours: Double? = nil, withDesirable: Bool = false, language: String? = nil,
    words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let words = pageWords(language, catalogue)
    return ResultPage(
      words, notice: words(isPrivate ? .noticeOfOwn : .notice),
      title: words(.plansTitle, ["count": count, "day": words.day(on)]),
      introduction: [words(.offers)],
      tables: [plansTable(indices, hours: hours, withDesirable: withDesirable, words)],
      notes: withoutRole(words) + notes(words))
  }

  /// The plans of some people, a row a step; one row for somebody who has none.
  private func plansTable(
    _ positions: some Sequence<Int>, hours: Double?, withDesirable: Bool, _ words: LevelWords
  ) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for position in positions {
      let person = self[position]
      let name: ResultTable.Cell = .text(person.person)
      let plan = plan(for: position, hours: hours, withDesirable: withDesirable)
      for row in planTable(plan, words).rows { rows.append([name] + row) }
      if plan.steps.isEmpty {
        let isTooLong = plan.left.contains { $0.reason == .hours }
        let reason: SkillsMessage =
          !person.hasRole
          ? .noRole : isTooLong ? .nothingFitsHours : plan.notRated.isEmpty ? .nothingToPlan : .notAllRated
        rows.append([name, .text(words(reason)), .none, .none, .none])
      }
    }
    return ResultTable(
      title: words(.plans),
      columns: [
        .words(words(.person)), .words(words(.learning)), .words(words(.form)), .number(words(.hoursHeading)),
        .words(words(.forWhat)),
      ], rows: rows)
  }

  private func planTable(_ plan: LearningPlan, _ words: LevelWords) -> ResultTable {
    ResultTable(
      title: words(.learningPlan),
      columns: [
        .words(words(.learning)), .words(words(.form)), .number(words(.hoursHeading)), .words(words(.forWhat)),
      ],
      rows: plan.steps.map { step in
        let brings = step.brings.map { brings in
          let name = scorer.framework.competence(brings.competence).map { words.text($0.name) }
          return "\(name ?? brings.competence.rawValue): \(text(words.level(brings.to)))"
        }
        return [
          .text(words.text(step.item.name)), .text(words.form(step.item.form)),
          .number(step.item.hours, decimals: 1), .text(brings.joined(separator: "; ")),
        ]
      })
  }

  private static func sentences(_ plan: LearningPlan, _ framework: SkillsFramework, _ words: LevelWords) -> [String] {
    func names(_ ids: [Identifier<Competence>]) -> String {
      ids.map { id in framework.competence(id).map { words.text($0.name) } ?? id.rawValue }.joined(separator: ", ")
    }
    let hours: any MessageArgument = Int(exactly: plan.hours) ?? words.exact(plan.hours)
    let tooLong = plan.left.filter { $0.reason == .hours }.map(\.competence)
    let empty = words(tooLong.isEmpty ? .planIsEmpty : .nothingFits)
    var sentences = [plan.steps.isEmpty ? empty : words(.planTakes, ["hours": hours])]
    let untaught = plan.left.filter { $0.reason == .nothingTeachesIt }.map(\.competence)
    if !tooLong.isEmpty { sentences.append(words(.hoursDoNotReach, ["competences": names(tooLong)])) }
    let twice = plan.left.filter { $0.reason == .onlyTwice }.map(\.competence)
    if !twice.isEmpty { sentences.append(words(.secondTime, ["competences": names(twice)])) }
    if !untaught.isEmpty { sentences.append(words(.untaught, ["competences": names(untaught)])) }
    if !plan.notRated.isEmpty {
      sentences.append(words(.notRatedYet, ["competences": names(plan.notRated)]))
    }
    return sentences
  }
}

extension StaffRatings.Rating {
  /// What ratings have in common that one note is written beside.
  fileprivate struct Occasion: Hashable {
    let day: Day
    let note: String?
  }

  fileprivate var occasion: Occasion { Occasion(day: day, note: note) }
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
