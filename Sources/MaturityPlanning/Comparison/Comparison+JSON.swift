public import DigitalMaturity

extension Comparison {
  /// The comparison as JSON: `changes`, `gap`, `participation`, `changedItems`, `common`; with options also `sameMix` and
  /// `assessmentChanges` where they hold them. Numbers are unrounded; what is undefined is null, with its reason. Format 1
  /// only gains keys.
  public func json(_ options: PageOptions? = nil) -> ByteOutput {
    var writer = JSONWriter()
    write(to: &writer, options)
    return writer.finish()
  }

  func write(to writer: inout JSONWriter, _ options: PageOptions? = nil) {
    writer.object { writer in
      writer.member("format", 1)
      writer.key("base")
      baseAssessment.write(to: &writer, baseOccasion)
      writer.key("now")
      assessment.write(to: &writer, occasion)
      writer.member("questionnaire", questionnaire.rawValue)
      writer.key("gap")
      writer.object { writer in
        writer.member("before", gapBefore.value)
        writer.member("now", gapNow.value)
        writer.member("closed", gapClosed.value)
        writer.member("toTargetBefore", toTargetBefore.value)
        writer.member("toTargetNow", toTargetNow.value)
        // Without a gap there is no way to a target either, for the same reason.
        if let reason = toTargetNow.reason { writer.member("reason", reason.sentence) }
      }
      Self.write("changes", changes, to: &writer)
      Self.write("common", common, to: &writer)
      writer.key("removed")
      writer.array { writer in removed.forEach { writer.value($0.id) } }
      writer.key("changedItems")
      writer.array { writer in
        for item in changedItems {
          writer.object { writer in
            writer.member("area", item.subject.id)
            writer.member("question", item.item)
            writer.member("base", item.base)
            writer.member("now", item.now)
          }
        }
      }
      writer.key("participation")
      writer.object { writer in
        writer.member("base", participation.base)
        writer.member("now", participation.now)
        writer.key("groups")
        writer.array { writer in
          for group in participation.groups {
            writer.object { writer in
              writer.key("group")
              writer.object { writer in
                for part in group.key { writer.member(part.attribute.rawValue, part.value?.rawValue) }
              }
              writer.member("base", group.base)
              writer.member("now", group.now)
            }
          }
        }
      }
      if let options { Self.write(options, to: &writer) }
    }
  }

  private static func write(_ options: PageOptions, to writer: inout JSONWriter) {
    if !options.reweighted.isEmpty {
      writer.key("sameMix")
      writer.array { writer in
        for (subject, score) in options.reweighted {
          writer.object { writer in
            writer.member("id", subject.id)
            writer.figure("score", score)
          }
        }
      }
    }
    if let changes = options.assessmentChanges?.changes {
      writer.key("assessmentChanges")
      writer.array { writer in
        for change in changes {
          writer.object { writer in
            writer.member("kind", change.kind.rawValue)
            writer.member("what", change.what.rawValue)
            writer.member("id", change.id)
            writer.member("detail", change.detail)
          }
        }
      }
    }
  }

  private static func write(_ key: String, _ changes: [ScoreChange], to writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for change in changes {
        writer.object { writer in
          writer.member("kind", change.subject.kind.rawValue)
          writer.member("id", change.subject.id)
          writer.member("name", change.name)
          writer.member("base", change.base.value)
          writer.member("now", change.now.value)
          writer.figure("change", change.change)
          writer.key("interval")
          if let interval = change.interval.value {
            writer.object { writer in
              writer.member("low", interval.low)
              writer.member("high", interval.high)
              writer.member("method", interval.method.rawValue)
            }
          } else {
            writer.null()
            writer.member("intervalReason", change.interval.reason?.sentence)
          }
          writer.key("moreThanNoise")
          if let isMore = change.isMoreThanNoise { writer.value(isMore) } else { writer.null() }
          writer.member("target", change.target)
          writer.member("progress", change.progress.value)
        }
      }
    }
  }
}

extension AssessmentReference {
  /// Writes `id`, `version` and `digest`, and the occasion's `title` and `date` where it has them.
  func write(to writer: inout JSONWriter, _ occasion: Occasion = Occasion()) {
    writer.object { writer in
      writer.member("id", id.rawValue)
      writer.member("version", version)
      writer.member("digest", digest)
      if let title = occasion.title { writer.member("title", title) }
      if let date = occasion.date { writer.member("date", date.description) }
    }
  }
}

extension Trend {
  /// Every later result's comparison with the first, as JSON: `comparisons`.
  public func json() -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.key("comparisons")
      writer.array { writer in comparisons.forEach { $0.write(to: &writer) } }
    }
    return writer.finish()
  }
}

extension Correction {
  /// The figures that changed, as JSON: `entries`, rounded as pages show them, `newGroups` and `goneGroups`, how many figures
  /// were `leftOut` and how many are `alikeWhenShown`.
  public func json() -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      let names = CorrectionNames()
      writer.key("entries")
      writer.array { writer in
        for entry in entries {
          writer.object { writer in
            writer.member("questionnaire", entry.questionnaire.rawValue)
            Self.write(entry.group, to: &writer)
            writer.member("of", names.owner(entry.of, nil))
            writer.member("figure", names.figure(entry))
            writer.member("published", entry.published)
            writer.member("corrected", entry.corrected)
          }
        }
      }
      for (key, groups) in [("newGroups", newGroups), ("goneGroups", goneGroups)] {
        writer.key(key)
        writer.array { writer in
          for group in groups {
            writer.object { writer in
              writer.member("questionnaire", group.questionnaire.rawValue)
              Self.write(group.key, to: &writer)
            }
          }
        }
      }
      writer.member("leftOut", leftOut)
      writer.member("alikeWhenShown", alikeWhenShown)
      writer.key("hardlyChanged")
      writer.array { writer in hardlyChanged.forEach { writer.value(names.owner($0, nil)) } }
      writer.key("likeAnotherAssessment")
      writer.value(isLikeAnotherAssessment)
    }
    return writer.finish()
  }

  private static func write(_ group: [GroupAttribute], to writer: inout JSONWriter) {
    writer.key("group")
    writer.object { writer in
      for part in group { writer.member(part.attribute.rawValue, part.value?.rawValue) }
    }
  }
}
