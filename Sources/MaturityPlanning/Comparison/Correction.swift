public import DigitalMaturity

/// Every figure that differs between a published result and its correction, for a note to whoever received it.
public struct Correction: Sendable, Hashable {
  /// A figure that differs.
  public struct Entry: Sendable, Hashable {
    /// The questionnaire.
    public let questionnaire: Identifier<Questionnaire>
    /// Whose figure it is; empty for everyone.
    public let group: [GroupAttribute]
    /// What it belongs to.
    public let of: Owner
    /// Which figure it is.
    public let figure: Kind
    /// As it was published: a number as pages show it, a level's id, `withheld`, or a dash for none.
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

  /// What a figure belongs to.
  public enum Owner: Sendable, Hashable {
    /// All people of the group.
    case group
    /// What has a score, with its name in the result.
    case score(Subject, name: String)
    /// A question.
    case question(Identifier<Question>)
  }

  /// Which figure it is.
  public enum Kind: Sendable, Hashable {
    /// How many responded.
    case respondents
    /// A score.
    case score
    /// The level that the score falls in.
    case level
    /// Target less score.
    case gap
    /// The share answered of what was shown and applies.
    case answered
    /// How many people stand behind the score.
    case people
    /// The standard deviation of people's scores.
    case standardDeviation
    /// How far people agree.
    case consensus
    /// The mean of the answers.
    case mean
    /// How many chose an option, by its id.
    case option(Identifier<AnswerOption>)
    /// What became of a question.
    case status(AnswerStatus)
  }

  /// The figures of groups that both results have, in the order of the corrected result.
  public let entries: [Entry]
  /// The groups that the corrected result alone has.
  public let newGroups: [Group]
  /// The groups that the published result alone has.
  public let goneGroups: [Group]
  /// How many figures are not among the entries because they would show how one person or two answered: counts that differ by
  /// one or two, and what is calculated of answers that no more than two people gave otherwise, but for the score itself.
  public let leftOut: Int
  /// How many figures differ by less than pages show, and are not among the entries.
  public let alikeWhenShown: Int
  /// Whose scores are among those, of everyone: what changed is said, though no figure of it looks different.
  public let hardlyChanged: [Owner]
  /// Whether other people took part, and three in four of the scores, or of everyone's, that both results have differ, of
  /// at least five: as between two assessments, and seldom between a result and its correction.
  public let isLikeAnotherAssessment: Bool

  /// Compares every published figure: numbers of people, scores, levels, gaps, shares answered, means, spreads, counts.
  ///
  /// Numbers are compared unrounded and told rounded, as pages show them: an unrounded mean before and after, times the number
  /// of people, is the sum of their answers, and the difference of two sums is what one person said. O(figures).
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
    var (leftOut, alikeWhenShown) = (0, 0)
    var hardlyChanged: [Owner] = []
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
        let moved = MovedAnswers(first, second)
        // What groups agreed on is nobody's own.
        let isOfPeople = old?.mode != .consensus || new?.mode != .consensus
        let (before, after) = (Self.figures(first), Self.figures(second))
        let known = Dictionary(before.map { ($0.place, $0.value) }) { first, _ in first }
        let later = Dictionary(after.map { ($0.place, $0.value) }) { first, _ in first }
        let places = after.map(\.place) + before.map(\.place).filter { later[$0] == nil }
        let both = after.map(\.place).filter { $0.figure == .score && known[$0] != nil }
        hasOtherPeople = hasOtherPeople || first.respondents != second.respondents
        let others = both.count { known[$0]?.exact != later[$0]?.exact }
        all = (all.scores + both.count, all.others + others)
        if key.isEmpty { ofEveryone = (ofEveryone.scores + both.count, ofEveryone.others + others) }
        for place in places where known[place]?.exact != later[place]?.exact {
          if isOfPeople, Self.isOfFewPeople(known[place], later[place], moved) {
            leftOut += 1
            continue
          }
          if let one = known[place], let other = later[place], one.text == other.text {
            alikeWhenShown += 1
            if key.isEmpty, place.figure == .score, !hardlyChanged.contains(place.of) {
              hardlyChanged.append(place.of)
            }
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
    self.alikeWhenShown = alikeWhenShown
    self.hardlyChanged = hardlyChanged
    hasOtherPeople = hasOtherPeople || !newGroups.isEmpty || !goneGroups.isEmpty
    // Of small groups much is withheld both times, which is no difference; of everyone hardly anything.
    isLikeAnotherAssessment =
      hasOtherPeople && [all, ofEveryone].contains { $0.scores >= 5 && $0.others * 4 >= $0.scores * 3 }
  }

  /// Whether a figure tells of one person or two: a count that differs by so many, and what is calculated of answers of which
  /// no more differ. The score, its level and its gap are told nevertheless, rounded: they are what was published, and wrong.
  private static func isOfFewPeople(_ published: Value?, _ corrected: Value?, _ moved: MovedAnswers) -> Bool {
    switch (published?.origin, corrected?.origin) {
    case (.count(let one?)?, .count(let other?)?): (one - other).magnitude <= 2
    case (.derived(let old)?, .derived(let new)?): moved.isOfFewPeople(old + new)
    default: false
    }
  }

  /// What stands for a figure that is withheld.
  static let withheld = "withheld"

  private struct Place: Hashable {
    let of: Owner
    let figure: Kind
  }

  private struct Value {
    enum Origin {
      /// A number of people; nil when withheld.
      case count(Int?)
      /// A score, its level or its gap.
      case result
      /// What else is calculated of the answers to questions; of none, of whatever the group was asked.
      case derived([String])
    }

    /// As it is told.
    let text: String
    /// Unrounded, to see whether it differs.
    let exact: String
    let origin: Origin
  }

  /// Every figure of a group, as pages show it and exactly.
  private static func figures(_ group: GroupResult) -> [(place: Place, value: Value)] {
    var figures: [(Place, Value)] = []
    func note(_ of: Owner, _ figure: Kind, _ text: String, exact: String? = nil, _ origin: Value.Origin) {
      let place = Place(of: of, figure: figure)
      figures.append((place, Value(text: text, exact: exact ?? text, origin: origin)))
    }
    func noteCount(_ of: Owner, _ figure: Kind, _ count: Int?, orElse none: String = "–") {
      note(of, figure, count.map(String.init) ?? none, .count(count))
    }
    func note(
      _ of: Owner, _ kind: Kind, _ figure: Figure<Double>, _ origin: Value.Origin, _ shown: (Double) -> String
    ) {
      let none = figure.reason?.code == .withheld ? withheld : "–"
      note(of, kind, figure.value.map(shown) ?? none, exact: figure.value.map(DecimalText.exact) ?? none, origin)
    }
    func rounded(to decimals: Int) -> (Double) -> String { { DecimalText.rounded($0, decimals: decimals) } }
    noteCount(.group, .respondents, group.respondents, orElse: withheld)
    for score in group.scores {
      let owner = Owner.score(score.subject, name: score.name)
      let derived = Value.Origin.derived(
        score.provenance.source == .questions ? score.provenance.items.map(\.id) : [])
      note(owner, .score, score.score, .result, rounded(to: score.level == nil ? 2 : 1))
      note(owner, .level, score.level?.rawValue ?? "–", .result)
      note(owner, .gap, score.gap.map { .finite($0) } ?? .undefined(.noTarget), .result, rounded(to: 1))
      note(owner, .answered, score.coverage, derived) { "\(DecimalText.rounded($0 * 100, decimals: 0))\u{A0}%" }
      noteCount(owner, .people, score.people)
      note(owner, .standardDeviation, score.statistics.then(\.standardDeviation), derived, rounded(to: 2))
      note(owner, .consensus, score.statistics.then(\.consensus), derived, rounded(to: 2))
    }
    for question in group.questions {
      let owner = Owner.question(question.id)
      note(owner, .mean, question.mean, .derived([question.id.rawValue]), rounded(to: 1))
      for option in question.options { noteCount(owner, .option(option.option), option.count) }
      for status in AnswerStatus.allCases {
        noteCount(owner, .status(status), question.statuses.map { $0[status] }, orElse: withheld)
      }
    }
    return figures
  }
}

/// How many people of a group can have answered each question otherwise, between a result and its correction.
private struct MovedAnswers {
  /// The most counts that rose or fell, a question; nil where counts are withheld or answers are not counted by option.
  private let people: [String: Int?]

  init(_ published: GroupResult, _ corrected: GroupResult) {
    let before = Dictionary(published.questions.map { ($0.id, $0) }) { first, _ in first }
    people = Dictionary(
      corrected.questions.map { question in
        (question.id.rawValue, before[question.id].flatMap { Self.moved($0, question) })
      }
    ) { first, _ in first }
  }

  /// Whether somebody answered one of these questions otherwise, and no more than two people any of them, as far as counts
  /// tell; a question of which they do not tell is taken for such a one. Without another answer it is the scoring that differs.
  func isOfFewPeople(_ questions: [String]) -> Bool {
    let all = questions.isEmpty ? Array(people.values) : questions.map { people[$0] ?? nil }
    return all.allSatisfy { ($0 ?? 1) <= 2 } && all.contains { ($0 ?? 1) > 0 }
  }

  private static func moved(_ published: QuestionResult, _ corrected: QuestionResult) -> Int? {
    guard let before = published.statuses, let after = corrected.statuses else { return nil }
    var (more, less) = (0, 0)
    func add(_ difference: Int) {
      if difference > 0 { more += difference } else { less -= difference }
    }
    let options = Dictionary(published.options.map { ($0.option, $0.count) }) { first, _ in first }
    for option in corrected.options {
      add(option.count - (options[option.option] ?? 0))
    }
    // What is answered is counted by option; without options, by the answers themselves.
    for status in AnswerStatus.allCases where status != .answered || corrected.options.isEmpty {
      add(after[status] - before[status])
    }
    return corrected.options.isEmpty ? nil : max(more, less)
  }
}
