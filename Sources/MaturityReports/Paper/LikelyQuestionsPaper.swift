public import DigitalMaturity

/// Five questions that a board may ask about results, each with an answer in figures and where those stand in the report: of those
/// that there is something for, the most telling.
///
/// Answers say what the figures say and no more: why things are as they are, people know and results do not.
public enum LikelyQuestionsPaper {
  /// Lays the paper out. O(scorecards × figures).
  /// - Parameters:
  ///   - context: The results.
  ///   - base: Earlier results; with them one of the questions is what changed.
  ///   - programme: The actions that were chosen; with them one of the questions is what those will cost.
  public static func paper(
    _ context: ReportContext, base: ReportContext? = nil, programme: Programme? = nil
  ) -> Paper {
    let questions = LikelyQuestions(
      facts: ReportFacts(context), base: base.map { ReportFacts($0) }, programme: programme)
    let facts = questions.facts
    let words = facts.words
    var paper = Paper(
      title: words(.questionsTitle).plain, language: PaperMessage.tag(of: words), blocks: PaperMessage.notes(facts))
    let lead = words(.questionsLead, ["assessment": facts.content(facts.assessment.title)])
    let occasion = OccasionWords.sentence(facts, since: questions.base).map { [$0] } ?? []
    paper.blocks.append(.paragraph(PaperText(phrase: Phrase.joined([lead] + occasion, by: " "))))
    for (index, answer) in questions.all.enumerated() {
      paper.blocks.append(.heading(PaperText(phrase: answer.question), level: 1, number: "\(index + 1)"))
      for (part, sentence) in answer.sentences.enumerated() {
        paper.blocks.append(.paragraph(PaperText(phrase: sentence), number: "\(index + 1).\(part + 1)"))
      }
      let place = PaperText(phrase: words(.whereItStands, ["place": answer.place]))
      paper.blocks.append(.paragraph(PaperText(place.runs.map { .init($0.text, isItalic: true) })))
    }
    return paper
  }
}

/// The questions and their answers.
struct LikelyQuestions {
  struct Answer {
    let question: Phrase
    let sentences: [Phrase]
    /// Where the figures stand in the report.
    let place: Phrase
    let worth: Worth
  }

  /// How much an answer tells.
  enum Worth: Int, Comparable {
    /// That the results do not say it.
    case nothing
    case something
    /// What stands out, or what the host gave earlier results or a programme for.
    case much

    static func < (one: Worth, other: Worth) -> Bool { one.rawValue < other.rawValue }
  }

  let facts: ReportFacts
  let base: ReportFacts?
  let programme: Programme?

  private static let most = 5

  /// In the order of reading. Of more than five those are left out that tell least, and of equals the last.
  var all: [Answer] {
    var answers = [target, difference, certainty, missing]
    if let base { answers.append(changes(since: base)) }
    answers.append(cost)
    while answers.count > Self.most, let least = answers.map(\.worth).min(),
      let place = answers.lastIndex(where: { $0.worth == least })
    {
      answers.remove(at: place)
    }
    return answers
  }

  private var words: ReportWords { facts.words }
  private var isShared: Bool { facts.cohorts.count > 1 }

  private func glance(_ cohort: ReportFacts.Cohort?) -> Phrase {
    guard let cohort, isShared else { return words(.placeGlance) }
    return words(.placeGlanceOf, ["cohort": cohort.name])
  }

  /// A sentence of one of several cohorts.
  private func of(_ cohort: ReportFacts.Cohort, _ sentence: Phrase) -> Phrase {
    isShared ? words(.saidOf, ["cohort": cohort.name, "sentence": sentence]) : sentence
  }

  // MARK: Below target

  private var target: Answer {
    let all = facts.cohorts.filter { !$0.isWithheld }.flatMap { cohort in
      (cohort.everyone?.areas ?? []).compactMap { score in score.gap.map { (cohort, score, $0) } }
    }
    guard let (cohort, score, gap) = all.max(by: { $0.2 < $1.2 - 1e-9 }), gap > 1e-9, let target = score.target else {
      return Answer(
        question: words(.anyBelow), sentences: [all.isEmpty ? words(.noneComparable) : words(.noneBelow)],
        place: glance(facts.cohorts.first { !$0.isWithheld } ?? facts.cohorts.first),
        worth: all.isEmpty ? .nothing : .something)
    }
    let name = facts.name(of: score)
    var sentences = [
      words(
        .areaScores,
        [
          "area": name, "score": facts.shown(score), "level": facts.levelWords(of: score),
          "target": words.exact(target), "gap": facts.gap(of: score),
        ])
    ]
    if let lowest = lowestQuestion(of: score, cohort) { sentences.append(lowest) }
    let actions = facts.actions(for: Identifier(score.subject.id))
    let names = Phrase.joined(actions.map { Phrase(facts.content($0.action.name)) }, by: "; ")
    sentences.append(
      actions.isEmpty ? words(.noActions) : words(.actionsFor, ["count": actions.count, "actions": names]))
    sentences.append(words(.askWhy))
    return Answer(
      question: words(.whyBelow, ["area": name]), sentences: sentences,
      place: words(.placeOfArea, ["glance": glance(cohort), "area": name]), worth: .much)
  }

  /// The question of a score that people answered lowest.
  private func lowestQuestion(of score: SubjectScore, _ cohort: ReportFacts.Cohort) -> Phrase? {
    let items = Set(score.provenance.source == .questions ? score.provenance.items.map(\.id) : [])
    let results = (cohort.everyone?.questions ?? []).filter { items.contains($0.id.rawValue) && $0.mean.value != nil }
    guard results.count > 1, let lowest = results.min(by: { ($0.mean.value ?? 0) < ($1.mean.value ?? 0) }),
      let mean = lowest.mean.value,
      let question = cohort.questions.first(where: { $0.id == lowest.id })
    else { return nil }
    return words(
      .lowestQuestion,
      [
        "count": results.count, "mean": words.rounded(mean, decimals: 1), "question": facts.content(question.text),
      ])
  }

  // MARK: Who sees it differently

  private var difference: Answer {
    guard isShared else { return groups }
    let comparison = SnapshotComparison(facts)
    let question = words(.whyDiffer, ["cohorts": words.list(facts.cohorts.map { Phrase($0.name) })])
    if let reason = comparison.whyNothing {
      return Answer(question: question, sentences: [reason], place: words(.placeSideBySide), worth: .nothing)
    }
    guard let row = widest(comparison) else {
      return Answer(question: question, sentences: [words(.notComparable)], place: words(.calculated), worth: .nothing)
    }
    let means = zip(facts.cohorts, row.results).compactMap { cohort, result -> Phrase? in
      result?.mean.value.map { words(.meanOf, ["cohort": cohort.name, "mean": words.rounded($0, decimals: 1)]) }
    }
    var sentences = [words(.differMost, ["area": facts.content(row.area.name), "means": words.list(means)])]
    if let difference = SnapshotComparison.difference(row, facts) {
      sentences.append(words(.differenceIs, ["difference": difference]))
    }
    sentences.append(words(.bothAreFindings))
    let levels = row.results.compactMap { $0?.mean.value }.map { facts.assessment.levels.level(for: $0)?.id }
    return Answer(
      question: question, sentences: sentences, place: words(.placeSideBySide),
      worth: Set(levels).count > 1 ? .much : .something)
  }

  private func widest(_ comparison: SnapshotComparison) -> SnapshotComparison.Row? {
    func spread(_ row: SnapshotComparison.Row) -> Double {
      let means = row.results.compactMap { $0?.mean.value }
      guard means.count > 1, let high = means.max(), let low = means.min() else { return -1 }
      return high - low
    }
    return comparison.rows.max { spread($0) < spread($1) }.flatMap { spread($0) < 0 ? nil : $0 }
  }

  /// Two groups of a breakdown beside each other.
  private struct Pair {
    let area: Content
    let breakdown: String
    let low: (name: Phrase, score: SubjectScore)
    let high: (name: Phrase, score: SubjectScore)

    var distance: Double { (high.score.score.value ?? 0) - (low.score.score.value ?? 0) }
  }

  /// With one audience: the groups that stand furthest apart in one area.
  private var groups: Answer {
    var most: Pair?
    for cohort in facts.cohorts {
      for breakdown in cohort.scorecard.breakdowns {
        for area in facts.assessment.areas {
          guard let pair = pair(area, cohort, breakdown), pair.distance > most?.distance ?? 0 else { continue }
          most = pair
        }
      }
    }
    guard let most else {
      return Answer(
        question: words(.allAlike), sentences: [words(.noGroups)], place: words(.whatIsWithheld), worth: .nothing)
    }
    let furthest = words(
      .furthestApart,
      [
        "breakdown": most.breakdown, "area": most.area, "low": most.low.name, "lowScore": facts.shown(most.low.score),
        "high": most.high.name, "highScore": facts.shown(most.high.score),
      ])
    return Answer(
      question: words(.allAlike), sentences: [furthest, words(.groupsHidden)],
      place: words(.placeOfBreakdown, ["breakdown": most.breakdown]),
      worth: most.low.score.level == most.high.score.level ? .something : .much)
  }

  private func pair(_ area: Area, _ cohort: ReportFacts.Cohort, _ breakdown: [Identifier<Attribute>]) -> Pair? {
    let scores = cohort.scorecard.groups(by: breakdown).compactMap { group -> (name: Phrase, score: SubjectScore)? in
      guard let score = group.score(of: Subject(.area, area.id.rawValue)), score.score.value != nil else { return nil }
      return (facts.name(of: group.key, in: cohort), score)
    }
    guard let low = scores.min(by: { ($0.score.score.value ?? 0) < ($1.score.score.value ?? 0) }),
      let high = scores.max(by: { ($0.score.score.value ?? 0) < ($1.score.score.value ?? 0) })
    else { return nil }
    return Pair(area: facts.content(area.name), breakdown: facts.name(of: breakdown), low: low, high: high)
  }

  // MARK: How sure

  private var certainty: Answer {
    var sentences: [Phrase] = []
    var worth = Worth.nothing
    for cohort in facts.cohorts {
      guard let everyone = cohort.everyone, !everyone.isSuppressed else {
        sentences.append(of(cohort, words(.allWithheld)))
        continue
      }
      if cohort.isAgreed {
        sentences.append(of(cohort, words(.agreedNoSample)))
        continue
      }
      let range = widestRange(everyone)
      sentences.append(of(cohort, range ?? words(.noRanges)))
      let shares = everyone.areas.compactMap { score in score.coverage.value.map { (score, $0) } }
      if range != nil || !shares.isEmpty { worth = .something }
      if let (score, share) = shares.min(by: { $0.1 < $1.1 }) {
        let fewest = words(.fewestAnswered, ["area": facts.name(of: score), "share": words.percent(share)])
        sentences.append(of(cohort, fewest))
      }
    }
    sentences.append(words(.chanceAlone))
    return Answer(question: words(.howSure), sentences: sentences, place: words(.placeOfRanges), worth: worth)
  }

  private func widestRange(_ everyone: GroupResult) -> Phrase? {
    let ranges = everyone.areas.compactMap { score in score.statistics.then(\.interval).value.map { (score, $0) } }
    guard let (score, range) = ranges.max(by: { $0.1.high - $0.1.low < $1.1.high - $1.1.low }) else { return nil }
    return words(
      .widest,
      [
        "confidence": words.percent(range.confidence), "area": facts.name(of: score), "score": facts.shown(score),
        "low": words.rounded(range.low, decimals: 1), "high": words.rounded(range.high, decimals: 1),
      ])
  }

  // MARK: Who is missing

  private var missing: Answer {
    var sentences = facts.cohorts.map { words(.sentence, ["words": facts.participation(of: $0)]) }
    var worth = Worth.nothing
    for cohort in facts.cohorts {
      let rates = (cohort.scorecard.population?.groups ?? []).compactMap { group -> (Phrase, Int, Int)? in
        guard let headcount = group.headcount, headcount > 0, let people = group.respondents else { return nil }
        return (facts.name(of: group.key, in: cohort), people, headcount)
      }
      guard let (name, people, headcount) = rates.min(by: { $0.1 * $1.2 < $1.1 * $0.2 }) else { continue }
      let share = words.percent(Double(people) / Double(headcount))
      worth = max(worth, 2 * people < headcount ? .much : .something)
      sentences.append(
        words(.fewestFrom, ["group": name, "people": people, "headcount": headcount, "share": share]))
    }
    if facts.cohorts.allSatisfy({ $0.scorecard.population == nil }) { sentences.append(words(.noHeadcounts)) }
    for cohort in facts.cohorts {
      let hidden = WithheldWords(cohort, facts).groups
      if hidden.isEmpty { continue }
      worth = max(worth, .something)
      let groups = Phrase.joined(hidden, by: " ")
      sentences.append(words(isShared ? .tooFewIn : .tooFew, ["cohort": cohort.name, "groups": groups]))
    }
    return Answer(question: words(.whoMissing), sentences: sentences, place: words(.placeOfMissing), worth: worth)
  }

  // MARK: What changed, what it costs

  private func changes(since base: ReportFacts) -> Answer {
    var sentences: [Phrase] = []
    var notes: [Phrase] = []
    for cohort in facts.cohorts {
      let change = ChangeWords(cohort, facts, since: base)
      sentences += change.sentences.enumerated().map { $0.offset == 0 ? of(cohort, $0.element) : $0.element }
      if let note = change.note, !notes.contains(note) { notes.append(note) }
    }
    sentences += notes
    return Answer(question: words(.whatChanged), sentences: sentences, place: words(.placeOfChanges), worth: .much)
  }

  private var cost: Answer {
    // What is recommended and what is chosen, each with its effort.
    let parts = [CostWords.sentences(facts)] + (programme.map { [$0.sentences(words)] } ?? [])
    let sentences = parts.map { Phrase.joined($0, by: " ") } + [words(.noMoney)]
    let isRecommended = facts.assessment.areas.contains { !facts.actions(for: $0.id).isEmpty }
    return Answer(
      question: words(.whatCost), sentences: sentences, place: words(.placeOfActions),
      worth: programme != nil ? .much : isRecommended ? .something : .nothing)
  }
}
