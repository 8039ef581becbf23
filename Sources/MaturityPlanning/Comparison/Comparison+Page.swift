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
    /// The words of the page itself.
    public var words = MessageCatalogue.english

    /// Makes options.
    public init(baseName: String, nowName: String) {
      self.baseName = baseName
      self.nowName = nowName
    }
  }

  /// The comparison as a page.
  public func page(_ assessment: Assessment, _ options: PageOptions) -> ResultPage {
    let words = PlanWords(assessment, options.language, options.words)
    var page = ResultPage(
      title: words(
        .comparisonTitle,
        ["assessment": words.text(assessment.title), "now": options.nowName, "base": options.baseName]), tables: [],
      words: options.words)
    page.introduction = introduction(words, options)
    let kinds: [(Subject.Kind, PlanMessage, PlanMessage)] = [
      (.area, .areasTitle, .area), (.theme, .themesTitle, .theme), (.principle, .principlesTitle, .principle),
      (.literacy, .literaciesTitle, .literacy), (.overall, .overallTitle, .score),
    ]
    for (kind, title, heading) in kinds {
      let all = changes.filter { $0.subject.kind == kind }
      let rows = all.filter { !$0.isAskedInNeither }
      guard !rows.isEmpty else { continue }
      page.tables.append(changesTable(words, words(title), words(heading), rows, options))
      let asked: [(PlanMessage, [ScoreChange])] = [
        (.neverAsked, all.filter(\.isAskedInNeither)), (.askedBeforeOnly, all.filter(\.isAskedBeforeOnly)),
        (.askedNowOnly, all.filter(\.isAskedNowOnly)),
      ]
      for (message, left) in asked where !left.isEmpty {
        page.notes.append(
          words(message, ["title": words(title), "names": left.map(\.name).joined(separator: ", ")]))
      }
    }
    if options.showsCommonQuestions { page.tables.append(commonTable(words, options)) }
    if !options.reweighted.isEmpty { page.tables.append(reweightedTable(words, options)) }
    page.tables.append(participationTable(words, options))
    if let table = assessmentTable(words, options) { page.tables.append(table) }
    page.notes =
      page.key(words) + scaleNote(words) + [
        words(.unroundedNote), words(.rangeNote), words(.noiseNote), words(.wayNote),
      ] + page.notes
    page.data = dataTable
    return page
  }

  private func introduction(_ words: PlanWords, _ options: PageOptions) -> [String] {
    let areas = changes.filter { $0.subject.kind == .area }
    let sure = areas.filter { $0.isMoreThanNoise == true }
    let up = sure.filter { ($0.change.value ?? 0) > 0 }.map(\.name)
    let down = sure.filter { ($0.change.value ?? 0) < 0 }.map(\.name)
    let list = words.catalogue.list
    var sentences: [String] = []
    if let base = baseOccasion.date, let now = occasion.date {
      sentences.append(
        words(
          .dated,
          [
            "base": options.baseName, "baseDate": base.words(in: words.catalogue), "now": options.nowName,
            "nowDate": now.words(in: words.catalogue),
          ]))
    }
    switch (up.isEmpty, down.isEmpty) {
    case (true, true) where areas.contains { $0.interval.value != nil }: sentences.append(words(.noneMoved))
    case (true, true): break
    case (false, true): sentences.append(words(.wentUp, ["up": list(up)]))
    case (true, false): sentences.append(words(.wentDown, ["down": list(down)]))
    case (false, false): sentences.append(words(.wentUpAndDown, ["up": list(up), "down": list(down)]))
    }
    if let gapBefore = gapBefore.value, let gapNow = gapNow.value, gapBefore > 1e-9 {
      let closed = gapBefore - gapNow
      let before = words.rounded(gapBefore, decimals: 1)
      sentences.append(
        closed >= 0
          ? words(
            .gapClosed, ["before": before, "closed": words.rounded(closed, decimals: 1), "unit": words.unit])
          : words(.gapGrew, ["before": before, "now": words.rounded(gapNow, decimals: 1), "unit": words.unit]))
    }
    if baseAssessment.digest != assessment.digest || baseAssessment.version != assessment.version {
      let version =
        baseAssessment.version == assessment.version
        ? words(isScoredAlike ? .otherContentSameScores : .otherContent, ["version": assessment.version])
        : words(.otherVersion, ["base": baseAssessment.version, "now": assessment.version])
      sentences.append(options.assessmentChanges == nil ? "\(version) \(words(.changesNotShown))" : version)
    }
    if !options.newAudiences.isEmpty {
      sentences.append(
        words(.newAudiences, ["base": options.baseName, "audiences": list(options.newAudiences.map(words.audience))]))
    }
    return sentences
  }

  /// What became of earlier scores, where the scale has changed.
  private func scaleNote(_ words: PlanWords) -> [String] {
    func ends(_ range: ClosedRange<Double>) -> (String, String) {
      (words.exact(range.lowerBound), words.exact(range.upperBound))
    }
    switch scale {
    case .same: return []
    case .reset: return [words(.scaleReset)]
    case .clamp(let range):
      let (low, high) = ends(range)
      return [words(.scaleClamped, ["low": low, "high": high])]
    case .rescale(let from, let to):
      let ((low, high), (lowBefore, highBefore)) = (ends(to), ends(from))
      return [
        words(
          .scaleRescaled, ["lowBefore": lowBefore, "highBefore": highBefore, "low": low, "high": high])
      ]
    }
  }

  /// Columns that no row has anything for are left out: scores made of areas have no ranges, principles no targets.
  private func changesTable(
    _ words: PlanWords, _ title: String, _ heading: String, _ rows: [ScoreChange], _ options: PageOptions
  ) -> ResultTable {
    let hasRanges = rows.contains { $0.interval.value != nil }
    let hasTargets = rows.contains { $0.target != nil }
    var columns: [ResultTable.Column] = [
      .words(heading), .number(options.baseName), .number(options.nowName), .number(words(.change)),
    ]
    if hasRanges { columns += [.words(words(.likelyRange)), .words(words(.moreThanNoise))] }
    if hasTargets { columns.append(.number(words(.wayToTarget))) }
    return ResultTable(
      title: title, columns: columns,
      rows: rows.map { row in
        var cells: [ResultTable.Cell] = [
          .text(row.name), .number(row.base, decimals: 2), .number(row.now, decimals: 2),
          row.change.value.map { .text(words.signed($0)) } ?? .number(row.change, decimals: 2),
        ]
        if hasRanges {
          cells += [
            row.interval.value.map { .text(words.range($0.low, $0.high)) } ?? .none,
            .text(words(row.isMoreThanNoise.map { $0 ? .yes : .no } ?? .notKnown)),
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

  private func commonTable(_ words: PlanWords, _ options: PageOptions) -> ResultTable {
    ResultTable(
      title: words(.commonTitle),
      columns: [
        .words(words(.area)), .number(options.baseName), .number(options.nowName), .number(words(.change)),
      ],
      rows: common.map { row in
        [
          .text(row.name), .number(row.base, decimals: 2), .number(row.now, decimals: 2),
          row.change.value.map { .text(words.signed($0)) } ?? .number(row.change, decimals: 2),
        ]
      })
  }

  private func reweightedTable(_ words: PlanWords, _ options: PageOptions) -> ResultTable {
    let byID = Dictionary(changes.map { ($0.subject, $0) }) { first, _ in first }
    return ResultTable(
      title: words(.sameMixTitle),
      columns: [
        .words(words(.area)), .number(options.baseName), .number(words(.sameMix, ["name": options.nowName])),
        .number(words(.change)),
      ],
      rows: options.reweighted.map { subject, score in
        let base = byID[subject]?.base ?? .undefined(.notAskedBefore)
        let change = base.then { base in score.then { .finite($0 - base) } }
        return [
          .text(byID[subject]?.name ?? subject.id), .number(base, decimals: 2), .number(score, decimals: 2),
          change.value.map { .text(words.signed($0)) } ?? .number(change, decimals: 2),
        ]
      })
  }

  private func participationTable(_ words: PlanWords, _ options: PageOptions) -> ResultTable {
    func cell(_ count: Int?, isThere: Bool) -> ResultTable.Cell { isThere ? .count(count) : .none }
    return ResultTable(
      title: words(.whoTookPart),
      columns: [.words(words(.groupHeading)), .number(options.baseName), .number(options.nowName)],
      rows: [[.text(words(.everyone)), .count(participation.base), .count(participation.now)]]
        + participation.groups.map { group in
          [
            .text(words.group(group.key, questionnaire)), cell(group.base, isThere: group.wasThere),
            cell(group.now, isThere: group.isThere),
          ]
        })
  }

  private func assessmentTable(_ words: PlanWords, _ options: PageOptions) -> ResultTable? {
    if let changes = options.assessmentChanges?.changes {
      guard !changes.isEmpty else { return nil }
      return ResultTable(
        title: words(.assessmentChanges),
        columns: [
          .words(words(.what)), .words(words(.idHeading)), .words(words(.change)), .words(words(.inDetail)),
        ],
        rows: changes.map { change in
          [
            .text(words(change.what.message)), .text(change.id), .text(words(change.kind.message)),
            .text(change.detail),
          ]
        })
    }
    guard !changedItems.isEmpty else { return nil }
    return ResultTable(
      title: words(.itemChanges),
      columns: [
        .words(words(.area)), .words(words(.question)), .number(words(.weightBefore)), .number(words(.weightNow)),
      ],
      rows: changedItems.map { item in
        func cell(_ weight: Double?) -> ResultTable.Cell { weight.map { .number($0, decimals: 2) } ?? .none }
        return [.text(item.subject.id), .text(item.item), cell(item.base), cell(item.now)]
      })
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
  func key(_ words: PlanWords) -> [String] {
    let cells = tables.flatMap(\.rows).joined()
    var marks: [String] = []
    if cells.contains(.withheld) { marks.append(words(.keyWithheld)) }
    if cells.contains(.none) { marks.append(words(.keyNone)) }
    return marks.isEmpty ? [] : [words(.key, ["marks": marks.joined(separator: "; ")])]
  }
}

extension AssessmentChanges.Change.What {
  /// What differs, as a phrase.
  fileprivate var message: PlanMessage {
    switch self {
    case .question: .kindQuestion
    case .area: .kindArea
    case .level: .kindLevel
    }
  }
}

extension AssessmentChanges.Change.Kind {
  /// The kind in plain words.
  public var words: String { message.rawValue }

  fileprivate var message: PlanMessage {
    switch self {
    case .added: .added
    case .removed: .removed
    case .reworded: .reworded
    case .options: .otherOptions
    case .weight: .countsDifferently
    case .target: .otherTarget
    case .levels: .otherLevels
    }
  }
}
