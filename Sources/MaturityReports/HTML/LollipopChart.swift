import DigitalMaturity

/// Areas as lollipops with their targets, in inline SVG.
///
/// Places along the scale are percentages and everything else is in pixels, so that the drawing stretches from 320
/// pixels to a desk screen while its text keeps its size. Score and target differ by shape as well as by colour.
struct LollipopChart {
  let scores: [SubjectScore]
  let cohort: ReportFacts.Cohort
  let facts: ReportFacts
  let scale: ClosedRange<Double>

  private static let rowHeight = 46.0
  private static let axisHeight = 26.0
  /// Room at both ends for the marks themselves.
  private static let inset = 0.03
  /// The longest name that fits beside its figures on a narrow page, in display cells; how long a longer one is there;
  /// and on a wide page.
  private static let shortName = 25
  private static let narrowName = 21
  private static let wideName = 60

  private var words: ReportWords { facts.words }

  /// Nil when no score is on the scale.
  init?(scores: [SubjectScore], cohort: ReportFacts.Cohort, facts: ReportFacts) {
    guard let scale = facts.assessment.levels.scale, scale.lowerBound < scale.upperBound,
      scores.contains(where: { $0.score.value != nil && $0.level != nil })
    else { return nil }
    self.scores = scores
    self.cohort = cohort
    self.facts = facts
    self.scale = scale
  }

  /// Where a number lies along the chart, 0 to 1.
  private func place(_ number: Double) -> Double {
    let share = (number - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    return Self.inset + min(max(share, 0), 1) * (1 - 2 * Self.inset)
  }

  func write(to writer: inout HTMLWriter) {
    let title = writer.makeID("chart-title-\(cohort.scorecard.questionnaire)")
    let description = writer.makeID("chart-description-\(cohort.scorecard.questionnaire)")
    let height = Self.axisHeight * 2 + Self.rowHeight * Double(scores.count)
    writer.element("div", .class("chart")) { writer in
      legend(&writer)
      writer.element(
        "svg", .class("lollipop"), .fixed("role", "img"), .labelled(by: title), .described(by: description),
        .fixed("width", "100%"), .number("height", height)
      ) { writer in
        writer.element("title", .id(title), phrase: Phrase(titleText))
        writer.element("desc", .id(description), phrase: Phrase(descriptionText))
        axis(height, &writer)
        for (index, score) in scores.enumerated() {
          row(score, top: Self.axisHeight + Double(index) * Self.rowHeight, &writer)
        }
      }
    }
  }

  private func legend(_ writer: inout HTMLWriter) {
    writer.element("ul", .class("legend")) { writer in
      writer.element("li") { writer in
        writer.element(
          "svg", .fixed("aria-hidden", "true"), .fixed("width", "34"), .fixed("height", "18")
        ) { writer in
          writer.void(
            "line", .class("stem"), .fixed("x1", "0"), .fixed("x2", "24"), .fixed("y1", "9"), .fixed("y2", "9"))
          writer.void("circle", .class("dot"), .fixed("cx", "26"), .fixed("cy", "9"), .fixed("r", "6"))
        }
        writer.text(words(.score))
      }
      if scores.contains(where: { $0.target != nil }) {
        writer.element("li") { writer in
          writer.element(
            "svg", .fixed("aria-hidden", "true"), .fixed("width", "20"), .fixed("height", "18")
          ) { writer in
            writer.element("svg", .fixed("x", "10"), .fixed("y", "9"), .fixed("overflow", "visible")) { writer in
              writer.void("path", .class("target"), .fixed("d", Self.diamond))
            }
          }
          writer.text(words(.target))
        }
      }
    }
  }

  /// A little larger than the dot, so that both are seen where a score is its target.
  private static let diamond: StaticString = "M0 -9L9 0L0 9L-9 0Z"

  /// Lines where levels begin, with the number at both ends and the level's name where there is room.
  private func axis(_ height: Double, _ writer: inout HTMLWriter) {
    let levels = facts.assessment.levels
    for (index, level) in levels.enumerated() {
      let x = place(level.from)
      writer.void(
        "line", .class("grid"), .percent("x1", x), .percent("x2", x), .number("y1", Self.axisHeight - 6),
        .number("y2", height - Self.axisHeight + 6))
      // A name at an end grows inwards from the edge.
      let isLast = index > 0 && x > 0.9
      let anchor: StaticString = index == 0 ? "start" : isLast ? "end" : "middle"
      let edge = index == 0 ? 0 : isLast ? 1 : x
      let number = words.exact(level.from)
      let name = DisplayWidth.shorten(PlainText.clean(facts.content(level.name).text), to: 18)
      for y in [Self.axisHeight - 12, height - 4] {
        writer.element(
          "text", .class("tick"), .percent("x", x), .number("y", y), .fixed("text-anchor", "middle")
        ) { $0.text(number) }
        writer.element(
          "text", .class("tick named"), .percent("x", edge), .number("y", y), .fixed("text-anchor", anchor)
        ) { $0.text("\(number) \(name)") }
      }
    }
  }

  private func row(_ score: SubjectScore, top: Double, _ writer: inout HTMLWriter) {
    let name = PlainText.clean(facts.name(of: score).text)
    let label = top + 17
    let y = top + 32
    let isShort = DisplayWidth.of(name) <= Self.shortName
    writer.element(
      "text", isShort ? .class("name") : .class("name wide"), .percent("x", Self.inset), .number("y", label)
    ) { $0.text(DisplayWidth.shorten(name, to: Self.wideName)) }
    if !isShort {
      writer.element("text", .class("name narrow"), .percent("x", Self.inset), .number("y", label)) {
        $0.text(DisplayWidth.shorten(name, to: Self.narrowName))
      }
    }
    writer.element(
      "text", .class("value"), .percent("x", 1 - Self.inset), .number("y", label), .fixed("text-anchor", "end")
    ) { writer in
      writer.element("tspan", .class("score")) { $0.text(facts.shown(score)) }
      if let target = score.target {
        writer.element("tspan", .class("aim")) {
          $0.text(" " + words.text(.chartTarget, ["target": words.exact(target)]))
        }
      }
    }
    writer.void(
      "line", .class("track"), .percent("x1", Self.inset), .percent("x2", 1 - Self.inset), .number("y1", y),
      .number("y2", y))
    if let value = score.score.value, score.level != nil {
      writer.void(
        "line", .class("stem"), .percent("x1", Self.inset), .percent("x2", place(value)), .number("y1", y),
        .number("y2", y))
    }
    if let target = score.target {
      // A nested drawing carries the diamond to its place, since a path has no percentages.
      writer.element("svg", .percent("x", place(target)), .number("y", y), .fixed("overflow", "visible")) {
        $0.void("path", .class("target"), .fixed("d", Self.diamond))
      }
    }
    if let value = score.score.value, score.level != nil {
      writer.void("circle", .class("dot"), .percent("cx", place(value)), .number("cy", y), .fixed("r", "6"))
    }
  }

  private var titleText: String { words.text(.chartTitle, ["cohort": cohort.name]) }

  /// The whole chart in words, for those who do not see it.
  private var descriptionText: String {
    let rows = scores.map { score in
      let value = score.score.value == nil ? facts.levelWords(of: score).plain : facts.shown(score)
      let name = facts.name(of: score)
      return score.target.map {
        words.text(.chartRowTarget, ["area": name, "score": value, "target": words.exact($0)])
      } ?? words.text(.chartRow, ["area": name, "score": value])
    }
    return words.text(
      .chartDescription,
      [
        "low": words.exact(scale.lowerBound), "high": words.exact(scale.upperBound),
        "rows": rows.joined(separator: "; "),
      ])
  }
}
