import DigitalMaturity

/// What every format tells of, in the same words: made once of a report's context, and shared by all parts of the page.
final class ReportFacts: Sendable {
  let assessment: Assessment
  let options: ReportOptions
  /// The words of the report.
  let words: ReportWords
  let cohorts: [Cohort]
  /// The areas over all cohorts together; empty unless the assessment declares what each counts.
  let pooled: [PooledScore]
  /// How many people there are, by questionnaire, where the host says.
  let headcounts: [Identifier<Questionnaire>: Headcounts]
  private let context: ReportContext
  /// What marks the language of the assessment's texts.
  private let marks: LanguageMarks
  /// The names of everything that has a score.
  private let names: [Subject: Content]
  /// The actions recommended by each cohort's results, by its position; none where its answers stand side by side.
  private let recommended: [Set<Identifier<Action>>]

  /// The language of pages whose words are not in the catalogue yet.
  static let language = "en"

  /// One questionnaire's results, and what to call the people who answered.
  final class Cohort: Sendable {
    let position: Int
    let scorecard: PublishableScorecard
    /// The questionnaire; nil when the assessment at hand has none of this id.
    let questionnaire: Questionnaire?
    /// The questionnaire's questions, in order.
    let questions: [Question]
    /// Who was asked, such as “Employees”: different for each cohort.
    let name: Content

    /// Whether it was scored with another version of the assessment than the one at hand.
    let isOtherVersion: Bool
    let everyone: GroupResult?
    /// Where everyone's answers to each question stand.
    private let places: [Identifier<Question>: Int]
    /// Whether nothing at all may be shown.
    var isWithheld: Bool { everyone?.isSuppressed ?? false }
    /// Whether the answers were agreed by groups.
    var isAgreed: Bool { scorecard.mode == .consensus }
    /// Whether the answers are figures that were measured.
    var isMeasured: Bool { isAgreed && questionnaire?.isMeasured ?? false }
    /// Whether the agreed answers are each about something else: an average over them tells of none.
    let standsSideBySide: Bool

    init(
      position: Int, scorecard: PublishableScorecard, questionnaire: Questionnaire?, name: Content, isOtherVersion: Bool
    ) {
      self.position = position
      self.scorecard = scorecard
      self.questionnaire = questionnaire
      questions = questionnaire?.questions ?? []
      self.name = name
      self.isOtherVersion = isOtherVersion
      everyone = scorecard.everyone
      let results = scorecard.everyone?.questions ?? []
      places = Dictionary(results.indices.map { (results[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
      standsSideBySide = scorecard.standsSideBySide
    }

    /// Everyone where that tells of something, then the groups of a breakdown.
    func beside(_ groups: [GroupResult]) -> [GroupResult] {
      (standsSideBySide ? [] : everyone.map { [$0] } ?? []) + groups
    }

    /// Everyone's answers to a question. O(1).
    func result(of question: Identifier<Question>) -> QuestionResult? {
      places[question].flatMap { everyone?.questions[$0] }
    }
  }

  init(_ context: ReportContext) {
    let assessment = context.assessment
    let language = context.options.language
    self.assessment = assessment
    self.context = context
    options = context.options
    let words = ReportWords(catalogue: context.options.words)
    self.words = words
    let marks = LanguageMarks(asked: language, own: assessment.language, report: words.language)
    self.marks = marks
    names = ReportFacts.names(assessment, marks)
    pooled = context.pooledScores
    headcounts = context.headcounts
    let audiences = context.scorecards.map { NumberWords.capitalised(NumberWords.words(ofID: $0.audience)) }
    let isOtherVersion = Self.isOtherVersion(context)
    var taken: Set<String> = []
    let cohorts = context.scorecards.enumerated().map { position, scorecard in
      let questionnaire = assessment.questionnaire(scorecard.questionnaire)
      var name = Content(audiences[position])
      let isUnique = audiences.filter { $0 == name.text }.count == 1
      if name.text.isEmpty || !isUnique {
        name =
          questionnaire.map { marks.content($0.title) }
          ?? Content(scorecard.questionnaire.rawValue)
      }
      if taken.contains(name.text) { name = Content("\(name.text) (\(position + 1))", language: name.language) }
      taken.insert(name.text)
      return Cohort(
        position: position, scorecard: scorecard, questionnaire: questionnaire, name: name,
        isOtherVersion: isOtherVersion[position])
    }
    self.cohorts = cohorts
    recommended = cohorts.map { cohort in
      cohort.standsSideBySide ? [] : Set(assessment.recommendedActions(for: cohort.scorecard).map(\.id))
    }
  }

  /// The cohorts whose average tells of something.
  var averaged: [Cohort] { cohorts.filter { !$0.standsSideBySide } }

  /// Text of the assessment in the report's language, marked with its own language where that is another.
  func content(_ text: LocalizedText) -> Content { marks.content(text) }

  /// Text of the assessment, if there is any to read.
  func content(_ text: LocalizedText?) -> Content? { text.flatMap { $0.isEmpty ? nil : content($0) } }

  /// Text of the assessment, a paragraph a line.
  func paragraphs(_ text: LocalizedText?) -> [Content] {
    guard let content = content(text) else { return [] }
    return content.text.split(whereSeparator: \.isNewline).map { Content(String($0), language: content.language) }
  }

  // MARK: Names

  /// The name of something that has a score.
  func name(of score: SubjectScore) -> Content { names[score.subject] ?? Content(score.name) }

  private static func names(_ assessment: Assessment, _ marks: LanguageMarks) -> [Subject: Content] {
    var names: [Subject: Content] = [:]
    for area in assessment.areas { names[Subject(.area, area.id.rawValue)] = marks.content(area.name) }
    for theme in assessment.themes { names[Subject(.theme, theme.id.rawValue)] = marks.content(theme.name) }
    for principle in assessment.principles {
      names[Subject(.principle, principle.id.rawValue)] = marks.content(principle.name)
    }
    for literacy in assessment.literacies {
      names[Subject(.literacy, literacy.id.rawValue)] = marks.content(literacy.name)
    }
    return names
  }

  /// A score in words, or the dash or the marker. It never contradicts the level or the gap beside it.
  func shown(_ score: SubjectScore) -> String {
    score.shown(on: assessment.levels).map { words.catalogue.decimal($0) } ?? words.figure(score.score, decimals: 1)
  }

  /// A score, marked where everyone has the same: then it tells what each person answered.
  func marked(_ score: SubjectScore, in cohort: Cohort) -> String {
    isUnanimous(score, in: cohort) ? "\(shown(score)) \(Self.unanimous)" : shown(score)
  }

  /// The mark of a score that everyone has, with a space in front; else nothing.
  func mark(_ score: SubjectScore, in cohort: Cohort) -> String {
    isUnanimous(score, in: cohort) ? " \(Self.unanimous)" : ""
  }

  /// Whether how people's scores lie is withheld, though the score itself may be shown.
  func isSpreadWithheld(_ score: SubjectScore) -> Bool {
    score.isWithheld || score.coverage.reason?.code == .withheld || score.statistics.reason?.code == .withheld
  }

  /// Whether everyone has the same score; what a group agreed on is no such finding.
  func isUnanimous(_ score: SubjectScore, in cohort: Cohort) -> Bool { score.isUnanimous && !cohort.isAgreed }

  /// What to know of these scores: what the mark of unanimous ones means, and that few people make a hint and no finding;
  /// nil where neither applies.
  func caution(on scores: [SubjectScore], in cohort: Cohort) -> Phrase? { caution(on: [scores], in: cohort) }

  /// The same of the scores of several groups.
  func caution(on groups: [[SubjectScore]], in cohort: Cohort) -> Phrase? {
    var cautions: [Phrase] = []
    if !cohort.isAgreed, groups.contains(where: { scores in scores.indices.contains { scores[$0].isUnanimous } }) {
      cautions.append(words(.unanimousMark, ["mark": Self.unanimous]))
    }
    if !cohort.isAgreed, groups.contains(where: Self.containsHint) {
      cautions.append(words(.smallGroups, ["count": ScoreStatistics.smallSample]))
    }
    return cautions.isEmpty ? nil : .joined(cautions, by: " ")
  }

  /// Whether a score that is shown stands on few people; what a group agreed on does not. Looked at by place and field: scores
  /// are large.
  private static func containsHint(_ scores: [SubjectScore]) -> Bool {
    scores.indices.contains { index in
      guard let people = scores[index].people, scores[index].score.value != nil else { return false }
      return people < ScoreStatistics.smallSample
    }
  }

  static let unanimous = "†"

  /// A caption; beside other audiences, with whose figures they are.
  func caption(_ caption: Phrase, of cohort: Cohort) -> Phrase {
    cohorts.count > 1 ? .joined([caption, Phrase(cohort.name)], by: ": ") : caption
  }

  /// A gap to the target in words: “0.4 below”.
  func gap(of score: SubjectScore) -> Phrase {
    guard let gap = score.gap, let value = score.score.value, let target = score.target else {
      if score.isWithheld { return Phrase(NumberWords.withheld) }
      return score.target == nil && score.score.value != nil ? words(.noTarget) : Phrase(NumberWords.none)
    }
    return gapWords(gap, score: value, target: target, below: .gapBelow, above: .gapAbove, on: .onTarget)
  }

  /// Where a score stands in a sentence: “0.4 below the target of 4”; nil without a score or a target.
  func gapToTarget(of score: SubjectScore) -> Phrase? {
    guard let gap = score.gap, let value = score.score.value, let target = score.target else { return nil }
    return gapWords(
      gap, score: value, target: target, below: .belowTargetOf, above: .aboveTargetOf, on: .onTargetOf)
  }

  /// A gap as it is shown: below, above or on the target.
  func gapWords(
    _ gap: Double, score: Double, target: Double, below: ReportMessage, above: ReportMessage, on: ReportMessage
  ) -> Phrase {
    guard let size = ShownScore.gap(score, levels: assessment.levels, target: target) else {
      return words(on, ["target": words.exact(target)])
    }
    return words(gap > 0 ? below : above, ["gap": words.catalogue.decimal(size), "target": words.exact(target)])
  }

  /// Whether every level's name is short enough to stand on one line of a narrow column.
  var hasShortLevelNames: Bool {
    assessment.levels.allSatisfy { DisplayWidth.of(PlainText.clean(content($0.name).text)) <= 18 }
  }

  /// The level a score falls in.
  func level(of score: SubjectScore) -> MaturityLevel? {
    assessment.levels.firstIndex { $0.id == score.level }.map { assessment.levels[$0] }
  }

  /// A score's level in words; without a score, why there is none.
  func levelWords(of score: SubjectScore) -> Phrase {
    if let level = level(of: score) { return "\(content(level.name))" }
    if let id = score.level { return Phrase(Content(id.rawValue)) }
    if score.isWithheld { return words(.withheldWord) }
    return score.score.reason.map { words.reason($0) } ?? Phrase(NumberWords.none)
  }

  /// A group in words: “Everyone”, “Homes and neighbourhoods”, “not stated”; crossed groups with a dot between.
  func name(of key: [GroupAttribute], in cohort: Cohort) -> Phrase {
    if key.isEmpty { return words(.everyone) }
    return Phrase.joined(
      key.map { part in
        guard let value = part.value else {
          if key.count == 1 { return words(.notStated) }
          return words(.attributeNotStated, ["attribute": NumberWords.words(ofID: part.attribute.rawValue)])
        }
        let attribute = cohort.questionnaire?.attributes.first { $0.id == part.attribute }
        let label = attribute?.values.first { $0.id == value }?.label
        return Phrase(label.map { content($0) } ?? Content(value.rawValue))
      }, by: " · ")
  }

  /// A breakdown in words: “directorate and role”.
  func name(of breakdown: [Identifier<Attribute>]) -> String {
    words.list(breakdown.map { Phrase(NumberWords.words(ofID: $0.rawValue)) }).plain
  }

  /// How many stand behind a figure.
  func people(_ count: Int?, in cohort: Cohort) -> String { count.map { String($0) } ?? NumberWords.withheld }

  /// What groups wrote in answer to a question, each with which group it was; of what people answer one by one nothing.
  func texts(of question: Question, in cohort: Cohort) -> [(group: Phrase, text: Content)] {
    context.texts(of: question.id, in: cohort.scorecard.questionnaire)
      .map { ($0.group.isEmpty ? words(.agreed) : name(of: $0.group, in: cohort), Content($0.text)) }
  }

  /// The actions recommended in an area, each with the cohorts whose results recommend it.
  func actions(for area: Identifier<Area>) -> [(action: Action, cohorts: [Cohort])] {
    assessment.actions.filter { $0.area == area }.compactMap { action in
      let cohorts = cohorts.filter { recommended[$0.position].contains(action.id) }
      return cohorts.isEmpty ? nil : (action, cohorts)
    }
  }

  /// Which results were scored with another version of the assessment than the one at hand. O(the assessment's document),
  /// whose digest is found once for all of them.
  private static func isOtherVersion(_ context: ReportContext) -> [Bool] {
    let assessment = context.assessment
    let references = context.scorecards.map(\.assessment)
    let own = references.contains { $0.digest != nil } ? assessment.digest : nil
    return references.map { reference in
      if reference.id != assessment.id || reference.version != assessment.version { return true }
      guard let digest = reference.digest, let own else { return false }
      return digest != own
    }
  }
}

extension ReportFacts {
  /// Whether any of the results says which assessment it is of.
  var saysOccasion: Bool { cohorts.contains { $0.scorecard.occasion != Occasion() } }

  /// Which assessment the results are of: “2026 assessment, 1 May 2026”; nil when nobody said.
  var occasion: Phrase? {
    let occasion = cohorts.first?.scorecard.occasion
    let title = occasion?.title.map { Phrase(Content($0)) }
    let date = occasion?.date.map { Phrase($0.words(in: words.catalogue)) }
    guard let title, let date else { return title ?? date }
    return words(.occasion, ["title": title, "date": date])
  }

  /// Who answered which questionnaire: “Employees: 104 people answered “How we work today””.
  func participation(of cohort: Cohort) -> Phrase {
    let title = cohort.questionnaire.map { content($0.title) } ?? Content(cohort.scorecard.questionnaire.rawValue)
    guard let count = cohort.everyone?.respondents else {
      return words(.participationWithheld, ["cohort": cohort.name, "title": title])
    }
    if cohort.isMeasured { return words(.participationMeasured, ["cohort": cohort.name, "title": title]) }
    return words(
      cohort.isAgreed ? .participationAgreed : .participationPeople,
      ["cohort": cohort.name, "count": count, "title": title])
  }
}

/// Marks texts whose language is not that of the report's own words.
private struct LanguageMarks: Sendable {
  /// The language that is asked for, and that of plain text.
  let asked: String?
  let own: String
  private let report: String
  /// The mark of plain text, found once: most text is plain.
  private let markOfPlain: String?

  init(asked: String?, own: String, report: String) {
    self.asked = asked
    self.own = own
    self.report = Self.primary(report)
    markOfPlain = Self.mark(own, self.report)
  }

  func content(_ text: LocalizedText) -> Content {
    if text.translations.isEmpty { return Content(text.text, language: markOfPlain) }
    return Content(text.text(in: asked), language: Self.mark(text.language(in: asked, own: own), report))
  }

  private static func mark(_ tag: String, _ report: String) -> String? {
    tag.isEmpty || primary(tag) == report ? nil : tag
  }

  private static func primary(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }
}
