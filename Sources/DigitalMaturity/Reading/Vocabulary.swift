/// Everything that documents and command lines can name: scoring rules, question kinds, sections, report formats.
///
/// A value. A host makes one and adds bundles to it, so two assessments with two vocabularies live side by side:
///
/// ```swift
/// var vocabulary = Vocabulary()
/// vocabulary.addScoringRules()
/// vocabulary.addQuestionnaires()
/// ```
public struct Vocabulary: Sendable {
  /// The scoring rules by name.
  public private(set) var rules: [String: any ScoringRule.Type] = [:]
  /// The question kinds by name.
  public private(set) var kinds: [String: any QuestionKind.Type] = [:]
  /// The document sections by key.
  public private(set) var sections: [String: any DocumentSection.Type] = [:]
  /// The report formats, in the order they were added.
  public private(set) var reportFormats: [any ReportFormat] = []
  /// The ways of writing documents; JSON is always read.
  public private(set) var documentFormats: [DocumentFormat] = [.json]

  /// The phrases of the interface, a group a part of it, that catalogues of other languages may hold. O(groups²).
  public var messages: [any CatalogueMessage.Type] {
    messageGroups.reduce(into: []) { groups, group in
      let group = group()
      groups.removeAll { $0.group == group.group }
      groups.append(group)
    }
  }

  /// Made when they are asked for: whoever reads no catalogue has nothing to do with them.
  private var messageGroups: [@Sendable () -> any CatalogueMessage.Type] = [
    { CommonMessage.self }, { ReasonMessage.self }, { ExplanationMessage.self },
  ]

  /// Makes a vocabulary that reads and writes JSON and knows nothing else.
  public init() { add(JSONReportFormat()) }

  /// Adds a scoring rule; one of the same name is replaced.
  public mutating func add(_ rule: any ScoringRule.Type) { rules[rule.name] = rule }

  /// Adds a question kind; one of the same name is replaced.
  public mutating func add(_ kind: any QuestionKind.Type) { kinds[kind.name] = kind }

  /// Adds a document section; one of the same key is replaced.
  public mutating func add(_ section: any DocumentSection.Type) { sections[section.key] = section }

  /// Adds a report format; one of the same name is replaced.
  public mutating func add(_ format: any ReportFormat) {
    reportFormats.removeAll { $0.name == format.name }
    reportFormats.append(format)
  }

  /// Adds a group of phrases of the interface; one of the same key is replaced.
  public mutating func add(messages group: @autoclosure @escaping @Sendable () -> any CatalogueMessage.Type) {
    messageGroups.append(group)
  }

  /// Adds a way of writing documents; one of the same name is replaced.
  public mutating func add(_ format: DocumentFormat) {
    documentFormats.removeAll { $0.name == format.name }
    documentFormats.append(format)
  }

  /// The report format with a name; nil when none was added.
  public func reportFormat(_ name: String) -> (any ReportFormat)? { reportFormats.first { $0.name == name } }
}
