import DigitalMaturity

/// Where an assessment's wording comes from, as its `source:` texts say: for the end of a report.
enum SourceWords {
  /// What has a source, in the order of the report: the assessment, then the sets of principles.
  static func all(_ facts: ReportFacts) -> [(name: Phrase, text: Phrase)] {
    var sources: [(name: Phrase, text: Phrase)] = []
    if let source = facts.content(facts.assessment.source) {
      sources.append((facts.words(.theAssessment), Phrase(source)))
    }
    for set in facts.assessment.principleSets {
      guard let source = facts.content(set.source) else { continue }
      sources.append((Phrase(facts.content(set.name)), Phrase(source)))
    }
    return sources
  }
}
