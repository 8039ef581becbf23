import DigitalMaturity

/// How scores were calculated, in sentences made of their provenance.
enum MethodWords {
  /// One way of calculating, and what is calculated so.
  struct Way: Sendable {
    /// The kinds of things that are all calculated so; nil where a kind is calculated in several ways.
    var kinds: [Phrase]?
    /// What is calculated so; empty where the kinds say it.
    let names: Phrase
    let sentences: [Phrase]

    func subjects(_ words: ReportWords) -> Phrase { kinds.map { words.list($0).capitalised } ?? names.capitalised }
  }

  /// The ways in use in a cohort: areas first. Scores that are calculated alike are told of together.
  static func ways(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) -> [Way] {
    guard let everyone = cohort.everyone else { return [] }
    let words = facts.words
    var ways: [Way] = []
    for (kind, scores) in [
      (.kindAreas, everyone.areas), (.kindThemes, everyone.themes), (.kindPrinciples, everyone.principles),
      (.kindLiteracies, everyone.literacies), (.kindOverall, everyone.overall.map { [$0] } ?? []),
    ] as [(ReportMessage, [SubjectScore])] {
      let label = words(kind)
      var alike: [(key: Provenance, names: [Phrase])] = []
      for score in scores where !score.provenance.items.isEmpty {
        let key = score.provenance
        if let index = alike.firstIndex(where: { $0.key.hasSameMethod(as: key) }) {
          alike[index].names.append(Phrase(facts.name(of: score)))
        } else {
          alike.append((key, [Phrase(facts.name(of: score))]))
        }
      }
      for entry in alike {
        let sentences = sentences(entry.key, facts)
        if alike.count == 1, let same = ways.firstIndex(where: { $0.kinds != nil && $0.sentences == sentences }) {
          ways[same].kinds?.append(label)
        } else {
          let isAll = alike.count == 1
          let names: Phrase = isAll ? "" : words(.kindAndNames, ["kind": label, "names": words.list(entry.names)])
          ways.append(Way(kinds: isAll ? [label] : nil, names: names, sentences: sentences))
        }
      }
    }
    return ways
  }

  private static func sentences(_ provenance: Provenance, _ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    var sentences = [rule(provenance, facts)]
    let isOfAreas = provenance.source == .areas
    sentences.append(
      words(isOfAreas ? .madeOfAreas : provenance.unit == .respondent ? .peopleAveraged : .questionsAveraged))
    switch provenance.missing {
    case .omit: sentences.append(words(isOfAreas ? .areaLeftOut : .blankLeftOut))
    case .lowest: sentences.append(words(isOfAreas ? .areaLowest : .blankLowest))
    case .block: sentences.append(words(isOfAreas ? .areaBlocks : .blankBlocks))
    }
    if provenance.source == .questions {
      sentences.append(words(provenance.dontKnow == .lowest ? .dontKnowLowest : .dontKnowBlank))
      sentences.append(words(.inapplicableLeftOut))
    }
    if provenance.minimumAnswered > 0 {
      let message: ReportMessage =
        isOfAreas ? .leastAreas : provenance.unit == .respondent ? .leastOfPerson : .leastOfQuestions
      sentences.append(words(message, ["share": words.exactPercent(provenance.minimumAnswered)]))
    }
    return sentences
  }

  private static func rule(_ provenance: Provenance, _ facts: ReportFacts) -> Phrase {
    let rule = Content(provenance.rule)
    let settings = Content(provenance.settings.joined(separator: ", "))
    guard let summary = summary(of: provenance.rule, facts).map({ Content($0) }) else {
      return provenance.settings.isEmpty
        ? facts.words(.ruleAlone, ["rule": rule]) : facts.words(.ruleWith, ["rule": rule, "settings": settings])
    }
    return provenance.settings.isEmpty
      ? facts.words(.ruleSummary, ["rule": rule, "summary": summary])
      : facts.words(.ruleWithSummary, ["rule": rule, "settings": settings, "summary": summary])
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

  /// What was scored, with what: for someone who wants to repeat it.
  static func versions(_ cohort: ReportFacts.Cohort, _ words: ReportWords) -> Phrase {
    let reference = cohort.scorecard.assessment
    let id = Content(reference.id.rawValue)
    let version = Content(reference.version)
    let questionnaire = Content(cohort.scorecard.questionnaire.rawValue)
    guard let digest = reference.digest else {
      return words(.versionsBuilt, ["id": id, "version": version, "questionnaire": questionnaire])
    }
    return words(
      .versions, ["id": id, "version": version, "digest": Content(digest), "questionnaire": questionnaire])
  }
}

extension Provenance {
  fileprivate func hasSameMethod(as other: Provenance) -> Bool {
    rule == other.rule && settings == other.settings && source == other.source && unit == other.unit
      && missing == other.missing && dontKnow == other.dontKnow && minimumAnswered == other.minimumAnswered
  }
}
