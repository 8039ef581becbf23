public import DigitalMaturity

/// Results for the wall: one HTML page in large type for a projector, a screen of the page at a time.
///
/// First the areas with their levels, then the questions that people agree on least, a screen each, then what moved where
/// questions were asked again. Nothing that is withheld is used.
public struct WallReportFormat: ReportFormat {
  /// `wall`.
  public let name = "wall"
  /// `html`.
  public let fileExtension = "html"
  /// How many questions have a screen.
  public let questions: Int
  /// The results of questions that were asked again, by the same questionnaires.
  public let again: [PublishableScorecard]

  /// Makes the format.
  /// - Parameters:
  ///   - questions: How many questions have a screen, those that people agree on least.
  ///   - again: The results of a second round, to be shown beside those of the first.
  public init(questions: Int = 3, again: [PublishableScorecard] = []) {
    self.questions = max(questions, 1)
    self.again = again
  }

  /// Writes the page. O(questions × options).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    let parts = SessionParts(context, again: again)
    output.write(
      bytes: parts.page(.wallPage, "wall", sheet: SessionStyle.wall) { writer in
        WallPage(parts: parts, most: questions).write(to: &writer)
      })
  }
}

private struct WallPage {
  let parts: SessionParts
  let most: Int

  private var facts: ReportFacts { parts.facts }
  private var words: ReportWords { parts.words }

  func write(to writer: inout HTMLWriter) {
    writer.element("section", .class("screen")) { writer in
      parts.header(words(.wallTitle), to: &writer)
      parts.withheld(to: &writer)
    }
    for cohort in facts.cohorts where !cohort.isWithheld { areas(cohort, to: &writer) }
    let changed = Set(parts.changes.map(\.first.question.id))
    for point in parts.points.filter({ !changed.contains($0.question.id) }).prefix(most) {
      writer.element("section", .class("screen")) { writer in
        writer.element("p", .class("label"), phrase: label(point))
        writer.element("h2", phrase: Phrase(facts.content(point.question.text)))
        parts.bars([point], caption: point.sentence(words), to: &writer)
        if let moving = point.moving(words) { writer.element("p", phrase: moving) }
      }
    }
    for change in parts.changes {
      writer.element("section", .class("screen")) { writer in
        writer.element("p", .class("label"), phrase: words(.askedAgain))
        writer.element("h2", phrase: Phrase(facts.content(change.first.question.text)))
        parts.bars([change.first, change.second], caption: change.sentence(words), to: &writer)
        if change.isUnanimous { writer.element("p", phrase: words(.unanimous)) }
      }
    }
  }

  private func label(_ point: TalkingPoint) -> Phrase {
    var parts: [Phrase] = []
    if let area = point.area { parts.append(Phrase(facts.content(area.name))) }
    if facts.cohorts.count > 1 { parts.append(Phrase(point.cohort.name)) }
    parts.append(point.pattern(words))
    return Phrase.joined(parts, by: " · ")
  }

  private func areas(_ cohort: ReportFacts.Cohort, to writer: inout HTMLWriter) {
    let scale = facts.assessment.levels.scale
    writer.element("section", .class("screen")) { writer in
      writer.element("h2", phrase: facts.cohorts.count > 1 ? Phrase(cohort.name) : words(.whereYouSeeUs))
      writer.element("table", .class("areas")) { writer in
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            writer.element("th", .fixed("scope", "col"), phrase: words(.area))
            writer.element("th", .fixed("scope", "col"), .class("bar"), phrase: words(.placeOnScale))
            writer.element("th", .fixed("scope", "col"), .class("number"), phrase: words(.score))
            writer.element("th", .fixed("scope", "col"), phrase: words(.level))
          }
        }
        writer.element("tbody") { writer in
          for score in cohort.everyone?.areas ?? [] {
            writer.element("tr") { writer in
              writer.rowHeading(Phrase(facts.name(of: score)))
              writer.element("td", .class("bar")) { writer in
                let place = score.score.value.flatMap { value in
                  scale.flatMap {
                    $0.upperBound > $0.lowerBound ? (value - $0.lowerBound) / ($0.upperBound - $0.lowerBound) : nil
                  }
                }
                guard let place, score.level != nil else { return }
                writer.element("span", .class("bar-track"), .fixed("aria-hidden", "true")) {
                  $0.element("span", .class("bar-fill"), .barWidth(place))
                }
              }
              writer.numberCell(facts.marked(score, in: cohort))
              writer.cell(facts.levelWords(of: score))
            }
          }
        }
      }
      if let note = facts.caution(on: cohort.everyone?.areas ?? [], in: cohort) { writer.element("p", phrase: note) }
    }
  }
}
