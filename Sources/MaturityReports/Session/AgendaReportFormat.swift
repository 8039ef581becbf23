public import DigitalMaturity

/// What a session talks about next, as an HTML page to print: the questions that people agree on least, those asked again,
/// and a card for each area.
///
/// For each question it tells two camps from a plain spread, and how many people would have to move for three quarters to
/// stand on neighbouring answers. A card has the area's result, its level descriptions with how many chose each, and two
/// prompts. Nothing that is withheld is used.
public struct AgendaReportFormat: ReportFormat {
  /// `agenda`.
  public let name = "agenda"
  /// `html`.
  public let fileExtension = "html"
  /// How many questions come first.
  public let questions: Int
  /// The results of questions that were asked again, by the same questionnaires.
  public let again: [PublishableScorecard]

  /// Makes the format.
  /// - Parameters:
  ///   - questions: How many questions come first, those that people agree on least.
  ///   - again: The results of a second round, to be shown beside those of the first.
  public init(questions: Int = 5, again: [PublishableScorecard] = []) {
    self.questions = max(questions, 1)
    self.again = again
  }

  /// Writes the page. O(questions × options).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    let parts = SessionParts(context, again: again)
    output.write(
      bytes: parts.page("agenda", "agenda", sheet: SessionStyle.agenda) { writer in
        AgendaPage(parts: parts, most: questions).write(to: &writer)
      })
  }
}

private struct AgendaPage {
  let parts: SessionParts
  let most: Int

  private var facts: ReportFacts { parts.facts }

  func write(to writer: inout HTMLWriter) {
    parts.header("What to talk about next", to: &writer)
    parts.withheld(to: &writer)
    let points = parts.points.prefix(most)
    if !points.isEmpty {
      writer.element("section") { writer in
        writer.element("h2", phrase: "Where you agree least")
        writer.element("ol", .class("points")) { writer in
          for point in points { writer.element("li") { self.point(point, to: &$0) } }
        }
      }
    }
    if !parts.changes.isEmpty {
      writer.element("section") { writer in
        writer.element("h2", phrase: "Asked again: what moved")
        for change in parts.changes { self.change(change, to: &writer) }
      }
    }
    writer.element("section") { writer in
      writer.element("h2", phrase: "A card for each area")
      for area in areas { card(area, to: &writer) }
    }
  }

  private func point(_ point: TalkingPoint, to writer: inout HTMLWriter) {
    writer.element("h3", phrase: Phrase(facts.content(point.question.text)))
    writer.element("p", .class("who"), phrase: who(point))
    writer.element("p") { writer in
      writer.text(point.sentence)
      if let moving = point.moving { writer.text(" " + moving) }
    }
    parts.bars([point], caption: "\(point.total) answers", to: &writer)
  }

  /// The pattern, the area, and whose answers they are where that is not clear.
  private func who(_ point: TalkingPoint) -> Phrase {
    var words: [Phrase] = ["\(point.pattern)"]
    if let area = point.area { words.append(Phrase(facts.content(area.name))) }
    if facts.cohorts.count > 1 { words.append(Phrase(point.cohort.name)) }
    words.append("\(NumberWords.percent(point.consensus)) agreement")
    return Phrase.joined(words, by: " · ")
  }

  private func change(_ change: RoundChange, to writer: inout HTMLWriter) {
    writer.element("div", .class("change")) { writer in
      writer.element("h3", phrase: Phrase(facts.content(change.first.question.text)))
      writer.element("p", phrase: change.sentence)
      parts.bars(
        [change.first, change.second],
        caption: "Round 1: \(change.first.total) answers. Round 2: \(change.second.total).", to: &writer)
    }
  }

  /// The areas, those whose questions people agree on least in front.
  private var areas: [Area] {
    let places = Dictionary(
      parts.points.enumerated().compactMap { place, point in point.area.map { ($0.id, place) } },
      uniquingKeysWith: min)
    return facts.assessment.areas.enumerated().sorted {
      (places[$0.element.id] ?? .max, $0.offset) < (places[$1.element.id] ?? .max, $1.offset)
    }.map(\.element)
  }

  private func card(_ area: Area, to writer: inout HTMLWriter) {
    writer.element("div", .class("card")) { writer in
      writer.element("h3", phrase: Phrase(facts.content(area.name)))
      for cohort in facts.cohorts where !cohort.isWithheld {
        guard let score = cohort.everyone?.score(of: Subject(.area, area.id.rawValue)), score.score.value != nil else {
          continue
        }
        writer.element("p", .class("result")) { writer in
          if facts.cohorts.count > 1 { writer.text(Phrase(cohort.name) + ": ") }
          writer.element("strong", phrase: Phrase(facts.shown(score)))
          writer.text(" " + facts.levelWords(of: score))
          if let target = score.target, score.gap != nil {
            let gap = facts.gap(of: score)
            writer.text(", \(gap == "on target" ? "on" : gap) the target of \(NumberWords.exact(target))")
          }
        }
      }
      descriptions(of: area, to: &writer)
      // What the area's own descriptions say comes first.
      let own = parts.points.filter { $0.area?.id == area.id }
      let point = own.first { $0.question.snapshot != nil } ?? own.first
      writer.element("ul", .class("prompts")) { writer in
        for prompt in point?.prompts(facts) ?? Self.promptsWithoutFigures { writer.element("li", phrase: prompt) }
      }
    }
  }

  private static let promptsWithoutFigures: [Phrase] = [
    "Which description is closest to how things are today? What have you seen that says so?",
    "Which would you want to be true in a year, and what is the first thing that would have to change?",
  ]

  /// What each level looks like, with how many chose it where the area was asked about as a whole.
  private func descriptions(of area: Area, to writer: inout HTMLWriter) {
    let snapshots = parts.points.filter { $0.question.snapshot == area.id }
      .sorted { $0.cohort.position < $1.cohort.position }
    writer.element("table", .class("descriptions")) { writer in
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          writer.element("th", .fixed("scope", "col"), phrase: "Level")
          writer.element("th", .fixed("scope", "col"), phrase: "What it looks like")
          for point in snapshots {
            writer.element("th", .fixed("scope", "col"), .class("number"), phrase: Phrase(point.cohort.name))
          }
        }
      }
      writer.element("tbody") { writer in
        for level in facts.assessment.levels {
          guard let text = facts.content(area.levels[level.id] ?? level.summary) else { continue }
          writer.element("tr") { writer in
            writer.rowHeading(Phrase(facts.content(level.name)))
            writer.cell(Phrase(text))
            for point in snapshots {
              writer.numberCell(String(point.answers.reduce(0) { $0 + ($1.score == level.value ? $1.count : 0) }))
            }
          }
        }
      }
    }
  }
}
