public import DigitalMaturity

extension PublishableSkills {
  /// What people need to know of all pages of totals.
  func notes(_ words: LevelWords) -> [String] {
    var notes = [
      words.policy(raters), words.met(framework.scoring), words(.gapsInLevels),
      words(.threshold, ["threshold": policy.threshold]),
    ]
    if let validity = words.validity(validFrom) { notes.append(validity) }
    if peopleWithoutRole > 0 { notes.append(words(.withoutRole, ["count": peopleWithoutRole])) }
    if privatePeople != 0 { notes.append(words(.privateRoles)) }
    return notes
  }

  /// The words of pages in a language.
  func pageWords(_ language: String?, _ catalogue: MessageCatalogue) -> LevelWords {
    LevelWords(levels: framework.levels, language: language, catalogue: catalogue)
  }

  private func name(_ literacy: Int, _ words: LevelWords) -> String { words.text(literacies[literacy].name) }

  // MARK: Scores

  /// Who meets what the roles ask: all literacies and each, the commonest gaps, self against manager, and the groups of
  /// breakdowns.
  public func scorePage(
    by breakdowns: [SkillsBreakdown] = [], language: String? = nil, words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let words = pageWords(language, catalogue)
    let day = words.day(on)
    guard let everyone else { return ResultPage(words, title: words(.title, ["day": day]), tables: []) }
    let tables = [meetingTable(everyone, words), gapsTable(everyone, words), comparisonTable(everyone, words)]
    return ResultPage(
      words, title: words(.scoreTitle, ["day": day]),
      introduction: [everyone.people.map { words(.peopleCounted, ["count": $0]) } ?? words(.tooFew)]
        + nothingShown(breakdowns, words),
      tables: tables + breakdowns.flatMap { [shareTable($0, words), meetingTable($0, words)] },
      notes: (everyone.selfAgainstManager.contains { $0.people ?? 0 > 0 } ? [words(.unroundedDifferences)] : [])
        + notes(words),
      data: data(breakdowns, words))
  }

  private func meetingTable(_ group: SkillsGroup, _ words: LevelWords) -> ResultTable {
    var rows = [row(words(.allLiteracies), group.meetingAll, words)]
    for (index, meeting) in group.literacies.enumerated() { rows.append(row(name(index, words), meeting, words)) }
    return ResultTable(
      title: words(.whoMeets),
      columns: [
        .words(words(.literacy)), .number(words(.meetIt)), .number(words(.ofRated)), .number(words(.share)),
        .words(words(.likelyRange)), .number(words(.notRatedHeading)), .number(words(.outOfDateHeading)),
        .number(words(.meanGap)),
      ], rows: rows)
  }

  private func row(_ name: String, _ meeting: SkillsMeeting, _ words: LevelWords) -> [ResultTable.Cell] {
    [
      .text(name), .count(meeting.count), .count(meeting.of), .share(meeting.share), range(meeting, words),
      .count(meeting.notRated), .count(meeting.outOfDate), .number(meeting.meanGap, decimals: 2),
    ]
  }

  /// How sure the share of each group is in each literacy, and how many in it are not rated.
  private func meetingTable(_ breakdown: SkillsBreakdown, _ words: LevelWords) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for group in groups(by: breakdown) + (everyone.map { [$0] } ?? []) {
      let name: ResultTable.Cell = .text(group.key.isEmpty ? words(.everyone) : group.name)
      func add(_ what: String, _ meeting: SkillsMeeting) {
        rows.append([
          name, .text(what), .share(meeting.share), range(meeting, words), .count(meeting.of), .count(meeting.notRated),
        ])
      }
      add(words(.allLiteracies), group.meetingAll)
      // Of a group that is withheld nothing more is to be said.
      if group.isWithheld { continue }
      for (index, meeting) in group.literacies.enumerated() { add(self.name(index, words), meeting) }
    }
    return ResultTable(
      title: words(.rangesTitle, ["breakdown": words.name(of: breakdown)]), name: words(.rangesName),
      columns: [
        .words(words(.groupHeading)), .words(words(.literacy)), .number(words(.share)), .words(words(.likelyRange)),
        .number(words(.ofRated)), .number(words(.notRatedHeading)),
      ], rows: rows, isGrouped: true)
  }

  private func range(_ meeting: SkillsMeeting, _ words: LevelWords) -> ResultTable.Cell {
    switch meeting.interval {
    case .value(let interval):
      .text(
        words(
          .rangeInPercent,
          [
            "low": DecimalText.rounded(interval.low * 100, decimals: 0),
            "high": DecimalText.rounded(interval.high * 100, decimals: 0),
          ]))
    case .undefined(let reason): reason.code == .withheld ? .withheld : .none
    }
  }

  /// The competences with the most people below, most first.
  private func gapsTable(_ group: SkillsGroup, _ words: LevelWords) -> ResultTable {
    let sorted = zip(framework.competences, group.competences).enumerated().sorted { one, other in
      (other.element.1.below ?? 0, one.offset) < (one.element.1.below ?? 0, other.offset)
    }
    return ResultTable(
      title: words(.commonestGaps),
      columns: [
        .words(words(.competence)), .number(words(.peopleBelow)), .number(words(.ofRated)),
        .number(words(.notRatedHeading)), .number(words(.meanGap)),
      ],
      rows: sorted.prefix(10).filter { ($0.element.1.below ?? 1) > 0 }.map { entry in
        let (competence, meeting) = entry.element
        return [
          .text(words.text(competence.name)), .count(meeting.below), .count(meeting.of),
          .count(meeting.notRated),
          .number(meeting.meanGap, decimals: 2),
        ]
      })
  }

  /// Which of the tables of ``scorePage(by:language:words:)`` has people's own ratings beside their managers', and in which columns
  /// the means of both and their difference stand: what a drawing of both needs.
  public static let selfAndManager = (table: 2, own: 2, manager: 3, difference: 4)

  private func comparisonTable(_ group: SkillsGroup, _ words: LevelWords) -> ResultTable {
    ResultTable(
      title: words(.selfAndManager),
      columns: [
        .words(words(.literacy)), .number(words(.ratedByBoth)), .number(words(.ownMean)), .number(words(.managerMean)),
        .number(words(.ownAboveMean)), .number(words(.ratedHigher)), .number(words(.alike)), .number(words(.lower)),
      ],
      rows: group.selfAgainstManager.enumerated().map { index, comparison in
        [
          .text(name(index, words)), .count(comparison.people), .number(comparison.ownMean, decimals: 2),
          .number(comparison.managerMean, decimals: 2),
          comparison.meanDifference.value.map { words.signed($0, decimals: 2) }
            ?? .number(comparison.meanDifference, decimals: 2),
          .count(comparison.higher), .count(comparison.same), .count(comparison.lower),
        ]
      })
  }

  // MARK: The heatmap

  /// The share of each team that meets each literacy.
  public func heatmapPage(
    by breakdown: SkillsBreakdown = .team, language: String? = nil, words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let words = pageWords(language, catalogue)
    var notes = notes(words)
    if breakdown == .team,
      groups(by: .team).contains(where: { $0.name.hasSuffix(", others") || $0.name == "Other teams" })
    {
      notes.append(words(.others, ["threshold": policy.threshold]))
    }
    if groups.contains(where: { $0.meetingAll.isUnanimous || $0.literacies.contains(where: \.isUnanimous) }) {
      notes.append(words(.unanimous))
    }
    return ResultPage(
      words, title: words(.heatmapTitle, ["breakdown": words.name(of: breakdown), "day": words.day(on)]),
      introduction: (everyone?.isWithheld == true ? [words(.tooFew)] : []) + nothingShown([breakdown], words),
      tables: [shareTable(breakdown, words), meetingTable(breakdown, words)], notes: notes,
      data: data([breakdown], words))
  }

  /// Says which breakdowns have every group withheld, though everyone together are shown, and what to do.
  private func nothingShown(_ breakdowns: [SkillsBreakdown], _ words: LevelWords) -> [String] {
    guard everyone?.isWithheld == false else { return [] }
    return breakdowns.filter { groups(by: $0).allSatisfy(\.isWithheld) }.map {
      words(.nothingShownBy, ["breakdown": words.name(of: $0)])
    }
  }

  private func shareTable(_ breakdown: SkillsBreakdown, _ words: LevelWords) -> ResultTable {
    var columns: [ResultTable.Column] = [.words(words(.groupHeading)), .number(words(.people))]
    for literacy in literacies { columns.append(.number(words.text(literacy.name))) }
    columns.append(.number(words(.all)))
    var rows: [[ResultTable.Cell]] = []
    for group in groups(by: breakdown) + (everyone.map { [$0] } ?? []) {
      var row: [ResultTable.Cell] = [
        .text(group.key.isEmpty ? words(.everyone) : group.name), .count(group.people),
      ]
      for literacy in group.literacies { row.append(.share(literacy.share, isShaded: true)) }
      row.append(.share(group.meetingAll.share, isShaded: true))
      rows.append(row)
    }
    return ResultTable(
      title: words(.shareTitle, ["breakdown": words.name(of: breakdown)]), columns: columns, rows: rows)
  }

  /// Every figure of groups, a row a figure, for a spreadsheet.
  private func data(_ breakdowns: [SkillsBreakdown], _ words: LevelWords) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    let shown = (everyone.map { [$0] } ?? []) + breakdowns.flatMap { groups(by: $0) }
    for group in shown {
      func add(
        _ kind: String, _ id: String, _ name: String, _ meeting: SkillsMeeting, _ comparison: RaterComparison? = nil
      ) {
        let compared: [ResultTable.Cell] =
          comparison.map {
            [
              .count($0.people), .count($0.higher), .count($0.same), .count($0.lower),
              .number($0.meanDifference, decimals: 6),
            ]
          } ?? Array(repeating: .none, count: 5)
        rows.append(
          [
            .text(group.key.isEmpty ? "everyone" : group.key.map(\.attribute.rawValue).joined(separator: ",")),
            .text(group.key.last?.value?.rawValue ?? ""), .text(group.key.isEmpty ? words(.everyone) : group.name),
            .count(group.people), .text(kind), .text(id), .text(name), .count(meeting.count), .count(meeting.of),
            .count(meeting.notRated), .count(meeting.outOfDate), .number(meeting.share, decimals: 6),
            .number(meeting.interval.map(\.low), decimals: 6), .number(meeting.interval.map(\.high), decimals: 6),
            .number(meeting.meanGap, decimals: 6),
          ] + compared)
      }
      add("all", "all", words(.allLiteracies), group.meetingAll)
      for (index, meeting) in group.literacies.enumerated() {
        add(
          "literacy", literacies[index].id.rawValue, name(index, words), meeting,
          group.selfAgainstManager.indices.contains(index) ? group.selfAgainstManager[index] : nil)
      }
      for (competence, meeting) in zip(framework.competences, group.competences) {
        add("competence", competence.id.rawValue, words.text(competence.name), meeting)
      }
    }
    return ResultTable(
      title: "Figures",
      columns: [
        .words("breakdown"), .words("id"), .words("group"), .number("people"), .words("kind"), .words("of"),
        .words("name"), .number("met"), .number("rated"), .number("not rated"), .number("out of date"),
        .number("share"), .number("low"), .number("high"), .number("mean gap"), .number("rated by both"),
        .number("self higher"), .number("alike"), .number("self lower"), .number("self above manager"),
      ], rows: rows)
  }

  // MARK: Demand

  /// What to order: the people who need each item, the sessions that seat them, and who could teach it.
  public func demandPage(language: String? = nil, words catalogue: MessageCatalogue = .english) -> ResultPage {
    let words = pageWords(language, catalogue)
    var rows: [[ResultTable.Cell]] = []
    var byTeam: [[ResultTable.Cell]] = []
    var data: [[ResultTable.Cell]] = []
    for group in (everyone.map { [$0] } ?? []) + groups(by: .team) {
      for (item, demand) in zip(framework.learning, group.learning) {
        let name = words.text(item.name)
        let team: ResultTable.Cell = .text(group.key.isEmpty ? words(.everyone) : group.name)
        let sessions: ResultTable.Cell = item.seats == nil ? .none : .count(demand.sessions)
        let hours: ResultTable.Cell =
          item.seats == nil ? .none : demand.sessionHours.map { .number($0, decimals: 1) } ?? .withheld
        let learner: ResultTable.Cell = demand.learnerHours.map { .number($0, decimals: 1) } ?? .withheld
        data.append([
          team, .text(item.id.rawValue), .text(name), .text(item.form.rawValue), .count(demand.people),
          .count(demand.of),
          item.seats.map { .count($0) } ?? .none, sessions, hours, learner,
          group.key.isEmpty ? .count(demand.champions) : .none,
        ])
        if group.key.isEmpty {
          rows.append([
            .text(name), .text(words.form(item.form)), .count(demand.people), .count(demand.of),
            item.seats.map { .count($0) } ?? .none, sessions, hours, learner, .count(demand.champions),
          ])
        } else if demand.people ?? 1 > 0 {
          byTeam.append([team, .text(name), .count(demand.people), .count(demand.of), learner])
        }
      }
    }
    var championRows: [[ResultTable.Cell]] = []
    for group in championGroups {
      for (item, able) in zip(framework.learning, group.able) {
        let name = words.text(item.name)
        data.append(
          [.text(group.name), .text(item.id.rawValue), .text(name), .text(item.form.rawValue)]
            + Array(repeating: .none, count: 6) + [.count(able)])
        if able ?? 1 > 0 { championRows.append([.text(group.name), .text(name), .count(able)]) }
      }
    }
    let champions = ResultTable(
      title: words(.championsByTeam), name: words(.champions),
      columns: [.words(words(.team)), .words(words(.learning)), .number(words(.champions))], rows: championRows,
      isGrouped: true)
    return ResultPage(
      words, title: words(.demandTitle, ["day": words.day(on)]), introduction: [words(.demandIntroduction)],
      tables: [
        ResultTable(
          title: words(.toOrder),
          columns: [
            .words(words(.learning)), .words(words(.form)), .number(words(.people)), .number(words(.ofRated)),
            .number(words(.seats)), .number(words(.sessions)), .number(words(.sessionHours)),
            .number(words(.learnerHours)), .number(words(.champions)),
          ], rows: rows),
        ResultTable(
          title: words(.byTeam),
          columns: [
            .words(words(.team)), .words(words(.learning)), .number(words(.people)), .number(words(.ofRated)),
            .number(words(.learnerHours)),
          ], rows: byTeam, isGrouped: true),
      ] + (championRows.isEmpty ? [] : [champions]),
      notes: [
        words(.couldNeedIt), words(.championsNote),
        words(championGroups.isEmpty ? .championsFew : .championsFolded, ["threshold": policy.threshold]),
      ] + notes(words),
      data: ResultTable(
        title: "Demand",
        columns: [
          .words("team"), .words("item"), .words("name"), .words("form"), .number("people"), .number("of"),
          .number("seats"), .number("sessions"), .number("session hours"), .number("learner hours"),
          .number("champions"),
        ], rows: data))
  }
}
