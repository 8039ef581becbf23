public import DigitalMaturity

extension PublishableSkills {
  /// What people need to know of all pages of totals.
  var notes: [String] {
    var notes = [
      LevelWords.policy(raters),
      "A literacy is met when everything essential in it is; it is not rated while any of that is not.",
      "Gaps are in levels. The likely range allows for chance: the fewer people, the wider it is (95 %, Wilson).",
      "Every figure has at least \(policy.threshold) people behind it; [c] is withheld. Small teams are counted with the team "
        + "they are part of.",
    ]
    if let validity = LevelWords.validity(validFrom) { notes.append(validity) }
    if peopleWithoutRole > 0 {
      notes.append("\(peopleWithoutRole) people without a role of the framework are in no figure.")
    }
    if privatePeople != 0 { notes.append("People in private roles, such as elected members, are in no figure.") }
    return notes
  }

  private func title(_ what: String) -> String { "\(what), \(on.words)" }

  private func name(_ literacy: Int, _ language: String?) -> String { literacies[literacy].name.text(in: language) }

  // MARK: Scores

  /// Who meets what the roles ask: all literacies and each, the commonest gaps, self against manager, and the groups of
  /// breakdowns.
  public func scorePage(by breakdowns: [SkillsBreakdown] = [], language: String? = nil) -> ResultPage {
    guard let everyone else { return ResultPage(title: title("Digital literacies"), tables: []) }
    let tables = [meetingTable(everyone, language), gapsTable(everyone, language), comparisonTable(everyone, language)]
    return ResultPage(
      title: title("Digital literacies: who meets what their role asks"),
      introduction: [everyone.people.map { "\($0) people." } ?? "Too few people to show anything."],
      tables: tables + breakdowns.map { shareTable($0, language) }, notes: notes,
      data: data(breakdowns, language))
  }

  private func meetingTable(_ group: SkillsGroup, _ language: String?) -> ResultTable {
    var rows = [row("All literacies", group.meetingAll)]
    for (index, meeting) in group.literacies.enumerated() { rows.append(row(name(index, language), meeting)) }
    return ResultTable(
      title: "Who meets each literacy",
      columns: [
        .words("Literacy"), .number("Meet it"), .number("Of rated"), .number("Share"), .words("Likely range"),
        .number("Not rated"), .number("Out of date"), .number("Mean gap"),
      ], rows: rows)
  }

  private func row(_ name: String, _ meeting: SkillsMeeting) -> [ResultTable.Cell] {
    let range: ResultTable.Cell =
      switch meeting.interval {
      case .value(let interval):
        .text(
          "\(DecimalText.rounded(interval.low * 100, decimals: 0)) to \(DecimalText.rounded(interval.high * 100, decimals: 0)) %"
        )
      case .undefined(let reason): reason.code == .withheld ? .withheld : .none
      }
    return [
      .text(name), .count(meeting.count), .count(meeting.of), .share(meeting.share), range, .count(meeting.notRated),
      .count(meeting.outOfDate), .number(meeting.meanGap, decimals: 2),
    ]
  }

  /// The competences with the most people below, most first.
  private func gapsTable(_ group: SkillsGroup, _ language: String?) -> ResultTable {
    let sorted = zip(framework.competences, group.competences).enumerated().sorted { one, other in
      (other.element.1.below ?? 0, one.offset) < (one.element.1.below ?? 0, other.offset)
    }
    return ResultTable(
      title: "The commonest gaps",
      columns: [
        .words("Competence"), .number("People below"), .number("Of rated"), .number("Not rated"), .number("Mean gap"),
      ],
      rows: sorted.prefix(10).filter { ($0.element.1.below ?? 1) > 0 }.map { entry in
        let (competence, meeting) = entry.element
        return [
          .text(competence.name.text(in: language)), .count(meeting.below), .count(meeting.of),
          .count(meeting.notRated),
          .number(meeting.meanGap, decimals: 2),
        ]
      })
  }

  private func comparisonTable(_ group: SkillsGroup, _ language: String?) -> ResultTable {
    ResultTable(
      title: "How people rate themselves beside their managers",
      columns: [
        .words("Literacy"), .number("Rated by both"), .number("Rate themselves higher"), .number("Alike"),
        .number("Lower"), .number("Own above manager's, mean"),
      ],
      rows: group.selfAgainstManager.enumerated().map { index, comparison in
        [
          .text(name(index, language)), .count(comparison.people), .count(comparison.higher), .count(comparison.same),
          .count(comparison.lower),
          comparison.meanDifference.value.map { LevelWords.signed($0, decimals: 2) }
            ?? .number(comparison.meanDifference, decimals: 2),
        ]
      })
  }

  // MARK: The heatmap

  /// The share of each team that meets each literacy.
  public func heatmapPage(by breakdown: SkillsBreakdown = .team, language: String? = nil) -> ResultPage {
    var notes = notes
    if breakdown == .team,
      groups(by: .team).contains(where: { $0.name.hasSuffix(", others") || $0.name == "Other teams" })
    {
      notes.append("“Others” are the people of a directorate who are in no team of \(policy.threshold) or more.")
    }
    if groups.contains(where: { $0.meetingAll.isUnanimous || $0.literacies.contains(where: \.isUnanimous) }) {
      notes.append(
        "Where a share is 0 % or 100 % it says something of everybody in the group: take care whom you show it.")
    }
    return ResultPage(
      title: title("Digital literacies by \(Self.words(breakdown))"),
      tables: [shareTable(breakdown, language)], notes: notes, data: data([breakdown], language))
  }

  private static func words(_ breakdown: SkillsBreakdown) -> String {
    breakdown.rawValue.split(separator: ",").joined(separator: " and ")
  }

  private func shareTable(_ breakdown: SkillsBreakdown, _ language: String?) -> ResultTable {
    let shown = groups(by: breakdown) + (everyone.map { [$0] } ?? [])
    return ResultTable(
      title: "Share of people who meet each literacy, by \(Self.words(breakdown))",
      columns: [.words("Group"), .number("People")] + literacies.map { .number($0.name.text(in: language)) }
        + [.number("All")],
      rows: shown.map { group in
        [.text(group.key.isEmpty ? "Everyone" : group.name), .count(group.people)]
          + group.literacies.map { .share($0.share, isShaded: true) } + [.share(group.meetingAll.share, isShaded: true)]
      })
  }

  /// Every figure of groups, a row a figure, for a spreadsheet.
  private func data(_ breakdowns: [SkillsBreakdown], _ language: String?) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    let shown = (everyone.map { [$0] } ?? []) + breakdowns.flatMap { groups(by: $0) }
    for group in shown {
      func add(_ kind: String, _ id: String, _ name: String, _ meeting: SkillsMeeting) {
        rows.append([
          .text(group.key.isEmpty ? "everyone" : group.key.map(\.attribute.rawValue).joined(separator: ",")),
          .text(group.key.last?.value?.rawValue ?? ""), .text(group.key.isEmpty ? "Everyone" : group.name),
          .count(group.people), .text(kind), .text(id), .text(name), .count(meeting.count), .count(meeting.of),
          .count(meeting.notRated), .count(meeting.outOfDate), .number(meeting.share, decimals: 6),
          .number(meeting.interval.map(\.low), decimals: 6), .number(meeting.interval.map(\.high), decimals: 6),
          .number(meeting.meanGap, decimals: 6),
        ])
      }
      add("all", "all", "All literacies", group.meetingAll)
      for (index, meeting) in group.literacies.enumerated() {
        add("literacy", literacies[index].id.rawValue, name(index, language), meeting)
      }
      for (competence, meeting) in zip(framework.competences, group.competences) {
        add("competence", competence.id.rawValue, competence.name.text(in: language), meeting)
      }
    }
    return ResultTable(
      title: "Figures",
      columns: [
        .words("breakdown"), .words("id"), .words("group"), .number("people"), .words("kind"), .words("of"),
        .words("name"), .number("met"), .number("rated"), .number("not rated"), .number("out of date"),
        .number("share"), .number("low"), .number("high"), .number("mean gap"),
      ], rows: rows)
  }

  // MARK: Demand

  /// What to order: the people who need each item, the sessions that seat them, and who could teach it.
  public func demandPage(language: String? = nil) -> ResultPage {
    var rows: [[ResultTable.Cell]] = []
    var byTeam: [[ResultTable.Cell]] = []
    var data: [[ResultTable.Cell]] = []
    for group in (everyone.map { [$0] } ?? []) + groups(by: .team) {
      for (item, demand) in zip(framework.learning, group.learning) {
        let name = item.name.text(in: language)
        let team: ResultTable.Cell = group.key.isEmpty ? "Everyone" : .text(group.name)
        let sessions: ResultTable.Cell = item.seats == nil ? .none : .count(demand.sessions)
        let hours: ResultTable.Cell =
          item.seats == nil ? .none : demand.sessionHours.map { .number($0, decimals: 1) } ?? .withheld
        let learner: ResultTable.Cell = demand.learnerHours.map { .number($0, decimals: 1) } ?? .withheld
        data.append([
          team, .text(item.id.rawValue), .text(name), .text(item.form.rawValue), .count(demand.people),
          .count(demand.of),
          item.seats.map { .count($0) } ?? .none, sessions, hours, learner, .count(demand.champions),
        ])
        if group.key.isEmpty {
          rows.append([
            .text(name), .text(LevelWords.form(item.form)), .count(demand.people), .count(demand.of),
            item.seats.map { .count($0) } ?? .none, sessions, hours, learner, .count(demand.champions),
          ])
        } else if demand.people ?? 1 > 0 {
          byTeam.append([team, .text(name), .count(demand.people), .count(demand.champions)])
        }
      }
    }
    return ResultPage(
      title: title("Digital literacies: what learning to order"),
      introduction: ["For what is essential in people's roles; each person's plan takes the largest gaps first."],
      tables: [
        ResultTable(
          title: "To order",
          columns: [
            .words("Learning"), .words("Form"), .number("People"), .number("Of rated"), .number("Seats"),
            .number("Sessions"), .number("Session hours"), .number("Learner hours"), .number("Champions"),
          ], rows: rows),
        ResultTable(
          title: "By team",
          columns: [.words("Team"), .words("Learning"), .number("People"), .number("Champions")], rows: byTeam),
      ],
      notes: ["Champions are digital champions at the highest level in everything that the item teaches."] + notes,
      data: ResultTable(
        title: "Demand",
        columns: [
          .words("team"), .words("item"), .words("name"), .words("form"), .number("people"), .number("of"),
          .number("seats"), .number("sessions"), .number("session hours"), .number("learner hours"),
          .number("champions"),
        ], rows: data))
  }
}
