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
      bytes: parts.page(.agendaPage, "agenda", sheet: SessionStyle.agenda) { writer in
        AgendaPage(parts: parts, most: questions).write(to: &writer)
      })
  }
}

private struct AgendaPage {
  let parts: SessionParts
  let most: Int

  private var facts: ReportFacts { parts.facts }
  private var words: ReportWords { parts.words }

  func write(to writer: inout HTMLWriter) {
    parts.header(words(.agendaTitle), to: &writer)
    parts.withheld(to: &writer)
    let points = parts.points.prefix(most)
    if !points.isEmpty {
      writer.element("section") { writer in
        writer.element("h2", phrase: words(.agreeLeast))
        writer.element("ol", .class("points")) { writer in
          for point in points { writer.element("li") { self.point(point, to: &$0) } }
        }
      }
    }
    if !parts.changes.isEmpty {
      writer.element("section") { writer in
        writer.element("h2", phrase: words(.whatMoved))
        for change in parts.changes { self.change(change, to: &writer) }
      }
    }
    writer.element("section") { writer in
      writer.element("h2", phrase: words(.cards))
      for area in areas { card(area, to: &writer) }
    }
  }

  private func point(_ point: TalkingPoint, to writer: inout HTMLWriter) {
    writer.element("h3", phrase: Phrase(facts.content(point.question.text)))
    writer.element("p", .class("who"), phrase: who(point))
    writer.element("p") { writer in
      writer.text(point.sentence(words))
      if let moving = point.moving(words) { writer.text(" " + moving) }
    }
    parts.bars([point], caption: words(.countAnswers, ["count": point.total]), to: &writer)
  }

  /// The pattern, the area, and whose answers they are where that is not clear.
  private func who(_ point: TalkingPoint) -> Phrase {
    var parts = [point.pattern(words)]
    if let area = point.area { parts.append(Phrase(facts.content(area.name))) }
    if facts.cohorts.count > 1 { parts.append(Phrase(point.cohort.name)) }
    parts.append(words(.shareAgree, ["share": words.percent(point.consensus)]))
    return Phrase.joined(parts, by: " · ")
  }

  private func change(_ change: RoundChange, to writer: inout HTMLWriter) {
    writer.element("div", .class("change")) { writer in
      writer.element("h3", phrase: Phrase(facts.content(change.first.question.text)))
      writer.element("p", phrase: change.sentence(words))
      if change.isUnanimous { writer.element("p", .class("note"), phrase: words(.unanimous)) }
      parts.bars(
        [change.first, change.second],
        caption: words(.rounds, ["first": change.first.total, "second": change.second.total]), to: &writer)
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
          if let gap = facts.gapToTarget(of: score) { writer.text(", " + gap) }
        }
        if facts.isUnanimous(score, in: cohort) {
          writer.element("p", .class("note"), phrase: words(.unanimous))
        }
      }
      descriptions(of: area, to: &writer)
      // What the area's own descriptions say comes first.
      let own = parts.points.filter { $0.area?.id == area.id }
      let point = own.first { $0.question.snapshot != nil } ?? own.first
      writer.element("ul", .class("prompts")) { writer in
        for prompt in point?.prompts(facts) ?? [words(.promptClosest), words(.promptYear)] {
          writer.element("li", phrase: prompt)
        }
      }
    }
  }

  /// What each level looks like, with how many chose it where the area was asked about as a whole.
  private func descriptions(of area: Area, to writer: inout HTMLWriter) {
    let snapshots = parts.points.filter { $0.question.snapshot == area.id }
      .sorted { $0.cohort.position < $1.cohort.position }
    writer.element("table", .class("descriptions")) { writer in
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          writer.element("th", .fixed("scope", "col"), phrase: words(.level))
          writer.element("th", .fixed("scope", "col"), phrase: words(.whatItLooksLike))
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
