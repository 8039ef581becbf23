extension AssessmentChecks {
  /// Actions and projects refer to what exists and have sensible numbers.
  func checkProgramme() {
    checkNamed(draft.actions.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "actions")
    checkNamed(draft.projects.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "projects")
    for (index, action) in draft.actions.enumerated() {
      let path = ModelPath.root["actions"][index]
      if !action.area.rawValue.isEmpty { checkReference(action.area.rawValue, to: "area", in: areas, path["area"]) }
      if let workstream = action.workstream {
        checkReference(workstream.rawValue, to: "workstream", in: workstreams, path["workstream"])
      }
      if let condition = action.when { checkWhen(condition, path["when"]) }
      checkNotNegative(action.effort, "effort is officer-days", path["effort"])
      checkNotNegative(action.uplift, "uplift is a number of levels", path["uplift"])
      checkTimeframe(action.timeframe, path["timeframe"])
    }
    for (index, project) in draft.projects.enumerated() {
      let path = ModelPath.root["projects"][index]
      if let workstream = project.workstream {
        checkReference(workstream.rawValue, to: "workstream", in: workstreams, path["workstream"])
      }
      for (position, area) in project.serves.enumerated() {
        checkReference(area.rawValue, to: "area", in: areas, path["serves"][position])
      }
      checkTimeframe(project.timeframe, path["timeframe"])
    }
  }

  private func checkWhen(_ condition: Condition, _ path: ModelPath) {
    for subject in condition.subjects {
      switch subject {
      case .area(let id): checkReference(id.rawValue, to: "area", in: areas, path)
      case .principle(let id): checkReference(id.rawValue, to: "principle", in: principles, path)
      case .literacy(let id): checkReference(id.rawValue, to: "literacy", in: literacies, path)
      case .question(let id):
        error(
          .invalidValue, "an action waits for the score of an area, principle or literacy; “\(id)” is a question", path)
      }
    }
  }

  private func checkNotNegative(_ number: Double?, _ what: String, _ path: ModelPath) {
    guard let number, !number.isFinite || number < 0 else { return }
    error(.invalidValue, "\(what), 0 or more", path)
  }

  private func checkTimeframe(_ timeframe: Timeframe?, _ path: ModelPath) {
    guard let timeframe, timeframe.to < timeframe.from else { return }
    error(.invalidValue, "the timeframe ends (\(timeframe.to)) before it begins (\(timeframe.from))", path)
  }
}
