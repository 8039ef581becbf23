public import DigitalMaturity

extension Comparison {
  /// The comparison as JSON: `changes`, `gap`, `participation`, `changedItems`, `common`. Numbers are unrounded; what is
  /// undefined is null, with its reason.
  public func json() -> ByteOutput {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.finish()
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("format", 1)
      writer.key("base")
      Self.write(baseAssessment, to: &writer)
      writer.key("now")
      Self.write(assessment, to: &writer)
      writer.member("questionnaire", questionnaire.rawValue)
      writer.key("gap")
      writer.object { writer in
        writer.member("before", gapBefore)
        writer.member("now", gapNow)
        writer.member("closed", gapBefore - gapNow)
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
    }
  }

  private static func write(_ reference: AssessmentReference, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", reference.id.rawValue)
      writer.member("version", reference.version)
      writer.member("digest", reference.digest)
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
  /// The figures that changed, as JSON: `entries`.
  public func json() -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.key("entries")
      writer.array { writer in
        for entry in entries {
          writer.object { writer in
            writer.member("questionnaire", entry.questionnaire.rawValue)
            writer.key("group")
            writer.object { writer in
              for part in entry.group { writer.member(part.attribute.rawValue, part.value?.rawValue) }
            }
            writer.member("of", entry.of)
            writer.member("figure", entry.figure)
            writer.member("published", entry.published)
            writer.member("corrected", entry.corrected)
          }
        }
      }
    }
    return writer.finish()
  }
}
