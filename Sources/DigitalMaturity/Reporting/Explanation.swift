/// The calculation of one published score, step by step, to be followed with a pocket calculator.
public struct Explanation: Sendable, Hashable {
  /// What is explained, in one line.
  public let title: String
  /// The steps, in order: each a line of text.
  public let steps: [String]
  /// The last line: the score, its level and its target; or why there is no score.
  public let result: String

  /// The title, the numbered steps and the result, a line each.
  public var text: String {
    var lines = [title, ""]
    var number = 0
    for step in steps {
      if step.hasPrefix(" ") {
        lines.append("   " + step)
      } else {
        number += 1
        lines.append("\(number). \(step)")
      }
    }
    return (lines + ["", result]).joined(separator: "\n") + "\n"
  }
}

extension ReportContext {
  /// Explains a subject's score in one group of a scorecard.
  /// - Returns: Nil when the scorecard has no such group or subject.
  public func explanation(
    of subject: Subject, in scorecard: PublishableScorecard, group key: [GroupAttribute] = []
  ) -> Explanation? {
    guard let group = scorecard.groups.first(where: { $0.key == key }), let score = group.score(of: subject) else {
      return nil
    }
    let writer = ExplanationWriter(context: self, scorecard: scorecard, group: group, score: score)
    return writer.explanation
  }
}

private struct ExplanationWriter {
  let context: ReportContext
  let scorecard: PublishableScorecard
  let group: GroupResult
  let score: SubjectScore

  var explanation: Explanation {
    var steps: [String] = []
    if !score.provenance.items.isEmpty {
      steps = [itemsStep, policyStep]
      if !score.isWithheld {
        switch score.provenance.source {
        case .areas: steps += areaSteps
        case .questions: steps += score.provenance.unit == .respondent ? peopleSteps : questionSteps
        }
      }
    }
    return Explanation(title: title, steps: steps, result: result)
  }

  private var title: String {
    let people = group.key.isEmpty ? "everyone" : group.key.map(words).joined(separator: ", ")
    return
      "\(score.name): \(score.subject.kind.rawValue) “\(score.subject.id)”, questionnaire “\(scorecard.questionnaire)”, \(people)"
  }

  private func words(_ part: GroupAttribute) -> String {
    guard let value = part.value else { return "\(part.attribute) not stated" }
    let attributes = context.assessment.questionnaire(scorecard.questionnaire)?.attributes ?? []
    let label = attributes.first { $0.id == part.attribute }?.values.first { $0.id == value }?.label
    return label?.text(in: context.options.language) ?? value.rawValue
  }

  private var itemsStep: String {
    let provenance = score.provenance
    let items = provenance.items.map { item in
      "\(item.id) (weight \(exact(item.weight))\(item.isReversed ? ", reversed" : ""))"
    }
    let what = provenance.source == .areas ? "areas" : "questions"
    return
      "Made of \(items.count) \(items.count == 1 ? String(what.dropLast()) : what): \(items.joined(separator: ", "))."
  }

  private var policyStep: String {
    let provenance = score.provenance
    var parts = ["Rule “\(provenance.rule)”"]
    if !provenance.settings.isEmpty { parts[0] += " with \(provenance.settings.joined(separator: ", "))" }
    switch provenance.missing {
    case .omit: parts.append("blank answers are left out")
    case .lowest: parts.append("a blank counts as the lowest score")
    case .block: parts.append("one blank means no score")
    }
    parts.append(
      provenance.dontKnow == .lowest ? "a don't know counts as the lowest score" : "a don't know counts as a blank")
    if provenance.minimumAnswered > 0 {
      parts.append("at least \(shown(provenance.minimumAnswered * 100)) % of what applies must be answered")
    }
    return parts.joined(separator: "; ") + "."
  }

  /// Each person is scored, then people are averaged.
  private var peopleSteps: [String] {
    var steps = answerSteps
    let people = score.people ?? 0
    let respondents = group.respondents ?? 0
    guard people > 0 else { return steps }
    steps.append(
      "Each person is scored by the rule: \(people) of \(respondents) have a score"
        + (respondents > people ? "; \(respondents - people) without one are left out." : "."))
    if score.distribution.isEmpty {
      steps.append("How many people have which score is withheld, as a question that it is made of is.")
      return steps
    }
    let products = score.distribution.map { "\($0.count) × \(shown($0.score))" }
    steps.append("People by their score: \(products.joined(separator: ", ")).\(note(score.distribution.map(\.score)))")
    let sum = score.distribution.reduce(0) { $0 + Double($1.count) * $1.score }
    steps.append("Sum \(shown(sum)), divided by \(people) people: \(shown(score.score.value ?? 0)).")
    return steps
  }

  /// Each question is averaged, then the rule is applied.
  private var questionSteps: [String] {
    let parts = score.provenance.items.compactMap { item in
      group.questions.first { $0.id.rawValue == item.id }.map { (item: item, name: item.id, score: $0.mean) }
    }
    return answerSteps + ["Each question is averaged over the people who answered it."] + sumSteps(parts, "mean")
  }

  private var areaSteps: [String] {
    let parts = score.provenance.items.compactMap { item in
      group.areas.first { $0.subject.id == item.id }.map { (item: item, name: $0.name, score: $0.score) }
    }
    return sumSteps(parts, "score")
  }

  /// What a rule makes of the parts. Any rule whose score is their weighted mean is shown as the sum it is.
  private func sumSteps(
    _ parts: [(item: Provenance.Item, name: String, score: Figure<Double>)], _ what: String
  ) -> [String] {
    var steps: [String] = []
    let known = parts.compactMap { part in part.score.value.map { (item: part.item, name: part.name, score: $0) } }
    if !known.isEmpty {
      let products = known.map { "\(exact($0.item.weight)) × \(shown($0.score)) (\($0.name))" }
      steps.append("Weight × \(what): \(products.joined(separator: ", ")).\(note(known.map(\.score)))")
    }
    for part in parts {
      if let reason = part.score.reason { steps.append("\(part.name) has no \(what): \(reason.sentence)") }
    }
    guard let value = score.score.value else { return steps }
    let sum = known.reduce(0) { $0 + $1.item.weight * $1.score }
    let weights = known.reduce(0) { $0 + $1.item.weight }
    if weights > 0, abs(sum / weights - value) < 1e-9 {
      steps.append("Sum \(shown(sum)), divided by the weights \(shown(weights)): \(shown(value)).")
    } else {
      steps.append("The rule makes of them \(shown(value)).")
    }
    return steps
  }

  /// Says that numbers are rounded, where a calculator would show it.
  private func note(_ numbers: [Double]) -> String {
    numbers.allSatisfy { DecimalText.exact($0) == shown($0) } ? "" : " Shown to four decimals, added up unrounded."
  }

  /// What became of each question.
  private var answerSteps: [String] {
    var lines: [String] = ["What became of the questions:"]
    for item in score.provenance.items {
      guard let question = group.questions.first(where: { $0.id.rawValue == item.id }) else { continue }
      guard let statuses = question.statuses else {
        lines.append(" \(item.id): withheld")
        continue
      }
      let counts = AnswerStatus.allCases.filter { statuses[$0] > 0 }.map { "\(statuses[$0]) \($0.words)" }
      let answers = question.distribution.map { "\($0.count) × \(shown($0.score))" }
      lines.append(" \(item.id): \(counts.joined(separator: ", "))")
      if !answers.isEmpty {
        lines.append("   scores \(answers.joined(separator: ", ")); mean \(question.mean.value.map(shown) ?? "none")")
      }
    }
    if let coverage = score.coverage.value, let statuses = score.statuses {
      lines.append(
        "Answered: \(statuses[.answered]) of \(statuses.applicable) that were shown and applied, \(percent(coverage)).")
    }
    return lines
  }

  private var result: String {
    guard let value = score.score.value else { return "No score. \(score.score.reason?.sentence ?? "")" }
    let levels = score.level == nil ? [] : context.assessment.levels
    let text = ShownScore.text(value, levels: levels, target: score.target, decimals: 4)
    var parts = ["Score \(Self.withoutZeros(text))"]
    if let id = score.level, let level = context.assessment.levels.first(where: { $0.id == id }) {
      parts.append("level “\(level.name.text(in: context.options.language))”, which begins at \(exact(level.from))")
    }
    if let target = score.target, let gap = score.gap {
      let below = Self.withoutZeros(ShownScore.text(gap, levels: [], target: 0, decimals: 4))
      parts.append(
        gap > 1e-9 ? "target \(exact(target)), \(below) below it" : "target \(exact(target)), reached")
    }
    return parts.joined(separator: "; ") + "."
  }

  private func exact(_ number: Double) -> String { DecimalText.exact(number) }

  /// Four decimals at most, so that the steps can be checked by hand.
  private func shown(_ number: Double) -> String { Self.withoutZeros(DecimalText.rounded(number, decimals: 4)) }

  private static func withoutZeros(_ text: String) -> String {
    var text = text
    while text.contains("."), let last = text.last, last == "0" || last == "." {
      text.removeLast()
      if last == "." { break }
    }
    return text
  }

  private func percent(_ share: Double) -> String { DecimalText.rounded(share * 100, decimals: 0) + " %" }
}

extension AnswerStatus {
  /// The status in plain words, for reports.
  public var words: String {
    switch self {
    case .answered: "answered"
    case .unanswered: "left blank"
    case .dontKnow: "don't know"
    case .notApplicable: "not applicable"
    case .preferNotToSay: "prefer not to say"
    case .notShown: "not shown"
    }
  }
}
