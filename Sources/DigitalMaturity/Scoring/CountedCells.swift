/// What a scorecard was made of, which decides what may be shown of it: the people of every crossing of attributes, and
/// how each figure counts them.
struct CountedCells: Sendable, Hashable {
  /// The counts by the finest groups.
  let tally: Tally
  /// The groups.
  let breakdowns: Breakdowns
  /// For each question, which of the options that codes stand for have a score.
  let scoredOptions: [[Bool]]
  /// For each thing scored from questions, its position among the tally's.
  let positions: [Subject: Int]
  /// Those of things that are scored person by person.
  let subjects: [Subject: Int]
  /// For each item of the subject whose items' effects were asked for, the positions of the score without it and of the
  /// score with it one higher.
  let variants: [Variant]

  /// What one item does to a score.
  struct Variant: Sendable, Hashable {
    let without: Int?
    let raised: Int?
  }

  init(_ tally: Tally, _ scorer: Scorer) {
    self.tally = tally
    breakdowns = scorer.breakdowns
    scoredOptions = scorer.questions.map { $0.answers.closedOptions.map { $0.score != nil } }
    variants = scorer.variants.map { Variant(without: $0.without, raised: $0.raised) }
    let ofVariants = Set(variants.flatMap { [$0.without, $0.raised] })
    var positions: [Subject: Int] = [:]
    for (index, subject) in scorer.subjects.enumerated() where !ofVariants.contains(index) {
      positions[subject.subject] = index
    }
    self.positions = positions
    subjects = positions.filter { scorer.subjects[$0.value].definition.unit == .respondent }
  }
}
