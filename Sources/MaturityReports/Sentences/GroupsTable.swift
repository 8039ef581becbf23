import DigitalMaturity

/// The groups of a breakdown beside each other in a table of text: areas by groups, or groups by areas where there are many.
struct GroupsTable {
  let columns: [(heading: Phrase, isNumber: Bool)]
  let rows: [[Phrase]]

  /// The most groups that stand side by side, unless there are even more areas.
  private static let mostBeside = 8

  /// - Parameters:
  ///   - groups: Everyone first, where everyone is shown, then the groups.
  ///   - heading: What stands above the first column where that has areas.
  ///   - headingOfGroups: What stands above it where it has groups.
  init(
    _ groups: [GroupResult], of cohort: ReportFacts.Cohort, heading: Phrase, headingOfGroups: Phrase,
    _ facts: ReportFacts
  ) {
    let areas = groups.first?.areas ?? []
    let people = facts.words(cohort.isAgreed ? .agreedAnswers : .people)
    func name(_ group: GroupResult) -> Phrase { facts.name(of: group.key, in: cohort) }
    func count(_ group: GroupResult) -> Phrase { Phrase(facts.people(group.respondents, in: cohort)) }
    func score(_ group: GroupResult, _ area: SubjectScore) -> Phrase {
      Phrase(group.score(of: area.subject).map { facts.marked($0, in: cohort) } ?? NumberWords.none)
    }
    // The longer side runs down the page.
    if groups.count(where: { !$0.key.isEmpty }) > max(areas.count, Self.mostBeside) {
      columns = [(headingOfGroups, false), (people, true)] + areas.map { (Phrase(facts.name(of: $0)), true) }
      rows = groups.map { group in [name(group), count(group)] + areas.map { score(group, $0) } }
    } else {
      columns = [(heading, false)] + groups.map { (name($0), true) }
      rows =
        [[people] + groups.map(count)]
        + areas.map { area in [Phrase(facts.name(of: area))] + groups.map { score($0, area) } }
    }
  }
}
