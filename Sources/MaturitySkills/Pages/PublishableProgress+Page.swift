public import DigitalMaturity

extension PublishableProgress {
  /// What moved: for all, for the same people, and by group.
  public func page(language: String? = nil) -> ResultPage {
    let names = ["All literacies"] + after.literacies.map { $0.name.text(in: language) }
    var tables: [ResultTable] = []
    var data: [[ResultTable.Cell]] = []
    if let everyone = groups.first(where: { $0.key.isEmpty }) {
      tables.append(
        ResultTable(
          title: "Everyone",
          columns: [
            .words("Literacy"), .number(before.on.words), .number(after.on.words), .number("Same people"),
            .number("Met before"), .number("Meet now"), .number("Gained"), .number("Lost"), .number("Change"),
          ],
          rows: names.indices.map { row(everyone, $0, names[$0], inWords: true) }))
    }
    var hidden: [String] = []
    for breakdown in [SkillsBreakdown.directorate, .team, .role] {
      let rows = groups.filter { $0.key.map(\.attribute) == breakdown.attributes }
      // Columns in which there is nothing to see are one sentence.
      let isHidden = !rows.isEmpty && rows.allSatisfy { $0.samePeople.first?.isWithheld ?? true }
      if isHidden { hidden.append(breakdown.rawValue) }
      var columns: [ResultTable.Column] = [.words("Group"), .number(before.on.words), .number(after.on.words)]
      if !isHidden { columns += [.number("Same people"), .number("Change")] }
      columns += [.number("Starters"), .number("Leavers")]
      tables.append(
        ResultTable(
          title: "All literacies, by \(breakdown.rawValue)", columns: columns,
          rows: rows.map { Self.row($0, withSamePeople: !isHidden) }))
    }
    for group in groups {
      for (index, name) in names.enumerated() {
        data.append(
          [
            .text(group.key.isEmpty ? "everyone" : group.key.map(\.attribute.rawValue).joined(separator: ",")),
            .text(group.key.isEmpty ? "Everyone" : group.name),
            .text(index == 0 ? "all" : after.literacies[index - 1].id.rawValue),
          ] + row(group, index, name, inWords: false))
      }
    }
    var introduction: [String] = []
    if let everyone = groups.first(where: { $0.key.isEmpty }), let starters = everyone.starters,
      let leavers = everyone.leavers
    {
      introduction = ["\(starters) people are counted now and were not; \(leavers) were counted and are not any more."]
    }
    return ResultPage(
      title: "Digital literacies: what moved from \(before.on.words) to \(after.on.words)", introduction: introduction,
      tables: tables, notes: notes(hidden),
      data: ResultTable(
        title: "Progress",
        columns: [
          .words("breakdown"), .words("group"), .words("id"), .words("name"), .number("share before"),
          .number("share after"), .number("same people"), .number("met before"), .number("met after"),
          .number("gained"), .number("lost"), .number("change"),
        ], rows: data))
  }

  /// - Parameter hidden: The breakdowns in which the same people are withheld of every group.
  private func notes(_ hidden: [String]) -> [String] {
    var notes = [
      "The same people are those rated on both days; their change is in percentage points. It is withheld where the "
        + "people rated on one of the days alone are so few that their figures would follow."
    ]
    if !hidden.isEmpty { notes.append("By \(hidden.joined(separator: " and by ")) that is so everywhere.") }
    if groups.contains(where: { $0.before == nil || $0.after == nil }) {
      notes.append(
        "A dash stands where there was no such group: small teams are counted with the team they are part of.")
    }
    return notes + after.notes
  }

  /// A group's row of all literacies together.
  private static func row(_ group: ProgressGroup, withSamePeople: Bool) -> [ResultTable.Cell] {
    var row: [ResultTable.Cell] = [
      .text(group.name), .share(group.before?.meetingAll.share), .share(group.after?.meetingAll.share),
    ]
    if withSamePeople, let same = group.samePeople.first {
      row += [.count(same.people), .points(same.change, inWords: true)]
    } else if withSamePeople {
      row += [.none, .none]
    }
    row += group.after == nil ? [.none, .none] : [.count(group.starters), .count(group.leavers)]
    return row
  }

  private func row(_ group: ProgressGroup, _ index: Int, _ name: String, inWords: Bool) -> [ResultTable.Cell] {
    func share(_ figures: SkillsGroup?) -> Figure<Double>? {
      figures.map { index == 0 ? $0.meetingAll.share : $0.literacies[index - 1].share }
    }
    var row: [ResultTable.Cell] = [.text(name), .share(share(group.before)), .share(share(group.after))]
    guard group.samePeople.indices.contains(index) else { return row + Array(repeating: .none, count: 6) }
    let same = group.samePeople[index]
    row += [
      .count(same.people), .count(same.metBefore), .count(same.metAfter), .count(same.gained), .count(same.lost),
      .points(same.change, inWords: inWords),
    ]
    return row
  }
}

extension ResultTable.Cell {
  /// A share that there may be none of.
  fileprivate static func share(_ share: Figure<Double>?) -> Self { share.map { .share($0) } ?? .none }

  /// A change of a share in percentage points; in words with its sign.
  fileprivate static func points(_ change: Figure<Double>, inWords: Bool) -> Self {
    if inWords, let change = change.value { return LevelWords.signed(change * 100, decimals: 0) }
    return .number(change.map { $0 * 100 }, decimals: 0)
  }
}
