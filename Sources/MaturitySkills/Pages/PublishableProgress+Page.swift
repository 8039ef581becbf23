public import DigitalMaturity

extension PublishableProgress {
  /// What moved: for all, for the same people, and by group.
  public func page(language: String? = nil, words catalogue: MessageCatalogue = .english) -> ResultPage {
    let words = after.pageWords(language, catalogue)
    let (dayBefore, dayAfter) = (words.day(before.on), words.day(after.on))
    let names = [words(.allLiteracies)] + after.literacies.map { words.text($0.name) }
    var tables: [ResultTable] = []
    var data: [[ResultTable.Cell]] = []
    if let everyone = groups.first(where: { $0.key.isEmpty }) {
      tables.append(
        ResultTable(
          title: words(.everyone),
          columns: [
            .words(words(.literacy)), .number(dayBefore), .number(dayAfter), .number(words(.samePeople)),
            .number(words(.metBefore)), .number(words(.meetNow)), .number(words(.gained)), .number(words(.lost)),
            .number(words(.change)),
          ],
          rows: names.indices.map { row(everyone, $0, names[$0], words) }))
    }
    var hidden: [String] = []
    for breakdown in [SkillsBreakdown.directorate, .team, .role] {
      let rows = groups.filter { $0.key.map(\.attribute) == breakdown.attributes }
      // Columns in which there is nothing to see are one sentence.
      let isHidden = !rows.isEmpty && rows.allSatisfy { $0.samePeople.first?.isWithheld ?? true }
      if isHidden { hidden.append(breakdown.rawValue) }
      var columns: [ResultTable.Column] = [.words(words(.groupHeading)), .number(dayBefore), .number(dayAfter)]
      if !isHidden { columns += [.number(words(.samePeople)), .number(words(.change))] }
      columns += [.number(words(.starters)), .number(words(.leavers))]
      tables.append(
        ResultTable(
          title: words(.allLiteraciesBy, ["breakdown": breakdown.rawValue]), columns: columns,
          rows: rows.map { Self.row($0, withSamePeople: !isHidden, words) }))
    }
    for group in groups {
      for (index, name) in names.enumerated() {
        data.append(
          [
            .text(group.key.isEmpty ? "everyone" : group.key.map(\.attribute.rawValue).joined(separator: ",")),
            .text(group.key.isEmpty ? words(.everyone) : group.name),
            .text(index == 0 ? "all" : after.literacies[index - 1].id.rawValue),
          ] + row(group, index, name, nil))
      }
    }
    var introduction: [String] = []
    if let everyone = groups.first(where: { $0.key.isEmpty }), let starters = everyone.starters,
      let leavers = everyone.leavers
    {
      introduction = [words(.counted, ["starters": starters, "leavers": leavers])]
    }
    return ResultPage(
      words, title: words(.progressTitle, ["before": dayBefore, "after": dayAfter]), introduction: introduction,
      tables: tables, notes: notes(hidden, words),
      data: ResultTable(
        title: "Progress",
        columns: [
          .words("breakdown"), .words("group"), .words("id"), .words("name"), .number("share before"),
          .number("share after"), .number("same people"), .number("met before"), .number("met after"),
          .number("gained"), .number("lost"), .number("change"),
        ], rows: data))
  }

  /// - Parameter hidden: The breakdowns in which the same people are withheld of every group.
  private func notes(_ hidden: [String], _ words: LevelWords) -> [String] {
    var notes = [words(.samePeopleNote)]
    if let first = hidden.first {
      let list = hidden.dropFirst().reduce(first) { words(.breakdownsNext, ["list": $0, "last": $1]) }
      notes.append(words(.withheldEverywhere, ["breakdowns": list]))
    }
    if groups.contains(where: { $0.before == nil || $0.after == nil }) { notes.append(words(.noSuchGroup)) }
    return notes + after.notes(words)
  }

  /// A group's row of all literacies together.
  private static func row(
    _ group: ProgressGroup, withSamePeople: Bool, _ words: LevelWords
  ) -> [ResultTable.Cell] {
    var row: [ResultTable.Cell] = [
      .text(group.name), .share(group.before?.meetingAll.share), .share(group.after?.meetingAll.share),
    ]
    if withSamePeople, let same = group.samePeople.first {
      row += [.count(same.people), .points(same.change, words)]
    } else if withSamePeople {
      row += [.none, .none]
    }
    row += group.after == nil ? [.none, .none] : [.count(group.starters), .count(group.leavers)]
    return row
  }

  /// - Parameter words: The words of a page; nil for a spreadsheet.
  private func row(
    _ group: ProgressGroup, _ index: Int, _ name: String, _ words: LevelWords?
  ) -> [ResultTable.Cell] {
    func share(_ figures: SkillsGroup?) -> Figure<Double>? {
      figures.map { index == 0 ? $0.meetingAll.share : $0.literacies[index - 1].share }
    }
    var row: [ResultTable.Cell] = [.text(name), .share(share(group.before)), .share(share(group.after))]
    guard group.samePeople.indices.contains(index) else { return row + Array(repeating: .none, count: 6) }
    let same = group.samePeople[index]
    row += [
      .count(same.people), .count(same.metBefore), .count(same.metAfter), .count(same.gained), .count(same.lost),
      .points(same.change, words),
    ]
    return row
  }
}

extension ResultTable.Cell {
  /// A share that there may be none of.
  fileprivate static func share(_ share: Figure<Double>?) -> Self { share.map { .share($0) } ?? .none }

  /// A change of a share in percentage points; in words with its sign.
  fileprivate static func points(_ change: Figure<Double>, _ words: LevelWords?) -> Self {
    if let words, let change = change.value { return words.signed(change * 100, decimals: 0) }
    return .number(change.map { $0 * 100 }, decimals: 0)
  }
}
