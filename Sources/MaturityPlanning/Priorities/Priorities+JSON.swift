public import DigitalMaturity

extension Priorities {
  /// The ranking as JSON: `ranked`, `unranked`, `neededFirst`, `notCalledFor`, and `selection` where one was made. Numbers are
  /// unrounded; what is undefined is null, with its `reason`.
  public func json(selection: ActionSelection? = nil) -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      if case .group(let key, _) = standings.source {
        writer.key("group")
        writer.object { writer in
          for part in key { writer.member(part.attribute.rawValue, part.value?.rawValue) }
        }
      }
      writer.key("areas")
      writer.array { writer in
        for standing in standings.areas {
          writer.object { writer in
            writer.member("id", standing.area.id.rawValue)
            writer.member("score", standing.score.value)
            writer.member("target", standing.area.target)
            writer.figure("gap", standing.gap)
          }
        }
      }
      write("ranked", ranked, to: &writer)
      write("unranked", unranked, to: &writer)
      write("neededFirst", neededFirst, to: &writer)
      writer.key("notCalledFor")
      writer.array { writer in notCalledFor.forEach { writer.value($0.id.rawValue) } }
      if let selection {
        writer.key("selection")
        selection.write(to: &writer, standings)
      }
    }
    return writer.finish()
  }

  private func write(_ key: String, _ priorities: [Priority], to writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for priority in priorities {
        writer.object { writer in
          writer.member("id", priority.action.id.rawValue)
          writer.member("area", priority.action.area.rawValue)
          writer.figure("benefit", priority.benefit)
          writer.member("effort", priority.effort.value)
          writer.member("benefitPerDay", priority.benefitPerDay.value)
          writer.key("parts")
          writer.array { writer in
            for part in priority.parts {
              writer.object { writer in
                writer.member("area", part.area.id.rawValue)
                writer.member("weight", part.area.weight)
                writer.member("uplift", part.uplift)
                writer.figure("gap", part.gap)
                writer.member("benefit", part.benefit.value)
              }
            }
          }
        }
      }
    }
  }
}

extension ActionSelection {
  fileprivate func write(to writer: inout JSONWriter, _ standings: AreaStandings) {
    writer.object { writer in
      writer.member("budget", budget)
      writer.member("effort", effort)
      writer.member("benefit", benefit)
      writer.key("proven")
      writer.value(isProven)
      writer.key("chosen")
      writer.array { writer in chosen.forEach { writer.value($0.action.id.rawValue) } }
      writer.key("closeCalls")
      writer.array { writer in
        for call in closeCalls {
          writer.object { writer in
            writer.member("action", call.action.rawValue)
            writer.key("taken")
            writer.value(call.isTaken)
            writer.member("loss", call.loss)
            writer.key("instead")
            writer.array { writer in call.instead.forEach { writer.value($0.rawValue) } }
            writer.key("without")
            writer.array { writer in call.without.forEach { writer.value($0.rawValue) } }
            writer.member("effort", call.effort)
          }
        }
      }
      writer.key("unavailable")
      writer.array { writer in
        for one in unavailable {
          writer.object { writer in
            writer.member("id", one.action.id.rawValue)
            writer.member("reason", one.reason)
          }
        }
      }
      writer.key("expected")
      writer.array { writer in
        for (area, now, expected) in expected(from: standings) {
          writer.object { writer in
            writer.member("area", area.id.rawValue)
            writer.member("now", now)
            writer.member("estimate", expected)
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// A figure: its number, or null with a `reason` beside it.
  mutating func figure(_ key: String, _ figure: Figure<Double>) {
    member(key, figure.value)
    if let reason = figure.reason { member("reason", reason.sentence) }
  }
}
