/// Content of a plug-in's section that is checked with the assessment, whether it was read or built in Swift.
///
/// Reading a section reports what has the wrong form; what does not hold together is reported here, so that content put
/// into a draft with ``AssessmentDraft/setSection(_:)`` passes the same checks.
public protocol CheckedContent: Sendable {
  /// The key of the section at the top of a document, where the paths of problems begin.
  static var key: String { get }
  /// Reports every problem.
  func check(_ checks: SectionChecks)
}

/// What the checks of a section may look at, and where they report.
///
/// A check speaks of paths in the model, which begin with ``path``; where there is a document, a path leads to a place.
public struct SectionChecks {
  private let checks: AssessmentChecks
  /// The path to the section.
  public let path: ModelPath

  init(_ checks: AssessmentChecks, path: ModelPath) {
    self.checks = checks
    self.path = path
  }

  /// The assessment that the section is part of.
  public var draft: AssessmentDraft { checks.draft }

  /// Whether the assessment was read from a document, so that what is not there may have been reported already.
  public var hasDocument: Bool { checks.document != nil }

  /// Reports an error.
  public func error(_ code: Diagnostic.Code, _ message: String, _ path: ModelPath) {
    checks.error(code, message, path)
  }

  /// Whether nothing has been said of a list that turned out empty: it is not written, or written without elements.
  public func isEmptyList(_ path: ModelPath) -> Bool { checks.isEmptyList(path) }

  /// Reports an id that is no slug.
  /// - Parameters:
  ///   - id: The id.
  ///   - path: Of what has the id.
  public func checkID<Named>(_ id: Identifier<Named>, _ path: ModelPath) { checks.checkID(id, path) }

  /// Reports ids that stand twice in a list of the section.
  public func checkUnique(_ ids: [String], in list: String) { checks.checkUnique(ids, in: list, base: path) }

  /// Reports a reference to something that does not exist, with the nearest name.
  public func checkReference(_ id: String, to kind: String, in known: Set<String>, _ path: ModelPath) {
    checks.checkReference(id, to: kind, in: known, path)
  }

  /// Reports a list of references of which one does not exist or stands twice.
  public func checkReferences(_ ids: [String], to kind: String, in known: Set<String>, _ path: ModelPath) {
    checks.checkReferences(ids, to: kind, in: known, path)
  }

  /// Reports a text that is blank.
  public func checkText(_ text: LocalizedText, _ what: String, _ path: ModelPath) {
    checks.checkText(text, what, path)
  }
}

extension AssessmentChecks {
  /// Runs the checks of the sections, in the order of their keys.
  func checkSections() {
    let contents = draft.sections.compactMap { $0 as? any CheckedContent }
    for content in contents.sorted(by: { type(of: $0).key < type(of: $1).key }) {
      content.check(SectionChecks(self, path: ModelPath.root[type(of: content).key]))
    }
  }
}
