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
      tables = [totalsTable(everyone, names, words), pairsTable(everyone, names, words)]
    }
    var hidden: [String] = []
    for breakdown in [SkillsBreakdown.directorate, .team, .role] {
      let rows = groups.filter { $0.key.map(\.attribute) == breakdown.attributes }
      // Columns in which there is nothing to see are one sentence.
      let isHidden = !rows.isEmpty && rows.allSatisfy { $0.samePeople.first?.isWithheld ?? true }
      if isHidden { hidden.append(words.name(of: breakdown)) }
      tables.append(groupsTable(breakdown, rows, withSamePeople: !isHidden, words))
    }
    for group in groups {
      for (index, name) in names.enumerated() {
        data.append(
          [
            .text(group.key.isEmpty ? "everyone" : group.key.map(\.attribute.rawValue).joined(separator: ",")),
            .text(group.key.isEmpty ? words(.everyone) : group.name),
            .text(index == 0 ? "all" : after.literacies[index - 1].id.rawValue),
          ] + figures(group, index, name))
      }
    }
    var introduction: [String] = []
    if let everyone = groups.first(where: { $0.key.isEmpty }), let starters = everyone.starters,
      let leavers = everyone.leavers
    {
      introduction = [words(.counted, ["starters": starters, "leavers": leavers])]
    }
    if differsByFew { introduction.append(words(.fewDiffer)) }
    return ResultPage(
      words, title: words(.progressTitle, ["before": dayBefore, "after": dayAfter]), introduction: introduction,
      tables: tables, notes: notes(hidden, words),
      data: ResultTable(
        title: "Progress",
        columns: [
          .words("breakdown"), .words("group"), .words("id"), .words("name"), .number("share before"),
          .number("share after"), .number("same people"), .number("met before"), .number("met after"),
          .number("gained"), .number("lost"), .number("change"), .number("change low"), .number("change high"),
          .number("level change"), .number("level change low"), .number("level change high"),
          .number("change of all"), .number("change of all low"), .number("change of all high"),
        ], rows: data))
  }

  /// Everybody on each day, and how far the shares moved.
  private func totalsTable(_ everyone: ProgressGroup, _ names: [String], _ words: LevelWords) -> ResultTable {
    ResultTable(
      title: words(.everyone),
      columns: [
        .words(words(.literacy)), .number(words.day(before.on)), .number(words.day(after.on)),
        .number(words(.change)), .words(words(.likelyRange)),
      ],
      rows: names.indices.map { index in
        [.text(names[index])] + Self.shares(everyone, index) + Self.change(everyone, index, words)
      })
  }

  /// The same people on both days.
  private func pairsTable(_ everyone: ProgressGroup, _ names: [String], _ words: LevelWords) -> ResultTable {
    ResultTable(
      title: words(.samePeopleTitle),
      columns: [
        .words(words(.literacy)), .number(words(.people)), .number(words(.metBefore)), .number(words(.meetNow)),
        .number(words(.gained)), .number(words(.lost)), .number(words(.change)), .words(words(.likelyRange)),
        .number(words(.levelChange)), .words(words(.likelyRangeOfLevels)),
      ],
      rows: names.indices.map { index in
        [.text(names[index])]
          + Self.pairs(everyone, index, more: 4) { same in
            [
              .points(same.change, words), .range(same.interval, points: true, words),
              .levels(same.levelChange, words), .range(same.levelInterval, points: false, words),
            ]
          }
      })
  }

  /// All literacies together, a row a group.
  private func groupsTable(
    _ breakdown: SkillsBreakdown, _ groups: [ProgressGroup], withSamePeople: Bool, _ words: LevelWords
  ) -> ResultTable {
    var columns: [ResultTable.Column] = [
      .words(words(.groupHeading)), .number(words.day(before.on)), .number(words.day(after.on)),
      .number(words(.change)), .words(words(.likelyRange)),
    ]
    if withSamePeople {
      columns += [.number(words(.samePeople)), .number(words(.changeOfSame)), .words(words(.likelyRangeOfSame))]
    }
    columns += [.number(words(.starters)), .number(words(.leavers))]
    return ResultTable(
      title: words(.allLiteraciesBy, ["breakdown": words.name(of: breakdown)]), columns: columns,
      rows: groups.map { Self.row($0, withSamePeople: withSamePeople, words) })
  }

  /// - Parameter hidden: The breakdowns in which the same people are withheld of every group.
  private func notes(_ hidden: [String], _ words: LevelWords) -> [String] {
    var notes: [String] = []
    if isHiddenForFew {
      notes.append(
        words(
          .fewDifferNote,
          ["before": words.day(before.on), "after": words.day(after.on), "threshold": after.policy.threshold]))
    }
    notes.append(words(.samePeopleNote))
    if let first = hidden.first {
      let list = hidden.dropFirst().reduce(first) { words(.breakdownsNext, ["list": $0, "last": $1]) }
      notes.append(words(.withheldEverywhere, ["breakdowns": list]))
    }
    notes += [words(.changeNote), words(.unroundedChanges)]
    if groups.contains(where: { $0.before == nil || $0.after == nil }) { notes.append(words(.noSuchGroup)) }
    return notes + after.notes(words)
  }

  /// A group's row of all literacies together.
  private static func row(
    _ group: ProgressGroup, withSamePeople: Bool, _ words: LevelWords
  ) -> [ResultTable.Cell] {
    var row: [ResultTable.Cell] = [.text(group.name)] + shares(group, 0) + change(group, 0, words)
    if withSamePeople {
      if let same = group.samePeople.first {
        row += [.count(same.people), .points(same.change, words), .range(same.interval, points: true, words)]
      } else {
        row += [.none, .none, .none]
      }
    }
    row += group.after == nil ? [.none, .none] : [.count(group.starters), .count(group.leavers)]
    return row
  }

  /// The shares of both days, in all literacies or in one: its place, from 1.
  private static func shares(_ group: ProgressGroup, _ index: Int) -> [ResultTable.Cell] {
    [group.before, group.after].map { figures in
      .share(figures.map { index == 0 ? $0.meetingAll.share : $0.literacies[index - 1].share })
    }
  }

  /// How far they moved, with the likely range.
  private static func change(_ group: ProgressGroup, _ index: Int, _ words: LevelWords) -> [ResultTable.Cell] {
    guard group.changes.indices.contains(index) else { return [.none, .none] }
    let change = group.changes[index]
    return [.points(change.difference, words), .range(change.interval, points: true, words)]
  }

  /// How the same people stood, and in so many cells what else is said of them.
  private static func pairs(
    _ group: ProgressGroup, _ index: Int, more count: Int, _ more: (PairedChange) -> [ResultTable.Cell]
  ) -> [ResultTable.Cell] {
    guard group.samePeople.indices.contains(index) else { return Array(repeating: .none, count: 5 + count) }
    let same = group.samePeople[index]
    return [
      .count(same.people), .count(same.metBefore), .count(same.metAfter), .count(same.gained), .count(same.lost),
    ] + more(same)
  }

  /// A figure's row in a spreadsheet. Changes of shares are in percentage points, as on pages.
  private func figures(_ group: ProgressGroup, _ index: Int, _ name: String) -> [ResultTable.Cell] {
    func points(_ figure: Figure<Double>) -> ResultTable.Cell { .number(figure.map { $0 * 100 }, decimals: 0) }
    func limits(_ interval: Figure<Interval>) -> [Figure<Double>] { [interval.map(\.low), interval.map(\.high)] }
    let same = Self.pairs(group, index, more: 6) { same in
      [points(same.change)] + limits(same.interval).map(points)
        + ([same.levelChange] + limits(same.levelInterval)).map { .number($0, decimals: 6) }
    }
    var all: [ResultTable.Cell] = [.none, .none, .none]
    if group.changes.indices.contains(index) {
      let change = group.changes[index]
      all = [points(change.difference)] + limits(change.interval).map(points)
    }
    return [.text(name)] + Self.shares(group, index) + same + all
  }
}

extension ResultTable.Cell {
  /// A share that there may be none of.
  fileprivate static func share(_ share: Figure<Double>?) -> Self { share.map { .share($0) } ?? .none }

  /// A change of a share in percentage points, with its sign.
  fileprivate static func points(_ change: Figure<Double>, _ words: LevelWords) -> Self {
    if let change = change.value { return words.signed(change * 100, decimals: 0) }
    return .number(change, decimals: 0)
  }

  /// A change of levels, with its sign.
  fileprivate static func levels(_ change: Figure<Double>, _ words: LevelWords) -> Self {
    if let change = change.value { return words.signed(change, decimals: 2) }
    return .number(change, decimals: 2)
  }

  /// A likely range in words, of percentage points or of levels.
  fileprivate static func range(_ interval: Figure<Interval>, points: Bool, _ words: LevelWords) -> Self {
    switch interval {
    case .value(let interval):
      let limits = [interval.low, interval.high].map { limit -> String in
        let cell = points ? words.signed(limit * 100, decimals: 0) : words.signed(limit, decimals: 2)
        return if case .text(let text) = cell { text } else { "" }
      }
      return .text(words(.rangeOfChange, ["low": limits[0], "high": limits[1]]))
    case .undefined(let reason): return reason.code == .withheld ? .withheld : .none
    }
  }
}
