import DigitalMaturity

/// Statements that people were asked to agree with, and how far they do: those of a cohort's questionnaire that share one set
/// of answers.
struct Statements: Sendable {
  struct Row: Sendable {
    let question: Question
    /// How many gave each answer; nil where it is withheld, or nobody answered.
    let counts: [Int]?
    /// Whether that is because it is withheld.
    let isWithheld: Bool

    var total: Int { counts?.reduce(0, +) ?? 0 }
    /// The shares of the answers, 0 to 1.
    var shares: [Double]? { counts.map { counts in counts.map { Double($0) / Double(total) } } }
    /// Whether everyone gave the same answer.
    var isUnanimous: Bool { (counts ?? []).count { $0 > 0 } == 1 }
    /// How many answered, with a mark where all gave the same answer; or the mark of why nothing is shown.
    var note: String {
      guard counts != nil else { return isWithheld ? NumberWords.withheld : NumberWords.none }
      return String(total) + mark
    }
    fileprivate var mark: String { isUnanimous ? " \(ReportFacts.unanimous)" : "" }
  }

  let cohort: ReportFacts.Cohort
  /// The answers, the most disagreeing first.
  let answers: [Content]
  let rows: [Row]
  private let facts: ReportFacts

  /// The kind of questions that are statements.
  private static let kind = "agreement"

  /// Those of a cohort, a part for each set of answers, in the questionnaire's order. Empty for what a group agreed on.
  static func all(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) -> [Statements] {
    // Questions of another version may have been worded otherwise.
    guard cohort.everyone != nil, !cohort.isWithheld, !cohort.isAgreed, !cohort.isOtherVersion else {
      return []
    }
    var parts: [(labels: [Content], rows: [Row])] = []
    for question in cohort.questions where question.kind == kind {
      guard let result = cohort.result(of: question.id), let options = ordered(question) else { continue }
      let labels = options.map { facts.content($0.label) }
      let given = Dictionary(result.options.map { ($0.option, $0.count) }, uniquingKeysWith: { first, _ in first })
      // A count of an answer that is not known here would make all shares wrong.
      guard Set(given.keys).isSubset(of: options.map(\.id)) else { continue }
      let counts = options.map { given[$0.id] ?? 0 }
      let row = Row(
        question: question, counts: counts.contains { $0 > 0 } ? counts : nil, isWithheld: result.isWithheld)
      if let place = parts.firstIndex(where: { $0.labels == labels }) {
        parts[place].rows.append(row)
      } else {
        parts.append((labels, [row]))
      }
    }
    return parts.filter { $0.rows.contains { $0.counts != nil } }.map {
      Statements(cohort: cohort, answers: $0.labels, rows: $0.rows, facts: facts)
    }
  }

  /// The answers from disagreement to agreement, as they are worded: what a statement that is turned round scores is not what
  /// people said.
  private static func ordered(_ question: Question) -> [AnswerOption]? {
    let options = question.answers.options
    let scores = options.compactMap(\.score)
    guard options.count > 1, scores.count == options.count else { return nil }
    return zip(options, scores).sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// A statement; one that agreement speaks against is marked as such.
  func text(_ row: Row) -> Phrase {
    let text = facts.content(row.question.text)
    return row.question.isReversed ? facts.words(.turnedRound, ["statement": text]) : Phrase(text)
  }

  /// What the mark of unanimous answers means; nil where there is none.
  var note: Phrase? {
    rows.contains(where: \.isUnanimous)
      ? facts.words(.unanimousMark, ["mark": ReportFacts.unanimous]) : nil
  }

  /// The statements as bars on both sides of a middle.
  var chart: StackedBars {
    StackedBars(
      title: facts.words.text(.statementsChart, ["cohort": cohort.name]), order: .diverging,
      steps: answers.map { PlainText.clean($0.text) },
      rows: rows.map { row in
        StackedBars.Row(
          label: text(row).plain, shares: row.shares,
          note: row.counts == nil ? row.note : facts.words.text(.countPeople, ["count": row.total]) + row.mark)
      })
  }
}
