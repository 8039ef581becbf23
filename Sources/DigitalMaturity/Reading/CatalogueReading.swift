extension Vocabulary {
  /// Reads and checks the words of the interface in a language.
  ///
  /// ```yaml
  /// format: 1
  /// language: cy
  /// status: draft            # or reviewed: a speaker of the language has checked every phrase
  /// numbers: [dim, un, dau]  # small numbers in words, from 0; may be left out
  /// decimal-separator: "."   # may be left out
  /// reports:                 # a mapping for each group of phrases
  ///   no-area-has-score: Nid oes sgôr i unrhyw faes.
  /// ```
  ///
  /// - Parameters:
  ///   - source: Where the file comes from.
  ///   - path: The file, relative to the source.
  ///   - limits: How large it may be.
  /// - Throws: ``DocumentError`` with all problems, each with its place: an unknown phrase, one that lacks or adds something
  ///   that is put in, one that is no ``MessagePattern``, a form that the language does not have.
  public func readCatalogue(
    from source: any DocumentSource, path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> MessageCatalogue {
    let log = DiagnosticLog()
    let document = try DocumentLoader(source: source, formats: documentFormats, limits: limits)
      .load(path, reportingTo: log)
    let catalogue: MessageCatalogue? = document.root.readTable(into: log) { table in
      checkFormat(&table)
      var reader = CatalogueReader(language: table.requiredText("language") ?? "", log: log)
      if let node = table.node("language"), !LocalizedText.isLanguageTag(reader.language) {
        log.error(.invalidValue, "“\(reader.language)” is not a language tag such as cy", at: node.location)
      }
      let isDraft = reader.isDraft(&table)
      let numbers = table.list("numbers").map { $0.readText(into: log) ?? "" }
      let separator = table.text("decimal-separator") ?? "."
      _ = table.text("note")
      let messages = messages
      for group in messages { reader.read(group, &table) }
      // A tool without a part of the interface can read a file that has its words.
      for (key, value) in table.node.members where value.isMapping {
        guard let name = key.text, !messages.contains(where: { $0.group == name }) else { continue }
        _ = table.node(DocumentKey(name))
        let hint = NearestName.hint(name, in: messages.map { $0.group })
        log.warning(.unknownKey, "no part of the interface here has the phrases “\(name)”\(hint)", at: key.location)
      }
      return MessageCatalogue(
        language: reader.language, isDraft: isDraft, missing: reader.missing, known: reader.known,
        decimalSeparator: separator, numbers: numbers, patterns: reader.patterns)
    }
    try log.throwIfErrors(files: document.files)
    guard var catalogue else { throw DocumentError(log.sorted(files: document.files)) }
    catalogue.warnings = log.sorted(files: document.files)
    return catalogue
  }
}

private struct CatalogueReader {
  let language: String
  let log: DiagnosticLog
  var patterns: [String: MessagePattern] = [:]
  var missing: [String] = []
  var known = 0

  func isDraft(_ table: inout TableReader) -> Bool {
    guard let node = table.required("status"), let status = node.readText(into: log) else { return true }
    if status != "draft", status != "reviewed" {
      log.error(.invalidValue, "“\(status)” is no status; write draft or reviewed", at: node.location)
    }
    return status != "reviewed"
  }

  mutating func read<Message: CatalogueMessage>(_: Message.Type, _ table: inout TableReader) {
    known += Message.allCases.count
    guard let node = table.value(DocumentKey(Message.group)) else {
      missing += Message.allCases.map(\.id)
      return
    }
    let found: [String: MessagePattern]? = node.readTable(into: log) { group in
      var found: [String: MessagePattern] = [:]
      for message in Message.allCases {
        if let node = group.value(DocumentKey(message.key)) { found[message.id] = pattern(node, message) }
      }
      return found
    }
    missing += Message.allCases.map(\.id).filter { found?[$0] == nil }
    patterns.merge(found ?? [:]) { first, _ in first }
  }

  private func pattern(_ node: DocumentNode, _ message: some CatalogueMessage) -> MessagePattern? {
    guard let text = node.readText(into: log) else { return nil }
    let pattern: MessagePattern
    let english: Set<String>
    do throws(MessagePattern.Problem) {
      pattern = try MessagePattern(text)
      english = try MessagePattern(message.rawValue).arguments
    } catch {
      log.error(.messagePattern, error.message, at: node.location)
      return nil
    }
    for name in english.subtracting(pattern.arguments).sorted() {
      log.error(
        .messagePattern, "“{\(name)}” is missing in this phrase; English has “\(message.rawValue)”", at: node.location)
    }
    for name in pattern.arguments.subtracting(english).sorted() {
      log.error(
        .messagePattern, "nothing is put in for “{\(name)}”\(NearestName.hint(name, in: english.sorted()))",
        at: node.location)
    }
    let forms = PluralCategory.all(in: language)
    for form in PluralCategory.allCases
    where !forms.contains(form) && pattern.plurals.contains(where: { $0.contains(form) }) {
      log.error(
        .messagePattern,
        "the language “\(language)” has no form “\(form.rawValue)”; it has \(forms.map(\.rawValue).joined(separator: ", "))",
        at: node.location)
    }
    return pattern
  }
}

extension Diagnostic.Code {
  /// A phrase of a catalogue that is not written as phrases are, or does not fit the English one.
  public static let messagePattern = Self(rawValue: "message-pattern")
}
