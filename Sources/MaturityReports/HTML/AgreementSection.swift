import DigitalMaturity

/// Where people agree and where there are two camps, in words.
struct AgreementSection: SectionContent {
  let facts: ReportFacts
  let cohorts: [(cohort: ReportFacts.Cohort, points: [TalkingPoint])]

  let id = "agreement"
  var title: Phrase { words(.agreementTitle) }
  private var words: ReportWords { facts.words }

  /// So many of each are told.
  private static let most = 3

  /// Nil where no answers may be looked at.
  init?(facts: ReportFacts) {
    let points = TalkingPoint.all(facts)
    cohorts = facts.cohorts.compactMap { cohort in
      // Questions of another version may have been worded otherwise.
      let own = cohort.isOtherVersion ? [] : points.filter { $0.cohort.position == cohort.position }
      return own.isEmpty ? nil : (cohort, own)
    }
    if cohorts.isEmpty { return nil }
    self.facts = facts
  }

  func write(to writer: inout HTMLWriter) {
    writer.element("p", phrase: words(.agreementIntroduction))
    let heading: StaticString = facts.cohorts.count > 1 ? "h4" : "h3"
    for (cohort, points) in cohorts {
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(cohort.name)) }
      // They are in order, the least agreement first.
      let camps = points.filter { $0.camps != nil }
      // Told by how many would have to move: so they are in that order.
      let spread = points.filter { $0.camps == nil && $0.movers > 0 }.enumerated().sorted {
        (-share($0.element), $0.offset) < (-share($1.element), $1.offset)
      }.map(\.element)
      let agreed = points.filter { $0.camps == nil && $0.movers == 0 }
      list(agreed.suffix(Self.most).reversed(), of: agreed.count, words(.agreeMost), heading, to: &writer)
      list(camps.prefix(Self.most), of: camps.count, words(.campsHeading), heading, to: &writer)
      if camps.isEmpty { writer.element("p", phrase: words(.noTwoCamps)) }
      list(spread.prefix(Self.most), of: spread.count, words(.mostSpread), heading, to: &writer)
    }
  }

  /// The share of people who would have to move.
  private func share(_ point: TalkingPoint) -> Double { Double(point.movers) / Double(max(point.total, 1)) }

  private func list(
    _ points: some Sequence<TalkingPoint>, of count: Int, _ title: Phrase, _ heading: StaticString,
    to writer: inout HTMLWriter
  ) {
    guard count > 0 else { return }
    writer.element(heading, phrase: title)
    writer.element("ul", .class("points")) { writer in
      for point in points {
        writer.element("li") { writer in
          writer.element("strong", phrase: Phrase(facts.content(point.question.text)))
          writer.element("p") { writer in
            writer.text(point.sentence(words))
            if let moving = point.moving(words) { writer.text(" " + moving) }
          }
          // The reader has no form at hand to look letters up in.
          let letters = point.lettered.map { "\($0.letter). \($0.label)" as Phrase }
          if !letters.isEmpty { writer.element("p", .class("small"), phrase: Phrase.joined(letters, by: " ")) }
          if point.distribution.counts.count(where: { $0 > 0 }) == 1 {
            writer.element("p", .class("caution"), phrase: words(.unanimous))
          }
          if let area = point.area { writer.element("p", .class("small"), phrase: Phrase(facts.content(area.name))) }
        }
      }
    }
    if count > Self.most {
      writer.element("p", .class("small"), phrase: words(.andSoMany, ["count": count - Self.most]))
    }
  }
}
