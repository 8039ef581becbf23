extension AssessmentChecks {
  /// Takes out what only follows from another problem, so that a person mends the cause.
  ///
  /// An area whose level descriptions name a level that does not exist lacks the description of one that does: its
  /// snapshot questions say so as well, where they stand.
  func dropFollowing() {
    guard let document else { return }
    let known = levels
    let areas = Set(draft.areas.filter { $0.levels.keys.contains { !known.contains($0.rawValue) } }.map(\.id))
    guard !areas.isEmpty else { return }
    var places: Set<SourceLocation> = []
    for (index, questionnaire) in draft.questionnaires.enumerated() {
      let sections = ModelPath.root["questionnaires"][index]["sections"]
      for (number, section) in questionnaire.sections.enumerated() {
        for question in section.questions.indices {
          guard let snapshot = section.questions[question].snapshot, areas.contains(snapshot) else { continue }
          places.insert(document.location(of: sections[number]["questions"][question]["snapshot"]))
        }
      }
    }
    // No key can be missing from the name of an area, so this is what the question lacks of it.
    log.remove { $0.code == .missingKey && $0.location.map(places.contains) ?? false }
  }
}
