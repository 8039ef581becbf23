import DigitalMaturity

/// A question as a session looks at it: who answered what, and how far people stand apart.
final class TalkingPoint: Sendable {
  /// One answer of the scale, with how many gave it.
  struct Answer: Sendable {
    let score: Double
    let label: Content
    /// The level that it stands for, where the question asks which level holds.
    let level: Content?
    /// Its place on the form.
    let place: Int
    let count: Int
  }

  let cohort: ReportFacts.Cohort
  let question: Question
  /// The area the question is evidence of in the first place; nil for none.
  let area: Area?
  /// The answers from the lowest score to the highest, those that nobody gave too.
  let answers: [Answer]
  /// Whether sentences call the answers by their letters on the form: they have no levels, and their labels are long.
  private let isLettered: Bool
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
  /// The display cells of the longest label that sentences call an answer by.
  private static let longestName = 36

  /// Nil where there is nothing to see: the answers are withheld, have no scores, or are too few.
  init?(_ question: Question, _ result: QuestionResult?, _ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    guard let result, let statistics = result.statistics.value, let consensus = statistics.consensus.value,
      let mean = statistics.mean.value
    else { return nil }
    var answers: [Answer] = []
    let options = question.answers.options
    for (index, (option, count)) in zip(options, result.options).enumerated() {
      // A count of an answer that is not known here would make all shares wrong.
      guard option.id == count.option else { return nil }
      guard let score = option.score.map(question.effective) else { continue }
      let level =
        question.snapshot == nil ? nil : facts.assessment.levels.first { $0.id.rawValue == option.id.rawValue }
      answers.append(
        Answer(
          score: score, label: facts.content(option.label), level: level.map { facts.content($0.name) }, place: index,
          count: count.count))
    }
    answers.sort { $0.score < $1.score }
    // Options of one score are one point of the scale.
    var (points, counts): ([Double], [Int]) = ([], [])
    for answer in answers {
      if points.last == answer.score {
        counts[counts.count - 1] += answer.count
      } else {
        points.append(answer.score)
        counts.append(answer.count)
      }
    }
    guard points.count > 1, counts.contains(where: { $0 > 0 }) else { return nil }
    do throws(Undefined) { distribution = try Distribution(values: points, counts: counts) } catch { return nil }
    self.cohort = cohort
    self.question = question
    self.answers = answers
    isLettered =
      question.snapshot == nil
      && !options.allSatisfy {
        DisplayWidth.of(PlainText.clean(facts.content($0.label).text)) <= TalkingPoint.longestName
      }
    self.consensus = consensus
    self.mean = mean
    let areas = question.measures.areas
    let first = question.snapshot ?? areas.max { ($0.weight, $1.id.rawValue) < ($1.weight, $0.id.rawValue) }?.id
    let all = facts.assessment.areas
    area = first.flatMap { id in all.firstIndex { $0.id == id } }.map { all[$0] }
    camps = distribution.camps
    movers = distribution.movers(toAgree: TalkingPoint.share)
  }

  /// All of a report's, those that people agree on least in front.
  static func all(_ facts: ReportFacts) -> [TalkingPoint] {
    let points = facts.cohorts.filter { !$0.isWithheld && !$0.isAgreed }.flatMap { cohort in
      cohort.questions.compactMap { question in
        TalkingPoint(question, cohort.result(of: question.id), cohort, facts)
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

  /// The answers' letters on the form, where sentences call them so.
  var letters: [String]? {
    guard isLettered else { return nil }
    let keys = question.optionKeys
    return answers.map { keys[$0.place] }
  }

  /// What sentences call the answers: their levels, their labels where all are short, else their letters.
  private func names(_ words: ReportWords, inFull: Bool = false) -> [Phrase] {
    (inFull ? nil : letters)?.map { Phrase($0) } ?? answers.map { words.quoted($0.level ?? $0.label) }
  }

  /// How people stand, in a sentence.
  /// - Parameter inFull: Whether answers are quoted however long they are, for a page that tells nobody what a letter means.
  func sentence(_ words: ReportWords, inFull: Bool = false) -> Phrase {
    let names = names(words, inFull: inFull)
    func name(_ score: Double) -> Phrase { place(of: score).map { names[$0] } ?? "" }
    if let camps {
      return words(
        .camps,
        [
          "lower": camps.lowerCount, "lowerAnswer": name(camps.lower), "upper": camps.upperCount,
          "upperAnswer": name(camps.upper),
        ])
    }
    let given = answers.indices.filter { answers[$0].count > 0 }
    guard movers > 0, let low = given.first, let high = given.last else {
      return words(.mostSideBySide, ["mode": name(mode)])
    }
    return words(.reach, ["low": names[low], "high": names[high], "mode": name(mode)])
  }

  /// How many would have to move, in a sentence; nil where nobody has to.
  func moving(_ words: ReportWords) -> Phrase? {
    guard movers > 0 else { return nil }
    return words(distribution.values.count > 2 ? .movingToTwo : .movingToOne, ["count": movers])
  }

  /// The answers that ``sentence(_:)`` calls by their letters.
  var lettered: [(letter: String, label: Content)] {
    guard let letters else { return [] }
    let given = answers.filter { $0.count > 0 }
    var scores = [mode]
    if let camps {
      scores = [camps.lower, camps.upper]
    } else if movers > 0 {
      scores += [given.first?.score, given.last?.score].compactMap { $0 }
    }
    let named = Set(scores.compactMap { place(of: $0) })
    return answers.indices.filter(named.contains).map { (letters[$0], answers[$0].label) }
  }

  /// The answer that most gave; of equals the lowest.
  private var mode: Double {
    let counts = distribution.counts
    let place = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return distribution.values[place]
  }

  /// The first answer of a score.
  private func place(of score: Double) -> Int? { answers.firstIndex { $0.score == score } }

  /// Two questions that begin a conversation: one on what people said, one on what comes next.
  func prompts(_ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    let names = names(words)
    func name(_ score: Double) -> Phrase { place(of: score).map { names[$0] } ?? "" }
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
