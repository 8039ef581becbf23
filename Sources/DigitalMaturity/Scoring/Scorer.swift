/// Scores the answers to one questionnaire of an assessment.
///
/// There is one path: ``tally(_:into:)`` counts any number of rows, as often as there are blocks of them, and
/// ``scorecard(_:intervals:smallestStratum:)`` makes the results of the counts. The scorer is immutable and can be shared
/// between threads, each with a tally of its own, merged at the end.
public struct Scorer: Sendable {
  /// The rows that are scored at a time: few enough to stay in the processor's cache.
  static let blockRows = 8192

  let assessment: Assessment
  /// Which version of which assessment; its digest is found once.
  let reference: AssessmentReference
  let plan: ScoringPlan
  let questionnaire: Questionnaire
  let questions: [Question]
  let breakdowns: Breakdowns
  /// All that is scored from questions; then the variants that show what each question does to one of them.
  let subjects: [BoundSubject]
  /// The variants' positions, for each item of the subject that is asked about.
  let variants: [(without: Int?, raised: Int?)]
  /// The subject whose items' effects are wanted.
  let movedSubject: Subject?
  /// The population that everyone's scores are weighted to.
  let population: Headcounts?
  let shape: Tally.Shape
  /// For each subject, what is added up of its questions.
  let sums: [AnswerSums]
  /// The questions that are counted with no subject.
  let others: AnswerSums
  /// The positions of the questions that are open.
  let openQuestions: [Int]
  private let branching: Branching

  /// Binds an assessment's rules to the columns of a questionnaire.
  /// - Parameters:
  ///   - assessment: The assessment.
  ///   - id: The questionnaire that was answered.
  ///   - breakdowns: Each a list of attributes to break results down by, crossed.
  ///   - clusters: The attribute, such as the session, whose people are more alike than strangers: likely ranges then
  ///     resample its values and not single people. Who did not state it is a cluster of its own.
  ///   - subject: The subject for which ``SubjectScore/effects`` are found: what each question does to its score.
  ///   - population: How many people there are in each group: everyone's scores are weighted to it, and results are broken
  ///     down by its attributes too.
  /// - Throws: ``DocumentError`` for an unknown questionnaire or attribute, an assessment without scoring, and
  ///   breakdowns that make more than 65,536 groups.
  public init(
    _ assessment: Assessment, questionnaire id: Identifier<Questionnaire>,
    breakdowns: [[Identifier<Attribute>]] = [], clusters: Identifier<Attribute>? = nil,
    effectsOn subject: Subject? = nil, population: Headcounts? = nil
  ) throws(DocumentError) {
    guard let questionnaire = assessment.questionnaire(id) else {
      let known = assessment.questionnaires.map(\.id.rawValue)
      throw DocumentError(
        Diagnostic(
          .unknownReference,
          "the assessment has no questionnaire “\(DocumentNode.short(id.rawValue))”\(NearestName.hint(id.rawValue, in: known))"
        ))
    }
    guard let plan = assessment.scoring else {
      throw DocumentError(
        Diagnostic(.missingKey, "the assessment “\(assessment.id)” does not say how it is scored; add “scoring”"))
    }
    self.assessment = assessment
    reference = AssessmentReference(assessment)
    self.plan = plan
    self.questionnaire = questionnaire
    questions = questionnaire.questions
    self.population = population
    self.breakdowns = try Breakdowns(
      breakdowns + (population.map { [$0.attributes] } ?? []), clusters: clusters, of: questionnaire)
    var subjects = Self.bind(plan, assessment, questions)
    var variants: [(without: Int?, raised: Int?)] = []
    if let bound = subjects.first(where: { $0.subject == subject }) {
      func add(_ variant: BoundSubject?) -> Int? {
        guard let variant else { return nil }
        subjects.append(variant)
        return subjects.count - 1
      }
      for item in 0..<bound.itemCount { variants.append((add(bound.without(item)), add(bound.raised(item)))) }
    }
    movedSubject = subject
    self.subjects = subjects
    self.variants = variants
    branching = Branching(questions)
    let attributes = self.breakdowns.finest.map { questionnaire.attributes[$0].id.rawValue }
    let shape = Tally.Shape(
      source: [assessment.id.rawValue, assessment.version, reference.digest ?? "", id.rawValue] + attributes,
      options: questions.map { $0.answers.closedOptions.count },
      marks: questions.map { $0.optionKind.map { OptionMarks($0) } },
      subjects: subjects.map { $0.itemSums?.steps.count ?? 0 })
    self.shape = shape
    openQuestions = questionnaire.questions.enumerated().compactMap { index, question in
      if case .open = question.answers { index } else { nil }
    }
    var isCounted = Array(repeating: false, count: questions.count)
    sums = subjects.map { subject in
      let columns = subject.items.enumerated().map { number, item in
        let isOwn = subject.itemSums != nil && number < subject.itemCount && !isCounted[item.column]
        if isOwn { isCounted[item.column] = true }
        return (item.column, isOwn)
      }
      let keys = subject.definition.unit == .respondent ? subject.linearKeys ?? subject.keys : nil
      return AnswerSums(columns, keys: keys, sums: subject.itemSums, shape: shape)
    }
    let rest = questions.indices.filter { !isCounted[$0] }.map { ($0, true) }
    others = AnswerSums(rest, keys: nil, sums: nil, shape: shape)
  }

  /// An empty tally for this scorer.
  public func makeTally() -> Tally { Tally(shape: shape) }

  /// Counts the answers of a sheet into a tally.
  ///
  /// O(answers). The same counts whatever the order of rows and however they are split into sheets.
  /// - Precondition: The tally was made by this scorer or one alike, and the sheet has this questionnaire's columns.
  public func tally(_ sheet: AnswerSheet, into tally: inout Tally) {
    precondition(tally.shape == shape, "a tally belongs to the scorer that made it")
    precondition(
      sheet.columns.count == questions.count && sheet.attributes.count == questionnaire.attributes.count,
      "a sheet has the columns of the questionnaire it is scored by")
    var sheet = sheet
    if branching.isNeeded { branching.mark(&sheet) }
    var start = 0
    while start < sheet.count {
      let end = min(start + Self.blockRows, sheet.count)
      BlockTally(self, sheet, rows: start..<end, &tally).count(into: &tally)
      start = end
    }
  }

  // MARK: Binding

  /// Areas, then principles and literacies, then themes where they are made of questions: all that is scored from
  /// questions.
  static func bind(_ plan: ScoringPlan, _ assessment: Assessment, _ questions: [Question]) -> [BoundSubject] {
    func subject(
      _ kind: Subject.Kind, _ id: String, _ definition: ScoringDefinition, weight: (Measures) -> Double?
    ) -> BoundSubject {
      let own = questions.indices.compactMap { column in
        weight(questions[column].measures).map { (column: column, weight: $0) }
      }
      return BoundSubject(
        Subject(kind, id), definition: definition, own: own, questions: questions, levels: assessment.levels)
    }
    var subjects: [BoundSubject] = []
    for area in assessment.areas {
      subjects.append(
        subject(.area, area.id.rawValue, plan.definition(for: area.id)) { $0.areas[area.id] })
    }
    for principle in assessment.principles {
      subjects.append(
        subject(.principle, principle.id.rawValue, plan.principles) { $0.principles[principle.id] })
    }
    for literacy in assessment.literacies {
      subjects.append(
        subject(.literacy, literacy.id.rawValue, plan.literacies) { $0.literacies[literacy.id] })
    }
    guard plan.themeSource == .questions else { return subjects }
    for theme in assessment.themes {
      let areas = assessment.areas.filter { $0.themes.contains(theme.id) }
      subjects.append(
        subject(.theme, theme.id.rawValue, plan.themes) { measures in
          let shares = areas.compactMap { area in measures.areas[area.id].map { $0 * area.weight } }
          return shares.isEmpty ? nil : shares.reduce(0, +)
        })
    }
    return subjects
  }
}
