extension AssessmentChecks {
  /// Actions and projects refer to what exists and have sensible numbers.
  func checkProgramme() {
    checkNamed(draft.actions.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "actions")
    checkNamed(draft.projects.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "projects")
    for (index, action) in draft.actions.enumerated() {
      let path = ModelPath.root["actions"][index]
      checkReference(action.area.rawValue, to: "area", in: areas, path["area"])
      if let workstream = action.workstream {
        checkReference(workstream.rawValue, to: "workstream", in: workstreams, path["workstream"])
      }
      if let condition = action.when { checkScoreCondition(condition, path["when"]) }
      checkNotNegative(action.effort, "effort is a number of officer-days", path["effort"])
      checkNotNegative(action.uplift, "uplift is how far the score is expected to rise", path["uplift"])
      checkTimeframe(action.timeframe, path["timeframe"])
    }
    for (index, project) in draft.projects.enumerated() {
      let path = ModelPath.root["projects"][index]
      if let workstream = project.workstream {
        checkReference(workstream.rawValue, to: "workstream", in: workstreams, path["workstream"])
      }
      checkReferences(project.serves.map(\.rawValue), to: "area", in: areas, path["serves"])
      checkTimeframe(project.timeframe, path["timeframe"])
    }
  }

  private func checkNotNegative(_ number: Double?, _ what: String, _ path: ModelPath) {
    guard let number, !number.isFinite || number < 0 else { return }
    error(.invalidValue, "\(what); write 0 or more", path)
  }

  private func checkTimeframe(_ timeframe: Timeframe?, _ path: ModelPath) {
    guard let timeframe, timeframe.to < timeframe.from else { return }
    error(
      .invalidValue, "the timeframe ends (\(timeframe.to)) before it begins (\(timeframe.from)); swap the months", path)
  }
}
