extension AssessmentChecks {
  /// Actions and projects refer to what exists, wait for each other in no circle, and have sensible numbers.
  func checkProgramme() {
    let actions = Set(draft.actions.map(\.id.rawValue))
    let projects = Set(draft.projects.map(\.id.rawValue))
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
      for raised in action.alsoRaises {
        let path = path["also-raises"][raised.id.rawValue]
        checkReference(raised.id.rawValue, to: "area", in: areas, path)
        checkNotNegative(raised.weight, "an uplift is how far the score is expected to rise", path)
        if raised.id == action.area {
          error(.duplicateID, "“\(raised.id)” is the action's own area; say how far it rises with “uplift”", path)
        }
      }
      checkTimeframe(action.timeframe, path["timeframe"])
      checkProgress(action.progress, path)
      checkReferences(action.requires.map(\.rawValue), to: "action", in: actions, path["requires"])
      checkReferences(action.excludes.map(\.rawValue), to: "action", in: actions, path["excludes"])
      for (position, other) in action.excludes.enumerated() where other == action.id || action.requires.contains(other)
      {
        let what = other == action.id ? "is the action itself" : "is required as well"
        error(.invalidValue, "“\(other)” \(what); take it out of one list", path["excludes"][position])
      }
    }
    checkNoCircle(draft.actions.map { ($0.id.rawValue, $0.requires.map(\.rawValue)) }, in: "actions")
    for (index, project) in draft.projects.enumerated() {
      let path = ModelPath.root["projects"][index]
      if let workstream = project.workstream {
        checkReference(workstream.rawValue, to: "workstream", in: workstreams, path["workstream"])
      }
      checkReferences(project.serves.map(\.rawValue), to: "area", in: areas, path["serves"])
      checkTimeframe(project.timeframe, path["timeframe"])
      checkProgress(project.progress, path)
      checkReferences(project.requires.map(\.rawValue), to: "project", in: projects, path["requires"])
    }
    checkNoCircle(draft.projects.map { ($0.id.rawValue, $0.requires.map(\.rawValue)) }, in: "projects")
  }

  /// Work that ended began before, and what was stopped says why.
  private func checkProgress(_ progress: Progress?, _ path: ModelPath) {
    guard let progress else { return }
    if let started = progress.started, let finished = progress.finished, finished < started {
      error(
        .invalidValue, "the work ended (\(finished)) before it began (\(started)); swap the months", path["finished"])
    }
    if progress.finished != nil, !progress.state.isOver {
      error(
        .invalidValue,
        "what has ended is done or stopped, not “\(progress.state.rawValue)”; take “finished” out, or "
          + "change “state”", path["finished"])
    }
    if progress.state == .stopped, progress.reason == nil {
      warning(.missingReason, "nothing says why it was stopped; add “reason”, so that it is not tried again", path)
    }
  }

  /// Reports work that waits for itself, once for each circle.
  private func checkNoCircle(_ work: [(id: String, requires: [String])], in list: String) {
    var positions: [String: Int] = [:]
    for (index, one) in work.enumerated() where positions[one.id] == nil { positions[one.id] = index }
    let next = work.map { $0.requires.compactMap { positions[$0] } }
    // 0 is not visited, 1 is on the path, 2 is done. A stack of our own: a document may chain 100,000 of them.
    var marks = [UInt8](repeating: 0, count: work.count)
    for start in work.indices where marks[start] == 0 {
      var path = [start]
      var tried = [0]
      marks[start] = 1
      while let current = path.last, let position = tried.last {
        guard position < next[current].count else {
          marks[current] = 2
          path.removeLast()
          tried.removeLast()
          continue
        }
        tried[tried.count - 1] += 1
        let other = next[current][position]
        if marks[other] == 1 {
          let circle = path[(path.firstIndex(of: other) ?? 0)...] + [other]
          let names = circle.prefix(20).map { work[$0].id }.joined(separator: " → ")
          error(
            .dependencyCycle, "this waits for itself: \(names); take one out of “requires”",
            ModelPath.root[list][current]["requires"])
        } else if marks[other] == 0 {
          marks[other] = 1
          path.append(other)
          tried.append(0)
        }
      }
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
