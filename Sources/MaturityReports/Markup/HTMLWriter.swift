import DigitalMaturity

/// Writes HTML that is also well-formed XML, and cannot write text unescaped.
///
/// Element and attribute names are literals of the program; whatever comes from outside goes through ``text(_:)`` or an
/// ``HTMLAttribute``, and both escape. Elements close themselves, and an id is given out once.
struct HTMLWriter {
  /// What has been written.
  private(set) var output: ByteOutput
  private var ids: Set<String> = []

  init(reserving capacity: Int = 1 << 17) { output = ByteOutput(reserving: capacity) }

  /// The bytes that have been written.
  var bytes: [UInt8] { output.bytes }

  // MARK: Elements

  /// Writes an element around what the closure writes.
  mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    output.write(byte: UInt8(ascii: ">"))
    content(&self)
    close(name)
  }

  /// Writes an element that holds a phrase and nothing else.
  mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., phrase: Phrase) {
    open(name, attributes)
    output.write(byte: UInt8(ascii: ">"))
    text(phrase)
    close(name)
  }

  /// Writes an element that has no content, such as `meta` or `line`.
  mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) {
    open(name, attributes)
    literal("/>")
  }

  // MARK: Long tables

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) { output.reserve(count) }

  /// Writes a row of a table around the cells that the closure writes.
  mutating func row(cells: (inout HTMLWriter) -> Void) {
    literal("<tr>")
    cells(&self)
    literal("</tr>\n")
  }

  /// Writes the heading of a row.
  mutating func rowHeading(_ content: Content) {
    literal("<th scope=\"row\">")
    text(content)
    literal("</th>")
  }

  /// Writes a cell that holds a number.
  mutating func numberCell(_ number: Double, decimals: Int) {
    literal("<td class=\"number\">")
    output.write(number, decimals: decimals)
    literal("</td>")
  }

  // MARK: Parts

  fileprivate mutating func literal(_ text: StaticString) { output.write(text) }

  fileprivate mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    output.write(byte: UInt8(ascii: "<"))
    output.write(name)
    for attribute in attributes {
      output.write(byte: UInt8(ascii: " "))
      output.write(attribute.name)
      literal("=\"")
      write(attribute.value)
      output.write(byte: UInt8(ascii: "\""))
    }
  }

  private mutating func write(_ value: HTMLAttribute.Value) {
    switch value {
    case .literal(let literal): output.write(literal)
    case .literals(let literals):
      for (index, literal) in literals.enumerated() {
        if index > 0 { output.write(byte: UInt8(ascii: " ")) }
        output.write(literal)
      }
    case .number(let number, let decimals, let before, let after):
      output.write(before)
      output.write(number, decimals: decimals)
      output.write(after)
    case .text(let text): escape(text)
    }
  }

  private mutating func close(_ name: StaticString) {
    literal("</")
    output.write(name)
    output.write(byte: UInt8(ascii: ">"))
    switch name.description {
    // Most elements are one of these.
    case "td", "span", "th", "text", "strong": break
    case let name: if Self.blocks.contains(name) { output.write(byte: UInt8(ascii: "\n")) }
    }
  }

  /// Elements after which a line ends, so that the file can be read; space there means nothing.
  private static let blocks: Set<String> = [
    "p", "li", "ul", "ol", "tr", "table", "thead", "tbody", "section", "div", "h1", "h2", "h3", "h4", "h5", "svg",
    "head", "header", "main", "nav", "footer", "style", "title", "caption", "dl", "dt", "dd",
  ]

  // MARK: Text

  /// Writes text, escaped.
  mutating func text(_ text: String) { escape(text) }

  /// Writes content: it is isolated where its direction may differ from that of the words around it, and has the direction of its
  /// letters alone.
  mutating func text(_ content: Content) {
    if let language = content.language {
      element("bdi", .language(language)) { $0.escape(content.text.withoutDirectionMarks) }
    } else if content.text.utf8.allSatisfy({ $0 < 0x80 }) {
      escape(content.text)
    } else {
      element("bdi") { $0.escape(content.text.withoutDirectionMarks) }
    }
  }

  /// Writes a phrase, and sets content apart in it.
  mutating func text(_ phrase: Phrase) {
    for part in phrase.parts {
      switch part {
      case .words(let words): escape(words)
      case .foreign(let words, let language): element("span", .language(language)) { $0.escape(words) }
      case .code(let code): element("code") { $0.escape(code) }
      case .content(let content): text(content)
      }
    }
  }

  /// Writes the document type, and on the same line a comment for whoever opens the file as text.
  mutating func documentType(comment: String? = nil) {
    output.write("<!DOCTYPE html>")
    if let comment {
      // Nothing in it can end it.
      output.write("<!-- ")
      escape(String(comment.map { $0 == "-" ? "\u{2010}" : $0 }))
      output.write(" -->")
    }
    output.write("\n")
  }

  /// Writes a style sheet, a literal of the program: without `<` and `&`, so that it is also XML.
  mutating func style(_ sheets: StaticString...) {
    element("style") { writer in
      for sheet in sheets { writer.output.write(sheet) }
    }
  }

  /// Writes a look's colours as variables of the style sheet: those of the light page, of the dark one, and of both.
  mutating func style(_ look: ReportLook) {
    if look.colours.isEmpty { return }
    let grounds: [(ground: ReportLook.Ground, rule: String)] = [
      (.both, "@media all"), (.light, "@media print, screen and (prefers-color-scheme: light)"),
      (.dark, "@media screen and (prefers-color-scheme: dark)"),
    ]
    element("style") { writer in
      for (ground, rule) in grounds {
        let parts = ReportLook.Part.allCases.filter { $0.variable.ground == ground }
        let values = parts.compactMap { part in look.colours[part].map { "\(part.variable.name): \($0);" } }
        if values.isEmpty { continue }
        writer.output.write("\n\(rule) { :root { \(values.joined(separator: " ")) } }")
      }
    }
  }

  /// Text with `& < > " '` escaped, and characters that neither HTML nor XML can hold replaced.
  private mutating func escape(_ text: String) {
    let start = output.bytes.count
    output.write(text)
    // Nearly all text needs nothing.
    guard let first = firstToReplace(from: start) else { return }
    let rest = Array(output.bytes[first...])
    output.truncate(to: first)
    var place = 0
    while place < rest.count {
      if let (count, text) = Self.replacement(of: rest.span, at: place) {
        output.write(text)
        place += count
      } else {
        output.write(byte: rest[place])
        place += 1
      }
    }
  }

  /// Where, from a place on, the first character was written that must be replaced; nil without any.
  private func firstToReplace(from start: Int) -> Int? {
    let written = output.bytes
    let bytes = written.span
    for place in start..<bytes.count where Self.replacement(of: bytes, at: place) != nil { return place }
    return nil
  }

  /// What must be written in place of the character that begins at a byte, and how many bytes it has; nil where it may stand, as
  /// nearly all may.
  private static func replacement(of text: Span<UInt8>, at place: Int) -> (count: Int, text: StaticString)? {
    let unknown: StaticString = "\u{FFFD}"
    switch text[place] {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\""): return (1, "&quot;")
    case UInt8(ascii: "'"): return (1, "&#39;")
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): return nil
    case 0..<0x20, 0x7F: return (1, unknown)
    // The controls U+0080 to U+009F.
    case 0xC2: return text[place + 1] < 0xA0 ? (2, unknown) : nil
    // No characters at all: U+FDD0 to U+FDEF, and the last two code points of every plane.
    case 0xEF:
      switch (text[place + 1], text[place + 2]) {
      case (0xB7, 0x90...0xAF), (0xBF, 0xBE...0xBF): return (3, unknown)
      default: return nil
      }
    case 0xF0...0xF4:
      let isLast = text[place + 1] & 0xF == 0xF && text[place + 2] == 0xBF && text[place + 3] >= 0xBE
      return isLast ? (4, unknown) : nil
    default: return nil
    }
  }

  // MARK: Ids

  /// An id that no other element of the document has: the wish, or the wish with a number.
  mutating func makeID(_ wish: String) -> ElementID {
    let hyphen = UInt8(ascii: "-")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(wish.utf8.count)
    for byte in wish.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      default: if bytes.last != hyphen { bytes.append(hyphen) }
      }
    }
    let slug = bytes.isEmpty ? "id" : String(decoding: bytes, as: UTF8.self)
    var id = slug
    var number = 1
    while !ids.insert(id).inserted {
      number += 1
      id = "\(slug)-\(number)"
    }
    return ElementID(value: id)
  }
}

/// The id of an element: only a writer makes one, so that it is unique in the document.
struct ElementID: Sendable, Hashable {
  let value: String

  fileprivate init(value: String) { self.value = value }
}
