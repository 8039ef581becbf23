import DigitalMaturity

/// How reliably the questions of each area measure one thing: a table for the annex, which every format that has one shows.
struct ReliabilityTable {
  let words: ReportWords
  let columns: [(heading: Phrase, isNumber: Bool)]
  let rows: [[Phrase]]

  var title: Phrase { words(.reliabilityTitle) }
  var introduction: Phrase { words(.reliabilityIntroduction, ["wanted": words.rounded(0.7, decimals: 1)]) }
  var caption: Phrase { words(.reliabilityCaption) }

  /// Nil where no area of three questions or more has an alpha.
  init?(_ facts: ReportFacts) {
    let words = facts.words
    let hasSeveral = facts.cohorts.count > 1
    // What groups agreed on is no sample of anything, and alpha says little of fewer than three questions.
    let scores = facts.cohorts.filter { !$0.isAgreed }.flatMap { cohort in
      (cohort.everyone?.areas ?? []).filter { $0.provenance.items.count > 2 }
        .compactMap { score in score.reliability.map { (cohort, score, $0) } }
    }
    guard scores.contains(where: { $0.2.alpha.value != nil }) else { return nil }
    var columns: [(heading: Phrase, isNumber: Bool)] = [
      (words(.area), false), (words(.questionsHeading), true), (words(.people), true), (words(.alpha), true),
      (words(.higherWithout), false),
    ]
    if hasSeveral { columns.insert((words(.audience), false), at: 0) }
    self.words = words
    self.columns = columns
    rows = scores.map { cohort, score, reliability -> [Phrase] in
      let audience = hasSeveral ? [Phrase(cohort.name)] : []
      return audience + [
        Phrase(facts.name(of: score)), Phrase(String(score.provenance.items.count)),
        Phrase(facts.people(reliability.people, in: cohort)), Phrase(words.figure(reliability.alpha, decimals: 2)),
        Self.weakest(of: reliability, cohort, facts) ?? Phrase(NumberWords.none),
      ]
    }
  }

  /// The question without which alpha would be highest, where it would be higher than it is.
  private static func weakest(
    of reliability: Reliability, _ cohort: ReportFacts.Cohort, _ facts: ReportFacts
  ) -> Phrase? {
    guard let alpha = reliability.alpha.value else { return nil }
    let others = reliability.items.compactMap { item in item.ifDropped.value.map { (item.question, $0) } }
    guard let weakest = others.max(by: { $0.1 < $1.1 }), weakest.1 > alpha + 1e-9,
      let question = cohort.questions.first(where: { $0.id == weakest.0 })
    else { return nil }
    return facts.words(
      .questionAndFigure,
      ["question": facts.content(question.text), "figure": facts.words.rounded(weakest.1, decimals: 2)])
  }
}
