extension PublishableScorecard {
  /// The version of the JSON that is written. Format 1 only gains keys.
  static let format = 1

  /// Writes scorecards as JSON: one as an object, several as an object with `scorecards`.
  ///
  /// Numbers are unrounded; an undefined figure is `null` with a `reason`. The same scorecards give the same bytes. The
  /// format has a schema, `Assessments/schema/result.schema.json`.
  public static func json(_ scorecards: [PublishableScorecard]) -> ByteOutput { json(scorecards) { _ in } }

  /// - Parameter more: Writes members beside several scorecards.
  static func json(_ scorecards: [PublishableScorecard], more: (inout JSONWriter) -> Void) -> ByteOutput {
    var writer = JSONWriter()
    if scorecards.count == 1, let only = scorecards.first {
      only.write(to: &writer)
    } else {
      writer.object { writer in
        writer.member("format", format)
        writer.key("scorecards")
        writer.array { writer in
          for scorecard in scorecards { scorecard.write(to: &writer) }
        }
        more(&writer)
      }
    }
    return writer.finish()
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("format", Self.format)
      writer.key("assessment")
      writer.object { writer in
        writer.member("id", assessment.id.rawValue)
        writer.member("version", assessment.version)
        writer.member("digest", assessment.digest)
        if let scale = assessment.scale {
          writer.key("scale")
          writer.object { writer in
            writer.member("low", scale.lowerBound)
            writer.member("high", scale.upperBound)
          }
        }
      }
      if let title = occasion.title { writer.member("title", title) }
      if let date = occasion.date { writer.member("date", date.description) }
      writer.member("questionnaire", questionnaire.rawValue)
      writer.member("audience", audience)
      writer.member("mode", mode.rawValue)
      writer.member("threshold", policy.threshold)
      if let population { Self.write(population, to: &writer) }
      writer.key("calculations")
      writer.array { writer in
        for score in groups.first?.allScores ?? [] { Self.write(score.provenance, of: score.subject, to: &writer) }
      }
      writer.key("groups")
      writer.array { writer in
        for group in groups { Self.write(group, to: &writer) }
      }
    }
  }

  private static func write(_ population: PopulationWeighting, to writer: inout JSONWriter) {
    writer.key("population")
    writer.object { writer in
      writer.key("attributes")
      writer.array { writer in
        for attribute in population.attributes { writer.value(attribute.rawValue) }
      }
      writer.key("groups")
      writer.array { writer in
        for group in population.groups {
          writer.object { writer in
            write(group.key, to: &writer)
            writer.member("headcount", group.headcount)
            writer.member("respondents", group.respondents)
            writer.member("weight", group.weight)
          }
        }
      }
    }
  }

  private static func write(_ key: [GroupAttribute], to writer: inout JSONWriter) {
    writer.key("group")
    writer.object { writer in
      for part in key { writer.member(part.attribute.rawValue, part.value?.rawValue) }
    }
  }

  private static func write(_ weighting: FigureWeighting?, to writer: inout JSONWriter) {
    guard let weighting else { return }
    writer.key("weighting")
    writer.object { writer in
      writer.member("unweighted", weighting.unweighted.value)
      writer.member("designEffect", weighting.designEffect)
      writer.member("effectiveN", weighting.effectivePeople)
    }
  }

  private static func write(_ provenance: Provenance, of subject: Subject, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", subject.kind.rawValue)
      writer.member("id", subject.id)
      writer.member("rule", provenance.rule)
      writer.key("settings")
      writer.array { writer in
        for setting in provenance.settings { writer.value(setting) }
      }
      writer.member("of", provenance.source.rawValue)
      writer.member("unit", provenance.unit.rawValue)
      if provenance.unit == .question { writer.member("questionSummary", provenance.questionSummary.rawValue) }
      writer.member("missing", provenance.missing.rawValue)
      writer.member("dontKnow", provenance.dontKnow.rawValue)
      writer.member("minimumAnswered", provenance.minimumAnswered)
      writer.key("items")
      writer.array { writer in
        for item in provenance.items {
          writer.object { writer in
            writer.member("id", item.id)
            writer.member("weight", item.weight)
            if item.isReversed {
              writer.key("reversed")
              writer.value(true)
            }
          }
        }
      }
    }
  }

  private static func write(_ group: GroupResult, to writer: inout JSONWriter) {
    writer.object { writer in
      write(group.key, to: &writer)
      writer.member("respondents", group.respondents)
      writer.key("suppressed")
      writer.value(group.isSuppressed)
      for (name, scores) in [
        ("areas", group.areas), ("themes", group.themes), ("principles", group.principles),
        ("literacies", group.literacies),
      ] {
        writer.key(name)
        writer.array { writer in
          for score in scores { write(score, to: &writer) }
        }
      }
      writer.key("overall")
      if let overall = group.overall { write(overall, to: &writer) } else { writer.null() }
      writer.key("questions")
      writer.array { writer in
        for question in group.questions { write(question, to: &writer) }
      }
    }
  }

  private static func write(_ score: SubjectScore, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", score.subject.id)
      writer.member("name", score.name)
      write("score", score.score, to: &writer)
      writer.member("level", score.level?.rawValue)
      writer.member("target", score.target)
      writer.member("gap", score.gap)
      writer.member("n", score.people)
      writer.member("coverage", score.coverage.value)
      writer.member("answered", score.statuses?[.answered])
      write(score.statuses, to: &writer)
      write(score.distribution, to: &writer)
      writer.key("unanimous")
      writer.value(score.isUnanimous)
      StatisticsJSON.write(score.statistics, people: score.people, isBrief: score.subject.kind != .area, to: &writer)
      write(score.weighting, to: &writer)
      if let reliability = score.reliability { StatisticsJSON.write(reliability, to: &writer) }
      if let difference = score.difference { StatisticsJSON.write(difference, to: &writer) }
    }
  }

  private static func write(_ question: QuestionResult, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", question.id.rawValue)
      writer.member("n", question.statuses?[.answered])
      StatisticsJSON.write(question.statistics, people: question.statuses?[.answered], to: &writer)
      if let reason = question.mean.reason {
        writer.member("reason", reason.sentence)
        writer.member("reasonCode", reason.code.rawValue)
      }
      write(question.statuses, to: &writer)
      writer.key("options")
      writer.array { writer in
        for option in question.options {
          writer.object { writer in
            writer.member("id", option.option.rawValue)
            writer.member("count", option.count)
            if let place = option.meanPlace { writer.member("meanPlace", place) }
          }
        }
      }
      write(question.distribution, to: &writer)
      write(question.weighting, to: &writer)
    }
  }

  private static func write(_ name: String, _ figure: Figure<Double>, to writer: inout JSONWriter) {
    writer.member(name, figure.value)
    guard let reason = figure.reason else { return }
    writer.member("reason", reason.sentence)
    writer.member("reasonCode", reason.code.rawValue)
  }

  private static func write(_ statuses: StatusCounts?, to writer: inout JSONWriter) {
    writer.key("statuses")
    guard let statuses else { return writer.null() }
    writer.object { writer in
      for status in AnswerStatus.allCases { writer.member(status.rawValue, statuses[status]) }
    }
  }

  private static func write(_ distribution: [ScoreCount], to writer: inout JSONWriter) {
    writer.key("distribution")
    writer.array { writer in
      for entry in distribution {
        writer.object { writer in
          writer.member("score", entry.score)
          writer.member("count", entry.count)
        }
      }
    }
  }
}

extension GroupResult {
  /// Every score: areas, themes, principles, literacies, overall.
  var allScores: [SubjectScore] { areas + themes + principles + literacies + (overall.map { [$0] } ?? []) }
}
