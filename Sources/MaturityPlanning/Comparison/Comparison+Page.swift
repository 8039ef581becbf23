public import DigitalMaturity

extension Comparison {
  /// What goes on the page beside the comparison itself.
  public struct PageOptions: Sendable {
    /// What the earlier assessment is called, such as “2026 assessment”.
    public var baseName: String
    /// What the later one is called.
    public var nowName: String
    /// What differs between the two versions; nil when the earlier version is not at hand.
    public var assessmentChanges: AssessmentChanges?
    /// The later scores with the earlier mix of people.
    public var reweighted: [(subject: Subject, score: Figure<Double>)] = []
    /// Whether areas are shown on the questions that were asked both times.
    public var showsCommonQuestions = false
    /// The audiences that were asked now and not before, by name.
    public var newAudiences: [String] = []
    /// The language of the assessment's texts.
    public var language: String?

    /// Makes options.
    public init(baseName: String, nowName: String) {
      self.baseName = baseName
      self.nowName = nowName
    }
  }

  /// The comparison as a page.
  public func page(_ assessment: Assessment, _ options: PageOptions) -> ResultPage {
    let words = PlanWords(assessment, options.language)
    var page = ResultPage(
      title: "\(words.text(assessment.title)): \(options.nowName) beside \(options.baseName)", tables: [])
    page.introduction = introduction(options)
    for (kind, title, heading) in [
      (Subject.Kind.area, "Areas", "Area"), (.theme, "Themes", "Theme"), (.principle, "Principles", "Principle"),
      (.literacy, "Literacies", "Literacy"), (.overall, "Everything together", "Score"),
    ] {
      let all = changes.filter { $0.subject.kind == kind }
      let rows = all.filter { !$0.isAskedInNeither }
      guard !rows.isEmpty else { continue }
      page.tables.append(changesTable(title, heading, rows, options))
      let left = all.filter(\.isAskedInNeither).map(\.name)
      if !left.isEmpty {
        page.notes.append("\(title) that neither assessment asked about: \(left.joined(separator: ", ")).")
      }
    }
    if options.showsCommonQuestions { page.tables.append(commonTable(options)) }
    if !options.reweighted.isEmpty { page.tables.append(reweightedTable(options)) }
    page.tables.append(participationTable(words, options))
    if let table = assessmentTable(options) { page.tables.append(table) }
    page.notes = page.key + notes + page.notes
    page.data = dataTable
    return page
  }

  private func introduction(_ options: PageOptions) -> [String] {
    let areas = changes.filter { $0.subject.kind == .area }
    let sure = areas.filter { $0.isMoreThanNoise == true }
    let up = sure.filter { ($0.change.value ?? 0) > 0 }.map(\.name)
    let down = sure.filter { ($0.change.value ?? 0) < 0 }.map(\.name)
    let list = MessageCatalogue.english.list
    var sentences: [String] = []
    switch (up.isEmpty, down.isEmpty) {
    case (true, true) where areas.contains { $0.interval.value != nil }:
      sentences.append("No area moved by more than the noise that a few people more or less make.")
    case (true, true): break
    case (false, true): sentences.append("More than noise: \(list(up)) went up.")
    case (true, false): sentences.append("More than noise: \(list(down)) went down.")
    case (false, false): sentences.append("More than noise: \(list(up)) went up, \(list(down)) went down.")
    }
    if let before = gapBefore.value, let now = gapNow.value, before > 1e-9 {
      let closed = before - now
      let of = "\(DecimalText.rounded(before, decimals: 1)) levels that lay between scores and targets"
      sentences.append(
        closed >= 0
          ? "Of the \(of), \(DecimalText.rounded(closed, decimals: 1)) are closed."
          : "The \(of) have become \(DecimalText.rounded(now, decimals: 1)).")
    }
    if baseAssessment.digest != assessment.digest || baseAssessment.version != assessment.version {
      let known =
        options.assessmentChanges == nil ? " What changed is not shown: the earlier version is not at hand." : ""
      sentences.append(
        "The assessment itself is another version: \(baseAssessment.version) before, \(assessment.version) now.\(known)"
      )
    }
    if !options.newAudiences.isEmpty {
      sentences.append("New since \(options.baseName): \(list(options.newAudiences)).")
    }
    return sentences
  }

  /// Columns that no row has anything for are left out: scores made of areas have no ranges, principles no targets.
  private func changesTable(
    _ title: String, _ heading: String, _ rows: [ScoreChange], _ options: PageOptions
  ) -> ResultTable {
    let hasRanges = rows.contains { $0.interval.value != nil }
    let hasTargets = rows.contains { $0.target != nil }
    var columns: [ResultTable.Column] = [
      .words(heading), .number(options.baseName), .number(options.nowName), .number("Change"),
    ]
    if hasRanges { columns += [.words("Likely range"), .words("More than noise")] }
    if hasTargets { columns.append(.number("Way to target")) }
    return ResultTable(
      title: title, columns: columns,
      rows: rows.map { row in
        var cells: [ResultTable.Cell] = [
          .text(row.name), .number(row.base, decimals: 2), .number(row.now, decimals: 2),
          row.change.value.map { .text(Self.signed($0)) } ?? .number(row.change, decimals: 2),
        ]
        if hasRanges {
          cells += [
            row.interval.value.map { .text("\(Self.signed($0.low)) to \(Self.signed($0.high))") } ?? .none,
            .text(row.isMoreThanNoise.map { $0 ? "yes" : "no" } ?? "not known"),
          ]
        }
        if hasTargets { cells.append(row.progress.value.map(Self.way) ?? .none) }
        return cells
      })
  }

  /// How much of the way to the target has been gone; backwards has a sign.
  private static func way(_ share: Double) -> ResultTable.Cell {
    share < -0.005 ? .text("−\(DecimalText.rounded(-share * 100, decimals: 0))\u{A0}%") : .share(max(0, share))
  }

  /// A change with its sign; one that is too small to show has none.
  static func signed(_ number: Double) -> String {
    let size = DecimalText.rounded(number.magnitude, decimals: 2)
    if size.allSatisfy({ $0 == "0" || $0 == "." }) { return size }
    return (number < 0 ? "−" : "+") + size
  }

  private func commonTable(_ options: PageOptions) -> ResultTable {
    ResultTable(
      title: "Areas on the questions that were asked both times",
      columns: [.words("Area"), .number(options.baseName), .number(options.nowName), .number("Change")],
      rows: common.map { row in
        [
          .text(row.name), .number(row.base, decimals: 2), .number(row.now, decimals: 2),
          row.change.value.map { .text(Self.signed($0)) } ?? .number(row.change, decimals: 2),
        ]
      })
  }

  private func reweightedTable(_ options: PageOptions) -> ResultTable {
    let byID = Dictionary(changes.map { ($0.subject, $0) }) { first, _ in first }
    return ResultTable(
      title: "Areas as they would be if the same mix of people had taken part",
      columns: [.words("Area"), .number(options.baseName), .number("\(options.nowName), same mix"), .number("Change")],
      rows: options.reweighted.map { subject, score in
        let base = byID[subject]?.base ?? .undefined(.notAskedBefore)
        let change = base.then { base in score.then { .finite($0 - base) } }
        return [
          .text(byID[subject]?.name ?? subject.id), .number(base, decimals: 2), .number(score, decimals: 2),
          change.value.map { .text(Self.signed($0)) } ?? .number(change, decimals: 2),
        ]
      })
  }

  private func participationTable(_ words: PlanWords, _ options: PageOptions) -> ResultTable {
    let attributes = words.assessment.questionnaire(questionnaire)?.attributes ?? []
    func name(_ key: [GroupAttribute]) -> String {
      key.map { part in
        guard let value = part.value else { return "\(part.attribute) not stated" }
        let label = attributes.first { $0.id == part.attribute }?.values.first { $0.id == value }?.label
        return label.map(words.text) ?? value.rawValue
      }.joined(separator: ", ")
    }
    func cell(_ count: Int?, isThere: Bool) -> ResultTable.Cell { isThere ? .count(count) : .none }
    return ResultTable(
      title: "Who took part", columns: [.words("Group"), .number(options.baseName), .number(options.nowName)],
      rows: [[.text("Everyone"), .count(participation.base), .count(participation.now)]]
        + participation.groups.map { group in
          [
            .text(name(group.key)), cell(group.base, isThere: group.wasThere), cell(group.now, isThere: group.isThere),
          ]
        })
  }

  private func assessmentTable(_ options: PageOptions) -> ResultTable? {
    if let changes = options.assessmentChanges?.changes {
      guard !changes.isEmpty else { return nil }
      return ResultTable(
        title: "What changed in the assessment",
        columns: [.words("What"), .words("Id"), .words("Change"), .words("In detail")],
        rows: changes.map { change in
          [.text(change.what), .text(change.id), .text(change.kind.words), .text(change.detail)]
        })
    }
    guard !changedItems.isEmpty else { return nil }
    return ResultTable(
      title: "What areas are made of that changed",
      columns: [.words("Area"), .words("Question"), .number("Weight before"), .number("Weight now")],
      rows: changedItems.map { item in
        func cell(_ weight: Double?) -> ResultTable.Cell { weight.map { .number($0, decimals: 2) } ?? .none }
        return [.text(item.subject.id), .text(item.item), cell(item.base), cell(item.now)]
      })
  }

  private var notes: [String] {
    [
      "Changes are of unrounded scores.",
      "The likely range is that of two independent groups (Welch, 95 %). Where many of the same people answered twice the "
        + "true range is narrower; who did is not known, since answers carry no names.",
      "More than noise: the likely range lies to one side of 0. With nine areas of which none has moved, more than one "
        + "comparison in three still shows an area like that, by chance: look for what else you know of it.",
      "Way to target: how much of the way from the earlier score to the target has been gone.",
    ]
  }

  /// Tidy and unrounded.
  private var dataTable: ResultTable {
    ResultTable(
      title: "Changes",
      columns: [
        .words("kind"), .words("id"), .words("name"), .number("base"), .number("now"), .number("change"),
        .number("low"),
        .number("high"), .number("target"),
      ],
      rows: changes.map { row in
        func cell(_ number: Double?) -> ResultTable.Cell { number.map { .number($0, decimals: 2) } ?? .none }
        return [
          .text(row.subject.kind.rawValue), .text(row.subject.id), .text(row.name), .number(row.base, decimals: 2),
          .number(row.now, decimals: 2), .number(row.change, decimals: 2), cell(row.interval.value?.low),
          cell(row.interval.value?.high), cell(row.target),
        ]
      })
  }
}

extension ResultPage {
  /// What the marks of figures that are not there mean, as far as the tables have any.
  var key: [String] {
    let cells = tables.flatMap(\.rows).joined()
    var parts: [String] = []
    if cells.contains(.withheld) { parts.append("[c] withheld, to protect the few people behind it") }
    if cells.contains(.none) { parts.append("– no figure") }
    return parts.isEmpty ? [] : ["Key: \(parts.joined(separator: "; "))."]
  }
}

extension AssessmentChanges.Change.Kind {
  /// The kind in plain words.
  public var words: String {
    switch self {
    case .added: "new"
    case .removed: "gone"
    case .reworded: "reworded"
    case .options: "other options"
    case .weight: "counts differently"
    case .target: "another target"
    case .levels: "other levels"
    }
  }
}

extension Correction {
  /// The figures that changed, as a note to whoever received the result: four decimals on the page, unrounded in a
  /// spreadsheet.
  /// - Parameters:
  ///   - publishedName: What the published result is called.
  ///   - correctedName: What the corrected result is called.
  public func page(publishedName: String, correctedName: String) -> ResultPage {
    var page = ResultPage(
      title: "Correction of \(publishedName)", introduction: introduction(publishedName, correctedName),
      tables: [table { Self.short($0, beside: $1) }])
    if !entries.isEmpty {
      page.notes.append(
        "With few changes, the figures before and after can show how one person answered, the more so of a small group. "
          + "Send this note only to those who hold the published result, and no more of it than they hold.")
    }
    if leftOut > 0 {
      page.notes.append(
        "\(leftOut) count\(leftOut == 1 ? "" : "s") of people changed by one or two and "
          + "\(leftOut == 1 ? "is" : "are") left out.")
    }
    page.data = table { published, _ in published }
    return page
  }

  private func introduction(_ publishedName: String, _ correctedName: String) -> [String] {
    let list = MessageCatalogue.english.list
    var sentences: [String] = []
    let count = "\(entries.count) figure\(entries.count == 1 ? "" : "s") of \(publishedName)"
    if entries.isEmpty {
      sentences.append(
        leftOut == 0
          ? "No figure of \(correctedName) differs from the one that was published."
          : "No figure of \(correctedName) differs from the one that was published, but for counts of one or two people."
      )
    } else if isLikeAnotherAssessment {
      sentences.append(
        "\(count) differ, and other people took part: so two assessments differ, and seldom a result and its correction. "
          + "To see what moved from one to the next, compare them without --correction.")
    } else {
      sentences.append(
        "\(count) \(entries.count == 1 ? "was" : "were") wrong. Each is shown as it was published and as it should be.")
    }
    if !newGroups.isEmpty {
      sentences.append("New in \(correctedName): \(list(newGroups.map { Self.words($0.key) })).")
    }
    if !goneGroups.isEmpty {
      sentences.append("Not in \(correctedName) any more: \(list(goneGroups.map { Self.words($0.key) })).")
    }
    return sentences
  }

  /// - Parameter shown: A figure as it is shown, by itself and the one that it stands beside.
  private func table(_ shown: (String, String) -> String) -> ResultTable {
    ResultTable(
      title: "Figures that changed",
      columns: [
        .words("Questionnaire"), .words("Group"), .words("Of"), .words("Figure"), .words("Published"),
        .words("Corrected"),
      ],
      rows: entries.map { entry in
        [
          .text(entry.questionnaire.rawValue), .text(Self.words(entry.group)), .text(entry.of), .text(entry.figure),
          .text(shown(entry.published, entry.corrected)), .text(shown(entry.corrected, entry.published)),
        ]
      })
  }

  private static func words(_ group: [GroupAttribute]) -> String {
    group.isEmpty
      ? "everyone" : group.map { "\($0.attribute) \($0.value?.rawValue ?? "not stated")" }.joined(separator: ", ")
  }

  /// A number with four decimals, a whole one with none; unrounded where two that differ would look the same.
  private static func short(_ figure: String, beside other: String) -> String {
    func rounded(_ text: String) -> String {
      guard text.contains("."), let number = Double(text) else { return text }
      return DecimalText.rounded(number, decimals: 4)
    }
    return rounded(figure) == rounded(other) ? figure : rounded(figure)
  }
}
