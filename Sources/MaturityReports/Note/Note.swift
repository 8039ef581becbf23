public import DigitalMaturity

/// A paper that an officer writes in Markdown, with fields such as `{{area.information.level}}` for figures: the words are
/// the officer's, and only fields are ever replaced.
///
/// ```swift
/// let note = Note(markdown: "We are at {{area.information.score}}.", file: "note.md")
/// let markdown = try note.filled(from: NoteFields(now: results))
/// let paper = Paper(markdown: markdown)
/// ```
///
/// `{{table.changes | nothing}}` is filled where there is something for it, and left out else.
///
/// Comments, between `<!--` and `-->`, are for writers: fields in them stay. `\{{` is two braces and no field.
public struct Note: Sendable {
  /// The text as it was written.
  public let markdown: String
  private let file: String
  private let fields: [NoteField]
  private let problems: [Diagnostic]

  private struct NoteField {
    let name: String
    /// From the first brace to after the last.
    let range: Range<String.Index>
    let location: SourceLocation
    /// Whether nothing else stands on its line.
    let isAlone: Bool
    /// Whether nothing but blanks and marks stands before it on its line.
    let isFirst: Bool
    /// Whether its line is a heading.
    let isHeading: Bool
  }

  /// Finds the fields of a text. O(text).
  /// - Parameters:
  ///   - markdown: The text.
  ///   - file: The name that problems give it.
  public init(markdown: String, file: String) {
    self.markdown = markdown
    self.file = file
    var fields: [NoteField] = []
    var problems: [Diagnostic] = []
    for part in Self.parts(markdown, file: file) {
      guard let end = part.end else {
        problems.append(
          Diagnostic(.syntax, "this field is not closed by “}}” on its line", at: part.location))
        continue
      }
      let inner = markdown[markdown.index(part.start, offsetBy: 2)..<markdown.index(end, offsetBy: -2)]
      let line = Self.line(around: part.start..<end, in: markdown)
      fields.append(
        NoteField(
          name: String(inner.filter { !$0.isWhitespace }), range: part.start..<end, location: part.location,
          isAlone: line.before.allSatisfy(\.isWhitespace) && line.after.allSatisfy(\.isWhitespace),
          isFirst: line.before.allSatisfy { $0.isWhitespace || "#>*_".contains($0) },
          isHeading: line.before.contains("#")))
    }
    self.fields = fields
    self.problems = problems
  }

  /// The text with every field filled. A withheld figure is said as withheld; where the words of fields are a draft, the paper
  /// says so at its end. O(text + fields × things with a score).
  /// - Throws: `DocumentError` with every field that cannot be filled, each with its place and the nearest that can.
  public func filled(from results: NoteFields) throws(DocumentError) -> String {
    var problems = self.problems
    var text = ""
    var at = markdown.startIndex
    for field in fields {
      text += markdown[at..<field.range.lowerBound]
      at = field.range.upperBound
      do throws(NoteFields.Unknown) {
        switch try results.value(field.name) {
        case .words(let words):
          // A field that is left out takes the space before it along.
          if words.isEmpty, text.last == " " { text.removeLast() }
          text += Self.escaped(PaperText(phrase: words).plain, field)
        case .table(let table, let note):
          guard field.isAlone else {
            let message = "“{{\(field.name)}}” is a table; let it stand on a line of its own"
            problems.append(Diagnostic(.invalidValue, message, at: field.location))
            continue
          }
          text += Self.lines(of: table, note)
        }
      } catch {
        problems.append(
          Diagnostic(.unknownReference, "“{{\(DocumentNode.short(field.name))}}”: \(error.message)", at: field.location)
        )
      }
    }
    if !problems.isEmpty {
      throw DocumentError(
        problems.sorted {
          ($0.location?.line ?? 0, $0.location?.column ?? 0) < ($1.location?.line ?? 0, $1.location?.column ?? 0)
        })
    }
    text += markdown[at...]
    // Of what an officer wrote nothing is a draft.
    guard !fields.isEmpty else { return text }
    for note in results.draftNote {
      text += text.hasSuffix("\n") ? "\n" : "\n\n"
      text += "*" + MarkdownWriter.lightlyEscaped(note.plain, isFirst: false) + "*\n"
    }
    return text
  }

  /// Whether a field tells of earlier results.
  public var tellsOfEarlierResults: Bool {
    fields.contains { field in
      field.name.split(separator: "|").contains { name in
        name.hasPrefix("base.") || name.hasSuffix(".change") || name == "changes" || name.hasSuffix(".changes")
      }
    }
  }

  /// Whether a field tells of the actions that were chosen.
  public var tellsOfProgramme: Bool {
    fields.contains { field in
      field.name.split(separator: "|").contains { $0 == "programme" || $0.hasSuffix(".programme") }
    }
  }

  /// What is still to be written, such as `[name of the board]`, and what a paper cannot hold: warnings with places.
  public var warnings: [Diagnostic] {
    let open = Self.placeholders(in: markdown, file: file).map { text, location in
      Diagnostic(
        .unfinished, severity: .warning, "“[\(DocumentNode.short(text))]” is still to be written", at: location)
    }
    return (open + Paper.problems(inMarkdown: markdown, file: file)).sorted {
      ($0.location?.line ?? 0, $0.location?.column ?? 0) < ($1.location?.line ?? 0, $1.location?.column ?? 0)
    }
  }

  // MARK: Values

  private static func escaped(_ words: String, _ field: NoteField) -> String {
    let text = MarkdownWriter.lightlyEscaped(words, isFirst: field.isFirst)
    // “3.2” at the start of a paragraph would be its number, and “104” that of a heading.
    let isTaken =
      field.isFirst && MarkdownReader.number(Substring(text + " "), parts: field.isHeading ? 1 : 2).number != nil
    return isTaken ? MarkdownWriter.digitEscaped(text) : text
  }

  private static func lines(of table: PaperTable, _ note: Phrase?) -> String {
    let below = note.map { [Paper.Block.paragraph(PaperText(phrase: $0))] } ?? []
    let paper = Paper(title: "–", blocks: [.table(table)] + below)
    let lines = paper.markdown().text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
    return lines.joined(separator: "\n").trimmingLastLineEnd
  }

  // MARK: Finding

  /// Pairs of braces outside comments; those without an end on their line have none.
  private static func parts(
    _ text: String, file: String
  ) -> [(start: String.Index, end: String.Index?, location: SourceLocation)] {
    var parts: [(start: String.Index, end: String.Index?, location: SourceLocation)] = []
    scan(text, file: file) { rest, location in
      guard rest.hasPrefix("{{") else { return nil }
      let line = rest.prefix { !$0.isNewline }
      let end = line.firstRange(of: "}}")?.upperBound
      parts.append((rest.startIndex, end, location))
      return end
    }
    return parts
  }

  private static func placeholders(in text: String, file: String) -> [(text: String, location: SourceLocation)] {
    var found: [(text: String, location: SourceLocation)] = []
    scan(text, file: file) { rest, location in
      guard rest.first == "[" else { return nil }
      let inner = rest.dropFirst().prefix { $0 != "]" && $0 != "[" && !$0.isNewline }
      let after = rest.dropFirst(inner.count + 1)
      guard after.first == "]" else { return nil }
      let isLink = after.dropFirst().first == "(" || after.dropFirst().first == "["
      // `[c]`, `[x]` and `[ ]` are marks.
      if !isLink, inner.count > 1 { found.append((String(inner), location)) }
      return after.dropFirst().startIndex
    }
    return found
  }

  /// Goes through a text outside comments, and past characters with a backslash before them.
  /// - Parameter found: Takes the rest of the text and its place; returns where to go on, if it took something.
  private static func scan(
    _ text: String, file: String, found: (Substring, SourceLocation) -> String.Index?
  ) {
    var rest = text[...]
    var (line, column) = (1, 1)
    func advance(to place: String.Index) {
      for scalar in text.unicodeScalars[rest.startIndex..<place] {
        // CR LF ends one line, as its LF.
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
      rest = text[place...]
    }
    while let first = rest.first {
      if first == "\\" {
        advance(to: rest.index(rest.startIndex, offsetBy: 2, limitedBy: rest.endIndex) ?? rest.endIndex)
      } else if first == "<", rest.hasPrefix("<!--") {
        advance(to: rest.firstRange(of: "-->")?.upperBound ?? rest.endIndex)
      } else if first == "{" || first == "[",
        let end = found(rest, SourceLocation(file: file, line: line, column: column))
      {
        advance(to: end)
      } else {
        advance(to: rest.index(after: rest.startIndex))
      }
    }
  }

  private static func line(around range: Range<String.Index>, in text: String) -> (before: Substring, after: Substring)
  {
    let start = text[..<range.lowerBound].lastIndex(where: \.isNewline).map(text.index(after:)) ?? text.startIndex
    let end = text[range.upperBound...].firstIndex(where: \.isNewline) ?? text.endIndex
    return (text[start..<range.lowerBound], text[range.upperBound..<end])
  }
}

extension String {
  fileprivate var trimmingLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension Diagnostic.Code {
  /// Words that are still to be written.
  public static let unfinished = Self(rawValue: "unfinished")
}
