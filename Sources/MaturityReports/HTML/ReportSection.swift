public import DigitalMaturity

/// A part of the HTML report with a heading of its own and a line in the contents. A value: a host reorders the parts, drops
/// some and adds its own.
///
/// ```swift
/// var sections = ReportSection.standard.filter { $0.id != ReportSection.sources.id }
/// sections.insert(ReportSection(id: "next", title: "What happens next") { _, page in
///   page.paragraph("The board decides in May.")
/// }, at: 1)
/// let format = HTMLReportFormat(sections: sections)
/// ```
public struct ReportSection: Sendable, Identifiable {
  /// What names the section. Sections of one id are all written, and links lead to each.
  public let id: String
  /// Its parts with headings, such as one for each audience; none where the results have nothing for it.
  let parts: @Sendable (ReportContext, ReportFacts) -> [any SectionContent]

  /// Makes a section.
  /// - Parameters:
  ///   - id: What names it, in small letters and hyphens.
  ///   - title: Its heading.
  ///   - write: Writes what follows the heading, for the results at hand.
  public init(
    id: String, title: String,
    write: @escaping @Sendable (_ context: ReportContext, _ page: inout SectionWriter) -> Void
  ) {
    self.id = id
    parts = { context, facts in
      [HostSection(id: id, title: Phrase(Content(title)), context: context, words: facts.words, body: write)]
    }
  }

  private init(_ id: String, parts: @escaping @Sendable (ReportFacts) -> [any SectionContent]) {
    self.id = id
    self.parts = { parts($1) }
  }

  /// A section that needs figures to be shown.
  private init(withFigures id: String, parts: @escaping @Sendable (ReportFacts) -> [any SectionContent]) {
    self.init(id) { facts in facts.cohorts.contains { !$0.isWithheld } ? parts(facts) : [] }
  }
}

extension ReportSection {
  /// All of the report's own, in its order.
  public static let standard: [ReportSection] = [
    overview, participation, spread, statements, agreement, sideBySide, together, areas, groups, views, answers,
    withheld,
    discussion, reliability, method, sources,
  ]

  /// Each audience at a glance: a headline, scores with targets and likely ranges.
  public static let overview = ReportSection("overview") { facts in
    facts.cohorts.flatMap { cohort -> [any SectionContent] in
      // What stands side by side leads; an average over it would tell of none of it.
      [OverviewSection(facts: facts, cohort: cohort)]
        + (cohort.standsSideBySide ? BreakdownSection.all(facts: facts, cohort: cohort) : [])
    }
  }
  /// Who took part: how many of those there are, group by group, where headcounts are known.
  public static let participation = ReportSection("participation") { facts in
    ParticipationSection(facts: facts).map { [$0] } ?? []
  }
  /// How people are spread over the levels.
  public static let spread = ReportSection("spread") { facts in SpreadSection(facts: facts).map { [$0] } ?? [] }
  /// How far people agree with statements.
  public static let statements = ReportSection("statements") { facts in
    StatementsSection(facts: facts).map { [$0] } ?? []
  }
  /// Where people agree, and where there are two camps.
  public static let agreement = ReportSection("agreement") { facts in
    AgreementSection(facts: facts).map { [$0] } ?? []
  }
  /// The audiences beside each other on the questions that all were asked.
  public static let sideBySide = ReportSection("side-by-side") { facts in
    let comparison = SnapshotComparison(facts)
    return comparison.rows.isEmpty ? [] : [ComparisonSection(facts: facts, comparison: comparison)]
  }
  /// All audiences together, where the assessment declares what each counts.
  public static let together = ReportSection("together") { facts in
    PooledTable(facts).map { [PooledSection(table: $0)] } ?? []
  }
  /// Area by area: what a level means, who stands where, and what is recommended.
  public static let areas = ReportSection(withFigures: "areas") { facts in
    facts.cohorts.contains { !$0.standsSideBySide && !$0.isWithheld } ? [AreasSection(facts: facts)] : []
  }
  /// The groups of each breakdown.
  public static let groups = ReportSection(withFigures: "groups") { facts in
    facts.cohorts.filter { !$0.standsSideBySide }.flatMap { BreakdownSection.all(facts: facts, cohort: $0) }
  }
  /// Views across the areas: themes, principles, literacies.
  public static let views = ReportSection(withFigures: "views") { facts in ViewsSection.all(facts: facts) }
  /// Answers that no score tells of.
  public static let answers = ReportSection(withFigures: "answers") { facts in
    AnswersSection(facts: facts).map { [$0] } ?? []
  }
  /// What is withheld, and why.
  public static let withheld = ReportSection("withheld") { facts in [WithheldSection(facts: facts)] }
  /// The levels of every area, for audiences of which nothing may be shown.
  public static let discussion = ReportSection("discussion") { facts in
    facts.cohorts.contains(where: \.isWithheld) ? [DiscussionSection(facts: facts)] : []
  }
  /// How reliably areas are measured.
  public static let reliability = ReportSection("reliability") { facts in
    ReliabilityTable(facts).map { [ReliabilitySection(table: $0)] } ?? []
  }
  /// How the scores were calculated.
  public static let method = ReportSection("method") { facts in [MethodSection(facts: facts)] }
  /// Where the wording comes from.
  public static let sources = ReportSection("sources") { facts in
    SourceWords.all(facts).isEmpty ? [] : [SourcesSection(facts: facts)]
  }
}

/// A part of the page with a heading of its own.
protocol SectionContent: Sendable {
  /// The wish for the part's id.
  var id: String { get }
  /// The heading.
  var title: Phrase { get }
  /// Writes what follows the heading; headings inside begin with `h3`.
  func write(to writer: inout HTMLWriter)
}

/// A host's own section.
private struct HostSection: SectionContent {
  let id: String
  let title: Phrase
  let context: ReportContext
  let words: ReportWords
  let body: @Sendable (ReportContext, inout SectionWriter) -> Void

  func write(to writer: inout HTMLWriter) {
    // The writer goes in and out, so that nothing is copied.
    var section = SectionWriter(writer: HTMLWriter(reserving: 0), words: words, id: id)
    swap(&section.writer, &writer)
    body(context, &section)
    swap(&section.writer, &writer)
  }
}
