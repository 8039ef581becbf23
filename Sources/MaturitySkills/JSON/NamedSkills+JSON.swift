public import DigitalMaturity
import MaturityStatistics

extension NamedSkills {
  /// The gaps of everybody in the collection, and how many meet what is asked: personal data, as its first line says.
  ///
  /// Format 1: it only gains keys. `met` is true, false or null for not rated; what is not asked has `required: null`.
  public func gapsJSON() -> ByteOutput {
    personal("gaps") { writer in
      writer.key("people")
      writer.array { writer in
        for person in self { writer.object { write(person, to: &$0) } }
      }
      writer.key("summary")
      writer.object { writeSummary(to: &$0) }
    }
  }

  /// One person with a learning plan: personal data.
  /// - Parameters:
  ///   - position: Of the person in this collection.
  ///   - hours: The hours there are to learn; as many as it takes when not given.
  ///   - withDesirable: Whether the plan is for gaps in what is only desirable too.
  public func personJSON(_ position: Int, hours: Double? = nil, withDesirable: Bool = false) -> ByteOutput {
    personal("person") { writer in
      writer.key("person")
      writer.object { write(self[position], to: &$0, withEvidence: true) }
      writer.key("plan")
      writer.object { Self.write(plan(for: position, hours: hours, withDesirable: withDesirable), to: &$0) }
    }
  }

  /// The learning plans of everybody in the collection: personal data.
  public func plansJSON(hours: Double? = nil, withDesirable: Bool = false) -> ByteOutput {
    personal("plan") { writer in
      writer.member("hours", hours)
      writer.key("plans")
      writer.array { writer in
        for position in indices {
          writer.object { writer in
            let person = self[position]
            writer.member("person", person.person)
            if !person.hasRole { writer.member("reason", Self.noRole) }
            Self.write(plan(for: position, hours: hours, withDesirable: withDesirable), to: &writer)
          }
        }
      }
    }
  }

  /// An object whose first line says that it is personal.
  private func personal(_ kind: String, _ body: (inout JSONWriter) -> Void) -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("notice", isPrivate ? Self.noticeOfOwn : Self.notice)
      writer.member("format", 1)
      writer.member("kind", kind)
      writer.member("framework", scorer.assessment.id.rawValue)
      writer.member("version", scorer.assessment.version)
      writer.member("on", on.description)
      writer.member("validFrom", validFrom?.description)
      writer.member("raters", raters.rawValue)
      body(&writer)
    }
    let bytes = writer.finish().bytes
    var output = ByteOutput(reserving: bytes.count)
    output.write("{")
    // Without the line end after the brace.
    output.write(bytes: bytes.dropFirst().drop { $0 == 0x0A || $0 == 0x20 })
    return output
  }

  // MARK: Persons

  private func write(_ person: PersonSkills, to writer: inout JSONWriter, withEvidence: Bool = false) {
    writer.member("person", person.person)
    writer.key("roles")
    writer.array { writer in for role in person.roles { writer.value(role.rawValue) } }
    writer.member("team", person.team)
    writer.member("manager", person.manager)
    Self.write(met: person.all, as: "meetingAll", to: &writer)
    if !person.hasRole { writer.member("reason", Self.noRole) }
    writer.key("literacies")
    writer.array { writer in
      for literacy in person.literacies {
        writer.object { writer in
          writer.member("id", literacy.id.rawValue)
          writer.member("level", literacy.level)
          writer.member("required", literacy.required)
          writer.member("gap", literacy.gap)
          Self.write(met: literacy.standing, as: "met", to: &writer)
        }
      }
    }
    writer.key("competences")
    writer.array { writer in
      for competence in person.competences {
        writer.object { write(competence, to: &$0, withEvidence: withEvidence) }
      }
    }
  }

  private func write(
    _ competence: PersonSkills.CompetenceResult, to writer: inout JSONWriter, withEvidence: Bool
  ) {
    writer.member("id", competence.id.rawValue)
    writer.member("level", competence.level)
    writer.member("required", competence.required)
    writer.member("gap", competence.gap)
    Self.write(met: competence.standing, as: "met", to: &writer)
    writer.key("essential")
    if competence.required == nil { writer.null() } else { writer.value(competence.isEssential) }
    if let reason = competence.reason { writer.member("reason", reason.rawValue) }
    guard withEvidence else { return }
    writer.member("selfAboveManager", competence.selfAboveManager)
    writer.key("ratings")
    writer.array { writer in
      for rater in RaterKind.allCases {
        guard let rating = competence.ratings[rater] else { continue }
        writer.object { writer in
          writer.member("rater", rater.rawValue)
          switch rating.verdict {
          case .level(let position):
            let levels = scorer.framework.levels
            writer.member("level", levels.indices.contains(position) ? levels[position].value : nil)
          case .notNeeded: writer.member("says", "not-needed")
          case .conflicting: writer.member("says", "conflicting")
          }
          writer.member("date", rating.day.description)
          writer.key("outOfDate")
          writer.value(competence.outOfDate.contains(rater))
          if let note = rating.note { writer.member("note", note) }
        }
      }
    }
  }

  private static func write(met standing: Standing, as name: String, to writer: inout JSONWriter) {
    writer.key(name)
    if let isMet = standing.isMet { writer.value(isMet) } else { writer.null() }
  }

  private static func write(_ plan: LearningPlan, to writer: inout JSONWriter) {
    writer.key("steps")
    writer.array { writer in
      for step in plan.steps {
        writer.object { writer in
          writer.member("item", step.item.id.rawValue)
          writer.member("hours", step.item.hours)
          writer.key("brings")
          writer.array { writer in
            for brings in step.brings {
              writer.object { writer in
                writer.member("competence", brings.competence.rawValue)
                writer.member("from", brings.from)
                writer.member("to", brings.to)
              }
            }
          }
        }
      }
    }
    writer.member("planHours", plan.hours)
    writer.key("left")
    writer.array { writer in
      for left in plan.left {
        writer.object { writer in
          writer.member("competence", left.competence.rawValue)
          writer.member("gap", left.gap)
          writer.member("reason", left.reason.rawValue)
        }
      }
    }
    writer.key("notRated")
    writer.array { writer in for competence in plan.notRated { writer.value(competence.rawValue) } }
  }

  // MARK: The summary

  private func writeSummary(to writer: inout JSONWriter) {
    var all = SkillsCounts.Meeting()
    var each = Array(repeating: SkillsCounts.Meeting(), count: scorer.literacies.count)
    for person in people {
      all.add(scores.all(of: person), gap: nil, isOutOfDate: false)
      for index in each.indices {
        let outcome = scores.outcome(of: person, in: index)
        each[index].add(outcome.standing, gap: outcome.gap, isOutOfDate: false)
      }
    }
    let withoutRole = people.count { scores.requirements(of: $0).hasNoRole }
    writer.member("people", people.count - withoutRole)
    writer.member("peopleWithoutRole", withoutRole)
    writer.key("meetingAll")
    writer.object { SkillsMeeting(all, hasGap: false).write(to: &$0, hasAge: false) }
    writer.key("literacies")
    writer.array { writer in
      for (literacy, counts) in zip(scorer.literacies, each) {
        writer.object { writer in
          writer.member("id", literacy.id.rawValue)
          SkillsMeeting(counts).write(to: &writer, hasAge: false)
        }
      }
    }
  }
}

extension SkillsMeeting {
  /// Writes the members of a figure. What is withheld is null with a reason.
  func write(to writer: inout JSONWriter, hasAge: Bool = true) {
    writer.member("count", count)
    writer.member("of", of)
    writer.member("notRated", notRated)
    if hasAge { writer.member("outOfDate", outOfDate) }
    writer.member("share", share.value)
    writer.member("low", interval.value?.low)
    writer.member("high", interval.value?.high)
    if meanGap.reason?.code != .notOnAScale { writer.member("meanGap", meanGap.value) }
    if let reason = share.reason { writer.member("reason", reason.code.rawValue) }
    if tellsOfFewBetweenDays {
      writer.key("fewDiffer")
      writer.value(true)
    }
  }
}
