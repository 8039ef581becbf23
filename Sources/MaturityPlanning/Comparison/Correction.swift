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

  /// A group that one of the two results has and the other one has not: none of its figures was wrong.
  public struct Group: Sendable, Hashable {
    /// The questionnaire.
    public let questionnaire: Identifier<Questionnaire>
    /// What its people have in common; empty for everyone.
    public let key: [GroupAttribute]
  }

  /// The figures of groups that both results have, in the order of the corrected result.
  public let entries: [Entry]
  /// The groups that the corrected result alone has.
  public let newGroups: [Group]
  /// The groups that the published result alone has.
  public let goneGroups: [Group]
  /// How many counts differ by one person or two and are not among the entries: listed before and after, they would show how
  /// that person answered.
  public let leftOut: Int
  /// Whether other people took part, and three in four of the scores, or of everyone's, that both results have differ, of
  /// at least five: as between two assessments, and seldom between a result and its correction.
  public let isLikeAnotherAssessment: Bool

  /// Compares every published figure: numbers of people, scores, levels, gaps, shares answered, means, spreads, counts.
  ///
  /// Numbers are compared unrounded. O(figures).
  /// - Throws: When they are results of different assessments.
  public init(_ published: [PublishableScorecard], _ corrected: [PublishableScorecard]) throws(DocumentError) {
    let ids = Set((published + corrected).map(\.assessment.id.rawValue))
    guard ids.count <= 1 else {
      throw DocumentError(
        Diagnostic(
          .differentAssessments,
          "a correction is of one assessment, and these are results of “\(ids.sorted().joined(separator: "” and “"))”; name two of one"
        ))
    }
    var entries: [Entry] = []
    var (newGroups, goneGroups): ([Group], [Group]) = ([], [])
    var leftOut = 0
    var (all, ofEveryone) = ((scores: 0, others: 0), (scores: 0, others: 0))
    var hasOtherPeople = false
    let names = corrected.map(\.questionnaire)
    for scorecard in corrected + published.filter({ !names.contains($0.questionnaire) }) {
      let id = scorecard.questionnaire
      let old = published.first { $0.questionnaire == id }
      let new = corrected.first { $0.questionnaire == id }
      let keys = (new?.groups ?? []).map(\.key)
      for key in keys + (old?.groups ?? []).map(\.key).filter({ !keys.contains($0) }) {
        guard let first = old?.groups.first(where: { $0.key == key }) else {
          newGroups.append(Group(questionnaire: id, key: key))
          continue
        }
        guard let second = new?.groups.first(where: { $0.key == key }) else {
          goneGroups.append(Group(questionnaire: id, key: key))
          continue
        }
        let (before, after) = (Self.figures(first), Self.figures(second))
        let known = Dictionary(before.map { ($0.place, $0.value) }) { first, _ in first }
        let later = Dictionary(after.map { ($0.place, $0.value) }) { first, _ in first }
        let places = after.map(\.place) + before.map(\.place).filter { later[$0] == nil }
        let both = after.map(\.place).filter { $0.figure == "score" && known[$0] != nil }
        hasOtherPeople = hasOtherPeople || first.respondents != second.respondents
        let others = both.count { known[$0] != later[$0] }
        all = (all.scores + both.count, all.others + others)
        if key.isEmpty { ofEveryone = (ofEveryone.scores + both.count, ofEveryone.others + others) }
        for place in places where known[place] != later[place] {
          guard !Self.isOfFewPeople(known[place], later[place]) else {
            leftOut += 1
            continue
          }
          entries.append(
            Entry(
              questionnaire: id, group: key, of: place.of, figure: place.figure, published: known[place]?.text ?? "–",
              corrected: later[place]?.text ?? "–"))
        }
      }
    }
    self.entries = entries
    self.newGroups = newGroups
    self.goneGroups = goneGroups
    self.leftOut = leftOut
    hasOtherPeople = hasOtherPeople || !newGroups.isEmpty || !goneGroups.isEmpty
    // Of small groups much is withheld both times, which is no difference; of everyone hardly anything.
    isLikeAnotherAssessment =
      hasOtherPeople && [all, ofEveryone].contains { $0.scores >= 5 && $0.others * 4 >= $0.scores * 3 }
  }

  /// Whether a count of people differs by one or two.
  private static func isOfFewPeople(_ published: Value?, _ corrected: Value?) -> Bool {
    guard let one = published?.count, let other = corrected?.count else { return false }
    return (one - other).magnitude <= 2
  }

  private struct Place: Hashable {
    let of: String
    let figure: String
  }

  private struct Value: Equatable {
    let text: String
    /// Of how many people it tells, where it is a count of them.
    let count: Int?
  }

  /// Every figure of a group, exactly.
  private static func figures(_ group: GroupResult) -> [(place: Place, value: Value)] {
    var figures: [(Place, Value)] = []
    func note(_ of: String, _ figure: String, _ value: String?) {
      figures.append((Place(of: of, figure: figure), Value(text: value ?? "–", count: nil)))
    }
    func noteCount(_ of: String, _ figure: String, _ count: Int?, orElse none: String = "–") {
      figures.append((Place(of: of, figure: figure), Value(text: count.map(String.init) ?? none, count: count)))
    }
    func exact(_ figure: Figure<Double>) -> String {
      figure.value.map(DecimalText.exact) ?? (figure.reason?.code == .withheld ? "withheld" : "–")
    }
    noteCount("everyone in the group", "respondents", group.respondents, orElse: "withheld")
    for score in group.scores {
      let name = "\(score.name) (\(score.subject.kind.rawValue))"
      note(name, "score", exact(score.score))
      note(name, "level", score.level?.rawValue)
      note(name, "gap", score.gap.map(DecimalText.exact))
      note(name, "share answered", exact(score.coverage))
      noteCount(name, "people", score.people)
      note(name, "standard deviation", exact(score.statistics.then(\.standardDeviation)))
      note(name, "how far people agree", exact(score.statistics.then(\.consensus)))
    }
    for question in group.questions {
      let name = "question \(question.id)"
      note(name, "mean", exact(question.mean))
      for option in question.options { noteCount(name, "answers “\(option.option)”", option.count) }
      for status in AnswerStatus.allCases {
        noteCount(name, status.words, question.statuses.map { $0[status] }, orElse: "withheld")
      }
    }
    return figures
  }
}
