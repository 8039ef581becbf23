public import DigitalMaturity

/// “You said, so we…”: one side of A4 for those who took part. What they said, what is being done about it, and what
/// happens next.
///
/// Nothing in it is withheld from anybody else: it is made of the same results as every report. What happens next nobody
/// but the council knows; without it the paper has places to fill in.
public struct YouSaidPaper: Sendable {
  /// What happens next, a sentence each.
  public var next: [String]
  /// Whom to ask, such as a name and an e-mail address.
  public var contact: String?

  /// Makes a paper.
  public init(next: [String] = [], contact: String? = nil) {
    self.next = next
    self.contact = contact
  }

  /// How many areas and actions there is room for.
  private static let (mostAreas, mostActions, mostDivided) = (4, 2, 2)

  /// Lays the paper out. O(scorecards × figures).
  public func paper(_ context: ReportContext) -> Paper {
    let facts = ReportFacts(context)
    var paper = Paper(title: "You said, so we…", extent: .oneSide)
    if let note = facts.options.note, !note.isEmpty { paper.blocks.append(.paragraph(.bold(PlainText.clean(note)))) }
    paper.blocks.append(
      .paragraph(
        PaperText(
          phrase:
            "Thank you for taking part in “\(facts.content(facts.assessment.title))”. \(Phrase.joined(facts.cohorts.map(Self.people), by: " "))"
        )))
    paper.blocks.append(.heading("What you said", level: 1))
    paper.blocks.append(.list(said(facts)))
    if let table = soWe(facts) {
      paper.blocks.append(.heading("What we do about it", level: 1))
      paper.blocks.append(.table(table))
    }
    paper.blocks.append(.heading("What happens next", level: 1))
    paper.blocks.append(.list(nextItems(facts)))
    let thresholds = Set(facts.cohorts.filter { !$0.isAgreed }.map(\.scorecard.policy.threshold))
    if let threshold = thresholds.max() {
      paper.blocks.append(
        .paragraph(
          PaperText(
            "Nobody sees your own answers: no figure is shown that fewer than \(threshold) people stand behind.")))
    }
    return paper
  }

  /// How many took part: “Employees: 104 people.”
  private static func people(_ cohort: ReportFacts.Cohort) -> Phrase {
    switch cohort.everyone?.respondents {
    case let count? where cohort.isAgreed:
      "\(cohort.name): \(NumberWords.counted(count, "agreed answer", "agreed answers"))."
    case let count?: "\(cohort.name): \(NumberWords.counted(count, "person", "people"))."
    case nil: "\(cohort.name): too few people to show how many."
    }
  }

  private func said(_ facts: ReportFacts) -> [Paper.Item] {
    var items: [Paper.Item] = []
    for cohort in facts.cohorts {
      let who: Phrase = facts.cohorts.count > 1 ? "\(cohort.name): " : ""
      let scored = (cohort.everyone?.areas ?? []).filter { $0.score.value != nil && $0.level != nil }
      guard let best = scored.max(by: { ($0.score.value ?? 0) < ($1.score.value ?? 0) - 1e-9 }),
        let least = scored.min(by: { ($0.score.value ?? 0) < ($1.score.value ?? 0) - 1e-9 })
      else {
        items.append(Paper.Item(PaperText(phrase: who + Headline(cohort, facts).phrase)))
        continue
      }
      items.append(
        Paper.Item(
          PaperText(
            phrase: ("\(who)strongest is \(facts.name(of: best)): \(Self.level(best, facts))" as Phrase).capitalised)))
      if scored.count > 1 {
        items.append(
          Paper.Item(
            PaperText(
              phrase: ("\(who)there is most to do in \(facts.name(of: least)): \(Self.level(least, facts))" as Phrase)
                .capitalised)))
      }
    }
    let divided = TalkingPoint.all(facts).filter { $0.camps != nil }
    var areas: Set<Identifier<Area>> = []
    for point in divided {
      guard let area = point.area, areas.count < Self.mostDivided, areas.insert(area.id).inserted else { continue }
      let who: Phrase = facts.cohorts.count > 1 ? " (\(point.cohort.name))" : ""
      items.append(
        Paper.Item(
          PaperText(
            phrase:
              "Opinion divides on \(facts.content(area.name))\(who): “\(facts.content(point.question.text))” \(point.sentence)"
          )))
    }
    if divided.isEmpty, facts.cohorts.contains(where: { !$0.isWithheld && !$0.isAgreed }) {
      items.append(Paper.Item("On no question did you stand in two camps."))
    }
    return items
  }

  /// The level a score falls in, and what it looks like in that area.
  private static func level(_ score: SubjectScore, _ facts: ReportFacts) -> Phrase {
    guard let level = facts.level(of: score) else { return "\(facts.shown(score))." }
    let area = facts.assessment.areas.first { $0.id.rawValue == score.subject.id }
    guard let words = facts.content(area?.levels[level.id] ?? level.summary) else {
      return "“\(facts.content(level.name))”."
    }
    return "“\(facts.content(level.name))”. \(words)"
  }

  /// The areas with most to do, and what is recommended in each.
  private func soWe(_ facts: ReportFacts) -> PaperTable? {
    let everyone = facts.cohorts.first { !$0.isWithheld && !($0.everyone?.areas.isEmpty ?? true) }?.everyone
    let order = (everyone?.areas ?? []).enumerated().sorted {
      ($0.element.score.value ?? .infinity, $0.offset) < ($1.element.score.value ?? .infinity, $1.offset)
    }.map(\.element)
    var rows: [[PaperText]] = []
    for score in order where rows.count < Self.mostAreas {
      let actions = facts.actions(for: Identifier(score.subject.id))
      if actions.isEmpty { continue }
      let level = facts.level(of: score).map { "“\(facts.content($0.name))”" as Phrase } ?? facts.levelWords(of: score)
      let lines = actions.prefix(Self.mostActions).map { action, _ -> String in
        let time = action.timeframe.map { " (\(NumberWords.timeframe($0)))" } ?? ""
        return PaperText(phrase: Phrase(facts.content(action.name))).plain + time
      }
      let more = actions.count - lines.count
      let rest = more > 0 ? ["and \(NumberWords.count(more)) more"] : []
      rows.append([
        PaperText.bold(PaperText(phrase: Phrase(facts.name(of: score))).plain) + PaperText(phrase: "\nToday: \(level)"),
        PaperText(actions.count == 1 ? lines[0] : (lines + rest).map { "• " + $0 }.joined(separator: "\n")),
      ])
    }
    if rows.isEmpty { return nil }
    return PaperTable(columns: [.init("You said"), .init("So we plan to")], rows: rows)
  }

  private func nextItems(_ facts: ReportFacts) -> [Paper.Item] {
    var items = next.map { Paper.Item(PaperText(PlainText.clean($0))) }
    if items.isEmpty {
      items = [
        Paper.Item("[Who decides about these actions, and when]"), Paper.Item("[When you will hear what was done]"),
      ]
    }
    let frames = facts.assessment.areas.flatMap { facts.actions(for: $0.id).compactMap(\.action.timeframe) }
    if let first = frames.map(\.from).min(), let last = frames.map(\.to).max() {
      let span = NumberWords.timeframe(Timeframe(from: first, to: last))
      items.append(Paper.Item(PaperText("The actions are planned for \(span).")))
    }
    items.append(
      Paper.Item(PaperText("Questions? Ask \(contact.map(PlainText.clean) ?? "[name, telephone, e-mail]").")))
    return items
  }
}
