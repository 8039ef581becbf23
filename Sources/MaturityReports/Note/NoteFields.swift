public import DigitalMaturity

/// What the fields of a note stand for: figures of results that may be shown, in words.
///
/// A field names a thing and what is wanted of it, with dots between: `area.information.score`. See ``all``.
public struct NoteFields: Sendable {
  private let now: ReportFacts
  private let base: ReportFacts?
  private let programme: Programme?

  /// Makes fields of results.
  /// - Parameters:
  ///   - now: The results that the note is about.
  ///   - base: Earlier results that they are compared with.
  ///   - programme: The actions that were chosen.
  public init(now: ReportContext, base: ReportContext? = nil, programme: Programme? = nil) {
    self.programme = programme
    self.now = ReportFacts(now)
    self.base = base.map { ReportFacts($0) }
  }

  /// A field that cannot be filled: why, and what would do.
  public struct Unknown: Error, Sendable, Hashable {
    /// Why the field cannot be filled, and what mends it: without a full stop.
    public let message: String
    /// Whether the field is right, and there is nothing that it could be filled with.
    public let isAbsence: Bool

    init(message: String, isAbsence: Bool = false) {
      self.message = message
      self.isAbsence = isAbsence
    }

    static let noEarlierResults = Unknown(
      message: "there are no earlier results to compare with; add them with --base", isAbsence: true)
  }

  /// What a field stands for.
  enum Value: Sendable {
    /// Words that go into a sentence.
    case words(Phrase)
    /// A table, which stands on lines of its own, and what is said below it.
    case table(PaperTable, note: Phrase? = nil)
  }

  /// What may be asked of a thing that has a score.
  enum Property: String, CaseIterable {
    case name, score, level, target, gap, change, answered, respondents, range, agreement
  }

  /// Words for a list of what can be asked, in help and in templates.
  public static let all = """
    {{area.ID.PROPERTY}}, or theme, principle or literacy; {{overall.PROPERTY}}; {{strongest.PROPERTY}}, \
    {{weakest.PROPERTY}}, {{furthest.PROPERTY}} below its target; {{group.ATTRIBUTE.VALUE.respondents}}, {{group.ATTRIBUTE.VALUE.area.ID.PROPERTY}}; \
    {{headline}}, {{respondents}}, {{below-target}}, {{audience}}, {{questionnaire}}, {{threshold}}, {{title}}, \
    {{occasion}}, {{version}}, {{changes}}, {{actions}}, {{programme}}; {{table.areas}}, {{table.actions}}, {{table.programme}}, {{table.projects}}, {{table.changes}} on lines of their own. \
    PROPERTY is \(Property.allCases.map(\.rawValue).joined(separator: ", ")). The id of a questionnaire in front asks \
    its results; base. in front the earlier ones. {{A | B | nothing}} is the first of them that there is something for.
    """

  /// What a reader must know of words that nobody has checked; empty for others.
  var draftNote: [PaperText] { now.words.draftNote.map { PaperText(phrase: $0) } }

  /// What a field stands for: of fields with “|” between them the first that there is something for, and “nothing” stands
  /// for nothing. O(things that have a score).
  func value(_ field: String) throws(Unknown) -> Value {
    var found: Value?
    var absence: Unknown?
    for part in field.split(separator: "|", omittingEmptySubsequences: false) {
      do throws(Unknown) {
        let value = part == "nothing" ? .words("") : try value(ofOne: String(part))
        if found == nil { found = value }
      } catch {
        // What is not there may be the next part; what is misspelt is told, wherever it stands.
        if !error.isAbsence { throw error }
        absence = absence ?? error
      }
    }
    if let found { return found }
    throw absence ?? Unknown(message: "the field names nothing")
  }

  private func value(ofOne field: String) throws(Unknown) -> Value {
    var path = field.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }[...]
    var facts = now
    if path.first == "base" || path.first == "now" {
      if path.first == "base" {
        guard let base else { throw .noEarlierResults }
        facts = base
      }
      path = path.dropFirst()
    }
    var cohort = facts.cohorts.first
    if let first = path.first, let named = facts.cohorts.first(where: { $0.scorecard.questionnaire.rawValue == first }),
      !Self.heads.contains(first)
    {
      cohort = named
      path = path.dropFirst()
    }
    guard let cohort, let everyone = cohort.everyone else { throw Unknown(message: "the results hold no figures") }
    return try FieldReader(field: field, facts: facts, base: base, programme: programme, cohort: cohort).value(
      path, of: everyone)
  }

  /// The words that a field can begin with.
  static let heads =
    Subject.Kind.allCases.map(\.rawValue)
    + [
      "strongest", "weakest", "furthest", "group", "headline", "respondents", "below-target", "audience",
      "questionnaire", "threshold", "title", "occasion", "version", "changes", "actions", "programme",
      "table",
    ]
}

/// Reads one field.
private struct FieldReader {
  let field: String
  let facts: ReportFacts
  let base: ReportFacts?
  let programme: Programme?
  let cohort: ReportFacts.Cohort

  private typealias Unknown = NoteFields.Unknown

  func value(_ path: ArraySlice<String>, of group: GroupResult) throws(NoteFields.Unknown) -> NoteFields.Value {
    guard let head = path.first, !head.isEmpty else { throw Unknown(message: "the field names nothing") }
    let rest = path.dropFirst()
    if group.key.isEmpty, cohort.standsSideBySide, Self.isAverage(head, rest) {
      throw Unknown(
        message:
          "the answers stand side by side, each about something else, and an average would tell of none; name one of "
          + "them with “group”")
    }
    switch head {
    case "overall":
      guard let overall = group.overall else {
        throw Unknown(message: "the assessment has no overall score", isAbsence: true)
      }
      return try property(rest, of: overall, in: group)
    case "strongest", "weakest", "furthest":
      let scored = group.areas.filter {
        $0.score.value != nil && $0.level != nil && (head != "furthest" || $0.gap != nil)
      }
      let best = scored.max { ordered($0, $1, by: head) }
      guard let best else {
        if rest.first.map({ NoteFields.Property(rawValue: $0) == nil }) ?? true { return try unknown(rest) }
        return .words(
          group.areas.contains(where: \.isWithheld) ? facts.words(.withheldWord) : facts.words(.noAreaWithScore))
      }
      return try property(rest, of: best, in: group)
    case "group": return try member(rest)
    case "changes":
      guard group.key.isEmpty, rest.isEmpty else {
        throw Unknown(message: "“changes” is of everyone, and has nothing of its own")
      }
      guard let base else { throw .noEarlierResults }
      let changes = ChangeWords(cohort, facts, since: base)
      return .words(Phrase.joined(changes.sentences + (changes.note.map { [$0] } ?? []), by: " "))
    case "occasion" where rest.isEmpty:
      guard let occasion = OccasionWords.sentence(facts, since: base) else {
        throw Unknown(
          message: "the results do not say when they are of; score with --title and --date", isAbsence: true)
      }
      return .words(occasion)
    case "programme" where rest.isEmpty:
      return .words(Phrase.joined(try chosen().sentences(facts.words), by: " "))
    case "table":
      guard group.key.isEmpty else { throw Unknown(message: "there is a table for everyone alone") }
      return try table(rest)
    default: break
    }
    if let kind = Subject.Kind(rawValue: head) { return try subject(kind, rest, in: group) }
    guard let words = words(head, of: group) else { throw unknown(head, among: known, at: path.startIndex) }
    if let more = rest.first { throw Unknown(message: "“\(head)” has no “\(DocumentNode.short(more))” of its own") }
    return .words(words)
  }

  private var known: [String] {
    NoteFields.heads + facts.cohorts.map(\.scorecard.questionnaire.rawValue) + ["base", "now"]
  }

  /// Whether one comes before another: of equals the first in the assessment counts as most.
  private func ordered(_ first: SubjectScore, _ second: SubjectScore, by head: String) -> Bool {
    let figure = head == "furthest" ? \SubjectScore.gap : \SubjectScore.score.value
    let (one, other) = (first[keyPath: figure] ?? 0, second[keyPath: figure] ?? 0)
    return head == "weakest" ? one > other + 1e-9 : one < other - 1e-9
  }

  private func words(_ head: String, of group: GroupResult) -> Phrase? {
    switch head {
    case "headline": Headline(cohort, facts).phrase
    case "respondents": group.respondents.map { Phrase(String($0)) } ?? facts.words(.withheldWord)
    case "below-target":
      if group.isSuppressed {
        facts.words(.withheldWord)
      } else {
        facts.words(
          .belowTarget,
          ["below": group.areas.count(where: NumberWords.isBelowTarget), "all": group.areas.count])
      }
    case "audience": Phrase(cohort.name)
    case "questionnaire":
      Phrase(cohort.questionnaire.map { facts.content($0.title) } ?? Content(cohort.scorecard.questionnaire.rawValue))
    case "actions": Phrase.joined(CostWords.sentences(facts), by: " ")
    case "threshold": "\(cohort.scorecard.policy.threshold)"
    case "title": Phrase(facts.content(facts.assessment.title))
    case "version": Phrase(Content(cohort.scorecard.assessment.version))
    default: nil
    }
  }

  private func subject(
    _ kind: Subject.Kind, _ path: ArraySlice<String>, in group: GroupResult
  ) throws(NoteFields.Unknown) -> NoteFields.Value {
    let scores =
      switch kind {
      case .area: group.areas
      case .theme: group.themes
      case .principle: group.principles
      case .literacy: group.literacies
      case .overall: group.overall.map { [$0] } ?? []
      }
    guard let id = path.first else {
      throw Unknown(message: "say which \(kind.rawValue), such as “\(example(kind, scores))”")
    }
    guard let score = scores.first(where: { $0.subject.id == id }) else {
      throw unknown(id, among: scores.map(\.subject.id), at: path.startIndex, kind: kind.rawValue)
    }
    return try property(path.dropFirst(), of: score, in: group)
  }

  private func example(_ kind: Subject.Kind, _ scores: [SubjectScore]) -> String {
    "{{\(kind.rawValue).\(scores.first?.subject.id ?? "ID").score}}"
  }

  /// A group of a breakdown: attributes with their values, then what is wanted of it.
  private func member(_ path: ArraySlice<String>) throws(NoteFields.Unknown) -> NoteFields.Value {
    var path = path
    var key: [GroupAttribute] = []
    let attributes = Set(cohort.scorecard.breakdowns.joined().map(\.rawValue)).sorted()
    while let name = path.first, attributes.contains(name) {
      guard path.count > 1 else { throw Unknown(message: "say which value of “\(name)”") }
      let value = path[path.startIndex + 1]
      let isNotStated = value == "not-stated"
      key.append(GroupAttribute(attribute: Identifier(name), value: isNotStated ? nil : Identifier(value)))
      path = path.dropFirst(2)
    }
    if key.isEmpty {
      let message =
        attributes.isEmpty
        ? "the results are not broken down; score with --by"
        : "say which attribute: \(attributes.joined(separator: ", "))"
      throw Unknown(message: message)
    }
    guard let group = cohort.scorecard.groups.first(where: { Set($0.key) == Set(key) && $0.key.count == key.count })
    else {
      let last = key[key.count - 1]
      let values = cohort.scorecard.groups.compactMap {
        $0.key.first { $0.attribute == last.attribute }?.value?.rawValue
      }
      throw unknown(
        last.value?.rawValue ?? "not-stated", among: Array(Set(values)).sorted(), at: path.startIndex - 1, kind: "group"
      )
    }
    if path.first == "name" { return .words(facts.name(of: group.key, in: cohort)) }
    guard path.first == "respondents" || path.first.flatMap({ Subject.Kind(rawValue: $0) }) != nil else {
      throw unknown(
        path.first ?? "", among: ["name", "respondents"] + Subject.Kind.allCases.map(\.rawValue), at: path.startIndex)
    }
    return try value(path, of: group)
  }

  /// Whether a field of everyone tells of an average.
  private static func isAverage(_ head: String, _ rest: ArraySlice<String>) -> Bool {
    Subject.Kind(rawValue: head) != nil
      || ["strongest", "weakest", "furthest", "below-target", "changes"].contains(head)
      || (head == "table" && ["areas", "changes"].contains(rest.first))
  }

  // MARK: What is not known

  private func unknown(
    _ part: String, among known: [String], at place: Int, kind: String? = nil
  ) -> NoteFields.Unknown {
    let what =
      kind.map { "there is no \($0) “\(DocumentNode.short(part))”" } ?? "“\(DocumentNode.short(part))” is no field"
    guard let nearest = NearestName.of(part, in: known) else {
      return Unknown(message: what + "; known here: \(Self.list(known))")
    }
    // The whole field with the part that was probably meant, to be copied.
    var path = field.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    if path.indices.contains(place) { path[place] = nearest }
    return Unknown(message: "\(what); did you mean “{{\(path.joined(separator: "."))}}”?")
  }

  private static func list(_ known: [String]) -> String {
    known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
  }

  private func unknown(_ path: ArraySlice<String>) throws(NoteFields.Unknown) -> NoteFields.Value {
    let known = NoteFields.Property.allCases.map(\.rawValue)
    guard let part = path.first else {
      throw Unknown(message: "say what of it: \(known.joined(separator: ", "))")
    }
    throw unknown(part, among: known, at: path.startIndex)
  }

  // MARK: Properties

  private func property(
    _ path: ArraySlice<String>, of score: SubjectScore, in group: GroupResult
  ) throws(NoteFields.Unknown) -> NoteFields.Value {
    guard let part = path.first, let property = NoteFields.Property(rawValue: part), path.count == 1 else {
      if path.count > 1, path.first.flatMap({ NoteFields.Property(rawValue: $0) }) != nil {
        throw Unknown(message: "nothing can follow “\(path[path.startIndex])”")
      }
      return try unknown(path)
    }
    if property == .name {
      return .words(score.subject == .overall ? facts.words(.overall) : Phrase(facts.name(of: score)))
    }
    if property == .target {
      return .words(score.target.map { Phrase(facts.words.exact($0)) } ?? facts.words(.noTarget))
    }
    if property == .change { return .words(try change(of: score, in: group)) }
    if score.isWithheld { return .words(facts.words(.withheldWord)) }
    return .words(words(property, of: score))
  }

  private func words(_ property: NoteFields.Property, of score: SubjectScore) -> Phrase {
    func figure(_ figure: Figure<Double>, _ words: (Double) -> String) -> Phrase {
      switch figure {
      case .value(let value): Phrase(words(value))
      case .undefined(let reason): reason.code == .withheld ? facts.words(.withheldWord) : facts.words(.notKnown)
      }
    }
    switch property {
    case .score: return score.score.value == nil ? facts.words(.noScore) : Phrase(facts.shown(score))
    case .level: return score.level == nil ? facts.words(.noLevel) : facts.levelWords(of: score)
    case .gap:
      guard let gap = score.gap, score.score.value != nil else {
        return score.score.value == nil ? facts.words(.noScore) : facts.gap(of: score)
      }
      let size = facts.gap(of: score)
      return abs(gap) > 1e-9 ? facts.words(.ofTarget, ["gap": size]) : size
    case .answered: return figure(score.coverage) { facts.words.percent($0) }
    case .respondents: return score.people.map { Phrase(String($0)) } ?? facts.words(.withheldWord)
    case .agreement: return figure(score.statistics.then(\.consensus)) { facts.words.percent($0) }
    case .range:
      switch score.statistics.then(\.interval) {
      case .value(let range):
        let (low, high) = (facts.words.rounded(range.low, decimals: 1), facts.words.rounded(range.high, decimals: 1))
        return facts.words(.range, ["low": low, "high": high])
      case .undefined(let reason): return reason.code == .withheld ? facts.words(.withheldWord) : facts.words(.notKnown)
      }
    case .name, .target, .change: return ""
    }
  }

  /// How a score moved since the earlier results, if both were made in the same way.
  private func change(of score: SubjectScore, in group: GroupResult) throws(NoteFields.Unknown) -> Phrase {
    guard let base else { throw .noEarlierResults }
    let change = ScoreChange(score, group, cohort, since: base)
    if let reason = change.whyIncomparable { throw Unknown(message: reason) }
    return change.words(facts.words)
  }

  private func chosen() throws(NoteFields.Unknown) -> Programme {
    guard let programme else {
      throw Unknown(message: "no actions were chosen; choose within officer-days with --budget", isAbsence: true)
    }
    return programme
  }

  // MARK: Tables

  private func table(_ path: ArraySlice<String>) throws(NoteFields.Unknown) -> NoteFields.Value {
    let known = ["areas", "actions", "programme", "projects", "changes"]
    guard let name = path.first, path.count == 1, known.contains(name) else {
      throw unknown(path.first ?? "", among: known, at: path.startIndex, kind: "table")
    }
    let tables = PaperTables(facts: facts)
    switch name {
    case "areas": return .table(tables.areas(cohort))
    case "actions":
      guard let table = tables.actions else {
        throw Unknown(message: "these results recommend no action", isAbsence: true)
      }
      return .table(table)
    case "programme":
      guard let table = tables.programme(try chosen()) else {
        throw Unknown(message: "no action was chosen", isAbsence: true)
      }
      return .table(table)
    case "projects":
      guard let table = tables.projects else {
        throw Unknown(message: "the assessment has no projects", isAbsence: true)
      }
      return .table(table)
    default:
      guard let base else { throw .noEarlierResults }
      return .table(tables.changes(cohort, since: base), note: facts.words(.unroundedChanges))
    }
  }
}
