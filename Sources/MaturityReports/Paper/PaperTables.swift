import DigitalMaturity

/// Tables of papers.
struct PaperTables {
  let facts: ReportFacts

  func areas(_ cohort: ReportFacts.Cohort) -> PaperTable {
    let everyone = cohort.everyone
    let scores = (everyone?.areas ?? []) + (everyone?.overall.map { [$0] } ?? [])
    return PaperTable(
      caption: ("\(cohort.name): scores by area" as Phrase).plain,
      columns: [
        .init("Area"), .init("Score", isNumber: true), .init("Level"), .init("Target", isNumber: true), .init("Gap"),
      ],
      rows: scores.map { score in
        [
          score.subject == .overall ? "Overall" : PaperText(phrase: Phrase(facts.name(of: score))),
          PaperText(facts.shown(score)),
          PaperText(phrase: facts.levelWords(of: score)),
          PaperText(score.target.map(NumberWords.exact) ?? NumberWords.none),
          PaperText(phrase: facts.gap(of: score)),
        ]
      })
  }

  /// What the results recommend; nil where it is nothing.
  var actions: PaperTable? {
    let actions = facts.assessment.areas.flatMap { area in facts.actions(for: area.id).map(\.action) }
    if actions.isEmpty { return nil }
    return PaperTable(
      caption: "Recommended actions",
      columns: [.init("Workstream"), .init("Action"), .init("Description"), .init("Timeframe")],
      rows: ordered(actions.map { ($0.workstream, $0) }).map { workstream, action in
        [
          workstream, PaperText(phrase: Phrase(facts.content(action.name))),
          facts.content(action.description).map { PaperText(phrase: Phrase($0)) } ?? PaperText(NumberWords.none),
          PaperText(action.timeframe.map(NumberWords.timeframe) ?? NumberWords.none),
        ]
      })
  }

  /// What the programme delivers; nil where the assessment names nothing.
  var projects: PaperTable? {
    let projects = facts.assessment.projects
    if projects.isEmpty { return nil }
    return PaperTable(
      caption: "Projects",
      columns: [.init("Workstream"), .init("Project"), .init("Description"), .init("Timeframe")],
      rows: ordered(projects.map { ($0.workstream, $0) }).map { workstream, project in
        [
          workstream, PaperText(phrase: Phrase(facts.content(project.name))),
          facts.content(project.description).map { PaperText(phrase: Phrase($0)) } ?? PaperText(NumberWords.none),
          PaperText(project.timeframe.map(NumberWords.timeframe) ?? NumberWords.none),
        ]
      })
  }

  func changes(_ cohort: ReportFacts.Cohort, since base: ReportFacts) -> PaperTable {
    let everyone = cohort.everyone
    return PaperTable(
      caption: ("\(cohort.name): what changed" as Phrase).plain,
      columns: [.init("Area"), .init("Before", isNumber: true), .init("Now", isNumber: true), .init("Change")],
      rows: (everyone?.areas ?? []).map { score in
        let change = everyone.map { ScoreChange(score, $0, cohort, since: base) }
        let words: Phrase = change?.whyIncomparable == nil ? change?.words ?? "" : "cannot be compared"
        return [
          PaperText(phrase: Phrase(facts.name(of: score))),
          PaperText(change?.before.map(base.shown) ?? NumberWords.none),
          PaperText(facts.shown(score)), PaperText(phrase: words),
        ]
      })
  }

  /// By workstream, in the assessment's order; what belongs to none comes last.
  private func ordered<Thing>(_ things: [(Identifier<Workstream>?, Thing)]) -> [(PaperText, Thing)] {
    let workstreams = facts.assessment.workstreams
    let places = things.enumerated().map { index, thing in
      (place: workstreams.firstIndex { $0.id == thing.0 } ?? workstreams.count, index: index)
    }.sorted { ($0.place, $0.index) < ($1.place, $1.index) }
    return places.map { place, index in
      let name = workstreams.indices.contains(place) ? Phrase(facts.content(workstreams[place].name)) : "None"
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
