import DigitalMaturity

/// How scores were calculated, in sentences made of their provenance.
enum MethodWords {
  /// One way of calculating, and what is calculated so.
  struct Way: Sendable {
    /// The kinds of things that are all calculated so; nil where a kind is calculated in several ways.
    var kinds: [String]?
    let names: Phrase
    let sentences: [Phrase]

    var subjects: Phrase {
      guard let kinds else { return names }
      return Phrase(NumberWords.capitalised(Phrase.list(kinds.map { Phrase($0) }).plain))
    }
  }

  /// The ways in use in a cohort: areas first. Scores that are calculated alike are told of together.
  static func ways(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) -> [Way] {
    guard let everyone = cohort.everyone else { return [] }
    var ways: [Way] = []
    for (label, scores) in [
      ("areas", everyone.areas), ("themes", everyone.themes), ("principles", everyone.principles),
      ("literacies", everyone.literacies), ("the overall score", everyone.overall.map { [$0] } ?? []),
    ] {
      var alike: [(key: Provenance, scores: [SubjectScore])] = []
      for score in scores where !score.provenance.items.isEmpty {
        let key = score.provenance
        if let index = alike.firstIndex(where: { $0.key.hasSameMethod(as: key) }) {
          alike[index].scores.append(score)
        } else {
          alike.append((key, [score]))
        }
      }
      for entry in alike {
        let names = Phrase.list(entry.scores.map { Phrase(facts.name(of: $0)) })
        let sentences = sentences(entry.key, facts)
        if alike.count == 1, let same = ways.firstIndex(where: { $0.kinds != nil && $0.sentences == sentences }) {
          ways[same].kinds?.append(label)
        } else {
          ways.append(Way(kinds: alike.count == 1 ? [label] : nil, names: "\(label): \(names)", sentences: sentences))
        }
      }
    }
    return ways
  }

  private static func sentences(_ provenance: Provenance, _ facts: ReportFacts) -> [Phrase] {
    var sentences: [Phrase] = []
    var rule: Phrase = "The rule is “\(Content(provenance.rule))”"
    if !provenance.settings.isEmpty { rule = "\(rule) with \(Content(provenance.settings.joined(separator: ", ")))" }
    if let summary = summary(of: provenance.rule, facts) {
      sentences.append("\(rule): \(Content(summary))")
    } else {
      sentences.append("\(rule).")
    }
    if provenance.source == .areas {
      sentences.append("It is made of the scores of areas.")
    } else if provenance.unit == .respondent {
      sentences.append("Each person is scored, then the scores of all people are averaged.")
    } else {
      sentences.append("Each question is averaged over the people who answered it, then the rule is applied.")
    }
    let what = provenance.source == .areas ? "area without a score" : "blank answer"
    switch provenance.missing {
    case .omit: sentences.append("A\(what.hasPrefix("a") ? "n" : "") \(what) is left out.")
    case .lowest: sentences.append("A\(what.hasPrefix("a") ? "n" : "") \(what) counts as the lowest score.")
    case .block: sentences.append("With one \(what) there is no score.")
    }
    if provenance.source == .questions {
      sentences.append(
        provenance.dontKnow == .lowest
          ? "A “don’t know” counts as the lowest score." : "A “don’t know” counts as a blank.")
      sentences.append("What does not apply to a person is left out for that person.")
    }
    if provenance.minimumAnswered > 0 {
      let share = NumberWords.exact(provenance.minimumAnswered * 100)
      sentences.append(
        provenance.source == .areas
          ? "At least \(share)\u{A0}% of its areas must have a score."
          : provenance.unit == .respondent
            ? "A person has a score when at least \(share)\u{A0}% of the questions that apply are answered."
            : "There is a score when at least \(share)\u{A0}% of its questions are answered.")
    }
    return sentences
  }

  /// What the rule says about itself, when the assessment at hand scores with it.
  private static func summary(of rule: String, _ facts: ReportFacts) -> String? {
    guard let plan = facts.assessment.scoring else { return nil }
    let definitions =
      [plan.areas, plan.themes, plan.principles, plan.literacies] + plan.areasByID.values
      + (plan.overall.map { [$0] } ?? [])
    let summary = definitions.lazy.map { type(of: $0.rule) }.first { $0.name == rule }?.summary
    return summary.flatMap { text in text.isEmpty ? nil : text.last == "." ? text : text + "." }
  }

  /// What holds of every figure shown.
  static let rounding: Phrase =
    """
    Figures are rounded once, when shown. Levels, targets and limits are compared with the unrounded figure. A score \
    that rounding to one decimal would carry over the start of a level or over its target is shown with more decimals.
    """

  /// What was scored, with what: for someone who wants to repeat it.
  static func versions(_ cohort: ReportFacts.Cohort) -> Phrase {
    let reference = cohort.scorecard.assessment
    let digest: Phrase = reference.digest.map { "content \(Content($0))" } ?? "no content digest (built in a program)"
    return
      "Assessment \(Content(reference.id.rawValue)), version \(Content(reference.version)), \(digest); questionnaire \(Content(cohort.scorecard.questionnaire.rawValue))."
  }
}

extension Provenance {
  fileprivate func hasSameMethod(as other: Provenance) -> Bool {
    rule == other.rule && settings == other.settings && source == other.source && unit == other.unit
      && missing == other.missing && dontKnow == other.dontKnow && minimumAnswered == other.minimumAnswered
  }
}
