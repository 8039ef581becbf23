public import DigitalMaturity

extension PublishableSkills {
  /// The totals as JSON. Format 1: it only gains keys. What is withheld is null, with `"reason": "withheld"`.
  /// - Parameter breakdowns: Which groups are written; everyone always is.
  public func json(by breakdowns: [SkillsBreakdown] = []) -> ByteOutput {
    write("score") { writer in
      if let everyone {
        writer.key("summary")
        writer.object { write(everyone, to: &$0) }
      }
      writer.key("groups")
      writer.array { writer in
        for breakdown in breakdowns {
          for group in groups(by: breakdown) { writer.object { write(group, to: &$0) } }
        }
      }
    }
  }

  /// The share of each group that meets each literacy.
  public func heatmapJSON(by breakdown: SkillsBreakdown = .team) -> ByteOutput {
    write("heatmap") { writer in
      writer.key("rows")
      writer.array { writer in
        for group in groups(by: breakdown) + (everyone.map { [$0] } ?? []) {
          writer.object { writer in
            head(of: group, to: &writer)
            writeMeetings(group, to: &writer)
          }
        }
      }
    }
  }

  /// What learning to order, for everyone and by team.
  public func demandJSON() -> ByteOutput {
    write("demand") { writer in
      writer.key("items")
      writer.array { writer in
        for (index, item) in framework.learning.enumerated() {
          writer.object { writer in
            writer.member("id", item.id.rawValue)
            writer.member("name", item.name.text)
            writer.member("form", item.form.rawValue)
            writer.member("hours", item.hours)
            writer.member("seats", item.seats)
            if let everyone {
              everyone.learning[index].write(to: &writer)
              writer.member("champions", everyone.learning[index].champions)
            }
            writer.key("championsByTeam")
            writer.array { writer in
              for group in championGroups {
                writer.object { writer in
                  writer.member("team", group.id)
                  writer.member("name", group.name)
                  writer.member("champions", group.able[index])
                }
              }
            }
            writer.key("teams")
            writer.array { writer in
              for group in groups(by: .team) {
                writer.object { writer in
                  head(of: group, to: &writer)
                  group.learning[index].write(to: &writer)
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: Parts

  private func write(_ kind: String, _ body: (inout JSONWriter) -> Void) -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.member("kind", kind)
      writer.member("framework", assessment.id.rawValue)
      writer.member("version", assessment.version)
      writer.member("digest", assessment.digest)
      writer.member("on", on.description)
      writer.member("validFrom", validFrom?.description)
      writer.member("raters", raters.rawValue)
      writer.member("threshold", policy.threshold)
      writer.member("peopleWithoutRole", peopleWithoutRole)
      body(&writer)
    }
    return writer.finish()
  }

  func head(of group: SkillsGroup, to writer: inout JSONWriter) {
    writer.key("group")
    writer.object { writer in
      for part in group.key { writer.member(part.attribute.rawValue, part.value?.rawValue) }
    }
    writer.member("name", group.key.isEmpty ? "Everyone" : group.name)
    writer.member("people", group.people)
  }

  private func writeMeetings(_ group: SkillsGroup, to writer: inout JSONWriter) {
    writer.key("meetingAll")
    writer.object { group.meetingAll.write(to: &$0) }
    writer.key("literacies")
    writer.array { writer in
      for (literacy, meeting) in zip(literacies, group.literacies) {
        writer.object { writer in
          writer.member("id", literacy.id.rawValue)
          meeting.write(to: &writer)
        }
      }
    }
  }

  private func write(_ group: SkillsGroup, to writer: inout JSONWriter) {
    head(of: group, to: &writer)
    writeMeetings(group, to: &writer)
    writer.key("competences")
    writer.array { writer in
      for (competence, meeting) in zip(framework.competences, group.competences) {
        writer.object { writer in
          writer.member("id", competence.id.rawValue)
          meeting.write(to: &writer)
        }
      }
    }
    writer.key("selfAgainstManager")
    writer.array { writer in
      for (literacy, comparison) in zip(literacies, group.selfAgainstManager) {
        writer.object { writer in
          writer.member("id", literacy.id.rawValue)
          writer.member("people", comparison.people)
          writer.member("higher", comparison.higher)
          writer.member("same", comparison.same)
          writer.member("lower", comparison.lower)
          writer.member("meanDifference", comparison.meanDifference.value)
          writer.member("ownMean", comparison.ownMean.value)
          writer.member("managerMean", comparison.managerMean.value)
          if let reason = comparison.meanDifference.reason { writer.member("reason", reason.code.rawValue) }
        }
      }
    }
  }
}

extension LearningDemand {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("needed", people)
    writer.member("of", of)
    writer.member("sessions", sessions)
    writer.member("sessionHours", sessionHours)
    writer.member("learnerHours", learnerHours)
  }
}

extension PublishableProgress {
  /// What moved as JSON. Format 1: it only gains keys.
  public func json() -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.member("kind", "compare")
      writer.member("framework", after.assessment.id.rawValue)
      writer.member("version", after.assessment.version)
      writer.member("digest", after.assessment.digest)
      writer.member("before", before.on.description)
      writer.member("after", after.on.description)
      writer.member("raters", after.raters.rawValue)
      writer.member("threshold", after.policy.threshold)
      writer.key("fewDiffer")
      writer.value(differsByFew)
      writer.key("groups")
      writer.array { writer in
        for group in groups { writer.object { write(group, to: &$0) } }
      }
    }
    return writer.finish()
  }

  private func write(_ group: ProgressGroup, to writer: inout JSONWriter) {
    writer.key("group")
    writer.object { writer in
      for part in group.key { writer.member(part.attribute.rawValue, part.value?.rawValue) }
    }
    writer.member("name", group.key.isEmpty ? "Everyone" : group.name)
    writer.member("starters", group.starters)
    writer.member("leavers", group.leavers)
    writer.key("meetingAll")
    writer.object { writeFigure(group, nil, to: &$0) }
    writer.key("literacies")
    writer.array { writer in
      for (index, literacy) in after.literacies.enumerated() {
        writer.object { writer in
          writer.member("id", literacy.id.rawValue)
          writeFigure(group, index, to: &writer)
        }
      }
    }
  }

  private func writeFigure(_ group: ProgressGroup, _ literacy: Int?, to writer: inout JSONWriter) {
    for (name, figures) in [("before", group.before), ("after", group.after)] {
      writer.key(name)
      if let figures {
        writer.object { (literacy.map { figures.literacies[$0] } ?? figures.meetingAll).write(to: &$0) }
      } else {
        writer.null()
      }
    }
    let index = literacy.map { $0 + 1 } ?? 0
    writer.key("change")
    if group.changes.indices.contains(index) {
      let change = group.changes[index]
      writer.object { write(change.difference, "value", change.interval, to: &$0) }
    } else {
      writer.null()
    }
    writer.key("samePeople")
    guard group.samePeople.indices.contains(index) else { return writer.null() }
    let same = group.samePeople[index]
    writer.object { writer in
      writer.member("people", same.people)
      writer.member("metBefore", same.metBefore)
      writer.member("metAfter", same.metAfter)
      writer.member("gained", same.gained)
      writer.member("lost", same.lost)
      write(same.change, "change", same.interval, to: &writer)
      guard same.levelChange.reason?.code != .notOnAScale else { return }
      writer.key("levelChange")
      writer.object { write(same.levelChange, "value", same.levelInterval, to: &$0) }
    }
  }

  /// Writes a change with its likely range, and why there is none of either.
  private func write(
    _ change: Figure<Double>, _ name: String, _ interval: Figure<Interval>, to writer: inout JSONWriter
  ) {
    writer.member(name, change.value)
    writer.member("low", interval.value?.low)
    writer.member("high", interval.value?.high)
    if let reason = change.reason ?? interval.reason { writer.member("reason", reason.code.rawValue) }
  }
}
