import DigitalMaturity

/// A question as a session looks at it: who answered what, and how far people stand apart.
struct TalkingPoint: Sendable {
  /// One answer of the scale, with how many gave it.
  struct Answer: Sendable {
    let score: Double
    let label: Content
    /// What sentences call it: its level, its label where that is short, else its letter on the form.
    let name: Phrase
    /// The letter, where sentences call it so.
    let letter: String?
    let count: Int
  }

  let cohort: ReportFacts.Cohort
  let question: Question
  /// The area the question is evidence of in the first place; nil for none.
  let area: Area?
  /// The answers from the lowest score to the highest, those that nobody gave too.
  let answers: [Answer]
  let distribution: Distribution
  /// How far people agree, 0 to 1.
  let consensus: Double
  let mean: Double
  let camps: Camps?
  /// The fewest people who would have to give another answer for three quarters to stand side by side.
  let movers: Int

  var total: Int { distribution.n }

  /// The share that is aimed at.
  static let share = 0.75

  /// Nil where there is nothing to see: the answers are withheld, have no scores, or are too few.
  init?(_ question: Question, _ result: QuestionResult?, _ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    guard let result, let statistics = result.statistics.value, let consensus = statistics.consensus.value,
      let mean = statistics.mean.value
    else { return nil }
    var answers: [Answer] = []
    let names = Self.names(question, facts)
    for (index, count) in result.options.enumerated() where names.indices.contains(index) {
      let option = question.answers.options[index]
      // A count of an answer that is not known here would make all shares wrong.
      guard option.id == count.option else { return nil }
      guard let score = option.score.map(question.effective) else { continue }
      answers.append(
        Answer(
          score: score, label: facts.content(option.label), name: names[index].name, letter: names[index].letter,
          count: count.count))
    }
    answers.sort { $0.score < $1.score }
    // Options of one score are one point of the scale.
    let points = Set(answers.map(\.score)).sorted()
    let counts = points.map { point in answers.reduce(0) { $0 + ($1.score == point ? $1.count : 0) } }
    guard points.count > 1, counts.contains(where: { $0 > 0 }) else { return nil }
    do throws(Undefined) { distribution = try Distribution(values: points, counts: counts) } catch { return nil }
    self.cohort = cohort
    self.question = question
    self.answers = answers
    self.consensus = consensus
    self.mean = mean
    let areas = question.measures.areas
    let first = question.snapshot ?? areas.max { ($0.weight, $1.id.rawValue) < ($1.weight, $0.id.rawValue) }?.id
    area = first.flatMap { id in facts.assessment.areas.first { $0.id == id } }
    camps = distribution.camps
    movers = distribution.movers(toAgree: Self.share)
  }

  /// What sentences call the options: all by their levels, all by their labels, or all by their letters.
  private static func names(_ question: Question, _ facts: ReportFacts) -> [(name: Phrase, letter: String?)] {
    let options = question.answers.options
    if question.snapshot != nil {
      return options.map { option in
        let level = facts.assessment.levels.first { $0.id.rawValue == option.id.rawValue }
        let name = level.map { facts.content($0.name) } ?? facts.content(option.label)
        return (facts.words(.quoted, ["text": name]), nil)
      }
    }
    let labels = options.map { facts.content($0.label) }
    if labels.allSatisfy({ DisplayWidth.of(PlainText.clean($0.text)) <= 36 }) {
      return labels.map { (facts.words(.quoted, ["text": $0]), nil) }
    }
    return question.optionKeys.map { (Phrase($0), $0) }
  }

  /// All of a report's, those that people agree on least in front.
  static func all(_ facts: ReportFacts) -> [TalkingPoint] {
    let points = facts.cohorts.filter { !$0.isWithheld && !$0.isAgreed }.flatMap { cohort in
      let results = Dictionary(
        (cohort.everyone?.questions ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return (cohort.questionnaire?.questions ?? []).compactMap { question in
        TalkingPoint(question, results[question.id], cohort, facts)
      }
    }
    let order = points.indices.sorted { (points[$0].consensus, $0) < (points[$1].consensus, $1) }
    return order.map { points[$0] }
  }
}

extension TalkingPoint {
  /// How people stand, in a word or two.
  func pattern(_ words: ReportWords) -> Phrase {
    camps != nil ? words(.twoCamps) : movers == 0 ? words(.mostAgree) : words(.spreadOut)
  }

  /// How people stand, in a sentence.
  func sentence(_ words: ReportWords) -> Phrase {
    if let camps {
      return words(
        .camps,
        [
          "lower": camps.lowerCount, "lowerAnswer": name(camps.lower), "upper": camps.upperCount,
          "upperAnswer": name(camps.upper),
        ])
    }
    let given = answers.filter { $0.count > 0 }
    guard movers > 0, let low = given.first, let high = given.last else {
      return words(.mostSideBySide, ["mode": name(mode)])
    }
    return words(.reach, ["low": low.name, "high": high.name, "mode": name(mode)])
  }

  /// How many would have to move, in a sentence; nil where nobody has to.
  func moving(_ words: ReportWords) -> Phrase? {
    guard movers > 0 else { return nil }
    return words(distribution.values.count > 2 ? .movingToTwo : .movingToOne, ["count": movers])
  }

  /// The answers that ``sentence(_:)`` calls by their letters.
  var lettered: [Answer] {
    let given = answers.filter { $0.count > 0 }
    var scores = [mode]
    if let camps {
      scores = [camps.lower, camps.upper]
    } else if movers > 0 {
      scores += [given.first?.score, given.last?.score].compactMap { $0 }
    }
    let named = Set(scores.compactMap { score in answers.first { $0.score == score }?.letter })
    return answers.filter { $0.letter.map(named.contains) ?? false }
  }

  /// The answer that most gave; of equals the lowest.
  private var mode: Double {
    let counts = distribution.counts
    let place = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return distribution.values[place]
  }

  private func name(_ score: Double) -> Phrase { answers.first { $0.score == score }?.name ?? "" }

  /// Two questions that begin a conversation: one on what people said, one on what comes next.
  func prompts(_ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    // Of an area's own question the card says what it is about.
    let asked = question.snapshot == nil ? facts.content(question.text) : nil
    let first: Phrase
    if let camps {
      let (lower, upper) = (name(camps.lower), name(camps.upper))
      first =
        asked.map { words(.promptCampsOn, ["question": $0, "lower": lower, "upper": upper]) }
        ?? words(.promptCamps, ["lower": lower, "upper": upper])
    } else if movers == 0 {
      first =
        asked.map { words(.promptCloseOn, ["question": $0, "mode": name(mode)]) }
        ?? words(.promptClose, ["mode": name(mode)])
    } else {
      first = asked.map { words(.promptDifferOn, ["question": $0]) } ?? words(.promptDiffer)
    }
    return [first, next(facts)]
  }

  /// What would have to change for the area's next level to be true.
  private func next(_ facts: ReportFacts) -> Phrase {
    let levels = facts.assessment.levels
    guard let area, let place = levels.lastIndex(where: { $0.from <= mean + 1e-9 }) else {
      return facts.words(.promptMonth)
    }
    guard levels.indices.contains(place + 1) else { return facts.words(.promptKeep) }
    let description = facts.content(area.levels[levels[place + 1].id] ?? levels[place + 1].name)
    return facts.words(.promptNext, ["description": description])
  }
}
