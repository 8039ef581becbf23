import DigitalMaturity

/// Tables of papers.
struct PaperTables {
  let facts: ReportFacts

  private var words: ReportWords { facts.words }

  private func column(_ heading: Phrase, isNumber: Bool = false) -> PaperTable.Column {
    PaperTable.Column(PaperText(phrase: heading), isNumber: isNumber)
  }

  func areas(_ cohort: ReportFacts.Cohort) -> PaperTable {
    let everyone = cohort.everyone
    let scores = (everyone?.areas ?? []) + (everyone?.overall.map { [$0] } ?? [])
    return PaperTable(
      caption: words(.areasOf, ["cohort": cohort.name]).plain,
      columns: [
        column(words(.area)), column(words(.score), isNumber: true), column(words(.level)),
        column(words(.target), isNumber: true), column(words(.gap)),
      ],
      rows: scores.map { score in
        [
          PaperText(phrase: score.subject == .overall ? words(.overall) : Phrase(facts.name(of: score))),
          PaperText(facts.shown(score)),
          PaperText(phrase: facts.levelWords(of: score)),
          PaperText(score.target.map(words.exact) ?? NumberWords.none),
          PaperText(phrase: facts.gap(of: score)),
        ]
      })
  }

  /// What the results recommend; nil where it is nothing.
  var actions: PaperTable? {
    let actions = facts.assessment.areas.flatMap { area in facts.actions(for: area.id).map(\.action) }
    if actions.isEmpty { return nil }
    return projects(
      words(.recommendedActions),
      actions.map { .init($0.workstream, $0.name, facts.content($0.description).map { [Phrase($0)] }, $0.timeframe) })
  }

  /// What was chosen, with who leads it and what it takes; nil where it is nothing.
  func programme(_ programme: Programme) -> PaperTable? {
    if programme.actions.isEmpty { return nil }
    return projects(
      words(.chosenActions),
      programme.actions.map { action in
        let details = ActionWords.leadAndEffort(of: action, facts)
        let description =
          (facts.content(action.description).map { [Phrase($0)] } ?? [])
          + (details.isEmpty ? [] : [Phrase.joined(details, by: " · ")])
        return .init(action.workstream, action.name, description, action.timeframe)
      })
  }

  /// What the programme delivers; nil where the assessment names nothing.
  var projects: PaperTable? {
    let projects = facts.assessment.projects
    if projects.isEmpty { return nil }
    return self.projects(
      words(.projectsTitle),
      projects.map { .init($0.workstream, $0.name, facts.content($0.description).map { [Phrase($0)] }, $0.timeframe) })
  }

  /// A row of a table of projects.
  private struct Project {
    let workstream: Identifier<Workstream>?
    let name: LocalizedText
    /// What it is, each on a line of its own.
    let description: [Phrase]
    let timeframe: Timeframe?

    init(
      _ workstream: Identifier<Workstream>?, _ name: LocalizedText, _ description: [Phrase]?, _ timeframe: Timeframe?
    ) {
      (self.workstream, self.name, self.timeframe) = (workstream, name, timeframe)
      self.description = description ?? []
    }
  }

  /// The table that boards know: workstream, project, description, timeframe.
  private func projects(_ caption: Phrase, _ projects: [Project]) -> PaperTable {
    PaperTable(
      caption: caption.plain,
      columns: [words(.workstream), words(.project), words(.description), words(.timeframe)].map { column($0) },
      rows: ordered(projects.map { ($0.workstream, $0) }).map { workstream, project in
        [
          workstream, PaperText(phrase: Phrase(facts.content(project.name))),
          project.description.isEmpty
            ? PaperText(NumberWords.none) : PaperText(phrase: Phrase.joined(project.description, by: "\n")),
          PaperText(project.timeframe.map { words.timeframe($0).plain } ?? NumberWords.none),
        ]
      })
  }

  func changes(_ cohort: ReportFacts.Cohort, since base: ReportFacts) -> PaperTable {
    let changes = cohort.everyone.map { group in group.areas.map { ScoreChange($0, group, cohort, since: base) } } ?? []
    let hasRanges = changes.contains { $0.isMoreThanNoise != nil }
    var columns = [
      column(words(.area)), column(words(.before), isNumber: true), column(words(.now), isNumber: true),
      column(words(.change)),
    ]
    if hasRanges { columns.append(column(words(.noiseTest))) }
    return PaperTable(
      caption: words(.changesOf, ["cohort": cohort.name]).plain, columns: columns,
      rows: changes.map { change in
        let moved = change.whyIncomparable == nil ? change.words(words) : words(.cannotCompare)
        let row = [
          PaperText(phrase: Phrase(facts.name(of: change.now))),
          PaperText(change.before.map { ScoreChange.shown($0, base) } ?? NumberWords.none),
          PaperText(ScoreChange.shown(change.now, facts)), PaperText(phrase: moved),
        ]
        let test = change.isMoreThanNoise.map { words($0 ? .surely : .perhaps) } ?? Phrase(NumberWords.none)
        return hasRanges ? row + [PaperText(phrase: test)] : row
      })
  }

  /// By workstream, in the assessment's order; what belongs to none comes last.
  private func ordered<Thing>(_ things: [(Identifier<Workstream>?, Thing)]) -> [(PaperText, Thing)] {
    let workstreams = facts.assessment.workstreams
    let places = things.enumerated().map { index, thing in
      (place: workstreams.firstIndex { $0.id == thing.0 } ?? workstreams.count, index: index)
    }.sorted { ($0.place, $0.index) < ($1.place, $1.index) }
    return places.map { place, index in
      let name =
        workstreams.indices.contains(place) ? Phrase(facts.content(workstreams[place].name)) : words(.noWorkstream)
      return (PaperText(phrase: name), things[index].1)
    }
  }
}

extension PaperText {
  /// A phrase. Content from outside is on one line, without marks that would reorder what stands around it; words that are
  /// written from right to left are isolated.
  init(phrase: Phrase) {
    self.init(
      phrase.parts.map { part in
        switch part {
        case .words(let words), .foreign(let words, _), .code(let words): words
        case .content(let content): Self.isolated(PlainText.clean(content.text))
        }
      }.joined())
  }

  /// The text between marks that keep its direction to itself (Unicode's FSI and PDI), if it has letters written from
  /// right to left.
  private static func isolated(_ text: String) -> String {
    let isRightToLeft = text.unicodeScalars.contains {
      switch $0.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
      default: false
      }
    }
    return isRightToLeft ? "\u{2068}\(text)\u{2069}" : text
  }
}
