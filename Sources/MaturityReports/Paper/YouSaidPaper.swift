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

  /// How many areas there is room for.
  private static let (mostAreas, mostDivided) = (4, 2)

  /// Lays the paper out. O(scorecards × figures).
  /// - Parameters:
  ///   - context: The results.
  ///   - programme: The actions that were chosen. Without them the paper says what the results recommend, and promises
  ///     nothing.
  public func paper(_ context: ReportContext, programme: Programme? = nil) -> Paper {
    let facts = ReportFacts(context)
    let words = facts.words
    var paper = Paper(
      title: words(.youSaidTitle).plain, language: PaperMessage.tag(of: words), blocks: PaperMessage.notes(facts),
      extent: .oneSide)
    func heading(_ message: PaperMessage) {
      paper.blocks.append(.heading(PaperText(phrase: words(message)), level: 1))
    }
    let thanks = [words(.thanks, ["assessment": facts.content(facts.assessment.title)])]
    let occasion = OccasionWords.sentence(facts, since: nil).map { [$0] } ?? []
    let people = facts.cohorts.map { Self.people($0, words) }
    paper.blocks.append(.paragraph(PaperText(phrase: Phrase.joined(thanks + people + occasion, by: " "))))
    heading(.whatYouSaid)
    paper.blocks.append(.list(said(facts).map { Paper.Item(PaperText(phrase: $0)) }))
    if let table = soWe(facts, programme) {
      heading(programme == nil ? .whatCouldBeDone : .whatWeDo)
      paper.blocks.append(.table(table))
    }
    heading(.whatNext)
    paper.blocks.append(.list(whatNext(facts, programme).map { Paper.Item(PaperText(phrase: $0)) }))
    let thresholds = Set(facts.cohorts.filter { !$0.isAgreed }.map(\.scorecard.policy.threshold))
    if let threshold = thresholds.max() {
      paper.blocks.append(.paragraph(PaperText(phrase: words(.yourAnswers, ["threshold": threshold]))))
    }
    return paper
  }

  /// How many took part: “Employees: 104 people.”
  private static func people(_ cohort: ReportFacts.Cohort, _ words: ReportWords) -> Phrase {
    guard let count = cohort.everyone?.respondents else { return words(.tooFewOf, ["cohort": cohort.name]) }
    return words(cohort.isAgreed ? .agreedOf : .peopleOf, ["cohort": cohort.name, "count": count])
  }

  private func said(_ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    let isShared = facts.cohorts.count > 1
    var sentences: [Phrase] = []
    for cohort in facts.cohorts {
      let scored = (cohort.everyone?.areas ?? []).filter { $0.score.value != nil && $0.level != nil }
      guard let best = scored.max(by: { ($0.score.value ?? 0) < ($1.score.value ?? 0) - 1e-9 }),
        let least = scored.min(by: { ($0.score.value ?? 0) < ($1.score.value ?? 0) - 1e-9 })
      else {
        let headline = Headline(cohort, facts).phrase
        sentences.append(isShared ? words(.saidOf, ["cohort": cohort.name, "sentence": headline]) : headline)
        continue
      }
      sentences.append(
        words(
          isShared ? .strongestOf : .strongest,
          ["cohort": cohort.name, "area": facts.name(of: best), "level": Self.level(best, facts)]))
      if scored.count > 1 {
        sentences.append(
          words(
            isShared ? .weakestOf : .weakest,
            ["cohort": cohort.name, "area": facts.name(of: least), "level": Self.level(least, facts)]))
      }
      let furthest = scored.filter { $0.gap != nil }.max { ($0.gap ?? 0) < ($1.gap ?? 0) - 1e-9 }
      if let furthest, NumberWords.isBelowTarget(furthest), let gap = facts.gapToTarget(of: furthest),
        furthest.subject != least.subject
      {
        sentences.append(
          words(
            isShared ? .furthestOf : .furthest,
            ["cohort": cohort.name, "area": facts.name(of: furthest), "gap": gap]))
      }
    }
    let points = TalkingPoint.all(facts)
    let divided = points.filter { $0.camps != nil }
    var areas: Set<Identifier<Area>> = []
    for point in divided {
      guard let area = point.area, areas.count < Self.mostDivided, areas.insert(area.id).inserted else { continue }
      sentences.append(
        words(
          isShared ? .dividedOf : .divided,
          [
            "area": facts.content(area.name), "cohort": point.cohort.name,
            "question": facts.content(point.question.text), "sentence": point.sentence(words, inFull: true),
          ]))
    }
    if divided.isEmpty, !points.isEmpty { sentences.append(words(.noCamps)) }
    return sentences
  }

  /// The level a score falls in, and what it looks like in that area.
  private static func level(_ score: SubjectScore, _ facts: ReportFacts) -> Phrase {
    guard let level = facts.level(of: score) else { return Phrase(facts.shown(score)) }
    let name = facts.content(level.name)
    let area = facts.assessment.areas.first { $0.id.rawValue == score.subject.id }
    guard let description = facts.content(area?.levels[level.id] ?? level.summary) else {
      return facts.words(.levelAlone, ["level": name])
    }
    return facts.words(.levelAndWords, ["level": name, "words": description])
  }

  /// The areas furthest below their targets, and what was chosen in each: without a programme what is recommended.
  private func soWe(_ facts: ReportFacts, _ programme: Programme?) -> PaperTable? {
    let words = facts.words
    let everyone = facts.cohorts.first { !$0.isWithheld && !($0.everyone?.areas.isEmpty ?? true) }?.everyone
    let order = (everyone?.areas ?? []).enumerated().sorted { first, second in
      func key(_ score: SubjectScore) -> (Double, Double) {
        (-(score.gap ?? -.infinity), score.score.value ?? .infinity)
      }
      let (one, other) = (key(first.element), key(second.element))
      return one == other ? first.offset < second.offset : one < other
    }.map(\.element)
    var rows: [[PaperText]] = []
    for score in order where rows.count < Self.mostAreas {
      let area = Identifier<Area>(score.subject.id)
      let actions = programme.map { $0.actions.filter { $0.area == area } } ?? facts.actions(for: area).map(\.action)
      if actions.isEmpty { continue }
      let level = facts.level(of: score).map { words(.quoted, ["text": facts.content($0.name)]) }
      // Every action is named: what is only counted nobody can ask about.
      let lines = actions.map { action -> Phrase in
        let name = facts.content(action.name)
        guard let timeframe = action.timeframe else { return Phrase(name) }
        return words(.actionIn, ["action": name, "timeframe": words.timeframe(timeframe)])
      }
      rows.append([
        PaperText.bold(PaperText(phrase: Phrase(facts.name(of: score))).plain)
          + PaperText(phrase: "\n" + words(.todayAt, ["level": level ?? facts.levelWords(of: score)])),
        PaperText(phrase: Phrase.joined(lines.map { lines.count == 1 ? $0 : "• " + $0 }, by: "\n")),
      ])
    }
    if rows.isEmpty { return nil }
    let heading = words(programme == nil ? .recommendedFor : .soWePlan)
    return PaperTable(
      columns: [.init(PaperText(phrase: words(.youSaid))), .init(PaperText(phrase: heading))], rows: rows)
  }

  private func whatNext(_ facts: ReportFacts, _ programme: Programme?) -> [Phrase] {
    let words = facts.words
    var sentences = next.map { Phrase(Content($0)) }
    if sentences.isEmpty { sentences = [words(.whoDecides), words(.whenHear)] }
    let recommended = facts.assessment.areas.flatMap { facts.actions(for: $0.id).map(\.action) }
    let frames = (programme?.actions ?? recommended).compactMap(\.timeframe)
    if let first = frames.map(\.from).min(), let last = frames.map(\.to).max() {
      let span = words.timeframe(Timeframe(from: first, to: last))
      sentences.append(words(programme == nil ? .proposedFor : .plannedFor, ["timeframe": span]))
    }
    let whom = contact.map { Phrase(Content($0)) } ?? words(.contact)
    sentences.append(words(.ask, ["contact": whom]))
    return sentences
  }
}

extension PaperMessage {
  /// The language of a paper: that of its words.
  static func tag(of words: ReportWords) -> String { words.language == "en" ? "en-GB" : words.language }

  /// What stands above all else: the host's note, and that words are a draft.
  static func notes(_ facts: ReportFacts) -> [Paper.Block] {
    let note = facts.options.note.flatMap { $0.isEmpty ? nil : Phrase(Content($0)) }
    return ((note.map { [$0] } ?? []) + facts.words.draftNote).map { .paragraph(.bold(PaperText(phrase: $0).plain)) }
  }
}
