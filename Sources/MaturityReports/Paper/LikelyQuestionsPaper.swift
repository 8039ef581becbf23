public import DigitalMaturity

/// Five questions that a board may ask about results, each with an answer in figures and where those stand in the report.
///
/// Answers say what the figures say and no more: why things are as they are, people know and results do not.
public enum LikelyQuestionsPaper {
  /// Lays the paper out. O(scorecards × figures).
  /// - Parameters:
  ///   - context: The results.
  ///   - base: Earlier results; with them the last question is what changed, and else what it will cost.
  public static func paper(_ context: ReportContext, base: ReportContext? = nil) -> Paper {
    let questions = LikelyQuestions(facts: ReportFacts(context), base: base.map { ReportFacts($0) })
    var paper = Paper(title: "Likely questions")
    if let note = questions.facts.options.note, !note.isEmpty {
      paper.blocks.append(.paragraph(.bold(PlainText.clean(note))))
    }
    paper.blocks.append(
      .paragraph(
        PaperText(
          phrase:
            "What a board may ask about “\(questions.facts.content(questions.facts.assessment.title))”, what the results say, and where it stands in the report."
        )))
    for (index, answer) in questions.all.enumerated() {
      paper.blocks.append(.heading(PaperText(phrase: answer.question), level: 1, number: "\(index + 1)"))
      for (part, sentence) in answer.sentences.enumerated() {
        paper.blocks.append(.paragraph(PaperText(phrase: sentence), number: "\(index + 1).\(part + 1)"))
      }
      let place = PaperText(phrase: "Where it stands: \(answer.place).")
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
  }

  let facts: ReportFacts
  let base: ReportFacts?

  var all: [Answer] { [target, difference, certainty, missing, base.map(changes) ?? cost] }

  /// The cohort that questions are about: the first with anything to show.
  private var cohort: ReportFacts.Cohort? { facts.cohorts.first { !$0.isWithheld } ?? facts.cohorts.first }

  private func glance(_ cohort: ReportFacts.Cohort) -> Phrase {
    facts.cohorts.count > 1 ? "“\(cohort.name): at a glance”" : "“At a glance”"
  }

  /// “Three actions are”, at the start of a sentence.
  private static func count(of actions: Int) -> String {
    "\(NumberWords.capitalised(NumberWords.count(actions))) \(actions == 1 ? "action is" : "actions are")"
  }

  // MARK: Below target

  private var target: Answer {
    let all = facts.cohorts.filter { !$0.isWithheld }.flatMap { cohort in
      (cohort.everyone?.areas ?? []).compactMap { score in score.gap.map { (cohort, score, $0) } }
    }
    guard let (cohort, score, gap) = all.max(by: { $0.2 < $1.2 - 1e-9 }), gap > 1e-9, let target = score.target else {
      let words: Phrase =
        all.isEmpty
        ? "No area has both a score that may be shown and a target, so none can be said to be below it."
        : "No: every area with a score that may be shown reaches its target."
      return Answer(
        question: "Is any area below its target?", sentences: [words], place: cohort.map(glance) ?? "“At a glance”")
    }
    let name = facts.name(of: score)
    var sentences: [Phrase] = [
      "\(name) scores \(facts.shown(score)), “\(facts.levelWords(of: score))”; the target is \(NumberWords.exact(target)), so it is \(facts.gap(of: score))."
    ]
    if let lowest = lowestQuestion(of: score, cohort) { sentences.append(lowest) }
    let actions = facts.actions(for: Identifier(score.subject.id))
    if actions.isEmpty {
      sentences.append("The assessment recommends no action for it at this score.")
    } else {
      let names = actions.map { Phrase(facts.content($0.action.name)) }
      sentences.append(
        "\(Self.count(of: actions.count)) recommended: \(Phrase.joined(names, by: "; "))."
      )
    }
    sentences.append("Why it is so the figures do not say: ask those who know the work.")
    return Answer(
      question: "Why is \(name) below its target?", sentences: sentences,
      place: "\(glance(cohort)), and “\(name)” under the areas")
  }

  /// The question of a score that people answered lowest.
  private func lowestQuestion(of score: SubjectScore, _ cohort: ReportFacts.Cohort) -> Phrase? {
    let items = Set(score.provenance.source == .questions ? score.provenance.items.map(\.id) : [])
    let results = (cohort.everyone?.questions ?? []).filter { items.contains($0.id.rawValue) && $0.mean.value != nil }
    guard results.count > 1, let lowest = results.min(by: { ($0.mean.value ?? 0) < ($1.mean.value ?? 0) }),
      let mean = lowest.mean.value,
      let question = cohort.questionnaire?.questions.first(where: { $0.id == lowest.id })
    else { return nil }
    return
      "Of its \(NumberWords.count(results.count)) questions this was answered lowest, on average \(DecimalText.rounded(mean, decimals: 1)): “\(facts.content(question.text))”"
  }

  // MARK: Who sees it differently

  private var difference: Answer {
    let comparison = SnapshotComparison(facts)
    if facts.cohorts.count > 1 {
      let names = Phrase.list(facts.cohorts.map { Phrase($0.name) })
      let question: Phrase = "Why do \(names) differ?"
      if let reason = comparison.whyNothing {
        return Answer(question: question, sentences: [reason], place: "“Side by side”")
      }
      guard let row = widest(comparison) else {
        return Answer(
          question: question,
          sentences: ["They were asked no question in the same words, so their answers cannot be compared."],
          place: "“How it was calculated”")
      }
      let means = zip(facts.cohorts, row.results).compactMap { cohort, result -> Phrase? in
        result?.mean.value.map { "\(cohort.name) \(DecimalText.rounded($0, decimals: 1))" }
      }
      var sentences: [Phrase] = [
        "They differ most on \(facts.content(row.area.name)): \(Phrase.list(means)), on the one question that all were asked in the same words."
      ]
      if let words = SnapshotComparison.difference(row, facts.cohorts) { sentences.append("Difference: \(words).") }
      sentences.append(
        "A difference of view is a finding, not a mistake of one side: put the two together and ask for examples.")
      return Answer(question: question, sentences: sentences, place: "“Side by side”")
    }
    return groups
  }

  private func widest(_ comparison: SnapshotComparison) -> SnapshotComparison.Row? {
    func spread(_ row: SnapshotComparison.Row) -> Double {
      let means = row.results.compactMap { $0?.mean.value }
      guard means.count > 1, let high = means.max(), let low = means.min() else { return -1 }
      return high - low
    }
    return comparison.rows.max { spread($0) < spread($1) }.flatMap { spread($0) < 0 ? nil : $0 }
  }

  /// With one audience: the groups that stand furthest apart in one area.
  private var groups: Answer {
    let question: Phrase = "Do all parts of the council see it alike?"
    var most: (area: Content, breakdown: String, low: (Phrase, SubjectScore), high: (Phrase, SubjectScore))?
    var spread = 0.0
    for cohort in facts.cohorts {
      for breakdown in cohort.scorecard.breakdowns {
        let shown = cohort.scorecard.groups(by: breakdown).filter { !$0.isSuppressed }
        for area in facts.assessment.areas {
          let scores = shown.compactMap { group -> (Phrase, SubjectScore)? in
            guard let score = group.score(of: Subject(.area, area.id.rawValue)), score.score.value != nil else {
              return nil
            }
            return (facts.name(of: group.key, in: cohort), score)
          }
          guard let low = scores.min(by: { ($0.1.score.value ?? 0) < ($1.1.score.value ?? 0) }),
            let high = scores.max(by: { ($0.1.score.value ?? 0) < ($1.1.score.value ?? 0) }),
            case let distance = (high.1.score.value ?? 0) - (low.1.score.value ?? 0), distance > spread
          else { continue }
          spread = distance
          most = (facts.content(area.name), facts.name(of: breakdown), low, high)
        }
      }
    }
    guard let most else {
      return Answer(
        question: question,
        sentences: ["These results show no two groups beside each other, so this cannot be said."],
        place: "“What is withheld, and why”")
    }
    return Answer(
      question: question,
      sentences: [
        "By \(most.breakdown) views are furthest apart on \(most.area): \(most.low.0) scores \(facts.shown(most.low.1)) and \(most.high.0) \(facts.shown(most.high.1)).",
        "Groups that too few people stand behind are not shown, and may differ more.",
      ], place: "“By \(most.breakdown)”")
  }

  // MARK: How sure

  private var certainty: Answer {
    var sentences: [Phrase] = []
    for cohort in facts.cohorts {
      let who: Phrase = facts.cohorts.count > 1 ? "\(cohort.name): " : ""
      guard let everyone = cohort.everyone, !everyone.isSuppressed else {
        sentences.append(
          ("\(who)the results are withheld, because too few people stand behind them." as Phrase).capitalised)
        continue
      }
      if cohort.isAgreed {
        sentences.append(
          ("\(who)these are answers that a group agreed on, which is no sample to be sure of." as Phrase).capitalised)
        continue
      }
      let ranges = everyone.areas.compactMap { score in
        score.statistics.then(\.interval).value.map { (score, $0) }
      }
      if let (score, range) = ranges.max(by: { $0.1.high - $0.1.low < $1.1.high - $1.1.low }) {
        let (low, high) = (DecimalText.rounded(range.low, decimals: 1), DecimalText.rounded(range.high, decimals: 1))
        sentences.append(
          ("\(who)each score has a likely range (\(NumberWords.percent(range.confidence)) sure). It is widest for \(facts.name(of: score)), \(facts.shown(score)): from \(low) to \(high)."
            as Phrase).capitalised)
      } else {
        sentences.append(("\(who)likely ranges were not calculated with these results." as Phrase).capitalised)
      }
      let shares = everyone.areas.compactMap { score in score.coverage.value.map { (score, $0) } }
      if let (score, share) = shares.min(by: { $0.1 < $1.1 }) {
        sentences.append(
          ("\(who)of the questions asked, the fewest were answered for \(facts.name(of: score)): \(NumberWords.percent(share))."
            as Phrase).capitalised)
      }
    }
    sentences.append(
      "Ranges tell of chance alone. They do not tell whether those who took part stand for those who did not.")
    return Answer(
      question: "How sure are you of these figures?", sentences: sentences,
      place: "“How it was calculated”; ranges and other statistics stand in the workbook")
  }

  // MARK: Who is missing

  private var missing: Answer {
    var sentences = facts.cohorts.map { cohort in "\(facts.participation(of: cohort))." as Phrase }
    for cohort in facts.cohorts {
      guard let population = cohort.scorecard.population else { continue }
      let rates = population.groups.compactMap { group -> (Phrase, Int, Int)? in
        guard let headcount = group.headcount, headcount > 0, let people = group.respondents else { return nil }
        return (facts.name(of: group.key, in: cohort), people, headcount)
      }
      if let (name, people, headcount) = rates.min(by: { $0.1 * $1.2 < $1.1 * $0.2 }) {
        sentences.append(
          "Fewest came from \(name): \(people) of \(headcount), \(NumberWords.percent(Double(people) / Double(headcount)))."
        )
      }
    }
    if facts.cohorts.allSatisfy({ $0.scorecard.population == nil }) {
      sentences.append(
        "How many work in each group these results do not know, so shares of those asked cannot be given.")
    }
    for cohort in facts.cohorts {
      let hidden = WithheldWords(cohort, facts).groups
      if hidden.isEmpty { continue }
      let who: Phrase = facts.cohorts.count > 1 ? " (\(cohort.name))" : ""
      sentences.append("Too few answered to be shown\(who). \(Phrase.joined(hidden, by: " "))")
    }
    return Answer(
      question: "Who is missing?", sentences: sentences, place: "the top of the report, and “What is withheld, and why”"
    )
  }

  // MARK: What changed, what it costs

  private func changes(since base: ReportFacts) -> Answer {
    var sentences: [Phrase] = []
    for cohort in facts.cohorts {
      guard let everyone = cohort.everyone else { continue }
      let who: Phrase = facts.cohorts.count > 1 ? "\(cohort.name): " : ""
      let changes = everyone.areas.map { ScoreChange($0, everyone, cohort, since: base) }
      let known = changes.filter { $0.difference != nil }
      guard !known.isEmpty else {
        let reason = changes.compactMap(\.whyIncomparable).first ?? "there is no score to compare"
        sentences.append(("\(who)no area can be compared: \(reason)." as Phrase).capitalised)
        continue
      }
      let moved = known.filter { abs($0.difference ?? 0) > 1e-9 }.sorted {
        abs($0.difference ?? 0) > abs($1.difference ?? 0)
      }
      if moved.isEmpty {
        sentences.append(("\(who)no area moved." as Phrase).capitalised)
      } else {
        let words = moved.prefix(3).map { "\(facts.name(of: $0.now)) is \($0.words)" as Phrase }
        sentences.append(("\(who)moved most: \(Phrase.list(words))." as Phrase).capitalised)
      }
      let others = changes.count - known.count
      if others > 0 {
        sentences.append(
          "\(NumberWords.capitalised(NumberWords.count(others))) of \(changes.count) areas cannot be compared.")
      }
    }
    sentences.append("A change smaller than the likely range of either score may be chance.")
    return Answer(
      question: "What has changed since last time?", sentences: sentences, place: "both reports’ “At a glance”")
  }

  private var cost: Answer {
    let actions = facts.assessment.areas.flatMap { area in facts.actions(for: area.id).map(\.action) }
    var sentences: [Phrase] = []
    if actions.isEmpty {
      sentences.append("These results recommend no action.")
    } else {
      let efforts = actions.compactMap(\.effort)
      let days = NumberWords.exact(efforts.reduce(0, +))
      if efforts.isEmpty {
        sentences.append(
          "\(Self.count(of: actions.count)) recommended; none says how much work it is."
        )
      } else {
        sentences.append(
          "\(Self.count(of: actions.count)) recommended; \(efforts.count == actions.count ? "together they are estimated" : "\(NumberWords.count(efforts.count)) of them are estimated") at \(days) officer-days."
        )
      }
    }
    sentences.append("The assessment holds no sums of money.")
    return Answer(question: "What will it cost?", sentences: sentences, place: "“Recommended actions”")
  }
}
