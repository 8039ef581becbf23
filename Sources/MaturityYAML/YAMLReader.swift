public import DigitalMaturity

/// Reads YAML 1.2 into a `Document`, through the system's libyaml.
///
/// Plain scalars have the types of the core schema (`no` is text, `true` is not). Anchors and aliases are read, tags of
/// the core schema too; merge keys (`<<`), other tags, repeated keys and a second document are problems.
public enum YAMLReader {
  /// Reads one file.
  /// - Parameters:
  ///   - bytes: UTF-8, or UTF-16 with a byte order mark.
  ///   - file: The name that diagnostics give it.
  ///   - limits: How large it may be; checked event by event, so that a hostile file fails early.
  ///   - log: Where problems of structure, such as repeated keys, are reported, so that reading goes on; without one
  ///     they are thrown.
  /// - Throws: `DocumentError` with every problem of structure, and the syntax error that ended the reading if one
  ///   did. O(bytes + values).
  public static func read(
    _ bytes: [UInt8], file: String, limits: DocumentLimits = .standard, reportingTo log: DiagnosticLog? = nil
  ) throws(DocumentError) -> Document {
    var reading = Reading(builder: try DocumentBuilder(file: file, limits: limits, bytes: bytes.count))
    let source = try SourceText(bytes, file: file)
    guard !source.bytes.isEmpty else { return try reading.builder.finish() }
    // The parser lives inside the closure, as long as the pointer does.
    return try unsafe source.bytes.withUnsafeBufferPointer { bytes throws(DocumentError) in
      guard unsafe LibYAMLParser.directiveCount(in: bytes) <= 64 else {
        throw reading.builder.failure(
          .limit, "more than 64 lines begin with “%”, which are directives of YAML; remove them",
          at: DocumentBuilder.Mark(line: 1, column: 1))
      }
      var parser = unsafe LibYAMLParser(bytes)
      return try reading.document(from: &parser, source: source, reportingTo: log)
    }
  }
}

/// One file being read: events in, document out.
private struct Reading {
  var builder: DocumentBuilder
  /// The index of the value that each anchor names; a later anchor of the same name takes it over.
  var anchors: [String: Int] = [:]

  mutating func document(
    from parser: inout LibYAMLParser, source: SourceText, reportingTo log: DiagnosticLog?
  ) throws(DocumentError) -> Document {
    var documents = 0
    reading: while true {
      switch parser.next() {
      case .scalar: try scalar(parser)
      case .mapping:
        if let (anchor, tag) = parser.properties {
          note(anchor, tag, on: "a mapping", known: Tag.mapping, at: parser.mark)
        }
        try builder.beginMapping(at: parser.mark)
      case .sequence:
        if let (anchor, tag) = parser.properties {
          note(anchor, tag, on: "a list", known: Tag.sequence, at: parser.mark)
        }
        try builder.beginSequence(at: parser.mark)
      case .end: builder.end()
      case .alias: try alias(parser)
      case .document:
        documents += 1
        if documents > 1 {
          builder.report(.severalDocuments, "a second document begins here; a file holds one", at: parser.mark)
          break reading
        }
      case .endOfFile: break reading
      case .other: continue
      case .failure:
        let problem = SyntaxProblem(parser.problem, in: source)
        throw builder.failure(problem.code, problem.message, at: problem.mark)
      }
    }
    return try builder.finish(reportingTo: log)
  }

  private mutating func scalar(_ parser: borrowing LibYAMLParser) throws(DocumentError) {
    var quoted = !parser.isPlain
    if let (anchor, tag) = parser.properties {
      if let anchor { anchors[anchor] = builder.nextIndex }
      if let tag { quoted = isText(parser, tag: tag) }
    } else if !quoted, parser.isEmpty, builder.nextIndex == 0 {
      throw builder.failure(.emptyDocument, "the file has no content; an empty one is not a document", at: parser.mark)
    }
    try parser.addScalar(to: &builder, quoted: quoted)
  }

  /// Whether a tagged scalar is text whatever it looks like; reports a tag that does not fit it.
  private mutating func isText(_ parser: borrowing LibYAMLParser, tag: String) -> Bool {
    let text = parser.text
    let fits: Bool
    switch tag {
    case Tag.nonSpecific, Tag.text: return true
    case Tag.integer: fits = CoreSchema.integer(text) != nil
    case Tag.number: fits = CoreSchema.number(text) != nil
    case Tag.boolean: fits = CoreSchema.boolean(text) != nil
    case Tag.null: fits = CoreSchema.isNull(text)
    default:
      reportUnknown(tag, on: "a single value", at: parser.mark)
      return !parser.isPlain
    }
    if !fits {
      let shown = String(decoding: text.prefix(40), as: UTF8.self)
      builder.report(
        .wrongType, "“\(shown)” is not what the tag \(Tag.shown(tag)) says; correct one of them", at: parser.mark)
    }
    return false
  }

  private mutating func note(
    _ anchor: String?, _ tag: String?, on value: String, known: String, at mark: DocumentBuilder.Mark
  ) {
    if let anchor { anchors[anchor] = builder.nextIndex }
    if let tag, tag != known, tag != Tag.nonSpecific { reportUnknown(tag, on: value, at: mark) }
  }

  private mutating func reportUnknown(_ tag: String, on value: String, at mark: DocumentBuilder.Mark) {
    builder.report(.unsupported, "the tag \(Tag.shown(tag)) is not read on \(value); remove it", at: mark)
  }

  private mutating func alias(_ parser: borrowing LibYAMLParser) throws(DocumentError) {
    let name = parser.aliasName
    guard let index = anchors[name] else {
      // A hostile file may have many anchors and many wrong aliases.
      let hint = anchors.count <= 100 ? NearestName.hint(name, in: anchors.keys.sorted()) : ""
      builder.report(.syntax, "no anchor “&\(name)” stands above this alias\(hint)", at: parser.mark)
      return try builder.scalar("", quoted: false, at: parser.mark)
    }
    try builder.copy(of: index, at: parser.mark)
  }
}

/// The tags of the core schema, as libyaml writes them out.
private enum Tag {
  static let prefix = "tag:yaml.org,2002:"
  static let nonSpecific = "!"
  static let text = "tag:yaml.org,2002:str"
  static let integer = "tag:yaml.org,2002:int"
  static let number = "tag:yaml.org,2002:float"
  static let boolean = "tag:yaml.org,2002:bool"
  static let null = "tag:yaml.org,2002:null"
  static let sequence = "tag:yaml.org,2002:seq"
  static let mapping = "tag:yaml.org,2002:map"

  /// A tag as authors write it.
  static func shown(_ tag: String) -> String {
    tag.hasPrefix(prefix) ? "“!!\(tag.dropFirst(prefix.count))”" : "“\(tag.prefix(40))”"
  }
}
