public import DigitalMaturity
import MaturityTables

/// Results as one tidy table for analysts: a row a group and a thing that has a score, numbers unrounded.
///
/// Columns: questionnaire, group (in words), one an attribute (the value's id; empty for everyone), kind, id, name,
/// score, level, target, gap, n, coverage, answered (answers counted), reason, share, mean-place, unanimous
/// (“yes” where everyone has the same score: handle with care); title and date of the assessment, where the results say them.
/// Of agreed answers that are each about something else, everyone has no scores. Answers that no score
/// tells of have a row of the kind `question`, and one of the kind `option` for each option, with the id
/// `question/option`: n is how many answered, answered how many chose it (of a ranking, put it first), share the one in
/// the other, 0 to 1. Withheld figures are `[c]`, undefined ones empty with a reason. Text that a spreadsheet would take for a formula gets an apostrophe in front.
public struct CSVReportFormat: ReportFormat {
  /// `csv`.
  public let name = "csv"
  /// `csv`.
  public let fileExtension = "csv"

  /// Makes the format.
  public init() {}

  /// Writes the table. O(scorecards × groups × figures).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    let facts = ReportFacts(context)
    var attributes: [Identifier<Attribute>] = []
    for attribute in facts.cohorts.flatMap({ $0.scorecard.breakdowns.joined() }) where !attributes.contains(attribute) {
      attributes.append(attribute)
    }
    var csv = CSVWriter()
    for column in Self.columns(attributes, facts) { csv.text(column) }
    csv.endRow()
    for cohort in facts.cohorts {
      for group in cohort.scorecard.groups {
        // An average over answers about different things tells of none.
        let isAverage = group.key.isEmpty && cohort.standsSideBySide
        let scores = group.areas + group.themes + group.principles + group.literacies
        for score in isAverage ? [] : scores + (group.overall.map { [$0] } ?? []) {
          Self.write(score, of: group, cohort, attributes, facts, to: &csv)
        }
        for question in cohort.questions {
          guard let answers = QuestionAnswers(question, in: group, isSample: !cohort.isAgreed) else { continue }
          Self.write(answers, of: group, cohort, attributes, facts, to: &csv)
        }
      }
    }
    for score in facts.pooled { Self.write(score, attributes, facts, to: &csv) }
    output.write(bytes: csv.bytes)
  }

  /// An area over all audiences together: its questionnaire is all of theirs.
  private static func write(
    _ score: PooledScore, _ attributes: [Identifier<Attribute>], _ facts: ReportFacts, to csv: inout CSVWriter
  ) {
    csv.text(score.parts.map(\.questionnaire.rawValue).joined(separator: "+"))
    csv.text(facts.words.text(.pooledTitle))
    for _ in attributes { csv.text("") }
    csv.text(Subject.Kind.area.rawValue)
    csv.text(score.area.id.rawValue)
    csv.text(facts.content(score.area.name).text.withoutDirectionMarks)
    let missing = score.score.reason?.code == .withheld ? NumberWords.withheld : ""
    func number(_ value: Double?, _ missing: String) {
      if let value { csv.number(NumberWords.exact(value)) } else { csv.text(missing) }
    }
    number(score.score.value, missing)
    csv.text(score.level?.rawValue ?? missing)
    number(score.area.target, "")
    number(score.gap, missing)
    for _ in ["n", "coverage", "answered"] { csv.text("") }
    csv.text(score.score.reason?.sentence ?? "")
    for _ in ["share", "mean-place", "unanimous"] { csv.text("") }
    end(facts.cohorts.first?.scorecard.occasion, facts, to: &csv)
  }

  /// Which assessment the row is of, where any row says it.
  private static func end(_ occasion: Occasion?, _ facts: ReportFacts, to csv: inout CSVWriter) {
    if facts.saysOccasion {
      for text in [occasion?.title?.withoutDirectionMarks, occasion?.date?.description] { csv.text(text ?? "") }
    }
    csv.endRow()
  }

  /// The headings. An attribute whose id is another column's name gets a prefix.
  static func columns(_ attributes: [Identifier<Attribute>], _ facts: ReportFacts) -> [String] {
    let first = ["questionnaire", "group"]
    let last =
      [
        "kind", "id", "name", "score", "level", "target", "gap", "n", "coverage", "answered", "reason", "share",
        "mean-place", "unanimous",
      ] + (facts.saysOccasion ? ["title", "date"] : [])
    var taken = Set(first + last + attributes.map(\.rawValue))
    return first
      + attributes.map { attribute in
        var name = attribute.rawValue
        guard first.contains(name) || last.contains(name) else { return name }
        repeat { name = "attribute-" + name } while taken.contains(name)
        taken.insert(name)
        return name
      } + last
  }

  private static func write(
    _ score: SubjectScore, of group: GroupResult, _ cohort: ReportFacts.Cohort, _ attributes: [Identifier<Attribute>],
    _ facts: ReportFacts, to csv: inout CSVWriter
  ) {
    writeGroup(group, cohort, attributes, facts, to: &csv)
    csv.text(score.subject.kind.rawValue)
    csv.text(score.subject.id)
    csv.text(facts.name(of: score).text.withoutDirectionMarks)
    let missing = score.isWithheld ? NumberWords.withheld : ""
    func number(_ value: Double?) {
      if let value { csv.number(NumberWords.exact(value)) } else { csv.text(missing) }
    }
    number(score.score.value)
    csv.text(score.level?.rawValue ?? missing)
    if let target = score.target { csv.number(NumberWords.exact(target)) } else { csv.text("") }
    number(score.gap)
    number(score.people.map(Double.init))
    number(score.coverage.value)
    number(score.statuses.map { Double($0[.answered]) })
    csv.text(score.score.reason?.sentence ?? "")
    for _ in ["share", "mean-place"] { csv.text("") }
    csv.text(facts.isUnanimous(score, in: cohort) ? "yes" : missing)
    end(cohort.scorecard.occasion, facts, to: &csv)
  }

  private static func writeGroup(
    _ group: GroupResult, _ cohort: ReportFacts.Cohort, _ attributes: [Identifier<Attribute>], _ facts: ReportFacts,
    to csv: inout CSVWriter
  ) {
    csv.text(cohort.scorecard.questionnaire.rawValue)
    csv.text(facts.name(of: group.key, in: cohort).plain)
    for attribute in attributes {
      let part = group.key.first { $0.attribute == attribute }
      csv.text(part.map { $0.value?.rawValue ?? "not stated" } ?? "")
    }
  }

  /// A question and its options. Of what is withheld, no option has a row.
  private static func write(
    _ answers: QuestionAnswers, of group: GroupResult, _ cohort: ReportFacts.Cohort,
    _ attributes: [Identifier<Attribute>], _ facts: ReportFacts, to csv: inout CSVWriter
  ) {
    let question = answers.question
    let missing = answers.result.isWithheld ? NumberWords.withheld : ""
    func number(_ value: Double?, _ missing: String = "") {
      if let value { csv.number(NumberWords.exact(value)) } else { csv.text(missing) }
    }
    func begin(_ kind: String, _ id: String, _ name: LocalizedText) {
      writeGroup(group, cohort, attributes, facts, to: &csv)
      for text in [kind, id, facts.content(name).text.withoutDirectionMarks] { csv.text(text) }
    }
    begin("question", question.id.rawValue, question.text)
    number(answers.result.mean.value, missing)
    for _ in 0..<3 { csv.text("") }
    number(answers.answered.map(Double.init), missing)
    let statuses = answers.result.statuses
    number(statuses.flatMap { $0.applicable > 0 ? Double($0[.answered]) / Double($0.applicable) : nil }, missing)
    number(answers.answered.map(Double.init), missing)
    csv.text(answers.result.mean.reason?.sentence ?? "")
    for _ in ["share", "mean-place", "unanimous"] { csv.text("") }
    end(cohort.scorecard.occasion, facts, to: &csv)
    for row in answers.rows {
      begin("option", "\(question.id)/\(row.option.id)", row.option.label)
      for _ in 0..<4 { csv.text("") }
      number(answers.answered.map(Double.init))
      csv.text("")
      number(Double(row.count))
      csv.text("")
      number(row.share)
      number(row.meanPlace)
      csv.text("")
      end(cohort.scorecard.occasion, facts, to: &csv)
    }
  }
}
