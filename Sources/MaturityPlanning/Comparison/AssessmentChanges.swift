public import DigitalMaturity

/// What differs between two versions of an assessment, where it matters to whoever compares results.
public struct AssessmentChanges: Sendable, Hashable {
  /// One difference.
  public struct Change: Sendable, Hashable {
    /// What kind of difference it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// It is new.
      case added
      /// It is gone.
      case removed
      /// Its words are others.
      case reworded
      /// Its options, or what they score, are others.
      case options
      /// It counts for something else, or with another weight.
      case weight
      /// Its target is another.
      case target
      /// The levels are others.
      case levels
    }

    /// What a difference is of.
    public enum What: String, Sendable, Hashable, CaseIterable {
      /// A level of the scale.
      case level
      /// An area.
      case area
      /// A question.
      case question
    }

    /// What kind of difference it is.
    public let kind: Kind
    /// What differs.
    public let what: What
    /// Its id.
    public let id: String
    /// What it was and what it is, in words.
    public let detail: String
  }

  /// The differences: levels, areas, then questions, in the later order; what is gone last.
  public let changes: [Change]
  /// The earlier and the later scale; nil where either has no levels.
  public let scales: (base: ClosedRange<Double>, now: ClosedRange<Double>)?

  /// Whether scores are on another scale than before.
  public var isOnAnotherScale: Bool { scales.map { $0.base != $0.now } ?? false }

  /// Compares two versions, in one questionnaire.
  /// - Parameters:
  ///   - base: The earlier version.
  ///   - now: The later version.
  ///   - questionnaire: The questionnaire whose questions are compared.
  ///   - language: The language of the assessments' texts.
  ///   - catalogue: The words that details are written with.
  public init(
    _ base: Assessment, _ now: Assessment, questionnaire: Identifier<Questionnaire>, language: String? = nil,
    words catalogue: MessageCatalogue = .english
  ) {
    let words = PlanWords(now, language, catalogue)
    func text(_ localized: LocalizedText) -> String { localized.text(in: language) }
    func renamed(_ before: LocalizedText, _ after: LocalizedText) -> String {
      words(.wasIsNow, ["before": text(before), "now": text(after)])
    }
    var changes: [Change] = []
    func note(_ kind: Change.Kind, _ what: Change.What, _ id: String, _ detail: String) {
      changes.append(Change(kind: kind, what: what, id: id, detail: detail))
    }
    func match<Entity>(
      _ what: Change.What, _ old: [Entity], _ new: [Entity], id: (Entity) -> String, name: (Entity) -> String,
      differ: (Entity, Entity) -> Void
    ) {
      let before = Dictionary(old.map { (id($0), $0) }) { first, _ in first }
      let after = Set(new.map(id))
      for entity in new {
        if let earlier = before[id(entity)] {
          differ(earlier, entity)
        } else {
          note(.added, what, id(entity), name(entity))
        }
      }
      for entity in old where !after.contains(id(entity)) { note(.removed, what, id(entity), name(entity)) }
    }
    match(.level, base.levels, now.levels, id: { $0.id.rawValue }, name: { text($0.name) }) { old, new in
      if old.value != new.value || old.from != new.from {
        note(
          .levels, .level, new.id.rawValue,
          words(.levelFromBefore, ["before": words.exact(old.from), "now": words.exact(new.from)]))
      }
    }
    match(.area, base.areas, now.areas, id: { $0.id.rawValue }, name: { text($0.name) }) { old, new in
      if text(old.name) != text(new.name) {
        note(.reworded, .area, new.id.rawValue, renamed(old.name, new.name))
      }
      if old.target != new.target {
        let (was, now) = (old.target.map(words.exact) ?? words(.noneOf), new.target.map(words.exact) ?? words(.noneOf))
        note(.target, .area, new.id.rawValue, words(.targetBefore, ["before": was, "now": now]))
      }
      if old.weight != new.weight {
        note(
          .weight, .area, new.id.rawValue,
          words(.weightBeforeNow, ["before": words.exact(old.weight), "now": words.exact(new.weight)]))
      }
      if old.levels.mapValues(text) != new.levels.mapValues(text) {
        note(.reworded, .area, new.id.rawValue, words(.levelsReworded))
      }
    }
    let (old, new) = (base.questionnaire(questionnaire), now.questionnaire(questionnaire))
    match(
      .question, old?.questions ?? [], new?.questions ?? [], id: { $0.id.rawValue }, name: { text($0.text) }
    ) { old, new in
      let id = new.id.rawValue
      if text(old.text) != text(new.text) {
        note(.reworded, .question, id, renamed(old.text, new.text))
      }
      if let detail = old.optionsDiffer(from: new, text, catalogue) { note(.options, .question, id, detail) }
      if old.measures != new.measures || old.weight != new.weight || old.isReversed != new.isReversed
        || old.level != new.level
      {
        note(.weight, .question, id, words(.countsForElse))
      }
    }
    self.changes = changes
    scales = base.levels.scale.flatMap { old in now.levels.scale.map { (old, $0) } }
  }

  /// Whether two are the same.
  public static func == (left: AssessmentChanges, right: AssessmentChanges) -> Bool {
    left.changes == right.changes && left.scales?.base == right.scales?.base && left.scales?.now == right.scales?.now
  }

  /// Hashes the differences.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(changes)
    hasher.combine(scales?.base)
    hasher.combine(scales?.now)
  }
}

extension Question {
  /// How the answers to a question differ from those to a later version of it; nil when they do not.
  /// - Parameter hasScores: Whether what options score counts too, or their words alone.
  func optionsDiffer(
    from later: Question, _ text: (LocalizedText) -> String, _ words: MessageCatalogue = .english,
    hasScores: Bool = true
  ) -> String? {
    func say(_ message: PlanMessage, _ arguments: KeyValuePairs<String, any MessageArgument>) -> String {
      words.text(message, arguments)
    }
    if kind != later.kind { return say(.kindWas, ["before": kind, "now": later.kind]) }
    let (old, new) = (answers.options, later.answers.options)
    let added = new.filter { option in !old.contains { $0.id == option.id } }.map { "“\($0.id)”" }
    let removed = old.filter { option in !new.contains { $0.id == option.id } }.map { "“\($0.id)”" }
    var parts: [String] = []
    if !added.isEmpty { parts.append(say(.optionsNew, ["options": added.joined(separator: ", ")])) }
    if !removed.isEmpty { parts.append(say(.optionsGone, ["options": removed.joined(separator: ", ")])) }
    for option in new {
      guard let earlier = old.first(where: { $0.id == option.id }) else { continue }
      if hasScores, earlier.score != option.score { parts.append(say(.optionScores, ["option": option.id.rawValue])) }
      if text(earlier.label) != text(option.label) {
        parts.append(say(.optionWorded, ["option": option.id.rawValue]))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
