public import DigitalMaturity
import MaturityTables

/// Results as tidy tables for analysts, with a description that programs read: CSV on the Web (W3C, 2015).
///
/// `scores.csv` has a row for each group and thing that has a score, `distributions.csv` a row for each answer or score
/// that people had; `csv-metadata.json` says what each column holds, which columns name a row, and how the tables
/// belong together. Numbers are unrounded. What is withheld is `[c]`, what is undefined is empty with a reason; the
/// description tells programs that both mean nothing. Text that a spreadsheet would take for a formula gets an
/// apostrophe in front.
public struct CSVWReportFormat: FolderReportFormat {
  /// `csvw`.
  public let name = "csvw"
  /// `csvw`.
  public let fileExtension = "csvw"

  /// Makes the format.
  public init() {}

  /// Makes the tables and their description. O(scorecards × groups × figures).
  public func files(_ context: ReportContext) -> [ReportFile] {
    let tables = TidyTables(ReportFacts(context))
    return [
      ReportFile(name: TidyColumn.scoresFile, bytes: tables.scores),
      ReportFile(name: TidyColumn.distributionsFile, bytes: tables.distributions),
      ReportFile(name: "csv-metadata.json", bytes: tables.metadata),
    ]
  }
}

/// The two tables, row by row.
private struct TidyTables {
  private let facts: ReportFacts
  private let attributes: [(id: Identifier<Attribute>, column: TidyColumn)]
  private(set) var scores: [UInt8] = []
  private(set) var distributions: [UInt8] = []

  init(_ facts: ReportFacts) {
    self.facts = facts
    attributes = TidyColumn.attributes(facts)
    writeScores()
    writeDistributions()
  }

  private var scoreColumns: [TidyColumn] {
    TidyColumn.row + [TidyColumn.group] + attributes.map(\.column) + TidyColumn.scores
      + (facts.saysOccasion ? TidyColumn.occasion : [])
  }
  private var distributionColumns: [TidyColumn] { TidyColumn.row + TidyColumn.distributions }

  var metadata: [UInt8] { TidyColumn.metadata(facts, scores: scoreColumns, distributions: distributionColumns) }

  private mutating func writeScores() {
    var csv = CSVWriter()
    for column in scoreColumns { csv.text(column.name) }
    csv.endRow()
    for cohort in facts.cohorts {
      for group in cohort.scorecard.groups {
        let all = group.areas + group.themes + group.principles + group.literacies
        // An average over answers about different things tells of none.
        let isAverage = group.key.isEmpty && cohort.standsSideBySide
        for score in isAverage ? [] : all + (group.overall.map { [$0] } ?? []) {
          write(score, of: group, cohort, to: &csv)
        }
        for question in group.questions { write(question, of: group, cohort, to: &csv) }
      }
    }
    for score in facts.pooled { write(score, to: &csv) }
    scores = csv.bytes
  }

  private func write(
    _ score: SubjectScore, of group: GroupResult, _ cohort: ReportFacts.Cohort, to csv: inout CSVWriter
  ) {
    begin(group, cohort, score.subject.kind.rawValue, score.subject.id, to: &csv)
    words(of: group, cohort, to: &csv)
    let cells = TidyCells(isWithheld: score.isWithheld)
    csv.text(PlainText.clean(facts.name(of: score).text))
    cells.figure(score.score, to: &csv)
    cells.text(score.level?.rawValue, to: &csv)
    cells.text(facts.level(of: score).map { PlainText.clean(facts.content($0.name).text) }, to: &csv)
    TidyCells(isWithheld: false).number(score.target, to: &csv)
    cells.number(score.gap, to: &csv)
    cells.statistics(score.statistics, to: &csv)
    cells.counts(score.statuses, people: score.people, coverage: score.coverage, to: &csv)
    cells.text(facts.isUnanimous(score, in: cohort) ? "yes" : score.isWithheld ? nil : "", to: &csv)
    end(cohort.scorecard.occasion, to: &csv)
  }

  private func write(
    _ result: QuestionResult, of group: GroupResult, _ cohort: ReportFacts.Cohort, to csv: inout CSVWriter
  ) {
    begin(group, cohort, "question", result.id.rawValue, to: &csv)
    words(of: group, cohort, to: &csv)
    let cells = TidyCells(isWithheld: result.isWithheld)
    let question = cohort.questions.first { $0.id == result.id }
    csv.text(question.map { PlainText.clean(facts.content($0.text).text) } ?? result.id.rawValue)
    cells.figure(result.mean, to: &csv)
    for _ in ["level", "level_name", "target", "gap"] { csv.text("") }
    cells.statistics(result.statistics, to: &csv)
    cells.counts(
      result.statuses, people: result.statuses?[.answered], coverage: Self.coverage(of: result.statuses), to: &csv)
    csv.text("")
    end(cohort.scorecard.occasion, to: &csv)
  }

  private static func coverage(of statuses: StatusCounts?) -> Figure<Double> {
    guard let statuses else { return .undefined(.withheld) }
    guard statuses.applicable > 0 else { return .undefined(.noneApplicable) }
    return .value(Double(statuses[.answered]) / Double(statuses.applicable))
  }

  /// An area over all audiences together: its questionnaire is all of theirs.
  private func write(_ score: PooledScore, to csv: inout CSVWriter) {
    csv.text(score.parts.map(\.questionnaire.rawValue).joined(separator: "+"))
    csv.text("All audiences together")
    for cell in ["everyone", Subject.Kind.area.rawValue, score.area.id.rawValue, "Everyone"] { csv.text(cell) }
    for _ in attributes { csv.text("") }
    csv.text(PlainText.clean(facts.content(score.area.name).text))
    let cells = TidyCells(isWithheld: score.score.reason?.code == .withheld)
    cells.figure(score.score, to: &csv)
    let level = facts.assessment.levels.first { $0.id == score.level }
    cells.text(level?.id.rawValue, to: &csv)
    cells.text(level.map { PlainText.clean(facts.content($0.name).text) }, to: &csv)
    TidyCells(isWithheld: false).number(score.area.target, to: &csv)
    cells.number(score.gap, to: &csv)
    for _ in TidyColumn.scores.drop(while: { $0.name != "gap" }).dropFirst() { csv.text("") }
    end(facts.cohorts.first?.scorecard.occasion, to: &csv)
  }

  private func end(_ occasion: Occasion?, to csv: inout CSVWriter) {
    if facts.saysOccasion {
      csv.text(PlainText.clean(occasion?.title ?? ""))
      csv.text(occasion?.date?.description ?? "")
    }
    csv.endRow()
  }

  // MARK: Distributions

  private mutating func writeDistributions() {
    var csv = CSVWriter()
    for column in distributionColumns { csv.text(column.name) }
    csv.endRow()
    for cohort in facts.cohorts {
      for group in cohort.scorecard.groups {
        let isAverage = group.key.isEmpty && cohort.standsSideBySide
        for score in isAverage ? [] : group.areas + group.themes + group.principles + group.literacies {
          let total = score.distribution.reduce(0) { $0 + $1.count }
          for (place, entry) in score.distribution.enumerated() {
            begin(group, cohort, score.subject.kind.rawValue, score.subject.id, to: &csv)
            Self.end(place, "", "", score: entry.score, entry.count, of: total, to: &csv)
          }
        }
        for result in group.questions { writeDistribution(result, of: group, cohort, to: &csv) }
      }
    }
    distributions = csv.bytes
  }

  /// By option where there are options, else by number.
  private func writeDistribution(
    _ result: QuestionResult, of group: GroupResult, _ cohort: ReportFacts.Cohort, to csv: inout CSVWriter
  ) {
    guard let answered = result.statuses?[.answered], answered > 0 else { return }
    let question = cohort.questions.first { $0.id == result.id }
    for (place, count) in result.options.enumerated() {
      let option = question?.answers.options.first { $0.id == count.option }
      begin(group, cohort, "question", result.id.rawValue, to: &csv)
      Self.end(
        place, count.option.rawValue, option.map { PlainText.clean(facts.content($0.label).text) } ?? "",
        score: option?.score.flatMap { question?.effective($0) }, count.count, of: answered, to: &csv)
    }
    if !result.options.isEmpty { return }
    for (place, entry) in result.distribution.enumerated() {
      begin(group, cohort, "question", result.id.rawValue, to: &csv)
      Self.end(place, "", "", score: entry.score, entry.count, of: answered, to: &csv)
    }
  }

  private static func end(
    _ place: Int, _ option: String, _ label: String, score: Double?, _ count: Int, of total: Int,
    to csv: inout CSVWriter
  ) {
    csv.number(place + 1)
    csv.text(option)
    csv.text(label)
    TidyCells(isWithheld: false).number(score, to: &csv)
    csv.number(count)
    TidyCells(isWithheld: false).number(total > 0 ? Double(count) / Double(total) : nil, to: &csv)
    csv.endRow()
  }

  // MARK: What names a row

  private func begin(
    _ group: GroupResult, _ cohort: ReportFacts.Cohort, _ kind: String, _ id: String, to csv: inout CSVWriter
  ) {
    csv.text(cohort.scorecard.questionnaire.rawValue)
    csv.text(PlainText.clean(cohort.name.text))
    let parts = group.key.map { "\($0.attribute)=\($0.value?.rawValue ?? TidyColumn.notStated)" }
    csv.text(parts.isEmpty ? "everyone" : parts.joined(separator: ";"))
    csv.text(kind)
    csv.text(id)
  }

  private func words(of group: GroupResult, _ cohort: ReportFacts.Cohort, to csv: inout CSVWriter) {
    csv.text(facts.name(of: group.key, in: cohort).plain)
    for attribute in attributes {
      let part = group.key.first { $0.attribute == attribute.id }
      csv.text(part.map { $0.value?.rawValue ?? TidyColumn.notStated } ?? "")
    }
  }
}

/// The cells of one row: a figure that is not there is `[c]` where it is withheld, and else empty.
private struct TidyCells {
  let isWithheld: Bool

  private var missing: String { isWithheld ? NumberWords.withheld : "" }

  func text(_ text: String?, to csv: inout CSVWriter) { csv.text(text ?? missing) }

  func number(_ value: Double?, to csv: inout CSVWriter) {
    if let value { csv.number(NumberWords.exact(value)) } else { csv.text(missing) }
  }

  /// A figure that may be withheld or undefined for itself.
  private func part(_ figure: Figure<Double>, to csv: inout CSVWriter) {
    TidyCells(isWithheld: figure.reason?.code == .withheld).number(figure.value, to: &csv)
  }

  /// The figure, whether it is there, and why it is not.
  func figure(_ figure: Figure<Double>, to csv: inout CSVWriter) {
    part(figure, to: &csv)
    csv.text(figure.value != nil ? "shown" : figure.reason?.code == .withheld ? "withheld" : "undefined")
    csv.text(figure.reason?.sentence ?? "")
  }

  func statistics(_ statistics: Figure<ScoreStatistics>, to csv: inout CSVWriter) {
    let interval = statistics.then(\.interval)
    part(statistics.then(\.median), to: &csv)
    part(statistics.then(\.standardDeviation), to: &csv)
    part(statistics.then(\.consensus), to: &csv)
    part(interval.map(\.low), to: &csv)
    part(interval.map(\.high), to: &csv)
  }

  /// Counts that are not there are withheld, also beside a score that is shown.
  func counts(_ statuses: StatusCounts?, people: Int?, coverage: Figure<Double>, to csv: inout CSVWriter) {
    let hidden = TidyCells(isWithheld: true)
    hidden.number(people.map(Double.init), to: &csv)
    part(coverage, to: &csv)
    for status in AnswerStatus.allCases { hidden.number(statuses.map { Double($0[status]) }, to: &csv) }
  }
}
