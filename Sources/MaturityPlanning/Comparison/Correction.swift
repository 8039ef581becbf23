public import DigitalMaturity

/// Every figure that differs between a published result and its correction, for a note to whoever received it.
public struct Correction: Sendable, Hashable {
  /// A figure that differs.
  public struct Entry: Sendable, Hashable {
    /// The questionnaire.
    public let questionnaire: Identifier<Questionnaire>
    /// Whose figure it is; empty for everyone.
    public let group: [GroupAttribute]
    /// What it belongs to, such as an area's name or a question's id.
    public let of: String
    /// Which figure it is, such as “score”.
    public let figure: String
    /// As it was published: a number, a word, or a dash for none.
    public let published: String
    /// As it should be.
    public let corrected: String
  }

  /// The figures, in the order of the corrected result; of questionnaires and groups that are gone last.
  public let entries: [Entry]

  /// Compares every published figure: numbers of people, scores, levels, gaps, shares answered, means, spreads, counts.
  ///
  /// Numbers are compared unrounded.
  /// - Throws: When they are results of different assessments.
  public init(_ published: [PublishableScorecard], _ corrected: [PublishableScorecard]) throws(DocumentError) {
    let ids = Set((published + corrected).map(\.assessment.id.rawValue))
    guard ids.count <= 1 else {
      throw DocumentError(
        Diagnostic(
          .differentAssessments,
          "a correction is of one assessment, and these are results of \(ids.sorted().joined(separator: " and "))"))
    }
    var entries: [Entry] = []
    let names = corrected.map(\.questionnaire)
    for scorecard in corrected + published.filter({ !names.contains($0.questionnaire) }) {
      let id = scorecard.questionnaire
      let old = published.first { $0.questionnaire == id }
      let new = corrected.first { $0.questionnaire == id }
      let keys = (new?.groups ?? []).map(\.key)
      for key in keys + (old?.groups ?? []).map(\.key).filter({ !keys.contains($0) }) {
        let before = old?.groups.first { $0.key == key }.map(Self.figures) ?? []
        let after = new?.groups.first { $0.key == key }.map(Self.figures) ?? []
        let known = Dictionary(before.map { ($0.place, $0.value) }) { first, _ in first }
        let later = Dictionary(after.map { ($0.place, $0.value) }) { first, _ in first }
        let places = after.map(\.place) + before.map(\.place).filter { later[$0] == nil }
        for place in places where known[place] != later[place] {
          entries.append(
            Entry(
              questionnaire: id, group: key, of: place.of, figure: place.figure, published: known[place] ?? "–",
              corrected: later[place] ?? "–"))
        }
      }
    }
    self.entries = entries
  }

  private struct Place: Hashable {
    let of: String
    let figure: String
  }

  /// Every figure of a group, exactly.
  private static func figures(_ group: GroupResult) -> [(place: Place, value: String)] {
    var figures: [(Place, String)] = []
    func note(_ of: String, _ figure: String, _ value: String?) {
      figures.append((Place(of: of, figure: figure), value ?? "–"))
    }
    func exact(_ figure: Figure<Double>) -> String {
      figure.value.map(DecimalText.exact) ?? (figure.reason?.code == .withheld ? "withheld" : "–")
    }
    note("everyone in the group", "respondents", group.respondents.map(String.init) ?? "withheld")
    for score in group.scores {
      let name = "\(score.name) (\(score.subject.kind.rawValue))"
      note(name, "score", exact(score.score))
      note(name, "level", score.level?.rawValue)
      note(name, "gap", score.gap.map(DecimalText.exact))
      note(name, "share answered", exact(score.coverage))
      note(name, "people", score.people.map(String.init))
      note(name, "standard deviation", exact(score.statistics.then(\.standardDeviation)))
      note(name, "how far people agree", exact(score.statistics.then(\.consensus)))
    }
    for question in group.questions {
      let name = "question \(question.id)"
      note(name, "mean", exact(question.mean))
      for option in question.options { note(name, "answers “\(option.option)”", String(option.count)) }
      for status in AnswerStatus.allCases {
        note(name, status.words, question.statuses.map { String($0[status]) } ?? "withheld")
      }
    }
    return figures
  }
}
