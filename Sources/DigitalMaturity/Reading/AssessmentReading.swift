extension Vocabulary {
  /// The version of the document format that is read.
  static let documentFormat = 1

  /// Reads and checks an assessment.
  /// - Parameters:
  ///   - source: Where its files come from.
  ///   - path: The main file, relative to the source. When not given: `assessment.yaml`, or `assessment` with another
  ///     ending that ``documentFormats`` reads, such as `assessment.json`.
  ///   - limits: How large it may be.
  /// - Throws: ``DocumentError`` with all problems of all files, each with its place.
  public func readAssessment(
    from source: any DocumentSource, path: String? = nil, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> Assessment {
    let loader = DocumentLoader(source: source, formats: documentFormats, limits: limits)
    let log = DiagnosticLog()
    let main: String
    if let path { main = path } else { main = try mainFile(of: source, limits) }
    return try readAssessment(try loader.load(main, reportingTo: log), log)
  }

  /// The main file of a source by the names it may have: YAML before others, since that is what people write.
  private func mainFile(of source: any DocumentSource, _ limits: DocumentLimits) throws(DocumentError) -> String {
    let endings = documentFormats.flatMap(\.fileExtensions)
    let usual = "assessment.yaml"
    let names = [usual] + endings.map { "assessment.\($0)" }.filter { $0 != usual }
    var first: Diagnostic?
    for name in names {
      do throws(DocumentError) {
        _ = try source.bytes(at: name, limit: limits.bytes)
        if name != usual || endings.contains("yaml") { return name }
        let message = "“\(usual)” is there, and this vocabulary does not read YAML; add that first"
        first = Diagnostic(.unreadableFile, message)
      } catch {
        // A file that is there and is refused is the main file: reading it says why.
        guard let problem = error.diagnostics.first, problem.code == .unreadableFile else { return name }
        first = first ?? problem
      }
    }
    throw DocumentError(
      Diagnostic(
        .unreadableFile,
        "\(first?.message ?? "there is no main file"); looked for \(names.joined(separator: ", ")): name another main "
          + "file with “path:”, relative to the source"))
  }

  /// Reads and checks an assessment that has been parsed already; its digest is that of the document.
  /// - Throws: ``DocumentError`` with all problems, each with its place.
  public func readAssessment(_ document: Document) throws(DocumentError) -> Assessment {
    try readAssessment(document, DiagnosticLog())
  }

  private func readAssessment(_ document: Document, _ log: DiagnosticLog) throws(DocumentError) -> Assessment {
    let draft: AssessmentDraft? = document.root.readTable(into: log) { readDraft(&$0) }
    guard let draft else { throw DocumentError(log.sorted(files: document.files)) }
    return try Assessment(draft, document: document, log: log)
  }

  private func readDraft(_ table: inout TableReader) -> AssessmentDraft {
    let log = table.log
    checkFormat(&table)
    var draft = AssessmentDraft(
      id: table.requiredIdentifier("id") ?? "", version: table.requiredText("version") ?? "",
      language: table.text("language") ?? "en", title: table.requiredLocalized("title") ?? "",
      summary: table.localized("summary"), source: table.localized("source"))
    let reader = ModelReader(log: log)
    // What is no mapping has been reported; an empty stand-in keeps the places of those after it.
    let silent = ModelReader(log: DiagnosticLog())
    func list<Entity>(_ key: DocumentKey, _ read: (ModelReader) -> (DocumentNode) -> Entity?) -> [Entity] {
      table.list(key).compactMap { read(reader)($0) ?? read(silent)(.emptyMapping) }
    }
    draft.levels = list("levels", ModelReader.level)
    draft.themes = list("themes", ModelReader.theme)
    draft.principleSets = list("principle-sets", ModelReader.principleSet)
    draft.principles = list("principles", ModelReader.principle)
    draft.literacies = list("literacies", ModelReader.literacy)
    draft.areas = list("areas", ModelReader.area)
    draft.scoring = table.value("scoring").flatMap { ScoringPlan.read($0, self, log) }
    draft.workstreams = list("workstreams", ModelReader.workstream)
    draft.actions = list("actions", ModelReader.action)
    draft.projects = list("projects", ModelReader.project)
    draft.governance = list("governance", ModelReader.governanceBody)
    for (key, section) in sections.sorted(by: { $0.key < $1.key }) {
      guard let node = table.value(DocumentKey(key)) else { continue }
      read(section, node, into: &draft, log)
    }
    return draft
  }

  private func read<Section: DocumentSection>(
    _: Section.Type, _ node: DocumentNode, into draft: inout AssessmentDraft, _ log: DiagnosticLog
  ) {
    var context = SectionContext(vocabulary: self, log: log, draft: draft)
    if let content = Section.read(node, in: &context) { draft.setSection(content) }
    draft.questionnaires += context.questionnaires
  }

  func checkFormat(_ table: inout TableReader) {
    guard let node = table.required("format"), let format = node.readInteger(into: table.log) else { return }
    if format != Self.documentFormat {
      table.log.error(
        .invalidValue,
        "this document has format \(format); this version reads format \(Self.documentFormat): write that, or take a newer version",
        at: node.location)
    }
  }
}
